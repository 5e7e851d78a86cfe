package parley.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.certificate.Certificate;
import parley.game.Answer;

/**
 * What became of one question.
 *
 * @param name of the property; {@code ""} without one
 * @param answer {@code null} where the question stays open or cannot be answered
 * @param why it has no answer, in a sentence; {@code null} if it has one
 * @param seconds of processor time
 * @param certificates what the answer rests on, if that was asked for
 */
record Solution(
        String name,
        String question,
        @Nullable Answer answer,
        @Nullable String why,
        int code,
        double seconds,
        List<Certificate> certificates) {
    Solution {
        certificates = List.copyOf(certificates);
    }

    /** The worse of two exit codes: what cannot be read counts more than what is refuted or open. */
    static int worse(int one, int other) {
        return Math.max(one, other);
    }
}

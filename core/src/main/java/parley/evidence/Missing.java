package parley.evidence;

import java.util.Comparator;

/**
 * What would have to be done to decide.
 *
 * @param words what is missing, without a full stop
 */
public record Missing(Effort effort, String words) implements Comparable<Missing> {
    /** What it takes, the least first. */
    public enum Effort {
        SIGNATURE,
        ASSESSMENT,
        ANSWER_TO_DISPUTE,
        EXACT_DATE,
        ANOTHER_ITEM,
        COVERAGE,
        ANOTHER_CLAIM
    }

    @Override
    public int compareTo(Missing other) {
        return Comparator.comparing(Missing::effort)
                .thenComparing(Missing::words)
                .compare(this, other);
    }
}

package parley.roadmap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.text.Span;

/**
 * Something the other side can do.
 *
 * @param met when the record shows it done
 * @param broken when the record shows it undone, or {@code null} if it cannot be
 * @param verifiedBy the panel or verifier that signs, or {@code null} if the record alone decides
 * @param verifiedWithin the days the signers have, or {@code null}
 * @param reversible whether the other side can take it back
 * @param runs when it can be met; {@code null} is the period of the case
 * @param once whether it cannot be met a second time
 * @param notAgainWithin the pause before it can be met a second time, or {@code null}
 * @param dispute the clock of a dispute, or {@code null} if nobody may dispute it
 * @param track what it is about, for example {@code human-rights}
 * @param invites what a player would do to have the reward without the deed, as written
 */
public record Concession(
        String id,
        String title,
        Condition met,
        @Nullable Condition broken,
        @Nullable Ref verifiedBy,
        @Nullable Length verifiedWithin,
        boolean reversible,
        @Nullable Runs runs,
        boolean once,
        @Nullable Length notAgainWithin,
        @Nullable Dispute dispute,
        List<String> track,
        List<String> invites,
        Secrecy secrecy,
        Span at)
        implements Declaration {
    public Concession {
        track = List.copyOf(track);
        invites = List.copyOf(invites);
    }

    /** A period of days, both included. */
    public record Runs(LocalDate from, LocalDate to, Span at) {}

    /** A dispute may be raised within the first length after the verification and is settled within the second. */
    public record Dispute(Length raisedWithin, Length settledWithin, Span at) {}

    /** Where a concession is in its life. */
    public enum State {
        CLOSED("not yet open"),
        OPEN("open"),
        CLAIMED("claimed"),
        MET("met"),
        VERIFIED("verified"),
        BROKEN("broken"),
        EXPIRED("expired");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}

package parley.identity.resolver;

import java.time.Instant;

/** One line of the log of judgements. */
public sealed interface Entry {
    /** When it was said. Entries stand in the log in this order. */
    Instant at();

    /** What a person says about two records. */
    enum Verdict {
        SAME,
        DIFFERENT,
        UNSURE
    }

    /**
     * A person's judgement of a pair.
     *
     * @param id unique in the log; a retraction names it
     * @param seen what the person had before them, so that the judgement returns when it changes
     */
    record Judgement(
            String id, String left, String right, Verdict verdict, String by, Instant at, String why, String seen)
            implements Entry {
        /** @throws IllegalArgumentException if a record is judged against itself, or nobody or no reason is named */
        public Judgement {
            if (left.equals(right)) {
                throw new IllegalArgumentException("%s is judged against itself.".formatted(left));
            }
            if (by.isBlank() || why.isBlank()) {
                throw new IllegalArgumentException(
                        "The judgement of %s and %s names nobody or no reason; both are kept with it."
                                .formatted(left, right));
            }
        }
    }

    /** Takes a judgement back: from here on it counts as never said, and stays in the log. */
    record Retraction(String judgement, String by, Instant at, String why) implements Entry {}
}

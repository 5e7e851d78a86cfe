package parley.evidence;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The condition of a clause as the evidence answers it. Numbers are bounds, answers have three values; "above a" is
 * "at least a + 1". The text of a criterion is what the certificate hashes.
 */
public sealed interface Criterion {

    /** True if the low bound reaches {@code least}, false if the high bound stays below. */
    record AtLeast(CountOf count, long least) implements Criterion {
        @Override
        public String toString() {
            return "at least " + least + " of " + count;
        }
    }

    /**
     * False if the low bound exceeds {@code most}; true if the high bound does not and coverage was claimed for the day
     * or the whole window: no report is not absence.
     */
    record AtMost(CountOf count, long most) implements Criterion {
        @Override
        public String toString() {
            return "at most " + most + " of " + count;
        }
    }

    /** Kleene's and. */
    record All(List<Criterion> parts) implements Criterion {
        public All {
            parts = some(parts);
        }

        @Override
        public String toString() {
            return words(parts, " and ");
        }
    }

    /** Kleene's or. */
    record Any(List<Criterion> parts) implements Criterion {
        public Any {
            parts = some(parts);
        }

        @Override
        public String toString() {
            return words(parts, " or ");
        }
    }

    /**
     * A condition in the words of a text, which a record of facts answers and not the claims one by one.
     *
     * @param words one line
     */
    record Stated(String words) implements Criterion {
        public Stated {
            Lines.word("condition", words);
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Returns the criterion "no such thing for so many days". */
    static Criterion none(CountOf count) {
        return new AtMost(count, 0);
    }

    private static List<Criterion> some(List<Criterion> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "A criterion of no parts would be true of anything; name one part at least.");
        }
        return List.copyOf(parts);
    }

    private static String words(List<Criterion> parts, String between) {
        return parts.stream().map(Criterion::toString).collect(Collectors.joining(between, "(", ")"));
    }
}

package parley.roadmap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.text.Span;

/** Something that is true, false or unknown on a day. */
public sealed interface Condition {
    Span at();

    /** Returns the parts that are no {@code and}, {@code or}, {@code not}, {@code by}, in the order written. */
    default List<Condition> leaves() {
        return switch (this) {
            case All all ->
                all.parts().stream().flatMap(p -> p.leaves().stream()).toList();
            case Any any ->
                any.parts().stream().flatMap(p -> p.leaves().stream()).toList();
            case Not not -> not.part().leaves();
            case By by -> by.part().leaves();
            case Level _, Change _, Total _, Absent _, Occurs _, InState _, Amount _, Owed _ -> List.of(this);
        };
    }

    /** How a number is compared. */
    enum Comparison {
        AT_MOST("at most"),
        AT_LEAST("at least"),
        ABOVE("above"),
        BELOW("below"),
        EXACTLY("exactly");

        private final String words;

        Comparison(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public boolean holds(double value, double bound) {
            return switch (this) {
                case AT_MOST -> value <= bound;
                case AT_LEAST -> value >= bound;
                case ABOVE -> value > bound;
                case BELOW -> value < bound;
                case EXACTLY -> value == bound;
            };
        }
    }

    record All(List<Condition> parts, Span at) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    record Any(List<Condition> parts, Span at) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not(Condition part, Span at) implements Condition {}

    /**
     * {@code prisoners at most 20 for 60 days}, {@code newly-recognised above 30 a month for 2 months}.
     *
     * @param per the period the text names ({@code a month}), or {@code null}
     * @param hold how long it must have held, or {@code null} for the last reading
     */
    record Level(
            Ref indicator,
            Comparison comparison,
            double value,
            Length.@Nullable Unit per,
            @Nullable Length hold,
            Span at)
            implements Condition {}

    /** {@code prisoners falls by 200 within 12 months}: the last reading against the one at the start of the window. */
    record Change(Ref indicator, boolean falls, double by, Length within, Span at) implements Condition {}

    /** {@code freed-at-home totals at least 80 within 60 days}. */
    record Total(Ref indicator, Comparison comparison, double value, Length within, Span at) implements Condition {}

    /** {@code no border-attack for 90 days}. */
    record Absent(Ref event, Length during, Span at) implements Condition {}

    /** {@code any strike}, {@code more than 2 border-attack within 30 days}; without a window since the concession opened. */
    record Occurs(
            Ref event,
            Comparison comparison,
            int count,
            @Nullable Length within,
            Span at) implements Condition {}

    /**
     * {@code all-free verified}, {@code eu-potash imposed}, {@code distance open}, {@code … for 90 days}.
     *
     * @param state the word as written
     */
    record InState(Ref thing, String state, @Nullable Length hold, Span at) implements Condition {}

    /** {@code relief at most 2}: one of the roadmap's own numbers, in formulas only. */
    record Amount(String number, Comparison comparison, double value, Span at) implements Condition {}

    /** {@code owed by eu}: some duty of the partner is open, in formulas only. */
    record Owed(Ref partner, Span at) implements Condition {}

    /** {@code C by 2027-12-31}, in formulas and questions only. */
    record By(Condition part, LocalDate day, Span at) implements Condition {}
}

package parley.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.text.Edit;
import parley.text.Span;

/**
 * The answer to one property.
 *
 * @param property one of {@link parley.roadmap.Catalogue#names()}
 * @param parameters as asked, for example {@code despite 1 veto}; empty if none
 * @param clause the line that claims it, or {@link Span#NOWHERE} if it is asked by default
 * @param says one sentence that stands alone
 * @param causes the clauses that make it so, each with what it does
 * @param mends the smallest changes of the text that would help, best first
 * @param value what was asked for, or {@code null} if nothing but yes or no was
 * @param repairs changes of the text that were tried, each with what came of it
 * @param ground what it rests on
 */
public record Verdict(
        String property,
        String parameters,
        Span clause,
        Outcome outcome,
        String says,
        List<Cause> causes,
        List<String> mends,
        @Nullable Value value,
        List<Repair> repairs,
        Ground ground) {
    public Verdict {
        causes = List.copyOf(causes);
        mends = mends.stream().distinct().toList();
        repairs = List.copyOf(repairs);
    }

    /** The only words a verdict may use. */
    public enum Outcome {
        HOLDS("holds"),
        /** Of a question for a number. */
        ANSWERED("answered"),
        REFUTED("refuted"),
        OPEN("open"),
        NOT_APPLICABLE("not applicable");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * A change of the text, re-checked.
     *
     * @param edit the change as people read it
     * @param verdict on the property, with the change
     * @param breaks other claims of the text that held before and do not with the change
     * @param edits the change as a program makes it
     */
    public record Repair(String edit, Outcome verdict, List<String> breaks, List<Edit> edits) {
        public Repair {
            breaks = List.copyOf(breaks);
            edits = List.copyOf(edits);
        }

        public String breaksWords() {
            return breaks.isEmpty() ? "" : ", but no longer " + String.join(", ", breaks);
        }
    }

    /** The same with repairs that were tried. */
    public Verdict with(List<Repair> tried) {
        return new Verdict(property, parameters, clause, outcome, says, causes, mends, value, tried, ground);
    }

    /** A number between two bounds, perhaps infinite. */
    public record Value(double least, double most) {}

    Verdict valued(double least, double most) {
        return new Verdict(
                property, parameters, clause, outcome, says, causes, mends, new Value(least, most), repairs, ground);
    }

    /** A clause and what it does to the property. */
    public record Cause(Span at, String says) {}

    Verdict on(Ground what) {
        return new Verdict(property, parameters, clause, outcome, says, causes, mends, value, repairs, what);
    }

    Verdict because(List<Cause> clauses) {
        return new Verdict(property, parameters, clause, outcome, says, clauses, mends, value, repairs, ground);
    }

    public boolean claimed() {
        return !clause.equals(Span.NOWHERE);
    }
}

package parley.proof;

import java.util.List;
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
 */
public record Verdict(
        String property,
        String parameters,
        Span clause,
        Outcome outcome,
        String says,
        List<Cause> causes,
        List<String> mends) {
    public Verdict {
        causes = List.copyOf(causes);
        mends = List.copyOf(mends);
    }

    /** The only words a verdict may use. */
    public enum Outcome {
        HOLDS("holds"),
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

    /** A clause and what it does to the property. */
    public record Cause(Span at, String says) {}

    public boolean claimed() {
        return !clause.equals(Span.NOWHERE);
    }
}

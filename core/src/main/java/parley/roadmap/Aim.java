package parley.roadmap;

import java.util.List;
import parley.text.Span;

/** What the lab maximises: a sum of weighted things, each counted per unit. */
public record Aim(List<Term> terms, Secrecy secrecy, Span at) {
    public Aim {
        terms = List.copyOf(terms);
    }

    /** {@code weight} points for each {@code unit}, for example {@code person-month of prison avoided}. */
    public record Term(double weight, String unit, Span at) {}
}

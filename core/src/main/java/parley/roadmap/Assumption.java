package parley.roadmap;

import org.jspecify.annotations.Nullable;
import parley.text.Span;

/** A belief with its bounds; the only place where a number of belief may stand. */
public sealed interface Assumption {
    Secrecy secrecy();

    Span at();

    /** {@code assume eu member vetoes a decision between 5% and 30%}; shares from 0 to 1. */
    record Veto(Ref partner, double low, double high, Secrecy secrecy, Span at) implements Assumption {}

    /** {@code assume monitors err between 1% and 5%}; shares from 0 to 1. */
    record Errors(Ref verifier, double low, double high, Secrecy secrecy, Span at) implements Assumption {}

    /** {@code assume us leaves the roadmap at most once}. */
    record Leaves(Ref partner, int times, Secrecy secrecy, Span at) implements Assumption {}

    /** {@code assume eu decides on potash-act in 20 to 60 days}: a delay in days; {@code measure} may be {@code null}. */
    record Delay(Ref partner, @Nullable Ref measure, int fewestDays, int mostDays, Secrecy secrecy, Span at)
            implements Assumption {}
}

package parley.game;

import org.jspecify.annotations.Nullable;

/**
 * When to stop.
 *
 * @param epsilon the width that is enough; of values above 1 relative
 * @param sweeps the most sweeps over a component, all told; the bounds hold also when they run out
 * @param threshold a number that need only be compared with, or {@code null}
 * @param everywhere whether every state is asked about, not only the first
 */
public record Limits(double epsilon, long sweeps, @Nullable Fraction threshold, boolean everywhere) {
    private static final long BRIEF = 2_000;

    public static final Limits USUAL = new Limits(1e-6, 20_000_000, null, false);

    public Limits against(Fraction value) {
        return new Limits(epsilon, sweeps, value, everywhere);
    }

    /** Without a threshold. */
    Limits unasked() {
        return new Limits(epsilon, sweeps, null, everywhere);
    }

    /** A first attempt, after which fractions may be quicker. */
    Limits brief() {
        return new Limits(epsilon, Math.min(sweeps, BRIEF), threshold, everywhere);
    }

    public Limits everyState() {
        return new Limits(epsilon, sweeps, threshold, true);
    }

    /** A fraction is compared as a double only where that cannot err. */
    boolean enough(double low, double high) {
        if (threshold != null) {
            double near = threshold.nearest();
            return low > near || high < near || low >= high;
        }
        return low >= high || high - low <= epsilon * Math.max(1, low);
    }
}

package parley.game;

import org.jspecify.annotations.Nullable;

/**
 * What is known of every state.
 *
 * @param exact the values, infinite ones {@code null}; or {@code null} where only the bounds are known
 * @param between whether a value within bounds that differ is neither 0 nor 1, and compared with nothing else
 * @param complement whether the evidence is about the opposite event
 */
record Values(
        double[] low,
        double[] high,
        @Nullable Fraction @Nullable [] exact,
        @Nullable Evidence evidence,
        boolean between,
        boolean complement,
        long sweeps) {
    private static final Fraction HALF = Fraction.of(1, 2);

    static Values of(Horizon.Layers layers, @Nullable Fraction @Nullable [] exact) {
        return new Values(layers.low(), layers.high(), exact, null, false, false, 0);
    }

    static Values of(Evidence.Unbounded evidence) {
        Bounds bounds = evidence.bounds();
        return new Values(bounds.low(), bounds.high(), evidence.exact(), evidence, false, false, bounds.sweeps());
    }

    static Values of(Evidence.Total evidence) {
        Bounds bounds = evidence.bounds();
        return new Values(bounds.low(), bounds.high(), null, evidence, false, false, bounds.sweeps());
    }

    /** With upper bounds found otherwise, infinite ones if none; the evidence shows the lower bounds alone. */
    Values withUpper(double @Nullable [] bounds) {
        double[] upper = bounds;
        if (upper == null) {
            upper = new double[high.length];
            java.util.Arrays.fill(upper, Double.POSITIVE_INFINITY);
        }
        Evidence half = evidence == null ? null : new Evidence.Below(evidence);
        return new Values(low, upper, null, half, between, complement, sweeps);
    }

    Values with(@Nullable Evidence about) {
        return new Values(low, high, exact, about, between, complement, sweeps);
    }

    /** One minus everything. */
    Values opposite() {
        var less = new double[low.length];
        var more = new double[low.length];
        @Nullable Fraction[] rest = exact == null ? null : new Fraction[low.length];
        for (int s = 0; s < low.length; s++) {
            less[s] = high[s] == 1 || high[s] == 0 ? 1 - high[s] : Math.max(0, Math.nextDown(1 - high[s]));
            more[s] = low[s] == 1 || low[s] == 0 ? 1 - low[s] : Math.min(1, Math.nextUp(1 - low[s]));
            Fraction value = exact == null ? null : exact[s];
            if (rest != null && value != null) {
                rest[s] = Fraction.ONE.minus(value);
            }
        }
        return new Values(less, more, rest, evidence, between, !complement, sweeps);
    }

    Answer.Verdict verdict(int s, Query.Asked.Threshold threshold) {
        Query.Relation relation = threshold.relation();
        Fraction value = exact == null ? null : exact[s];
        if (value != null) {
            return verdict(relation.holds(value, threshold.value()));
        }
        if (between && low[s] < high[s]) {
            return verdict(relation.holds(HALF, threshold.value()));
        }
        boolean atLow = low[s] < Double.POSITIVE_INFINITY
                ? relation.holds(Fraction.exactly(low[s]), threshold.value())
                : relation.wantsMuch();
        boolean atHigh = high[s] < Double.POSITIVE_INFINITY
                ? relation.holds(Fraction.exactly(high[s]), threshold.value())
                : relation.wantsMuch();
        return atLow == atHigh ? verdict(atLow) : Answer.Verdict.OPEN;
    }

    private static Answer.Verdict verdict(boolean holds) {
        return holds ? Answer.Verdict.HOLDS : Answer.Verdict.REFUTED;
    }

    Answer answer(int s, Answer.@Nullable Verdict verdict) {
        Fraction value = exact == null ? null : exact[s];
        double least = value == null ? low[s] : value.nearest();
        double most = value == null ? high[s] : value.nearest();
        if (value != null) {
            int order = Fraction.exactly(least).compareTo(value);
            least = order > 0 ? Math.nextDown(least) : least;
            most = order < 0 ? Math.nextUp(most) : most;
        }
        return new Answer(verdict, least, most, value, evidence, complement, sweeps);
    }
}

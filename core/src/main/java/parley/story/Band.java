package parley.story;

import org.jspecify.annotations.Nullable;
import parley.roadmap.Condition.Comparison;

/** The figures a reading may have; both ends belong to it. Nothing that is counted lies below zero. */
record Band(double low, double high) {
    static final Band ANY = new Band(0, Double.POSITIVE_INFINITY);

    /** Returns the whole numbers, or those with the fraction of the bound, for which a comparison is true. */
    static @Nullable Band of(Comparison comparison, double bound) {
        double most = Double.POSITIVE_INFINITY;
        Band band = switch (comparison) {
            case AT_MOST -> new Band(0, bound);
            case AT_LEAST -> new Band(Math.max(0, bound), most);
            case ABOVE -> new Band(Math.max(0, Math.floor(bound) + 1), most);
            case BELOW -> new Band(0, below(bound));
            case EXACTLY -> new Band(bound, bound);
        };
        return band.low > band.high || band.high < 0 ? null : band;
    }

    private static double below(double bound) {
        double whole = Math.ceil(bound) - 1;
        return whole >= 0 ? whole : bound > 0 ? bound / 2 : -1;
    }

    /** Returns what both allow, or {@code null} if that is nothing. */
    @Nullable
    Band and(Band other) {
        double lowest = Math.max(low, other.low);
        double highest = Math.min(high, other.high);
        return lowest > highest ? null : new Band(lowest, highest);
    }

    /**
     * Returns the figure that disturbs least: the one next to the threshold that asks for it, because what lies further
     * away is what other thresholds ask for.
     */
    double figure() {
        return low > 0 || high == Double.POSITIVE_INFINITY ? low : high;
    }
}

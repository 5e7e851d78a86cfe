package parley.facts;

import java.math.BigDecimal;
import parley.roadmap.Condition.Comparison;

/** A number of which only the bounds are known; both ends belong to it, the high one may be infinite. */
record Interval(double low, double high) {
    /** A count of which only is known that somebody counted. */
    static final Interval SOME = new Interval(0, Double.POSITIVE_INFINITY);

    static Interval of(double value) {
        return new Interval(value, value);
    }

    Interval hull(Interval other) {
        return new Interval(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** Returns the interval of {@code this − other}. */
    Interval minus(Interval other) {
        double most = high == Double.POSITIVE_INFINITY ? high : high - other.low;
        double least = other.high == Double.POSITIVE_INFINITY ? Double.NEGATIVE_INFINITY : low - other.high;
        return new Interval(least, most);
    }

    Truth compare(Comparison comparison, double bound) {
        return switch (comparison) {
            case AT_MOST -> high <= bound ? Truth.TRUE : low > bound ? Truth.FALSE : Truth.UNKNOWN;
            case BELOW -> high < bound ? Truth.TRUE : low >= bound ? Truth.FALSE : Truth.UNKNOWN;
            case AT_LEAST -> low >= bound ? Truth.TRUE : high < bound ? Truth.FALSE : Truth.UNKNOWN;
            case ABOVE -> low > bound ? Truth.TRUE : high <= bound ? Truth.FALSE : Truth.UNKNOWN;
            case EXACTLY -> {
                if (bound < low || bound > high) {
                    yield Truth.FALSE;
                }
                yield low == high ? Truth.TRUE : Truth.UNKNOWN;
            }
        };
    }

    /** Returns {@code 9}, {@code 9 to 12}, {@code at least 9}. */
    String words() {
        if (low == high) {
            return figure(low);
        }
        if (high == Double.POSITIVE_INFINITY) {
            return low == Double.NEGATIVE_INFINITY ? "an unknown number" : "at least " + figure(low);
        }
        return low == Double.NEGATIVE_INFINITY ? "at most " + figure(high) : figure(low) + " to " + figure(high);
    }

    /** Returns the number without needless zeros or powers of ten. */
    static String figure(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Returns what a condition asks for, for example {@code 80 needed}. */
    static String needed(Comparison comparison, double bound) {
        String figure = figure(bound);
        return switch (comparison) {
            case AT_LEAST -> figure + " needed";
            case AT_MOST -> "at most " + figure + " needed";
            case ABOVE -> "more than " + figure + " needed";
            case BELOW -> "less than " + figure + " needed";
            case EXACTLY -> "exactly " + figure + " needed";
        };
    }
}

package parley.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The readings of one series in order of their days. */
final class ReadingSeries {
    static final ReadingSeries NONE = new Builder().done();

    private final long[] days;
    private final List<String> ids;

    /** The sum of the sure values before each index; one more than rows. */
    private final double[] sums;

    /** The number of rows that are empty or of confidence B before each index. */
    private final int[] unsure;

    /** The number of rows of confidence B before each index. */
    private final int[] unconfirmed;

    /** The days with a row of confidence A, each once, and the bounds of what these rows say of it. */
    private final long[] stepDays;

    private final double[] lows;
    private final double[] highs;

    /** For each step the first of the rows of its day; the rows end where the day ends. */
    private final int[] stepRows;

    private final Spread spread;

    /** Of steps that no row of an exact day made: what opens has the last day its reading may describe, what closes has none. */
    private final Map<Integer, Loose> loose;

    /**
     * A step at one end of the days a reading may describe.
     *
     * @param until the last of them for the first step, {@link Long#MIN_VALUE} for the last
     */
    private record Loose(String id, long until) {}

    private ReadingSeries(Builder made) {
        int n = made.rows;
        int steps = made.steps;
        days = Arrays.copyOf(made.days, n);
        ids = List.copyOf(made.ids);
        sums = Arrays.copyOf(made.sums, n + 1);
        unsure = Arrays.copyOf(made.unsure, n + 1);
        unconfirmed = Arrays.copyOf(made.unconfirmed, n + 1);
        stepDays = Arrays.copyOf(made.stepDays, steps);
        lows = Arrays.copyOf(made.lows, steps);
        highs = Arrays.copyOf(made.highs, steps);
        stepRows = Arrays.copyOf(made.stepRows, steps);
        spread = made.spread.isEmpty() ? Spread.NONE : new Spread(made.spread);
        loose = Map.copyOf(made.loose);
    }

    /** Takes the rows one by one, so that those of all series are walked through once. */
    static final class Builder {
        private final List<String> ids = new ArrayList<>();
        private int rows;
        private int steps;
        private long[] days = new long[16];
        private double[] sums = new double[17];
        private int[] unsure = new int[17];
        private int[] unconfirmed = new int[17];
        private long[] stepDays = new long[16];
        private double[] lows = new double[16];
        private double[] highs = new double[16];
        private int[] stepRows = new int[16];
        private final List<Spread.Row> spread = new ArrayList<>();
        private final Map<Integer, Loose> loose = new HashMap<>();

        /** Takes a row that is not dated before the last one. */
        void add(Reading row) {
            if (rows == days.length) {
                grow(rows * 2);
            }
            Double value = row.value();
            boolean confirmed = row.confidence() == Confidence.A;
            boolean sure = value != null && confirmed;
            ids.add(row.id());
            days[rows] = row.date().toEpochDay();
            sums[rows + 1] = sums[rows] + (value != null && sure ? value : 0);
            unsure[rows + 1] = unsure[rows] + (sure ? 0 : 1);
            unconfirmed[rows + 1] = unconfirmed[rows] + (confirmed ? 0 : 1);
            if (confirmed) {
                step(
                        days[rows],
                        value == null ? Interval.SOME.low() : value,
                        value == null ? Interval.SOME.high() : value);
            }
            rows++;
        }

        /** Takes the first day of a reading that may describe several: from then on the level may be the old one or the new. */
        void opens(Reading row) {
            spread.add(Spread.Row.of(row));
            if (row.confidence() == Confidence.A) {
                boolean fresh = step(row.date().toEpochDay(), Interval.SOME.low(), Interval.SOME.high());
                if (fresh) {
                    loose.put(steps - 1, new Loose(row.id(), row.latest().toEpochDay()));
                }
            }
        }

        /** Takes its last day: from then on the level is what it says. */
        void closes(Reading row) {
            Double value = row.value();
            boolean fresh = step(
                    row.latest().toEpochDay(),
                    value == null ? Interval.SOME.low() : value,
                    value == null ? Interval.SOME.high() : value);
            if (fresh) {
                loose.put(steps - 1, new Loose(row.id(), Long.MIN_VALUE));
            }
        }

        /** Adds a step, or widens the one of that day; returns whether it is a new one. */
        private boolean step(long day, double low, double high) {
            if (steps > 0 && stepDays[steps - 1] == day) {
                lows[steps - 1] = Math.min(lows[steps - 1], low);
                highs[steps - 1] = Math.max(highs[steps - 1], high);
                return false;
            }
            if (steps == stepDays.length) {
                growSteps(steps * 2);
            }
            stepDays[steps] = day;
            lows[steps] = low;
            highs[steps] = high;
            stepRows[steps] = rows;
            steps++;
            return true;
        }

        private void grow(int size) {
            days = Arrays.copyOf(days, size);
            sums = Arrays.copyOf(sums, size + 1);
            unsure = Arrays.copyOf(unsure, size + 1);
            unconfirmed = Arrays.copyOf(unconfirmed, size + 1);
        }

        private void growSteps(int size) {
            stepDays = Arrays.copyOf(stepDays, size);
            lows = Arrays.copyOf(lows, size);
            highs = Arrays.copyOf(highs, size);
            stepRows = Arrays.copyOf(stepRows, size);
        }

        ReadingSeries done() {
            return new ReadingSeries(this);
        }
    }

    /** Returns the total of {@code [first, last]}; sums are rounded to millionths, what doubles lose lies below. */
    FactIndex.Sum total(long first, long last) {
        int from = lower(days, first);
        int to = Math.max(from, lower(days, last + 1));
        double sum = sums[to] - sums[from];
        double rounded = Math.abs(sum) < 1e9 ? Math.rint(sum * 1e6) / 1e6 : sum;
        return spread.add(new FactIndex.Sum(to - from, rounded, unsure[to] - unsure[from]), first, last);
    }

    /** Returns the rows dated in {@code [first, last]}. */
    List<String> ids(long first, long last) {
        int from = lower(days, first);
        return spread.with(ids.subList(from, Math.max(from, lower(days, last + 1))), first, last);
    }

    /** Returns the last day that a reading may describe whose first such day is this step; the step's own day otherwise. */
    long opensUntil(int step) {
        Loose found = loose.get(step);
        return found == null || found.until == Long.MIN_VALUE ? stepDays[step] : found.until;
    }

    /** Returns the last step at or before {@code day}, or -1. */
    int stepAt(long day) {
        return lower(stepDays, day + 1) - 1;
    }

    int stepCount() {
        return stepDays.length;
    }

    long stepDay(int step) {
        return stepDays[step];
    }

    Interval step(int step) {
        return new Interval(lows[step], highs[step]);
    }

    /** Returns the id of the first row of confidence A of a step. */
    String stepId(int step) {
        Loose found = loose.get(step);
        return found == null ? ids.get(stepRows[step]) : found.id;
    }

    /** Returns how many rows dated in {@code [first, last]} are of confidence B. */
    int unconfirmed(long first, long last) {
        int from = lower(days, first);
        return unconfirmed[Math.max(from, lower(days, last + 1))] - unconfirmed[from];
    }

    /** Returns the index of the first element that is not below {@code key}. */
    static int lower(long[] sorted, long key) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

package parley.facts;

import java.util.Arrays;
import java.util.List;

/** The readings of one series in order of their days. */
final class ReadingSeries {
    static final ReadingSeries NONE = new ReadingSeries(List.of());

    private final long[] days;
    private final List<String> ids;

    /** The sum of the sure values before each index; one more than rows. */
    private final double[] sums;

    /** The number of rows that are empty or of confidence B before each index. */
    private final int[] unsure;

    /** The number of rows of confidence B before each index. */
    private final int[] unconfirmed;

    /** The days with a row of confidence A, each once, and what these rows say of it. */
    private final long[] stepDays;

    private final Interval[] steps;

    /** For each step the first of the rows of its day; the rows end where the day ends. */
    private final int[] stepRows;

    /** @param rows sorted by date */
    ReadingSeries(List<Reading> rows) {
        int n = rows.size();
        days = new long[n];
        sums = new double[n + 1];
        unsure = new int[n + 1];
        unconfirmed = new int[n + 1];
        ids = rows.stream().map(Reading::id).toList();
        long[] stepDay = new long[n];
        Interval[] step = new Interval[n];
        int[] stepRow = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            Reading row = rows.get(i);
            Double value = row.value();
            days[i] = row.date().toEpochDay();
            boolean sure = value != null && row.confidence() == Confidence.A;
            sums[i + 1] = sums[i] + (value != null && sure ? value : 0);
            unsure[i + 1] = unsure[i] + (sure ? 0 : 1);
            unconfirmed[i + 1] = unconfirmed[i] + (row.confidence() == Confidence.B ? 1 : 0);
            if (row.confidence() == Confidence.B) {
                continue;
            }
            Interval said = value == null ? Interval.SOME : Interval.of(value);
            if (count > 0 && stepDay[count - 1] == days[i]) {
                step[count - 1] = step[count - 1].hull(said);
            } else {
                stepDay[count] = days[i];
                step[count] = said;
                stepRow[count] = i;
                count++;
            }
        }
        stepDays = Arrays.copyOf(stepDay, count);
        steps = Arrays.copyOf(step, count);
        stepRows = Arrays.copyOf(stepRow, count);
    }

    /** Returns the total of {@code [first, last]}; sums are rounded to millionths, what doubles lose lies below. */
    FactIndex.Sum total(long first, long last) {
        int from = lower(days, first);
        int to = Math.max(from, lower(days, last + 1));
        double sum = sums[to] - sums[from];
        double rounded = Math.abs(sum) < 1e9 ? Math.rint(sum * 1e6) / 1e6 : sum;
        return new FactIndex.Sum(to - from, rounded, unsure[to] - unsure[from]);
    }

    /** Returns the rows dated in {@code [first, last]}. */
    List<String> ids(long first, long last) {
        int from = lower(days, first);
        return ids.subList(from, Math.max(from, lower(days, last + 1)));
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
        return steps[step];
    }

    /** Returns the id of the first row of confidence A of a step. */
    String stepId(int step) {
        return ids.get(stepRows[step]);
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

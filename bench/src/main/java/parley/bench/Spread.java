package parley.bench;

import java.util.Arrays;
import java.util.Locale;

/** The median of some measurements, the least and the most. */
record Spread(double median, double least, double most, int runs) {

    static Spread of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        return new Spread(median, sorted[0], sorted[n - 1], n);
    }

    /** Something measured once in the given unit. */
    interface Measured {
        double once() throws Exception;
    }

    static Spread of(int runs, Measured measured) throws Exception {
        double[] values = new double[runs];
        for (int i = 0; i < runs; i++) {
            values[i] = measured.once();
        }
        return of(values);
    }

    /** Returns for example {@code 0.432 s (0.421 to 0.467, 15 runs)}. */
    String in(String unit) {
        return String.format(Locale.ROOT, "%.3f %s (%.3f to %.3f, %d runs)", median, unit, least, most, runs);
    }
}

package parley.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Grouped cross-validation of one threshold. */
final class Folds {
    private static final int FOLDS = 5;
    private static final long[] SEEDS = {1, 2, 3};

    private Folds() {}

    /**
     * Prints F1 (or accuracy), precision and recall of rows whose threshold was chosen on the other folds, mean over three
     * seeds with the spread, and returns the threshold chosen on all rows.
     */
    static double report(String what, List<IdentityQuality.Row> rows, boolean f1) {
        double[] values = new double[SEEDS.length];
        double precision = 0;
        double recall = 0;
        for (int s = 0; s < SEEDS.length; s++) {
            Map<String, Integer> fold = folds(rows, SEEDS[s]);
            int[] counts = new int[4];
            for (int f = 0; f < FOLDS; f++) {
                var train = new ArrayList<IdentityQuality.Row>();
                var test = new ArrayList<IdentityQuality.Row>();
                for (IdentityQuality.Row row : rows) {
                    (fold.getOrDefault(row.group(), -1) == f ? test : train).add(row);
                }
                double threshold = best(train, f1);
                for (IdentityQuality.Row row : test) {
                    count(row, threshold, counts);
                }
            }
            values[s] = measure(counts, f1);
            precision += counts[0] / (double) Math.max(1, counts[0] + counts[1]) / SEEDS.length;
            recall += counts[0] / (double) Math.max(1, counts[0] + counts[2]) / SEEDS.length;
        }
        double least = Math.min(values[0], Math.min(values[1], values[2]));
        double most = Math.max(values[0], Math.max(values[1], values[2]));
        double all = best(rows, f1);
        System.out.printf(
                Locale.ROOT,
                "| %s, %s | %s | %.4f (%.4f to %.4f over 3 seeds), precision %.4f, recall %.4f, n = %d; threshold on all %.3f |%n",
                what,
                f1 ? "F1" : "accuracy",
                f1 ? "" : ">= 0.95",
                (values[0] + values[1] + values[2]) / 3,
                least,
                most,
                precision,
                recall,
                rows.size(),
                all);
        return all;
    }

    private static Map<String, Integer> folds(List<IdentityQuality.Row> rows, long seed) {
        var groups = new TreeSet<String>();
        rows.forEach(row -> groups.add(row.group()));
        var shuffled = new ArrayList<>(groups);
        Collections.shuffle(shuffled, new Random(seed));
        var fold = new HashMap<String, Integer>();
        for (int i = 0; i < shuffled.size(); i++) {
            fold.put(shuffled.get(i), i % FOLDS);
        }
        return fold;
    }

    private static void count(IdentityQuality.Row row, double threshold, int[] counts) {
        boolean said = row.score() >= threshold;
        counts[said ? row.label() ? 0 : 1 : row.label() ? 2 : 3]++;
    }

    private static double measure(int[] counts, boolean f1) {
        return f1
                ? 2.0 * counts[0] / (2.0 * counts[0] + counts[1] + counts[2])
                : (counts[0] + counts[3]) / (double) (counts[0] + counts[1] + counts[2] + counts[3]);
    }

    /** The middle of the widest run of thresholds that do best. */
    private static double best(List<IdentityQuality.Row> rows, boolean f1) {
        double best = -1;
        int from = 0;
        int width = 0;
        int run = 0;
        for (int t = 400; t < 1000; t += 5) {
            int[] counts = new int[4];
            for (IdentityQuality.Row row : rows) {
                count(row, t / 1000.0, counts);
            }
            double here = measure(counts, f1);
            if (here > best + 1e-9) {
                best = here;
                from = t;
                run = 1;
                width = 1;
            } else if (Math.abs(here - best) < 1e-9 && t == from + run * 5) {
                run++;
                width = run;
            }
        }
        return (from + (width - 1) * 5 / 2.0) / 1000;
    }

    /** Returns a share with its Wilson 95 % interval. */
    static String interval(long hits, long of) {
        if (of == 0) {
            return "none";
        }
        double z = 1.96;
        double p = hits / (double) of;
        double middle = (p + z * z / (2 * of)) / (1 + z * z / of);
        double half = z * Math.sqrt(p * (1 - p) / of + z * z / (4.0 * of * of)) / (1 + z * z / of);
        return String.format(Locale.ROOT, "%.4f [%.4f, %.4f]", p, middle - half, middle + half);
    }
}

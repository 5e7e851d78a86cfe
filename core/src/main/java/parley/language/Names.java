package parley.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the names a writer may have meant. */
final class Names {
    private Names() {}

    private static final int SHOWN = 3;

    /** Returns up to three candidates within a third of the word's length, nearest first. */
    static List<String> nearest(String word, Collection<String> candidates) {
        if (word.length() > 60) {
            return List.of();
        }
        record Near(String name, int distance) {}
        Comparator<Near> order = Comparator.comparingInt(Near::distance).thenComparing(Near::name);
        List<Near> best = new ArrayList<>();
        // Once there are enough, only what is at least as near as the last of them is worth measuring.
        int most = Math.max(1, word.length() / 3);
        for (String candidate : candidates) {
            int distance = distance(word, candidate, most);
            if (distance > most) {
                continue;
            }
            best.add(new Near(candidate, distance));
            if (best.size() > SHOWN) {
                best.sort(order);
                best.removeLast();
                most = best.getLast().distance();
            }
        }
        return best.stream().sorted(order).map(Near::name).toList();
    }

    /**
     * Returns the Levenshtein distance (1966) if it is at most {@code most}, else a greater number. Only the cells within
     * {@code most} of the diagonal can lead to so small a distance (Ukkonen 1985): O(most · n) with one row.
     */
    static int distance(String a, String b, int most) {
        int n = b.length();
        if (Math.abs(a.length() - n) > most) {
            return most + 1;
        }
        int[] row = new int[n + 1];
        for (int j = 0; j <= n; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int from = Math.max(1, i - most);
            int to = Math.min(n, i + most);
            int diagonal = row[from - 1];
            row[from - 1] = from == 1 ? i : most + 1;
            int least = row[from - 1];
            for (int j = from; j <= to; j++) {
                int above = j == i + most ? most + 1 : row[j];
                int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(swap, Math.min(above, row[j - 1]) + 1);
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return most + 1;
            }
        }
        return row[n];
    }
}

package parley.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the names a writer may have meant. */
final class Names {
    private Names() {}

    /** Returns up to three candidates within a third of the word's length, nearest first. */
    static List<String> nearest(String word, Collection<String> candidates) {
        if (word.length() > 60) {
            return List.of();
        }
        int most = Math.max(1, word.length() / 3);
        record Near(String name, int distance) {}
        return candidates.stream()
                .filter(c -> Math.abs(c.length() - word.length()) <= most)
                .map(c -> new Near(c, distance(word, c)))
                .filter(n -> n.distance() <= most)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(3)
                .map(Near::name)
                .toList();
    }

    /** Levenshtein distance (1966), two rows, O(n·m). */
    static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[b.length()];
    }
}

package parley.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names that somebody may have meant. */
final class Nearest {
    private Nearest() {}

    /** Returns at most {@code most} of {@code names} that resemble {@code wanted}, the closest first. */
    static List<String> to(String wanted, Collection<String> names, int most) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        record Candidate(String name, int edits) {}
        return names.stream()
                .map(name -> new Candidate(name, edits(lower, name.toLowerCase(Locale.ROOT))))
                .filter(c -> c.edits()
                        <= Math.max(1, Math.max(wanted.length(), c.name().length()) / 2))
                .sorted(Comparator.comparingInt(Candidate::edits).thenComparing(Candidate::name))
                .limit(most)
                .map(Candidate::name)
                .toList();
    }

    /** Returns {@code `a`, `b` or `c`}. */
    static String words(List<String> names) {
        if (names.size() == 1) {
            return "`" + names.getFirst() + "`";
        }
        String front = names.subList(0, names.size() - 1).stream()
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
        return front + " or `" + names.getLast() + "`";
    }

    /** The distance of Levenshtein, in time |a|·|b|. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}

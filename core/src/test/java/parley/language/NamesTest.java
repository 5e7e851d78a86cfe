package parley.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Suggestions against the obvious way to them: the full table of Levenshtein, every candidate measured and sorted. */
class NamesTest {
    @Test
    void the_distance_is_that_of_the_full_table_as_far_as_it_matters() {
        var random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            String a = word(random);
            String b = word(random);
            int most = random.nextInt(8);
            int full = table(a, b);
            int distance = Names.distance(a, b, most);
            if (full <= most) {
                assertThat(distance).as("%s %s %d", a, b, most).isEqualTo(full);
            } else {
                assertThat(distance).as("%s %s %d", a, b, most).isGreaterThan(most);
            }
        }
    }

    @Test
    void the_three_nearest_are_those_of_a_sorted_list() {
        var random = new Random(8);
        for (int round = 0; round < 500; round++) {
            String word = word(random);
            List<String> candidates = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                candidates.add(word(random));
            }
            List<String> expected = candidates.stream()
                    .filter(c -> table(word, c) <= Math.max(1, word.length() / 3))
                    .sorted(Comparator.<String>comparingInt(c -> table(word, c))
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(3)
                    .toList();

            assertThat(Names.nearest(word, candidates)).as(word).isEqualTo(expected);
        }
    }

    private static String word(Random random) {
        var text = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(3)));
        }
        return text.toString();
    }

    private static int table(String a, String b) {
        int[][] cells = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cells[i][j] = i == 0 || j == 0
                        ? i + j
                        : Math.min(
                                cells[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1),
                                Math.min(cells[i - 1][j], cells[i][j - 1]) + 1);
            }
        }
        return cells[a.length()][b.length()];
    }
}

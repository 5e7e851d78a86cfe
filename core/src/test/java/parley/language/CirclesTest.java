package parley.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.text.Diagnostic;
import parley.text.Source;

class CirclesTest {
    @Test
    void a_name_is_on_a_circle_if_it_can_be_reached_from_itself() {
        var random = new Random(9);
        for (int round = 0; round < 2000; round++) {
            int n = 1 + random.nextInt(8);
            Map<String, Set<String>> next = new HashMap<>();
            for (int i = 0; i < n; i++) {
                next.put("p" + i, new TreeSet<>());
            }
            for (int i = random.nextInt(2 * n); i > 0; i--) {
                next.computeIfAbsent("p" + random.nextInt(n), _ -> new TreeSet<>())
                        .add("p" + random.nextInt(n));
            }

            assertThat(Circles.on(next)).as("%s", next).isEqualTo(obvious(next));
        }
    }

    @Test
    void phases_that_all_wait_for_each_other_are_reported_without_trying_every_way_round() {
        String phases = IntStream.range(0, 24)
                .mapToObj(i -> "phase p%d \"P\", opens when ".formatted(i)
                        + IntStream.range(0, 24)
                                .filter(j -> j != i)
                                .mapToObj("p%d open"::formatted)
                                .collect(Collectors.joining(" and ")))
                .collect(Collectors.joining(
                        "\n", "case c \"C\"\n  counterpart r \"R\"\n  runs from 2026-01-01 to 2027-01-01\n", "\n"));

        assertThat(CaseText.read(List.of(new Source("a.parley", phases))).diagnostics())
                .extracting(Diagnostic::code)
                .hasSize(24)
                .containsOnly("R028");
    }

    private static Set<String> obvious(Map<String, Set<String>> next) {
        Set<String> found = new TreeSet<>();
        for (String start : next.keySet()) {
            Set<String> seen = new HashSet<>();
            Deque<String> open = new ArrayDeque<>(next.get(start));
            while (!open.isEmpty()) {
                String name = open.pop();
                if (seen.add(name)) {
                    open.addAll(next.get(name));
                }
            }
            if (seen.contains(start)) {
                found.add(start);
            }
        }
        return found;
    }
}

package parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parley.SharedFiles;
import parley.SharedFiles.Json;

/** Independence is computed from what rests on what, and never typed in. */
class IndependenceTest {
    @Test
    void the_thirteen_cases_of_the_vectors() {
        Json vectors = SharedFiles.json("vectors/parley/independence.json");
        var nodes = new TreeMap<String, Origins.Node>();
        var edges = new TreeMap<String, SortedSet<String>>();
        for (String name : vectors.get("sources").names()) {
            Json source = vectors.get("sources").get(name);
            nodes.put(
                    name,
                    new Origins.Node(
                            name,
                            source.get("org").textOrNull(),
                            source.get("party").textOrNull(),
                            source.has("anonymous")));
            if (source.has("draws_on")) {
                edges.put(name, new TreeSet<>(source.get("draws_on").strings()));
            }
        }
        var origins = new Origins(nodes, edges, Set.of());
        List<Json> cases = vectors.get("cases").list();
        assertThat(cases).hasSize(13);
        for (Json one : cases) {
            Independence counted = Independence.of(
                    origins,
                    one.get("items").strings(),
                    Set.copyOf(one.get("interested").strings()));
            assertThat(List.of(counted.lower().number(), counted.upper().number()))
                    .as(one.get("items").strings().toString())
                    .containsExactly(one.get("lower").number(), one.get("upper").number());
            assertThat(counted.lower().exact()).isTrue();
        }
    }

    @Test
    void the_picture_names_what_two_items_share() {
        var origins = new Origins(
                nodes(node("call", null, null), node("list", "monitor", null), node("outlet", "paper", null)),
                new TreeMap<>(Map.of("list", new TreeSet<>(Set.of("call")), "outlet", new TreeSet<>(Set.of("call")))),
                Set.of());

        assertThat(Independence.of(origins, List.of("list", "outlet"), Set.of()).conflicts())
                .map(Independence.Conflict::toString)
                .containsExactly("list and outlet both rest on call");
    }

    @Test
    void a_circle_is_refused_with_its_path() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Origins(
                        nodes(node("a", null, null), node("b", null, null), node("c", null, null)),
                        new TreeMap<>(Map.of(
                                "a", new TreeSet<>(Set.of("b")),
                                "b", new TreeSet<>(Set.of("c")),
                                "c", new TreeSet<>(Set.of("a")))),
                        Set.of()))
                .withMessage("It rests on itself: a → b → c → a.");
    }

    @Test
    void two_anonymous_persons_count_twice_only_once_they_are_established_to_be_two() {
        var nodes = nodes(new Origins.Node("p1", null, null, true), new Origins.Node("p2", null, null, true));
        assertThat(Independence.of(new Origins(nodes, new TreeMap<>(), Set.of()), List.of("p1", "p2"), Set.of())
                        .upper()
                        .number())
                .isEqualTo(1);
        assertThat(Independence.of(
                                new Origins(nodes, new TreeMap<>(), Set.of(Set.of("p1", "p2"))),
                                List.of("p1", "p2"),
                                Set.of())
                        .lower()
                        .number())
                .isEqualTo(2);
    }

    @Test
    void a_new_item_that_rests_on_an_existing_one_never_raises_a_count() {
        for (int seed = 0; seed < 4_000; seed++) {
            var random = new Random(seed);
            RandomGraph graph = RandomGraph.of(random);
            Independence before = graph.count();
            graph.addDependent(random);
            Independence after = graph.count();
            assertThat(after.lower().number())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(before.lower().number());
            assertThat(after.upper().number())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(before.upper().number());
            assertThat(before.lower().number())
                    .isLessThanOrEqualTo(before.upper().number());
        }
    }

    /** The slow obvious way: every subset. */
    @Test
    void the_largest_set_is_the_one_found_by_trying_all() {
        for (int seed = 0; seed < 600; seed++) {
            var random = new Random(seed);
            int n = 1 + random.nextInt(13);
            List<BitSet> conflicts = randomConflicts(random, n, random.nextDouble());
            int best = 0;
            for (int set = 0; set < 1 << n; set++) {
                BitSet chosen = BitSet.valueOf(new long[] {set});
                if (isFree(chosen, conflicts)) {
                    best = Math.max(best, chosen.cardinality());
                }
            }
            BitSet found = IndependentSet.largest(conflicts);
            assertThat(isFree(found, conflicts)).isTrue();
            assertThat(found.cardinality()).as("seed %d", seed).isEqualTo(best);
        }
    }

    @Test
    void above_64_items_the_count_is_a_lower_bound_and_says_so() {
        var nodes = new TreeMap<String, Origins.Node>();
        for (int i = 0; i < 70; i++) {
            nodes.put("i" + i, node("i" + i, "org" + i % 35, null));
        }
        Independence counted = Independence.of(new Origins(nodes, new TreeMap<>(), Set.of()), nodes.keySet(), Set.of());
        assertThat(counted.lower()).hasToString("at least 35");
        assertThat(counted.lower().exact()).isFalse();
    }

    /** Measured, not asserted: the design wants 40 items under 50 ms. */
    @Test
    void forty_items_are_counted_exactly() {
        long worst40 = 0;
        long worst64 = 0;
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            double density = 0.03 + 0.01 * seed;
            worst40 = Math.max(worst40, nanos(randomConflicts(random, 40, density)));
            worst64 = Math.max(worst64, nanos(randomConflicts(random, 64, density)));
        }
        System.out.printf(
                "independence: worst of 60 graphs, 40 items %.1f ms, 64 items %.1f ms%n", worst40 / 1e6, worst64 / 1e6);
        assertThat(worst40).isPositive();
    }

    private static long nanos(List<BitSet> conflicts) {
        long start = System.nanoTime();
        BitSet found = IndependentSet.largest(conflicts);
        long took = System.nanoTime() - start;
        assertThat(isFree(found, conflicts)).isTrue();
        return took;
    }

    private static boolean isFree(BitSet chosen, List<BitSet> conflicts) {
        return chosen.stream().noneMatch(v -> conflicts.get(v).intersects(chosen));
    }

    private static List<BitSet> randomConflicts(Random random, int n, double density) {
        var rows = new ArrayList<BitSet>();
        for (int i = 0; i < n; i++) {
            rows.add(new BitSet(n));
        }
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (random.nextDouble() < density) {
                    rows.get(i).set(j);
                    rows.get(j).set(i);
                }
            }
        }
        return rows;
    }

    private static Origins.Node node(String id, @Nullable String organisation, @Nullable String party) {
        return new Origins.Node(id, organisation, party, false);
    }

    private static SortedMap<String, Origins.Node> nodes(Origins.Node... nodes) {
        var map = new TreeMap<String, Origins.Node>();
        for (Origins.Node node : nodes) {
            map.put(node.id(), node);
        }
        return map;
    }

    private static final class RandomGraph {
        private final SortedMap<String, Origins.Node> nodes = new TreeMap<>();
        private final SortedMap<String, SortedSet<String>> edges = new TreeMap<>();
        private final List<String> items = new ArrayList<>();

        static RandomGraph of(Random random) {
            var graph = new RandomGraph();
            int n = 3 + random.nextInt(10);
            for (int i = 0; i < n; i++) {
                graph.add(random, "n" + i, i);
            }
            for (int i = 0; i < n; i++) {
                if (random.nextInt(3) > 0 || graph.items.isEmpty()) {
                    graph.items.add("n" + i);
                }
            }
            return graph;
        }

        private void add(Random random, String id, int before) {
            nodes.put(
                    id,
                    new Origins.Node(
                            id,
                            random.nextInt(3) == 0 ? "org" + random.nextInt(4) : null,
                            random.nextInt(4) == 0 ? "party" + random.nextInt(2) : null,
                            random.nextInt(6) == 0));
            for (int k = 0; k < 2 && before > 0; k++) {
                if (random.nextInt(3) == 0) {
                    edge(id, "n" + random.nextInt(before));
                }
            }
            if (random.nextInt(8) == 0) {
                edge(id, Origins.UNKNOWN);
            }
        }

        private void edge(String from, String to) {
            edges.computeIfAbsent(from, _ -> new TreeSet<>()).add(to);
        }

        void addDependent(Random random) {
            String on = items.get(random.nextInt(items.size()));
            add(random, "new", 0);
            edge("new", on);
            items.add("new");
        }

        Independence count() {
            return Independence.of(new Origins(nodes, edges, Set.of()), items, Set.of("party0"));
        }
    }
}

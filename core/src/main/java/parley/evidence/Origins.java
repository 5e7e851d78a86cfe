package parley.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What rests on what: nodes, and edges from a node to those it rests on. The edge to {@value #UNKNOWN} says that nobody
 * knows.
 *
 * @param restsOn sorted; every name is a node or {@value #UNKNOWN}
 * @param distinct pairs of anonymous nodes that are established to be two persons
 */
public record Origins(
        SortedMap<String, Node> nodes, SortedMap<String, SortedSet<String>> restsOn, Set<Set<String>> distinct) {
    /** The word for an origin nobody knows. */
    public static final String UNKNOWN = "?";

    /** @throws IllegalArgumentException if an edge leads nowhere or in a circle, with the path */
    public Origins {
        nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
        var edges = new TreeMap<String, SortedSet<String>>();
        restsOn.forEach((from, to) -> edges.put(from, Collections.unmodifiableSortedSet(new TreeSet<>(to))));
        restsOn = Collections.unmodifiableSortedMap(edges);
        distinct = Set.copyOf(distinct);
        for (var edge : restsOn.entrySet()) {
            for (String to : edge.getValue()) {
                if (!nodes.containsKey(edge.getKey()) || (!to.equals(UNKNOWN) && !nodes.containsKey(to))) {
                    throw new IllegalArgumentException(
                            "%s rests on %s, and one of the two is not described.".formatted(edge.getKey(), to));
                }
            }
        }
        for (String node : nodes.keySet()) {
            List<String> circle = path(node, node, edges);
            if (circle != null) {
                throw new IllegalArgumentException("It rests on itself: " + String.join(" → ", circle) + ".");
            }
        }
    }

    /**
     * Something that may share an origin with something else.
     *
     * @param organisation who controls it; null if nobody does
     * @param party the party to the case that controls it; null if none does
     * @param anonymous a person of whom nobody knows who it is
     */
    public record Node(
            String id,
            @Nullable String organisation,
            @Nullable String party,
            boolean anonymous) {}

    /**
     * Returns the way from {@code from} to {@code to} over at least one edge, both named; null if there is none.
     * Cost: nodes + edges.
     */
    static @Nullable List<String> path(String from, String to, Map<String, ? extends Collection<String>> edges) {
        return path(from, to, node -> edges.containsKey(node) ? edges.get(node) : List.of());
    }

    static @Nullable List<String> path(String from, String to, Function<String, ? extends Collection<String>> edges) {
        var before = new HashMap<String, String>();
        var queue = new ArrayDeque<String>(List.of(from));
        while (!queue.isEmpty()) {
            String node = queue.remove();
            for (String next : edges.apply(node)) {
                if (before.putIfAbsent(next, node) == null) {
                    if (next.equals(to)) {
                        return back(from, to, before);
                    }
                    queue.add(next);
                }
            }
        }
        return null;
    }

    private static List<String> back(String from, String to, Map<String, String> before) {
        var way = new ArrayList<String>(List.of(to));
        for (String node = before.get(to); node != null; node = node.equals(from) ? null : before.get(node)) {
            way.add(node);
        }
        Collections.reverse(way);
        return way;
    }

    /** Returns the node and everything it rests on; {@value #UNKNOWN} is in it if an origin is unknown. */
    SortedSet<String> closure(Collection<String> from) {
        var seen = new HashSet<>(from);
        var queue = new ArrayDeque<>(from);
        while (!queue.isEmpty()) {
            for (String next : restsOn.getOrDefault(queue.remove(), Collections.emptySortedSet())) {
                if (seen.add(next)) {
                    queue.add(next);
                }
            }
        }
        return new TreeSet<>(seen);
    }

    /** Returns a text of the graph; equal graphs have equal bytes. */
    public String text() {
        var lines = new Lines("parley-origins/v1");
        nodes.values()
                .forEach(node -> lines.add(
                        "node " + node.id(), node.organisation() + " " + node.party() + " " + node.anonymous()));
        restsOn.forEach((from, to) -> lines.each("edge " + from, to));
        distinct.stream()
                .map(pair -> String.join(" ", new TreeSet<>(pair)))
                .sorted()
                .forEach(pair -> lines.add("distinct", pair));
        return lines.end();
    }
}

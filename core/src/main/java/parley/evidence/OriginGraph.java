package parley.evidence;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The part of the origins that some items reach. An item rests on its source as a person, on the items recorded for it,
 * and only where none are recorded on what its source usually draws on.
 *
 * <pre>
 *   item ──▶ source S                              who it is, once for all items
 *     ├────▶ item …                                as recorded
 *     └────▶ usually T ──▶ source T, usually U …   default, if nothing is recorded
 * </pre>
 */
final class OriginGraph {
    private final Fold fold;
    private final Set<Set<String>> distinct;
    private final SortedMap<String, Origins.Node> nodes = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> edges = new TreeMap<>();

    /** @param distinct pairs of pseudonyms */
    OriginGraph(Fold fold, Set<Set<String>> distinct) {
        this.fold = fold;
        this.distinct = distinct;
    }

    Origins of(Collection<String> items) {
        var queue = new ArrayDeque<>(new TreeSet<>(items));
        var seen = new HashSet<>(items);
        while (!queue.isEmpty()) {
            String id = queue.remove();
            Item item = fold.items.get(id);
            if (item == null) {
                throw new IllegalArgumentException("No item is called %s.".formatted(id));
            }
            Source source = source(item.source());
            nodes.put(id, new Origins.Node(id, source.organisation(), source.party(), false));
            edge(id, person(source));
            SortedSet<String> links = fold.itemLinks.getOrDefault(id, Collections.emptySortedSet());
            for (String to : links) {
                edge(id, to);
                if (!to.equals(Origins.UNKNOWN) && seen.add(to)) {
                    queue.add(to);
                }
            }
            if (links.isEmpty()) {
                usually(id, source);
            }
        }
        Set<Set<String>> pairs = distinct.stream()
                .map(pair -> pair.stream().map(OriginGraph::personId).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
        return new Origins(nodes, edges, pairs);
    }

    private void usually(String from, Source source) {
        for (String to : fold.sourceLinks.getOrDefault(source.pseudonym(), Collections.emptySortedSet())) {
            if (to.equals(Origins.UNKNOWN)) {
                edge(from, to);
                continue;
            }
            Source drawn = source(to);
            String id = "usually " + to;
            edge(from, id);
            if (nodes.put(id, new Origins.Node(id, drawn.organisation(), drawn.party(), false)) == null) {
                edge(id, person(drawn));
                usually(id, drawn);
            }
        }
    }

    private String person(Source source) {
        String id = personId(source.pseudonym());
        nodes.put(id, new Origins.Node(id, source.organisation(), null, source.anonymous()));
        return id;
    }

    private static String personId(String pseudonym) {
        return "source " + pseudonym;
    }

    private Source source(String pseudonym) {
        Source source = fold.sources.get(pseudonym);
        if (source == null) {
            throw new IllegalStateException(
                    "The source %s was admitted as an origin and is not there.".formatted(pseudonym));
        }
        return source;
    }

    private void edge(String from, String to) {
        edges.computeIfAbsent(from, _ -> new TreeSet<>()).add(to);
    }
}

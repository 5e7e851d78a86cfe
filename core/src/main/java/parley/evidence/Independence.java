package parley.evidence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many of some items are independent of each other. It is computed and never typed in.
 *
 * @param lower an unknown origin is taken as shared with everybody; what a clause uses
 * @param upper an unknown origin is taken as an origin of its own
 * @param conflicts the pairs that count once, with what they share, in the order of the items
 */
public record Independence(Count lower, Count upper, List<Conflict> conflicts) {
    public Independence {
        conflicts = List.copyOf(conflicts);
    }

    /**
     * A largest set without a conflict.
     *
     * @param exact no set is larger; else the number is a lower bound, found greedily among more than 64 groups
     */
    public record Count(int number, boolean exact, List<String> chosen) {
        public Count {
            chosen = List.copyOf(chosen);
        }

        @Override
        public String toString() {
            return exact ? Integer.toString(number) : "at least " + number;
        }
    }

    /**
     * Two that count once.
     *
     * @param shared what both rest on, as words; empty if all that is known is that an origin is unknown
     */
    public record Conflict(String one, String other, List<String> shared) {
        public Conflict {
            shared = List.copyOf(shared);
        }

        @Override
        public String toString() {
            return shared.isEmpty()
                    ? "%s and %s: an origin is unknown".formatted(one, other)
                    : "%s and %s both rest on %s".formatted(one, other, String.join(", ", shared));
        }
    }

    /**
     * Counts items.
     *
     * @param interested parties that gain if the claim is believed
     * @param against nodes that speak against the interest of the party named, by a reviewed statement
     */
    public static Independence of(
            Origins origins, Collection<String> items, Set<String> interested, Map<String, Set<String>> against) {
        var groups = new TreeMap<String, SortedSet<String>>();
        items.forEach(item -> groups.put(item, new TreeSet<>(Set.of(item))));
        return ofGroups(origins, groups, interested, against);
    }

    public static Independence of(Origins origins, Collection<String> items, Set<String> interested) {
        return of(origins, items, interested, Map.of());
    }

    /** Counts groups, such as the members of a panel with the items of each. A group without items counts nothing. */
    public static Independence ofGroups(
            Origins origins,
            SortedMap<String, ? extends Collection<String>> groups,
            Set<String> interested,
            Map<String, Set<String>> against) {
        var names = new ArrayList<String>();
        var tags = new ArrayList<Tags>();
        groups.forEach((name, items) -> {
            if (!items.isEmpty()) {
                names.add(name);
                tags.add(Tags.of(origins, items, interested, against));
            }
        });
        int n = names.size();
        var lower = matrix(n);
        var upper = matrix(n);
        var conflicts = new ArrayList<Conflict>();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                List<String> shared = tags.get(i).sharedWith(tags.get(j), origins.distinct());
                boolean unknown = tags.get(i).unknown() || tags.get(j).unknown();
                if (!shared.isEmpty()) {
                    join(upper, i, j);
                }
                if (!shared.isEmpty() || unknown) {
                    join(lower, i, j);
                    conflicts.add(new Conflict(names.get(i), names.get(j), shared));
                }
            }
        }
        return new Independence(count(lower, names), count(upper, names), conflicts);
    }

    private static Count count(List<BitSet> conflicts, List<String> names) {
        BitSet chosen = IndependentSet.largest(conflicts);
        return new Count(
                chosen.cardinality(),
                conflicts.size() <= IndependentSet.MOST_EXACT,
                chosen.stream().mapToObj(names::get).toList());
    }

    private static List<BitSet> matrix(int n) {
        var rows = new ArrayList<BitSet>();
        for (int i = 0; i < n; i++) {
            rows.add(new BitSet(n));
        }
        return rows;
    }

    private static void join(List<BitSet> rows, int i, int j) {
        rows.get(i).set(j);
        rows.get(j).set(i);
    }

    /** What a group rests on; the words say it to a reader. */
    private record Tags(SortedSet<String> words, SortedSet<String> anonymous, boolean unknown) {
        static Tags of(
                Origins origins, Collection<String> items, Set<String> interested, Map<String, Set<String>> against) {
            SortedSet<String> closure = origins.closure(items);
            var words = new TreeSet<String>();
            var anonymous = new TreeSet<String>();
            for (String id : closure) {
                Origins.Node node = origins.nodes().get(id);
                if (node == null) {
                    continue;
                }
                words.add(id);
                if (node.organisation() != null) {
                    words.add("organisation " + node.organisation());
                }
                String party = node.party();
                if (party != null
                        && interested.contains(party)
                        && !against.getOrDefault(id, Set.of()).contains(party)) {
                    words.add("party " + party);
                }
                if (node.anonymous()) {
                    anonymous.add(id);
                }
            }
            return new Tags(words, anonymous, closure.contains(Origins.UNKNOWN));
        }

        List<String> sharedWith(Tags other, Set<Set<String>> distinct) {
            var shared = new TreeSet<>(words);
            shared.retainAll(other.words);
            if (mayBeOnePerson(other, distinct)) {
                shared.add("an anonymous person");
            }
            return List.copyOf(shared);
        }

        private boolean mayBeOnePerson(Tags other, Set<Set<String>> distinct) {
            for (String one : anonymous) {
                for (String two : other.anonymous) {
                    if (one.equals(two) || !distinct.contains(Set.of(one, two))) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}

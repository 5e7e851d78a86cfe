package parley.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Lists are only ever lists at a date. Persons of two lists are matched by claims, never by these functions. */
public final class Snapshots {
    private Snapshots() {}

    /** What became of the rows between two dates; each sorted by key. */
    public record Difference(
            SortedSet<String> entered, SortedSet<String> left, SortedSet<String> stayed, SortedSet<String> changed) {}

    /** Compares two snapshots of one publisher and one set of criteria, the earlier one first. */
    public static Difference difference(ListSnapshot earlier, ListSnapshot later) {
        requireSameList(earlier, later);
        var entered = new TreeSet<>(later.rows().keySet());
        entered.removeAll(earlier.rows().keySet());
        var left = new TreeSet<>(earlier.rows().keySet());
        left.removeAll(later.rows().keySet());
        var stayed = new TreeSet<>(earlier.rows().keySet());
        stayed.retainAll(later.rows().keySet());
        var changed = new TreeSet<>(stayed);
        changed.removeIf(
                key -> Objects.equals(earlier.rows().get(key), later.rows().get(key)));
        return new Difference(entered, left, stayed, changed);
    }

    private static void requireSameList(ListSnapshot earlier, ListSnapshot later) {
        if (!earlier.publisher().equals(later.publisher())
                || !earlier.criteria().equals(later.criteria())
                || later.asOf().isBefore(earlier.asOf())) {
            throw new IllegalArgumentException(
                    "Two dates of one list are compared, the earlier first; these are %s by %s of %s and %s by %s of %s."
                            .formatted(
                                    earlier.publisher(),
                                    earlier.criteria(),
                                    earlier.asOf(),
                                    later.publisher(),
                                    later.criteria(),
                                    later.asOf()));
        }
    }

    /** Why somebody left a list. */
    public enum Leaving {
        RELEASED,
        DIED,
        RECOGNITION_WITHDRAWN,
        DUPLICATE,
        UNKNOWN
    }

    /**
     * A stay on a list, as the dates of its snapshots tell it.
     *
     * @param entered in (earlier, first seen]; the first snapshot of all says only "by then", so it is exact at its date
     * @param left in (last seen, next]; null if the last snapshot still has the row
     * @param sinceBefore the first snapshot had it already, so it may have entered at any time before
     */
    public record Membership(When entered, @Nullable When left, boolean sinceBefore) {}

    /** Returns the stays of a row on one list, in the order of time. */
    public static List<Membership> memberships(Collection<ListSnapshot> snapshots, String key) {
        List<ListSnapshot> sorted = snapshots.stream()
                .sorted(Comparator.comparing(ListSnapshot::asOf).thenComparing(ListSnapshot::obtained))
                .toList();
        var stays = new ArrayList<Membership>();
        When entered = null;
        boolean sinceBefore = false;
        for (int i = 0; i < sorted.size(); i++) {
            ListSnapshot now = sorted.get(i);
            boolean there = now.rows().containsKey(key);
            if (i > 0) {
                requireSameList(sorted.get(i - 1), now);
            }
            if (there && entered == null) {
                sinceBefore = i == 0;
                entered =
                        i == 0 ? When.on(now.asOf()) : between(sorted.get(i - 1).asOf(), now.asOf());
            } else if (!there && entered != null) {
                stays.add(new Membership(entered, between(sorted.get(i - 1).asOf(), now.asOf()), sinceBefore));
                entered = null;
            }
        }
        if (entered != null) {
            stays.add(new Membership(entered, null, sinceBefore));
        }
        return stays;
    }

    private static When between(LocalDate before, LocalDate seen) {
        return new When(before.isBefore(seen) ? before.plusDays(1) : seen, seen);
    }

    /** Returns the newest snapshot of a list as of {@code day} or before; null if there is none. */
    public static @Nullable ListSnapshot at(
            Collection<ListSnapshot> snapshots, String publisher, String criteria, LocalDate day) {
        return snapshots.stream()
                .filter(one -> one.publisher().equals(publisher)
                        && one.criteria().equals(criteria)
                        && !one.asOf().isAfter(day))
                .max(Comparator.comparing(ListSnapshot::asOf).thenComparing(ListSnapshot::obtained))
                .orElse(null);
    }

    /** Returns for each person of a group on which of the lists it stands, as hashes of the snapshots. */
    public static SortedMap<String, List<Hash>> on(
            EvidenceState state, Collection<String> persons, Collection<ListSnapshot> lists) {
        var found = new TreeMap<String, List<Hash>>();
        for (String person : persons) {
            found.put(
                    person,
                    lists.stream()
                            .filter(list -> list.rows().keySet().stream().anyMatch(key -> state.isSame(key, person)))
                            .map(ListSnapshot::hash)
                            .sorted()
                            .toList());
        }
        return found;
    }

    /** Returns who stands on one list and, by proven identity, not on the other; the criteria may explain it. */
    public static SortedSet<String> onlyOn(EvidenceState state, ListSnapshot one, ListSnapshot other) {
        var others = new HashSet<String>();
        other.rows().keySet().forEach(key -> others.add(state.identities().proven(key)));
        var only = new TreeSet<>(one.rows().keySet());
        only.removeIf(key -> others.contains(state.identities().proven(key)));
        return only;
    }

    /** In which fields two rows agree and in which they differ: what a matcher is shown. */
    public record Agreement(SortedSet<String> agree, SortedSet<String> differ, SortedSet<String> onOneSide) {
        public static Agreement of(ListSnapshot one, String key, ListSnapshot other, String otherKey) {
            var left = one.rows().getOrDefault(key, Map.of());
            var right = other.rows().getOrDefault(otherKey, Map.of());
            var fields = new TreeSet<>(left.keySet());
            fields.addAll(right.keySet());
            var agree = new TreeSet<String>();
            var differ = new TreeSet<String>();
            var single = new TreeSet<String>();
            for (String field : fields) {
                String here = left.get(field);
                String there = right.get(field);
                (here == null || there == null ? single : here.equals(there) ? agree : differ).add(field);
            }
            return new Agreement(agree, differ, single);
        }
    }
}

package parley.identity.resolver;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import parley.identity.resolver.Entry.Judgement;
import parley.identity.resolver.Entry.Retraction;
import parley.identity.resolver.Entry.Verdict;

/**
 * Clusters out of an append-only log of judgements. Immutable: {@link #with} returns a longer log, {@link #asOf} any past
 * state. Of several standing judgements of one pair the last counts.
 *
 * <p>A canonical id is minted when a cluster first appears in the history, {@code id-} and a number, and is never given
 * again. When clusters join, the older id stays; when one falls apart, the part that holds the record it was minted for
 * keeps it.
 */
public final class Resolver {
    private final List<Entry> log;

    private Resolver(List<Entry> log) {
        this.log = log;
    }

    /** Returns a resolver that knows nothing. */
    public static Resolver empty() {
        return new Resolver(List.of());
    }

    /** Returns the log, oldest first. */
    public List<Entry> log() {
        return log;
    }

    /** @throws IllegalArgumentException if the entry is older than the last, or its id is taken or unknown */
    public Resolver with(Entry entry) {
        if (!log.isEmpty() && entry.at().isBefore(log.getLast().at())) {
            throw new IllegalArgumentException("The entry of %s comes after one of %s; the log only grows."
                    .formatted(entry.at(), log.getLast().at()));
        }
        switch (entry) {
            case Judgement judgement -> {
                if (log.stream().anyMatch(e -> e instanceof Judgement j && j.id().equals(judgement.id()))) {
                    throw new IllegalArgumentException("There is a judgement %s already.".formatted(judgement.id()));
                }
            }
            case Retraction retraction -> {
                if (log.stream().noneMatch(e -> e instanceof Judgement j && j.id().equals(retraction.judgement()))) {
                    throw new IllegalArgumentException(
                            "There is no judgement %s to take back.".formatted(retraction.judgement()));
                }
            }
        }
        var longer = new ArrayList<>(log);
        longer.add(entry);
        return new Resolver(Collections.unmodifiableList(longer));
    }

    /**
     * Takes back every standing judgement that joins members of a record's cluster, so that each stands alone again. Nothing
     * is edited: the retractions are entries.
     */
    public Resolver explode(String record, String by, Instant at, String why) {
        SortedSet<String> members = asOf(at).members(record);
        Resolver after = this;
        if (members != null) {
            for (Judgement judgement : standing(log)) {
                if (judgement.verdict() == Verdict.SAME && members.contains(judgement.left())) {
                    after = after.with(new Retraction(judgement.id(), by, at, why));
                }
            }
        }
        return after;
    }

    /** Returns what followed from the entries up to and including {@code at}. O(entries · (1 + what was taken back)). */
    public Resolution asOf(Instant at) {
        var known = new ArrayList<Entry>();
        var ids = new Ids();
        for (Entry entry : log) {
            if (entry.at().isAfter(at)) {
                break;
            }
            known.add(entry);
            switch (entry) {
                // Only the cluster of the two can be new.
                case Judgement j when j.verdict() == Verdict.SAME -> ids.join(j.left(), j.right());
                case Judgement j -> {
                    if (ids.areJoined(j.left(), j.right())) {
                        ids.follow(components(standing(known)));
                    }
                }
                case Retraction _ -> ids.follow(components(standing(known)));
            }
        }
        return resolution(standing(known), ids);
    }

    /** The judgements not taken back, only the last of each pair, oldest first. */
    private static List<Judgement> standing(List<Entry> entries) {
        Set<String> gone = new HashSet<>();
        for (Entry entry : entries) {
            if (entry instanceof Retraction retraction) {
                gone.add(retraction.judgement());
            }
        }
        var last = new LinkedHashMap<String, Judgement>();
        for (Entry entry : entries) {
            if (entry instanceof Judgement judgement && !gone.contains(judgement.id())) {
                String pair = judgement.left().compareTo(judgement.right()) < 0
                        ? judgement.left() + "\n" + judgement.right()
                        : judgement.right() + "\n" + judgement.left();
                last.remove(pair);
                last.put(pair, judgement);
            }
        }
        return List.copyOf(last.values());
    }

    /** Members of each component of what is judged the same, by least member. */
    private static Map<String, SortedSet<String>> components(List<Judgement> standing) {
        var parent = new HashMap<String, String>();
        for (Judgement judgement : standing) {
            if (judgement.verdict() == Verdict.SAME) {
                String left = root(parent, judgement.left());
                String right = root(parent, judgement.right());
                if (left.compareTo(right) < 0) {
                    parent.put(right, left);
                } else if (!left.equals(right)) {
                    parent.put(left, right);
                }
                parent.putIfAbsent(judgement.left(), left);
                parent.putIfAbsent(judgement.right(), right);
            }
        }
        var components = new TreeMap<String, SortedSet<String>>();
        for (String record : new TreeSet<>(parent.keySet())) {
            components
                    .computeIfAbsent(root(parent, record), _ -> new TreeSet<>())
                    .add(record);
        }
        return components;
    }

    private static String root(Map<String, String> parent, String record) {
        String at = record;
        for (String up = parent.getOrDefault(at, at); !up.equals(at); up = parent.getOrDefault(at, at)) {
            at = up;
        }
        return at;
    }

    private static Resolution resolution(List<Judgement> standing, Ids ids) {
        var clusters = new TreeMap<String, SortedSet<String>>();
        var clusterOf = new TreeMap<String, String>();
        components(standing).values().forEach(members -> {
            String id = ids.of(members);
            clusters.put(id, Collections.unmodifiableSortedSet(members));
            members.forEach(member -> clusterOf.put(member, id));
        });
        var conflicts = new ArrayList<Resolution.Conflict>();
        for (Judgement judgement : standing) {
            String cluster = clusterOf.get(judgement.left());
            if (judgement.verdict() == Verdict.DIFFERENT
                    && cluster != null
                    && cluster.equals(clusterOf.get(judgement.right()))) {
                conflicts.add(new Resolution.Conflict(cluster, judgement, path(standing, judgement)));
            }
        }
        return new Resolution(
                clusters,
                clusterOf,
                conflicts,
                standing.stream().filter(j -> j.verdict() == Verdict.UNSURE).toList());
    }

    /** The shortest chain of "same" from one record to the other (breadth first). */
    private static List<Judgement> path(List<Judgement> standing, Judgement between) {
        var edges = new HashMap<String, List<Judgement>>();
        for (Judgement judgement : standing) {
            if (judgement.verdict() == Verdict.SAME) {
                edges.computeIfAbsent(judgement.left(), _ -> new ArrayList<>()).add(judgement);
                edges.computeIfAbsent(judgement.right(), _ -> new ArrayList<>()).add(judgement);
            }
        }
        var cameBy = new HashMap<String, Judgement>();
        var queue = new ArrayDeque<String>();
        queue.add(between.left());
        while (!queue.isEmpty() && !cameBy.containsKey(between.right())) {
            String here = queue.remove();
            for (Judgement edge : edges.getOrDefault(here, List.of())) {
                String there = edge.left().equals(here) ? edge.right() : edge.left();
                if (!there.equals(between.left()) && cameBy.putIfAbsent(there, edge) == null) {
                    queue.add(there);
                }
            }
        }
        var path = new ArrayList<Judgement>();
        for (String at = between.right(); !at.equals(between.left()); ) {
            Judgement edge = cameBy.get(at);
            if (edge == null) {
                throw new IllegalStateException(
                        "%s and %s are in one cluster without a path.".formatted(between.left(), at));
            }
            path.addFirst(edge);
            at = edge.left().equals(at) ? edge.right() : edge.left();
        }
        return path;
    }

    /** Canonical ids through the history: each is minted for one record and stays where that record is. */
    private static final class Ids {
        private final Map<String, Integer> mintedFor = new HashMap<>();
        private final Map<String, String> parent = new HashMap<>();
        private final Map<String, Boolean> named = new HashMap<>();
        private int minted;

        void join(String left, String right) {
            String x = root(parent, left);
            String y = root(parent, right);
            if (!named.getOrDefault(x, false) && !named.getOrDefault(y, false)) {
                mintedFor.put(left.compareTo(right) < 0 ? left : right, ++minted);
            }
            parent.put(x, y);
            named.put(y, true);
        }

        boolean areJoined(String left, String right) {
            return root(parent, left).equals(root(parent, right));
        }

        /** After something was taken back: parts without an id get one. */
        void follow(Map<String, SortedSet<String>> components) {
            parent.clear();
            named.clear();
            for (SortedSet<String> members : components.values()) {
                members.forEach(member -> parent.put(member, members.first()));
                if (members.stream().noneMatch(mintedFor::containsKey)) {
                    mintedFor.put(members.first(), ++minted);
                }
            }
            mintedFor.keySet().forEach(record -> named.put(root(parent, record), true));
        }

        /** The oldest id of those minted for a member. */
        String of(SortedSet<String> members) {
            return members.stream()
                    .map(mintedFor::get)
                    .filter(java.util.Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .map(number -> "id-" + number)
                    .orElseThrow(() -> new IllegalStateException("No id was minted for " + members));
        }
    }
}

package parley.identity.resolver;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What the judgements up to a moment say.
 *
 * @param clusters members by canonical id; records nobody joined to another are in none
 * @param clusterOf canonical id by record
 * @param conflicts pairs judged different inside one cluster
 * @param unsure pairs whose last word is unsure
 */
public record Resolution(
        Map<String, SortedSet<String>> clusters,
        Map<String, String> clusterOf,
        List<Conflict> conflicts,
        List<Entry.Judgement> unsure) {

    public Resolution {
        clusters = Map.copyOf(clusters);
        clusterOf = Map.copyOf(clusterOf);
        conflicts = List.copyOf(conflicts);
        unsure = List.copyOf(unsure);
    }

    /**
     * Two records judged different that other judgements join.
     *
     * @param path the judgements that join them, from the one to the other, as few as possible
     */
    public record Conflict(String cluster, Entry.Judgement different, List<Entry.Judgement> path) {
        public Conflict {
            path = List.copyOf(path);
        }
    }

    /** Returns the canonical id of a record: that of its cluster, or its own. */
    public String canonical(String record) {
        return clusterOf.getOrDefault(record, record);
    }

    /** Returns whether a cluster may be shown to others: none of its members are judged different. */
    public boolean isPublishable(String cluster) {
        return conflicts.stream().noneMatch(conflict -> conflict.cluster().equals(cluster));
    }

    /** Returns the members of a record's cluster, or null if nobody joined it to another. */
    public @Nullable SortedSet<String> members(String record) {
        String cluster = clusterOf.get(record);
        return cluster == null ? null : clusters.get(cluster);
    }
}

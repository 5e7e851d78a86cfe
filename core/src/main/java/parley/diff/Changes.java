package parley.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;

/** Compares two cases. The order of lines and files, layout, comments and places are no difference. */
public final class Changes {
    private final List<Change> found = new ArrayList<>();

    private Changes() {}

    /** Returns what changes, sorted by whom it touches; everybody comes last. */
    public static List<Change> between(Case before, Case after) {
        Renames renames = Renames.between(before, after);
        var changes = new Changes();
        changes.found.addAll(renames.told());
        changes.compare(CaseTree.of(before, renames), CaseTree.of(after, Renames.NONE), Set.of());
        changes.found.sort(Comparator.comparing((Change c) -> c.who().equals(Change.EVERYBODY))
                .thenComparing(Change::who)
                .thenComparing(Change::what)
                .thenComparing(Change::sentence));
        return List.copyOf(changes.found);
    }

    /** Compares the children of two pieces; {@code labels} are the changes of label told above, which they inherit. */
    private void compare(List<Node> before, List<Node> after, Set<String> labels) {
        List<Node> oldLeft = new ArrayList<>();
        List<Node> newLeft = new ArrayList<>();
        pair(before, after, Node::key, labels, oldLeft, newLeft);
        List<Node> gone = new ArrayList<>();
        List<Node> come = new ArrayList<>();
        pair(oldLeft, newLeft, n -> n.weakKey().isEmpty() ? n.key() : n.weakKey(), labels, gone, come);
        gone.forEach(n -> alone(n, null));
        come.forEach(n -> alone(null, n));
    }

    /** Pairs pieces of equal keys, equal pieces first; what finds no partner is left over. */
    private void pair(
            List<Node> before,
            List<Node> after,
            Function<Node, String> key,
            Set<String> labels,
            List<Node> oldLeft,
            List<Node> newLeft) {
        Map<String, List<Node>> old = byKey(before, key);
        Map<String, List<Node>> fresh = byKey(after, key);
        Set<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(fresh.keySet());
        for (String k : keys) {
            List<Node> o = old.getOrDefault(k, new ArrayList<>());
            List<Node> f = fresh.getOrDefault(k, new ArrayList<>());
            dropEqual(o, f);
            int both = Math.min(o.size(), f.size());
            for (int i = 0; i < both; i++) {
                different(o.get(i), f.get(i), labels);
            }
            oldLeft.addAll(o.subList(both, o.size()));
            newLeft.addAll(f.subList(both, f.size()));
        }
    }

    private static Map<String, List<Node>> byKey(List<Node> nodes, Function<Node, String> key) {
        Map<String, List<Node>> groups = new TreeMap<>();
        nodes.forEach(n ->
                groups.computeIfAbsent(key.apply(n), k -> new ArrayList<>()).add(n));
        groups.values().forEach(g -> g.sort(Comparator.comparing(Node::signature)));
        return groups;
    }

    private static void dropEqual(List<Node> before, List<Node> after) {
        for (Node n : List.copyOf(before)) {
            for (Node m : after) {
                if (n.signature().equals(m.signature())) {
                    before.remove(n);
                    after.remove(m);
                    break;
                }
            }
        }
    }

    private void different(Node before, Node after, Set<String> labels) {
        String relabelled = before.label() + " to " + after.label();
        Set<String> told = new TreeSet<>(labels);
        if (!before.label().equals(after.label()) && told.add(relabelled)) {
            String says = "%s: is now for %s (was for %s).".formatted(title(after), after.label(), before.label());
            found.add(new Change(Change.Kind.CHANGED, Change.EVERYBODY, after.what(), says, before.at(), after.at()));
        }
        int beforeChildren = found.size();
        compare(before.children(), after.children(), told);
        boolean childTold = found.size() > beforeChildren;
        if (before.value().equals(after.value()) || (after.depth() == Node.Depth.IF_NO_CHILD && childTold)) {
            return;
        }
        Collection<String> touched = new TreeSet<>(before.who());
        touched.addAll(after.who());
        for (String who : touched) {
            String says = after.telling().says(before.value(), after.value(), who);
            found.add(new Change(Change.Kind.CHANGED, who, after.what(), says, before.at(), after.at()));
        }
    }

    private static String title(Node node) {
        boolean part = node.depth() == Node.Depth.ALWAYS || node.key().startsWith("branch ");
        return part ? node.what() + ", `" + node.value() + "`" : node.what();
    }

    private void alone(@Nullable Node gone, @Nullable Node come) {
        Node node = gone != null ? gone : come;
        if (node == null) {
            return;
        }
        for (String who : node.who()) {
            found.add(
                    gone != null
                            ? new Change(
                                    Change.Kind.REMOVED,
                                    who,
                                    node.what(),
                                    node.telling().says(node.value(), null, who),
                                    node.at(),
                                    null)
                            : new Change(
                                    Change.Kind.ADDED,
                                    who,
                                    node.what(),
                                    node.telling().says(null, node.value(), who),
                                    null,
                                    node.at()));
        }
        if (node.depth() == Node.Depth.WITH_CHILDREN) {
            node.children().stream()
                    .filter(c -> c.depth() == Node.Depth.ALWAYS || c.depth() == Node.Depth.WITH_CHILDREN)
                    .forEach(c -> alone(gone == null ? null : c, come == null ? null : c));
        }
    }
}

package parley.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.Declaration;

/** Declarations that have another name and say the same, as far as names already known to have changed allow. */
final class Renames {
    static final Renames NONE = new Renames();
    private static final Pattern NAME_OR_TEXT = Pattern.compile("“[^”]*”|\"[^\"]*\"|[\\p{L}][\\p{L}\\p{N}-]*");

    private final Map<String, String> now = new TreeMap<>();
    private final List<Change> told = new ArrayList<>();

    private Renames() {}

    static Renames between(Case before, Case after) {
        var renames = new Renames();
        boolean more = true;
        while (more) {
            more = renames.find(before, after);
        }
        if (!before.counterpart().equals(after.counterpart())) {
            renames.now.put(before.counterpart(), after.counterpart());
        }
        return renames;
    }

    List<Change> told() {
        return told;
    }

    /** Returns {@code words} with the names of today; what stands in quotes stays. */
    String now(String words) {
        if (now.isEmpty()) {
            return words;
        }
        Matcher m = NAME_OR_TEXT.matcher(words);
        return m.replaceAll(r -> Matcher.quoteReplacement(now.getOrDefault(r.group(), r.group())));
    }

    /** Finds renamed declarations with the names known so far; a next round may find those that refer to them. */
    private boolean find(Case before, Case after) {
        Map<String, Declaration> old = new TreeMap<>(before.byName());
        Map<String, Declaration> fresh = new TreeMap<>(after.byName());
        old.keySet().removeAll(now.keySet());
        fresh.keySet().removeAll(now.values());
        List<String> both = old.keySet().stream().filter(fresh::containsKey).toList();
        both.forEach(old::remove);
        both.forEach(fresh::remove);
        if (old.isEmpty() || fresh.isEmpty()) {
            return false;
        }
        Map<String, Node> oldNodes = nodes(CaseTree.of(before, this));
        Map<String, Node> newNodes = nodes(CaseTree.of(after, NONE));
        boolean found = false;
        for (Declaration d : old.values()) {
            for (Declaration e : List.copyOf(fresh.values())) {
                if (same(oldNodes.get(d.id() + " "), d.id(), newNodes.get(e.id() + " "), e.id())) {
                    rename(d, e);
                    fresh.remove(e.id());
                    found = true;
                    break;
                }
            }
        }
        return found;
    }

    private void rename(Declaration d, Declaration e) {
        now.put(d.id(), e.id());
        told.add(new Change(
                Change.Kind.RENAMED,
                Change.EVERYBODY,
                e.id(),
                "%s is now called %s.".formatted(d.id(), e.id()),
                d.at(),
                e.at()));
    }

    private static Map<String, Node> nodes(List<Node> nodes) {
        Map<String, Node> byKey = new TreeMap<>();
        nodes.forEach(n -> byKey.put(n.key(), n));
        return byKey;
    }

    private static boolean same(@Nullable Node before, String oldId, @Nullable Node after, String newId) {
        return before != null && after != null && self(before, oldId).equals(self(after, newId));
    }

    /** The signature with the name itself left out, for a step that speaks of itself. */
    private static String self(Node node, String id) {
        var one = new Renames();
        one.now.put(id, "\u0005");
        return one.now(node.signature());
    }
}

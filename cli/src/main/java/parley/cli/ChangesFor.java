package parley.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.diff.Change;
import parley.roadmap.Case;
import parley.roadmap.Declaration;
import parley.roadmap.Partner;

/**
 * The changes that touch one of those a text is about.
 *
 * @param who the name, or {@link Change#EVERYBODY}
 * @param heading the title with the name, as people are told
 */
public record ChangesFor(String who, String heading, Group group, List<Change> changes) {
    public ChangesFor {
        changes = List.copyOf(changes);
    }

    /** In which order people are told. */
    public enum Group {
        PARTNER,
        COUNTERPART,
        OTHER,
        EVERYBODY
    }

    /** Returns the changes grouped by whom they touch, in the order in which people are told. */
    public static List<ChangesFor> of(Case before, Case after, List<Change> changes) {
        Map<String, List<Change>> byWho = new TreeMap<>();
        changes.forEach(
                c -> byWho.computeIfAbsent(c.who(), _ -> new ArrayList<>()).add(c));
        List<ChangesFor> all = new ArrayList<>();
        for (Group group : Group.values()) {
            byWho.forEach((who, theirs) -> {
                if (group(before, after, who) == group) {
                    all.add(new ChangesFor(who, heading(before, after, who), group, theirs));
                }
            });
        }
        return all;
    }

    private static Group group(Case before, Case after, String who) {
        if (who.equals(Change.EVERYBODY)) {
            return Group.EVERYBODY;
        }
        if (who.equals(before.counterpart()) || who.equals(after.counterpart())) {
            return Group.COUNTERPART;
        }
        return declaration(before, after, who) instanceof Partner ? Group.PARTNER : Group.OTHER;
    }

    private static String heading(Case before, Case after, String who) {
        if (who.equals(after.counterpart())) {
            return titled(who, after.counterpartTitle());
        }
        Declaration d = declaration(before, after, who);
        return titled(who, d == null ? "" : d.title());
    }

    private static @Nullable Declaration declaration(Case before, Case after, String who) {
        Declaration d = after.byName().get(who);
        return d != null ? d : before.byName().get(who);
    }

    private static String titled(String who, String title) {
        return title.isEmpty() ? who : title + " (" + who + ")";
    }
}

package parley.app.copies;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.diff.Change;
import parley.diff.Changes;
import parley.roadmap.Case;
import parley.roadmap.Partner;

/** Whose promises a new text changes. */
public final class Touched {
    private Touched() {}

    /** Returns the partners of the text in force that a change names. */
    public static List<String> named(Case before, Case after) {
        Set<String> who = who(before, after);
        return partners(before).stream().filter(who::contains).toList();
    }

    /**
     * Returns the partners of the text in force that a new text touches. A change that touches everybody, or the other
     * side, or whoever verifies, changes what every promise rests on: it touches all of them.
     */
    public static List<String> partners(@Nullable Case before, @Nullable Case after) {
        if (before == null || after == null) {
            return List.of();
        }
        List<String> all = partners(before);
        List<String> joining = partners(after);
        Set<String> who = who(before, after);
        boolean everybody = who.stream().anyMatch(w -> !all.contains(w) && !joining.contains(w));
        return everybody ? all : all.stream().filter(who::contains).toList();
    }

    private static Set<String> who(Case before, Case after) {
        return Changes.between(before, after).stream().map(Change::who).collect(Collectors.toSet());
    }

    private static List<String> partners(Case theCase) {
        return theCase.partners().stream().map(Partner::id).toList();
    }
}

package parley.language;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of declarations that the parser's words for a name stand for. */
final class Kinds {
    private static final Set<String> WORDS = Set.of(
            "partner",
            "member",
            "stakeholder",
            "verifier",
            "panel",
            "indicator",
            "event",
            "measure",
            "concession",
            "phase",
            "step",
            "rule",
            "counterpart");

    private Kinds() {}

    /** Returns the keywords of what {@code what} may name, for example of {@code a step or a measure}. */
    static Set<String> of(String what) {
        List<String> words = Arrays.asList(what.split("[^a-z]+", -1));
        Set<String> kinds = new TreeSet<>(WORDS);
        kinds.retainAll(words);
        if (kinds.contains("measure")) {
            kinds.addAll(Set.of("reserve", "offer"));
        }
        if (kinds.contains("panel")) {
            kinds.add("verifier");
        }
        // Whoever stands behind the day in a story: the reader knows by the verb only what kind it is.
        if (kinds.containsAll(Set.of("partner", "panel", "event"))) {
            kinds.addAll(Set.of("stakeholder", "counterpart"));
        }
        return kinds;
    }
}

package parley.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.roadmap.Declaration;

/**
 * Remembers which names of a case resemble a word: one name that is gone is missed in many places. Where thousands of
 * names are declared and a thousand are missed, the first are compared with all and the others with none: the reader
 * waits for the first finding, not for the last suggestion.
 */
final class NearNames {
    /** About half a second on the client compiler. */
    private static final int MOST_COMPARISONS = 2_000_000;

    private int comparisons;
    private final Map<String, Declaration> names;
    private final Map<List<String>, List<String>> ofKinds = new HashMap<>();
    private final Map<String, List<String>> found = new HashMap<>();

    NearNames(Map<String, Declaration> names) {
        this.names = names;
    }

    /** Returns the names of things of some kinds that resemble {@code word}, nearest first. */
    List<String> of(String word, List<String> kinds) {
        List<String> candidates = ofKinds.computeIfAbsent(kinds, this::ids);
        return found.computeIfAbsent(word + " " + kinds, _ -> compared(word, candidates));
    }

    private List<String> compared(String word, List<String> candidates) {
        if (comparisons > MOST_COMPARISONS - candidates.size()) {
            return List.of();
        }
        comparisons += candidates.size();
        return Names.nearest(word, candidates);
    }

    private List<String> ids(List<String> kinds) {
        return names.values().stream()
                .filter(d -> kinds.contains(d.word()))
                .map(Declaration::id)
                .toList();
    }
}

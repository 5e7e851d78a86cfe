package parley.language;

import java.util.List;
import parley.text.Span;

/**
 * A clause of a declaration, as one line in the words of the language.
 *
 * @param key what the clause is about; a declaration has one clause of a key, or several that add up
 * @param words the line
 * @param value what is compared: the words, with the names of a list in alphabetical order
 */
public record Clause(String key, String words, String value, Span at) {

    static Clause of(String key, String words, Span at) {
        return new Clause(key, words, words, at);
    }

    /** Makes {@code hits revenue, elites}; the order of the names does not count. */
    static Clause list(String key, List<String> names, Span at) {
        String sorted = String.join(", ", names.stream().sorted().toList());
        return new Clause(key, key + " " + String.join(", ", names), key + " " + sorted, at);
    }
}

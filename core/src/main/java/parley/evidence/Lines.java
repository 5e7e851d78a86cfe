package parley.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Texts that are hashed and signed: one fact a line, in a fixed order, ended by a line feed. */
final class Lines {
    private final StringBuilder out = new StringBuilder();

    Lines(String header) {
        out.append(header).append('\n');
    }

    Lines add(String name, @Nullable Object value) {
        out.append(name).append(' ').append(value == null ? "-" : value).append('\n');
        return this;
    }

    /** Adds one line for each value, in the order given. */
    Lines each(String name, Collection<?> values) {
        values.forEach(value -> add(name, value));
        return this;
    }

    /** Returns the text, closed by {@code end}. */
    String end() {
        return out.append("end\n").toString();
    }

    /** An id or word stands alone in a text: one line, no blanks around it, nothing that cannot be seen. */
    static String word(String what, String value) {
        if (value.isBlank()
                || !value.equals(value.strip())
                || value.codePoints()
                        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)) {
            throw new IllegalArgumentException(
                    "The %s needs one line of visible text without blanks around it, not \"%s\"."
                            .formatted(what, value));
        }
        return value;
    }

    /** An id is a word without a space, so that it can stand in the middle of a line. */
    static String id(String what, String value) {
        if (word(what, value).indexOf(' ') >= 0) {
            throw new IllegalArgumentException(
                    "The %s \"%s\" has a space in it; write a hyphen.".formatted(what, value));
        }
        return value;
    }

    static List<String> ids(String what, Collection<String> values) {
        SortedSet<String> sorted = new TreeSet<>();
        values.forEach(value -> sorted.add(id(what, value)));
        return List.copyOf(new ArrayList<>(sorted));
    }
}

package parley.text;

import java.util.List;

/**
 * One way to mend a text.
 *
 * @param say the advice as a sentence without full stop, for example {@code write `prisoners`}
 * @param edits what a program can do by itself; empty if a person has to write something
 */
public record Fix(String say, List<Edit> edits) {
    public Fix {
        edits = List.copyOf(edits);
    }

    /** Advice that a person has to carry out. */
    public static Fix advice(String say) {
        return new Fix(say, List.of());
    }

    /** A single replacement. */
    public static Fix replace(String say, Span at, String replacement) {
        return new Fix(say, List.of(new Edit(at, replacement)));
    }
}

package parley.text;

import org.jspecify.annotations.Nullable;

/** Fills blanks in a sentence. Reasons are told for every day of a story; {@link String#format} is ten times slower. */
public final class Phrase {
    private Phrase() {}

    /**
     * Replaces each {@code %s} and {@code %d} of {@code pattern} by the next value, as {@link String#valueOf} writes it.
     *
     * @throws IllegalArgumentException if there are more or fewer values than blanks
     */
    public static String of(String pattern, @Nullable Object... values) {
        var out = new StringBuilder(pattern.length() + 16 * values.length);
        int from = 0;
        int value = 0;
        for (int at = pattern.indexOf('%'); at >= 0; at = pattern.indexOf('%', at + 1)) {
            char kind = at + 1 < pattern.length() ? pattern.charAt(at + 1) : ' ';
            if (kind == 's' || kind == 'd') {
                if (value == values.length) {
                    throw new IllegalArgumentException("Too few values for: " + pattern);
                }
                out.append(pattern, from, at).append(values[value++]);
                from = at + 2;
            }
        }
        if (value != values.length) {
            throw new IllegalArgumentException("Too many values for: " + pattern);
        }
        return out.append(pattern, from, pattern.length()).toString();
    }
}

package parley.lists.source;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done to text before it is compared. What is stored stays as printed, less blanks at both ends. */
public final class Texts {
    private Texts() {}

    /** Cuts blanks of every kind, tabs and line ends, at both ends. */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return from == 0 && to == text.length() ? text : text.substring(from, to);
    }

    /** NFC, one blank between words, HTML entities and {@code _x000D_} undone: the text that is compared. */
    public static String canonical(String text) {
        String out = text;
        if (out.indexOf("_x00") >= 0) {
            out = out.replace("_x000D_", " ");
        }
        if (out.indexOf('&') >= 0) {
            out = withoutEntities(out);
        }
        out = squeeze(out);
        return Normalizer.isNormalized(out, Normalizer.Form.NFC) ? out : Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    /** One blank for every run of blanks, none at the ends. */
    public static String squeeze(String text) {
        boolean clean = true;
        boolean blankBefore = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = isBlank(c);
            if (blank && (c != ' ' || blankBefore)) {
                clean = false;
                break;
            }
            blankBefore = blank;
        }
        if (clean && !(blankBefore && !text.isEmpty())) {
            return text;
        }
        var out = new StringBuilder(text.length());
        boolean pending = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBlank(c)) {
                pending = !out.isEmpty();
            } else {
                if (pending) {
                    out.append(' ');
                    pending = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u2007' || c == '\u202f' || c == '\u3000' || c == '\ufeff'
                || (c >= '\u2000' && c <= '\u200b') || c == '\u2028' || c == '\u2029';
    }

    /** Undoes the entities that lists carry twice escaped. */
    static String withoutEntities(String text) {
        String out = text;
        for (int turn = 0; turn < 2 && out.indexOf('&') >= 0; turn++) {
            out = out.replace("&nbsp;", " ")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&apos;", "'")
                    .replace("&rsquo;", "’")
                    .replace("&lsquo;", "‘")
                    .replace("&ldquo;", "“")
                    .replace("&rdquo;", "”")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&");
        }
        return out;
    }

    /** The pieces between the separator, stripped, blank ones left out. No regular expression, so no slow input. */
    public static List<String> pieces(@Nullable String text, String separator) {
        if (text == null) {
            return List.of();
        }
        var pieces = new ArrayList<String>(4);
        int from = 0;
        while (true) {
            int to = text.indexOf(separator, from);
            String piece = strip(to < 0 ? text.substring(from) : text.substring(from, to));
            if (!piece.isEmpty()) {
                pieces.add(piece);
            }
            if (to < 0) {
                return pieces;
            }
            from = to + separator.length();
        }
    }

    /** The pieces between any of the separators. */
    public static List<String> piecesAt(@Nullable String text, String... separators) {
        List<String> pieces = text == null ? List.of() : List.of(text);
        for (String separator : separators) {
            var finer = new ArrayList<String>();
            for (String piece : pieces) {
                finer.addAll(pieces(piece, separator));
            }
            pieces = finer;
        }
        return pieces;
    }

    /**
     * The items of an enumeration {@code a) … b) …}, {@code (1) … (2) …}, {@code 1) …}, with half or full width
     * brackets; the whole text as one item if it is none. Labels have to come in order.
     */
    public static List<String> enumerated(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        for (char first : new char[] {'a', '1', 'A'}) {
            List<String> items = enumerated(text, first);
            if (!items.isEmpty()) {
                return items;
            }
        }
        String whole = strip(text);
        return whole.isEmpty() ? List.of() : List.of(whole);
    }

    private static List<String> enumerated(String text, char first) {
        int start = label(text, 0, first);
        if (start < 0 || !strip(text.substring(0, start)).isEmpty()) {
            return List.of();
        }
        var items = new ArrayList<String>();
        int from = start;
        char next = first;
        while (from >= 0) {
            int close = closing(text, from);
            next++;
            int to = next > 'z' ? -1 : label(text, close, next);
            String item = strip(text.substring(close, to < 0 ? text.length() : to));
            item = cutEnd(item, ';');
            if (!item.isEmpty()) {
                items.add(item);
            }
            from = to;
        }
        return items;
    }

    private static int closing(String text, int label) {
        int at = label;
        while (text.charAt(at) != ')' && text.charAt(at) != '）') {
            at++;
        }
        return at + 1;
    }

    /** Where {@code x)} or {@code (x)} begins at or after {@code from}, as a word of its own; -1 if nowhere. */
    private static int label(String text, int from, char letter) {
        for (int at = text.indexOf(letter, from); at >= 0; at = text.indexOf(letter, at + 1)) {
            boolean closed = at + 1 < text.length() && (text.charAt(at + 1) == ')' || text.charAt(at + 1) == '）');
            if (!closed) {
                continue;
            }
            boolean opened = at > 0 && (text.charAt(at - 1) == '(' || text.charAt(at - 1) == '（');
            int before = opened ? at - 2 : at - 1;
            if (before < from || !Character.isLetterOrDigit(text.charAt(before))) {
                return opened ? at - 1 : at;
            }
        }
        return -1;
    }

    /** The text without this character at its end. */
    public static String cutEnd(String text, char end) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == end ? strip(text.substring(0, text.length() - 1)) : text;
    }

    /** The texts that are there, joined by the separator. */
    public static String joined(String separator, @Nullable String... parts) {
        var out = new StringBuilder();
        for (String part : parts) {
            if (part != null && !part.isBlank()) {
                if (!out.isEmpty()) {
                    out.append(separator);
                }
                out.append(part);
            }
        }
        return out.toString();
    }
}

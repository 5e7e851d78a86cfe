package parley.brief;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML that is well-formed XML too: every tag is closed, every text is escaped. */
final class Html {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; {@code attributes} are names and values in turn. */
    Html open(String tag, String... attributes) {
        tag(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    private void tag(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    /** Closes the element opened last. */
    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes elements until {@code tag} is closed too. */
    Html close(String tag) {
        while (!tag.equals(open.peek())) {
            close();
        }
        return close();
    }

    Html empty(String tag, String... attributes) {
        tag(tag, attributes);
        out.append("/>");
        return this;
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    Html el(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** Ends a line of the file, so that two pages can be compared. */
    Html line() {
        out.append('\n');
        return this;
    }

    /** Appends a style sheet of ours, as it is; it holds no sign that would need escaping. */
    Html style(String css) {
        if (css.indexOf('<') >= 0 || css.indexOf('&') >= 0) {
            throw new IllegalArgumentException("The style sheet holds a sign that XML keeps for itself.");
        }
        open("style");
        out.append(css);
        return close();
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        }
    }

    /** XML knows no control signs and no half pairs; signs that turn the direction of text could hide words. */
    private static boolean allowed(int c) {
        boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return !control && !surrogate && !turns && c != 0xFFFE && c != 0xFFFF;
    }

    /** Returns the document; everything opened must be closed. */
    String whole() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Still open: " + open);
        }
        return out.toString();
    }
}

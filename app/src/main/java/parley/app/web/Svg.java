package parley.app.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Writes a picture as SVG; every text is escaped, every element closed. */
public final class Svg {
    private static final double LETTER = 0.54;

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins a picture of this many pixels, with a title for those who do not see it. */
    public Svg(int width, int height, String title) {
        open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                Integer.toString(width),
                "height",
                Integer.toString(height),
                "viewBox",
                "0 0 %d %d".formatted(width, height),
                "role",
                "group",
                "aria-label",
                title);
    }

    /** Opens an element; {@code attributes} are names and values in turn. */
    public Svg open(String tag, String... attributes) {
        tag(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    /** Writes an element without content. */
    public Svg empty(String tag, String... attributes) {
        tag(tag, attributes);
        out.append("/>");
        return this;
    }

    public Svg close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Writes a line of text with its left end at {@code x}, {@code y}. */
    public Svg text(double x, double y, String kind, String text) {
        open("text", "x", number(x), "y", number(y), "class", kind);
        escape(text);
        return close();
    }

    /** Writes words inside the open element. */
    public Svg words(String text) {
        escape(text);
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

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c < ' ' ? ' ' : c);
            }
        }
    }

    /** Returns a coordinate. */
    public static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    /** Returns words in lines no wider than {@code width} pixels at a letter size, three dots where they do not fit. */
    public static List<String> wrapped(String words, double width, double size, int lines) {
        int most = (int) (width / (size * LETTER));
        List<String> found = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
                found.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        found.add(line.toString());
        if (found.size() <= lines) {
            return found;
        }
        List<String> cut = new ArrayList<>(found.subList(0, lines));
        cut.set(lines - 1, cut.getLast() + " …");
        return cut;
    }

    /** Returns the picture. */
    public String whole() {
        while (!open.isEmpty()) {
            close();
        }
        return out.toString();
    }
}

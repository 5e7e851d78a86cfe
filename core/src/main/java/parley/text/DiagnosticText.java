package parley.text;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A diagnostic as a terminal shows it: what, where with the line of the text, why, and how to mend it. */
public final class DiagnosticText {
    private static final int MOST_CHARS = 200;
    private static final int CHARS_BEFORE = 60;

    private static final String RED = "1;31";
    private static final String YELLOW = "1;33";
    private static final String BLUE = "1;34";
    private static final String GREEN = "1;32";
    private static final String BOLD = "1";

    private DiagnosticText() {}

    /**
     * Returns the lines to print, each with its line end. What comes from a text cannot steer the terminal: controls,
     * bidirectional overrides and lone surrogates are written as {@code \}{@code u{202E}}.
     *
     * @param sources the texts by name; a place in another text is shown without its line
     */
    public static String render(Diagnostic d, Map<String, Source> sources, boolean colour) {
        String accent = d.severity() == Severity.ERROR ? RED : YELLOW;
        StringBuilder out = new StringBuilder();
        out.append(paint(d.severity().word() + "[" + shown(d.code()) + "]", accent, colour));
        out.append(paint(": " + shown(d.what()), BOLD, colour)).append('\n');
        String arrow = " --> ";
        for (Label label : d.where()) {
            place(out, label, sources.get(label.at().file()), arrow, arrow.equals(" --> ") ? accent : BLUE, colour);
            arrow = " ::: ";
        }
        if (!d.why().isEmpty()) {
            out.append(paint("why:", BLUE, colour))
                    .append(' ')
                    .append(shown(d.why()))
                    .append('\n');
        }
        for (Fix fix : d.fixes()) {
            out.append(paint("fix:", GREEN, colour))
                    .append(' ')
                    .append(shown(fix.say()))
                    .append('\n');
        }
        return out.toString();
    }

    private static void place(
            StringBuilder out, Label label, @Nullable Source source, String arrow, String accent, boolean colour) {
        Span at = label.at();
        if (source == null) {
            if (!at.file().isEmpty()) {
                out.append(paint(arrow, BLUE, colour)).append(shown(at.file())).append('\n');
            }
            if (!label.says().isEmpty()) {
                out.append("  ")
                        .append(paint(shown(label.says()), accent, colour))
                        .append('\n');
            }
            return;
        }
        int start = Math.min(at.start(), source.text().length());
        int line = source.line(start);
        int column = source.column(start);
        out.append(paint(arrow, BLUE, colour));
        out.append(shown(at.file()))
                .append(':')
                .append(line)
                .append(':')
                .append(column)
                .append('\n');
        snippet(out, source, line, start, at.end(), label.says(), accent, colour);
    }

    private static void snippet(
            StringBuilder out,
            Source source,
            int line,
            int start,
            int end,
            String says,
            String accent,
            boolean colour) {
        String text = source.lineText(line);
        int from = Math.min(start - source.lineStart(line), text.length());
        int to = Math.clamp(end - source.lineStart(line), from, text.length());
        int windowFrom = 0;
        int windowTo = text.length();
        if (text.length() > MOST_CHARS) {
            windowFrom = Math.clamp(from - CHARS_BEFORE, 0, text.length() - MOST_CHARS);
            windowTo = windowFrom + MOST_CHARS;
            windowFrom -= splitsPair(text, windowFrom) ? 1 : 0;
            windowTo += splitsPair(text, windowTo) ? 1 : 0;
        }
        String cutBefore = windowFrom > 0 ? "…" : "";
        String cutAfter = windowTo < text.length() ? "…" : "";
        String before = cutBefore + shown(text.substring(windowFrom, from));
        int markedTo = Math.min(to, windowTo);
        String marked = shown(text.substring(from, markedTo));
        String number = Integer.toString(line);
        out.append(paint(number + " |", BLUE, colour)).append(' ');
        out.append(before).append(marked).append(shown(text.substring(markedTo, windowTo)));
        out.append(cutAfter).append('\n');
        out.append(paint(" ".repeat(number.length()) + " |", BLUE, colour)).append(' ');
        out.append(" ".repeat(cells(before)));
        String carets = "^".repeat(Math.max(1, cells(marked)));
        out.append(paint(says.isEmpty() ? carets : carets + " " + shown(says), accent, colour));
        out.append('\n');
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }

    /** Returns {@code text} with a space for each tab, and all that a terminal would obey or hide escaped. */
    public static String shown(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\t') {
                out.append(' ');
            } else if (mustEscape(c)) {
                out.append("\\u{").append("%02X".formatted(c)).append('}');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean mustEscape(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Returns how many cells of a terminal {@code text} takes. */
    private static int cells(String text) {
        return text.codePoints().map(DiagnosticText::cellsOf).sum();
    }

    private static int cellsOf(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
        return wide ? 2 : 1;
    }

    private static String paint(String text, String code, boolean colour) {
        return colour ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}

package parley.text;

import java.util.Arrays;

/** One text file with an index of its lines. Lines and columns count from 1, columns in UTF-16 units. */
public final class Source {
    private final String name;
    private final String text;
    private final int[] lineStarts;

    /** Indexes {@code text}; {@code \n}, {@code \r\n} and a lone {@code \r} end a line. */
    public Source(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[64];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
            if (ends) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** Returns the number of lines; a text that ends with a line end has an empty last line. */
    public int lineCount() {
        return lineStarts.length;
    }

    /** Returns the line, from 1, that holds {@code offset}. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Returns the column, from 1, of {@code offset} in its line. */
    public int column(int offset) {
        return offset - lineStarts[line(offset) - 1] + 1;
    }

    /** Returns the offset of {@code line} and {@code column}, both from 1, clamped to the text. */
    public int offset(int line, int column) {
        if (line > lineStarts.length) {
            return text.length();
        }
        int start = lineStarts[Math.max(line, 1) - 1];
        return Math.min(start + Math.max(column, 1) - 1, lineEnd(Math.max(line, 1)));
    }

    /** Returns the offset of the first character of {@code line}, from 1. */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /** Returns the offset after the last character of {@code line}, before its line end. */
    public int lineEnd(int line) {
        int end = line < lineStarts.length ? lineStarts[line] : text.length();
        while (end > lineStarts[line - 1] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /** Returns the text of {@code line}, from 1, without its line end. */
    public String lineText(int line) {
        return text.substring(lineStart(line), lineEnd(line));
    }
}

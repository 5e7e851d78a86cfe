package parley.facts;

import java.util.Arrays;

/**
 * Splits a text into rows and fields after RFC 4180, one row at a time, in one pass and without a copy of the text. A
 * row ends with a line feed, with or without a carriage return before it.
 */
final class CsvRows {
    private final String text;
    private int at;
    private int count;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private boolean[] quoted = new boolean[16];
    private int unclosed = -1;
    private int stray = -1;

    CsvRows(String text, int from) {
        this.text = text;
        this.at = from;
    }

    /** Moves to the next row that is not empty; false at the end of the text. */
    boolean next() {
        do {
            if (at >= text.length()) {
                return false;
            }
            row();
        } while (count == 1 && starts[0] == ends[0] && !quoted[0]);
        return true;
    }

    /** Returns the number of fields of this row. */
    int count() {
        return count;
    }

    /** Returns where a field starts: after the quote if it is quoted. */
    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    boolean isEmpty(int field) {
        return starts[field] == ends[field];
    }

    /** Returns the value of a field, doubled quotes made single. */
    String field(int field) {
        String raw = text.substring(starts[field], ends[field]);
        return quoted[field] && raw.indexOf('"') >= 0 ? raw.replace("\"\"", "\"") : raw;
    }

    /** Returns the offset of a quote in this row that is never closed, or -1. */
    int unclosed() {
        return unclosed;
    }

    /** Returns the offset of a quote inside a bare field or of text after a closing quote, or -1. */
    int stray() {
        return stray;
    }

    private void row() {
        count = 0;
        unclosed = -1;
        stray = -1;
        boolean more = true;
        while (more) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
                ends = Arrays.copyOf(ends, count * 2);
                quoted = Arrays.copyOf(quoted, count * 2);
            }
            quoted[count] = at < text.length() && text.charAt(at) == '"';
            if (quoted[count]) {
                quotedField();
            } else {
                bareField();
            }
            count++;
            more = at < text.length() && text.charAt(at) == ',';
            at++;
        }
    }

    private void bareField() {
        int start = at;
        at = endOfField(start);
        int end = at;
        if (end > start && end < text.length() && text.charAt(end) == '\n' && text.charAt(end - 1) == '\r') {
            end--;
        }
        starts[count] = start;
        ends[count] = end;
    }

    private void quotedField() {
        int open = at;
        int i = open + 1;
        while (true) {
            int quote = text.indexOf('"', i);
            if (quote < 0) {
                unclosed = open;
                starts[count] = open + 1;
                ends[count] = text.length();
                at = text.length();
                return;
            }
            if (quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
                i = quote + 2;
                continue;
            }
            starts[count] = open + 1;
            ends[count] = quote;
            at = endOfField(quote + 1);
            boolean lineEnd = at == quote + 2 && at < text.length() && text.startsWith("\r\n", quote + 1);
            if (at != quote + 1 && !lineEnd && stray < 0) {
                stray = quote + 1;
            }
            return;
        }
    }

    private int endOfField(int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == ',' || c == '\n') {
                break;
            }
            if (c == '"' && stray < 0) {
                stray = i;
            }
            i++;
        }
        return i;
    }
}

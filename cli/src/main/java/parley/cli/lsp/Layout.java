package parley.cli.lsp;

import java.util.List;
import org.eclipse.lsp4j.TextEdit;
import parley.language.Formatter;
import parley.text.Source;
import parley.text.Span;

/** The house layout as one edit, no larger than the lines that change: the cursor stays where it is elsewhere. */
final class Layout {
    private Layout() {}

    static List<TextEdit> edits(Source source) {
        String before = source.text();
        String after = Formatter.format(source);
        if (before.equals(after)) {
            return List.of();
        }
        int start = sameLines(before, after);
        int tail = sameEnd(before, after, start);
        Span changed = new Span(source.name(), start, before.length() - tail);
        return List.of(new TextEdit(Places.range(source, changed), after.substring(start, after.length() - tail)));
    }

    /** Returns how many characters the whole lines have that both begin with. */
    private static int sameLines(String a, String b) {
        int most = Math.min(a.length(), b.length());
        int lines = 0;
        for (int i = 0; i < most && a.charAt(i) == b.charAt(i); i++) {
            if (a.charAt(i) == '\n') {
                lines = i + 1;
            }
        }
        return lines;
    }

    /** Returns how many characters the whole lines have that both end with, behind {@code start}. */
    private static int sameEnd(String a, String b, int start) {
        int most = Math.min(a.length(), b.length()) - start;
        int lines = 0;
        for (int i = 1; i <= most && a.charAt(a.length() - i) == b.charAt(b.length() - i); i++) {
            boolean lineBegins =
                    i < most && a.charAt(a.length() - i - 1) == '\n' && b.charAt(b.length() - i - 1) == '\n';
            if (lineBegins) {
                lines = i;
            }
        }
        return lines;
    }
}

package parley.app.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.Declaration;
import parley.text.Source;

/** A text as a page shows it: file by file, line by line, each line with an anchor. */
public record Listing(List<Page> files) {

    /** One file. */
    public record Page(String name, List<Line> lines) {}

    /**
     * One line, in three parts.
     *
     * @param name the name that is declared here, or empty
     */
    public record Line(int number, String anchor, String before, String name, String after) {}

    static Listing of(Case theCase, List<Source> sources) {
        Map<String, Map<Integer, Declaration>> declared = new HashMap<>();
        Map<String, Source> byName = new HashMap<>();
        sources.forEach(s -> byName.put(s.name(), s));
        for (Declaration d : theCase.declarations()) {
            Source source = byName.get(d.at().file());
            if (source != null) {
                declared.computeIfAbsent(source.name(), _ -> new HashMap<>())
                        .putIfAbsent(source.line(d.at().start()), d);
            }
        }
        return new Listing(sources.stream()
                .map(s -> page(s, declared.getOrDefault(s.name(), Map.of())))
                .toList());
    }

    private static Page page(Source source, Map<Integer, Declaration> declared) {
        List<Line> lines = new ArrayList<>();
        int count = source.lineCount();
        boolean emptyEnd = count > 1 && source.lineText(count).isEmpty();
        for (int n = 1; n <= (emptyEnd ? count - 1 : count); n++) {
            lines.add(line(source, n, declared.get(n)));
        }
        return new Page(source.name(), lines);
    }

    private static Line line(Source source, int n, @Nullable Declaration d) {
        String text = source.lineText(n);
        String anchor = anchor(source.name(), n);
        if (d == null) {
            return new Line(n, anchor, text, "", "");
        }
        int from = d.at().start() - source.lineStart(n);
        int to = Math.min(d.at().end() - source.lineStart(n), text.length());
        return new Line(n, anchor, text.substring(0, from), text.substring(from, to), text.substring(to));
    }

    /** Returns the anchor of a line, which is also how verdicts and messages name it. */
    static String anchor(String file, int line) {
        return file + ":" + line;
    }
}

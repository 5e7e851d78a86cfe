package parley.language;

import java.util.Comparator;
import java.util.List;
import parley.roadmap.Case;
import parley.text.Fix;
import parley.text.Label;
import parley.text.Source;
import parley.text.Span;

/** The door of the language: reads the texts of a case and says what is wrong with them. */
public final class CaseText {
    private static final int LONGEST_LINE = 2000;

    private CaseText() {}

    /** Reads all files as one text; their order does not matter. Never throws on any text. */
    public static Checked read(List<Source> sources) {
        return study(sources).checked();
    }

    /** A case as read, and where its names stand. */
    public record Studied(Checked checked, Symbols symbols) {}

    /** Reads as {@link #read} does and keeps where each name stands, for an editor. */
    public static Studied study(List<Source> sources) {
        var problems = new Problems();
        var mentions = new NamesSeen();
        var parser = new Parser(problems, mentions);
        List<Source> sorted =
                sources.stream().sorted(Comparator.comparing(Source::name)).toList();
        for (Source source : sorted) {
            longLines(source, problems);
            parser.file(Sentences.of(Lexer.tokens(source, problems)));
        }
        Case theCase = parser.made();
        if (!parser.sawCase()) {
            Span start = new Span(sorted.isEmpty() ? "" : sorted.getFirst().name(), 0, 0);
            problems.add(
                    Code.R014,
                    "no file declares a case",
                    List.of(new Label(start, "")),
                    List.of(Fix.advice("begin one file with `case belarus \"Belarus\"`")));
        }
        if (theCase != null) {
            new Checker(theCase, problems, mentions).check();
        }
        return new Studied(new Checked(theCase, sorted, problems.sorted()), Symbols.of(mentions));
    }

    private static void longLines(Source source, Problems problems) {
        if (source.name().endsWith(".md")) {
            return;
        }
        for (int line = 1; line <= source.lineCount(); line++) {
            int length = source.lineEnd(line) - source.lineStart(line);
            if (length > LONGEST_LINE) {
                int start = source.lineStart(line);
                problems.add(
                        Code.R007,
                        "this line has %d characters".formatted(length),
                        new Span(source.name(), start, start + LONGEST_LINE),
                        Fix.advice("write one sentence a line, at most %d characters".formatted(LONGEST_LINE)));
            }
        }
    }
}

package parley.brief;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import parley.facts.Facts;
import parley.proof.Verdict;
import parley.roadmap.Case;
import parley.roadmap.Declaration;
import parley.roadmap.Guard;
import parley.roadmap.Reaction;
import parley.roadmap.Secrecy;
import parley.standing.Standing;
import parley.text.Source;

/** The door: writes the briefing of a case. */
public final class Briefing {
    private Briefing() {}

    /**
     * Returns one self-contained HTML page, well-formed as XML, that needs no network and prints.
     *
     * @param sources the texts of the case by file name, for the words behind each line
     * @param facts the rows known on the day of knowledge, those of confidence B included
     * @param now where the case stands
     * @param annexes tables that decide nothing, shown as they are
     * @param proved the verdicts on what the text claims and asks of itself
     * @param before where it stood at the beginning of the time that "what changed" covers, from what was known then
     */
    public static String html(
            Case theCase,
            Map<String, Source> sources,
            Facts facts,
            Standing now,
            Standing before,
            List<Annex> annexes,
            List<Verdict> proved) {
        var desk = new Desk(theCase, sources, facts, now, before, annexes);
        Html html = desk.html;
        html.open("html", "lang", "en").line().open("head").empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.el("title", "%s: briefing of %s".formatted(title(theCase), Desk.day(now.asOf())));
        html.style(css()).close("head").line();
        html.open("body");
        head(desk);
        html.open("main");
        new Minute(desk).write();
        new Recent(desk).write();
        new Goals(desk).write();
        new Owed(desk).write();
        new Answers(desk).write();
        new Partners(desk).write();
        new Departures(desk).write();
        new Proved(desk, proved).write();
        new Measures(desk).write();
        desk.cited.appendix();
        html.close("main").close("body").close("html").line();
        return "<!DOCTYPE html>\n" + html.whole();
    }

    private static String title(Case theCase) {
        return theCase.title().isEmpty() ? theCase.id() : theCase.title();
    }

    private static void head(Desk desk) {
        Html html = desk.html;
        html.open("header").el("h1", title(desk.theCase));
        html.open("p", "class", "dates")
                .text("Where it stands on ")
                .el("strong", Desk.day(desk.now.asOf()))
                .text(", from what was known on %s. ".formatted(Desk.day(desk.now.knownAt())))
                .text("The roadmap runs from %s to %s."
                        .formatted(Desk.day(desk.theCase.from()), Desk.day(desk.theCase.to())))
                .close();
        html.el(
                "p",
                "It quotes the whole text: keep it among those who may read %s.".formatted(mostSecret(desk.theCase)),
                "class",
                "dates");
        html.open("nav", "aria-label", "Sections");
        String[][] sections = {
            {"minute", "In a minute"},
            {"recent", "What changed"},
            {"goals", "Goals"},
            {"owed", "Who owes what"},
            {"answers", "What could be answered"},
            {"partners", "Together or apart"},
            {"departures", "Departures and alarms"},
            {"proved", "What is guaranteed"},
            {"measures", "Measures"},
            {"text", "Text"},
            {"record", "Record"}
        };
        for (String[] s : sections) {
            html.el("a", s[1], "href", "#" + s[0]).text(" ");
        }
        html.close("header").line();
    }

    /** Returns the strictest label that a clause of the case carries. */
    private static String mostSecret(Case theCase) {
        Stream<Secrecy> branches = theCase.steps().stream()
                .flatMap(s -> s.branches().stream())
                .flatMap(b -> Stream.concat(
                        Stream.of(b.secrecy()), b.reactions().stream().map(Reaction::secrecy)));
        return Stream.of(
                        theCase.declarations().stream().map(Declaration::secrecy),
                        theCase.guards().stream().map(Guard::secrecy),
                        branches)
                .flatMap(s -> s)
                .max(Comparator.comparing(Secrecy::level)
                        .thenComparingInt(s -> s.only().size()))
                .orElse(theCase.secrecy())
                .words();
    }

    private static String css() {
        try (InputStream in = Objects.requireNonNull(
                Briefing.class.getResourceAsStream("brief.css"), "brief.css lies beside this class")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The style sheet of the briefing cannot be read.", e);
        }
    }
}

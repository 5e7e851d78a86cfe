package parley.brief;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.facts.ActRow;
import parley.facts.Confidence;
import parley.facts.Facts;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Declaration;
import parley.roadmap.Event;
import parley.roadmap.Indicator;
import parley.roadmap.Measure;
import parley.roadmap.Member;
import parley.roadmap.OwnershipRule;
import parley.roadmap.Panel;
import parley.roadmap.Partner;
import parley.roadmap.Phase;
import parley.roadmap.Stakeholder;
import parley.roadmap.Step;
import parley.roadmap.Verb;
import parley.roadmap.Verifier;
import parley.standing.Standing;
import parley.text.Source;
import parley.text.Span;

/** What every section needs: the case, its names for people, and the list of what lines rest on. */
final class Desk {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*|\\d{4}-\\d\\d-\\d\\d");

    final Case theCase;
    final Facts facts;
    final Standing now;
    final Standing before;
    final Html html = new Html();
    final List<Annex> annexes;
    final Cited cited;
    private final Map<String, Declaration> names;
    private final Map<String, Source> sources;

    Desk(Case theCase, Map<String, Source> sources, Facts facts, Standing now, Standing before, List<Annex> annexes) {
        this.annexes = annexes;
        this.theCase = theCase;
        this.sources = new TreeMap<>(sources);
        this.facts = facts;
        this.now = now;
        this.before = before;
        this.names = theCase.byName();
        this.cited = new Cited(this);
    }

    /** Returns the last day on which the page can count anything. */
    LocalDate recordEnd() {
        return now.recordEnds().isBefore(now.asOf()) ? now.recordEnds() : now.asOf();
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String count(long n, String one, String many) {
        return n == 1 ? "1 " + one : String.format(Locale.ROOT, "%,d %s", n, many);
    }

    /** Writes a number without needless decimals, thousands apart. */
    static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.1f", value);
    }

    @Nullable
    Declaration named(String id) {
        return names.get(id);
    }

    /** Returns the title for people, or the name where there is none. */
    String heading(String id) {
        Declaration d = names.get(id);
        if (d == null) {
            return id.equals(theCase.counterpart()) ? theCase.counterpartTitle() : id;
        }
        return d.heading();
    }

    /** Writes a title in quotes with its short name behind it. */
    Html title(String id) {
        boolean titled = !heading(id).equals(id);
        html.open("span", "class", "name").text(titled ? "“" + heading(id) + "”" : id);
        if (titled) {
            html.text(" ").el("code", id);
        }
        return html.close();
    }

    /** Writes what a partner did to a measure. */
    Html did(Verb verb, String measure) {
        String[] around = verb.did("|").split("\\|", -1);
        html.text(around[0]);
        title(measure);
        return html.text(around[1]);
    }

    /** Says whether what happened to a measure on a day is general knowledge only. */
    boolean guessed(String measure, LocalDate on) {
        List<ActRow> acts = facts.acts().stream()
                .filter(a -> a.measure().equals(measure) && a.date().equals(on))
                .toList();
        return !acts.isEmpty() && acts.stream().allMatch(a -> a.confidence() == Confidence.B);
    }

    /** Returns the acts about a measure that are general knowledge and later than a day, in words. */
    String unconfirmed(String measure, LocalDate since) {
        return facts.acts().stream()
                .filter(a -> a.confidence() == Confidence.B && a.measure().equals(measure))
                .filter(a -> a.date().isAfter(since) && !a.date().isAfter(now.asOf()))
                .map(a -> "%s %s on %s (%s)"
                        .formatted(
                                heading(a.partner()),
                                a.verb().did("it").replace("the licence of it", "its licence"),
                                day(a.date()),
                                a.id()))
                .collect(Collectors.joining("; "));
    }

    /** Writes a message of the standing, with the names and dates in it as people say them. */
    Html prose(String message) {
        String says = message.replace("`", "");
        Matcher m = WORD.matcher(says);
        int done = 0;
        while (m.find()) {
            html.text(says.substring(done, m.start()));
            word(m.group());
            done = m.end();
        }
        return html.text(says.substring(done));
    }

    /** Writes a message as a sentence of its own. */
    Html sentence(String message) {
        boolean name = names.containsKey(message.split("[ :]", 2)[0]);
        return prose(name ? message : Character.toUpperCase(message.charAt(0)) + message.substring(1))
                .text(".");
    }

    /** Returns indicators in the order of the text, each series once: two readers of a series count the same. */
    List<Indicator> counted() {
        Set<String> seen = new HashSet<>();
        return theCase.indicators().stream()
                .filter(i -> i.counts() != null)
                .sorted(Comparator.comparing(Indicator::kind)
                        .thenComparing(i -> i.staleDays() == null)
                        .thenComparing(Indicator::at))
                .filter(i -> seen.add(i.series()))
                .toList();
    }

    private void word(String word) {
        if (Character.isDigit(word.charAt(0))) {
            html.text(day(LocalDate.parse(word)));
            return;
        }
        Declaration d = names.get(word);
        switch (d) {
            case null -> html.text(word.equals(theCase.counterpart()) ? theCase.counterpartTitle() : word);
            case Partner _, Member _ -> html.text(d.heading());
            case Indicator _, Event _ -> html.el("abbr", "“" + d.heading() + "”", "title", word);
            case Measure _, Concession _, Phase _, Step _, Stakeholder _, Verifier _, Panel _, OwnershipRule _ ->
                title(word);
        }
    }

    /** Returns the words of a clause as they stand in the text. */
    String words(Span at) {
        Source source = sources.get(at.file());
        return source == null || at.end() > source.text().length()
                ? ""
                : source.text().substring(at.start(), at.end()).strip();
    }

    /** Returns the line, from 1, on which a clause begins; 0 if it lies in no text. */
    int line(Span at) {
        Source source = sources.get(at.file());
        return source == null || at.start() > source.text().length() ? 0 : source.line(at.start());
    }

    String lineText(Span at) {
        Source source = sources.get(at.file());
        int line = line(at);
        return source == null || line == 0 ? "" : source.lineText(line).strip();
    }

    /** Opens a section with its heading. */
    Html section(String id, String heading) {
        return html.open("section", "id", id).el("h2", heading).line();
    }

    /** Writes the head of a table. */
    Html table(String caption, String... columns) {
        html.open("table").el("caption", caption).open("thead").open("tr");
        for (String column : columns) {
            html.el("th", column, "scope", "col");
        }
        return html.close("thead").open("tbody").line();
    }

    Html endTable() {
        return html.close("table").line();
    }
}

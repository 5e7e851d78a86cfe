package parley.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Declaration;
import parley.roadmap.Event;
import parley.roadmap.Indicator;
import parley.roadmap.Measure;
import parley.roadmap.Panel;
import parley.roadmap.Partner;
import parley.roadmap.Stakeholder;
import parley.roadmap.Step;
import parley.roadmap.Verifier;
import parley.text.Diagnostic;
import parley.text.Fix;
import parley.text.Label;
import parley.text.Severity;
import parley.text.Source;
import parley.text.Span;

/**
 * Compares the names in the record with those of the case. A name that the case does not know is a warning and no
 * error: a record may know more than a roadmap asks for. Each name is reported once, at its first row.
 */
public final class RecordNames {
    private final Map<String, Source> files;
    private final Case theCase;
    private final BiFunction<String, Collection<String>, List<String>> nearest;
    private final List<Diagnostic> found = new ArrayList<>();

    private RecordNames(
            Map<String, Source> files, Case theCase, BiFunction<String, Collection<String>, List<String>> nearest) {
        this.files = files;
        this.theCase = theCase;
        this.nearest = nearest;
    }

    /**
     * Returns a warning for each name that no sentence of the case declares, by file and place.
     *
     * @param files the texts by file name, as {@link FactFiles#read} takes them
     * @param nearest gives the names that resemble a word, the closest first
     */
    public static List<Diagnostic> check(
            Map<String, Source> files, Case theCase, BiFunction<String, Collection<String>, List<String>> nearest) {
        RecordNames names = new RecordNames(files, theCase, nearest);
        names.check();
        return names.found.stream().sorted().toList();
    }

    /** What a column must name. */
    private record Wanted(String code, String kind, Set<String> known, String why, String orElse) {}

    private void check() {
        String unread = "no condition reads these rows";
        Wanted readings = new Wanted(
                "F020",
                "series of an indicator",
                theCase.indicators().stream().map(Indicator::series).collect(Collectors.toSet()),
                unread,
                "declare an indicator `from facts %s`");
        Wanted events = new Wanted(
                "F020",
                "series of an event",
                theCase.events().stream().map(Event::series).collect(Collectors.toSet()),
                unread,
                "declare an event `from facts %s`");
        Set<String> partners = ids(Partner.class);
        Wanted partner = new Wanted(
                "F021", "partner", partners, "nobody can be held to what it did or said", "declare a partner `%s`");
        Wanted measure = new Wanted(
                "F021",
                "measure",
                ids(Measure.class),
                "the act changes the state of no measure",
                "declare a measure or an offer `%s`");
        Wanted concession = new Wanted(
                "F022",
                "concession",
                ids(Concession.class),
                "the row counts for no concession",
                "declare a concession `%s`");
        Set<String> signers = ids(Verifier.class);
        signers.addAll(ids(Panel.class));
        signers.addAll(ids(Stakeholder.class));
        signers.addAll(partners);
        signers.add(theCase.counterpart());
        Wanted verifier =
                new Wanted("F022", "verifier", signers, "its signature verifies nothing", "declare a verifier `%s`");
        Set<String> heard = ids(Stakeholder.class);
        heard.addAll(ids(Step.class));
        Wanted stakeholder = new Wanted(
                "F022",
                "stakeholder or step",
                heard,
                "the consultation counts for nobody",
                "declare a stakeholder `%s`");
        column(FactFiles.READINGS, "series", readings);
        column(FactFiles.EVENTS, "series", events);
        column(FactFiles.ACTS, "partner", partner);
        column(FactFiles.ACTS, "measure", measure);
        column(FactFiles.ACTS, "answers", concession);
        column(FactFiles.SIGNATURES, "verifier", verifier);
        column(FactFiles.SIGNATURES, "concession", concession);
        column(FactFiles.DECISIONS, "partner", partner);
        column(FactFiles.DECISIONS, "measure", measure);
        column(FactFiles.CONSULTATIONS, "partner", partner);
        column(FactFiles.CONSULTATIONS, "stakeholder", stakeholder);
    }

    private <T extends Declaration> Set<String> ids(Class<T> kind) {
        Set<String> ids = new HashSet<>();
        theCase.all(kind).forEach(d -> ids.add(d.id()));
        return ids;
    }

    private static final class Unknown {
        private final Span first;
        private int rows;

        private Unknown(Span first) {
            this.first = first;
        }
    }

    private void column(String file, String column, Wanted wanted) {
        Source source = files.get(file);
        if (source == null) {
            return;
        }
        Map<String, Unknown> unknown = new LinkedHashMap<>();
        CsvRows rows = new CsvRows(source.text(), source.text().startsWith("\uFEFF") ? 1 : 0);
        int field = rows.next() ? fieldOf(column, rows) : -1;
        int width = rows.count();
        while (field >= 0 && rows.next()) {
            boolean broken = rows.unclosed() >= 0 || rows.stray() >= 0 || rows.count() != width;
            String name = broken ? "" : rows.field(field);
            if (!name.isBlank() && !wanted.known().contains(name)) {
                Span at = new Span(source.name(), rows.start(field), rows.end(field));
                unknown.computeIfAbsent(name, _ -> new Unknown(at)).rows++;
            }
        }
        unknown.forEach((name, where) -> report(source, column, wanted, name, where));
    }

    static int fieldOf(String column, CsvRows header) {
        for (int i = 0; i < header.count(); i++) {
            if (header.field(i).equals(column)) {
                return i;
            }
        }
        return -1;
    }

    private void report(Source source, String column, Wanted wanted, String name, Unknown where) {
        List<Fix> fixes = new ArrayList<>();
        for (String near : nearest.apply(name, wanted.known())) {
            fixes.add(Fix.advice("write `%s`".formatted(near)));
        }
        fixes.add(Fix.advice(wanted.orElse().formatted(name)));
        String more = where.rows == 1 ? "" : " (%d rows)".formatted(where.rows);
        found.add(new Diagnostic(
                wanted.code(),
                Severity.WARNING,
                "%s, line %d, field `%s`: the case has no %s `%s`%s"
                        .formatted(source.name(), source.line(where.first.start()), column, wanted.kind(), name, more),
                List.of(new Label(where.first, where.rows == 1 ? "" : "the first of %d rows".formatted(where.rows))),
                wanted.why(),
                fixes));
    }
}

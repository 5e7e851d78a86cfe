package parley.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import parley.facts.ActRow;
import parley.facts.Confidence;
import parley.facts.Consultation;
import parley.facts.DecisionRow;
import parley.facts.Occurrence;
import parley.facts.Reading;
import parley.facts.Signature;
import parley.standing.Standing;
import parley.text.Span;

/** The clauses and rows that lines of the page rest on; they are printed at its end, each once. */
final class Cited {
    private final Desk desk;
    private final Map<Span, Integer> clauses = new TreeMap<>();
    private final TreeSet<String> rows = new TreeSet<>();

    /** One row of the record, in words. */
    private record Row(String file, String id, String day, String says, String source, Confidence confidence) {}

    Cited(Desk desk) {
        this.desk = desk;
    }

    /** Writes small links to the clauses and rows behind a line. */
    void links(Standing.Because because) {
        links(because.clauses(), because.facts());
    }

    void links(List<Span> spans, List<String> facts) {
        Html html = desk.html;
        html.open("span", "class", "why");
        for (Span at : spans) {
            if (desk.line(at) > 0) {
                int number = clauses.computeIfAbsent(at, _ -> clauses.size() + 1);
                html.text(" ").el("a", "text " + number, "href", "#t" + number);
            }
        }
        facts.stream().distinct().limit(MOST_LINKS).forEach(this::row);
        if (facts.size() > MOST_LINKS) {
            facts.forEach(rows::add);
            html.text(" and %d more rows".formatted(facts.size() - MOST_LINKS));
        }
        html.close();
    }

    private static final int MOST_LINKS = 4;

    private void row(String id) {
        rows.add(id);
        desk.html.text(" ").el("a", id, "href", "#r-" + id);
    }

    /** Prints the clauses and rows. */
    void appendix() {
        Html html = desk.html;
        desk.section("text", "The text behind the lines");
        html.open("ol", "class", "clauses");
        List<Map.Entry<Span, Integer>> inOrder = new ArrayList<>(clauses.entrySet());
        inOrder.sort(Map.Entry.comparingByValue());
        for (Map.Entry<Span, Integer> e : inOrder) {
            Span at = e.getKey();
            html.open("li", "id", "t" + e.getValue())
                    .el("code", "%s:%d".formatted(at.file(), desk.line(at)))
                    .text(" ")
                    .el("q", desk.lineText(at))
                    .close()
                    .line();
        }
        html.close("section").line();
        desk.section("record", "The record behind the lines");
        html.el(
                "p",
                "A: found in the source named. B: general knowledge, to be confirmed; it is shown and never decides anything.");
        desk.table("Rows of the record that lines above rest on", "Row", "Day", "What it says", "Grade", "Source");
        String last = "";
        for (Row row : all()) {
            if (rows.contains(row.id())) {
                String[] anchor = row.id().equals(last) ? new String[0] : new String[] {"id", "r-" + row.id()};
                html.open("tr", anchor)
                        .el("td", row.id(), "title", row.file())
                        .el("td", row.day())
                        .el("td", row.says())
                        .el("td", row.confidence().name())
                        .el("td", row.source(), "class", "source")
                        .close()
                        .line();
                last = row.id();
            }
        }
        desk.endTable();
        html.close("section").line();
    }

    private List<Row> all() {
        List<Row> all = new ArrayList<>();
        for (Reading r : desk.facts.readings()) {
            String value = r.value() == null ? "counted, number not known" : Desk.number(r.value());
            add(
                    all,
                    "readings",
                    r.id(),
                    r.date(),
                    r.series() + ": " + value + note(r.note()),
                    r.source(),
                    r.confidence());
        }
        for (Occurrence o : desk.facts.occurrences()) {
            add(all, "events", o.id(), o.date(), o.title() + note(o.note()), o.source(), o.confidence());
        }
        for (ActRow a : desk.facts.acts()) {
            String says = "%s %s. %s"
                    .formatted(
                            desk.heading(a.partner()),
                            a.verb().did("“" + desk.heading(a.measure()) + "”"),
                            a.instrument())
                    .strip();
            add(all, "acts", a.id(), a.date(), says + note(a.note()), a.source(), a.confidence());
        }
        for (Signature s : desk.facts.signatures()) {
            String says = "%s: %s by %s".formatted(s.concession(), s.finding().word(), s.verifier());
            add(all, "signatures", s.id(), s.date(), says + note(s.note()), s.source(), s.confidence());
        }
        for (DecisionRow d : desk.facts.decisions()) {
            String says = "%s %s of %s: %s"
                    .formatted(
                            d.partner(), d.verb().noun(), d.measure(), d.stage().word());
            add(all, "decisions", d.id(), d.date(), says + note(d.note()), d.source(), d.confidence());
        }
        for (Consultation c : desk.facts.consultations()) {
            String says = "%s heard %s".formatted(c.partner(), c.stakeholder());
            add(all, "consultations", c.id(), c.date(), says + note(c.note()), c.source(), c.confidence());
        }
        all.sort(java.util.Comparator.comparing(Row::id).thenComparing(Row::file));
        return all;
    }

    private static void add(
            List<Row> all,
            String file,
            String id,
            java.time.LocalDate day,
            String says,
            String source,
            Confidence confidence) {
        all.add(new Row(file + ".csv", id, Desk.day(day), says, source, confidence));
    }

    private static String note(String note) {
        return note.isEmpty() ? "" : " (" + note + ")";
    }
}

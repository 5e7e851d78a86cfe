package parley.app.evidence.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import parley.app.evidence.Books;
import parley.app.people.Role;
import parley.app.record.CaseRecord;
import parley.app.record.Deed;
import parley.app.record.Deeds;
import parley.app.record.Entry;
import parley.app.record.Label;
import parley.app.web.Fields;
import parley.app.web.NotFound;
import parley.app.web.Pages;
import parley.app.web.Refused;
import parley.app.web.Visit;
import parley.evidence.SmallCells;

/** Releases as announced and as they turned out; what each partner counted; what of it may be public. */
@Controller
public class OutcomePages {
    private static final String WITHHELD = "withheld";

    private final Pages pages;
    private final CaseRecord record;
    private final Evidence evidence;

    public OutcomePages(Pages pages, CaseRecord record, Books books) {
        this.pages = pages;
        this.record = record;
        this.evidence = new Evidence(record, books);
    }

    @GetMapping("/case/{case}/evidence/outcomes")
    ResponseEntity<String> all(Visit visit) {
        Seen seen = Seen.of(visit);
        List<Publication> published = published(seen);
        return pages.page(
                "evidence/outcomes",
                Map.of(
                        "visit",
                        visit,
                        "lines",
                        Releases.of(seen).lines(),
                        "published",
                        published,
                        "keeps",
                        visit.is(Role.SECRETARIAT) && !visit.elsewhen(),
                        "works",
                        Seen.works(visit)));
    }

    @GetMapping("/case/{case}/evidence/outcomes/{on}")
    ResponseEntity<String> one(Visit visit, @PathVariable String on) {
        return release(visit, line(visit, on).announced().on(), "", null);
    }

    private ResponseEntity<String> release(
            Visit visit, LocalDate on, String csv, @Nullable List<Releases.Count> preview) {
        Seen seen = Seen.of(visit);
        Releases releases = Releases.of(seen);
        Releases.Line line = releases.line(on);
        if (line == null) {
            throw new NotFound();
        }
        Map<String, Object> model = new TreeMap<>(Map.of(
                "visit", visit,
                "line", line,
                "filed", releases.filed(line.announced()),
                "counted", releases.counted(line),
                "lists", releases.listsBefore(line),
                "recognised", releases.newlyRecognised(line)));
        model.put("grounds", Releases.grounds(line.by()));
        model.put("companions", Releases.companions(line.by()));
        model.put("papers", Releases.withoutPapers(line));
        model.put("sentence", Releases.sentence(line));
        model.put("choices", Choices.of(seen));
        model.put("works", Seen.works(visit));
        model.put("csv", csv);
        if (preview != null) {
            model.put("preview", preview);
        }
        return pages.page("evidence/release", model);
    }

    /** Shows what a table would say of a release; nothing is written. */
    @PostMapping("/case/{case}/evidence/outcomes/{on}/preview")
    ResponseEntity<String> preview(Visit visit, @PathVariable String on, @RequestParam String csv) {
        if (!Seen.works(visit)) {
            throw new NotFound();
        }
        Releases.Line line = line(visit, on);
        List<Deed.Row> rows =
                OutcomeTable.rows(line.announced().on(), line.announced().persons(), csv);
        return release(visit, line.announced().on(), csv, Releases.preview(line.announced(), rows));
    }

    @PostMapping("/case/{case}/evidence/outcomes/{on}")
    @Fields(Form.JUDGED + " " + Form.ITEM + " body csv")
    ResponseEntity<String> file(
            Visit visit, @PathVariable String on, @RequestParam MultiValueMap<String, String> form) {
        Releases.Announced a = line(visit, on).announced();
        String csv = String.valueOf(form.getFirst("csv"));
        List<Deed.Row> rows = OutcomeTable.rows(a.on(), a.persons(), csv);
        int told = rows.stream().mapToInt(OutcomeTable::persons).sum();
        var read = new Form(form);
        Filing filing = read.about(
                        "What became of %d of the %d announced on %s".formatted(told, a.persons(), a.on()),
                        a.on(),
                        "out-of-custody",
                        "",
                        List.of(),
                        Filing.Extra.about("release-" + a.on(), rows))
                .resting(read.item(null)
                        .sealing(Sealed.Original.of("outcomes.csv", csv.getBytes(StandardCharsets.UTF_8))));
        return Pages.goTo("/case/" + visit.caseId() + "/claim/" + evidence.file(visit, filing));
    }

    /** Files what somebody counted, by which criterion. */
    @PostMapping("/case/{case}/evidence/outcomes/{on}/count")
    @Fields(Form.JUDGED + " " + Form.ITEM + " body by persons criterion")
    ResponseEntity<String> count(
            Visit visit, @PathVariable String on, @RequestParam MultiValueMap<String, String> form) {
        Releases.Announced a = line(visit, on).announced();
        var read = new Form(form);
        Releases.Counting criterion = Releases.Counting.of(read.text("criterion"));
        String by = read.text("by");
        String persons = read.text("persons");
        boolean known = visit.theCase().byName().containsKey(by);
        if (criterion == null || !known || !persons.matches("\\d{1,6}")) {
            throw new Refused("Say who counted, how many, and by what.");
        }
        Deed.Row row = new Deed.Row(
                Releases.COUNTS,
                new TreeMap<>(Map.of(
                        "release", a.on().toString(), "by", by, "persons", persons, "criterion", criterion.word())));
        Filing filing = read.about(
                        "%s counts %s of %s: %s".formatted(by, persons, a.on(), criterion.words()),
                        a.on(),
                        "out-of-custody",
                        "",
                        List.of(),
                        Filing.Extra.about("release-" + a.on(), List.of(row)))
                .resting(read.item(null));
        evidence.file(visit, filing);
        return Pages.goTo("/case/%s/evidence/outcomes/%s#counted".formatted(visit.caseId(), a.on()));
    }

    private static Releases.Line line(Visit visit, String on) {
        LocalDate day = day(on);
        Releases.Line line = day == null ? null : Releases.of(Seen.of(visit)).line(day);
        if (line == null) {
            throw new NotFound();
        }
        return line;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    // ---- what may be public
    // ------------------------------------------------------------------------------------------

    /** A table as it was made public: what was withheld is not in it. */
    public record Publication(
            long entry, LocalDate on, List<String> rows, List<String> columns, Map<String, String> cells) {
        /** Returns what stands in a cell. */
        public String cell(String row, String column) {
            return cells.getOrDefault(row + " " + column, "");
        }
    }

    /** What was shown is public, so everybody sees it; the counts behind it stay where they are. */
    private static List<Publication> published(Seen seen) {
        List<Publication> found = new ArrayList<>();
        for (Entry e : seen.book().entries()) {
            if (e.kind().equals("counts-published") && Deeds.of(e) instanceof Deed.CountsPublished d) {
                found.add(publication(e, d));
            }
        }
        return found.reversed();
    }

    private static Publication publication(Entry e, Deed.CountsPublished d) {
        Map<String, String> cells = new TreeMap<>();
        var rows = new TreeSet<String>();
        var columns = new TreeSet<String>();
        d.counts().forEach(c -> {
            rows.add(c.row());
            columns.add(c.column());
        });
        List<String> allRows = withSum(rows);
        List<String> allColumns = withSum(columns);
        allRows.forEach(r -> allColumns.forEach(c -> cells.put(r + " " + c, WITHHELD)));
        d.shown().forEach(c -> cells.put(c.row() + " " + c.column(), Integer.toString(c.persons())));
        return new Publication(e.index(), Seen.dayOf(e.at()), allRows, allColumns, cells);
    }

    private static List<String> withSum(SortedSet<String> names) {
        List<String> all = new ArrayList<>(names);
        all.add(SmallCells.ALL);
        return all;
    }

    /** Makes the confirmed counts of all releases public, as far as nobody can be told from them. */
    @PostMapping("/case/{case}/evidence/outcomes/publish")
    ResponseEntity<String> publish(Visit visit) {
        if (!visit.is(Role.SECRETARIAT) || visit.elsewhen()) {
            throw new Refused("The secretariat makes counts public.");
        }
        record.change(visit.caseId(), visit.author("secretariat"), w -> {
            Seen seen = Seen.of(visit);
            if (seen.book().last() != w.index()) {
                throw new Refused("The record has grown since; look at the counts once more.");
            }
            List<SmallCells.Publication> before = new ArrayList<>();
            for (Entry e : seen.book().entries()) {
                if (e.kind().equals("counts-published") && Deeds.of(e) instanceof Deed.CountsPublished d) {
                    before.add(read(d));
                }
            }
            SmallCells.Table table = table(Releases.of(seen).lines());
            if (table.counts().isEmpty()) {
                throw new Refused("No release has outcomes that count; there is nothing to make public.");
            }
            if (!before.isEmpty() && before.getLast().table().equals(table)) {
                throw new Refused("Nothing has changed since the last publication.");
            }
            SmallCells.Publication now = SmallCells.publish(table, before);
            w.add(
                    new Deed.CountsPublished(
                            "Outcomes of releases, confirmed", counts(table.counts()), counts(now.shown())),
                    Label.PARTNERS,
                    "");
        });
        return Pages.goTo("/case/" + visit.caseId() + "/evidence/outcomes#public");
    }

    private static List<Deed.Count> counts(SortedMap<SmallCells.Cell, Integer> cells) {
        return cells.entrySet().stream()
                .map(c -> new Deed.Count(c.getKey().row(), c.getKey().column(), c.getValue()))
                .toList();
    }

    private static SmallCells.Publication read(Deed.CountsPublished d) {
        SmallCells.Table table = new SmallCells.Table(cells(d.counts()));
        SortedMap<SmallCells.Cell, Integer> shown = cells(d.shown());
        return new SmallCells.Publication(table, shown, Collections.emptySortedSet());
    }

    private static SortedMap<SmallCells.Cell, Integer> cells(List<Deed.Count> counts) {
        SortedMap<SmallCells.Cell, Integer> cells = new TreeMap<>();
        counts.forEach(c -> cells.put(new SmallCells.Cell(c.row(), c.column()), c.persons()));
        return cells;
    }

    /** Confirmed is the low bound: it never falls by what is not known yet. */
    private static SmallCells.Table table(List<Releases.Line> lines) {
        SortedMap<SmallCells.Cell, Integer> cells = new TreeMap<>();
        List<Releases.Line> told = lines.stream().filter(l -> l.by() != null).toList();
        for (Releases.Line l : told) {
            for (Releases.Count c : l.counts()) {
                if (told.stream().anyMatch(t -> t.of(c.outcome()).low() > 0)) {
                    cells.put(
                            new SmallCells.Cell(
                                    l.announced().on().toString(), c.word().replace(' ', '-')),
                            c.range().low());
                }
            }
        }
        return new SmallCells.Table(cells);
    }

    @GetMapping("/case/{case}/evidence/outcomes.csv")
    ResponseEntity<byte[]> csv(Visit visit) {
        List<Publication> published = published(Seen.of(visit));
        if (published.isEmpty()) {
            throw new NotFound();
        }
        Publication p = published.getFirst();
        var out = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(out)) {
            List<String> header = new ArrayList<>(List.of("release"));
            header.addAll(p.columns());
            writer.writeRecord(header);
            for (String row : p.rows()) {
                List<String> line = new ArrayList<>(List.of(row));
                p.columns().forEach(c -> line.add(p.cell(row, c)));
                writer.writeRecord(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(Objects.requireNonNull(MediaType.valueOf("text/csv;charset=UTF-8")));
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename("outcomes-" + p.on() + ".csv")
                .build());
        return ResponseEntity.ok().headers(headers).body(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The criteria by which a count can be told, for the form. */
    public static List<Choices.Choice> criteria() {
        return Arrays.stream(Releases.Counting.values())
                .map(c -> new Choices.Choice(c.word(), c.words()))
                .toList();
    }
}

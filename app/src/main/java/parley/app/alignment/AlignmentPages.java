package parley.app.alignment;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import parley.app.lists.OfficialLists;
import parley.app.screening.Judgements;
import parley.app.web.NotFound;
import parley.app.web.Pages;
import parley.app.web.Visit;
import parley.identity.resolver.Resolution;
import parley.lists.alignment.Alignment;
import parley.lists.intake.Card;

/** Alignment with the programme of the case on one list: matrix, coverage, gaps, lags, and the same as a table. */
@Controller
public class AlignmentPages {
    private static final List<String> PREFERRED = List.of("eu-oj", "eu-fsf", "eu-fsd");

    private final Pages pages;
    private final OfficialLists lists;
    private final Judgements judgements;

    public AlignmentPages(Pages pages, OfficialLists lists, Judgements judgements) {
        this.pages = pages;
        this.lists = lists;
        this.judgements = judgements;
    }

    /**
     * A subject of the reference.
     *
     * @param first partners that were first, empty if nobody can say
     * @param reasons what other partners publish as reason, by partner
     */
    public record Row(
            String name,
            String key,
            Map<String, Alignment.Cell> cells,
            Set<String> first,
            Map<String, String> since,
            Map<String, String> reasons) {}

    @GetMapping("/case/{case}/alignment")
    ResponseEntity<String> page(Visit visit, @RequestParam(defaultValue = "") String list) {
        List<String> choices = choices(visit);
        String reference = reference(choices, list);
        if (reference.isEmpty()) {
            return pages.page("alignment/none", Map.of("visit", visit));
        }
        Compared c = compared(visit, reference);
        List<Alignment.Lags> lags = Alignment.distribution(c.lags());
        return pages.page(
                "alignment/alignment",
                Map.of(
                        "visit",
                        visit,
                        "reference",
                        reference,
                        "choices",
                        choices,
                        "partners",
                        partners(c),
                        "rows",
                        rows(c),
                        "coverage",
                        Alignment.coverage(c.matrix()),
                        "lags",
                        lags,
                        "picture",
                        lags.stream().allMatch(l -> l.days().isEmpty())
                                ? ""
                                : LagPicture.of(Compared.partner(reference), lags),
                        "joined",
                        c.joined()));
    }

    /** The lists that have records of the programmes of the case; who may not see the page learns nothing by it. */
    private List<String> choices(Visit visit) {
        if (!visit.worksWithLists()) {
            throw new NotFound();
        }
        return lists.status(visit.caseId()).stream()
                .filter(s -> s.ofCase() > 0)
                .map(s -> s.card().id())
                .toList();
    }

    private static String reference(List<String> choices, String wanted) {
        if (choices.contains(wanted)) {
            return wanted;
        }
        return PREFERRED.stream()
                .filter(choices::contains)
                .findFirst()
                .orElse(choices.isEmpty() ? "" : choices.getFirst());
    }

    private Compared compared(Visit visit, String reference) {
        Resolution resolution = judgements.resolution(visit.caseId());
        Set<String> apart = new HashSet<>();
        judgements.lines(visit.caseId()).stream()
                .filter(j -> j.verdict().equals("negative") && !j.undone())
                .forEach(j -> apart.add(Compared.pair(j.one(), j.other())));
        return Compared.of(lists, resolution, apart, visit.caseId(), reference, visit.on());
    }

    private static Set<String> partners(Compared c) {
        var partners = new TreeSet<String>();
        c.matrix().cells().values().forEach(row -> partners.addAll(row.keySet()));
        return partners;
    }

    /** Those nobody else lists last, those with the most gaps that somebody lists first. */
    private static List<Row> rows(Compared c) {
        var rows = new java.util.ArrayList<Row>();
        c.matrix().cells().forEach((subject, cells) -> {
            var since = new TreeMap<String, String>();
            c.lines().stream()
                    .filter(l -> l.subject().equals(subject) && l.confirmed())
                    .forEach(l -> {
                        LocalDate listed = l.listed();
                        since.merge(
                                l.partner(),
                                listed == null ? "date not given" : (l.notLaterThan() ? "≤ " : "") + listed,
                                (a, b) -> a.compareTo(b) <= 0 ? a : b);
                    });
            rows.add(new Row(
                    c.names().getOrDefault(subject, subject),
                    c.keys().getOrDefault(subject, ""),
                    cells,
                    since.size() > 1 ? Alignment.firstMovers(c.lines(), subject) : Set.of(),
                    since,
                    c.reasons().getOrDefault(subject, Map.of())));
        });
        rows.sort(java.util.Comparator.comparing(Row::name));
        return rows;
    }

    @GetMapping("/case/{case}/alignment.csv")
    ResponseEntity<String> table(Visit visit, @RequestParam(defaultValue = "") String list) {
        String reference = reference(choices(visit), list);
        if (reference.isEmpty()) {
            return csv(visit, "subject,record\n");
        }
        Compared c = compared(visit, reference);
        Set<String> partners = partners(c);
        var out = new StringBuilder("subject,record");
        partners.forEach(p -> out.append(',').append(p).append(',').append(p).append(" since"));
        String self = Compared.partner(reference);
        out.append(',').append(self).append(" since,first\n");
        for (Row row : rows(c)) {
            out.append(field(row.name())).append(',').append(field(row.key()));
            for (String p : partners) {
                out.append(',').append(words(row.cells().getOrDefault(p, Alignment.Cell.UNKNOWN)));
                out.append(',').append(field(row.since().getOrDefault(p, "")));
            }
            out.append(',').append(field(row.since().getOrDefault(self, "")));
            out.append(',').append(field(String.join(" ", row.first()))).append('\n');
        }
        return csv(visit, out.toString());
    }

    private static ResponseEntity<String> csv(Visit visit, String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"alignment-%s-%s.csv\"".formatted(visit.caseId(), visit.on()))
                .body(text);
    }

    /** Returns what a cell says, for a reader. */
    public static String words(Alignment.Cell cell) {
        return switch (cell) {
            case SAME_PROGRAMME -> "listed";
            case OTHER_PROGRAMME -> "listed under another programme";
            case OTHER_MEASURE -> "listed with another measure only";
            case POSSIBLE -> "possible and not judged";
            case NOT_LISTED -> "not listed";
            case UNKNOWN -> "unknown";
        };
    }

    /** Returns the title of a list. */
    public static String title(String list) {
        Card card = Card.of(list);
        return card == null ? list : card.id() + ": " + card.title();
    }

    /** What a spreadsheet would take for a formula is marked as text. */
    private static String field(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}

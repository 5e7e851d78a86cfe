package parley.app.screening;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import parley.app.lists.OfficialLists;
import parley.app.web.NotFound;
import parley.app.web.Pages;
import parley.app.web.Refused;
import parley.app.web.Visit;
import parley.app.web.Words;
import parley.lists.screening.Query;

/** The desk at which names are looked for and hits decided. */
@Controller
public class ScreeningPages {
    private static final int MOST_ROWS = 1000;

    private final Pages pages;
    private final Screenings screenings;
    private final OfficialLists lists;

    public ScreeningPages(Pages pages, Screenings screenings, OfficialLists lists) {
        this.pages = pages;
        this.screenings = screenings;
        this.lists = lists;
    }

    static void require(Visit visit) {
        if (!visit.worksWithLists()) {
            throw new NotFound();
        }
    }

    @GetMapping("/case/{case}/screening")
    ResponseEntity<String> desk(Visit visit, @RequestParam(defaultValue = "") String all) {
        require(visit);
        return pages.page(
                "screening/desk",
                Map.of(
                        "visit",
                        visit,
                        "queue",
                        screenings.queue(visit, !all.isEmpty()),
                        "all",
                        !all.isEmpty(),
                        "stale",
                        lists.status(visit.caseId()).stream()
                                .filter(OfficialLists.Status::stale)
                                .map(s -> "%s (%s old)"
                                        .formatted(s.card().id(), Words.counted(s.ageDays(), "day", "days")))
                                .toList(),
                        "live",
                        !lists.live().isEmpty()));
    }

    @PostMapping("/case/{case}/screening")
    ResponseEntity<String> ask(
            Visit visit,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String born,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String id) {
        require(visit);
        UUID found = screenings.ask(visit, new Query(name, kind, born, country, id));
        return Pages.goTo("/case/" + visit.caseId() + "/screening/name/" + found);
    }

    /** Takes a pasted list: a name a line, or a table whose first line names the columns. */
    @PostMapping("/case/{case}/screening/table")
    ResponseEntity<String> table(Visit visit, @RequestParam String table) {
        require(visit);
        List<Query> queries = read(table);
        for (int i = 0; i < queries.size(); i++) {
            String wrong = queries.get(i).wrong();
            if (wrong != null) {
                throw new Refused("Name %d: %s Nothing was looked for.".formatted(i + 1, wrong));
            }
        }
        queries.forEach(query -> screenings.ask(visit, query));
        return Pages.goTo("/case/" + visit.caseId() + "/screening?all=yes");
    }

    static List<Query> read(String table) {
        String text = table.strip().replace("\r\n", "\n").replace("\uFEFF", "");
        if (text.isEmpty()) {
            throw new Refused("There is no name in the list. Write one a line.");
        }
        String first = text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
        if (!List.of(first.replace("\"", "").split(" *, *", -1)).contains("name")) {
            // A plain list: a name with a comma or a quotation mark is one name.
            return text.lines()
                    .map(String::strip)
                    .filter(l -> !l.isEmpty())
                    .limit(most(text.lines().count()))
                    .map(Query::of)
                    .toList();
        }
        List<CsvRecord> rows = rows(text);
        most(rows.size() - 1L);
        List<String> header = rows.getFirst().getFields().stream()
                .map(f -> f.strip().toLowerCase(Locale.ROOT))
                .toList();
        var queries = new ArrayList<Query>();
        for (CsvRecord row : rows.subList(1, rows.size())) {
            var of = new HashMap<String, String>();
            for (int i = 0; i < Math.min(header.size(), row.getFieldCount()); i++) {
                of.put(header.get(i), row.getField(i));
            }
            queries.add(new Query(
                    of.getOrDefault("name", ""),
                    of.getOrDefault("kind", ""),
                    of.getOrDefault("born", ""),
                    of.getOrDefault("country", ""),
                    of.getOrDefault("id", "")));
        }
        return queries;
    }

    private static List<CsvRecord> rows(String text) {
        try (var csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return csv.stream().toList();
        } catch (CsvParseException | java.io.IOException e) {
            throw new Refused("This is no sound CSV table: " + e.getMessage() + ". Nothing was looked for.");
        }
    }

    private static long most(long names) {
        if (names > MOST_ROWS) {
            throw new Refused("These are more than %d names. Use `parley screen --batch`, which takes any number."
                    .formatted(MOST_ROWS));
        }
        return names;
    }

    @GetMapping("/case/{case}/screening/name/{id}")
    ResponseEntity<String> one(Visit visit, @PathVariable String id) {
        require(visit);
        return pages.page("screening/name", Map.of("visit", visit, "screened", screenings.of(visit, id(id))));
    }

    @PostMapping("/case/{case}/screening/name/{id}/decide")
    ResponseEntity<String> decide(
            Visit visit,
            @PathVariable String id,
            @RequestParam String key,
            @RequestParam String verdict,
            @RequestParam String why) {
        require(visit);
        screenings.decide(visit, id(id), key, verdict, why);
        return Pages.goTo("/case/" + visit.caseId() + "/screening/name/" + id);
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}

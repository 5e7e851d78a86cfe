package parley.app.api;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parley.app.cases.Cases;
import parley.app.cases.Noted;
import parley.app.decisions.Decisions;
import parley.app.decisions.Proposal;
import parley.app.record.CaseRecord;
import parley.app.record.Deed;
import parley.app.today.Attention;
import parley.app.today.Calendar;
import parley.app.web.NotFound;
import parley.app.web.Refused;
import parley.app.web.Visit;
import parley.app.web.Visits;
import parley.app.web.Words;
import parley.roadmap.Verb;
import parley.standing.Standing;

/** The paths under {@code /api/v1}. */
@RestController
public class ApiController {
    private static final int MOST_ENTRIES = 1000;

    private final Cases cases;
    private final Decisions decisions;
    private final InstantSource clock;

    public ApiController(Cases cases, CaseRecord record, InstantSource clock) {
        this.cases = cases;
        this.decisions = new Decisions(record);
        this.clock = clock;
    }

    /** The description of all paths. */
    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] description() throws IOException {
        try (InputStream file = ApiController.class.getResourceAsStream("/parley/api/openapi.json")) {
            if (file == null) {
                throw new IOException("The server lacks openapi.json.");
            }
            return file.readAllBytes();
        }
    }

    @GetMapping("/api/v1/cases")
    List<Cases.Line> cases() {
        return cases.of(Visits.signedIn().session().account().id());
    }

    /** Where a case stands. */
    public record StandingAnswer(String schema, String version, long lastEntry, Standing standing) {}

    @GetMapping("/api/v1/case/{case}/standing")
    StandingAnswer standing(Visit visit) {
        return new StandingAnswer(
                "parley-standing/1", visit.known().version(), visit.dossier().last(), visit.standing());
    }

    @GetMapping("/api/v1/case/{case}/attention")
    List<Attention.Item> attention(Visit visit) {
        return Attention.of(visit);
    }

    /** The text in force as the reader may see it, file by file. */
    public record TextAnswer(String version, Map<String, String> files) {}

    @GetMapping("/api/v1/case/{case}/text")
    TextAnswer text(Visit visit) {
        Map<String, String> files = new java.util.TreeMap<>();
        visit.known().sources().forEach((name, source) -> files.put(name, source.text()));
        return new TextAnswer(visit.known().version(), files);
    }

    /** One entry of the record, as the reader may see it. */
    public record EntryAnswer(
            String id,
            Instant at,
            String by,
            String behalf,
            String label,
            String kind,
            String reason,
            @Nullable Deed deed) {
        static EntryAnswer of(Noted n) {
            return new EntryAnswer(
                    n.entry().name(),
                    n.entry().at(),
                    n.entry().account().toString(),
                    n.entry().behalf(),
                    n.entry().label().words(),
                    n.entry().kind(),
                    n.entry().reason(),
                    n.deed());
        }
    }

    /** Entries in their order, those after one that was read before; entries have names, because numbers would tell of gaps. */
    @GetMapping("/api/v1/case/{case}/record")
    List<EntryAnswer> record(Visit visit, @RequestParam(defaultValue = "") String after) {
        List<Noted> all = visit.dossier().noted();
        int from = 0;
        if (!after.isEmpty()) {
            from = 1
                    + IntStream.range(0, all.size())
                            .filter(i -> all.get(i).entry().name().equals(after))
                            .findFirst()
                            .orElseThrow(NotFound::new);
        }
        return all.stream().skip(from).limit(MOST_ENTRIES).map(EntryAnswer::of).toList();
    }

    @GetMapping("/api/v1/case/{case}/decisions")
    List<Proposal> decisions(Visit visit) {
        return List.copyOf(Proposal.in(visit.known().noted()).values());
    }

    /** What opens a proposal. */
    public record Opening(
            String partner,
            String verb,
            String measure,
            boolean prepared,
            @Nullable String why) {}

    @PostMapping("/api/v1/case/{case}/decisions")
    ResponseEntity<Map<String, String>> open(Visit visit, @RequestBody Opening opening) {
        String id = decisions.open(
                visit,
                opening.partner(),
                verb(opening.verb()),
                opening.measure(),
                opening.prepared(),
                "",
                text(opening.why()));
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("id", id));
    }

    /** A member's position. */
    public record Taking(
            String member, String position, @Nullable String why) {}

    @PostMapping("/api/v1/case/{case}/decisions/{id}/positions")
    Map<String, String> position(Visit visit, @PathVariable String id, @RequestBody Taking taking) {
        decisions.position(visit, id, taking.member(), taking.position(), text(taking.why()));
        return Map.of("id", id);
    }

    /** A stage reached. */
    public record Reaching(
            String stage,
            String on,
            @Nullable String until,
            @Nullable String then,
            @Nullable String instrument,
            @Nullable String why) {}

    @PostMapping("/api/v1/case/{case}/decisions/{id}/stages")
    Map<String, String> stage(Visit visit, @PathVariable String id, @RequestBody Reaching r) {
        if (!List.of("prepared", "adopted", "effective", "lapsed").contains(r.stage())) {
            throw new Refused("A stage is prepared, adopted, effective or lapsed.");
        }
        String until = text(r.until());
        boolean effective = r.stage().equals("effective");
        decisions.reach(
                visit,
                id,
                new Decisions.Reached(
                        r.stage(),
                        day(r.on()),
                        effective ? (until.isEmpty() ? "revoked" : day(until).toString()) : "",
                        effective ? text(r.then()) : "",
                        text(r.instrument()),
                        text(r.why())));
        return Map.of("id", id);
    }

    /** A consultation held. */
    public record Hearing(
            String partner,
            String stakeholder,
            String on,
            @Nullable String position) {}

    @PostMapping("/api/v1/case/{case}/consultations")
    Map<String, String> consulted(Visit visit, @RequestBody Hearing h) {
        decisions.consulted(visit, h.partner(), h.stakeholder(), day(h.on()), "", text(h.position()));
        return Map.of("stakeholder", h.stakeholder());
    }

    @GetMapping("/api/v1/case/{case}/calendar.ics")
    ResponseEntity<String> calendar(Visit visit) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .body(Calendar.of(visit.caseId(), Words.title(visit.theCase()), Attention.of(visit), clock.instant()));
    }

    /** The same as lines of a letter, for a mail program to send. */
    @GetMapping(path = "/api/v1/case/{case}/digest", produces = "text/plain;charset=UTF-8")
    String digest(Visit visit) {
        return Calendar.digest(Words.title(visit.theCase()), visit.on(), Attention.of(visit));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static Verb verb(String word) {
        for (Verb v : Verb.values()) {
            if (v.plural().equals(word)) {
                return v;
            }
        }
        throw new Refused("`%s` is no act on a measure.".formatted(word));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException e) {
            throw new Refused("`%s` is no day. Write it like 2026-06-01.".formatted(text));
        }
    }
}

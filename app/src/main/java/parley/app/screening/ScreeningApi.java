package parley.app.screening;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import parley.app.lists.OfficialLists;
import parley.app.web.Visit;
import parley.lists.register.Register;
import parley.lists.screening.Query;

/** Lists and screening for programs. */
@RestController
public class ScreeningApi {
    private final Screenings screenings;
    private final OfficialLists lists;

    public ScreeningApi(Screenings screenings, OfficialLists lists) {
        this.screenings = screenings;
        this.lists = lists;
    }

    /** How a list stands; {@code day} and {@code ageDays} are null where nothing is live. */
    public record ListAnswer(
            String list,
            String publisher,
            String title,
            @Nullable String day,
            @Nullable Long ageDays,
            boolean stale,
            Map<String, Long> counts,
            long ofCase) {}

    @GetMapping("/api/v1/case/{case}/lists")
    List<ListAnswer> lists(Visit visit) {
        ScreeningPages.require(visit);
        return lists.status(visit.caseId()).stream()
                .map(s -> {
                    var live = s.live();
                    return new ListAnswer(
                            s.card().id(),
                            s.card().publisher(),
                            s.card().title(),
                            live == null ? null : Register.day(live),
                            live == null ? null : s.ageDays(),
                            s.stale(),
                            live == null ? Map.of() : live.counts(),
                            s.ofCase());
                })
                .toList();
    }

    /** A name to look for. */
    public record Asking(
            String name,
            @Nullable String kind,
            @Nullable String born,
            @Nullable String country,
            @Nullable String id) {}

    @PostMapping("/api/v1/case/{case}/screening")
    ResponseEntity<Screened> ask(Visit visit, @RequestBody Asking asking) {
        ScreeningPages.require(visit);
        UUID id = screenings.ask(
                visit,
                new Query(
                        text(asking.name()),
                        text(asking.kind()),
                        text(asking.born()),
                        text(asking.country()),
                        text(asking.id())));
        return ResponseEntity.status(HttpStatus.CREATED).body(screenings.of(visit, id));
    }

    @GetMapping("/api/v1/case/{case}/screening/{id}")
    Screened one(Visit visit, @PathVariable String id) {
        ScreeningPages.require(visit);
        return screenings.of(visit, ScreeningPages.id(id));
    }

    /** A decision about one hit. */
    public record Deciding(
            String key, String verdict, @Nullable String why) {}

    @PostMapping("/api/v1/case/{case}/screening/{id}/decisions")
    Screened decide(Visit visit, @PathVariable String id, @RequestBody Deciding deciding) {
        ScreeningPages.require(visit);
        screenings.decide(visit, ScreeningPages.id(id), deciding.key(), deciding.verdict(), text(deciding.why()));
        return screenings.of(visit, ScreeningPages.id(id));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}

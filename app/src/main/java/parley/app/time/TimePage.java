package parley.app.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import parley.app.cases.Known;
import parley.app.web.Pages;
import parley.app.web.Visit;
import parley.standing.Standing;

/** Where the case stood on any day, from what was known on any day. */
@Controller
public class TimePage {
    private final Pages pages;

    public TimePage(Pages pages) {
        this.pages = pages;
    }

    /** Something that stands differently now from what stood then; an empty word says that it was not there. */
    public record Difference(String name, String then, String now) {}

    @GetMapping("/case/{case}/time")
    ResponseEntity<String> time(Visit visit) {
        Known now = visit.dossier().knownAt(visit.today());
        Standing today = (now == null ? visit.known() : now).on(visit.today());
        return pages.page(
                "time/time",
                Map.of(
                        "visit", visit,
                        "picture", HistoryPicture.of(visit),
                        "differences", differences(visit.standing(), today),
                        "steps", steps(visit)));
    }

    private static List<Difference> differences(Standing then, Standing now) {
        List<Difference> found = new ArrayList<>();
        for (Standing.ConcessionState c : now.concessions()) {
            String before = then.concessions().stream()
                    .filter(x -> x.concession().equals(c.concession()))
                    .map(x -> x.state().word())
                    .findFirst()
                    .orElse("");
            if (!before.equals(c.state().word())) {
                found.add(new Difference(c.concession(), before, c.state().word()));
            }
        }
        for (Standing.MeasureLine m : now.measures()) {
            String before = then.measures().stream()
                    .filter(x -> x.measure().equals(m.measure()))
                    .map(x -> x.state().word())
                    .findFirst()
                    .orElse("");
            if (!before.equals(m.state().word())) {
                found.add(new Difference(m.measure(), before, m.state().word()));
            }
        }
        return found;
    }

    /** A way to another day: a word and the day. */
    public record Step(String word, LocalDate day) {}

    private static List<Step> steps(Visit visit) {
        LocalDate on = visit.on();
        return List.of(
                new Step("a year back", on.minusYears(1)),
                new Step("a month back", on.minusMonths(1)),
                new Step("a week back", on.minusWeeks(1)),
                new Step("a day back", on.minusDays(1)),
                new Step("a day on", on.plusDays(1)),
                new Step("a week on", on.plusWeeks(1)),
                new Step("a month on", on.plusMonths(1)),
                new Step("a year on", on.plusYears(1)));
    }
}

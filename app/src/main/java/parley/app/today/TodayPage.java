package parley.app.today;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import parley.app.web.FactLine;
import parley.app.web.Pages;
import parley.app.web.Visit;
import parley.standing.Standing;

/** The first page of a day. */
@Controller
public class TodayPage {
    private static final int RECENT_DAYS = 60;
    private static final int MOST = 12;

    private final Pages pages;

    public TodayPage(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/case/{case}/today")
    ResponseEntity<String> today(Visit visit) {
        LocalDate since = visit.on().minusDays(RECENT_DAYS);
        List<Standing.Finding> findings = visit.standing().findings().stream()
                .filter(f -> f.kind() == Standing.Kind.ALARM || f.on().isAfter(since))
                .sorted(Comparator.comparing(Standing.Finding::on).reversed())
                .toList();
        List<FactLine> recent = FactLine.last(visit.known().facts(), visit.on(), MOST);
        return pages.page(
                "today/today",
                Map.of("visit", visit, "items", Attention.of(visit), "findings", findings, "recent", recent));
    }
}

package parley.app.briefing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import parley.app.web.Visit;
import parley.brief.Briefing;

/** The briefing, computed from the reader's own copy. */
@Controller
public class BriefingPage {
    private static final int CHANGES_DAYS = 90;

    @GetMapping("/case/{case}/briefing")
    ResponseEntity<String> briefing(Visit visit) {
        LocalDate first = visit.known().firstDay();
        LocalDate quarter = visit.on().minusDays(CHANGES_DAYS);
        LocalDate before = quarter.isBefore(first) ? first : quarter;
        LocalDate knownThen =
                before.isBefore(visit.known().day()) ? before : visit.known().day();
        var then = visit.dossier().knownAt(knownThen);
        String page = Briefing.html(
                visit.theCase(),
                visit.known().sources(),
                visit.known().facts(),
                visit.standing(),
                (then == null ? visit.known() : then).on(before),
                List.of(),
                List.of());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(linked(page, visit));
    }

    /** No page here may carry a style of its own, so the sheet is loaded; and a way back is put on top. */
    private static String linked(String page, Visit visit) {
        int from = page.indexOf("<style>");
        int to = page.indexOf("</style>") + "</style>".length();
        String linked =
                page.substring(0, from) + "<link rel=\"stylesheet\" href=\"/assets/brief.css\"/>" + page.substring(to);
        return linked.replace(
                "<body>",
                "<body><p class=\"dates noprint\"><a href=\""
                        + visit.path("today").replace("&", "&amp;") + "\">Back to the case</a></p>");
    }
}

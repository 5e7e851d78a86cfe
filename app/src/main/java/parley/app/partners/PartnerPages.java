package parley.app.partners;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import parley.app.roadmap.Moved;
import parley.app.web.Pages;
import parley.app.web.Visit;
import parley.roadmap.Partner;
import parley.standing.Standing;

/** The partners of a case. */
@Controller
public class PartnerPages {
    private final Pages pages;

    public PartnerPages(Pages pages) {
        this.pages = pages;
    }

    /**
     * One partner in numbers.
     *
     * @param median days from what the other side did to the answer, -1 if it never answered
     */
    public record Line(
            Partner partner, long due, long late, long met, long inForce, long eased, int answers, int median) {}

    @GetMapping("/case/{case}/partners")
    ResponseEntity<String> partners(Visit visit) {
        Standing standing = visit.standing();
        Moved moved = Moved.by(visit.theCase());
        List<Line> lines = visit.theCase().partners().stream()
                .map(p -> line(visit, moved, p))
                .sorted(Comparator.comparingLong(Line::late)
                        .thenComparingLong(Line::due)
                        .thenComparingLong(Line::inForce)
                        .reversed())
                .toList();
        List<Standing.Finding> apart = standing.findings().stream()
                .filter(f -> f.kind() == Standing.Kind.DIVERGENCE || f.kind() == Standing.Kind.WARNING)
                .toList();
        List<Standing.Duty> open = standing.duties().stream()
                .filter(d -> d.state() == Standing.DutyState.DUE
                        || (d.state() == Standing.DutyState.LATE && d.done() == null))
                .filter(d -> !moved.pastStep(d.step()))
                .sorted(Comparator.comparing(Standing.Duty::due))
                .toList();
        return pages.page(
                "partners/partners",
                Map.of(
                        "visit", visit,
                        "lines", lines,
                        "apart", apart,
                        "open", open,
                        "picture", ReplyPicture.of(visit)));
    }

    private static Line line(Visit visit, Moved moved, Partner p) {
        Standing standing = visit.standing();
        List<Standing.MeasureLine> own = standing.measures().stream()
                .filter(m -> visit.theCase().measures().stream()
                        .anyMatch(x -> x.id().equals(m.measure()) && x.ownedBy(p.id())))
                .toList();
        int[] days = standing.replies().stream()
                .filter(r -> r.partner().equals(p.id()))
                .mapToInt(Standing.Reply::days)
                .sorted()
                .toArray();
        return new Line(
                p,
                duties(standing, moved, p, Standing.DutyState.DUE),
                duties(standing, moved, p, Standing.DutyState.LATE),
                duties(standing, moved, p, Standing.DutyState.MET),
                own.stream()
                        .filter(m -> m.state() == parley.roadmap.MeasureState.IMPOSED)
                        .count(),
                own.stream().filter(m -> m.state().eased()).count(),
                days.length,
                days.length == 0
                        ? -1
                        : Arrays.stream(days)
                                .skip((days.length - 1) / 2)
                                .findFirst()
                                .orElse(-1));
    }

    private static long duties(Standing standing, Moved moved, Partner p, Standing.DutyState state) {
        return standing.duties().stream()
                .filter(d -> d.partner().equals(p.id()) && d.state() == state && !moved.pastStep(d.step()))
                .count();
    }
}

package parley.app.partners;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import parley.app.people.Role;
import parley.app.record.CaseRecord;
import parley.app.roadmap.Moved;
import parley.app.today.Priorities;
import parley.app.web.Fields;
import parley.app.web.NotFound;
import parley.app.web.Pages;
import parley.app.web.Visit;
import parley.roadmap.Partner;
import parley.standing.Standing;

/** The partners of a case. */
@Controller
public class PartnerPages {
    private static final String RANK = "rank-";

    private final Pages pages;
    private final CaseRecord record;

    public PartnerPages(Pages pages, CaseRecord record) {
        this.pages = pages;
        this.record = record;
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
                        "visit",
                        visit,
                        "lines",
                        lines,
                        "apart",
                        apart,
                        "open",
                        open,
                        "picture",
                        ReplyPicture.of(visit),
                        "moves",
                        Apart.moves(visit),
                        "voids",
                        Apart.voids(visit),
                        "attention",
                        visit.theCase().partners().stream()
                                .map(x -> new Attends(x, Priorities.of(visit, x.id())))
                                .filter(x -> !x.lines().isEmpty())
                                .toList()));
    }

    /** What needs a partner, in the partner's own order. */
    public record Attends(Partner partner, List<Priorities.Line> lines) {
        /** Returns how many are due soon and not in the order. */
        public long forgotten() {
            return lines.stream().filter(Priorities.Line::forgotten).count();
        }
    }

    @GetMapping("/case/{case}/partner/{id}/attention")
    ResponseEntity<String> attention(Visit visit, @PathVariable String id) {
        Partner partner = visit.theCase().partners().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        return pages.page(
                "partners/attention",
                Map.of(
                        "visit",
                        visit,
                        "attends",
                        new Attends(partner, Priorities.of(visit, id)),
                        "mine",
                        visit.role(Role.DESK, id) != null && !visit.elsewhen()));
    }

    /** The numbers that a desk wrote beside what needs it; an empty one is not in its order. */
    @PostMapping("/case/{case}/partner/{id}/attention")
    @Fields(RANK + "*")
    ResponseEntity<String> order(
            Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
        List<String> order = form.entrySet().stream()
                .filter(e -> e.getKey().startsWith(RANK)
                        && e.getValue().getFirst().strip().matches("[0-9]{1,3}"))
                .sorted(Comparator.comparingInt(
                        e -> Integer.parseInt(e.getValue().getFirst().strip())))
                .map(e -> e.getKey().substring(RANK.length()))
                .toList();
        Priorities.set(record, visit, id, order);
        return Pages.goTo("/case/%s/partner/%s/attention".formatted(visit.caseId(), id));
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

package parley.app.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import parley.app.people.Role;
import parley.app.web.Fields;
import parley.app.web.NotFound;
import parley.app.web.Pages;
import parley.app.web.Refused;
import parley.app.web.Visit;
import parley.facts.Consultation;
import parley.roadmap.Stakeholder;
import parley.roadmap.Verb;
import parley.standing.Standing;

/** What is to be decided, and each proposal on its way. */
@Controller
public class DecisionPages {
    private static final String SAYS = "says-";

    private final Pages pages;
    private final Decisions decisions;

    public DecisionPages(Pages pages, parley.app.record.CaseRecord record) {
        this.pages = pages;
        this.decisions = new Decisions(record);
    }

    /** Something to be decided, with the proposal about it if there is one. */
    public record Line(Standing.Decision decision, @Nullable Proposal proposal, boolean mine, Verb verb) {}

    @GetMapping("/case/{case}/decisions")
    ResponseEntity<String> list(Visit visit) {
        Map<String, Proposal> proposals = Proposal.in(visit.known().noted());
        List<Line> lines = new ArrayList<>();
        for (Standing.Decision d : visit.standing().decisions()) {
            Verb verb = Verb.ofNoun(d.what());
            if (verb == null) {
                continue;
            }
            Proposal about = proposals.values().stream()
                    .filter(p -> p.partner().equals(d.partner())
                            && p.verb() == verb
                            && p.measure().equals(d.thing()))
                    .reduce((_, last) -> last)
                    .orElse(null);
            lines.add(new Line(d, about, visit.role(Role.DESK, d.partner()) != null, verb));
        }
        List<Proposal> other = proposals.values().stream()
                .filter(p -> lines.stream().noneMatch(l -> p.equals(l.proposal())))
                .toList();
        return pages.page("decisions/decisions", Map.of("visit", visit, "lines", lines, "other", other));
    }

    @GetMapping("/case/{case}/decision/{id}")
    ResponseEntity<String> one(Visit visit, @PathVariable String id) {
        Proposal p = Proposal.in(visit.known().noted()).get(id);
        Procedure procedure = p == null ? null : Procedure.of(visit.theCase(), p.partner(), p.measure());
        if (p == null || procedure == null) {
            throw new NotFound();
        }
        List<Stakeholder> toHear = Procedure.toHear(visit.theCase(), p.verb());
        List<Consultation> heard = visit.known().facts().consultations().stream()
                .filter(c -> c.partner().equals(p.partner()))
                .toList();
        return pages.page(
                "decisions/decision",
                Map.of(
                        "visit", visit,
                        "proposal", p,
                        "procedure", procedure,
                        "toHear", toHear,
                        "heard", heard,
                        "mine", visit.role(Role.DESK, p.partner()) != null && !visit.elsewhen(),
                        "speaksFor", speaksFor(visit, p, procedure)));
    }

    /** The members whose position the visitor may record: all for the desk of the partner, its own for a member's desk. */
    private static List<String> speaksFor(Visit visit, Proposal p, Procedure procedure) {
        if (visit.elsewhen() || !p.open() || !procedure.hasMembers()) {
            return List.of();
        }
        boolean all = visit.role(Role.DESK, p.partner()) != null;
        return procedure.members().stream()
                .filter(m -> all || visit.role(Role.DESK, m) != null)
                .toList();
    }

    @PostMapping("/case/{case}/decisions")
    ResponseEntity<String> open(
            Visit visit,
            @RequestParam String partner,
            @RequestParam String verb,
            @RequestParam String measure,
            @RequestParam(defaultValue = "") String prepared,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String why) {
        String id = decisions.open(visit, partner, verb(verb), measure, !prepared.isEmpty(), until, why);
        return Pages.goTo("/case/" + visit.caseId() + "/decision/" + id);
    }

    @PostMapping("/case/{case}/decision/{id}/position")
    ResponseEntity<String> position(
            Visit visit,
            @PathVariable String id,
            @RequestParam String member,
            @RequestParam String position,
            @RequestParam(defaultValue = "") String why) {
        decisions.position(visit, id, member, position, why);
        return Pages.goTo("/case/" + visit.caseId() + "/decision/" + id);
    }

    /** All rows of the table in which somebody chose a position; an empty one stays as it is. */
    @PostMapping("/case/{case}/decision/{id}/positions")
    @Fields(SAYS + "* why-*")
    ResponseEntity<String> positions(
            Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
        List<Decisions.Says> all = form.keySet().stream()
                .filter(name -> name.startsWith(SAYS) && !text(form, name).isEmpty())
                .map(name -> name.substring(SAYS.length()))
                .map(m -> new Decisions.Says(m, text(form, SAYS + m), text(form, "why-" + m)))
                .toList();
        decisions.positions(visit, id, all);
        return Pages.goTo("/case/" + visit.caseId() + "/decision/" + id);
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    @PostMapping("/case/{case}/decision/{id}/stage")
    ResponseEntity<String> stage(
            Visit visit,
            @PathVariable String id,
            @RequestParam String stage,
            @RequestParam String on,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(defaultValue = "") String instrument,
            @RequestParam(defaultValue = "") String why) {
        if (!List.of("prepared", "adopted", "effective", "lapsed").contains(stage)) {
            throw new Refused("A stage is prepared, adopted, effective or lapsed.");
        }
        String end = until.isBlank() ? "revoked" : day(until).toString();
        decisions.reach(
                visit,
                id,
                new Decisions.Reached(
                        stage,
                        day(on),
                        stage.equals("effective") ? end : "",
                        until.isBlank() ? "" : then,
                        instrument,
                        why));
        return Pages.goTo("/case/" + visit.caseId() + "/decision/" + id);
    }

    @PostMapping("/case/{case}/decision/{id}/drop")
    ResponseEntity<String> drop(Visit visit, @PathVariable String id, @RequestParam String why) {
        if (why.isBlank()) {
            throw new Refused("Say why the proposal is given up; the record keeps the reason.");
        }
        decisions.drop(visit, id, why);
        return Pages.goTo("/case/" + visit.caseId() + "/decisions");
    }

    @PostMapping("/case/{case}/consultations")
    ResponseEntity<String> consulted(
            Visit visit,
            @RequestParam String partner,
            @RequestParam String stakeholder,
            @RequestParam String on,
            @RequestParam(defaultValue = "") String position,
            @RequestParam(defaultValue = "") String back) {
        decisions.consulted(visit, partner, stakeholder, day(on), back, position);
        return Pages.goTo(
                "/case/" + visit.caseId() + (back.matches("[a-z0-9-]+") ? "/decision/" + back : "/decisions"));
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
            return LocalDate.parse(text.strip());
        } catch (java.time.DateTimeException e) {
            throw new Refused("`%s` is no day. Write it like 2026-06-01.".formatted(text));
        }
    }
}

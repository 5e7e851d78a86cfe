package parley.app.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import parley.app.people.Role;
import parley.app.record.CaseRecord;
import parley.app.record.Deed;
import parley.app.record.Label;
import parley.app.web.Refused;
import parley.app.web.Visit;
import parley.facts.Consultation;
import parley.roadmap.Measure;
import parley.roadmap.Stakeholder;
import parley.roadmap.Verb;

/** The door: what desks do on the way to an act. Each command is checked against the record as it is when it is written. */
public final class Decisions {
    /** What a member can say. */
    public static final List<String> POSITIONS = List.of("for", "against", "abstains", "reserved");

    private final CaseRecord record;

    public Decisions(CaseRecord record) {
        this.record = record;
    }

    /** What a desk says of a stage it reached. */
    public record Reached(String stage, LocalDate on, String until, String then, String instrument, String why) {}

    /** Opens a proposal and returns its id. */
    public String open(
            Visit visit, String partner, Verb verb, String measure, boolean prepared, String until, String why) {
        desk(visit, partner);
        Measure found = visit.theCase().measures().stream()
                .filter(m -> m.id().equals(measure))
                .findFirst()
                .orElseThrow(() -> new Refused("The case has no measure `%s`.".formatted(measure)));
        if (!found.ownedBy(partner)) {
            throw new Refused("`%s` does not decide about `%s`.".formatted(partner, measure));
        }
        String id = UUID.randomUUID().toString().substring(0, 8);
        return record.write(visit.caseId(), visit.author("partner " + partner), w -> {
            boolean doubled = Proposal.in(noted(visit)).values().stream()
                    .anyMatch(p -> p.open()
                            && p.partner().equals(partner)
                            && p.verb() == verb
                            && p.measure().equals(measure));
            if (doubled) {
                throw new Refused("This decision is open already; work on that proposal.");
            }
            w.add(
                    new Deed.ProposalOpened(id, partner, verb.plural(), measure, "", prepared, until),
                    inside(visit, partner, measure),
                    why);
            stage(
                    visit,
                    w,
                    new Proposal(id, partner, verb, measure, "", prepared, null, w.at(), Map.of(), List.of(), false),
                    new Reached("proposed", visit.today(), "", "", "", ""));
            return id;
        });
    }

    /** A member's word on a proposal. */
    public record Says(String member, String position, String why) {}

    /** Records what a member says; under unanimity one who stands against blocks, and the block ends when the last one gives way. */
    public void position(Visit visit, String id, String member, String says, String why) {
        positions(visit, id, List.of(new Says(member, says, why)));
    }

    /** Records what members say, all of it or nothing. */
    public void positions(Visit visit, String id, List<Says> all) {
        if (all.isEmpty()) {
            throw new Refused("No position was chosen; nothing was recorded.");
        }
        String behalf = all.size() == 1 ? "member " + all.getFirst().member() : "";
        record.change(visit.caseId(), visit.author(behalf), w -> {
            Proposal p = current(visit, id);
            if (!p.open()) {
                throw new Refused("This proposal is over: %s.".formatted(p.stage()));
            }
            Procedure procedure = procedure(visit, p);
            Map<String, String> now = new LinkedHashMap<>();
            p.positions().values().forEach(x -> now.put(x.member(), x.says()));
            for (Says says : all) {
                requireVoice(visit, p, procedure, says);
                w.add(
                        new Deed.PositionTaken(id, says.member(), says.position()),
                        inside(visit, p.partner(), p.measure()),
                        says.why());
                now.put(says.member(), says.position());
            }
            boolean blocks = now.containsValue("against");
            if (procedure.unanimous() && blocks != p.stage().equals("blocked")) {
                String why = all.stream()
                        .filter(s -> !blocks || s.position().equals("against"))
                        .map(Says::why)
                        .filter(x -> !x.isBlank())
                        .findFirst()
                        .orElse("");
                stage(visit, w, p, new Reached(blocks ? "blocked" : "proposed", visit.today(), "", "", "", why));
            }
        });
    }

    private static void requireVoice(Visit visit, Proposal p, Procedure procedure, Says says) {
        if (!POSITIONS.contains(says.position())) {
            throw new Refused("A position is for, against, abstains or reserved.");
        }
        boolean own = visit.role(Role.DESK, says.member()) != null;
        if (visit.role(Role.DESK, p.partner()) == null && !own) {
            throw new Refused("Positions are recorded by the desk of the partner or of the member itself.");
        }
        if (!procedure.hasMembers() || !procedure.members().contains(says.member())) {
            throw new Refused("`%s` has no say in this decision.".formatted(says.member()));
        }
    }

    /** Records how far the decision has come. */
    public void reach(Visit visit, String id, Reached reached) {
        record.change(visit.caseId(), visit.author(""), w -> {
            Proposal p = current(visit, id);
            desk(visit, p.partner());
            if (!p.open()) {
                throw new Refused("This proposal is over: %s.".formatted(p.stage()));
            }
            if (reached.on().isAfter(visit.today())) {
                throw new Refused("%s lies ahead; a stage is recorded when it is reached.".formatted(reached.on()));
            }
            boolean decides = List.of("prepared", "adopted", "effective").contains(reached.stage());
            if (decides && procedure(visit, p).unanimous() && !p.against().isEmpty()) {
                throw new Refused("%s stands against it, and it needs unanimity. Record the new position first."
                        .formatted(String.join(", ", p.against())));
            }
            if (reached.stage().equals("effective")) {
                requireHeard(visit, p, reached.why());
            }
            stage(visit, w, p, reached);
        });
    }

    /** Gives a proposal up. */
    public void drop(Visit visit, String id, String why) {
        record.change(visit.caseId(), visit.author(""), w -> {
            Proposal p = current(visit, id);
            desk(visit, p.partner());
            w.add(new Deed.ProposalDropped(id), inside(visit, p.partner(), p.measure()), why);
        });
    }

    /** Records that a stakeholder was heard. */
    public void consulted(
            Visit visit, String partner, String stakeholder, LocalDate on, String about, String position) {
        desk(visit, partner);
        boolean known = visit.theCase().all(Stakeholder.class).stream().anyMatch(s -> s.id().equals(stakeholder));
        if (!known) {
            throw new Refused("The case has no stakeholder `%s`.".formatted(stakeholder));
        }
        if (on.isAfter(visit.today())) {
            throw new Refused("%s lies ahead; a consultation is recorded when it was held.".formatted(on));
        }
        record.change(
                visit.caseId(),
                visit.author("partner " + partner),
                w -> w.add(
                        new Deed.ConsultationHeld(partner, stakeholder, on.toString(), about, position),
                        new Label(Label.Level.COUNTERPART, List.of()),
                        ""));
    }

    /** Who was not heard must be told why; the standing shows the departure all the same. */
    private static void requireHeard(Visit visit, Proposal p, String why) {
        LocalDate opened = LocalDate.ofInstant(p.opened(), java.time.ZoneOffset.UTC);
        List<String> heard = visit.known().facts().consultations().stream()
                .filter(c -> c.partner().equals(p.partner()) && !c.date().isBefore(opened))
                .map(Consultation::stakeholder)
                .toList();
        List<String> unheard = Procedure.toHear(visit.theCase(), p.verb()).stream()
                .map(Stakeholder::id)
                .filter(s -> !heard.contains(s))
                .toList();
        if (!unheard.isEmpty() && why.isBlank()) {
            throw new Refused(
                    "The text says that %s is heard before this. Record the consultation first, or say in the reason why it was not held."
                            .formatted(String.join(", ", unheard)));
        }
    }

    private static void stage(Visit visit, CaseRecord.Writing w, Proposal p, Reached r) throws java.sql.SQLException {
        w.add(
                new Deed.StageReached(
                        p.id(),
                        p.partner(),
                        p.verb().plural(),
                        p.measure(),
                        r.stage(),
                        r.on().toString(),
                        r.until(),
                        r.then(),
                        r.instrument()),
                Label.PARTNERS.and(ofMeasure(visit, p.measure())),
                r.why());
    }

    private static Label ofMeasure(Visit visit, String measure) {
        return visit.theCase().measures().stream()
                .filter(m -> m.id().equals(measure))
                .map(m -> Label.of(m.secrecy()))
                .findFirst()
                .orElse(Label.PARTNERS);
    }

    /** What stays between a partner and its members. */
    private static Label inside(Visit visit, String partner, String measure) {
        List<String> only = new ArrayList<>(List.of(partner));
        visit.theCase().partners().stream()
                .filter(p -> p.memberOf() != null && p.memberOf().id().equals(partner))
                .forEach(p -> only.add(p.id()));
        return new Label(Label.Level.PARTNERS, only).and(ofMeasure(visit, measure));
    }

    private static void desk(Visit visit, String partner) {
        if (visit.role(Role.DESK, partner) == null) {
            throw new Refused("Only the desk of `%s` can do this.".formatted(partner));
        }
    }

    private static Procedure procedure(Visit visit, Proposal p) {
        Procedure found = Procedure.of(visit.theCase(), p.partner(), p.measure());
        if (found == null) {
            throw new Refused("The case has no partner `%s`.".formatted(p.partner()));
        }
        return found;
    }

    /** The record may have grown since the page was loaded: what counts is what is in it now. */
    private List<parley.app.cases.Noted> noted(Visit visit) {
        List<parley.app.cases.Noted> all = new ArrayList<>(visit.dossier().noted());
        record.readBy(visit.account(), visit.caseId(), visit.dossier().last())
                .forEach(e -> all.add(parley.app.cases.Noted.of(e)));
        return all;
    }

    private Proposal current(Visit visit, String id) {
        Proposal p = Proposal.in(noted(visit)).get(id);
        if (p == null) {
            throw new parley.app.web.NotFound();
        }
        return p;
    }
}

package parley.app.today;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.app.decisions.Procedure;
import parley.app.decisions.Proposal;
import parley.app.evidence.ClaimLine;
import parley.app.evidence.web.Seen;
import parley.app.people.Role;
import parley.app.roadmap.Moved;
import parley.app.text.TextProposal;
import parley.app.web.Prose;
import parley.app.web.Visit;
import parley.evidence.DisputeStanding;
import parley.evidence.Use;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Panel;
import parley.roadmap.Partner;
import parley.roadmap.Ref;
import parley.standing.Standing;

/** What needs somebody's attention on a day. */
public final class Attention {
    /** What ends within this many days is worth a look. */
    private static final int AHEAD_DAYS = 45;

    private static final String PROPOSED = "text/proposed/";

    private Attention() {}

    /**
     * Something to do or to know.
     *
     * @param who whom it concerns, by name
     * @param what what is to be done, in a sentence
     * @param due the last day, or {@code null}
     * @param otherwise what happens if nobody acts; may be empty
     * @param about the page it is about, below the case
     * @param light how pressing: {@code late}, {@code wait} or {@code light}
     */
    public record Item(String who, String what, @Nullable LocalDate due, String otherwise, String about, String light) {
        /** Returns the name by which a partner puts it in order: it stays the same from day to day. */
        public String key() {
            return about + " " + what;
        }

        /** Returns which reminder has been reached, or that a step was missed; empty if neither. */
        public String reminder(LocalDate on) {
            return due == null ? "" : Reminder.of(due, on);
        }
    }

    /** Returns what concerns the roles of who asks; the secretariat and analysts see what concerns anybody. */
    public static List<Item> of(Visit visit) {
        boolean all = visit.is(Role.SECRETARIAT) || visit.is(Role.ANALYST);
        List<String> desks = visit.bodies(Role.DESK);
        List<Item> items = owed(visit, all, desks);
        escalated(visit, items);
        positions(visit, desks, items);
        unproven(visit, items);
        signatures(visit, all, items);
        if (!visit.elsewhen()) {
            texts(visit, all, desks, items);
            claims(visit, items);
        }
        sort(items);
        return items;
    }

    /** Returns what one partner has to attend to, by its day. */
    public static List<Item> ofPartner(Visit visit, String partner) {
        List<Item> items = owed(visit, false, List.of(partner));
        sort(items);
        return items;
    }

    private static void sort(List<Item> items) {
        items.sort(Comparator.comparing((Item i) -> i.due() == null ? LocalDate.MAX : i.due())
                .thenComparing(Item::who)
                .thenComparing(Item::what));
    }

    private static List<Item> owed(Visit visit, boolean all, List<String> desks) {
        List<Item> items = new ArrayList<>();
        Standing standing = visit.standing();
        Case theCase = visit.theCase();
        Moved moved = Moved.by(theCase);
        for (Standing.Duty d : standing.duties()) {
            boolean open = d.state() == Standing.DutyState.DUE || d.state() == Standing.DutyState.LATE;
            if (open && !moved.pastStep(d.step()) && (all || desks.contains(d.partner()))) {
                items.add(duty(theCase, d));
            }
        }
        for (Standing.Decision d : standing.decisions()) {
            if (d.state() != Standing.DecisionState.EFFECTIVE && (all || desks.contains(d.partner()))) {
                Item item = decision(theCase, d, visit.on());
                if (item != null) {
                    items.add(item);
                }
            }
        }
        for (Standing.MeasureLine m : standing.measures()) {
            ending(theCase, m, visit.on(), desks, all, items);
        }
        return items;
    }

    /** A missed step goes to a named role: first the secretariat, then whoever acts for the partner. */
    private static void escalated(Visit visit, List<Item> items) {
        if (!visit.is(Role.SECRETARIAT)) {
            return;
        }
        Moved moved = Moved.by(visit.theCase());
        for (Standing.Duty d : visit.standing().duties()) {
            boolean missed = d.state() == Standing.DutyState.LATE && d.done() == null && !moved.pastStep(d.step());
            String to = missed ? Reminder.escalatedTo(visit.theCase(), d.partner(), d.due(), visit.on()) : "";
            if (!to.isEmpty()) {
                items.add(new Item(
                        "Secretariat",
                        "take up with %s: %s of %s by %s is overdue"
                                .formatted(
                                        to,
                                        d.what(),
                                        Prose.heading(visit.theCase(), d.thing()),
                                        Prose.heading(visit.theCase(), d.partner())),
                        d.due(),
                        "the promise stays unkept, and nobody above the desk knows",
                        "about/" + (d.step().isEmpty() ? d.thing() : d.step()),
                        "late"));
            }
        }
    }

    /** A member is asked where it stands on what its union decides. */
    private static void positions(Visit visit, List<String> desks, List<Item> items) {
        if (visit.elsewhen()) {
            return;
        }
        for (Proposal p : Proposal.in(visit.known().noted()).values()) {
            Procedure procedure = Procedure.of(visit.theCase(), p.partner(), p.measure());
            if (procedure == null || !p.open() || !procedure.hasMembers()) {
                continue;
            }
            procedure.members().stream()
                    .filter(m -> desks.contains(m) && !p.positions().containsKey(m))
                    .forEach(m -> items.add(new Item(
                            Prose.heading(visit.theCase(), m),
                            "say where you stand on the %s of %s"
                                    .formatted(p.verb().noun(), Prose.heading(visit.theCase(), p.measure())),
                            p.until(),
                            "it is decided, or blocked, without your word",
                            "decision/" + p.id(),
                            "wait")));
        }
    }

    /** The panel's word releases relief; that the claims below it are not clear and convincing yet is for those who answer for it. */
    private static void unproven(Visit visit, List<Item> items) {
        if (visit.elsewhen() || !visit.is(Role.SECRETARIAT)) {
            return;
        }
        List<ClaimLine> claims = Seen.of(visit).claims();
        for (Standing.ConcessionState c : visit.standing().concessions()) {
            boolean weak = c.state() == Concession.State.VERIFIED
                    && claims.stream()
                            .filter(l -> l.deed().concession().equals(c.concession()) && l.counts())
                            .anyMatch(l -> !l.reached().isAtLeast(Use.VERIFIED_RELEASING_RELIEF.least()));
            if (weak) {
                items.add(new Item(
                        "Secretariat",
                        "“%s” is verified by its panel on claims that are not clear and convincing"
                                .formatted(Prose.heading(visit.theCase(), c.concession())),
                        null,
                        "relief goes ahead, and no certificate says verified",
                        "evidence/certificates",
                        "wait"));
            }
        }
    }

    private static Item duty(Case theCase, Standing.Duty d) {
        boolean late = d.state() == Standing.DutyState.LATE;
        return new Item(
                Prose.heading(theCase, d.partner()),
                "%s of %s".formatted(d.what(), Prose.heading(theCase, d.thing())),
                d.due(),
                late ? "overdue; the other side may say that the promise is not kept" : "",
                "about/" + (d.step().isEmpty() ? d.thing() : d.step()),
                late ? "late" : "wait");
    }

    private static @Nullable Item decision(Case theCase, Standing.Decision d, LocalDate on) {
        Standing.Next next = d.next();
        boolean pressing = d.state() == Standing.DecisionState.BLOCKED || d.state() == Standing.DecisionState.LAPSED;
        if (next == null && !pressing) {
            return null;
        }
        if (next != null && next.on().isAfter(on.plusDays(AHEAD_DAYS)) && !pressing) {
            return null;
        }
        return new Item(
                Prose.heading(theCase, d.partner()),
                "decision on the %s of %s: %s"
                        .formatted(
                                d.what(),
                                Prose.heading(theCase, d.thing()),
                                d.state().word()),
                next == null ? null : next.on(),
                next == null ? "" : next.what(),
                "about/" + d.thing(),
                pressing ? "late" : "wait");
    }

    /** Relief that runs out soon: what lapses or returns if nobody decides. */
    private static void ending(
            Case theCase, Standing.MeasureLine m, LocalDate on, List<String> desks, boolean all, List<Item> items) {
        Standing.Next next = m.next();
        if (next == null || next.on().isBefore(on) || next.on().isAfter(on.plusDays(AHEAD_DAYS))) {
            return;
        }
        theCase.measures().stream()
                .filter(x -> x.id().equals(m.measure()))
                .flatMap(x -> x.owners().stream())
                .map(Ref::id)
                .filter(owner -> all || desks.contains(owner))
                .forEach(owner -> items.add(new Item(
                        Prose.heading(theCase, owner),
                        "%s is %s"
                                .formatted(
                                        Prose.heading(theCase, m.measure()),
                                        m.state().word()),
                        next.on(),
                        next.what() + undecided(theCase, owner),
                        "about/" + m.measure(),
                        "wait")));
    }

    private static String undecided(Case theCase, String partner) {
        return theCase.partners().stream()
                .filter(p -> p.id().equals(partner))
                .map(Partner::undecided)
                .filter(u -> u != null)
                .map(u -> "; if undecided, " + u.words())
                .findFirst()
                .orElse("");
    }

    /** A claim waits for its panel: every verifier of it is asked. */
    private static void signatures(Visit visit, boolean all, List<Item> items) {
        List<String> own = visit.bodies(Role.VERIFIER);
        Case theCase = visit.theCase();
        for (Standing.ConcessionState c : visit.standing().concessions()) {
            if (c.state() != Concession.State.MET && c.state() != Concession.State.CLAIMED) {
                continue;
            }
            Concession concession = theCase.concessions().stream()
                    .filter(x -> x.id().equals(c.concession()))
                    .findFirst()
                    .orElse(null);
            if (concession == null || concession.verifiedBy() == null) {
                continue;
            }
            for (String verifier : panel(theCase, concession.verifiedBy().id())) {
                if (all || own.contains(verifier)) {
                    Standing.Next next = c.next();
                    items.add(new Item(
                            Prose.heading(theCase, verifier),
                            "sign what you found of %s".formatted(Prose.heading(theCase, c.concession())),
                            next == null ? null : next.on(),
                            next == null ? "" : next.what(),
                            "about/" + c.concession(),
                            "wait"));
                }
            }
        }
    }

    /** Claims that wait for the visitor's look, and disputes whose clock runs. */
    private static void claims(Visit visit, List<Item> items) {
        Seen seen = Seen.of(visit);
        for (ClaimLine c : seen.claims()) {
            String page = "claim/" + c.deed().id();
            if (seen.waitsForMe(c)) {
                items.add(new Item(
                        "You",
                        "look at the claim “%s”".formatted(c.deed().says()),
                        null,
                        "it decides nothing as long as one person alone has signed it",
                        page,
                        "wait"));
            }
            for (DisputeStanding d : c.disputes()) {
                if (d.isOpen()) {
                    items.add(new Item(
                            Prose.heading(visit.theCase(), d.dispute().by()),
                            "dispute of “%s”".formatted(c.deed().says()),
                            d.due(),
                            "relief that waits for it goes ahead, and the dispute stays on record",
                            page,
                            "wait"));
                }
            }
        }
    }

    /** A proposed text waits for the desks it binds; the secretariat sees for whom, and when it can be put in force. */
    private static void texts(Visit visit, boolean all, List<String> desks, List<Item> items) {
        for (TextProposal p : TextProposal.in(visit.dossier())) {
            if (!p.open()) {
                continue;
            }
            String page = PROPOSED + p.entry();
            p.unsigned().stream()
                    .filter(partner -> desks.contains(partner) || (all && visit.is(Role.SECRETARIAT)))
                    .forEach(partner -> items.add(new Item(
                            Prose.heading(visit.theCase(), partner),
                            "sign the proposed text",
                            null,
                            "the text in force goes on",
                            page,
                            "wait")));
            if (p.by() != null && p.unsigned().isEmpty() && visit.is(Role.SECRETARIAT)) {
                items.add(new Item("Secretariat", "put the signed text in force", null, "", page, "wait"));
            }
        }
    }

    private static List<String> panel(Case theCase, String name) {
        return theCase.all(Panel.class).stream()
                .filter(p -> p.id().equals(name))
                .findFirst()
                .map(p -> p.members().stream().map(Ref::id).toList())
                .orElse(List.of(name));
    }
}

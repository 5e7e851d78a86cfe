package parley.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.facts.Evaluator;
import parley.facts.FactIndex;
import parley.facts.Signature;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Expiry;
import parley.roadmap.Length;
import parley.roadmap.Measure;
import parley.roadmap.Partner;
import parley.roadmap.Ref;
import parley.roadmap.Step;
import parley.roadmap.Verb;
import parley.text.Span;

/**
 * Lets the days of a case pass, one by one, from the first that matters to the day asked about.
 *
 * <p>Order within a day: what ends by itself, what the text tells, who leaves, what the record says of concessions,
 * signatures and decisions, phases, branches that fire, deeds, branches that the deeds fire, hearings, duties. So a deed
 * on the day its branch fires fulfils the duty.
 */
final class Run {
    /** Lasting things may be looked at as far back as the record goes. */
    static final LocalDate BEGINNING = Standings.BEGINNING;

    final Story story;
    LocalDate asOf;
    final FactIndex index;
    final Evaluator evaluator;
    private final States states = new States(this);
    private final Case theCase;
    private final LocalDate knownAt;
    private final LocalDate from;
    private final Map<String, MeasureTrack> measures = new TreeMap<>();
    private final Map<String, ConcessionTrack> concessions = new TreeMap<>();
    private final Map<String, PhaseTrack> phases = new TreeMap<>();
    private final List<StepTrack> steps = new ArrayList<>();
    private final Duties duties = new Duties(this);
    private final Decisions decisions = new Decisions(this);
    private final Notes notes = new Notes();
    private Notes outlook = new Notes();
    private final Replies replies = new Replies(this);
    private final Deviations deviations = new Deviations(this, notes);
    private final Agenda agenda;
    private final QuietDays calendar;
    private LocalDate today;

    /** @param from phases that ended before this day belong to another story and fire nothing */
    Run(Case theCase, Story story, LocalDate knownAt, LocalDate from) {
        this.from = from;
        this.theCase = theCase;
        this.story = story;
        this.knownAt = knownAt;
        this.index = new FactIndex(story.facts());
        this.evaluator = new Evaluator(theCase.byName(), index, states);
        this.today = Agenda.firstDay(theCase, story);
        this.asOf = today;
        for (Measure m : theCase.measures()) {
            measures.put(m.id(), new MeasureTrack(m, undecided(m), today));
        }
        for (Concession c : theCase.concessions()) {
            var signers = new Signers(theCase.byName(), c.verifiedBy());
            concessions.put(c.id(), new ConcessionTrack(c, signers, theCase.from(), theCase.to(), today));
        }
        theCase.phases().forEach(p -> phases.put(p.id(), new PhaseTrack(p, today)));
        theCase.steps().forEach(s -> steps.add(new StepTrack(s)));
        this.agenda = new Agenda(theCase, story, knownAt);
        this.calendar = new QuietDays(this, agenda, from);
    }

    static Standing.Because said(String says, Span at) {
        return new Standing.Because(says, List.of(at), List.of());
    }

    private Partner.@Nullable Undecided undecided(Measure m) {
        for (Partner p : theCase.partners()) {
            if (m.ownedBy(p.id()) && p.undecided() != null) {
                return p.undecided();
            }
        }
        return null;
    }

    /** Lets the days pass up to {@code day}, and looks at what stands then; a later day may be asked for afterwards. */
    void play(LocalDate day) {
        asOf = day;
        while (!today.isAfter(asOf)) {
            day();
            today = calendar.next(today);
        }
        if (!asOf.isAfter(story.horizon())) {
            concessions.values().forEach(c -> c.lookAhead(asOf, evaluator));
        }
        outlook = new Notes();
        new Outlook(this, outlook).look();
    }

    /** Says whether a day lies behind. */
    boolean played(LocalDate day) {
        return today.isAfter(day);
    }

    private void day() {
        Agenda.Day planned = agenda.on(today);
        measures.values().forEach(m -> m.endOn(today));
        planned.told().forEach(this::told);
        planned.leavings().forEach(l -> duties.leave(l.partner()));
        boolean known = !today.isAfter(story.horizon());
        concessions.values().forEach(c -> c.pass(today, evaluator, known ? null : story.horizon()));
        planned.signatures().forEach(this::signature);
        planned.decisions()
                .forEach(d -> decisions.reach(
                        d.partner(), d.verb(), d.measure(), new Decisions.Reached(d.stage(), today, d.id())));
        openPhases();
        fire(known);
        planned.deeds().forEach(this::deed);
        if (!planned.deeds().isEmpty()) {
            fireAgain();
        }
        planned.consultations().forEach(c -> duties.heard(c.partner(), c.stakeholder(), today));
        duties.settle(today);
        deviations.pass(today);
    }

    private void told(Agenda.Told t) {
        Measure.Transition transition = t.transition();
        String says = t.confirmed() ? "the text tells it" : "the text tells it, to be confirmed";
        measure(t.measure().id())
                .told(transition.verb(), today, transition.expiry(), t.confirmed(), said(says, transition.at()));
    }

    private void signature(Signature s) {
        ConcessionTrack c = concessions.get(s.concession());
        if (c == null) {
            return;
        }
        String refused = switch (s.finding()) {
            case VERIFIED -> c.verify(s.verifier(), today, s.id());
            case CLAIMED ->
                s.verifier().equals(theCase.counterpart())
                        ? c.claim(today, s.id())
                        : "does not count, it is for %s to claim".formatted(theCase.counterpart());
            case DISPUTED -> c.dispute(true, today);
            case SETTLED -> c.dispute(false, today);
            case REFUSED -> "";
        };
        if (refused != null) {
            String says = refused.isEmpty()
                    ? "%s refuses to confirm %s".formatted(s.verifier(), s.concession())
                    : "%s: `%s` by %s %s".formatted(s.concession(), s.finding().word(), s.verifier(), refused);
            warn(says, c.concession.at(), List.of(s.id()));
        }
    }

    private void warn(String says, Span at, List<String> rows) {
        notes.add(Standing.Kind.WARNING, today, says, new Standing.Because(says, List.of(at), rows));
    }

    private void openPhases() {
        List<PhaseTrack> opened =
                phases.values().stream().filter(p -> p.pass(today, this)).toList();
        if (opened.stream().anyMatch(p -> p.phase.runs() == null)) {
            phases.values().stream().filter(p -> !opened.contains(p)).forEach(p -> p.leaveBehind(today));
        }
    }

    private void fire(boolean known) {
        boolean last = today.equals(theCase.to());
        for (StepTrack step : steps) {
            if (active(step.step)) {
                step.firing(today, this, last, known).forEach(b -> duties.fire(step.step, b, today));
            }
        }
    }

    private void fireAgain() {
        for (StepTrack step : steps) {
            if (active(step.step)) {
                step.firingAgain(today, this).forEach(b -> duties.fire(step.step, b, today));
            }
        }
    }

    private void deed(Story.Deed d) {
        MeasureTrack track = measures.get(d.measure());
        if (track == null) {
            return; // `parley check` names rows about what the case does not know
        }
        if (!track.ownedBy(d.partner())) {
            String says = "%s %s, which others decide about: it changes nothing"
                    .formatted(d.partner(), d.verb().did(d.measure()));
            List<String> row = d.id().isEmpty() ? List.of() : List.of(d.id());
            warn(says, track.measure.at(), row);
            return;
        }
        DutyTrack asked = duties.fulfilledBy(d.partner(), d.verb(), d.measure());
        replies.deed(d, asked);
        deviations.deed(d, track, asked);
        var why = new Standing.Because(
                d.partner() + " " + d.verb().did("it"),
                asked == null ? List.of(track.measure.at()) : asked.because.clauses(),
                d.id().isEmpty() ? List.of() : List.of(d.id()));
        effect(track, d.partner(), d.verb(), d.expiry(), asked, why);
    }

    /** A prepared act takes effect by the finding alone. */
    void takesEffect(DutyTrack duty, LocalDate day) {
        Verb verb = duty.verb;
        if (verb != null) {
            var why = new Standing.Because(
                    "the prepared act of %s took effect".formatted(duty.partner), duty.because.clauses(), List.of());
            replies.effect(duty, verb);
            deviations.effect(duty, verb);
            effect(measure(duty.thing), duty.partner, verb, duty.reaction.expiry(), duty, why);
        }
    }

    private void effect(
            MeasureTrack track,
            String partner,
            Verb verb,
            Expiry said,
            @Nullable DutyTrack asked,
            Standing.Because why) {
        Expiry expiry = said instanceof Expiry.Unsaid && asked != null ? asked.reaction.expiry() : said;
        Length windDown = asked == null || !verb.tightens() ? null : asked.reaction.windDown();
        if (windDown != null && track.state.eased()) {
            track.windDown(partner, windDown.after(today), why);
        } else {
            track.act(verb, partner, today, expiry, asked == null ? null : asked.step, why);
        }
        if (asked != null) {
            asked.finish(today);
        }
        decisions.done(partner, verb, track.measure.id());
    }

    // ---- what the parts of a run ask ------------------------------------------------------------------------------

    Case theCase() {
        return theCase;
    }

    LocalDate today() {
        return today;
    }

    MeasureTrack measure(String id) {
        MeasureTrack found = measures.get(id);
        if (found == null) {
            throw new IllegalStateException("`%s` should be a measure; the checker makes sure of it.".formatted(id));
        }
        return found;
    }

    @Nullable
    MeasureTrack measureNamed(String id) {
        return measures.get(id);
    }

    Collection<MeasureTrack> measures() {
        return measures.values();
    }

    @Nullable
    ConcessionTrack concession(String id) {
        return concessions.get(id);
    }

    Collection<ConcessionTrack> concessions() {
        return concessions.values();
    }

    List<StepTrack> steps() {
        return steps;
    }

    Duties duties() {
        return duties;
    }

    Decisions decisions() {
        return decisions;
    }

    Replies replies() {
        return replies;
    }

    List<Standing.Finding> findings() {
        return Notes.sorted(notes, outlook);
    }

    @Nullable
    Partner partner(String id) {
        return theCase.partners().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private PhaseTrack phase(Ref ref) {
        PhaseTrack found = phases.get(ref.id());
        if (found == null) {
            throw new IllegalStateException(
                    "`%s` should be a phase; the checker makes sure of it.".formatted(ref.id()));
        }
        return found;
    }

    boolean active(Step step) {
        return phase(step.phase()).binds(today.isAfter(asOf) ? asOf : today, from);
    }

    LocalDate phaseSince(Step step) {
        return phase(step.phase()).since();
    }

    boolean phaseOpen(Step step) {
        return phase(step.phase()).openNow();
    }

    /** Says whether a dispute over a concession stops clocks today. */
    boolean disputed(String concession) {
        ConcessionTrack c = concessions.get(concession);
        return c != null && c.stopsClocks(today);
    }

    /** Says whether a dispute stops the clocks of a step today. */
    boolean disputedStep(String step) {
        return steps.stream().anyMatch(s -> s.step.id().equals(step) && s.isDisputed(this));
    }

    @Nullable
    PhaseTrack phaseNamed(String id) {
        return phases.get(id);
    }

    States states() {
        return states;
    }

    /** Says whether a concession was verified on some day from {@code since} on, or is verified still. */
    boolean verifiedSince(String concession, LocalDate since) {
        ConcessionTrack c = concessions.get(concession);
        return c != null && (c.state == Concession.State.VERIFIED || c.verifiedOnOrAfter(since));
    }

    Standing standing() {
        return new Standing(
                asOf,
                knownAt,
                story.horizon(),
                phases.values().stream().map(PhaseTrack::shown).toList(),
                concessions.values().stream().map(ConcessionTrack::shown).toList(),
                measures.values().stream()
                        .filter(MeasureTrack::begun)
                        .map(MeasureTrack::line)
                        .toList(),
                duties.all().stream().map(DutyTrack::shown).toList(),
                decisions.shown(),
                replies.all(),
                findings());
    }
}

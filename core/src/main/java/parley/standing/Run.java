package parley.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.facts.Answer;
import parley.facts.Evaluator;
import parley.facts.FactIndex;
import parley.facts.Signature;
import parley.facts.StateReader;
import parley.facts.Truth;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Expiry;
import parley.roadmap.Length;
import parley.roadmap.Measure;
import parley.roadmap.Partner;
import parley.roadmap.Phase;
import parley.roadmap.Reaction;
import parley.roadmap.Ref;
import parley.roadmap.Step;
import parley.roadmap.Verb;
import parley.text.Span;

/** Lets the days of a case pass, one by one, from the first that matters to the day asked about. */
final class Run implements StateReader {
    private static final LocalDate BEGINNING = LocalDate.of(1990, 1, 1);

    final Case theCase;
    final Story story;
    final LocalDate knownAt;
    final LocalDate asOf;
    final Evaluator evaluator;
    final Map<String, MeasureTrack> measures = new TreeMap<>();
    final Map<String, ConcessionTrack> concessions = new TreeMap<>();
    final Map<String, Standing.PhaseState> phases = new TreeMap<>();
    final List<StepTrack> steps = new ArrayList<>();
    final List<DutyTrack> duties = new ArrayList<>();
    final Findings findings;
    private final Map<String, Set<String>> doneBy = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final Map<LocalDate, List<Runnable>> agenda = new TreeMap<>();
    private final LocalDate from;
    private LocalDate today;

    Run(Case theCase, Story story, LocalDate knownAt, LocalDate asOf) {
        this(theCase, story, knownAt, asOf, LocalDate.MIN);
    }

    /** @param from phases that ended before this day belong to another story and fire nothing */
    Run(Case theCase, Story story, LocalDate knownAt, LocalDate asOf, LocalDate from) {
        this.from = from;
        this.theCase = theCase;
        this.story = story;
        this.knownAt = knownAt;
        this.asOf = asOf;
        this.evaluator = new Evaluator(theCase.byName(), new FactIndex(story.facts()), this);
        this.today = firstDay();
        for (Measure m : theCase.measures()) {
            measures.put(m.id(), new MeasureTrack(m, undecided(m), today));
        }
        for (Concession c : theCase.concessions()) {
            concessions.put(c.id(), new ConcessionTrack(c, theCase.from(), theCase.to()));
        }
        for (Phase p : theCase.phases()) {
            phases.put(p.id(), new Standing.PhaseState(p.id(), "closed", today, said("not opened yet", p.at())));
        }
        theCase.steps().forEach(s -> steps.add(new StepTrack(s)));
        this.findings = new Findings(this);
        plan();
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

    private LocalDate firstDay() {
        LocalDate first = theCase.from();
        for (Phase p : theCase.phases()) {
            first = p.runs() != null && p.runs().from().isBefore(first)
                    ? p.runs().from()
                    : first;
        }
        for (Concession c : theCase.concessions()) {
            first = c.runs() != null && c.runs().from().isBefore(first)
                    ? c.runs().from()
                    : first;
        }
        for (Measure m : theCase.measures()) {
            for (Measure.Transition t : m.history()) {
                first = t.on().isBefore(first) ? t.on() : first;
            }
        }
        for (Story.Deed d : story.deeds()) {
            first = d.on().isBefore(first) ? d.on() : first;
        }
        return first;
    }

    private void on(LocalDate day, Runnable what) {
        agenda.computeIfAbsent(day, _ -> new ArrayList<>()).add(what);
    }

    /** Puts everything dated on its day: what the text tells of measures, what partners did, what was signed. */
    private void plan() {
        Set<String> told = new HashSet<>();
        for (Story.Deed d : story.deeds()) {
            told.add(d.measure() + " " + d.on() + " " + d.verb());
        }
        for (MeasureTrack track : measures.values()) {
            for (Measure.Transition t : track.measure.history()) {
                boolean known = !t.on().isAfter(knownAt);
                if (known && !told.contains(track.measure.id() + " " + t.on() + " " + t.verb())) {
                    on(t.on(), () -> track.act(t.verb(), t.on(), t.expiry(), null, said("the text tells it", t.at())));
                }
            }
        }
        story.deeds().forEach(d -> on(d.on(), () -> deed(d)));
        story.signatures().forEach(s -> on(s.date(), () -> signature(s)));
        story.leavings().forEach(l -> on(l.on(), () -> leave(l.partner())));
    }

    void play() {
        while (!today.isAfter(asOf)) {
            day();
            today = today.plusDays(1);
        }
        findings.conclude();
    }

    private void day() {
        measures.values().forEach(m -> m.endOn(today));
        concessions.values().forEach(c -> c.pass(today, evaluator));
        agenda.getOrDefault(today, List.of()).forEach(Runnable::run);
        openPhases();
        for (StepTrack step : steps) {
            if (active(step.step)) {
                boolean last = today.equals(theCase.to());
                step.firing(today, this, last).forEach(b -> fire(step.step, b));
            }
        }
        // A duty that arises today may already be fulfilled by what stands.
        settleDuties();
    }

    private void signature(Signature s) {
        ConcessionTrack c = concessions.get(s.concession());
        if (c == null) {
            return;
        }
        switch (s.finding()) {
            case VERIFIED -> c.verify(s.date(), s.id());
            case CLAIMED -> c.claim(s.date(), s.id());
            case DISPUTED -> c.disputed = true;
            case SETTLED -> c.disputed = false;
            case REFUSED -> {}
        }
    }

    private void leave(String partner) {
        gone.add(partner);
        for (DutyTrack d : duties) {
            if (d.partner.equals(partner) && d.open()) {
                d.state = Standing.DutyState.WAIVED;
            }
        }
    }

    private void deed(Story.Deed d) {
        MeasureTrack track = measures.get(d.measure());
        if (track == null) {
            return;
        }
        DutyTrack asked = dutyFor(d);
        boolean unsaid = d.expiry() instanceof Expiry.Unsaid;
        Expiry expiry = unsaid && asked != null ? asked.expiry : d.expiry();
        findings.act(d, track, asked, today);
        var why = new Standing.Because(
                "%s %s it".formatted(d.partner(), d.verb().past()),
                asked == null ? List.of(track.measure.at()) : asked.because.clauses(),
                d.id().isEmpty() ? List.of() : List.of(d.id()));
        track.act(d.verb(), today, expiry, asked == null ? null : asked.step, why);
        if (asked != null) {
            asked.finish(today);
        }
        doneBy.computeIfAbsent(d.measure() + " " + d.verb().leadsTo(), _ -> new HashSet<>())
                .add(d.partner());
    }

    private @Nullable DutyTrack dutyFor(Story.Deed d) {
        for (DutyTrack duty : duties) {
            boolean same = duty.open() && duty.partner.equals(d.partner()) && duty.thing.equals(d.measure());
            if (same && duty.target() == d.verb().leadsTo()) {
                return duty;
            }
        }
        return null;
    }

    private void openPhases() {
        for (Phase p : theCase.phases()) {
            Standing.PhaseState now = phases.get(p.id());
            if (now == null) {
                continue;
            }
            Concession.Runs runs = p.runs();
            if (now.state().equals("closed") && opensToday(p)) {
                phases.put(p.id(), new Standing.PhaseState(p.id(), "open", today, said("its gate is open", p.at())));
                passOthers(p);
            } else if (now.state().equals("open") && runs != null && today.isAfter(runs.to())) {
                phases.put(
                        p.id(), new Standing.PhaseState(p.id(), "passed", today, said("its time is over", runs.at())));
            }
        }
    }

    private boolean opensToday(Phase p) {
        Concession.Runs runs = p.runs();
        if (runs != null) {
            return !today.isBefore(runs.from()) && !today.isAfter(runs.to());
        }
        if (today.isBefore(theCase.from())) {
            return false;
        }
        return p.first() || (p.opens() != null && holds(p.opens(), today));
    }

    private void passOthers(Phase opened) {
        for (Phase p : theCase.phases()) {
            Standing.PhaseState s = phases.get(p.id());
            boolean before = opened.runs() == null && p.runs() == null && !p.id().equals(opened.id());
            if (before && s != null && s.state().equals("open")) {
                phases.put(
                        p.id(),
                        new Standing.PhaseState(
                                p.id(), "passed", today, said("the next phase has opened", opened.at())));
            }
        }
    }

    /** The branches of a roadmap phase stay in force after it has passed: a broken promise is answered later too. */
    private boolean active(Step step) {
        Standing.PhaseState s = phases.get(step.phase().id());
        return s != null && !s.state().equals("closed") && !over(step.phase());
    }

    private boolean over(Ref phase) {
        for (Phase p : theCase.phases()) {
            Concession.Runs runs = p.runs();
            if (p.id().equals(phase.id()) && runs != null) {
                return today.isAfter(runs.to()) || runs.to().isBefore(from);
            }
        }
        return false;
    }

    private void fire(Step step, Step.Branch branch) {
        releaseOpposite(step, branch);
        for (Reaction r : branch.reactions()) {
            switch (r.deed()) {
                case Reaction.Deed.Act act ->
                    owners(r, act.measure())
                            .forEach(p ->
                                    owe(step, r, p, act.verb(), act.measure().id()));
                case Reaction.Deed.RestoreEased _ -> restoreEased(step, r);
                case Reaction.Deed.Review _ ->
                    reviewers(step, r).forEach(p -> add(step, r, p, "review", step.id(), null));
                case Reaction.Deed.Consult c ->
                    reviewers(step, r)
                            .forEach(p -> add(
                                    step, r, p, "consultation", c.stakeholder().id(), null));
                case Reaction.Deed.Keep _ -> {}
            }
        }
    }

    /** A break ends what was still owed for the keeping. */
    private void releaseOpposite(Step step, Step.Branch branch) {
        boolean tightens = branch.reactions().stream().anyMatch(Run::tightens);
        if (tightens) {
            for (DutyTrack d : duties) {
                if (d.step.equals(step.id()) && d.open() && d.verb != null && d.verb.eases()) {
                    d.state = Standing.DutyState.RELEASED;
                }
            }
        }
    }

    private static boolean tightens(Reaction r) {
        return switch (r.deed()) {
            case Reaction.Deed.Act a -> a.verb().tightens();
            case Reaction.Deed.RestoreEased _ -> true;
            case Reaction.Deed.Review _, Reaction.Deed.Consult _, Reaction.Deed.Keep _ -> false;
        };
    }

    private List<String> owners(Reaction r, Ref measure) {
        if (!r.everyPartner()) {
            return r.actors().stream().map(Ref::id).toList();
        }
        MeasureTrack m = measures.get(measure.id());
        return m == null ? List.of() : m.measure.owners().stream().map(Ref::id).toList();
    }

    private List<String> reviewers(Step step, Reaction r) {
        if (!r.everyPartner()) {
            return r.actors().stream().map(Ref::id).toList();
        }
        return step.branches().stream()
                .flatMap(b -> b.reactions().stream())
                .flatMap(x -> x.actors().stream())
                .map(Ref::id)
                .sorted()
                .distinct()
                .toList();
    }

    private void restoreEased(Step step, Reaction r) {
        for (MeasureTrack m : measures.values()) {
            if (step.id().equals(m.easedBy) && m.state.eased() && m.measure.kind() != Measure.Kind.OFFER) {
                for (Ref owner : m.measure.owners()) {
                    boolean acts = r.everyPartner() || r.actors().stream().anyMatch(a -> a.id().equals(owner.id()));
                    if (acts) {
                        add(step, r, owner.id(), Verb.RESTORE.noun(), m.measure.id(), Verb.RESTORE);
                    }
                }
            }
        }
    }

    private void owe(Step step, Reaction r, String partner, Verb verb, String thing) {
        MeasureTrack m = measures.get(thing);
        if (m != null && m.measure.owners().size() == 1 && m.state == verb.leadsTo()) {
            return;
        }
        add(step, r, partner, verb.noun(), thing, verb);
    }

    private void add(Step step, Reaction r, String partner, String what, String thing, @Nullable Verb verb) {
        if (gone.contains(partner)) {
            return;
        }
        boolean owed = duties.stream()
                .anyMatch(d -> d.open() && d.partner.equals(partner) && d.what.equals(what) && d.thing.equals(thing));
        if (!owed) {
            Length within = r.within();
            LocalDate due = r.on() != null ? r.on() : within != null ? within.after(today) : today;
            var why = new Standing.Because(
                    "a branch of `%s` fired".formatted(step.id()), List.of(r.at(), step.at()), List.of());
            duties.add(new DutyTrack(partner, what, thing, step.id(), today, due, verb, r.expiry(), why));
        }
    }

    private void settleDuties() {
        for (DutyTrack d : duties) {
            MeasureTrack m = measures.get(d.thing);
            boolean alone = m != null && m.measure.owners().size() == 1;
            if (d.open() && m != null && alone && m.state == d.target()) {
                d.finish(today);
            }
            d.pass(today);
        }
    }

    boolean disputed(String concession) {
        ConcessionTrack c = concessions.get(concession);
        return c != null && c.disputed;
    }

    boolean everVerified(String concession) {
        ConcessionTrack c = concessions.get(concession);
        return c != null && c.moments.stream().anyMatch(m -> m.state() == Concession.State.VERIFIED);
    }

    boolean holds(Condition condition, LocalDate day) {
        return evaluator.answer(condition, day, BEGINNING, BEGINNING).truth() == Truth.TRUE;
    }

    @Override
    public Answer inState(Condition.InState c, LocalDate day, LocalDate since) {
        LocalDate start = startOf(c.thing().id(), c.state());
        Length hold = c.hold();
        boolean holds = start != null && (hold == null || !hold.after(start).isAfter(day));
        String says = "%s is %s%s".formatted(c.thing().id(), holds ? "" : "not ", c.state());
        return Answer.of(Truth.of(holds), says);
    }

    /** Returns the day since which a thing is in a state, or {@code null} if it is not. */
    @Nullable
    LocalDate startOf(String thing, String state) {
        ConcessionTrack c = concessions.get(thing);
        if (c != null) {
            return c.is(state) ? c.sinceFor(state) : null;
        }
        MeasureTrack m = measures.get(thing);
        if (m != null) {
            return m.state.word().equals(state) ? m.since : null;
        }
        Standing.PhaseState p = phases.get(thing);
        boolean opened = p != null && state.equals("open") && p.state().equals("passed");
        return p != null && (p.state().equals(state) || opened) ? p.since() : null;
    }

    @Override
    public Answer amount(Condition.Amount c, LocalDate day, LocalDate since) {
        long value = switch (c.number()) {
            case "relief" ->
                measures.values().stream().filter(m -> m.easedBy != null).count();
            case "reserve" ->
                measures.values().stream()
                        .filter(m -> m.state == parley.roadmap.MeasureState.RESERVE)
                        .count();
            case "delivered" ->
                concessions.values().stream()
                        .filter(x -> x.state == Concession.State.VERIFIED)
                        .count();
            default -> concessions.values().stream().filter(x -> x.is("broken")).count();
        };
        return Answer.of(
                Truth.of(c.comparison().holds((double) value, c.value())), "%s is %d".formatted(c.number(), value));
    }

    @Override
    public Answer owed(Condition.Owed c, LocalDate day, LocalDate since) {
        boolean owes = duties.stream()
                .anyMatch(d -> d.open() && d.partner.equals(c.partner().id()));
        return Answer.of(Truth.of(owes), "%s owes %s".formatted(c.partner().id(), owes ? "something" : "nothing"));
    }

    @Override
    public Answer by(Condition.By c, LocalDate day, LocalDate since) {
        return evaluator.answer(c.part(), day, since);
    }

    Standing standing() {
        return new Standing(
                asOf,
                knownAt,
                List.copyOf(phases.values()),
                concessions.values().stream().map(ConcessionTrack::shown).toList(),
                measures.values().stream().map(MeasureTrack::line).toList(),
                duties.stream().map(DutyTrack::shown).sorted(Findings.BY_DUE).toList(),
                findings.replies(),
                findings.all());
    }
}

package parley.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Length;
import parley.roadmap.Measure;
import parley.roadmap.MeasureState;
import parley.roadmap.Reaction;
import parley.roadmap.Ref;
import parley.roadmap.Stage;
import parley.roadmap.Step;
import parley.roadmap.Trigger;
import parley.roadmap.Verb;

/** What partners owe: duties arise when branches fire and end when the act is there. */
final class Duties {
    private static final Comparator<DutyTrack> ORDER = Comparator.comparing((DutyTrack d) -> d.due)
            .thenComparing(d -> d.partner)
            .thenComparing(d -> d.what)
            .thenComparing(d -> d.thing)
            .thenComparing(d -> d.arose);

    /** A promise to leave a measure as it is, in force from the day its branch fired. */
    record Promise(String partner, String measure, MeasureState state, String step, Reaction reaction) {}

    private final Run run;
    private final List<DutyTrack> all = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();
    private final Map<String, LocalDate> promised = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private boolean silence;

    Duties(Run run) {
        this.run = run;
    }

    /** Returns the duties as they arose; the order says nothing. */
    List<DutyTrack> unordered() {
        return all;
    }

    List<DutyTrack> all() {
        return all.stream().sorted(ORDER).toList();
    }

    /** Says whether a branch of the step promised something on or after a day, kept or not. */
    boolean promisedSince(String step, LocalDate since) {
        LocalDate on = promised.get(step);
        return on != null && !on.isBefore(since);
    }

    List<Promise> promises() {
        return promises;
    }

    /** A partner leaves: it is freed of what it owes. */
    void leave(String partner) {
        gone.add(partner);
        all.stream()
                .filter(d -> d.partner.equals(partner) && d.open())
                .forEach(d -> d.state = Standing.DutyState.WAIVED);
    }

    void fire(Step step, Step.Branch branch, LocalDate day) {
        silence = branch.trigger() instanceof Trigger.NothingBy || branch.trigger() instanceof Trigger.NothingFor;
        release(step, branch);
        for (Reaction r : branch.reactions()) {
            switch (r.deed()) {
                case Reaction.Deed.Act act ->
                    owners(r, act.measure().id())
                            .forEach(p ->
                                    owe(step, r, p, act.verb(), act.measure().id(), day));
                case Reaction.Deed.RestoreEased _ -> restoreEased(step, branch, r, day);
                case Reaction.Deed.Review _ ->
                    named(step, r).forEach(p -> add(step, r, p, "partners", "review", step.id(), null, day));
                case Reaction.Deed.Consult c -> {
                    String heard = c.stakeholder().id();
                    named(step, r).forEach(p -> add(step, r, p, heard, "consultation", heard, null, day));
                }
                case Reaction.Deed.Keep k -> {
                    promised.put(step.id(), day);
                    owners(r, k.measure().id())
                            .forEach(
                                    p -> promises.add(new Promise(p, k.measure().id(), k.state(), step.id(), r)));
                }
            }
        }
    }

    /** A branch that takes back ends what was still owed, and promised, for the keeping. */
    private void release(Step step, Step.Branch branch) {
        if (branch.reactions().stream().anyMatch(Duties::takesBack)) {
            all.stream()
                    .filter(d -> d.step.equals(step.id()) && d.open() && d.verb != null && d.verb.eases())
                    .forEach(d -> d.state = Standing.DutyState.RELEASED);
            promises.removeIf(p -> p.step().equals(step.id()));
        }
    }

    private static boolean takesBack(Reaction r) {
        return switch (r.deed()) {
            case Reaction.Deed.Act a -> a.verb().tightens();
            case Reaction.Deed.RestoreEased _ -> true;
            case Reaction.Deed.Review _, Reaction.Deed.Consult _, Reaction.Deed.Keep _ -> false;
        };
    }

    private List<String> owners(Reaction r, String measure) {
        if (!r.everyPartner()) {
            return r.actors().stream().map(Ref::id).toList();
        }
        return run.measure(measure).measure.owners().stream().map(Ref::id).toList();
    }

    private static List<String> named(Step step, Reaction r) {
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

    private void restoreEased(Step step, Step.Branch branch, Reaction r, LocalDate day) {
        for (MeasureTrack m : run.measures()) {
            boolean byStep = m.measure.kind() != Measure.Kind.OFFER && !named(branch, m.measure);
            for (Ref owner : byStep ? m.measure.owners() : List.<Ref>of()) {
                boolean acts = r.everyPartner() || r.actors().stream().anyMatch(a -> a.id().equals(owner.id()));
                if (acts && m.easedBy(step.id(), owner.id())) {
                    owe(step, r, owner.id(), Verb.RESTORE, m.measure.id(), day);
                }
            }
        }
    }

    /** What a branch asks for by name is asked for in its own way, for example with time to wind down. */
    private static boolean named(Step.Branch branch, Measure m) {
        return branch.reactions().stream()
                .anyMatch(r -> r.deed() instanceof Reaction.Deed.Act a
                        && a.verb().tightens()
                        && a.measure().id().equals(m.id()));
    }

    private void owe(Step step, Reaction r, String partner, Verb verb, String thing, LocalDate day) {
        if (run.measure(thing).satisfies(partner, verb)) {
            return;
        }
        String to = verb.eases() ? run.theCase().counterpart() : "partners";
        DutyTrack duty = add(step, r, partner, to, verb.noun(), thing, verb, day);
        if (duty != null && r.prepared() && run.decisions().stage(partner, verb, thing) == Stage.PREPARED) {
            run.takesEffect(duty, day);
        }
    }

    private @Nullable DutyTrack add(
            Step step,
            Reaction r,
            String partner,
            String to,
            String what,
            String thing,
            @Nullable Verb verb,
            LocalDate day) {
        boolean owed = all.stream().anyMatch(d -> d.open() && d.is(partner, what, thing));
        if (owed || gone.contains(partner)) {
            return null;
        }
        Length within = r.within();
        LocalDate due = r.on() != null ? r.on() : within != null ? within.after(day) : day;
        var why = new Standing.Because(
                "the branch of `%s` fired on %s".formatted(step.id(), day), List.of(r.at(), step.at()), List.of());
        var duty = new DutyTrack(partner, to, what, thing, step.id(), day, due, verb, r, silence, why);
        all.add(duty);
        promises.removeIf(p -> p.partner().equals(partner) && p.measure().equals(thing));
        return duty;
    }

    /** Returns the open duty that an act fulfils, or {@code null}. */
    @Nullable
    DutyTrack fulfilledBy(String partner, Verb verb, String measure) {
        return all.stream()
                .filter(d -> d.open() && d.partner.equals(partner) && d.thing.equals(measure))
                .filter(d -> d.verb != null && d.verb.leadsTo() == verb.leadsTo())
                .min(ORDER)
                .orElse(null);
    }

    /** Ends the duties whose effect is there by itself, and those of hearing; marks what is late. */
    void settle(LocalDate day) {
        for (DutyTrack d : all) {
            if (run.disputedStep(d.step)) {
                d.waitForDispute();
            }
            if (d.open() && d.verb != null && run.measure(d.thing).surely(d.partner, d.verb)) {
                d.finish(day);
            }
            d.pass(day);
        }
    }

    /** A partner heard a stakeholder, or reviewed a step. */
    void heard(String partner, String thing, LocalDate day) {
        all.stream()
                .filter(d -> d.open() && (d.is(partner, "consultation", thing) || d.is(partner, "review", thing)))
                .forEach(d -> d.finish(day));
    }

    boolean owes(String partner) {
        return all.stream().anyMatch(d -> d.open() && d.partner.equals(partner));
    }
}

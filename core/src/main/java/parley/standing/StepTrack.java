package parley.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Condition;
import parley.roadmap.Step;
import parley.roadmap.Trigger;

/** Which branches of a step have fired. */
final class StepTrack {
    final Step step;

    /** What the other side is asked for here: the first concession of every trigger; silence is about these. */
    final List<String> asked;

    private final boolean[] wasTrue;
    private final boolean[] everFired;
    private @Nullable LocalDate clockFrom;
    private int pausedDays;
    private int disputedDays;
    private boolean nothingFired;

    StepTrack(Step step) {
        this.step = step;
        this.wasTrue = new boolean[step.branches().size()];
        this.everFired = new boolean[step.branches().size()];
        Set<String> names = new LinkedHashSet<>();
        for (Step.Branch b : step.branches()) {
            if (b.trigger() instanceof Trigger.When(var c)) {
                c.leaves().stream()
                        .filter(Condition.InState.class::isInstance)
                        .map(Condition.InState.class::cast)
                        .findFirst()
                        .ifPresent(in -> names.add(in.thing().id()));
            }
        }
        this.asked = List.copyOf(names);
    }

    /**
     * Returns the branches that fire today.
     *
     * @param known whether the record reaches today; where it does not, nobody can say that nothing was done
     */
    List<Step.Branch> firing(LocalDate day, Run run, boolean lastDay, boolean known) {
        if (clockFrom == null) {
            clockFrom = day;
        }
        // A dispute stops the clock: nobody answers a silence while the partners still argue what was done.
        if (isDisputed(run)) {
            pausedDays++;
            disputedDays++;
        }
        List<Step.Branch> firing = new ArrayList<>();
        for (int i = 0; i < wasTrue.length; i++) {
            Trigger trigger = step.branches().get(i).trigger();
            boolean ready = known || trigger instanceof Trigger.When || trigger instanceof Trigger.OnDay;
            edge(i, ready && holds(trigger, day, run, lastDay), firing);
        }
        return done(firing, day);
    }

    /** Says whether a concession this step asks for is disputed today. */
    boolean isDisputed(Run run) {
        return asked.stream().anyMatch(run::disputed);
    }

    /** Returns the branches that deeds of today have set off: only states can have changed. */
    List<Step.Branch> firingAgain(LocalDate day, Run run) {
        List<Step.Branch> firing = new ArrayList<>();
        for (int i = 0; i < wasTrue.length; i++) {
            if (step.branches().get(i).trigger() instanceof Trigger.When(var condition)) {
                edge(i, run.states().holds(condition, day), firing);
            }
        }
        return done(firing, day);
    }

    private void edge(int i, boolean now, List<Step.Branch> firing) {
        if (now && !wasTrue[i]) {
            firing.add(step.branches().get(i));
            everFired[i] = true;
        }
        wasTrue[i] = now;
    }

    private List<Step.Branch> done(List<Step.Branch> firing, LocalDate day) {
        if (!firing.isEmpty()) {
            clockFrom = day;
            pausedDays = 0;
        }
        return firing;
    }

    boolean everFired(int branch) {
        return everFired[branch];
    }

    private boolean anyFired() {
        for (boolean b : everFired) {
            if (b) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(Trigger trigger, LocalDate day, Run run, boolean lastDay) {
        return switch (trigger) {
            case Trigger.When(var condition) -> run.states().holds(condition, day);
            case Trigger.OnDay(var on) -> !day.isBefore(on);
            case Trigger.Otherwise() -> lastDay && !anyFired();
            case Trigger.NothingBy(var by) -> {
                boolean over = !day.isBefore(by.plusDays(disputedDays));
                boolean silent = over && (nothingFired || !answered(run, Run.BEGINNING));
                nothingFired |= silent;
                yield silent;
            }
            case Trigger.NothingFor(var length) -> {
                LocalDate from = clockFrom;
                yield from != null && !day.isBefore(length.after(from).plusDays(pausedDays)) && !answered(run, from);
            }
        };
    }

    private boolean answered(Run run, LocalDate since) {
        return asked.stream().anyMatch(c -> run.verifiedSince(c, since));
    }

    /** Returns the day on which the silence of a branch is answered if nothing comes, or {@code null}. */
    @Nullable
    LocalDate silentOn(int branch, Run run) {
        LocalDate from = clockFrom;
        return switch (step.branches().get(branch).trigger()) {
            case Trigger.NothingBy(var by) ->
                nothingFired || answered(run, Run.BEGINNING) ? null : by.plusDays(disputedDays);
            case Trigger.NothingFor(var length) ->
                from == null || wasTrue[branch] || answered(run, from)
                        ? null
                        : length.after(from).plusDays(pausedDays);
            case Trigger.When _, Trigger.OnDay _, Trigger.Otherwise _ -> null;
        };
    }
}

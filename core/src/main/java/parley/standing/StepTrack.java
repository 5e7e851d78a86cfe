package parley.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Condition;
import parley.roadmap.Step;
import parley.roadmap.Trigger;

/** Which branches of a step have fired. */
final class StepTrack {
    final Step step;
    final List<String> watched;
    private final boolean[] wasTrue;
    private @Nullable LocalDate clockFrom;
    private int disputedDays;
    private boolean fired;
    private boolean nothingFired;

    StepTrack(Step step) {
        this.step = step;
        this.wasTrue = new boolean[step.branches().size()];
        Set<String> names = new TreeSet<>();
        for (Step.Branch b : step.branches()) {
            if (b.trigger() instanceof Trigger.When(var c)) {
                concessions(c, names);
            }
        }
        this.watched = new ArrayList<>(names);
    }

    static void concessions(Condition c, Set<String> names) {
        switch (c) {
            case Condition.InState in -> names.add(in.thing().id());
            case Condition.All all -> all.parts().forEach(p -> concessions(p, names));
            case Condition.Any any -> any.parts().forEach(p -> concessions(p, names));
            case Condition.Not not -> concessions(not.part(), names);
            case Condition.By by -> concessions(by.part(), names);
            case Condition.Level _,
                    Condition.Change _,
                    Condition.Total _,
                    Condition.Absent _,
                    Condition.Occurs _,
                    Condition.Amount _,
                    Condition.Owed _ -> {}
        }
    }

    /** Returns the branches that fire today. */
    List<Step.Branch> firing(LocalDate day, Run run, boolean lastDay) {
        if (clockFrom == null) {
            clockFrom = day;
        }
        if (watched.stream().anyMatch(run::disputed)) {
            disputedDays++;
        }
        List<Step.Branch> firing = new ArrayList<>();
        for (int i = 0; i < wasTrue.length; i++) {
            Step.Branch b = step.branches().get(i);
            boolean now = holds(b.trigger(), day, run, lastDay);
            if (now && !wasTrue[i]) {
                firing.add(b);
            }
            wasTrue[i] = now;
        }
        if (!firing.isEmpty()) {
            fired = true;
            clockFrom = day;
            disputedDays = 0;
        }
        return firing;
    }

    private boolean holds(Trigger trigger, LocalDate day, Run run, boolean lastDay) {
        return switch (trigger) {
            case Trigger.When(var condition) -> run.holds(condition, day);
            case Trigger.OnDay(var on) -> !day.isBefore(on);
            case Trigger.Otherwise() -> lastDay && !fired;
            case Trigger.NothingBy(var by) -> {
                boolean silent = !day.isBefore(by.plusDays(disputedDays)) && (nothingFired || !answered(run));
                nothingFired |= silent;
                yield silent;
            }
            case Trigger.NothingFor(var length) -> {
                LocalDate from = clockFrom;
                yield from != null && !day.isBefore(length.after(from).plusDays(disputedDays)) && !answered(run);
            }
        };
    }

    private boolean answered(Run run) {
        return watched.stream().anyMatch(run::everVerified);
    }
}

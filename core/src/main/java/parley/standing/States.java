package parley.standing;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.facts.Answer;
import parley.facts.StateReader;
import parley.facts.Truth;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Length;
import parley.roadmap.Measure;
import parley.roadmap.MeasureState;

/** Answers what conditions ask of the roadmap itself: states, its own numbers, who owes. */
final class States implements StateReader {
    private final Run run;

    States(Run run) {
        this.run = run;
    }

    /** Says whether a condition is true; states are looked up without telling reasons, because this is asked daily. */
    boolean holds(Condition condition, LocalDate day) {
        return switch (condition) {
            case Condition.All all -> all.parts().stream().allMatch(p -> holds(p, day));
            case Condition.Any any -> any.parts().stream().anyMatch(p -> holds(p, day));
            case Condition.InState in -> holdsState(in, day);
            case Condition.Not _,
                    Condition.Level _,
                    Condition.Change _,
                    Condition.Total _,
                    Condition.Absent _,
                    Condition.Occurs _,
                    Condition.Amount _,
                    Condition.Owed _,
                    Condition.By _ ->
                run.evaluator
                                .answer(condition, day, Run.BEGINNING, Run.BEGINNING)
                                .truth()
                        == Truth.TRUE;
        };
    }

    private boolean holdsState(Condition.InState c, LocalDate day) {
        LocalDate start = startOf(c.thing().id(), c.state());
        Length hold = c.hold();
        return start != null && (hold == null || !hold.after(start).isAfter(day));
    }

    @Override
    public Answer inState(Condition.InState c, LocalDate day, LocalDate since) {
        boolean holds = holdsState(c, day);
        LocalDate start = startOf(c.thing().id(), c.state());
        Length hold = c.hold();
        String tail = start == null || hold == null ? "" : " since %s, needed for %s".formatted(start, hold.words());
        return Answer.of(
                Truth.of(holds),
                "%s is %s%s%s".formatted(c.thing().id(), start != null ? "" : "not ", c.state(), tail));
    }

    /** Returns the day since which a thing is in a state, or {@code null} if it is not. */
    @Nullable
    LocalDate startOf(String thing, String state) {
        ConcessionTrack c = run.concession(thing);
        if (c != null) {
            return c.is(state) ? c.sinceFor(state) : null;
        }
        MeasureTrack m = run.measureNamed(thing);
        if (m != null) {
            return m.state.word().equals(state) ? m.since : null;
        }
        PhaseTrack p = run.phaseNamed(thing);
        return p == null ? null : p.startOf(state);
    }

    @Override
    public Answer amount(Condition.Amount c, LocalDate day, LocalDate since) {
        long value = switch (c.number()) {
            case "relief" -> relief();
            case "reserve" -> reserve();
            case "delivered" -> delivered();
            default -> run.concessions().stream().filter(x -> x.is("broken")).count();
        };
        return Answer.of(
                Truth.of(c.comparison().holds((double) value, c.value())), "%s is %d".formatted(c.number(), value));
    }

    /** Returns how many steps have eased something that stands eased. */
    long relief() {
        Set<String> ahead = new HashSet<>();
        for (MeasureTrack m : run.measures()) {
            m.easingSteps(ahead);
        }
        return ahead.size();
    }

    long reserve() {
        long count = 0;
        for (MeasureTrack m : run.measures()) {
            count += m.measure.kind() == Measure.Kind.RESERVE && m.state == MeasureState.RESERVE ? 1 : 0;
        }
        return count;
    }

    long delivered() {
        long count = 0;
        for (ConcessionTrack c : run.concessions()) {
            count += c.state == Concession.State.VERIFIED ? 1 : 0;
        }
        return count;
    }

    @Override
    public Answer owed(Condition.Owed c, LocalDate day, LocalDate since) {
        boolean owes = run.duties().owes(c.partner().id());
        return Answer.of(Truth.of(owes), "%s owes %s".formatted(c.partner().id(), owes ? "something" : "nothing"));
    }

    @Override
    public Answer by(Condition.By c, LocalDate day, LocalDate since) {
        return run.evaluator.answer(c.part(), day, since);
    }
}

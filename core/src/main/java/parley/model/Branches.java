package parley.model;

import static parley.model.Terms.and;
import static parley.model.Terms.atLeast;
import static parley.model.Terms.choose;
import static parley.model.Terms.next;
import static parley.model.Terms.not;
import static parley.model.Terms.number;
import static parley.model.Terms.or;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.prism.Expr;
import parley.prism.Model;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Step;
import parley.roadmap.Trigger;

/** When the branches of steps fire, and what they make owed. */
final class Branches {
    private final Slice slice;
    private final Grid grid;
    private final Draft draft;
    private final Conduct conduct;
    private final Acts acts;
    private final Expr.@Nullable Read clock;

    Branches(Slice slice, Draft draft, Conduct conduct, Acts acts, Expr.@Nullable Read clock) {
        this.slice = slice;
        this.grid = slice.grid();
        this.draft = draft;
        this.conduct = conduct;
        this.acts = acts;
        this.clock = clock;
    }

    void declare() {
        slice.steps().forEach(this::declare);
    }

    private void declare(Step step) {
        List<Step.Branch> branches = slice.branches(step);
        Expr.Read quiet = quietClock(step, branches);
        for (Step.Branch b : branches) {
            if (slice.lacks(b.at())) {
                continue;
            }
            int number = step.branches().indexOf(b) + 1;
            Expr.Read fired = b.trigger() instanceof Trigger.NothingFor
                    ? null
                    : draft.truth(step.id() + "_branch" + number, false);
            List<Model.Assignment> effects = new ArrayList<>(acts.fire(step, b));
            if (fired != null) {
                effects.add(Draft.set(fired, Terms.TRUE));
            }
            if (quiet != null) {
                effects.add(Draft.set(quiet, number(0)));
            }
            var move = new Move(Move.Kind.FIRES, "", step.id(), number, List.of(b.at()));
            fires(step, b, fired, quiet, move, effects);
        }
    }

    private void fires(
            Step step,
            Step.Branch b,
            Expr.@Nullable Read fired,
            Expr.@Nullable Read quiet,
            Move move,
            List<Model.Assignment> effects) {
        Expr active = conduct.isOpen(step.phase().id());
        Expr waiting = fired == null ? active : and(active, not(fired));
        switch (b.trigger()) {
            case Trigger.When(Condition condition) -> {
                Bounds is = conduct.states(condition);
                draft.atOnce(move, and(waiting, is.must()), effects);
                if (!is.may().equals(is.must())) {
                    draft.may(move, and(waiting, and(is.may(), not(is.must()))), effects);
                }
                if (fired != null && !is.may().equals(Terms.TRUE)) {
                    var rests = new Move(Move.Kind.RESTS, "", step.id(), move.number(), List.of());
                    draft.atOnce(rests, and(fired, not(is.may())), List.of(Draft.set(fired, Terms.FALSE)));
                }
            }
            case Trigger.NothingFor(var length) -> {
                Expr.Read since = java.util.Objects.requireNonNull(quiet);
                Expr silent = and(active, not(answered(step)));
                draft.may(move, and(silent, atLeast(since, grid.fewest(length))), effects);
                draft.overdue(and(silent, atLeast(since, grid.most(length) + disputes(step))));
            }
            case Trigger.NothingBy(var day) -> {
                Expr.Read ever = draft.truth(step.id() + "_answered" + move.number(), false);
                Set<String> asked = asked(step);
                draft.also(m -> m.kind() == Move.Kind.VERIFIED && asked.contains(m.thing()), ever, Terms.TRUE);
                draft.also(m -> m.kind() == Move.Kind.MET && unsigned(asked, m.thing()), ever, Terms.TRUE);
                Expr silent = and(waiting, not(ever));
                draft.may(move, and(silent, reached(day, 0)), effects);
                draft.overdue(and(silent, reached(day, 1 + disputes(step))));
            }
            case Trigger.OnDay(var day) -> {
                draft.may(move, and(waiting, reached(day, 0)), effects);
                draft.overdue(and(waiting, reached(day, 1)));
            }
            case Trigger.Otherwise() -> draft.may(move, and(waiting, reached(grid.to(), 0)), effects);
        }
    }

    private Expr reached(java.time.LocalDate day, int more) {
        return clock == null ? Terms.TRUE : atLeast(clock, grid.tick(day) + more);
    }

    /** Ticks since the phase opened or the last branch of the step fired, if a silence is answered here. */
    private Expr.@Nullable Read quietClock(Step step, List<Step.Branch> branches) {
        int cap = branches.stream()
                .mapToInt(b ->
                        b.trigger() instanceof Trigger.NothingFor(var length) ? grid.most(length) + disputes(step) : 0)
                .max()
                .orElse(0);
        if (cap == 0) {
            return null;
        }
        Expr.Read quiet = draft.number(step.id() + "_quiet", cap, 0);
        draft.onTick(quiet, choose(conduct.isOpen(step.phase().id()), next(quiet, cap), number(0)));
        return quiet;
    }

    /** While partners argue what was done nobody answers a silence, as long as the clock of the dispute allows. */
    private int disputes(Step step) {
        Set<String> asked = asked(step);
        return slice.theCase().concessions().stream()
                .filter(c -> asked.contains(c.id()))
                .map(Concession::dispute)
                .filter(java.util.Objects::nonNull)
                .mapToInt(d -> grid.most(d.settledWithin()))
                .max()
                .orElse(0);
    }

    private boolean unsigned(Set<String> asked, String concession) {
        return asked.contains(concession)
                && slice.theCase().concessions().stream()
                        .anyMatch(c -> c.id().equals(concession) && c.verifiedBy() == null);
    }

    private Expr answered(Step step) {
        Expr found = Terms.FALSE;
        for (String c : asked(step)) {
            found = or(found, conduct.in(c, Conduct.VERIFIED));
        }
        return found;
    }

    /** What the other side is asked for here: the first concession of every trigger. */
    static Set<String> asked(Step step) {
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
        return names;
    }
}

package parley.game;

import java.util.BitSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The chance of paths, for every state of one game. */
final class PathValues {
    private final Robust.Expanded expanded;
    private final Arena arena;
    private final Limits goal;
    private final Engine.Exactness exactness;

    PathValues(Robust.Expanded expanded, Limits goal, Engine.Exactness exactness) {
        this.expanded = expanded;
        this.goal = goal;
        this.exactness = exactness;
        arena = expanded.arena();
    }

    Values reached(BitSet target, BitSet avoid) {
        Fraction threshold = goal.threshold();
        if (threshold != null && (threshold.signum() == 0 || threshold.equals(Fraction.ONE))) {
            return certainly(target, avoid);
        }
        return Values.of(Engine.chance(arena, expanded.max(), target, avoid, goal, exactness));
    }

    /** Certain questions never go through numbers. */
    private Values certainly(BitSet target, BitSet avoid) {
        BitSet within = Attractors.complement(arena, avoid);
        within.andNot(target);
        Attractors.Attracted possible = Attractors.possibly(arena, target, true, within, new BitSet());
        BitSet no = Attractors.complement(arena, possible.states());
        var lost = new int[arena.states()];
        Attractors.Attracted yes = Attractors.almostSurely(arena, target, true, within, lost);
        var low = new double[arena.states()];
        var high = new double[arena.states()];
        for (int s = 0; s < low.length; s++) {
            low[s] = yes.states().get(s) ? 1 : 0;
            high[s] = no.get(s) ? 0 : 1;
        }
        Evidence evidence = new Evidence.Certain(
                arena.game(),
                expanded.max(),
                target,
                avoid,
                no,
                new Ranks.Way(yes.choice(), yes.rank()),
                new Ranks.Way(possible.choice(), possible.rank()),
                lost);
        return new Values(low, high, null, evidence, true, false, 0);
    }

    Values within(BitSet target, BitSet avoid, Query.Bound.Steps steps) throws Unanswerable {
        Integer to = steps.to();
        if (to == null) {
            return later(target, avoid, steps.from());
        }
        int wait = steps.from();
        int more = to - wait;
        if (more < 0) {
            throw new Unanswerable("No path has at least %d and at most %d steps.".formatted(wait, to));
        }
        Horizon.Layers layers = Horizon.reach(arena, avoid, target, wait, more, false);
        Fraction[] exact = ExactHorizon.reach(arena, avoid, target, wait, more, budget());
        Supplier<Horizon.Layers> again = () -> Horizon.reach(arena, avoid, target, wait, more, true);
        return Values.of(layers, exact)
                .with(new Evidence.Bounded(
                        arena.game(), expanded.max(), target, avoid, null, Evidence.Sum.REACHED, wait, more, again));
    }

    /** For ever, but not before some steps: no certificate is written of it. */
    private Values later(BitSet target, BitSet avoid, int wait) {
        var rest = (BitSet) avoid.clone();
        rest.andNot(target);
        Values now = Values.of(Engine.chance(
                arena, expanded.max(), target, rest, goal.unasked().everyState(), exactness));
        if (wait == 0) {
            return now;
        }
        Horizon.Layers layers = Horizon.after(arena, avoid, now.low(), now.high(), wait, false);
        Fraction[] values = now.exact();
        return Values.of(layers, values == null ? null : ExactHorizon.after(arena, avoid, values, wait, budget()));
    }

    /** Reached while what was collected is within a bound: reachability in the game that counts along. */
    Values collecting(BitSet target, BitSet avoid, Counted.Rule rule) throws Unanswerable {
        Counted counted = Counted.of(arena, rule, goal.everywhere());
        var right = counted.states(target::get, level -> !rule.atLeast() || counted.full(level));
        BitSet lost = counted.states(avoid::get, _ -> true);
        lost.andNot(right);
        var inside = new PathValues(
                new Robust.Expanded(counted.game(), counted.game().states(), expanded.max()), goal, exactness);
        return counted.first(inside.reached(right, lost));
    }

    private Exact.@Nullable Budget budget() {
        return exactness.budgetFor(arena.states());
    }
}

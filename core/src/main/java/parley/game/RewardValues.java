package parley.game;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is collected, for every state of one game. */
final class RewardValues {
    private static final int FIRST_PAIRS = 2_000;
    private static final int MOST_PAIRS = 20_000;

    private final Robust.Expanded expanded;
    private final Arena arena;
    private final String name;
    private final Limits goal;
    private final Engine.Exactness exactness;

    RewardValues(Robust.Expanded expanded, String name, Limits goal, Engine.Exactness exactness) {
        this.expanded = expanded;
        this.name = name;
        this.goal = goal;
        this.exactness = exactness;
        arena = expanded.arena();
    }

    /** Until a target is reached; infinite where it may be missed. */
    Values reached(BitSet target) {
        return Values.of(Engine.cost(arena, expanded.max(), target, name, goal, exactness));
    }

    /** Until a target is reached, if it ever is. */
    Values total(BitSet target) {
        return Values.of(Engine.total(arena, expanded.max(), target, name, goal));
    }

    /**
     * Until a target is reached; nothing where it is missed. The sum is carried along, and paid out at the target. Where
     * sums grow without end, the largest are bounded: from below they count nothing, from above as if the target were
     * reached for certain.
     */
    Values onlyIfReached(BitSet target) throws Unanswerable {
        if (target.isEmpty()) {
            return new Values(new double[arena.states()], new double[arena.states()], null, null, false, false, 0);
        }
        double @Nullable [] beyond = null;
        for (int most = FIRST_PAIRS; ; most *= 10) {
            Counted counted = Counted.paying(arena, name, target, most, goal.everywhere(), null);
            Values below = counted.first(paid(counted));
            if (counted.complete()) {
                return below;
            }
            if (beyond == null) {
                beyond = total(target).high();
            }
            boolean finite = Arrays.stream(beyond).allMatch(u -> u < Double.POSITIVE_INFINITY);
            if (!finite && most >= MOST_PAIRS) {
                return below.withUpper(null);
            }
            if (finite) {
                Counted more = Counted.paying(arena, name, target, most, goal.everywhere(), beyond);
                Values above = more.first(paid(more));
                int start = arena.game().initial();
                if (most >= MOST_PAIRS || goal.enough(below.low()[start], above.high()[start])) {
                    return below.withUpper(above.high());
                }
            }
        }
    }

    private Values paid(Counted counted) {
        Arena paying = Arena.of(counted.game(), counted.game().states(), expanded.max());
        return Values.of(Engine.total(paying, expanded.max(), new BitSet(), Counted.PAYMENT, goal));
    }

    Values within(int steps) {
        Fraction[] gains = Engine.gains(arena.game(), name);
        double[] gain = Engine.nearest(gains);
        Supplier<Horizon.Layers> again = () -> Horizon.collected(arena, gain, steps, true);
        Fraction[] exact = ExactHorizon.collected(arena, gains, steps, budget());
        return Values.of(Horizon.collected(arena, gain, steps, false), exact)
                .with(evidence(Evidence.Sum.COLLECTED, 0, steps, again));
    }

    /** What the state after some steps yields. */
    Values at(int step) {
        Game.Rewards rewards = arena.game().rewards().get(name);
        var values = new Fraction[arena.states()];
        double[] low = new double[values.length];
        double[] high = new double[values.length];
        for (int s = 0; s < values.length; s++) {
            values[s] = rewards == null ? Fraction.ZERO : rewards.values().get(rewards.ofState()[s]);
            double near = values[s].nearest();
            int order = Fraction.exactly(near).compareTo(values[s]);
            low[s] = order > 0 ? Math.nextDown(near) : near;
            high[s] = order < 0 ? Math.nextUp(near) : near;
        }
        Supplier<Horizon.Layers> again = () -> Horizon.after(arena, new BitSet(), low, high, step, true);
        Fraction[] exact = ExactHorizon.after(arena, new BitSet(), values, step, budget());
        return Values.of(Horizon.after(arena, new BitSet(), low, high, step, false), exact)
                .with(evidence(Evidence.Sum.INSTANT, step, 0, again));
    }

    private Evidence evidence(Evidence.Sum sum, int wait, int steps, Supplier<Horizon.Layers> again) {
        return new Evidence.Bounded(
                arena.game(), expanded.max(), new BitSet(), new BitSet(), name, sum, wait, steps, again);
    }

    private Exact.@Nullable Budget budget() {
        return exactness.budgetFor(arena.states());
    }
}

package parley.game;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Intervals, then fractions where the model is small enough, and the strategies that go with them. */
final class Engine {
    /** Fractions are tried without being asked for up to this many states. */
    private static final int EXACT_STATES = 50_000;

    private static final long AUTOMATIC_WORDS = 20_000_000;
    private static final long ASKED_WORDS = 5_000_000_000L;

    private Engine() {}

    static Evidence.Unbounded chance(
            Arena arena, BitSet max, BitSet target, BitSet avoid, Limits limits, Exactness exactness) {
        Bounds bounds = Reach.solve(arena, target, avoid, limits);
        Ranks.Way way = Ranks.up(arena, target, avoid, bounds);
        @Nullable Fraction @Nullable [] exact = null;
        if (exactness.tried(arena.states())) {
            int[] guess = mixed(arena, way.choice(), bounds.highChoice(), true);
            BitSet within = Attractors.complement(arena, avoid);
            exact = Exact.values(arena, target, avoid, within, null, guess, exactness.budget());
        }
        if (exact != null) {
            way = Ranks.up(arena, target, avoid, exact);
        }
        return new Evidence.Unbounded(arena.game(), max, target, avoid, null, bounds, exact, null, way);
    }

    static Evidence.Unbounded cost(
            Arena arena, BitSet max, BitSet target, String rewards, Limits limits, Exactness exactness) {
        Fraction[] gains = gains(arena.game(), rewards);
        double[] gain = Arrays.stream(gains).mapToDouble(Fraction::nearest).toArray();
        Bounds bounds = Expected.solve(arena, target, gain, limits);
        Ranks.Way way = Ranks.down(arena, target, bounds, gain);
        @Nullable Fraction @Nullable [] exact = null;
        BitSet finite = Expected.finite(arena, target);
        if (exactness.tried(arena.states())) {
            int[] guess = mixed(arena, way.choice(), bounds.lowChoice(), false);
            exact = Exact.values(arena, target, new BitSet(), finite, gains, guess, exactness.budget());
        }
        if (exact != null) {
            for (int s = finite.nextClearBit(0); s < arena.states(); s = finite.nextClearBit(s + 1)) {
                exact[s] = null;
            }
            way = Ranks.down(arena, target, exact, gains);
        }
        return new Evidence.Unbounded(
                arena.game(),
                max,
                target,
                new BitSet(),
                rewards,
                bounds,
                exact,
                standIns(arena, target, bounds, exact),
                way);
    }

    /** Whether fractions are asked for, tried where they are cheap, or left out. */
    enum Exactness {
        ASKED,
        AUTOMATIC,
        NEVER;

        private boolean tried(int states) {
            return switch (this) {
                case ASKED -> true;
                case AUTOMATIC -> states <= EXACT_STATES;
                case NEVER -> false;
            };
        }

        /** A budget, or {@code null} where fractions are not tried. */
        Exact.@Nullable Budget budgetFor(int states) {
            return tried(states) ? budget() : null;
        }

        private Exact.Budget budget() {
            return new Exact.Budget(this == ASKED ? ASKED_WORDS : AUTOMATIC_WORDS);
        }
    }

    static Fraction[] gains(Game game, String name) {
        Game.Rewards rewards = java.util.Objects.requireNonNull(game.rewards().get(name), name);
        var gains = new Fraction[game.choices()];
        for (int s = 0; s < game.states(); s++) {
            Fraction here = rewards.values().get(rewards.ofState()[s]);
            for (int c = game.firstChoice()[s]; c < game.firstChoice()[s + 1]; c++) {
                int more = rewards.ofChoice()[c];
                gains[c] = more == 0 ? here : here.plus(rewards.values().get(more));
            }
        }
        return gains;
    }

    /** The strategy of the side that keeps one from {@code kept}, that of the other from {@code other}. */
    private static int[] mixed(Arena arena, int[] kept, int[] other, boolean keeper) {
        int[] guess = other.clone();
        for (int s = 0; s < guess.length; s++) {
            guess[s] = arena.max()[s] == keeper ? kept[s] : other[s];
        }
        return guess;
    }

    /**
     * Finite stand-ins for infinite costs that keep lower bounds inductive, for a certificate: a large number times the
     * chance with which Max makes Min miss the target. In fractions, since 1 − U must not be rounded.
     */
    private static @Nullable Fraction @Nullable [] standIns(
            Arena arena, BitSet target, Bounds bounds, @Nullable Fraction @Nullable [] exact) {
        double largest = 1;
        boolean infinite = false;
        for (double low : bounds.low()) {
            infinite |= low == Double.POSITIVE_INFINITY;
            largest = low < Double.POSITIVE_INFINITY ? Math.max(largest, low) : largest;
        }
        // Bounds of states other than the first may still be far from the values.
        for (int s = 0; exact != null && s < exact.length; s++) {
            Fraction value = exact[s];
            largest = value == null ? largest : Math.max(largest, Math.nextUp(value.nearest()));
        }
        if (!infinite || bounds.low()[arena.game().initial()] == Double.POSITIVE_INFINITY) {
            return null;
        }
        Bounds arriving = Reach.solve(arena.turned(), target, new BitSet(), new Limits(1e-6, 100_000, null, true));
        double least = 1;
        for (double p : arena.table()) {
            least = Math.min(least, p);
        }
        double rarest = 1;
        for (int s = 0; s < arena.states(); s++) {
            boolean lost = bounds.low()[s] == Double.POSITIVE_INFINITY;
            rarest = lost ? Math.min(rarest, 1 - arriving.high()[s]) : rarest;
        }
        if (rarest <= 0) {
            return null;
        }
        Fraction scale = Fraction.exactly(Math.scalb(1.0, Math.getExponent(largest / (least * rarest)) + 2));
        var standIns = new Fraction[arena.states()];
        for (int s = 0; s < standIns.length; s++) {
            if (bounds.low()[s] == Double.POSITIVE_INFINITY) {
                standIns[s] = scale.times(Fraction.ONE.minus(Fraction.exactly(arriving.high()[s])));
            }
        }
        return standIns;
    }
}

package parley.game;

import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.function.Supplier;
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
        boolean tried = exactness.tried(arena.states());
        Bounds bounds = Reach.solve(arena, target, avoid, tried ? limits.brief() : limits);
        @Nullable Fraction @Nullable [] exact = null;
        if (tried) {
            int[] guess = mixed(arena, Ranks.up(arena, target, avoid, bounds).choice(), bounds.highChoice(), true);
            BitSet within = Attractors.complement(arena, avoid);
            exact = Exact.values(arena, target, avoid, within, null, guess, exactness.budget());
        }
        if (exact == null && tried && bounds.sweeps() >= limits.brief().sweeps()) {
            bounds = Reach.solve(arena, target, avoid, limits);
        }
        Bounds found = bounds;
        Fraction[] values = exact;
        Supplier<Ranks.Way> way =
                () -> values == null ? Ranks.up(arena, target, avoid, found) : Ranks.up(arena, target, avoid, values);
        return new Evidence.Unbounded(arena.game(), max, target, avoid, null, found, values, () -> null, way);
    }

    static Evidence.Unbounded cost(
            Arena arena, BitSet max, BitSet target, String rewards, Limits limits, Exactness exactness) {
        Fraction[] gains = gains(arena.game(), rewards);
        double[] gain = nearest(gains);
        boolean tried = exactness.tried(arena.states());
        Bounds bounds = Expected.solve(arena, target, gain, tried ? limits.brief() : limits);
        @Nullable Fraction @Nullable [] exact = null;
        if (tried) {
            int[] guess = mixed(arena, Ranks.down(arena, target, bounds, gain).choice(), bounds.lowChoice(), false);
            BitSet finite = Expected.finite(arena, target);
            exact = Exact.values(arena, target, new BitSet(), finite, gains, guess, exactness.budget());
            for (int s = 0; exact != null && s < arena.states(); s++) {
                exact[s] = finite.get(s) ? exact[s] : null;
            }
        }
        if (exact == null && tried && bounds.sweeps() >= limits.brief().sweeps()) {
            bounds = Expected.solve(arena, target, gain, limits);
        }
        Bounds found = bounds;
        @Nullable Fraction @Nullable [] values = exact;
        Supplier<Ranks.Way> way = () ->
                values == null ? Ranks.down(arena, target, found, gain) : Ranks.down(arena, target, values, gains);
        Supplier<@Nullable Fraction @Nullable []> standIns = () -> standIns(arena, target, found, values);
        return new Evidence.Unbounded(arena.game(), max, target, new BitSet(), rewards, found, values, standIns, way);
    }

    static Evidence.Total total(Arena arena, BitSet max, BitSet target, String rewards, Limits limits) {
        double[] gain = nearest(gains(arena.game(), rewards));
        Bounds bounds = new Total(arena, target, gain, limits).solve();
        return Total.evidence(arena, max, target, rewards, bounds, gain);
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

    /** What each choice and its state yield; equal sums are the same object. */
    static Fraction[] gains(Game game, String name) {
        Game.Rewards rewards = java.util.Objects.requireNonNull(game.rewards().get(name), name);
        var sums = new HashMap<Long, Fraction>();
        var gains = new Fraction[game.choices()];
        for (int s = 0; s < game.states(); s++) {
            int here = rewards.ofState()[s];
            for (int c = game.firstChoice()[s]; c < game.firstChoice()[s + 1]; c++) {
                int more = rewards.ofChoice()[c];
                gains[c] = here == 0 || more == 0
                        ? rewards.values().get(here + more)
                        : sums.computeIfAbsent(
                                ((long) here << 32) + more,
                                _ -> rewards.values()
                                        .get(here)
                                        .plus(rewards.values().get(more)));
            }
        }
        return gains;
    }

    /** Each different object is divided once. */
    static double[] nearest(Fraction[] gains) {
        var known = new IdentityHashMap<Fraction, Double>();
        var nearest = new double[gains.length];
        for (int c = 0; c < gains.length; c++) {
            nearest[c] = known.computeIfAbsent(gains[c], Fraction::nearest);
        }
        return nearest;
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

package parley.game;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What the side of Max can make the game collect before a target is reached, if it ever is: the least fixed point. Lower
 * bounds rise from 0. For upper ones Min keeps to what was best by the lower ones; where it then can be waited for ever,
 * nothing is collected, so that every such component becomes one node, and the rest is a cost that must end.
 */
final class Total {
    private final Arena arena;
    private final BitSet target;
    private final double[] gain;
    private final Limits limits;

    Total(Arena arena, BitSet target, double[] gain, Limits limits) {
        this.arena = arena;
        this.target = target;
        this.gain = gain;
        this.limits = limits;
    }

    Bounds solve() {
        BitSet gaining = gaining();
        Arena redirected = Redirected.of(arena, gaining);
        BitSet open = arena.all();
        open.andNot(target);
        BitSet some = Attractors.possibly(redirected, Redirected.place(redirected), true, open, new BitSet())
                .states();
        BitSet infinite = endless(gaining, open);
        BitSet undecided = (BitSet) open.clone();
        undecided.and(some);
        undecided.andNot(infinite);
        var nothing = arena.all();
        nothing.andNot(undecided);
        nothing.andNot(infinite);
        var alone = new BitSet();
        undecided.stream().filter(s -> arena.max()[s]).forEach(alone::set);
        Game game = arena.game();
        BitSet waiting = Reach.choicesOf(game, alone);
        waiting.andNot(gaining);
        List<int[]> groups = Components.ends(game.firstChoice(), game.firstBranch(), game.successor(), alone, waiting);
        Quotient q = Quotient.of(arena, undecided, nothing, groups, waiting, gain);
        double[] x = infinite(q);
        var iteration = new Iteration(arena, q, x, limits);
        for (double still = limits.epsilon() / 100; ; still /= 100) {
            boolean more = false;
            for (int k = 0; k + 1 < q.first().length; k++) {
                int from = q.first()[k];
                int to = q.first()[k + 1];
                if (to - from == 1) {
                    iteration.sweeps().alone(from, 0);
                } else {
                    more |= rise(x, iteration, from, to, still);
                }
            }
            Bounds below = iteration.bounds(arena);
            Bounds both = above(below, undecided, nothing, gaining);
            if (!more || enough(both) || !iteration.mayGoOn()) {
                return both;
            }
        }
    }

    private static double[] infinite(Quotient q) {
        var x = new double[2 * (q.nodes() + 2)];
        for (int v = 0; v < q.nodes(); v++) {
            x[2 * v + 1] = Double.POSITIVE_INFINITY;
        }
        x[2 * q.lost()] = Double.POSITIVE_INFINITY;
        x[2 * q.lost() + 1] = Double.POSITIVE_INFINITY;
        return x;
    }

    private boolean enough(Bounds bounds) {
        int start = arena.game().initial();
        boolean enough = limits.enough(bounds.low()[start], bounds.high()[start]);
        for (int s = 0; limits.everywhere() && s < arena.states(); s++) {
            enough &= limits.enough(bounds.low()[s], bounds.high()[s]);
        }
        return enough;
    }

    /** Raises lower bounds until a sweep changes little; returns whether there is more to come. */
    private static boolean rise(double[] x, Iteration iteration, int from, int to, double still) {
        double growth;
        do {
            growth = 0;
            for (int v = from; v < to; v++) {
                double before = x[2 * v];
                iteration.sweeps().sweep(v, v + 1);
                growth = Math.max(growth, (x[2 * v] - before) / Math.max(1, before));
            }
        } while (growth > still && iteration.mayGoOn());
        return growth > 0;
    }

    /** With Min's choices fixed as the lower bounds have them. */
    private Bounds above(Bounds below, BitSet undecided, BitSet nothing, BitSet gaining) {
        Game game = arena.game();
        var alike = new boolean[arena.states()];
        Arrays.fill(alike, true);
        var one = new Arena(
                game, arena.ordinary(), alike, arena.table(), arena.source(), arena.intoFirst(), arena.into());
        var dropped = new BitSet();
        var choices = Reach.choicesOf(game, undecided);
        int[] kept = least(below.low(), undecided);
        for (int c = choices.nextSetBit(0); c >= 0; c = choices.nextSetBit(c + 1)) {
            int s = arena.source()[c];
            dropped.set(c, !arena.max()[s] && kept[s] != c);
        }
        choices.andNot(dropped);
        choices.andNot(gaining);
        var states = (BitSet) undecided.clone();
        List<int[]> groups = Components.ends(game.firstChoice(), game.firstBranch(), game.successor(), states, choices);
        dropped.or(choices);
        Quotient q = Quotient.of(one, undecided, nothing, groups, dropped, gain);
        double[] x = infinite(q);
        var iteration = new Iteration(one, q, x, limits);
        var strategy = new int[q.nodes()];
        Arrays.fill(strategy, -1);
        double surcharge = Expected.surcharge(gain);
        for (int k = 0; k + 1 < q.first().length; k++) {
            if (q.first()[k + 1] - q.first()[k] > 1) {
                Expected.begin(q, x, iteration, strategy, q.first()[k], q.first()[k + 1], surcharge);
            } else {
                iteration.sweeps().alone(q.first()[k], 0);
            }
        }
        iteration.run(0);
        Bounds found = iteration.bounds(one);
        return new Bounds(below.low(), found.high(), below.lowChoice(), kept, below.sweeps() + found.sweeps());
    }

    /** For each state of Min the choice that is best by these values. */
    private int[] least(double[] low, BitSet states) {
        Game game = arena.game();
        var least = new int[arena.states()];
        Arrays.fill(least, -1);
        for (int s = states.nextSetBit(0); s >= 0; s = states.nextSetBit(s + 1)) {
            double best = Double.POSITIVE_INFINITY;
            for (int c = game.firstChoice()[s]; c < game.firstChoice()[s + 1] && !arena.max()[s]; c++) {
                double sum = gain[c];
                for (int b = game.firstBranch()[c]; b < game.firstBranch()[c + 1]; b++) {
                    sum += arena.table()[game.chance()[b]] * low[game.successor()[b]];
                }
                if (sum < best || least[s] < 0) {
                    best = sum;
                    least[s] = c;
                }
            }
        }
        return least;
    }

    private BitSet gaining() {
        var gaining = new BitSet();
        for (int c = 0; c < gain.length; c++) {
            gaining.set(c, gain[c] > 0);
        }
        return gaining;
    }

    /**
     * Where Max can collect without end with positive probability. Where it can almost surely, the gaining choices that
     * stay are places to come to again and again; from where it can come there, it can with positive probability; what
     * is left is looked at again, since leaving it is no better for Min.
     */
    private BitSet endless(BitSet gaining, BitSet open) {
        var endless = new BitSet();
        while (true) {
            BitSet again = again(gaining, open, endless);
            again.andNot(endless);
            if (again.isEmpty()) {
                return endless;
            }
            again.or(endless);
            endless =
                    Attractors.possibly(arena, again, true, open, new BitSet()).states();
        }
    }

    private BitSet again(BitSet gaining, BitSet open, BitSet endless) {
        var within = (BitSet) open.clone();
        within.andNot(endless);
        while (!within.isEmpty()) {
            BitSet outside = Attractors.complement(arena, within);
            var good = new BitSet();
            for (int c = 0; c < arena.source().length; c++) {
                boolean leaves = !arena.max()[arena.source()[c]] && any(c, endless);
                good.set(c, leaves || (gaining.get(c) && !any(c, outside)));
            }
            Arena redirected = Redirected.of(arena, good);
            BitSet stays = Attractors.prob1(redirected, Redirected.place(redirected), within);
            stays.clear(arena.states());
            if (stays.equals(within)) {
                return within;
            }
            within = stays;
        }
        return within;
    }

    private boolean any(int c, BitSet states) {
        for (int b = arena.game().firstBranch()[c]; b < arena.game().firstBranch()[c + 1]; b++) {
            if (states.get(arena.game().successor()[b])) {
                return true;
            }
        }
        return false;
    }

    static Evidence.Total evidence(Arena arena, BitSet max, BitSet target, String name, Bounds bounds, double[] gain) {
        var gaining = new BitSet();
        for (int c = 0; c < gain.length; c++) {
            gaining.set(c, gain[c] > 0);
        }
        Arena redirected = Redirected.of(arena, gaining);
        BitSet places = Redirected.place(redirected);
        var within = new BitSet();
        var barred = new BitSet();
        for (int s = 0; s < arena.states(); s++) {
            places.set(s, bounds.low()[s] == 0);
            within.set(s, bounds.low()[s] > 0);
            for (int c = arena.game().firstChoice()[s]; c < arena.game().firstChoice()[s + 1]; c++) {
                barred.set(
                        c,
                        arena.max()[s]
                                && bounds.lowChoice()[s] != c
                                && !Ranks.keepsLow(arena, c, bounds.low()[s], bounds.low(), gain[c]));
            }
        }
        Attractors.Attracted way = Attractors.possibly(redirected, places, true, within, barred);
        int states = arena.states();
        return new Evidence.Total(
                arena.game(),
                max,
                target,
                name,
                bounds,
                new Ranks.Way(Arrays.copyOf(way.choice(), states), Arrays.copyOf(way.rank(), states)));
    }
}

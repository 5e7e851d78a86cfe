package parley.game;

import java.util.BitSet;
import java.util.List;

/**
 * What the side of Max can make the game collect, at least, before a target is reached; infinite where the target may be
 * missed. An interval for every state.
 */
final class Expected {
    /** What each step costs more, in the largest reward, while a first upper bound is sought. */
    private static final double SURCHARGE = 0x1p-7;

    private Expected() {}

    /** Where Min reaches the target with probability 1: elsewhere the cost is infinite. */
    static BitSet finite(Arena arena, BitSet target) {
        return Attractors.almostSurely(arena, target, false, arena.all()).states();
    }

    /** @param gain for each choice what it and its state yield */
    static Bounds solve(Arena arena, BitSet target, double[] gain, Limits limits) {
        Attractors.Attracted proper = Attractors.almostSurely(arena, target, false, arena.all());
        var undecided = (BitSet) proper.states().clone();
        undecided.andNot(target);
        var alone = new BitSet();
        undecided.stream().filter(s -> !arena.max()[s]).forEach(alone::set);
        Game game = arena.game();
        BitSet waiting = Reach.choicesOf(game, alone);
        for (int c = waiting.nextSetBit(0); c >= 0; c = waiting.nextSetBit(c + 1)) {
            waiting.set(c, gain[c] == 0);
        }
        List<int[]> groups = Components.ends(game.firstChoice(), game.firstBranch(), game.successor(), alone, waiting);
        Quotient q = Quotient.of(arena, undecided, target, groups, waiting, gain);
        var x = new double[2 * (q.nodes() + 2)];
        for (int v = 0; v < q.nodes(); v++) {
            x[2 * v + 1] = Double.POSITIVE_INFINITY;
        }
        x[2 * q.lost()] = Double.POSITIVE_INFINITY;
        x[2 * q.lost() + 1] = Double.POSITIVE_INFINITY;
        var iteration = new Iteration(arena, q, x, limits);
        int[] strategy = strategy(q, proper);
        double surcharge = surcharge(gain);
        for (int k = 0; k + 1 < q.first().length; k++) {
            if (q.first()[k + 1] - q.first()[k] > 1) {
                begin(q, x, iteration, strategy, q.first()[k], q.first()[k + 1], surcharge);
            } else {
                iteration.sweeps().alone(q.first()[k], Double.POSITIVE_INFINITY);
            }
        }
        iteration.run();
        return iteration.bounds(arena);
    }

    static double surcharge(double[] gain) {
        return SURCHARGE * largest(gain);
    }

    private static double largest(double[] gain) {
        double largest = 0;
        for (double g : gain) {
            largest = Math.max(largest, g);
        }
        return largest > 0 ? largest : 1;
    }

    /** Min's choices that lead down to the target: those of the member of a node that is nearest to it. */
    private static int[] strategy(Quotient q, Attractors.Attracted proper) {
        var strategy = new int[q.nodes()];
        for (int v = 0; v < q.nodes(); v++) {
            int nearest = q.members()[v][0];
            for (int s : q.members()[v]) {
                nearest = proper.rank()[s] < proper.rank()[nearest] ? s : nearest;
            }
            strategy[v] = -1;
            for (int c = q.firstChoice()[v]; c < q.firstChoice()[v + 1] && !q.max()[v]; c++) {
                strategy[v] = q.original()[c] == proper.choice()[nearest] ? c : strategy[v];
            }
        }
        return strategy;
    }

    /**
     * A first upper bound: the cost of the proper strategy against the best reply, if each step cost a little more. The
     * iteration comes from below; as soon as no value grows by more than the surcharge, U ≥ Φ(U) holds without it.
     */
    static void begin(Quotient q, double[] x, Iteration iteration, int[] strategy, int from, int to, double surcharge) {
        for (int v = from; v < to; v++) {
            x[2 * v + 1] = 0;
        }
        double growth;
        do {
            growth = 0;
            for (int v = from; v < to; v++) {
                double value = surcharge + cost(q, iteration.sweeps(), strategy, v);
                growth = Math.max(growth, value - x[2 * v + 1]);
                x[2 * v + 1] = value;
            }
            if (!iteration.mayGoOn()) {
                for (int v = from; v < to; v++) {
                    x[2 * v + 1] = Double.POSITIVE_INFINITY;
                }
                return;
            }
        } while (growth > surcharge / 2 || !bound(q, x, iteration.sweeps(), strategy, from, to, surcharge));
        for (int v = from; v < to; v++) {
            iteration.chose(v, strategy[v]);
        }
    }

    private static boolean bound(
            Quotient q, double[] x, Sweeps sweeps, int[] strategy, int from, int to, double surcharge) {
        for (int v = from; v < to; v++) {
            if (!(cost(q, sweeps, strategy, v) + surcharge / 8 <= x[2 * v + 1])) {
                return false;
            }
        }
        return true;
    }

    private static double cost(Quotient q, Sweeps sweeps, int[] strategy, int v) {
        if (strategy[v] >= 0) {
            return sweeps.highOf(strategy[v]);
        }
        double most = 0;
        for (int c = q.firstChoice()[v]; c < q.firstChoice()[v + 1]; c++) {
            most = Math.max(most, sweeps.highOf(c));
        }
        return most;
    }
}

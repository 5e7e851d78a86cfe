package parley.game;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Values with a number of steps left: one sweep over all states a step, rounded outward. */
public final class Horizon {
    /** The most choices of a state whose number fits the byte that is kept of it. */
    private static final int MOST_CHOICES = 127;

    private final Arena arena;
    private final @Nullable BitSet fixed;
    private final double @Nullable [] gain;
    private double[] low;
    private double[] high;

    private Horizon(Arena arena, @Nullable BitSet fixed, double @Nullable [] gain, double[] low, double[] high) {
        this.arena = arena;
        this.fixed = fixed;
        this.gain = gain;
        this.low = low;
        this.high = high;
    }

    /**
     * Bounds with all steps left.
     *
     * @param lowChoice by steps left, from 1, and state: Max's choice for the lower bound, counted from the first of the
     *     state; empty where they were not kept
     * @param highChoice the same for Min and the upper bound
     */
    public record Layers(double[] low, double[] high, byte[][] lowChoice, byte[][] highChoice) {}

    /** The chance to reach a target within some steps without entering what is to be avoided. */
    static Layers reach(Arena arena, BitSet target, BitSet avoid, int steps, boolean keep) {
        var values = new double[arena.states()];
        target.stream().forEach(s -> values[s] = 1);
        var fixed = (BitSet) target.clone();
        fixed.or(avoid);
        return new Horizon(arena, fixed, null, values, values.clone()).run(steps, keep && narrow(arena));
    }

    /** What is collected in some steps. */
    static Layers collected(Arena arena, double[] gain, int steps) {
        return new Horizon(arena, null, gain, new double[arena.states()], new double[arena.states()]).run(steps, false);
    }

    /** The mean of values after some steps. */
    static Layers after(Arena arena, double[] low, double[] high, int steps) {
        return new Horizon(arena, null, null, low.clone(), high.clone()).run(steps, false);
    }

    private static boolean narrow(Arena arena) {
        int[] firstChoice = arena.game().firstChoice();
        for (int s = 0; s < arena.states(); s++) {
            if (firstChoice[s + 1] - firstChoice[s] > MOST_CHOICES) {
                return false;
            }
        }
        return true;
    }

    private Layers run(int steps, boolean keep) {
        var lowChoice = new byte[keep ? steps : 0][];
        var highChoice = new byte[keep ? steps : 0][];
        double[] nextLow = low.clone();
        double[] nextHigh = high.clone();
        byte[] none = {};
        // Nature decides at once, also when no step is left.
        instant(low, high);
        for (int k = 0; k < steps; k++) {
            byte[] byLow = keep ? new byte[arena.states()] : none;
            byte[] byHigh = keep ? new byte[arena.states()] : none;
            for (int s = 0; s < arena.ordinary(); s++) {
                if (fixed == null || !fixed.get(s)) {
                    step(s, low, high, nextLow, nextHigh, byLow, byHigh);
                }
            }
            instant(nextLow, nextHigh);
            if (keep) {
                lowChoice[k] = byLow;
                highChoice[k] = byHigh;
            }
            double[] swap = low;
            low = nextLow;
            nextLow = swap;
            swap = high;
            high = nextHigh;
            nextHigh = swap;
        }
        return new Layers(low, high, lowChoice, highChoice);
    }

    /** Nature's choices between ends of intervals take no time: they see the same layer. */
    private void instant(double[] low, double[] high) {
        byte[] none = {};
        for (int s = arena.ordinary(); s < arena.states(); s++) {
            step(s, low, high, low, high, none, none);
        }
    }

    private void step(
            int s, double[] low, double[] high, double[] nextLow, double[] nextHigh, byte[] byLow, byte[] byHigh) {
        Game game = arena.game();
        boolean max = arena.max()[s];
        int first = game.firstChoice()[s];
        double bestLow = 0;
        double bestHigh = 0;
        for (int c = first; c < game.firstChoice()[s + 1]; c++) {
            double g = gain == null ? 0 : gain[c];
            double sumLow = g;
            double sumHigh = g;
            boolean nothing = g == 0;
            int begin = game.firstBranch()[c];
            int end = game.firstBranch()[c + 1];
            for (int b = begin; b < end; b++) {
                double p = arena.table()[game.chance()[b]];
                sumLow += p * low[game.successor()[b]];
                sumHigh += p * high[game.successor()[b]];
                nothing &= high[game.successor()[b]] == 0;
            }
            // Zero stays zero: only so is an impossible event told from a rare one.
            if (!nothing && (end - begin > 1 || g != 0)) {
                sumLow = Rounding.down(sumLow, end - begin + 1);
                sumHigh = Rounding.up(sumHigh, end - begin + 1);
            }
            if (c == first || (max ? sumLow > bestLow : sumLow < bestLow)) {
                bestLow = sumLow;
                mark(byLow, s, c - first);
            }
            if (c == first || (max ? sumHigh > bestHigh : sumHigh < bestHigh)) {
                bestHigh = sumHigh;
                mark(byHigh, s, c - first);
            }
        }
        nextLow[s] = bestLow;
        nextHigh[s] = bestHigh;
    }

    private static void mark(byte[] choices, int s, int offset) {
        if (choices.length > 0) {
            choices[s] = (byte) offset;
        }
    }
}

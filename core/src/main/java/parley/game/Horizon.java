package parley.game;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values with a number of steps left: one sweep over all states a step, rounded outward. */
public final class Horizon {
    /** The most choices of a state whose number fits the byte that is kept of it. */
    private static final int MOST_CHOICES = 127;

    private final Arena arena;
    private final double @Nullable [] gain;
    private final boolean keep;
    private final List<byte[]> lowChoices = new ArrayList<>();
    private final List<byte[]> highChoices = new ArrayList<>();
    private double[] low;
    private double[] high;
    private double[] nextLow;
    private double[] nextHigh;

    private Horizon(Arena arena, double @Nullable [] gain, double[] low, double[] high, boolean keep) {
        this.arena = arena;
        this.gain = gain;
        this.low = low;
        this.high = high;
        this.keep = keep && narrow(arena);
        nextLow = new double[low.length];
        nextHigh = new double[low.length];
        // Nature decides at once, also when no step is left.
        instant();
    }

    /**
     * Bounds with all steps left.
     *
     * @param lowChoice by steps left, from 1, and state: the choice for the lower bound, counted from the first of the
     *     state; empty where they were not kept
     * @param highChoice the same for the upper bound
     */
    public record Layers(double[] low, double[] high, byte[][] lowChoice, byte[][] highChoice) {}

    /**
     * The chance to reach a target after at least {@code wait} steps and at most {@code steps} more, without entering
     * {@code avoid} before; a target is not avoided once it counts.
     */
    static Layers reach(Arena arena, BitSet avoid, BitSet target, int wait, int steps, boolean keep) {
        var values = new double[arena.states()];
        target.stream().forEach(s -> values[s] = 1);
        var horizon = new Horizon(arena, null, values, values.clone(), keep);
        var fixed = (BitSet) target.clone();
        fixed.or(avoid);
        horizon.run(steps, fixed, true);
        horizon.run(wait, avoid, false);
        return horizon.layers();
    }

    /** What is collected in some steps. */
    static Layers collected(Arena arena, double[] gain, int steps, boolean keep) {
        var horizon = new Horizon(arena, gain, new double[arena.states()], new double[arena.states()], keep);
        horizon.run(steps, new BitSet(), true);
        return horizon.layers();
    }

    /** The mean of values after some steps, in which {@code avoid} is not entered. */
    static Layers after(Arena arena, BitSet avoid, double[] low, double[] high, int steps, boolean keep) {
        var horizon = new Horizon(arena, null, low.clone(), high.clone(), keep);
        horizon.run(steps, avoid, false);
        return horizon.layers();
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

    private Layers layers() {
        return new Layers(low, high, lowChoices.toArray(new byte[0][]), highChoices.toArray(new byte[0][]));
    }

    /** @param worth whether fixed states keep their value, or are worth nothing with a step left */
    private void run(int steps, BitSet fixed, boolean worth) {
        byte[] none = {};
        for (int k = 0; k < steps; k++) {
            byte[] byLow = keep ? new byte[arena.states()] : none;
            byte[] byHigh = keep ? new byte[arena.states()] : none;
            for (int s = 0; s < arena.ordinary(); s++) {
                if (fixed.get(s)) {
                    nextLow[s] = worth ? low[s] : 0;
                    nextHigh[s] = worth ? high[s] : 0;
                } else {
                    step(s, low, high, byLow, byHigh);
                }
            }
            double[] swap = low;
            low = nextLow;
            nextLow = swap;
            swap = high;
            high = nextHigh;
            nextHigh = swap;
            instant();
            if (keep) {
                lowChoices.add(byLow);
                highChoices.add(byHigh);
            }
        }
    }

    /** Nature's choices between ends of intervals take no time: they see the layer they belong to. */
    private void instant() {
        byte[] none = {};
        for (int s = arena.ordinary(); s < arena.states(); s++) {
            step(s, low, high, none, none);
            low[s] = nextLow[s];
            high[s] = nextHigh[s];
        }
    }

    private void step(int s, double[] low, double[] high, byte[] byLow, byte[] byHigh) {
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

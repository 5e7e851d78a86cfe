package parley.game;

import java.util.Arrays;

/**
 * Leaps over many sweeps. After some sweeps the rest shrinks by the same factor each time, everywhere in a component: where
 * the bounds are going can be guessed. A guess counts only if one sweep keeps to it, L ≤ Φ(L) and U ≥ Φ(U) at every node,
 * which bounds the value wherever no end component is left (there is one fixed point then); else it is taken back.
 */
final class Leaps {
    /** Sweeps between two looks. */
    private static final int PERIOD = 6;

    /** How much of the way that is left is leapt: more fails more often. */
    private static final double PART = 0.5;

    /** Components of fewer nodes are swept before anything could be guessed. */
    private static final int FEW = 64;

    private final Sweeps sweeps;
    private final double[] x;
    private final int from;
    private final int to;
    /** The bounds at the last look. */
    private double[] before = {};

    private double[] saved = {};
    private int[] savedBy = {};
    private final double[] moved = {0, 0};
    private int sinceLook;

    Leaps(Sweeps sweeps, double[] x, int from, int to) {
        this.sweeps = sweeps;
        this.x = x;
        this.from = from;
        this.to = to;
    }

    /** Tells of a sweep; returns how many more were spent on guesses. */
    int swept() {
        if (to - from < FEW || ++sinceLook < PERIOD) {
            return 0;
        }
        sinceLook = 0;
        int spent = 0;
        if (before.length > 0) {
            double[] shrinks = {Double.NaN, Double.NaN};
            for (int side = 0; side < 2; side++) {
                double way = way(side);
                shrinks[side] = moved[side] > 0 ? way / moved[side] : Double.NaN;
                moved[side] = way;
            }
            for (int side = 0; side < 2; side++) {
                if (shrinks[side] > 0 && shrinks[side] < 1) {
                    spent++;
                    // After a leap the rest has to settle before it can be guessed again.
                    moved[side] = leap(side, shrinks[side] / (1 - shrinks[side])) ? 0 : moved[side];
                }
            }
        }
        before = copy(before);
        return spent;
    }

    private double way(int side) {
        double sum = 0;
        for (int i = 2 * from + side; i < 2 * to; i += 2) {
            sum += Math.abs(x[i] - before[i - 2 * from]);
        }
        return sum;
    }

    /** Returns whether the guess came true; if not all is as it was. */
    private boolean leap(int side, double times) {
        saved = copy(saved);
        int[] by = side == 0 ? sweeps.lowBy() : sweeps.highBy();
        savedBy = Arrays.copyOfRange(by, from, to);
        for (int i = 2 * from + side; i < 2 * to; i += 2) {
            double last = saved[i - 2 * from];
            x[i] = Math.clamp(last + PART * times * (last - before[i - 2 * from]), 0, 1);
        }
        if (sweeps.keeps(from, to, side == 0)) {
            return true;
        }
        System.arraycopy(saved, 0, x, 2 * from, saved.length);
        System.arraycopy(savedBy, 0, by, from, to - from);
        return false;
    }

    private double[] copy(double[] into) {
        double[] all = into.length > 0 ? into : new double[2 * (to - from)];
        System.arraycopy(x, 2 * from, all, 0, all.length);
        return all;
    }
}

package parley.game;

/**
 * Outward rounding without rounding modes. A sum of m products of doubles that are not negative, with probabilities
 * rounded once, has a relative error of at most (m + 1)·2^−53; a reward that is added counts as one more term.
 */
final class Rounding {
    private static final double UNIT = 0x1p-53;
    private static final double TINY = 1e-290;

    private Rounding() {}

    static double down(double sum, int terms) {
        return sum < TINY ? 0 : sum * (1 - (terms + 3) * UNIT);
    }

    static double up(double sum, int terms) {
        double raised = sum * (1 + (terms + 4) * (2 * UNIT));
        return sum < TINY ? raised + Double.MIN_NORMAL : raised;
    }
}

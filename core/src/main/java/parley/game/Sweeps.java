package parley.game;

/**
 * Backups of lower and upper bounds over a {@link Quotient}. Bounds lie interleaved in {@code x}: the lower one of node
 * v in {@code x[2v]}, the upper one in {@code x[2v + 1]}. A backup never lowers a lower bound and never raises an upper
 * one, therefore L ≤ Φ(L) and U ≥ Φ(U) hold at every moment and in any order.
 */
final class Sweeps {
    private final Quotient q;
    private final double[] table;
    private final double[] x;
    /** For each node the choice that gave the bound its present value; −1 before the first. */
    private final int[] lowBy;

    private final int[] highBy;
    private double low;
    private double high;
    private boolean changed;

    Sweeps(Quotient q, double[] table, double[] x, int[] lowBy, int[] highBy) {
        this.q = q;
        this.table = table;
        this.x = x;
        this.lowBy = lowBy;
        this.highBy = highBy;
    }

    boolean changed() {
        return changed;
    }

    /** Sweeps the nodes from {@code from} to, without, {@code to} in place; returns the largest width seen. */
    double sweep(int from, int to) {
        boolean any = false;
        double width = 0;
        for (int v = from; v < to; v++) {
            any |= backup(v);
            width = Math.max(width, width(v));
        }
        changed = any;
        return width;
    }

    /** Of values above 1 relative. */
    double width(int v) {
        return (x[2 * v + 1] - x[2 * v]) / Math.max(1, x[2 * v]);
    }

    private boolean backup(int v) {
        int begin = q.firstChoice()[v];
        int end = q.firstChoice()[v + 1];
        boolean max = q.max()[v];
        double bestLow = max ? 0 : Double.POSITIVE_INFINITY;
        double bestHigh = bestLow;
        int byLow = -1;
        int byHigh = -1;
        for (int c = begin; c < end; c++) {
            evaluate(c);
            if (max ? low > bestLow || byLow < 0 : low < bestLow || byLow < 0) {
                bestLow = low;
                byLow = c;
            }
            if (max ? high > bestHigh || byHigh < 0 : high < bestHigh || byHigh < 0) {
                bestHigh = high;
                byHigh = c;
            }
        }
        return keep(v, bestLow, byLow, bestHigh, byHigh);
    }

    private boolean keep(int v, double bestLow, int byLow, double bestHigh, int byHigh) {
        boolean any = false;
        if (bestLow > x[2 * v]) {
            x[2 * v] = bestLow;
            lowBy[v] = byLow;
            any = true;
        }
        if (bestHigh < x[2 * v + 1]) {
            x[2 * v + 1] = bestHigh;
            highBy[v] = byHigh;
            any = true;
        }
        return any;
    }

    private void evaluate(int c) {
        int b = q.firstBranch()[c];
        int end = q.firstBranch()[c + 1];
        double gain = q.gain() == null ? 0 : q.gain()[c];
        if (end - b == 1 && gain == 0) {
            low = x[2 * q.successor()[b]];
            high = x[2 * q.successor()[b] + 1];
            return;
        }
        int terms = end - b + 1;
        double sumLow = gain;
        double sumHigh = gain;
        for (; b < end; b++) {
            int at = 2 * q.successor()[b];
            double p = table[q.chance()[b]];
            sumLow += p * x[at];
            sumHigh += p * x[at + 1];
        }
        low = Rounding.down(sumLow, terms);
        high = Rounding.up(sumHigh, terms);
    }

    double lowOf(int choice) {
        evaluate(choice);
        return low;
    }

    double highOf(int choice) {
        evaluate(choice);
        return high;
    }

    /**
     * The value of a component of one node, in one step: a choice that comes back with probability r is worth the rest
     * over 1 − r. A choice that only comes back is worth {@code waiting}.
     */
    boolean alone(int v, double waiting) {
        boolean max = q.max()[v];
        double bestLow = 0;
        double bestHigh = 0;
        int byLow = -1;
        int byHigh = -1;
        for (int c = q.firstChoice()[v]; c < q.firstChoice()[v + 1]; c++) {
            withoutLoop(c, v, waiting);
            if (byLow < 0 || (max ? low > bestLow : low < bestLow)) {
                bestLow = low;
                byLow = c;
            }
            if (byHigh < 0 || (max ? high > bestHigh : high < bestHigh)) {
                bestHigh = high;
                byHigh = c;
            }
        }
        // A group without a way out waits for ever.
        return keep(v, byLow < 0 ? waiting : bestLow, byLow, byHigh < 0 ? waiting : bestHigh, byHigh);
    }

    private void withoutLoop(int c, int v, double waiting) {
        double sumLow = q.gain() == null ? 0 : q.gain()[c];
        double sumHigh = sumLow;
        double leaving = 0;
        int branches = q.firstBranch()[c + 1] - q.firstBranch()[c];
        int others = 0;
        for (int b = q.firstBranch()[c]; b < q.firstBranch()[c + 1]; b++) {
            if (q.successor()[b] != v) {
                double p = table[q.chance()[b]];
                sumLow += p * x[2 * q.successor()[b]];
                sumHigh += p * x[2 * q.successor()[b] + 1];
                leaving += p;
                others++;
            }
        }
        if (others == branches) {
            evaluate(c);
        } else if (others == 0) {
            low = sumLow > 0 ? Double.POSITIVE_INFINITY : waiting;
            high = low;
        } else {
            low = Rounding.down(sumLow / leaving, 2 * branches + 2);
            high = Rounding.up(sumHigh / leaving, 2 * branches + 2);
        }
    }
}

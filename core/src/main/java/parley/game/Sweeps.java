package parley.game;

import org.jspecify.annotations.Nullable;

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
    private final int[] firstBranch;
    private final int[] successor;
    private final int[] chance;
    private final double @Nullable [] gain;
    private final Stream stream;
    private double low;
    private double high;
    private boolean changed;

    Sweeps(Quotient q, double[] table, double[] x, int[] lowBy, int[] highBy) {
        this.q = q;
        this.table = table;
        this.x = x;
        this.lowBy = lowBy;
        this.highBy = highBy;
        firstBranch = q.firstBranch();
        successor = q.successor();
        chance = q.chance();
        gain = q.gain();
        stream = Stream.of(q);
    }

    boolean changed() {
        return changed;
    }

    /**
     * Sweeps the nodes from {@code from} to, without, {@code to} in place; returns the largest width seen. This is where
     * the time goes: one stream of numbers, one bound beside the other, no division but for values above 1.
     */
    double sweep(int from, int to) {
        int[] firstChoice = q.firstChoice();
        boolean[] maxes = q.max();
        int[] words = stream.words();
        int at = stream.begins()[from];
        boolean any = false;
        double widest = 0;
        for (int v = from; v < to; v++) {
            boolean max = maxes[v];
            double worst = max ? -1 : Double.POSITIVE_INFINITY;
            double bestLow = worst;
            double bestHigh = worst;
            int end = firstChoice[v + 1];
            int byLow = firstChoice[v];
            int byHigh = byLow;
            for (int c = byLow; c < end; c++) {
                int terms = words[at++];
                double below;
                double above;
                if (terms == 0) {
                    int next = words[at++];
                    below = x[next];
                    above = x[next + 1];
                } else {
                    below = gain == null ? 0 : gain[c];
                    above = below;
                    for (int stop = at + 2 * (terms - 1); at < stop; at += 2) {
                        double p = table[words[at + 1]];
                        below += p * x[words[at]];
                        above += p * x[words[at] + 1];
                    }
                    below = Rounding.down(below, terms);
                    above = Rounding.up(above, terms);
                }
                if (max ? below > bestLow : below < bestLow) {
                    bestLow = below;
                    byLow = c;
                }
                if (max ? above > bestHigh : above < bestHigh) {
                    bestHigh = above;
                    byHigh = c;
                }
            }
            // A node without a choice is left as it is.
            any |= end > firstChoice[v] && keep(v, bestLow, byLow, bestHigh, byHigh);
            double width = x[2 * v + 1] - x[2 * v];
            if (width > widest) {
                widest = x[2 * v] > 1 ? Math.max(widest, width / x[2 * v]) : width;
            }
        }
        changed = any;
        return widest;
    }

    int[] lowBy() {
        return lowBy;
    }

    int[] highBy() {
        return highBy;
    }

    /**
     * Sweeps the nodes over guessed bounds of one side, without gains; returns whether no backup fell behind its guess. Then
     * the bounds are as after any sweep: a later backup reads what earlier ones have written, which is on the safe side.
     */
    boolean keeps(int from, int to, boolean lower) {
        int[] firstChoice = q.firstChoice();
        int[] words = stream.words();
        int[] by = lower ? lowBy : highBy;
        int side = lower ? 0 : 1;
        int at = stream.begins()[from];
        for (int v = from; v < to; v++) {
            boolean max = q.max()[v];
            double best = max ? -1 : Double.POSITIVE_INFINITY;
            int end = firstChoice[v + 1];
            int chosen = firstChoice[v];
            for (int c = chosen; c < end; c++) {
                int terms = words[at++];
                double value;
                if (terms == 0) {
                    value = x[words[at++] + side];
                } else {
                    double sum = 0;
                    for (int stop = at + 2 * (terms - 1); at < stop; at += 2) {
                        sum += table[words[at + 1]] * x[words[at] + side];
                    }
                    value = lower ? Rounding.down(sum, terms) : Rounding.up(sum, terms);
                }
                if (max ? value > best : value < best) {
                    best = value;
                    chosen = c;
                }
            }
            double guess = x[2 * v + side];
            if (end == firstChoice[v] || (lower ? best < guess : best > guess)) {
                return false;
            }
            x[2 * v + side] = best;
            by[v] = chosen;
        }
        return true;
    }

    /** Of values above 1 relative. */
    double width(int v) {
        return (x[2 * v + 1] - x[2 * v]) / Math.max(1, x[2 * v]);
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
        int b = firstBranch[c];
        int end = firstBranch[c + 1];
        if (end - b == 1 && gain == null) {
            int at = 2 * successor[b];
            low = x[at];
            high = x[at + 1];
            return;
        }
        double sumLow = gain == null ? 0 : gain[c];
        double sumHigh = sumLow;
        if (end - b == 1 && sumLow == 0) {
            int at = 2 * successor[b];
            low = x[at];
            high = x[at + 1];
            return;
        }
        int terms = end - b + 1;
        for (; b < end; b++) {
            int at = 2 * successor[b];
            double p = table[chance[b]];
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

package parley.game;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Iterates the bounds of a {@link Quotient}, component by component. Where one side can wait in an end component a bound
 * sticks: with probabilities the upper one (Max waits, and gets nothing), with costs the lower one (Min waits, and never
 * arrives). Such a bound is moved to the best way out.
 */
final class Iteration {
    /** How many sweeps pass before bounds held up by end components are looked at; grows while nothing comes of it. */
    private static final int FIRST_LOOK = 10;

    private static final double TIE = 1e-12;

    private final Quotient q;
    private final double[] x;
    private final int[] lowBy;
    private final int[] highBy;
    private final Sweeps sweeps;
    private final Limits limits;
    private final boolean costs;
    private final int start;
    private boolean leaping;
    private long count;

    /** @param x the first bounds, interleaved; the two fixed nodes among them */
    Iteration(Arena arena, Quotient q, double[] x, Limits limits) {
        this.q = q;
        this.x = x;
        this.limits = limits;
        costs = q.gain() != null;
        start = q.node()[arena.game().initial()];
        lowBy = new int[q.nodes()];
        highBy = new int[q.nodes()];
        Arrays.fill(lowBy, -1);
        Arrays.fill(highBy, -1);
        sweeps = new Sweeps(q, arena.table(), x, lowBy, highBy);
    }

    /** Allows leaps: the bounds are of a probability, and each side's own end components are gone. */
    Iteration leaping() {
        leaping = true;
        return this;
    }

    Sweeps sweeps() {
        return sweeps;
    }

    /** Counts a sweep done elsewhere; returns whether there may be more. */
    boolean mayGoOn() {
        return ++count < limits.sweeps();
    }

    Bounds bounds(Arena arena) {
        return Bounds.of(arena, q, x, lowBy, highBy, count);
    }

    void chose(int node, int choice) {
        highBy[node] = choice;
    }

    /** Passes over all components until the first state is known well enough, each pass ten times finer. */
    void run() {
        run(costs ? Double.POSITIVE_INFINITY : 0);
    }

    /** @param waiting what it is worth to stay in one state for ever */
    void run(double waiting) {
        double fine = limits.epsilon() / 2;
        boolean moved = true;
        while (moved && !enough()) {
            moved = false;
            for (int k = 0; k + 1 < q.first().length; k++) {
                moved |= component(q.first()[k], q.first()[k + 1], fine, waiting);
            }
            fine /= 10;
            moved &= count < limits.sweeps();
        }
    }

    private boolean enough() {
        if (!limits.everywhere()) {
            return enough(start);
        }
        for (int v = 0; v < q.nodes(); v++) {
            if (!enough(v)) {
                return false;
            }
        }
        return true;
    }

    private boolean enough(int v) {
        return limits.enough(x[2 * v], x[2 * v + 1]);
    }

    /** Returns whether a bound moved. */
    private boolean component(int from, int to, double fine, double waiting) {
        if (to - from == 1) {
            return sweeps.alone(from, waiting);
        }
        boolean here = !limits.everywhere() && start >= from && start < to;
        double goal = exitWidth(from, to) + fine;
        List<int[]> mixed = mixedEnds(from, to);
        @Nullable Leaps leaps = leaping && mixed.isEmpty() ? new Leaps(sweeps, x, from, to) : null;
        double next = FIRST_LOOK;
        double step = FIRST_LOOK;
        boolean moved = false;
        for (int i = 1; count < limits.sweeps(); i++) {
            double width = sweeps.sweep(from, to);
            count++;
            boolean changed = sweeps.changed();
            moved |= changed;
            count += leaps == null ? 0 : leaps.swept();
            if (width <= goal || (here && enough(start))) {
                return moved;
            }
            if (!mixed.isEmpty() && (i >= next || !changed)) {
                boolean shifted = shift(mixed);
                step = shifted ? FIRST_LOOK : step * 1.5;
                next = i + step;
                changed |= shifted;
            }
            if (!changed) {
                return moved;
            }
        }
        return moved;
    }

    /** What a component inherits: the largest width among the nodes it leads to. */
    private double exitWidth(int from, int to) {
        double width = 0;
        for (int b = q.firstBranch()[q.firstChoice()[from]]; b < q.firstBranch()[q.firstChoice()[to]]; b++) {
            int t = q.successor()[b];
            if (t < from || (t >= to && t < q.nodes())) {
                width = Math.max(width, sweeps.width(t));
            }
        }
        return width;
    }

    /** End components of both sides; those of one side alone are nodes of the quotient. With costs, those that are free. */
    private List<int[]> mixedEnds(int from, int to) {
        boolean both = false;
        for (int v = from + 1; v < to && !both; v++) {
            both = q.max()[v] != q.max()[from];
        }
        if (!both) {
            return List.of();
        }
        var nodes = new BitSet();
        nodes.set(from, to);
        var choices = new BitSet();
        for (int c = q.firstChoice()[from]; c < q.firstChoice()[to]; c++) {
            choices.set(c, free(c));
        }
        return Components.ends(q.firstChoice(), q.firstBranch(), q.successor(), nodes, choices);
    }

    private boolean free(int c) {
        return q.gain() == null || q.gain()[c] == 0;
    }

    private boolean shift(List<int[]> mixed) {
        boolean shifted = false;
        for (double tie : new double[] {0, TIE}) {
            for (int[] end : mixed) {
                var nodes = new BitSet();
                for (int v : end) {
                    nodes.set(v);
                }
                var stay = new BitSet();
                for (int v : end) {
                    keepStaying(v, nodes, stay, tie);
                }
                for (int[] part : Components.ends(q.firstChoice(), q.firstBranch(), q.successor(), nodes, stay)) {
                    shifted |= costs ? raise(part, stay) : lower(part, stay);
                }
            }
        }
        return shifted;
    }

    /** The side that gains from waiting keeps the choices that stay; the other those that are best by its own bound. */
    private void keepStaying(int v, BitSet nodes, BitSet stay, double tie) {
        boolean waits = q.max()[v] != costs;
        double best = Double.POSITIVE_INFINITY;
        for (int c = q.firstChoice()[v]; c < q.firstChoice()[v + 1] && !waits; c++) {
            best = Math.min(best, against(c));
        }
        for (int c = q.firstChoice()[v]; c < q.firstChoice()[v + 1]; c++) {
            boolean inside = free(c);
            for (int b = q.firstBranch()[c]; b < q.firstBranch()[c + 1]; b++) {
                inside &= nodes.get(q.successor()[b]);
            }
            if (inside && (waits || against(c) <= best + tie)) {
                stay.set(c);
            }
        }
    }

    private double against(int choice) {
        return costs ? -sweeps.highOf(choice) : sweeps.lowOf(choice);
    }

    /** Waiting for ever is worth nothing to Max: no more than the best way out. Min can always stay. */
    private boolean lower(int[] part, BitSet stay) {
        double best = 0;
        for (int v : part) {
            for (int c = q.firstChoice()[v]; c < q.firstChoice()[v + 1] && q.max()[v]; c++) {
                if (!stay.get(c)) {
                    best = Math.max(best, sweeps.highOf(c));
                }
            }
        }
        boolean lowered = false;
        for (int v : part) {
            if (best < x[2 * v + 1]) {
                x[2 * v + 1] = best;
                highBy[v] = stay.nextSetBit(q.firstChoice()[v]);
                lowered = true;
            }
        }
        return lowered;
    }

    /** Waiting for ever costs Min without end: no less than the cheapest way out. Max can always stay. */
    private boolean raise(int[] part, BitSet stay) {
        double best = Double.POSITIVE_INFINITY;
        for (int v : part) {
            for (int c = q.firstChoice()[v]; c < q.firstChoice()[v + 1] && !q.max()[v]; c++) {
                if (!stay.get(c)) {
                    best = Math.min(best, sweeps.lowOf(c));
                }
            }
        }
        boolean raised = false;
        for (int v : part) {
            if (best > x[2 * v]) {
                x[2 * v] = best;
                lowBy[v] = stay.nextSetBit(q.firstChoice()[v]);
                raised = true;
            }
        }
        return raised;
    }
}

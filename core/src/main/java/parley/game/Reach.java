package parley.game;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The probability that the side of Max can enforce of reaching a target without entering what is to be avoided, as an
 * interval for every state.
 */
final class Reach {
    /** How many sweeps pass before bounds held up by end components are looked at; grows while nothing comes of it. */
    private static final int FIRST_LOOK = 10;

    private static final double TIE = 1e-12;

    private final Arena arena;
    private final Quotient q;
    private final double[] x;
    private final int[] lowBy;
    private final int[] highBy;
    private final Sweeps sweeps;
    private final Limits limits;
    private long count;

    private Reach(Arena arena, Quotient q, Limits limits) {
        this.arena = arena;
        this.q = q;
        this.limits = limits;
        x = new double[2 * (q.nodes() + 2)];
        for (int v = 0; v < q.nodes(); v++) {
            x[2 * v + 1] = 1;
        }
        x[2 * q.won()] = 1;
        x[2 * q.won() + 1] = 1;
        lowBy = new int[q.nodes()];
        highBy = new int[q.nodes()];
        Arrays.fill(lowBy, -1);
        Arrays.fill(highBy, -1);
        sweeps = new Sweeps(q, arena.table(), x, lowBy, highBy);
    }

    static Bounds solve(Arena arena, BitSet target, BitSet avoid, Limits limits) {
        BitSet within = Attractors.complement(arena, avoid);
        within.andNot(target);
        BitSet no = Attractors.prob0(arena, target, within);
        BitSet yes = Attractors.prob1(arena, target, within);
        BitSet undecided = arena.all();
        undecided.andNot(no);
        undecided.andNot(yes);
        var alone = new BitSet();
        undecided.stream().filter(s -> arena.max()[s]).forEach(alone::set);
        BitSet waiting = choicesOf(arena.game(), alone);
        Game game = arena.game();
        List<int[]> groups = Components.ends(game.firstChoice(), game.firstBranch(), game.successor(), alone, waiting);
        Quotient q = Quotient.of(arena, undecided, yes, groups, waiting, null);
        var reach = new Reach(arena, q, limits);
        reach.run();
        return Bounds.of(arena, q, reach.x, reach.lowBy, reach.highBy, reach.count);
    }

    static BitSet choicesOf(Game game, BitSet states) {
        var choices = new BitSet();
        for (int s = states.nextSetBit(0); s >= 0; s = states.nextSetBit(s + 1)) {
            choices.set(game.firstChoice()[s], game.firstChoice()[s + 1]);
        }
        return choices;
    }

    /** Passes over all components until the first state is known well enough, each pass ten times finer. */
    private void run() {
        int start = q.node()[arena.game().initial()];
        double fine = limits.epsilon() / 2;
        boolean moved = true;
        while (moved && !enough(start)) {
            moved = false;
            for (int k = 0; k + 1 < q.first().length; k++) {
                moved |= component(q.first()[k], q.first()[k + 1], start, fine);
            }
            fine /= 10;
            moved &= count < limits.sweeps();
        }
    }

    private boolean enough(int start) {
        if (limits.everywhere()) {
            for (int v = 0; v < q.nodes(); v++) {
                if (!limits.enough(x[2 * v], x[2 * v + 1])) {
                    return false;
                }
            }
            return true;
        }
        return limits.enough(x[2 * start], x[2 * start + 1]);
    }

    /** Returns whether a bound moved. */
    private boolean component(int from, int to, int start, double fine) {
        if (to - from == 1) {
            return sweeps.alone(from, 0);
        }
        boolean here = !limits.everywhere() && start >= from && start < to;
        double goal = exitWidth(from, to) + fine;
        List<int[]> mixed = mixedEnds(from, to);
        double next = FIRST_LOOK;
        double step = FIRST_LOOK;
        boolean moved = false;
        for (int i = 1; count < limits.sweeps(); i++) {
            double width = sweeps.sweep(from, to);
            count++;
            boolean changed = sweeps.changed();
            moved |= changed;
            if (width <= goal || here && limits.enough(x[2 * start], x[2 * start + 1])) {
                return moved;
            }
            if (!mixed.isEmpty() && (i >= next || !changed)) {
                boolean lowered = lower(mixed);
                step = lowered ? FIRST_LOOK : step * 1.5;
                next = i + step;
                changed |= lowered;
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
            if (t < from || t >= to) {
                width = Math.max(width, x[2 * t + 1] - x[2 * t]);
            }
        }
        return width;
    }

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
        choices.set(q.firstChoice()[from], q.firstChoice()[to]);
        return Components.ends(q.firstChoice(), q.firstBranch(), q.successor(), nodes, choices);
    }

    /** Waiting for ever in an end component is worth nothing: no more than the best way out of it. */
    private boolean lower(List<int[]> mixed) {
        boolean lowered = false;
        for (double tie : new double[] {0, TIE}) {
            for (int[] end : mixed) {
                var nodes = new BitSet();
                var stay = new BitSet();
                for (int v : end) {
                    nodes.set(v);
                }
                for (int v : end) {
                    keepStaying(v, nodes, stay, tie);
                }
                for (int[] part : Components.ends(
                        q.firstChoice(), q.firstBranch(), q.successor(), nodes, stay)) {
                    lowered |= lowerPart(part, stay);
                }
            }
        }
        return lowered;
    }

    private void keepStaying(int v, BitSet nodes, BitSet stay, double tie) {
        double least = Double.POSITIVE_INFINITY;
        for (int c = q.firstChoice()[v]; c < q.firstChoice()[v + 1] && !q.max()[v]; c++) {
            least = Math.min(least, sweeps.lowOf(c));
        }
        for (int c = q.firstChoice()[v]; c < q.firstChoice()[v + 1]; c++) {
            boolean inside = true;
            for (int b = q.firstBranch()[c]; b < q.firstBranch()[c + 1]; b++) {
                inside &= nodes.get(q.successor()[b]);
            }
            if (inside && (q.max()[v] || sweeps.lowOf(c) <= least + tie)) {
                stay.set(c);
            }
        }
    }

    private boolean lowerPart(int[] part, BitSet stay) {
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
}

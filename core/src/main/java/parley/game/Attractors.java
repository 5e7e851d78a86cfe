package parley.game;

import java.util.Arrays;
import java.util.BitSet;

/** Questions without numbers: who can bring the game to a target at all, whatever chance does, or with probability 1. */
final class Attractors {
    private Attractors() {}

    /**
     * The states attracted, with a way down.
     *
     * @param states the attracted states, targets among them
     * @param rank 0 in the target, −1 outside; elsewhere larger than in some successor of every choice that counts
     * @param choice for the attracting side's states a choice that goes down, else −1
     */
    record Attracted(BitSet states, int[] rank, int[] choice) {}

    /**
     * The states of {@code within} from which a side reaches {@code target} with positive probability whatever the
     * other side does. Choices in {@code barred} cannot be used by that side. O(branches).
     */
    static Attracted possibly(Arena arena, BitSet target, boolean side, BitSet within, BitSet barred) {
        int[] need = needs(arena, side);
        var hit = new BitSet(arena.source().length);
        var rank = new int[arena.states()];
        var choice = new int[arena.states()];
        Arrays.fill(rank, -1);
        Arrays.fill(choice, -1);
        var queue = new int[arena.states()];
        int end = seed(target, rank, queue);
        int[] first = arena.intoFirst();
        for (int at = 0; at < end; at++) {
            for (int i = first[queue[at]]; i < first[queue[at] + 1]; i++) {
                int c = arena.into()[i];
                int s = arena.source()[c];
                if (rank[s] >= 0 || hit.get(c) || !within.get(s) || (arena.max()[s] == side && barred.get(c))) {
                    continue;
                }
                hit.set(c);
                if (--need[s] == 0) {
                    rank[s] = end;
                    choice[s] = arena.max()[s] == side ? c : -1;
                    queue[end++] = s;
                }
            }
        }
        return new Attracted(set(queue, end), rank, choice);
    }

    /** As {@link #possibly}, with chance hostile too: a choice counts when all its successors are attracted. */
    static Attracted surely(Arena arena, BitSet target, boolean side, BitSet within) {
        int[] need = needs(arena, side);
        int[] firstBranch = arena.game().firstBranch();
        var miss = new int[arena.source().length];
        for (int c = 0; c < miss.length; c++) {
            miss[c] = firstBranch[c + 1] - firstBranch[c];
        }
        var rank = new int[arena.states()];
        var choice = new int[arena.states()];
        Arrays.fill(rank, -1);
        Arrays.fill(choice, -1);
        var queue = new int[arena.states()];
        int end = seed(target, rank, queue);
        int[] first = arena.intoFirst();
        for (int at = 0; at < end; at++) {
            for (int i = first[queue[at]]; i < first[queue[at] + 1]; i++) {
                int c = arena.into()[i];
                int s = arena.source()[c];
                if (rank[s] < 0 && within.get(s) && --miss[c] == 0 && --need[s] == 0) {
                    rank[s] = end;
                    choice[s] = arena.max()[s] == side ? c : -1;
                    queue[end++] = s;
                }
            }
        }
        return new Attracted(set(queue, end), rank, choice);
    }

    /**
     * The states of {@code within} from which a side reaches {@code target} with probability 1. O(branches) a round, few
     * rounds in practice.
     */
    static Attracted almostSurely(Arena arena, BitSet target, boolean side, BitSet within) {
        return almostSurely(arena, target, side, within, new int[arena.states()]);
    }

    /**
     * As {@link #almostSurely(Arena, BitSet, boolean, BitSet)}.
     *
     * @param lost is filled with why the others are lost: −1 where they are not; from each of these states the other
     *     side and chance come to a lower rank with some probability, or stay for ever where no rank is higher
     */
    static Attracted almostSurely(Arena arena, BitSet target, boolean side, BitSet within, int[] lost) {
        var inside = (BitSet) within.clone();
        inside.or(target);
        var barred = new BitSet(arena.source().length);
        Arrays.fill(lost, -1);
        // What is left out from the beginning is as bad as what turns out to be lost.
        int next = remove(arena, target, side, inside, complement(arena, inside), barred, lost, 0);
        while (true) {
            Attracted reach = possibly(arena, target, side, inside, barred);
            var gone = (BitSet) inside.clone();
            gone.andNot(reach.states());
            if (gone.isEmpty()) {
                return reach;
            }
            gone.or(complement(arena, inside));
            next = remove(arena, target, side, inside, gone, barred, lost, next);
        }
    }

    /**
     * Takes out the states from which the other side and chance come to {@code outside} with positive probability.
     * Returns the next rank.
     */
    private static int remove(
            Arena arena,
            BitSet target,
            boolean side,
            BitSet inside,
            BitSet outside,
            BitSet barred,
            int[] lost,
            int first) {
        var open = (BitSet) inside.clone();
        open.andNot(target);
        Attracted gone = possibly(arena, outside, !side, open, new BitSet());
        int next = first;
        for (int s = gone.states().nextSetBit(0); s >= 0; s = gone.states().nextSetBit(s + 1)) {
            if (lost[s] < 0) {
                lost[s] = first + gone.rank()[s];
                next = Math.max(next, lost[s] + 1);
            }
        }
        inside.andNot(gone.states());
        barInto(arena, gone.states(), barred);
        return next;
    }

    /** Where the side of Max cannot reach the target at all. */
    static BitSet prob0(Arena arena, BitSet target, BitSet within) {
        return complement(
                arena, possibly(arena, target, true, within, new BitSet()).states());
    }

    /** Where the side of Max reaches the target with probability 1. */
    static BitSet prob1(Arena arena, BitSet target, BitSet within) {
        return almostSurely(arena, target, true, within).states();
    }

    static BitSet complement(Arena arena, BitSet states) {
        BitSet rest = arena.all();
        rest.andNot(states);
        return rest;
    }

    private static void barInto(Arena arena, BitSet states, BitSet barred) {
        for (int t = states.nextSetBit(0); t >= 0; t = states.nextSetBit(t + 1)) {
            for (int i = arena.intoFirst()[t]; i < arena.intoFirst()[t + 1]; i++) {
                barred.set(arena.into()[i]);
            }
        }
    }

    /** How many choices of a state still have to hit: one for the side, all for the other. */
    private static int[] needs(Arena arena, boolean side) {
        var need = new int[arena.states()];
        int[] firstChoice = arena.game().firstChoice();
        for (int s = 0; s < need.length; s++) {
            need[s] = arena.max()[s] == side ? 1 : firstChoice[s + 1] - firstChoice[s];
        }
        return need;
    }

    private static int seed(BitSet target, int[] rank, int[] queue) {
        int end = 0;
        for (int t = target.nextSetBit(0); t >= 0; t = target.nextSetBit(t + 1)) {
            rank[t] = 0;
            queue[end++] = t;
        }
        return end;
    }

    private static BitSet set(int[] queue, int end) {
        var states = new BitSet();
        for (int i = 0; i < end; i++) {
            states.set(queue[i]);
        }
        return states;
    }
}

package parley.game;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Values in fractions, by strategy iteration: one side keeps a strategy that is improved where it can be, the other
 * answers it as well as possible, each chain is solved exactly. Of probabilities Max keeps one, of costs Min, who must
 * arrive. What it ends with is a fixed point that this side reaches, therefore the value.
 */
final class Exact {
    private final Arena arena;
    private final BitSet target;
    private final BitSet avoid;
    private final Fraction @Nullable [] gain;
    private final boolean keeper;
    private final int[] choice;
    private final Budget budget;

    private Exact(Arena arena, BitSet target, BitSet avoid, Fraction @Nullable [] gain, int[] choice, Budget budget) {
        this.arena = arena;
        this.target = target;
        this.avoid = avoid;
        this.gain = gain;
        keeper = gain == null;
        this.choice = choice;
        this.budget = budget;
    }

    /** Work in words of 64 bits; {@link #spent} says that it is used up. */
    static final class Budget {
        private long left;

        Budget(long words) {
            left = words;
        }

        boolean spent() {
            return left < 0;
        }

        void use(Fraction result) {
            left -= 2 + (result.numerator().bitLength() + result.denominator().bitLength()) / 64;
        }
    }

    /**
     * Returns the value of each state, or {@code null} if the budget or the size of a component forbids it. Infinite
     * costs are {@code null} in the array.
     *
     * @param within the states to solve; with costs those where Min arrives almost surely
     * @param guess a choice of each state to begin with; with costs Min's must be proper
     */
    static Fraction @Nullable [] values(
            Arena arena,
            BitSet target,
            BitSet avoid,
            BitSet within,
            Fraction @Nullable [] gain,
            int[] guess,
            Budget budget) {
        int[] choice = guess.clone();
        for (int s = 0; s < choice.length; s++) {
            choice[s] = choice[s] < 0 ? arena.game().firstChoice()[s] : choice[s];
        }
        return new Exact(arena, target, avoid, gain, choice, budget).run(within);
    }

    private Fraction @Nullable [] run(BitSet within) {
        while (true) {
            BitSet open = open(within);
            Fraction[] values = answered(open, within);
            if (values == null) {
                return null;
            }
            if (!improve(values, within, keeper)) {
                return values;
            }
        }
    }

    /** Where the keeper's strategy leads to the target at all; elsewhere the chance is 0. */
    private BitSet open(BitSet within) {
        var open = (BitSet) within.clone();
        if (gain == null) {
            var barred = new BitSet();
            for (int c = 0; c < arena.source().length; c++) {
                barred.set(c, choice[arena.source()[c]] != c);
            }
            BitSet rest = Attractors.complement(arena, avoid);
            open.and(Attractors.possibly(arena, target, true, rest, barred).states());
        }
        open.andNot(target);
        return open;
    }

    private Fraction @Nullable [] answered(BitSet open, BitSet within) {
        while (true) {
            var values = new Fraction[arena.states()];
            Arrays.fill(values, Fraction.ZERO);
            target.stream().forEach(s -> values[s] = gain == null ? Fraction.ONE : Fraction.ZERO);
            if (!new Chain(arena.game(), choice, open, gain, budget).solve(values)) {
                return null;
            }
            if (!improve(values, gain == null ? open : within, !keeper)) {
                return values;
            }
        }
    }

    /** Switches to strictly better choices of a side; returns whether there were any. */
    private boolean improve(Fraction[] values, BitSet states, boolean side) {
        boolean switched = false;
        for (int s = states.nextSetBit(0); s >= 0; s = states.nextSetBit(s + 1)) {
            if (arena.max()[s] != side || target.get(s) || avoid.get(s)) {
                continue;
            }
            Fraction best = values[s];
            for (int c = arena.game().firstChoice()[s]; c < arena.game().firstChoice()[s + 1]; c++) {
                Fraction value = usable(c, states) ? worth(c, values) : best;
                int order = value.compareTo(best);
                if (side ? order > 0 : order < 0) {
                    best = value;
                    choice[s] = c;
                    switched = true;
                }
            }
        }
        return switched;
    }

    /** With costs a choice that leaves the states where Min arrives is infinitely bad. */
    private boolean usable(int c, BitSet states) {
        for (int b = arena.game().firstBranch()[c];
                gain != null && b < arena.game().firstBranch()[c + 1];
                b++) {
            int t = arena.game().successor()[b];
            if (!states.get(t) && !target.get(t)) {
                return false;
            }
        }
        return true;
    }

    private Fraction worth(int c, Fraction[] values) {
        Game game = arena.game();
        Fraction sum = gain == null ? Fraction.ZERO : gain[c];
        for (int b = game.firstBranch()[c]; b < game.firstBranch()[c + 1]; b++) {
            Fraction value = values[game.successor()[b]];
            if (value.signum() != 0) {
                sum = sum.plus(game.chances().get(game.chance()[b]).low().times(value));
                budget.use(sum);
            }
        }
        return sum;
    }
}

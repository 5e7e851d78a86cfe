package parley.game;

import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ways that lead somewhere. The best choice at the end may wait for ever in a tie; these strategies keep the bound and
 * come nearer to the target.
 */
public final class Ranks {
    private Ranks() {}

    /**
     * A strategy that arrives.
     *
     * @param choice for the states of the side that wants to arrive, a choice that keeps the bound; else −1
     * @param rank 0 in the target, −1 where the bound says nothing
     */
    public record Way(int[] choice, int[] rank) {}

    /** For Max and a lower bound of a probability. */
    static Way up(Arena arena, BitSet target, BitSet avoid, Bounds bounds) {
        double[] low = bounds.low();
        var within = new BitSet();
        for (int s = 0; s < low.length; s++) {
            if (low[s] > 0 && !avoid.get(s)) {
                within.set(s);
            }
        }
        var barred = new BitSet();
        for (int c = 0; c < arena.source().length; c++) {
            int s = arena.source()[c];
            if (arena.max()[s] && bounds.lowChoice()[s] != c && !keepsLow(arena, c, low[s], low, 0)) {
                barred.set(c);
            }
        }
        return way(Attractors.possibly(arena, target, true, within, barred));
    }

    /** For Min and an upper bound of a cost. */
    static Way down(Arena arena, BitSet target, Bounds bounds, double[] gain) {
        double[] high = bounds.high();
        var within = new BitSet();
        for (int s = 0; s < high.length; s++) {
            if (high[s] < Double.POSITIVE_INFINITY) {
                within.set(s);
            }
        }
        var barred = new BitSet();
        for (int c = 0; c < arena.source().length; c++) {
            int s = arena.source()[c];
            if (!arena.max()[s] && bounds.highChoice()[s] != c && !keepsHigh(arena, c, high[s], high, gain[c])) {
                barred.set(c);
            }
        }
        return way(Attractors.possibly(arena, target, false, within, barred));
    }

    private static Way way(Attractors.Attracted attracted) {
        return new Way(attracted.choice(), attracted.rank());
    }

    /** Exactly: a mean of values none of which is lower is not lower. */
    static boolean keepsLow(Arena arena, int c, double value, double[] low, double gain) {
        Game game = arena.game();
        double sum = gain;
        boolean none = true;
        for (int b = game.firstBranch()[c]; b < game.firstBranch()[c + 1]; b++) {
            double next = low[game.successor()[b]];
            none &= next >= value;
            sum += arena.table()[game.chance()[b]] * next;
        }
        return none || Rounding.down(sum, game.firstBranch()[c + 1] - game.firstBranch()[c] + 1) >= value;
    }

    private static boolean keepsHigh(Arena arena, int c, double value, double[] high, double gain) {
        Game game = arena.game();
        double sum = gain;
        boolean none = gain == 0;
        for (int b = game.firstBranch()[c]; b < game.firstBranch()[c + 1]; b++) {
            double next = high[game.successor()[b]];
            none &= next <= value;
            sum += arena.table()[game.chance()[b]] * next;
        }
        return none || Rounding.up(sum, game.firstBranch()[c + 1] - game.firstBranch()[c] + 1) <= value;
    }

    /** For Max and exact values. */
    static Way up(Arena arena, BitSet target, BitSet avoid, Fraction[] values) {
        var within = new BitSet();
        for (int s = 0; s < values.length; s++) {
            within.set(s, values[s].signum() > 0 && !avoid.get(s));
        }
        var barred = new BitSet();
        for (int c = 0; c < arena.source().length; c++) {
            int s = arena.source()[c];
            barred.set(c, arena.max()[s] && !Objects.equals(mean(arena, c, Fraction.ZERO, values), values[s]));
        }
        return way(Attractors.possibly(arena, target, true, within, barred));
    }

    /** For Min and exact costs, of which infinite ones are {@code null}. */
    static Way down(Arena arena, BitSet target, @Nullable Fraction[] values, Fraction[] gains) {
        var within = new BitSet();
        for (int s = 0; s < values.length; s++) {
            within.set(s, values[s] != null);
        }
        var barred = new BitSet();
        for (int c = 0; c < arena.source().length; c++) {
            int s = arena.source()[c];
            barred.set(c, !arena.max()[s] && !Objects.equals(mean(arena, c, gains[c], values), values[s]));
        }
        return way(Attractors.possibly(arena, target, false, within, barred));
    }

    private static @Nullable Fraction mean(Arena arena, int c, Fraction gain, @Nullable Fraction[] values) {
        Game game = arena.game();
        Fraction sum = gain;
        for (int b = game.firstBranch()[c]; b < game.firstBranch()[c + 1]; b++) {
            Fraction value = values[game.successor()[b]];
            if (value == null) {
                return null;
            }
            sum = sum.plus(game.chances().get(game.chance()[b]).low().times(value));
        }
        return sum;
    }
}

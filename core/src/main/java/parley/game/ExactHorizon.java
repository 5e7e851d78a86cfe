package parley.game;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Finite horizons in fractions, for models that are small enough. */
final class ExactHorizon {
    private ExactHorizon() {}

    /** As {@link Horizon#reach}. */
    static Fraction @Nullable [] reach(
            Arena arena, BitSet avoid, BitSet target, int wait, int steps, Exact.@Nullable Budget budget) {
        var fixed = (BitSet) target.clone();
        fixed.or(avoid);
        Fraction[] values = run(arena, indicator(arena, target), fixed, true, null, steps, budget);
        return values == null ? null : run(arena, values, avoid, false, null, wait, budget);
    }

    static Fraction @Nullable [] after(
            Arena arena, BitSet avoid, Fraction[] values, int steps, Exact.@Nullable Budget budget) {
        return run(arena, values.clone(), avoid, false, null, steps, budget);
    }

    static Fraction @Nullable [] collected(Arena arena, Fraction[] gains, int steps, Exact.@Nullable Budget budget) {
        return run(arena, indicator(arena, new BitSet()), new BitSet(), true, gains, steps, budget);
    }

    private static Fraction[] indicator(Arena arena, BitSet states) {
        var values = new Fraction[arena.states()];
        Arrays.fill(values, Fraction.ZERO);
        states.stream().forEach(s -> values[s] = Fraction.ONE);
        return values;
    }

    private static Fraction @Nullable [] run(
            Arena arena,
            Fraction[] values,
            BitSet fixed,
            boolean worth,
            Fraction @Nullable [] gains,
            int steps,
            Exact.@Nullable Budget budget) {
        if (budget == null) {
            return null;
        }
        instant(arena, values, budget);
        Fraction[] now = values;
        for (int k = 0; k < steps; k++) {
            Fraction[] next = now.clone();
            for (int s = 0; s < arena.ordinary(); s++) {
                if (!fixed.get(s)) {
                    next[s] = best(arena, s, now, gains, budget);
                } else if (!worth) {
                    next[s] = Fraction.ZERO;
                }
            }
            instant(arena, next, budget);
            if (budget.spent()) {
                return null;
            }
            now = next;
        }
        return now;
    }

    private static void instant(Arena arena, Fraction[] values, Exact.Budget budget) {
        for (int s = arena.ordinary(); s < arena.states(); s++) {
            values[s] = best(arena, s, values, null, budget);
        }
    }

    private static Fraction best(
            Arena arena, int s, Fraction[] values, Fraction @Nullable [] gains, Exact.Budget budget) {
        Game game = arena.game();
        Fraction best = null;
        for (int c = game.firstChoice()[s]; c < game.firstChoice()[s + 1]; c++) {
            Fraction sum = gains == null ? Fraction.ZERO : gains[c];
            for (int b = game.firstBranch()[c]; b < game.firstBranch()[c + 1]; b++) {
                Fraction value = values[game.successor()[b]];
                if (value.signum() != 0) {
                    sum = sum.plus(game.chances().get(game.chance()[b]).low().times(value));
                    budget.use(sum);
                }
            }
            if (best == null || (arena.max()[s] ? sum.compareTo(best) > 0 : sum.compareTo(best) < 0)) {
                best = sum;
            }
        }
        if (best == null) {
            throw new IllegalStateException("State " + s + " has no choice.");
        }
        return best;
    }
}

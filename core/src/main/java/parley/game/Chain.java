package parley.game;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A Markov chain in fractions: the game with a choice fixed in every state. */
final class Chain {
    /** Elimination is cubic. */
    private static final int LARGEST_COMPONENT = 300;

    private final Game game;
    private final int[] choice;
    private final int[] states;
    private final int[] index;
    private final Fraction @Nullable [] gain;
    private final Exact.Budget budget;

    /** @param open the states to solve, from each of which the chain leaves them with positive probability */
    Chain(Game game, int[] choice, BitSet open, Fraction @Nullable [] gain, Exact.Budget budget) {
        this.game = game;
        this.choice = choice;
        this.gain = gain;
        this.budget = budget;
        states = open.stream().toArray();
        index = new int[game.states()];
        java.util.Arrays.fill(index, -1);
        for (int i = 0; i < states.length; i++) {
            index[states[i]] = i;
        }
    }

    /** Fills in {@code values} at the open states; the others are given. Returns whether it could. */
    boolean solve(Fraction[] values) {
        var first = new int[states.length + 1];
        var to = new Ints();
        for (int i = 0; i < states.length; i++) {
            int c = choice[states[i]];
            for (int b = game.firstBranch()[c]; b < game.firstBranch()[c + 1]; b++) {
                if (index[game.successor()[b]] >= 0) {
                    to.add(index[game.successor()[b]]);
                }
            }
            first[i + 1] = to.size();
        }
        Components.Sorted sorted = Components.sorted(states.length, first, to.toArray());
        for (int k = 0; k < sorted.count(); k++) {
            int size = sorted.first()[k + 1] - sorted.first()[k];
            if (size > LARGEST_COMPONENT || budget.spent()) {
                return false;
            }
            var component = new int[size];
            for (int i = 0; i < size; i++) {
                component[i] = states[sorted.order()[sorted.first()[k] + i]];
            }
            if (!eliminate(component, values)) {
                return false;
            }
        }
        return true;
    }

    /** x_i = b_i + Σ a_ij x_j: takes out one unknown after the other, then puts them in backwards. */
    private boolean eliminate(int[] component, Fraction[] values) {
        var place = new TreeMap<Integer, Integer>();
        for (int i = 0; i < component.length; i++) {
            place.put(component[i], i);
        }
        var constants = new Fraction[component.length];
        List<TreeMap<Integer, Fraction>> rows = new ArrayList<>();
        for (int i = 0; i < component.length; i++) {
            var row = new TreeMap<Integer, Fraction>();
            constants[i] = row(component[i], place, values, row);
            rows.add(row);
        }
        for (int i = 0; i < component.length; i++) {
            takeLoop(rows.get(i), constants, i);
            for (int k = i + 1; k < component.length; k++) {
                Fraction factor = rows.get(k).remove(i);
                if (factor != null) {
                    substitute(rows.get(k), factor, rows.get(i));
                    constants[k] = constants[k].plus(factor.times(constants[i]));
                }
            }
            if (budget.spent()) {
                return false;
            }
        }
        for (int i = component.length - 1; i >= 0; i--) {
            Fraction sum = constants[i];
            for (var entry : rows.get(i).entrySet()) {
                sum = sum.plus(entry.getValue().times(values[component[entry.getKey()]]));
            }
            values[component[i]] = sum;
        }
        return true;
    }

    private Fraction row(int state, Map<Integer, Integer> place, Fraction[] values, Map<Integer, Fraction> row) {
        int c = choice[state];
        Fraction constant = gain == null ? Fraction.ZERO : gain[c];
        for (int b = game.firstBranch()[c]; b < game.firstBranch()[c + 1]; b++) {
            Fraction p = game.chances().get(game.chance()[b]).low();
            Integer at = place.get(game.successor()[b]);
            if (at == null) {
                constant = constant.plus(p.times(values[game.successor()[b]]));
            } else {
                row.merge(at, p, Fraction::plus);
            }
        }
        budget.use(constant);
        return constant;
    }

    private static void takeLoop(Map<Integer, Fraction> row, Fraction[] constants, int i) {
        Fraction loop = row.remove(i);
        if (loop != null) {
            Fraction scale = Fraction.ONE.over(Fraction.ONE.minus(loop));
            row.replaceAll((_, p) -> p.times(scale));
            constants[i] = constants[i].times(scale);
        }
    }

    private void substitute(Map<Integer, Fraction> row, Fraction factor, Map<Integer, Fraction> by) {
        by.forEach((j, p) -> {
            Fraction sum = row.merge(j, factor.times(p), Fraction::plus);
            budget.use(sum);
        });
    }
}

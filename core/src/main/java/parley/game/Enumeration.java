package parley.game;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The slow and obvious way: every pair of memoryless strategies, each chain solved in fractions. The oracle of the
 * tests; shares nothing with the engine but the game.
 */
public final class Enumeration {
    private final Game game;
    private final BitSet max;
    private final BitSet target;
    private final Game.@Nullable Rewards rewards;

    /** @param rewards what is collected until the target, infinite where it is missed; {@code null} for probabilities */
    public Enumeration(Game game, BitSet max, BitSet target, Game.@Nullable Rewards rewards) {
        this.game = game;
        this.max = max;
        this.target = target;
        this.rewards = rewards;
    }

    /** How many pairs there are. */
    public long pairs() {
        long pairs = 1;
        for (int s = 0; s < game.states(); s++) {
            pairs *= game.firstChoice()[s + 1] - game.firstChoice()[s];
        }
        return pairs;
    }

    /** Returns the value of every state; {@code null} is infinite. */
    public List<@Nullable Fraction> values() {
        var best = new @Nullable Fraction[game.states()];
        boolean any = false;
        int[] mine = first();
        do {
            @Nullable Fraction[] worst = against(mine);
            if (!any) {
                best = worst;
            } else {
                for (int s = 0; s < best.length; s++) {
                    best[s] = less(best[s], worst[s]) ? worst[s] : best[s];
                }
            }
            any = true;
        } while (next(mine, true));
        return new ArrayList<>(java.util.Arrays.asList(best));
    }

    private @Nullable Fraction[] against(int[] mine) {
        int[] both = mine.clone();
        @Nullable Fraction[] worst = chain(both);
        while (next(both, false)) {
            @Nullable Fraction[] values = chain(both);
            for (int s = 0; s < worst.length; s++) {
                worst[s] = less(values[s], worst[s]) ? values[s] : worst[s];
            }
        }
        return worst;
    }

    private static boolean less(@Nullable Fraction a, @Nullable Fraction b) {
        return a != null && (b == null || a.compareTo(b) < 0);
    }

    private int[] first() {
        var choices = new int[game.states()];
        System.arraycopy(game.firstChoice(), 0, choices, 0, choices.length);
        return choices;
    }

    /** The next strategy of one side; {@code false} after the last, with the first again. */
    private boolean next(int[] choices, boolean side) {
        for (int s = 0; s < choices.length; s++) {
            if (max.get(game.owner()[s]) == side) {
                if (++choices[s] < game.firstChoice()[s + 1]) {
                    return true;
                }
                choices[s] = game.firstChoice()[s];
            }
        }
        return false;
    }

    private @Nullable Fraction[] chain(int[] choices) {
        BitSet can = reaching(choices, target, target);
        var values = new @Nullable Fraction[choices.length];
        var cannot = new BitSet();
        cannot.set(0, choices.length);
        cannot.andNot(can);
        // With rewards, states from which the target may be missed are infinite.
        BitSet missing = rewards == null ? cannot : reaching(choices, cannot, target);
        var open = new ArrayList<Integer>();
        for (int s = 0; s < choices.length; s++) {
            if (target.get(s)) {
                values[s] = rewards == null ? Fraction.ONE : Fraction.ZERO;
            } else if (missing.get(s)) {
                values[s] = rewards == null ? Fraction.ZERO : null;
            } else {
                open.add(s);
            }
        }
        solve(open, choices, values);
        return values;
    }

    private BitSet reaching(int[] choices, BitSet goal, BitSet absorbing) {
        var found = (BitSet) goal.clone();
        boolean more = true;
        while (more) {
            more = false;
            for (int s = 0; s < choices.length; s++) {
                if (!found.get(s) && !absorbing.get(s)) {
                    for (int b = game.firstBranch()[choices[s]]; b < game.firstBranch()[choices[s] + 1]; b++) {
                        if (found.get(game.successor()[b]) && !found.get(s)) {
                            found.set(s);
                            more = true;
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Gaussian elimination of x = b + P x. */
    private void solve(List<Integer> open, int[] choices, @Nullable Fraction[] values) {
        int n = open.size();
        var rows = new Fraction[n][n + 1];
        for (int i = 0; i < n; i++) {
            row(open, choices[open.get(i)], open.get(i), values, rows[i]);
            rows[i][i] = rows[i][i].plus(Fraction.ONE);
        }
        for (int i = 0; i < n; i++) {
            int pivot = i;
            while (rows[pivot][i].signum() == 0) {
                pivot++;
            }
            Fraction[] swap = rows[i];
            rows[i] = rows[pivot];
            rows[pivot] = swap;
            for (int k = 0; k < n; k++) {
                if (k != i && rows[k][i].signum() != 0) {
                    Fraction factor = rows[k][i].over(rows[i][i]);
                    for (int j = i; j <= n; j++) {
                        if (rows[i][j].signum() != 0) {
                            rows[k][j] = rows[k][j].minus(factor.times(rows[i][j]));
                        }
                    }
                }
            }
        }
        for (int i = 0; i < n; i++) {
            values[open.get(i)] = rows[i][n].over(rows[i][i]);
        }
    }

    private void row(List<Integer> open, int choice, int state, @Nullable Fraction[] values, Fraction[] row) {
        java.util.Arrays.fill(row, Fraction.ZERO);
        int n = open.size();
        if (rewards != null) {
            row[n] = rewards.values()
                    .get(rewards.ofState()[state])
                    .plus(rewards.values().get(rewards.ofChoice()[choice]));
        }
        for (int b = game.firstBranch()[choice]; b < game.firstBranch()[choice + 1]; b++) {
            Fraction p = game.chances().get(game.chance()[b]).low();
            int at = open.indexOf(game.successor()[b]);
            Fraction value = values[game.successor()[b]];
            if (at >= 0) {
                row[at] = row[at].minus(p);
            } else if (value != null) {
                row[n] = row[n].plus(p.times(value));
            }
        }
    }
}

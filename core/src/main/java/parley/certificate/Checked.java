package parley.certificate;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import parley.game.Fraction;
import parley.game.Game;

/** A game and a claim about it, in the words in which claims are checked. */
final class Checked {
    private final Game game;
    private final Certificate claim;
    private final Map<Integer, Certificate.Row> rows = new HashMap<>();

    Checked(Game game, Certificate claim) {
        this.game = game;
        this.claim = claim;
    }

    Game game() {
        return game;
    }

    Certificate claim() {
        return claim;
    }

    /** Takes the rows in, if they speak of what there is. */
    void rows() throws Refused {
        for (Certificate.Row row : claim.rows()) {
            int s = row.state();
            need(s >= 0 && s < game.states(), s, "is no state");
            int c = row.choice();
            need(c == -1 || (c >= game.firstChoice()[s] && c < game.firstChoice()[s + 1]), s, "has a foreign choice");
            need(row.value().signum() >= 0, s, "has a value below 0");
            need(claim.kind() == Certificate.Kind.PATH || rows.put(s, row) == null, s, "has two rows");
        }
    }

    boolean has(int s) {
        return rows.containsKey(s);
    }

    Set<Integer> states() {
        return rows.keySet();
    }

    boolean target(int s) {
        return claim.target().get(s);
    }

    boolean avoided(int s) {
        return claim.avoid().get(s);
    }

    void startAtLeastBound() throws Refused {
        need(claim.bound().compareTo(value(game.initial())) <= 0, game.initial(), "has less than the bound");
    }

    void startAtMostBound() throws Refused {
        need(claim.bound().compareTo(value(game.initial())) >= 0, game.initial(), "has more than the bound");
    }

    int[] layers(int s) {
        Certificate.Row row = rows.get(s);
        return row == null ? new int[0] : row.layers();
    }

    /** The side that {@code chooses} needs its one choice, or if it names none any one; the other all of its choices. */
    void everyMove(int s, boolean chooses, IntPredicate holds, String why) throws Refused {
        int chosen = rows.containsKey(s) ? rows.get(s).choice() : -1;
        boolean one = false;
        boolean every = true;
        for (int c = game.firstChoice()[s]; c < game.firstChoice()[s + 1]; c++) {
            boolean good = (!chooses || chosen < 0 || chosen == c) && holds.test(c);
            one |= good;
            every &= good;
        }
        need(chooses ? one : every, s, why);
    }

    boolean isMax(int s) {
        return claim.max().get(game.owner()[s]);
    }

    Fraction value(int s) {
        Certificate.Row row = rows.get(s);
        return row == null ? Fraction.ZERO : row.value();
    }

    int rank(int s) {
        Certificate.Row row = rows.get(s);
        return row == null ? -1 : row.rank();
    }

    Fraction expected(int choice) {
        return sum(choice, this::value);
    }

    Fraction sum(int choice, IntFunction<Fraction> values) {
        Fraction sum = Fraction.ZERO;
        for (int b = game.firstBranch()[choice]; b < game.firstBranch()[choice + 1]; b++) {
            Fraction p = game.chances().get(game.chance()[b]).low();
            sum = sum.plus(p.times(values.apply(game.successor()[b])));
        }
        return sum;
    }

    Fraction cost(int s, int choice) {
        return gain(s, choice).plus(expected(choice));
    }

    Fraction gain(int s, int choice) {
        Game.Rewards rewards = Objects.requireNonNull(game.rewards().get(claim.rewards()));
        return stateGain(s).plus(rewards.values().get(rewards.ofChoice()[choice]));
    }

    Fraction stateGain(int s) {
        Game.Rewards rewards = Objects.requireNonNull(game.rewards().get(claim.rewards()));
        return rewards.values().get(rewards.ofState()[s]);
    }

    boolean any(int choice, IntPredicate holds) {
        for (int b = game.firstBranch()[choice]; b < game.firstBranch()[choice + 1]; b++) {
            if (holds.test(game.successor()[b])) {
                return true;
            }
        }
        return false;
    }

    boolean all(int choice, IntPredicate holds) {
        return !any(choice, holds.negate());
    }

    static void need(boolean holds, int state, String why) throws Refused {
        if (!holds) {
            throw new Refused("state " + state + " " + why);
        }
    }

    /** The first reason why a claim is not proved. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        private Refused(String why) {
            super(why);
        }
    }
}

package parley.certificate;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import parley.game.Fraction;
import parley.game.Game;

/**
 * Checks certificates against a game. Uses nothing of the engine; compares fractions, without any tolerance.
 *
 * <p>An answer is {@code empty} if the certificate proves its claim, else the first reason why it does not.
 */
public final class CertificateChecker {
    /** Where the denominator of a sweep grows beyond this, the value is rounded against the claim. */
    private static final int MOST_BITS = 512;

    private static final BigInteger GRID = BigInteger.ONE.shiftLeft(256);

    private final Game game;
    private final Certificate claim;
    private final Map<Integer, Certificate.Row> rows = new HashMap<>();

    private CertificateChecker(Game game, Certificate claim) {
        this.game = game;
        this.claim = claim;
    }

    public static Optional<String> check(Game game, String hash, Certificate claim) {
        if (!hash.equals(claim.model())) {
            return Optional.of("it speaks of another model");
        }
        if (game.chances().stream().anyMatch(chance -> !chance.exact())) {
            return Optional.of("the model has intervals; check it with nature's choices written out");
        }
        try {
            new CertificateChecker(game, claim).check();
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private void check() throws Refused {
        boolean costs = Set.of(Certificate.Kind.COST_AT_LEAST, Certificate.Kind.COST_AT_MOST)
                .contains(claim.kind());
        need(!costs || game.rewards().containsKey(claim.rewards()), game.initial(), "has no such rewards");
        for (Certificate.Row row : claim.rows()) {
            int s = row.state();
            need(s >= 0 && s < game.states(), s, "is no state");
            int c = row.choice();
            need(c == -1 || (c >= game.firstChoice()[s] && c < game.firstChoice()[s + 1]), s, "has a foreign choice");
            need(row.value().signum() >= 0, s, "has a value below 0");
            need(claim.kind() == Certificate.Kind.PATH || rows.put(s, row) == null, s, "has two rows");
        }
        switch (claim.kind()) {
            case NEVER -> never();
            case PATH -> path();
            case SURELY -> ensured(true);
            case ALMOST_SURELY -> ensured(false);
            case VALUE_AT_LEAST -> valueAtLeast();
            case VALUE_AT_MOST -> valueAtMost();
            case COST_AT_LEAST -> costAtLeast();
            case COST_AT_MOST -> costAtMost();
            case HORIZON_AT_LEAST -> horizon(true);
            case HORIZON_AT_MOST -> horizon(false);
        }
    }

    private void never() throws Refused {
        need(rows.containsKey(game.initial()), game.initial(), "is outside the closed set");
        for (int s : rows.keySet()) {
            need(!claim.target().get(s), s, "is a target");
            everyMove(s, isMax(s), c -> all(c, rows::containsKey), "leaves the closed set");
        }
    }

    private void path() throws Refused {
        int at = game.initial();
        Certificate.@Nullable Row before = null;
        for (Certificate.Row row : claim.rows()) {
            int to = row.state();
            boolean follows = before == null ? to == at : before.choice() >= 0 && any(before.choice(), t -> t == to);
            need(follows, to, "does not follow on the path");
            before = row;
            at = to;
        }
        need(claim.target().get(at), at, "ends the path and is no target");
    }

    private void ensured(boolean surely) throws Refused {
        need(rank(game.initial()) >= 0, game.initial(), "is outside the set");
        for (int s : rows.keySet()) {
            int rank = rank(s);
            need(rank >= 0 && !claim.avoid().get(s), s, "must be avoided or has no rank");
            if (claim.target().get(s)) {
                continue;
            }
            IntPredicate down = t -> rank(t) >= 0 && rank(t) < rank;
            IntPredicate stays = t -> rank(t) >= 0;
            everyMove(s, isMax(s), c -> all(c, surely ? down : stays) && any(c, down), "does not come nearer");
        }
    }

    private void valueAtLeast() throws Refused {
        for (Certificate.Row row : claim.rows()) {
            int s = row.state();
            need(row.value().compareTo(Fraction.ONE) <= 0, s, "has a value above 1");
            if (claim.target().get(s) || row.value().signum() == 0) {
                continue;
            }
            need(!claim.avoid().get(s), s, "must be avoided, but has a value");
            IntPredicate down = t -> value(t).signum() > 0 && rank(t) >= 0 && rank(t) < row.rank();
            everyMove(
                    s,
                    isMax(s),
                    c -> row.value().compareTo(expected(c)) <= 0 && any(c, down),
                    "claims more than its choice gives, or comes no nearer");
        }
        need(claim.bound().compareTo(value(game.initial())) <= 0, game.initial(), "has less than the bound");
    }

    private void valueAtMost() throws Refused {
        for (int s = 0; s < game.states(); s++) {
            if (claim.target().get(s)) {
                need(value(s).compareTo(Fraction.ONE) >= 0, s, "is a target worth less than 1");
            } else if (!claim.avoid().get(s)) {
                Fraction value = value(s);
                everyMove(s, !isMax(s), c -> value.compareTo(expected(c)) >= 0, "claims less than a choice gives");
            }
        }
        need(claim.bound().compareTo(value(game.initial())) >= 0, game.initial(), "has more than the bound");
    }

    /** A state without a row may cost anything, also infinitely much. */
    private void costAtMost() throws Refused {
        need(rows.containsKey(game.initial()), game.initial(), "has no value");
        for (Certificate.Row row : claim.rows()) {
            int s = row.state();
            if (claim.target().get(s)) {
                continue;
            }
            IntPredicate down = t -> rank(t) >= 0 && rank(t) < row.rank();
            everyMove(
                    s,
                    !isMax(s),
                    c -> all(c, rows::containsKey)
                            && any(c, down)
                            && row.value().compareTo(cost(s, c)) >= 0,
                    "costs more than claimed, or comes no nearer");
        }
        need(claim.bound().compareTo(value(game.initial())) >= 0, game.initial(), "has more than the bound");
    }

    private void costAtLeast() throws Refused {
        for (Certificate.Row row : claim.rows()) {
            int s = row.state();
            if (claim.target().get(s)) {
                need(row.value().signum() == 0, s, "is a target that costs");
            } else if (row.value().signum() > 0) {
                everyMove(s, isMax(s), c -> row.value().compareTo(cost(s, c)) <= 0, "costs less than claimed");
            }
        }
        need(claim.bound().compareTo(value(game.initial())) <= 0, game.initial(), "has less than the bound");
    }

    /** Sweeps backwards with the choices of one side fixed, all choices of the other. */
    private void horizon(boolean least) throws Refused {
        var now = new Fraction[game.states()];
        for (int s = 0; s < now.length; s++) {
            now[s] = claim.target().get(s) ? Fraction.ONE : Fraction.ZERO;
        }
        for (int left = 1; left <= claim.steps(); left++) {
            var next = now.clone();
            for (int s = 0; s < now.length; s++) {
                if (!claim.target().get(s) && !claim.avoid().get(s)) {
                    next[s] = step(s, left, least, now);
                }
            }
            now = next;
        }
        int order = claim.bound().compareTo(now[game.initial()]);
        need(least ? order <= 0 : order >= 0, game.initial(), "is worth " + now[game.initial()] + ", not the bound");
    }

    private Fraction step(int s, int left, boolean least, Fraction[] values) throws Refused {
        int first = game.firstChoice()[s];
        if (isMax(s) == least) {
            Certificate.Row row = rows.get(s);
            int offset = row == null || row.layers().length < left ? 0 : row.layers()[left - 1];
            need(offset >= 0 && first + offset < game.firstChoice()[s + 1], s, "has a foreign choice");
            return rounded(sum(first + offset, t -> values[t]), least);
        }
        Fraction best = sum(first, t -> values[t]);
        for (int c = first + 1; c < game.firstChoice()[s + 1]; c++) {
            Fraction value = sum(c, t -> values[t]);
            best = least == value.compareTo(best) < 0 ? value : best;
        }
        return rounded(best, least);
    }

    private static Fraction rounded(Fraction value, boolean down) {
        if (value.denominator().bitLength() <= MOST_BITS) {
            return value;
        }
        BigInteger whole = value.numerator().multiply(GRID).divide(value.denominator());
        return new Fraction(down ? whole : whole.add(BigInteger.ONE), GRID);
    }

    /** The side that {@code chooses} needs its one choice, or if it names none any one; the other all of its choices. */
    private void everyMove(int s, boolean chooses, IntPredicate holds, String why) throws Refused {
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

    private boolean isMax(int s) {
        return claim.max().get(game.owner()[s]);
    }

    private Fraction value(int s) {
        Certificate.Row row = rows.get(s);
        return row == null ? Fraction.ZERO : row.value();
    }

    private int rank(int s) {
        Certificate.Row row = rows.get(s);
        return row == null ? -1 : row.rank();
    }

    private Fraction expected(int choice) {
        return sum(choice, this::value);
    }

    private Fraction sum(int choice, IntFunction<Fraction> values) {
        Fraction sum = Fraction.ZERO;
        for (int b = game.firstBranch()[choice]; b < game.firstBranch()[choice + 1]; b++) {
            Fraction p = game.chances().get(game.chance()[b]).low();
            sum = sum.plus(p.times(values.apply(game.successor()[b])));
        }
        return sum;
    }

    private Fraction cost(int s, int choice) {
        Game.Rewards rewards = Objects.requireNonNull(game.rewards().get(claim.rewards()));
        Fraction here = rewards.values().get(rewards.ofState()[s]);
        return here.plus(rewards.values().get(rewards.ofChoice()[choice])).plus(expected(choice));
    }

    private boolean any(int choice, IntPredicate holds) {
        for (int b = game.firstBranch()[choice]; b < game.firstBranch()[choice + 1]; b++) {
            if (holds.test(game.successor()[b])) {
                return true;
            }
        }
        return false;
    }

    private boolean all(int choice, IntPredicate holds) {
        return !any(choice, holds.negate());
    }

    private static void need(boolean holds, int state, String why) throws Refused {
        if (!holds) {
            throw new Refused("state " + state + " " + why);
        }
    }

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        private Refused(String why) {
            super(why);
        }
    }
}

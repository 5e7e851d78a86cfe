package parley.game;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A game that carries along what was collected so far: its states are pairs of a state and a sum. Rewards are counted in
 * whole units, the largest that divides all of them.
 */
public final class Counted {
    /** The reward structure of {@link #paying}. */
    static final String PAYMENT = "";

    private static final int MOST_STATES = 20_000_000;

    private final Arena arena;
    private final Recipe recipe;
    private final long[] gain;
    private final long cap;
    private final Numbering pairs = new Numbering();
    private final Ints owner = new Ints();
    private final Ints firstChoice = new Ints();
    private final Ints firstBranch = new Ints();
    private final Ints successor = new Ints();
    private final Ints chance = new Ints();
    private final Ints action = new Ints();
    private final TreeMap<Integer, Fraction> paid = new TreeMap<>();
    private final int most;
    private final double @Nullable [] beyond;
    private final Fraction unit;
    private final int certain;
    private boolean complete = true;
    private final Game game;

    /** Reached with at least, or at most, so much collected. */
    record Rule(String name, boolean atLeast, int amount) {}

    /**
     * How the game came about.
     *
     * @param rewards what is counted
     * @param amount with {@code atLeast} where counting ends, else the most that may be collected; if sums are paid, the
     *     number of pairs beyond which nothing more is collected
     * @param paying the states where the sum is paid out; empty if sums are only compared
     */
    public record Recipe(String rewards, boolean atLeast, int amount, BitSet paying) {
        boolean pays() {
            return !paying.isEmpty();
        }
    }

    private Counted(Arena arena, Recipe recipe, boolean everywhere, double @Nullable [] beyond) throws Unanswerable {
        this.arena = arena;
        this.recipe = recipe;
        this.beyond = beyond;
        most = recipe.pays() ? recipe.amount() : MOST_STATES;
        Fraction[] gains = Engine.gains(arena.game(), recipe.rewards());
        BigInteger parts = BigInteger.ONE;
        for (Fraction each : gains) {
            parts = parts.multiply(each.denominator()).divide(parts.gcd(each.denominator()));
        }
        unit = new Fraction(BigInteger.ONE, parts);
        gain = new long[gains.length];
        for (int c = 0; c < gain.length; c++) {
            gain[c] = whole(gains[c].over(unit));
        }
        cap = recipe.pays()
                ? Long.MAX_VALUE / 4 / Math.max(1, arena.states())
                : whole(Fraction.of(recipe.amount()).over(unit));
        certain = arena.game().chances().indexOf(Game.Chance.of(Fraction.ONE));
        explore(everywhere);
        game = build();
    }

    private static long whole(Fraction value) throws Unanswerable {
        if (value.numerator().bitLength() > 40) {
            throw new Unanswerable("The rewards have too many digits to be counted one by one.");
        }
        return value.numerator().longValueExact();
    }

    static Counted of(Arena arena, Rule rule, boolean everywhere) throws Unanswerable {
        return new Counted(
                arena, new Recipe(rule.name(), rule.atLeast(), rule.amount(), new BitSet()), everywhere, null);
    }

    /**
     * At the target the sum is paid, and the game ends. So it does where too many pairs would be told apart: then nothing
     * is paid, or as much as {@code beyond} allows for.
     *
     * @param most the number of pairs, not counting those that no gain leads to
     * @param beyond what can still be collected from each state at the most, or {@code null}
     */
    static Counted paying(
            Arena arena, String name, BitSet target, int most, boolean everywhere, double @Nullable [] beyond)
            throws Unanswerable {
        return new Counted(arena, new Recipe(name, false, most, target), everywhere, beyond);
    }

    /** The same game once more, for a check. */
    public static Game again(Game game, Recipe recipe, BitSet max) throws Unanswerable {
        if (!game.rewards().containsKey(recipe.rewards())) {
            throw new Unanswerable("the model has no rewards \"%s\"".formatted(recipe.rewards()));
        }
        if (recipe.amount() < 0 || recipe.paying().length() > game.states()) {
            throw new Unanswerable("it counts what the model has not");
        }
        return new Counted(Arena.of(game, game.states(), max), recipe, false, null).game;
    }

    Game game() {
        return game;
    }

    Recipe recipe() {
        return recipe;
    }

    /** Whether all sums that can occur were followed. */
    boolean complete() {
        return complete;
    }

    /** Pairs of which both parts are wanted. */
    BitSet states(IntPredicate state, LongPredicate level) {
        var found = new BitSet();
        for (int i = 0; i < pairs.size(); i++) {
            found.set(i, state.test(state(i)) && level.test(level(i)));
        }
        return found;
    }

    boolean full(long level) {
        return level >= cap;
    }

    /** What is known of each state when nothing is collected yet. */
    Values first(Values values) {
        var low = new double[arena.states()];
        var high = new double[arena.states()];
        Fraction[] exact = values.exact() == null ? null : new Fraction[arena.states()];
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        for (int s = 0; s < arena.states(); s++) {
            int pair = pairs.find(s);
            if (pair >= 0) {
                low[s] = values.low()[pair];
                high[s] = values.high()[pair];
                if (exact != null && values.exact() != null) {
                    exact[s] = values.exact()[pair];
                }
            }
        }
        Evidence evidence = values.evidence();
        return new Values(
                low,
                high,
                exact,
                evidence == null ? null : new Evidence.Counting(evidence, recipe),
                values.between(),
                values.complement(),
                values.sweeps());
    }

    private int state(int pair) {
        return (int) (pairs.key(pair) % arena.states());
    }

    private long level(int pair) {
        return pairs.key(pair) / arena.states();
    }

    private void explore(boolean everywhere) throws Unanswerable {
        pairs.number(arena.game().initial());
        for (int s = 0; everywhere && s < arena.states(); s++) {
            pairs.number(s);
        }
        int[] firstOf = arena.game().firstChoice();
        BitSet lost = lost();
        var ended = (BitSet) lost.clone();
        ended.or(recipe.paying());
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.size() > most && !recipe.pays()) {
                throw Unanswerable.beyondLimits(
                        "With the sums told apart there are more than %,d states.".formatted(most));
            }
            int s = state(pair);
            owner.add(arena.game().owner()[s]);
            firstChoice.add(action.size());
            if (recipe.paying().get(s)) {
                paid.put(action.size(), unit.times(Fraction.of(level(pair))));
                end(-1);
            } else if (lost.get(s)) {
                end(-1);
            }
            for (int c = firstOf[s]; c < firstOf[s + 1] && !ended.get(s); c++) {
                boolean cut = pairs.size() > most && gain[c] > 0;
                complete &= !cut;
                choice(c, level(pair) + gain[c], cut);
            }
        }
        // The end: too much collected, or paid.
        owner.add(arena.game().owner()[arena.game().initial()]);
        firstChoice.add(action.size());
        end(-1);
        firstChoice.add(action.size());
        firstBranch.add(successor.size());
    }

    /** Where Max cannot reach a place where sums are paid: nothing is worth anything there. */
    private BitSet lost() {
        return recipe.pays() ? Attractors.prob0(arena, recipe.paying(), arena.all()) : new BitSet();
    }

    private void choice(int c, long sum, boolean cut) {
        long level = recipe.atLeast() ? Math.min(sum, cap) : sum;
        if (cut && beyond != null) {
            double more = 0;
            for (int b = arena.game().firstBranch()[c]; b < arena.game().firstBranch()[c + 1]; b++) {
                more = Math.max(more, beyond[arena.game().successor()[b]]);
            }
            paid.put(action.size(), unit.times(Fraction.of(level)).plus(Fraction.exactly(more)));
        }
        if (level > cap || cut) {
            end(arena.game().action()[c]);
            return;
        }
        firstBranch.add(successor.size());
        action.add(arena.game().action()[c]);
        for (int b = arena.game().firstBranch()[c]; b < arena.game().firstBranch()[c + 1]; b++) {
            successor.add(pairs.number(level * arena.states() + arena.game().successor()[b]));
            chance.add(arena.game().chance()[b]);
        }
    }

    private void end(int name) {
        firstBranch.add(successor.size());
        action.add(name);
        successor.add(-1);
        chance.add(certain < 0 ? arena.game().chances().size() : certain);
    }

    private Game build() {
        Game from = arena.game();
        var chances = new java.util.ArrayList<>(from.chances());
        if (certain < 0) {
            chances.add(Game.Chance.of(Fraction.ONE));
        }
        int[] to = successor.toArray();
        for (int b = 0; b < to.length; b++) {
            to[b] = to[b] < 0 ? pairs.size() : to[b];
        }
        return new Game(
                from.kind(),
                from.players(),
                0,
                owner.toArray(),
                firstChoice.toArray(),
                firstBranch.toArray(),
                to,
                chance.toArray(),
                List.copyOf(chances),
                action.toArray(),
                from.actions(),
                Map.of(),
                recipe.pays() ? Map.of(PAYMENT, payments()) : Map.of());
    }

    private Game.Rewards payments() {
        var values = new java.util.ArrayList<Fraction>(List.of(Fraction.ZERO));
        var known = new TreeMap<Fraction, Integer>(Map.of(Fraction.ZERO, 0));
        var ofChoice = new int[action.size()];
        paid.forEach((c, sum) -> {
            Integer at = known.get(sum);
            if (at == null) {
                at = values.size();
                known.put(sum, at);
                values.add(sum);
            }
            ofChoice[c] = at;
        });
        return new Game.Rewards(new int[owner.size()], ofChoice, List.copyOf(values));
    }
}

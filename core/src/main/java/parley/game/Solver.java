package parley.game;

import java.util.BitSet;
import java.util.Map;

/** Answers questions about one game. */
public final class Solver {
    /** No structure of a model has this name. */
    private static final String STEPS = "(steps)";

    private final Game game;
    private final Atoms atoms;
    private final Limits limits;
    private final Engine.Exactness exactness;

    /** @param exact whether fractions are worth much time; they are tried on small models anyhow */
    public Solver(Game game, Atoms atoms, Limits limits, boolean exact) {
        this(game, atoms, limits, exact ? Engine.Exactness.ASKED : Engine.Exactness.AUTOMATIC);
    }

    Solver(Game game, Atoms atoms, Limits limits, Engine.Exactness exactness) {
        this.game = game;
        this.atoms = atoms;
        this.limits = limits;
        this.exactness = exactness;
    }

    /**
     * The game a certificate speaks of: the same, or with nature's choices within intervals written out.
     *
     * @param max the players of Max in the certificate
     * @param rewards what the certificate counts; if that is steps, each yields 1
     */
    public static Game writtenOut(Game game, BitSet max, String rewards) throws Unanswerable {
        Game counting = rewards.equals(STEPS) ? withSteps(game) : game;
        return Robust.expand(counting, max, max.get(game.players().size() + 1)).game();
    }

    public Answer answer(Query query) throws Unanswerable {
        Values values = values(query, false);
        int start = game.initial();
        return switch (query.asked()) {
            case Query.Asked.Value _ -> values.answer(start, null);
            case Query.Asked.Threshold threshold -> values.answer(start, values.verdict(start, threshold));
        };
    }

    /** The states where a formula is true. */
    public BitSet states(Formula formula) throws Unanswerable {
        return switch (formula) {
            case Formula.Truth(boolean value) -> {
                var all = new BitSet();
                all.set(0, value ? game.states() : 0);
                yield all;
            }
            case Formula.Label(String name) -> {
                BitSet states = game.labels().get(name);
                if (states == null) {
                    states = atoms.label(name);
                }
                if (states == null) {
                    throw new Unanswerable("The model has no label \"%s\"; it has %s."
                            .formatted(name, game.labels().keySet()));
                }
                yield (BitSet) states.clone();
            }
            case Formula.Expression(String text) -> (BitSet) atoms.states(text).clone();
            case Formula.Not(Formula inner) -> {
                BitSet states = states(inner);
                states.flip(0, game.states());
                yield states;
            }
            case Formula.And(Formula left, Formula right) -> {
                BitSet states = states(left);
                states.and(states(right));
                yield states;
            }
            case Formula.Or(Formula left, Formula right) -> {
                BitSet states = states(left);
                states.or(states(right));
                yield states;
            }
            case Formula.Asked(Query query) -> satisfying(query);
        };
    }

    private BitSet satisfying(Query query) throws Unanswerable {
        if (!(query.asked() instanceof Query.Asked.Threshold threshold)) {
            throw new Unanswerable("A question inside another one needs a threshold, not =?.");
        }
        Values values = values(query, true);
        var states = new BitSet();
        for (int s = 0; s < game.states(); s++) {
            Answer.Verdict verdict = values.verdict(s, threshold);
            if (verdict == Answer.Verdict.OPEN) {
                throw Unanswerable.beyondLimits(
                        "In state %d the value lies within [%s, %s], too near to the threshold %s."
                                .formatted(s, values.low()[s], values.high()[s], threshold.value()));
            }
            states.set(s, verdict == Answer.Verdict.HOLDS);
        }
        return states;
    }

    private Values values(Query query, boolean everywhere) throws Unanswerable {
        Limits goal = everywhere ? limits.everyState() : limits;
        if (query.asked() instanceof Query.Asked.Threshold threshold) {
            boolean complement = query instanceof Query.Chance chance && chance.path() instanceof Query.Path.Never;
            goal = goal.against(complement ? Fraction.ONE.minus(threshold.value()) : threshold.value());
        }
        Sides sides = Sides.of(game, query);
        return switch (query) {
            case Query.Chance chance -> chance(chance.path(), sides, goal);
            case Query.Collected collected -> collected(collected, sides, goal);
        };
    }

    private Values chance(Query.Path path, Sides sides, Limits goal) throws Unanswerable {
        return switch (path) {
            case Query.Path.Reaches(Formula left, Formula right, Query.Bound bound) ->
                reaches(states(left), states(right), bound, sides, goal);
            case Query.Path.Never(Formula left, Formula right, Query.Bound bound) ->
                reaches(states(left), states(right), bound, sides.turned(game), goal)
                        .opposite();
        };
    }

    private Values reaches(BitSet left, BitSet right, Query.Bound bound, Sides sides, Limits goal) throws Unanswerable {
        var avoid = new BitSet();
        avoid.set(0, game.states());
        avoid.andNot(left);
        return switch (bound) {
            case Query.Bound.None _ -> {
                avoid.andNot(right);
                yield new PathValues(sides.expand(game), goal, exactness).reached(right, avoid);
            }
            case Query.Bound.Steps steps ->
                new PathValues(sides.expand(game), goal, exactness).within(right, avoid, steps);
            case Query.Bound.Collected(Query.Structure structure, boolean atLeast, int amount) -> {
                Named named = named(structure);
                yield new PathValues(sides.expand(named.game()), goal, exactness)
                        .collecting(right, avoid, new Counted.Rule(named.name(), atLeast, amount));
            }
        };
    }

    private Values collected(Query.Collected query, Sides sides, Limits goal) throws Unanswerable {
        Named named = named(query.structure());
        var rewards = new RewardValues(sides.expand(named.game()), named.name(), goal, exactness);
        return switch (query.until()) {
            case Query.Until.Reached(Formula target, Query.Missed missed) ->
                switch (missed) {
                    case INFINITE -> rewards.reached(states(target));
                    case KEPT -> rewards.total(states(target));
                    case NOTHING -> rewards.onlyIfReached(states(target));
                };
            case Query.Until.Forever _ -> rewards.total(new BitSet());
            case Query.Until.Within(int steps) -> rewards.within(steps);
            case Query.Until.At(int step) -> rewards.at(step);
        };
    }

    private record Named(Game game, String name) {}

    private Named named(Query.Structure structure) throws Unanswerable {
        return switch (structure) {
            case Query.Structure.Steps _ -> new Named(withSteps(game), STEPS);
            case Query.Structure.Rewards(String name) -> {
                String chosen = name == null
                        ? game.rewards().keySet().stream().findFirst().orElse("")
                        : name;
                if (!game.rewards().containsKey(chosen)) {
                    throw new Unanswerable("The model has no rewards \"%s\"; it has %s."
                            .formatted(chosen, game.rewards().keySet()));
                }
                yield new Named(game, chosen);
            }
        };
    }

    /** The game with one reward for each step. */
    private static Game withSteps(Game game) {
        var ones = new int[game.states()];
        java.util.Arrays.fill(ones, 1);
        var steps = new Game.Rewards(ones, new int[game.choices()], java.util.List.of(Fraction.ZERO, Fraction.ONE));
        return new Game(
                game.kind(),
                game.players(),
                game.initial(),
                game.owner(),
                game.firstChoice(),
                game.firstBranch(),
                game.successor(),
                game.chance(),
                game.chances(),
                game.action(),
                game.actions(),
                game.labels(),
                Map.of(STEPS, steps));
    }
}

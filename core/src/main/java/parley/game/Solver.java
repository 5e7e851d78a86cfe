package parley.game;

import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers questions about one game. */
public final class Solver {
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
     */
    public static Game writtenOut(Game game, BitSet max) throws Unanswerable {
        return Robust.expand(game, max, max.get(game.players().size() + 1)).game();
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
                throw new Unanswerable("In state %d the value lies within [%s, %s], too near to the threshold %s."
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
            case Query.Path.Next(Formula formula) -> {
                Arena arena =
                        Robust.expand(game, sides.max(), sides.natureIsMax()).arena();
                var ones = new double[arena.states()];
                states(formula).stream().forEach(s -> ones[s] = 1);
                Horizon.Layers layers = Horizon.after(arena, ones, ones, 1);
                yield Values.of(layers, ExactHorizon.after(arena, states(formula), 1, budget(arena)));
            }
            case Query.Path.Reaches(Formula left, Formula right, Integer steps) ->
                reaches(states(left), states(right), steps, sides, goal);
            case Query.Path.Never(Formula left, Formula right, Integer steps) ->
                reaches(states(left), states(right), steps, sides.turned(game), goal)
                        .opposite();
        };
    }

    private Values reaches(BitSet left, BitSet right, @Nullable Integer steps, Sides sides, Limits goal)
            throws Unanswerable {
        Robust.Expanded expanded = Robust.expand(game, sides.max(), sides.natureIsMax());
        Arena arena = expanded.arena();
        var avoid = new BitSet();
        avoid.set(0, game.states());
        avoid.andNot(left);
        avoid.andNot(right);
        if (steps != null) {
            boolean plain = arena.ordinary() == arena.states();
            Horizon.Layers layers = Horizon.reach(arena, right, avoid, steps, plain);
            Fraction[] exact = ExactHorizon.reach(arena, right, avoid, steps, budget(arena));
            Evidence evidence =
                    plain ? new Evidence.Bounded(arena.game(), expanded.max(), right, avoid, steps, layers) : null;
            return Values.of(layers, exact).with(evidence);
        }
        if (goal.threshold() != null && certain(goal.threshold())) {
            return certainly(arena, expanded.max(), right, avoid);
        }
        return Values.of(Engine.chance(arena, expanded.max(), right, avoid, goal, exactness));
    }

    /** Certain questions never go through numbers. */
    private static boolean certain(Fraction threshold) {
        return threshold.signum() == 0 || threshold.equals(Fraction.ONE);
    }

    private static Values certainly(Arena arena, BitSet max, BitSet target, BitSet avoid) {
        BitSet within = Attractors.complement(arena, avoid);
        within.andNot(target);
        BitSet no = Attractors.prob0(arena, target, within);
        Attractors.Attracted yes = Attractors.almostSurely(arena, target, true, within);
        var low = new double[arena.states()];
        var high = new double[arena.states()];
        for (int s = 0; s < low.length; s++) {
            low[s] = yes.states().get(s) ? 1 : 0;
            high[s] = no.get(s) ? 0 : 1;
        }
        var way = new Ranks.Way(yes.choice(), yes.rank());
        Evidence evidence = new Evidence.Certain(arena.game(), max, target, avoid, no, way);
        return new Values(low, high, null, evidence, true, false, 0);
    }

    private Values collected(Query.Collected query, Sides sides, Limits goal) throws Unanswerable {
        Named named = named(query.structure());
        Robust.Expanded expanded = Robust.expand(named.game(), sides.max(), sides.natureIsMax());
        Arena arena = expanded.arena();
        return switch (query.until()) {
            case Query.Until.Reached(Formula target, Query.Missed missed) -> {
                if (missed != Query.Missed.INFINITE) {
                    throw new Unanswerable("F0 and Fc are not solved here; F counts a missed target as infinite.");
                }
                yield Values.of(Engine.cost(arena, expanded.max(), states(target), named.name(), goal, exactness));
            }
            case Query.Until.Within(int steps) -> {
                Fraction[] gains = Engine.gains(arena.game(), named.name());
                double[] gain = java.util.Arrays.stream(gains)
                        .mapToDouble(Fraction::nearest)
                        .toArray();
                Horizon.Layers layers = Horizon.collected(arena, gain, steps);
                yield Values.of(layers, ExactHorizon.collected(arena, gains, steps, budget(arena)));
            }
            case Query.Until.At(int step) -> {
                Game.Rewards rewards = arena.game().rewards().get(named.name());
                var values = new Fraction[arena.states()];
                for (int s = 0; s < values.length; s++) {
                    values[s] =
                            rewards == null ? Fraction.ZERO : rewards.values().get(rewards.ofState()[s]);
                }
                double[] low = new double[values.length];
                double[] high = new double[values.length];
                for (int s = 0; s < values.length; s++) {
                    double near = values[s].nearest();
                    int order = Fraction.exactly(near).compareTo(values[s]);
                    low[s] = order > 0 ? Math.nextDown(near) : near;
                    high[s] = order < 0 ? Math.nextUp(near) : near;
                }
                Horizon.Layers layers = Horizon.after(arena, low, high, step);
                yield Values.of(layers, ExactHorizon.after(arena, values, step, budget(arena)));
            }
        };
    }

    private Exact.@Nullable Budget budget(Arena arena) {
        return exactness.budgetFor(arena.states());
    }

    private record Named(Game game, String name) {}

    private Named named(Query.Structure structure) throws Unanswerable {
        return switch (structure) {
            case Query.Structure.Steps _ -> new Named(withSteps(), "");
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
    private Game withSteps() {
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
                Map.of("", steps));
    }
}

package parley.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The engine against every pair of memoryless strategies, in fractions. */
class RandomGamesTest {
    private static final long SEED = 20_260_712;
    private static final int GAMES = 2000;
    private static final Limits ALL = Limits.USUAL.everyState();
    private static final BitSet MAX = ClosedFormsTest.players(1);

    private static BitSet target(Game game) {
        return Objects.requireNonNull(game.labels().get("target"));
    }

    @Test
    void chances_and_costs_are_those_of_all_strategies() {
        var games = new RandomGames(SEED);
        int finite = 0;
        for (int i = 0; i < GAMES; i++) {
            Game game = games.next(3000);
            Arena arena = Arena.of(game, game.states(), MAX);
            List<@Nullable Fraction> chances = new Enumeration(game, MAX, target(game), null).values();
            Bounds bounds = Reach.solve(arena, target(game), new BitSet(), ALL);
            BitSet within = Attractors.complement(arena, target(game));
            BitSet no = Attractors.prob0(arena, target(game), within);
            BitSet yes = Attractors.prob1(arena, target(game), within);
            List<@Nullable Fraction> costs =
                    new Enumeration(game, MAX, target(game), game.rewards().get("r")).values();
            Evidence.Unbounded cost = Engine.cost(arena, MAX, target(game), "r", ALL, Engine.Exactness.NEVER);
            for (int s = 0; s < game.states(); s++) {
                String where = "seed %d, game %d, state %d".formatted(SEED, i, s);
                Fraction chance = Objects.requireNonNull(chances.get(s));
                contains(where, bounds, s, chance);
                assertThat(no.get(s)).as(where).isEqualTo(chance.signum() == 0);
                assertThat(yes.get(s)).as(where).isEqualTo(chance.equals(Fraction.ONE));
                contains(where + ", cost", cost.bounds(), s, costs.get(s));
                finite += costs.get(s) == null ? 0 : 1;
            }
        }
        assertThat(finite).as("states with finite costs").isGreaterThan(GAMES);
    }

    private static void contains(String where, Bounds bounds, int s, @Nullable Fraction value) {
        double low = bounds.low()[s];
        double high = bounds.high()[s];
        if (value == null) {
            assertThat(low).as(where).isEqualTo(Double.POSITIVE_INFINITY);
        } else {
            assertThat(Fraction.exactly(low)).as(where).isLessThanOrEqualTo(value);
            assertThat(Fraction.exactly(high)).as(where).isGreaterThanOrEqualTo(value);
            assertThat(high - low).as(where).isLessThanOrEqualTo(1e-6 * Math.max(1, low));
        }
    }

    /** A state to avoid is worth as much as one that is never left. */
    @Test
    void what_is_to_be_avoided_is_lost() {
        var games = new RandomGames(SEED + 4);
        for (int i = 0; i < 1000; i++) {
            Game game = games.next(1000);
            int avoided = 1 + i % (game.states() - 2);
            BitSet avoid = ClosedFormsTest.players(avoided);
            var builder = new GameBuilder(game.kind(), game.players());
            for (int s = 0; s < game.states(); s++) {
                builder.state(game.owner()[s]);
                for (int c = game.firstChoice()[s]; c < game.firstChoice()[s + 1] && s != avoided; c++) {
                    builder.choice("");
                    for (int b = game.firstBranch()[c]; b < game.firstBranch()[c + 1]; b++) {
                        builder.branch(game.successor()[b], game.chances().get(game.chance()[b]));
                    }
                }
            }
            List<@Nullable Fraction> values = new Enumeration(builder.build(), MAX, target(game), null).values();
            Arena arena = Arena.of(game, game.states(), MAX);
            Evidence.Unbounded rough = Engine.chance(arena, MAX, target(game), avoid, ALL, Engine.Exactness.NEVER);
            Evidence.Unbounded exact = Engine.chance(arena, MAX, target(game), avoid, ALL, Engine.Exactness.ASKED);
            assertThat(exact.exact()).as("seed %d, game %d", SEED + 4, i).containsExactlyElementsOf(values);
            for (int s = 0; s < game.states(); s++) {
                contains("avoiding %d in game %d, state %d".formatted(avoided, i, s), rough.bounds(), s, values.get(s));
            }
        }
    }

    @Test
    void fractions_are_the_values() {
        var games = new RandomGames(SEED + 1);
        for (int i = 0; i < 500; i++) {
            Game game = games.next(1000);
            Arena arena = Arena.of(game, game.states(), MAX);
            Evidence.Unbounded chance =
                    Engine.chance(arena, MAX, target(game), new BitSet(), ALL, Engine.Exactness.ASKED);
            Evidence.Unbounded cost = Engine.cost(arena, MAX, target(game), "r", ALL, Engine.Exactness.ASKED);
            assertThat(chance.exact())
                    .as("seed %d, game %d", SEED + 1, i)
                    .containsExactlyElementsOf(new Enumeration(game, MAX, target(game), null).values());
            assertThat(cost.exact())
                    .as("costs, seed %d, game %d", SEED + 1, i)
                    .containsExactlyElementsOf(new Enumeration(
                                    game, MAX, target(game), game.rewards().get("r"))
                            .values());
        }
    }

    @Test
    void the_order_of_states_changes_nothing() {
        var games = new RandomGames(SEED + 2);
        var random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            Game game = games.next(1000);
            int[] renamed = permutation(game.states(), random);
            Game other = permuted(game, renamed);
            Engine.Exactness asked = Engine.Exactness.ASKED;
            Arena one = Arena.of(game, game.states(), MAX);
            Arena two = Arena.of(other, game.states(), MAX);
            @Nullable
            Fraction[] before = Objects.requireNonNull(Engine.chance(one, MAX, target(game), new BitSet(), ALL, asked)
                    .exact());
            @Nullable
            Fraction[] after = Objects.requireNonNull(Engine.chance(two, MAX, target(other), new BitSet(), ALL, asked)
                    .exact());
            Bounds bounds = Reach.solve(two, target(other), new BitSet(), ALL);
            for (int s = 0; s < renamed.length; s++) {
                assertThat(after[renamed[s]])
                        .as("seed %d, game %d", SEED + 2, i)
                        .isEqualTo(before[s]);
                contains("game " + i, bounds, renamed[s], before[s]);
            }
        }
    }

    private static int[] permutation(int size, Random random) {
        var order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static Game permuted(Game game, int[] renamed) {
        var back = new int[renamed.length];
        for (int s = 0; s < renamed.length; s++) {
            back[renamed[s]] = s;
        }
        var builder = new GameBuilder(game.kind(), game.players());
        for (int s : back) {
            builder.state(game.owner()[s]);
            for (int c = game.firstChoice()[s + 1] - 1; c >= game.firstChoice()[s]; c--) {
                builder.choice("");
                for (int b = game.firstBranch()[c]; b < game.firstBranch()[c + 1]; b++) {
                    builder.branch(renamed[game.successor()[b]], game.chances().get(game.chance()[b]));
                }
            }
        }
        target(game).stream().forEach(s -> builder.label("target", renamed[s]));
        return builder.build();
    }

    @Test
    void a_wider_interval_gives_a_wider_answer() throws Unanswerable {
        double low = 1;
        double high = 0;
        for (int width = 0; width <= 20; width += 5) {
            Game game = Models.vetoes(4, 20 - width, 20 + width);
            Answer least = ask(game, "Pmaxmin=? [F \"adopted\"]");
            Answer most = ask(game, "Pmaxmax=? [F \"adopted\"]");
            assertThat(least.low()).isLessThanOrEqualTo(low);
            assertThat(most.high()).isGreaterThanOrEqualTo(high);
            assertThat(least.low()).isLessThanOrEqualTo(most.high());
            low = least.high();
            high = most.low();
        }
    }

    @Test
    void more_steps_never_lower_a_chance() {
        var games = new RandomGames(SEED + 3);
        for (int i = 0; i < 200; i++) {
            Game game = games.next(100_000);
            Arena arena = Arena.of(game, game.states(), MAX);
            double last = 0;
            Bounds bounds = Reach.solve(arena, target(game), new BitSet(), ALL);
            for (int steps : new int[] {0, 1, 2, 5, 20}) {
                Horizon.Layers layers = Horizon.reach(arena, new BitSet(), target(game), 0, steps, false);
                assertThat(layers.high()[0]).as("game %d", i).isGreaterThanOrEqualTo(last);
                assertThat(layers.low()[0]).isLessThanOrEqualTo(bounds.high()[0]);
                last = layers.low()[0];
            }
        }
    }

    /** Nature between corners against the textbook: successors sorted by value, the rest given to the first. */
    @Test
    void corners_of_intervals_are_as_good_as_the_sorted_greedy_choice() throws Unanswerable {
        var random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            int m = 2 + random.nextInt(4);
            var chain = new GameBuilder(Game.Kind.DTMC, List.of());
            chain.state(0);
            chain.choice("");
            var low = new double[m];
            var high = new double[m];
            for (int k = 0; k < m; k++) {
                int least = random.nextInt(100 / m);
                int most = 100 / m + 1 + random.nextInt(40);
                low[k] = least / 100.0;
                high[k] = most / 100.0;
                chain.branch(k + 1, new Game.Chance(Fraction.of(least, 100), Fraction.of(most, 100)));
            }
            double greedy = 0;
            double rest = 1;
            for (double l : low) {
                rest -= l;
            }
            for (int k = 0; k < m; k++) {
                // The value of successor k + 1 is k + 1: ascending already.
                double more = Math.min(high[k] - low[k], rest);
                greedy += (low[k] + more) * (k + 1);
                rest -= more;
                chain.state(0);
                chain.stateReward("v", k + 1, Fraction.of(k + 1));
            }
            Answer answer = ask(chain.build(), "R{\"v\"}min=? [I=1]");
            assertThat(answer.low()).isLessThanOrEqualTo(greedy + 1e-12);
            assertThat(answer.high()).isGreaterThanOrEqualTo(greedy - 1e-12);
            assertThat(answer.high() - answer.low()).isLessThan(1e-12);
        }
    }

    private static Answer ask(Game game, String question) throws Unanswerable {
        return new Solver(game, Atoms.none(), Limits.USUAL, Engine.Exactness.NEVER)
                .answer(QueryParser.parse(question, Atoms.none()));
    }
}

package parley.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that can be worked out without an engine. */
class ClosedFormsTest {
    private static Answer ask(Game game, String question, Engine.Exactness exactness) throws Unanswerable {
        Query query = QueryParser.parse(question, Atoms.none());
        return new Solver(game, Atoms.none(), Limits.USUAL, exactness).answer(query);
    }

    /** The interval must hold the value and be narrow; the fraction must be the value. */
    private static void worth(Game game, String question, Fraction value) throws Unanswerable {
        Answer rough = ask(game, question, Engine.Exactness.NEVER);
        assertThat(Fraction.exactly(rough.low())).as("%s from below", question).isLessThanOrEqualTo(value);
        assertThat(Fraction.exactly(rough.high())).as("%s from above", question).isGreaterThanOrEqualTo(value);
        assertThat(rough.high() - rough.low())
                .as("width of %s", question)
                .isLessThanOrEqualTo(1e-6 * Math.max(1, rough.low()));
        assertThat(ask(game, question, Engine.Exactness.ASKED).exact())
                .as(question)
                .isEqualTo(value);
    }

    private static Answer.Verdict verdict(Game game, String question) throws Unanswerable {
        return java.util.Objects.requireNonNull(
                ask(game, question, Engine.Exactness.NEVER).verdict());
    }

    @Test
    void a_gambler_with_4_of_10_who_wins_2_in_5() throws Unanswerable {
        Game game = Models.ruin(4, 10, 2, 5);
        // ((3/2)^4 − 1)/((3/2)^10 − 1); duration (4 − 10·p)/(1/5).
        worth(game, "P=? [F \"won\"]", Fraction.of(832, 11605));
        worth(game, "R{\"steps\"}=? [F \"over\"]", Fraction.of(38100, 2321));
        worth(game, "T=? [F \"over\"]", Fraction.of(38100, 2321));
    }

    @ParameterizedTest
    @CsvSource({"1", "5", "12"})
    void n_heads_in_a_row_take_twice_two_to_the_n_minus_1_throws(int n) throws Unanswerable {
        worth(Models.heads(n), "R{\"throws\"}=? [F \"done\"]", Fraction.of(2L * ((1 << n) - 1)));
    }

    /** Where changes stop being small long before the value is near: plain iteration prints 0.685. */
    @Test
    void a_walk_of_31_states_that_starts_again_is_decided_by_its_first_step() throws Unanswerable {
        worth(Models.resets(14, 7, 10), "P=? [F \"right\"]", Fraction.of(7, 10));
    }

    @Test
    void k_attempts_succeed_unless_all_are_vetoed() throws Unanswerable {
        worth(Models.vetoes(3, 30, 30), "Pmax=? [F \"adopted\"]", Fraction.of(973, 1000));
        Game open = Models.vetoes(3, 5, 30);
        worth(open, "Pmaxmin=? [F \"adopted\"]", Fraction.of(973, 1000));
        worth(open, "Pmaxmax=? [F \"adopted\"]", Fraction.of(999_875, 1_000_000));
        worth(open, "Pmaxmin=? [F<=2 \"adopted\"]", Fraction.of(91, 100));
        worth(open, "Pminmax=? [F<=1 \"adopted\"]", Fraction.of(95, 100));
        assertThat(verdict(open, "P>=0.97 [F \"adopted\"]")).isEqualTo(Answer.Verdict.HOLDS);
        assertThat(verdict(open, "P>=0.98 [F \"adopted\"]")).isEqualTo(Answer.Verdict.REFUTED);
    }

    @Test
    void a_standoff_is_worth_what_max_can_take_alone() throws Unanswerable {
        worth(Models.standoff(), "<<max>> Pmax=? [F \"goal\"]", Fraction.of(1, 2));
        worth(Models.standoff(), "<<1,2>> Pmax=? [F \"goal\"]", Fraction.of(4, 5));
        worth(Models.standoff(), "<<min>> Pmin=? [F \"goal\"]", Fraction.of(1, 2));
    }

    /** Max may wait for ever, which costs Min without end: Min has to pay the way out. */
    @Test
    void waiting_is_not_free_to_the_side_that_must_arrive() throws Unanswerable {
        worth(Models.dearStandoff(), "<<max>> R{\"r\"}max=? [F \"goal\"]", Fraction.of(7));
        worth(Models.dearStandoff(), "<<max,min>> R{\"r\"}min=? [F \"goal\"]", Fraction.of(5));
        Answer never = ask(Models.dearStandoff(), "<<max,min>> R{\"r\"}max=? [F \"goal\"]", Engine.Exactness.NEVER);
        assertThat(never.low()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void a_race_of_dice_by_direct_recursion() throws Unanswerable {
        double value = raceValue(20, 6, 0, 0, new double[20][20]);
        Answer answer = ask(Models.race(20, 6), "P=? [F \"mine\"]", Engine.Exactness.NEVER);
        assertThat(answer.low()).isCloseTo(value, within(1e-12));
        assertThat(answer.high()).isCloseTo(value, within(1e-12));
    }

    /** The chance of who is to throw. */
    private static double raceValue(int goal, int faces, int mine, int his, double[][] known) {
        if (known[mine][his] > 0) {
            return known[mine][his];
        }
        double sum = 0;
        for (int eyes = 1; eyes <= faces; eyes++) {
            sum += mine + eyes >= goal ? 1 : 1 - raceValue(goal, faces, his, mine + eyes, known);
        }
        known[mine][his] = sum / faces;
        return known[mine][his];
    }

    @Test
    void horizons_count_steps() throws Unanswerable {
        Game game = Models.heads(2);
        worth(game, "P=? [F<=2 \"done\"]", Fraction.of(1, 4));
        worth(game, "P=? [F<=3 \"done\"]", Fraction.of(3, 8));
        worth(game, "P=? [G<=3 !\"done\"]", Fraction.of(5, 8));
        worth(game, "P=? [X !\"done\"]", Fraction.ONE);
        worth(game, "R{\"throws\"}=? [C<=3]", Fraction.of(11, 4));
        worth(game, "R{\"throws\"}=? [I=2]", Fraction.of(3, 4));
    }

    @Test
    void always_and_until_are_reachability_seen_otherwise() throws Unanswerable {
        Game game = Models.ruin(4, 10, 2, 5);
        worth(game, "P=? [G !\"won\"]", Fraction.of(11605 - 832, 11605));
        worth(game, "P=? [!\"over\" U \"won\"]", Fraction.of(832, 11605));
        worth(game, "P=? [\"init\" W \"won\"]", Fraction.ZERO);
        worth(game, "P=? [\"won\" R !\"over\"]", Fraction.ZERO);
        worth(game, "P=? [F P>=1 [X \"won\"]]", Fraction.of(832, 11605));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "P>=1 [F \"over\"]; HOLDS",
                "P>=1 [F \"won\"]; REFUTED",
                "P>0 [F \"won\"]; HOLDS",
                "P<1 [F \"won\"]; HOLDS",
                "P<=0 [G !\"over\"]; HOLDS",
                "P>=1 [G<=2 !\"over\"]; HOLDS",
                "P>0.07 [F \"won\"]; HOLDS",
                "P<0.07 [F \"won\"]; REFUTED",
                "P>=832/11605 [F \"won\"]; OPEN",
                "R{\"steps\"}<17 [F \"over\"]; HOLDS",
                "R{\"steps\"}<17 [F \"won\"]; REFUTED"
            })
    void certain_questions_are_answered_by_the_graph(String question, Answer.Verdict expected) throws Unanswerable {
        assertThat(verdict(Models.ruin(4, 10, 2, 5), question)).isEqualTo(expected);
    }

    @Test
    void a_value_on_the_threshold_is_decided_in_fractions() throws Unanswerable {
        Game game = Models.ruin(4, 10, 2, 5);
        assertThat(ask(game, "P>=832/11605 [F \"won\"]", Engine.Exactness.AUTOMATIC)
                        .verdict())
                .isEqualTo(Answer.Verdict.HOLDS);
        assertThat(ask(game, "P>832/11605 [F \"won\"]", Engine.Exactness.AUTOMATIC)
                        .verdict())
                .isEqualTo(Answer.Verdict.REFUTED);
    }

    @Test
    void surely_leaves_nothing_to_chance() {
        Game game = Models.heads(2);
        Arena arena = Arena.of(game, game.states(), players(0));
        BitSet done = java.util.Objects.requireNonNull(game.labels().get("done"));
        assertThat(Attractors.surely(arena, done, true, arena.all()).states()).isEqualTo(done);
        assertThat(Attractors.almostSurely(arena, done, true, arena.all()).states())
                .isEqualTo(arena.all());
    }

    static BitSet players(int... numbers) {
        var players = new BitSet();
        for (int number : numbers) {
            players.set(number);
        }
        return players;
    }
}

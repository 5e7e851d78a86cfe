package parley.prism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import parley.game.Fraction;
import parley.game.Game;
import parley.game.Game.Chance;
import parley.prism.Interpreter.Move;

/** Three ways to the same game: compiled steps, steps over trees, and the interpreter that shares nothing with them. */
class OracleTest {
    private static final List<String> FURTHER = List.of("TotalRuns=3,CrowdSize=10", "TotalRuns=4,CrowdSize=5");

    @TestFactory
    Stream<DynamicTest> the_interpreter_finds_the_same_states_and_choices() {
        var known = References.lines().stream()
                .filter(line -> line.states() <= 8_000)
                .map(line -> DynamicTest.dynamicTest(
                        line.model() + " " + line.constants(), () -> compare(line.model(), line.constants())));
        var further = FURTHER.stream()
                .map(c -> DynamicTest.dynamicTest("crowds " + c, () -> compare("qvbs/crowds.prism", c)));
        return Stream.concat(known, further);
    }

    private static void compare(String name, String constants) {
        Model model = References.model(name, constants);
        Explored compiled = Models.explored(model, 0);
        Same.assertSame(compiled, Models.explored(model, Integer.MAX_VALUE));
        var interpreter = new Interpreter(model);
        for (int state = 0; state < compiled.game().states(); state++) {
            var values = values(compiled, state);
            var expected = new ArrayList<>(interpreter.moves(values));
            if (expected.isEmpty()) {
                expected.add(new Move("", Map.of(values, Chance.of(Fraction.ONE))));
            }
            if (model.kind() == Game.Kind.DTMC) {
                assertThat(mixed(moves(compiled, state))).isEqualTo(mixed(expected));
            } else {
                var moves = moves(compiled, state);
                assertThat(new HashSet<>(moves)).hasSameSizeAs(moves).isEqualTo(new HashSet<>(expected));
            }
        }
    }

    private static List<Integer> values(Explored explored, int state) {
        return java.util.Arrays.stream(explored.values(state)).boxed().toList();
    }

    private static List<Move> moves(Explored explored, int state) {
        Game game = explored.game();
        var moves = new ArrayList<Move>();
        for (int c = game.firstChoice()[state]; c < game.firstChoice()[state + 1]; c++) {
            var next = new HashMap<List<Integer>, Chance>();
            for (int b = game.firstBranch()[c]; b < game.firstBranch()[c + 1]; b++) {
                next.put(values(explored, game.successor()[b]), game.chances().get(game.chance()[b]));
            }
            moves.add(new Move(game.action()[c] < 0 ? "" : game.actions().get(game.action()[c]), next));
        }
        return moves;
    }

    /** What a chain makes of several choices: each with equal chance. */
    private static Map<List<Integer>, Fraction> mixed(List<Move> moves) {
        var sum = new HashMap<List<Integer>, Fraction>();
        for (Move move : moves) {
            move.next()
                    .forEach((to, chance) ->
                            sum.merge(to, chance.low().over(Fraction.of(moves.size())), Fraction::plus));
        }
        return sum;
    }
}

package parley.prism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import parley.game.Game;

/** Counts of known models, as other tools have them. Larger ones are in the benchmark {@code Exploring}. */
class ReferenceModelsTest {
    private static final int MOST_STATES = 300_000;

    @TestFactory
    Stream<DynamicTest> states_choices_and_transitions_are_those_of_other_tools() {
        return References.lines().stream()
                .filter(line -> line.states() <= MOST_STATES)
                .map(line -> DynamicTest.dynamicTest(line.model() + " " + line.constants(), () -> same(line)));
    }

    private static void same(References.Line line) {
        Game game = Models.explored(References.model(line.model(), line.constants()))
                .game();
        assertThat(game.states()).as("states").isEqualTo((int) line.states());
        if (line.choices() >= 0) {
            assertThat(game.choices()).as("choices").isEqualTo((int) line.choices());
        }
        if (line.transitions() >= 0) {
            assertThat(game.branches()).as("transitions").isEqualTo((int) line.transitions());
        }
    }
}

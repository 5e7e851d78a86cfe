package parley.prism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

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
        assertThat(Interpretation.difference(compiled)).isEmpty();
    }
}

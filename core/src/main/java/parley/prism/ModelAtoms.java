package parley.prism;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import parley.game.Atoms;
import parley.game.Fraction;
import parley.game.Unanswerable;

/** What questions may speak of: the variables of a model, and the constants and labels of a file of properties. */
final class ModelAtoms implements Atoms {
    private final Explored explored;
    private final PropertiesFile with;

    ModelAtoms(Explored explored, PropertiesFile with) {
        this.explored = explored;
        this.with = with;
    }

    @Override
    public BitSet states(String expression) throws Unanswerable {
        return value(expression, explored.states(expression, with));
    }

    @Override
    public @Nullable BitSet label(String name) throws Unanswerable {
        return with.hasLabel(name) ? states("\"" + name + "\"") : null;
    }

    @Override
    public Fraction number(String expression) throws Unanswerable {
        return value(expression, explored.number(expression, with));
    }

    private static <T> T value(String expression, Result<T> result) throws Unanswerable {
        return switch (result) {
            case Result.Of<T>(T value) -> value;
            case Result.Refused<T>(Problem problem) ->
                throw new Unanswerable("In `%s`: %s".formatted(expression, problem.message()));
        };
    }
}

package parley.prism;

import java.util.Map;

/** Reads models in the PRISM language of the kinds {@code dtmc}, {@code mdp} and {@code smg}. */
public final class PrismReader {
    private PrismReader() {}

    /**
     * Returns the model of a text.
     *
     * @param constants values, as expressions, of the constants that the text leaves open; others are not looked at
     */
    public static Result<Model> read(String text, Map<String, String> constants) {
        return Result.of(() -> Assembly.assemble(ModelParser.parse(text), constants));
    }
}

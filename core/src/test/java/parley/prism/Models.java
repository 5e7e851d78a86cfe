package parley.prism;

import java.util.Map;

/** Models and explorations that must succeed. */
final class Models {
    private Models() {}

    static Model model(String text, Map<String, String> constants) {
        return switch (PrismReader.read(text, constants)) {
            case Result.Of<Model>(Model model) -> model;
            case Result.Refused<Model>(Problem problem) -> throw new AssertionError(problem.toString());
        };
    }

    static Explored explored(Model model) {
        return explored(model, 4_000);
    }

    static Explored explored(Model model, int compileAt) {
        return switch (Explorer.explore(model, Explorer.LIMIT, states -> true, compileAt)) {
            case Explored explored -> explored;
            case Exploration.TooLarge large -> throw new AssertionError(large.toString());
            case Exploration.Stopped stopped -> throw new AssertionError(stopped.toString());
            case Exploration.Refused(Problem problem) -> throw new AssertionError(problem.toString());
        };
    }

    static Explored explored(String text) {
        return explored(model(text, Map.of()));
    }

    static Problem problem(String text, Map<String, String> constants) {
        return switch (PrismReader.read(text, constants)) {
            case Result.Refused<Model>(Problem problem) -> problem;
            case Result.Of<Model>(Model model) ->
                switch (Explorer.explore(model)) {
                    case Exploration.Refused(Problem problem) -> problem;
                    case Explored explored -> throw new AssertionError("The model is accepted.");
                    case Exploration.TooLarge large -> throw new AssertionError(large.toString());
                    case Exploration.Stopped stopped -> throw new AssertionError(stopped.toString());
                };
        };
    }

    static <T> T value(Result<T> result) {
        return switch (result) {
            case Result.Of<T>(T value) -> value;
            case Result.Refused<T>(Problem problem) -> throw new AssertionError(problem.toString());
        };
    }
}

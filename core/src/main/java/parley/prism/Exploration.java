package parley.prism;

/** How the exploration of a model ended. */
public sealed interface Exploration permits Explored, Exploration.TooLarge, Exploration.Stopped, Exploration.Refused {
    /** There are more states than the limit; nothing can be said about the model. */
    record TooLarge(int limit) implements Exploration {
        @Override
        public String toString() {
            return "The model has more than %,d states, the limit of the engine.".formatted(limit);
        }
    }

    /** Whoever asked did not want to wait any longer. */
    record Stopped(int states) implements Exploration {}

    /** The model breaks a rule in a state that can be reached. */
    record Refused(Problem problem) implements Exploration {}
}

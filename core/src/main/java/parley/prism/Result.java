package parley.prism;

import java.util.function.Supplier;

/** What was asked for, or why there is none. */
public sealed interface Result<T> {
    record Of<T>(T value) implements Result<T> {}

    record Refused<T>(Problem problem) implements Result<T> {}

    static <T> Result<T> of(Supplier<T> work) {
        try {
            return new Of<>(work.get());
        } catch (Refusal e) {
            return new Refused<>(e.problem());
        } catch (StackOverflowError e) {
            return new Refused<>(new Problem(0, 0, "An expression of the model is nested too deep."));
        }
    }
}

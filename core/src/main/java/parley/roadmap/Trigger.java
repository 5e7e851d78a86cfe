package parley.roadmap;

import java.time.LocalDate;

/** What starts a branch. */
public sealed interface Trigger {

    /** A condition becomes true, as a rule a state of a concession; it fires each time it becomes true. */
    record When(Condition condition) implements Trigger {}

    /** None of the step's concessions was verified by {@code day}. */
    record NothingBy(LocalDate day) implements Trigger {}

    /** None of the step's concessions was verified for {@code length} since its phase opened or its last branch fired. */
    record NothingFor(Length length) implements Trigger {}

    /** A named day. */
    record OnDay(LocalDate day) implements Trigger {}

    /** The phase has ended and no other branch of the step has fired. */
    record Otherwise() implements Trigger {}
}

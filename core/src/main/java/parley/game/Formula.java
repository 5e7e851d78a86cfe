package parley.game;

/** What can be true of a state. */
public sealed interface Formula {
    record Truth(boolean value) implements Formula {}

    /** A label of the model, without its quotation marks. */
    record Label(String name) implements Formula {}

    /** An expression over the variables of the model, as written. */
    record Expression(String text) implements Formula {}

    record Not(Formula formula) implements Formula {}

    record And(Formula left, Formula right) implements Formula {}

    record Or(Formula left, Formula right) implements Formula {}

    /** A question with a threshold, asked of each state. */
    record Asked(Query query) implements Formula {}
}

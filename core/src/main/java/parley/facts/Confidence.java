package parley.facts;

/** How far a row can be relied on. */
public enum Confidence {
    /** Found in the source named. */
    A,
    /** To be confirmed: never decides anything, at most it makes an answer unknown. */
    B
}

package parley.text;

/** A place that takes part in a problem, and what it has to do with it; {@code says} may be empty. */
public record Label(Span at, String says) {}

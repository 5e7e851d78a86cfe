package parley.text;

/** Replaces the text at {@code at} by {@code replacement}; an empty span inserts. */
public record Edit(Span at, String replacement) {}

package parley.roadmap;

import parley.text.Span;

/** A state with a vote in a partner's decisions that owes nothing by itself. */
public record Member(String id, String title, Ref of, Secrecy secrecy, Span at) implements Declaration {}

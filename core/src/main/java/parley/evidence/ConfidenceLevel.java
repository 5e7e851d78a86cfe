package parley.evidence;

/** How well founded a judgement is; never said in one sentence with a {@link Likelihood}. */
public enum ConfidenceLevel {
    LOW,
    MODERATE,
    HIGH
}

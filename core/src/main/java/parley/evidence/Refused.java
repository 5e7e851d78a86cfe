package parley.evidence;

/**
 * An entry that has no effect, because it says something that cannot be.
 *
 * @param reason one sentence
 */
public record Refused(long index, String reason) {}

package parley.evidence;

import java.time.Instant;

/**
 * One line of the evidence log.
 *
 * @param index its place, from 0 without a gap: the order of knowing
 * @param at when it was appended, by the clock of the writer
 */
public record Entry(long index, Instant at, Event event) {}

package parley.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A point of knowing: what the log held when it had {@code size} entries.
 *
 * @param size entries with a smaller index are known; at least 0
 * @param at the wall time of the question; only dated things (delegations, clocks) read it
 */
public record KnownAt(long size, Instant at) {
    public KnownAt {
        if (size < 0) {
            throw new IllegalArgumentException("A log has 0 entries or more, not " + size + ".");
        }
    }

    /**
     * Returns the point of knowing of a wall time: the entries before the first one that was made later. A clock that
     * was wrong can hide what came after it; it can never bring into the past what was learnt later.
     *
     * @param entries sorted by index
     */
    public static KnownAt of(List<Entry> entries, Instant at) {
        long size = 0;
        for (Entry entry : entries) {
            if (entry.at().isAfter(at)) {
                break;
            }
            size++;
        }
        return new KnownAt(size, at);
    }

    /** Returns the day on which it was asked, in UTC. */
    public LocalDate day() {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}

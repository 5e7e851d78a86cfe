package parley.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An event that happened on a day.
 *
 * @param date the day it happened
 * @param recorded the day we could know it
 * @param replaces the row it corrects, or {@code null}
 */
public record Occurrence(
        String id,
        String series,
        LocalDate date,
        LocalDate recorded,
        String title,
        String source,
        Confidence confidence,
        String origin,
        @Nullable String replaces,
        String note) {

    /** @throws IllegalArgumentException if it was recorded before the day it happened */
    public Occurrence {
        Facts.requireOrder("event", id, date, recorded);
    }
}

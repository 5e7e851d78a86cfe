package parley.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A number of an indicator.
 *
 * @param date the day it describes
 * @param value the number, or {@code null} if something was counted and nobody says how many
 * @param recorded the day we could know it
 * @param origin where the source has it from; empty if it is the source's own
 * @param replaces the row it corrects, or {@code null}
 */
public record Reading(
        String id,
        String series,
        LocalDate date,
        @Nullable Double value,
        LocalDate recorded,
        String source,
        Confidence confidence,
        String origin,
        @Nullable String replaces,
        String note) {

    /** @throws IllegalArgumentException if it was recorded before the day it describes, or is not a finite number */
    public Reading {
        Facts.requireOrder("reading", id, date, recorded);
        if (value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "The reading %s has the value %s; leave it empty if unknown.".formatted(id, value));
        }
    }
}

package parley.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A number of an indicator.
 *
 * @param date the day it describes, or the first day it may describe
 * @param value the number, or {@code null} if something was counted and nobody says how many
 * @param recorded the day we could know it
 * @param origin where the source has it from; empty if it is the source's own
 * @param replaces the row it corrects, or {@code null}
 * @param latest the last day it may describe; {@code date} if the day is known
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
        String note,
        LocalDate latest) {

    /** @throws IllegalArgumentException if it was recorded before the day it describes, or is not a finite number */
    public Reading {
        Facts.requireOrder("reading", id, date, recorded);
        if (value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "The reading %s has the value %s; leave it empty if unknown.".formatted(id, value));
        }
        Facts.requireDays("reading", id, date, latest);
    }

    /** A reading whose day is known. */
    public Reading(
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
        this(id, series, date, value, recorded, source, confidence, origin, replaces, note, date);
    }

    /** Returns the same reading of a day that is only known to lie within bounds. */
    public Reading between(LocalDate earliest, LocalDate latest) {
        return new Reading(id, series, earliest, value, recorded, source, confidence, origin, replaces, note, latest);
    }

    /** Says whether its day is known. */
    boolean exact() {
        return latest.equals(date);
    }
}

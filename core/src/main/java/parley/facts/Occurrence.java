package parley.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An event that happened on a day.
 *
 * @param date the day it happened, or the first day it may have happened
 * @param recorded the day we could know it
 * @param replaces the row it corrects, or {@code null}
 * @param latest the last day it may have happened; {@code date} if the day is known
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
        String note,
        LocalDate latest) {

    /** @throws IllegalArgumentException if it was recorded before the day it happened */
    public Occurrence {
        Facts.requireOrder("event", id, date, recorded);
        Facts.requireDays("event", id, date, latest);
    }

    /** An event whose day is known. */
    public Occurrence(
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
        this(id, series, date, recorded, title, source, confidence, origin, replaces, note, date);
    }

    /** Returns the same event on a day that is only known to lie within bounds. */
    public Occurrence between(LocalDate earliest, LocalDate latest) {
        return new Occurrence(
                id, series, earliest, recorded, title, source, confidence, origin, replaces, note, latest);
    }

    /** Says whether its day is known. */
    boolean exact() {
        return latest.equals(date);
    }
}

package parley.evidence;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/**
 * A day known to lie within bounds; both belong to it.
 *
 * @param earliest not after {@code latest}
 */
public record When(LocalDate earliest, LocalDate latest) {
    /** @throws IllegalArgumentException if the bounds are in the wrong order */
    public When {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException(
                    "The date lies between %s and %s, which is backwards. Maybe day and month are swapped."
                            .formatted(earliest, latest));
        }
    }

    public static When on(LocalDate day) {
        return new When(day, day);
    }

    public static When in(YearMonth month) {
        return new When(month.atDay(1), month.atEndOfMonth());
    }

    public static When in(Year year) {
        return new When(year.atDay(1), year.atDay(year.length()));
    }

    /**
     * Returns a day that may be some days off to both sides.
     *
     * @param days how far off it may be, at least 0
     */
    public static When about(LocalDate day, int days) {
        return new When(day.minusDays(days), day.plusDays(days));
    }

    /** Returns the day in the middle, for forms; no rule may rest on it. */
    public LocalDate middle() {
        return earliest.plusDays(java.time.temporal.ChronoUnit.DAYS.between(earliest, latest) / 2);
    }

    /** Returns how many days the middle may be off at most, to either side. */
    public long spread() {
        return java.time.temporal.ChronoUnit.DAYS.between(middle(), latest);
    }

    public boolean isExact() {
        return earliest.equals(latest);
    }

    /** Returns whether {@code this} says at least as exactly what {@code other} says. */
    public boolean isWithin(When other) {
        return !earliest.isBefore(other.earliest) && !latest.isAfter(other.latest);
    }

    /** The window "within n days" on a day D is (D − n, D]: surely inside if the whole interval is. */
    public boolean isSurelyWithin(int days, LocalDate day) {
        return earliest.isAfter(day.minusDays(days)) && !latest.isAfter(day);
    }

    /** Returns whether it touches (D − n, D]. */
    public boolean isPossiblyWithin(int days, LocalDate day) {
        return latest.isAfter(day.minusDays(days)) && !earliest.isAfter(day);
    }

    @Override
    public String toString() {
        return earliest + " " + latest;
    }
}

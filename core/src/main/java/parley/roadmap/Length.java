package parley.roadmap;

import java.time.LocalDate;

/**
 * A stretch of calendar time. Months and years follow the calendar (31 January plus one month is the last day of
 * February); a date that falls on a weekend stays there.
 */
public record Length(int count, Unit unit) {

    /** The units a text may use. */
    public enum Unit {
        DAYS("day"),
        WEEKS("week"),
        MONTHS("month"),
        YEARS("year");

        private final String word;

        Unit(String word) {
            this.word = word;
        }

        /** Returns the singular English word. */
        public String word() {
            return word;
        }
    }

    /** @throws IllegalArgumentException if the count is negative */
    public Length {
        if (count < 0) {
            throw new IllegalArgumentException("A length of time cannot be %d %s.".formatted(count, unit));
        }
    }

    public static Length days(int count) {
        return new Length(count, Unit.DAYS);
    }

    /** Returns the day this length after {@code day}. */
    public LocalDate after(LocalDate day) {
        return switch (unit) {
            case DAYS -> day.plusDays(count);
            case WEEKS -> day.plusWeeks(count);
            case MONTHS -> day.plusMonths(count);
            case YEARS -> day.plusYears(count);
        };
    }

    /** Returns the day this length before {@code day}. */
    public LocalDate before(LocalDate day) {
        return switch (unit) {
            case DAYS -> day.minusDays(count);
            case WEEKS -> day.minusWeeks(count);
            case MONTHS -> day.minusMonths(count);
            case YEARS -> day.minusYears(count);
        };
    }

    /** Returns the greatest number of days this length can take: a month counts 31, a year 366. */
    public int mostDays() {
        return switch (unit) {
            case DAYS -> count;
            case WEEKS -> Math.multiplyExact(count, 7);
            case MONTHS -> Math.multiplyExact(count, 31);
            case YEARS -> Math.multiplyExact(count, 366);
        };
    }

    /** Returns the words a text would use, for example {@code 6 months}. */
    public String words() {
        return count + " " + unit.word() + (count == 1 ? "" : "s");
    }

    @Override
    public String toString() {
        return words();
    }
}

package parley.brief;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Where a day lies from left to right. */
record TimeAxis(LocalDate from, LocalDate to) {
    static final int LEFT = 96;
    static final int RIGHT = 750;

    double x(LocalDate day) {
        double whole = Math.max(1, ChronoUnit.DAYS.between(from, to));
        return LEFT + (RIGHT - LEFT) * ChronoUnit.DAYS.between(from, day) / whole;
    }

    boolean shows(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Says whether bars and ticks are for years instead of months. */
    boolean isLong() {
        return ChronoUnit.MONTHS.between(from, to) > 48;
    }

    /** Returns the beginning of the month or year that holds a day. */
    LocalDate bin(LocalDate day) {
        return isLong() ? day.withDayOfYear(1) : day.withDayOfMonth(1);
    }
}

package parley.facts;

import java.time.LocalDate;
import parley.roadmap.Indicator;
import parley.roadmap.Length;

/** The periods of a flow: calendar months and years, weeks from Monday. */
public final class Periods {
    private Periods() {}

    /** Returns the period of one reading; a month if the text names none. */
    public static Length of(Indicator indicator) {
        Length.Unit per = indicator.per();
        return new Length(1, per == null ? Length.Unit.MONTHS : per);
    }

    /** Returns how many periods fill {@code hold}, at least one; a part of a period counts as a whole one. */
    public static int count(Length hold, Length period) {
        int months = months(hold);
        int each = months(period);
        int count =
                months > 0 && each > 0 ? Math.ceilDiv(months, each) : Math.ceilDiv(hold.mostDays(), period.mostDays());
        return Math.max(1, count);
    }

    private static int months(Length length) {
        return switch (length.unit()) {
            case DAYS, WEEKS -> 0;
            case MONTHS -> length.count();
            case YEARS -> Math.multiplyExact(length.count(), 12);
        };
    }

    /** Returns the number of the period a day lies in. */
    public static long number(Length period, LocalDate day) {
        return switch (period.unit()) {
            case DAYS -> day.toEpochDay();
            case WEEKS -> Math.floorDiv(day.toEpochDay() + 3, 7);
            case MONTHS -> day.getYear() * 12L + day.getMonthValue();
            case YEARS -> day.getYear();
        };
    }
}

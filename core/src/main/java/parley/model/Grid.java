package parley.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import parley.roadmap.Case;
import parley.roadmap.Length;

/**
 * Days in ticks. Rounding goes outward: what somebody may do gets every tick it might fall on, what we claim gets the
 * tighter bound, so that a proof on the grid is a proof in days (PROOF 2.5).
 *
 * @param days the days of a tick
 * @param from the first day, tick 0
 * @param to the last day
 */
public record Grid(int days, LocalDate from, LocalDate to) {
    public static Grid of(Case theCase, int days) {
        return new Grid(days, theCase.from(), theCase.to());
    }

    /** Returns the last tick that begins within the roadmap. */
    public int horizon() {
        return (int) ChronoUnit.DAYS.between(from, to) / days;
    }

    public LocalDate day(int tick) {
        return from.plusDays((long) tick * days);
    }

    int fewest(int inDays) {
        return inDays / days;
    }

    int most(int inDays) {
        return (inDays + days - 1) / days;
    }

    int fewest(Length length) {
        return fewest(fewestDays(length));
    }

    int most(Length length) {
        return most(mostDays(length));
    }

    /** Returns the greatest number of ticks that is surely within so many days. */
    public int within(int inDays) {
        return inDays / days;
    }

    /** Returns the tick a day lies in, not before the first. */
    int tick(LocalDate day) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(from, day) / days);
    }

    /** Returns the fewest days a length takes from a day of the roadmap. */
    public int fewestDays(Length length) {
        return extreme(length, true);
    }

    /** Returns the most days a length takes from a day of the roadmap. */
    public int mostDays(Length length) {
        return extreme(length, false);
    }

    private int extreme(Length length, boolean least) {
        if (length.unit() == Length.Unit.DAYS || length.unit() == Length.Unit.WEEKS) {
            return length.mostDays();
        }
        int found = least ? Integer.MAX_VALUE : 0;
        for (LocalDate start = from; !start.isAfter(to); start = nextThatMayDiffer(start)) {
            int taken = (int) ChronoUnit.DAYS.between(start, length.after(start));
            found = least ? Math.min(found, taken) : Math.max(found, taken);
        }
        return found;
    }

    /** Months and years from the 1st to the 28th take the same days: only what comes later is cut to shorter months. */
    private static LocalDate nextThatMayDiffer(LocalDate day) {
        return day.getDayOfMonth() < 28 ? day.withDayOfMonth(28) : day.plusDays(1);
    }
}

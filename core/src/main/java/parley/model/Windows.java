package parley.model;

import java.time.temporal.ChronoUnit;
import parley.roadmap.Case;
import parley.roadmap.Condition;
import parley.roadmap.Event;
import parley.roadmap.Length;

/** How many days at least pass before the record can show a condition, if nothing counts from before. */
final class Windows {
    private Windows() {}

    /** @param fresh whether quiet days from before count no more, as after a break */
    static int days(Condition condition, Case theCase, Grid grid, boolean fresh) {
        return switch (condition) {
            case Condition.All all ->
                all.parts().stream()
                        .mapToInt(p -> days(p, theCase, grid, fresh))
                        .max()
                        .orElse(0);
            case Condition.Any any ->
                any.parts().stream()
                        .mapToInt(p -> days(p, theCase, grid, fresh))
                        .min()
                        .orElse(0);
            case Condition.By by -> days(by.part(), theCase, grid, fresh);
            case Condition.Level level -> held(level, grid);
            case Condition.Absent absent -> fresh ? grid.fewestDays(absent.during()) : 0;
            case Condition.Not _,
                    Condition.Change _,
                    Condition.Total _,
                    Condition.Occurs _,
                    Condition.InState _,
                    Condition.Amount _,
                    Condition.Owed _ -> 0;
        };
    }

    /**
     * Returns the days from the first one of the grid until the record itself can show a condition: quiet of which nobody
     * watched the beginning is known to signers at best.
     */
    static int recorded(Condition condition, Case theCase, Grid grid) {
        return switch (condition) {
            case Condition.All all ->
                all.parts().stream()
                        .mapToInt(p -> recorded(p, theCase, grid))
                        .max()
                        .orElse(0);
            case Condition.Any any ->
                any.parts().stream()
                        .mapToInt(p -> recorded(p, theCase, grid))
                        .min()
                        .orElse(0);
            case Condition.By by -> recorded(by.part(), theCase, grid);
            case Condition.Absent absent -> watched(absent, theCase, grid);
            case Condition.Level _,
                    Condition.Not _,
                    Condition.Change _,
                    Condition.Total _,
                    Condition.Occurs _,
                    Condition.InState _,
                    Condition.Amount _,
                    Condition.Owed _ -> 0;
        };
    }

    private static int watched(Condition.Absent absent, Case theCase, Grid grid) {
        return theCase.byName().get(absent.event().id()) instanceof Event event && event.watchedFrom() != null
                ? (int) Math.max(
                        0, ChronoUnit.DAYS.between(grid.from(), absent.during().after(event.watchedFrom())))
                : 0;
    }

    /** The first of several readings may come on the first day: three months of monthly readings take two. */
    private static int held(Condition.Level level, Grid grid) {
        Length hold = level.hold();
        if (hold == null) {
            return 0;
        }
        if (level.per() == null) {
            return grid.fewestDays(hold);
        }
        return hold.count() <= 1 ? 0 : grid.fewestDays(new Length(hold.count() - 1, hold.unit()));
    }
}

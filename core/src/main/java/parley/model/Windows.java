package parley.model;

import java.time.temporal.ChronoUnit;
import java.util.Objects;
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
            case Condition.Absent absent -> fresh ? grid.fewestDays(absent.during()) : unwatched(absent, theCase, grid);
            case Condition.Not _,
                    Condition.Change _,
                    Condition.Total _,
                    Condition.Occurs _,
                    Condition.InState _,
                    Condition.Amount _,
                    Condition.Owed _ -> 0;
        };
    }

    /** Quiet days from before the roadmap count only as far as somebody was watching. */
    private static int unwatched(Condition.Absent absent, Case theCase, Grid grid) {
        return theCase.events().stream()
                .filter(e -> e.id().equals(absent.event().id()))
                .map(Event::watchedFrom)
                .filter(Objects::nonNull)
                .mapToInt(day -> (int) ChronoUnit.DAYS.between(grid.from(), day) + grid.fewestDays(absent.during()))
                .map(days -> Math.max(0, days))
                .findFirst()
                .orElse(0);
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

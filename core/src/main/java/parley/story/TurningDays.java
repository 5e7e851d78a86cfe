package parley.story;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.facts.Periods;
import parley.roadmap.Condition;
import parley.roadmap.Indicator;
import parley.roadmap.Length;

/**
 * The days on which a condition can change: between them it stays as it is. A figure comes in, grows stale or leaves a
 * window; a window is full for the first time; a month begins; a state begins. Asking these days instead of all of them is
 * what makes the choice of figures fast; if one is overlooked, the replay shows it.
 */
final class TurningDays {
    private final Ground ground;
    private final List<LocalDate> told;

    /** @param told the days of the story */
    TurningDays(Ground ground, List<LocalDate> told) {
        this.ground = ground;
        this.told = told;
    }

    /** Returns the days of a goal on which its condition must not be true, as far as they need asking. */
    NavigableSet<LocalDate> of(Goal goal, Sheet sheet) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        if (goal.quietTo().isBefore(goal.from())) {
            return days;
        }
        days.add(goal.from());
        days.add(goal.quietTo());
        for (Condition leaf : goal.condition().leaves()) {
            add(leaf, goal, sheet, days);
        }
        return days.subSet(goal.from(), true, goal.quietTo(), true);
    }

    private void add(Condition leaf, Goal goal, Sheet sheet, NavigableSet<LocalDate> days) {
        switch (leaf) {
            case Condition.Level l -> level(l, goal, sheet, days);
            case Condition.Total t -> window(t, t.within(), goal, sheet, days);
            case Condition.Absent a -> {
                window(a, a.during(), goal, sheet, days);
                LocalDate watched = ground.event(a.event().id()).watchedFrom();
                around(watched, a.during(), days);
            }
            case Condition.Occurs o -> window(o, o.within(), goal, sheet, days);
            case Condition.Change x -> {
                window(x, x.within(), goal, sheet, days);
                stale(ground.indicator(x.indicator().id()), sheet, days);
            }
            case Condition.InState in -> {
                for (LocalDate day : told) {
                    days.add(day);
                    days.add(day.plusDays(1));
                    around(day, in.hold(), days);
                }
            }
            case Condition.All _,
                    Condition.Any _,
                    Condition.Not _,
                    Condition.By _,
                    Condition.Amount _,
                    Condition.Owed _ -> {}
        }
    }

    private void level(Condition.Level l, Goal goal, Sheet sheet, NavigableSet<LocalDate> days) {
        Indicator indicator = ground.indicator(l.indicator().id());
        Length hold = l.hold();
        stale(indicator, sheet, days);
        if (indicator.kind() != Indicator.Kind.FLOW) {
            window(l, hold, goal, sheet, days);
            return;
        }
        Length period = Periods.of(indicator);
        int count = hold == null ? 1 : Periods.count(hold, period);
        for (int i = 1; i <= count; i++) {
            window(l, new Length(i, period.unit()), goal, sheet, days);
        }
        boolean begins = hold != null && !sheet.of(indicator.series()).isEmpty();
        for (LocalDate d = goal.from(); begins && !d.isAfter(goal.quietTo()); d = period.after(d)) {
            days.add(period.unit() == Length.Unit.MONTHS ? d.withDayOfMonth(1) : d);
        }
    }

    private void stale(Indicator indicator, Sheet sheet, NavigableSet<LocalDate> days) {
        Integer stale = indicator.staleDays();
        if (stale != null) {
            sheet.of(indicator.series()).keySet().forEach(d -> days.add(d.plusDays(stale + 1L)));
        }
    }

    private void window(Condition leaf, @Nullable Length window, Goal goal, Sheet sheet, NavigableSet<LocalDate> days) {
        String series = ground.series(leaf);
        if (series != null) {
            for (LocalDate d : sheet.of(series).keySet()) {
                days.add(d);
                days.add(d.plusDays(1));
                around(d, window, days);
            }
        }
        around(goal.since(), window, days);
        around(goal.deedsSince(), window, days);
    }

    /** Adds the day a window away; where months have no such day, the days around it. */
    private static void around(@Nullable LocalDate day, @Nullable Length window, NavigableSet<LocalDate> days) {
        if (day == null || window == null) {
            return;
        }
        LocalDate there = window.after(day);
        boolean calendar = window.unit() == Length.Unit.MONTHS || window.unit() == Length.Unit.YEARS;
        for (int i = -1; i <= (calendar ? 4 : 1); i++) {
            days.add(there.plusDays(i));
        }
    }
}

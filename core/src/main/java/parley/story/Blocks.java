package parley.story;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parley.facts.Periods;
import parley.roadmap.Condition;
import parley.roadmap.Condition.Comparison;
import parley.roadmap.Indicator;
import parley.roadmap.Length;

/** Writes figures that keep one leaf of a condition from being true on a day: what silence makes true needs a deed. */
final class Blocks {
    private final Ground ground;
    private final Figures figures;
    private final LocalDate firstDay;

    Blocks(Ground ground, Figures figures, LocalDate firstDay) {
        this.ground = ground;
        this.figures = figures;
        this.firstDay = firstDay;
    }

    /** Returns the sheet with what keeps the leaf from being true on {@code day} and no longer than needed, or {@code null}. */
    @Nullable
    Sheet block(Sheet sheet, Condition leaf, Goal goal, LocalDate day) {
        return switch (leaf) {
            case Condition.Absent a -> count(sheet, a.event().id(), a.during(), 1, goal.since(), goal, day);
            case Condition.Occurs o ->
                capped(o.comparison())
                        ? count(
                                sheet,
                                o.event().id(),
                                o.within(),
                                tooMany(o.comparison(), o.count()),
                                goal.deedsSince(),
                                goal,
                                day)
                        : null;
            case Condition.Total t ->
                capped(t.comparison())
                        ? sum(
                                sheet,
                                t.indicator().id(),
                                t.within(),
                                tooMany(t.comparison(), t.value()),
                                goal.deedsSince(),
                                goal,
                                day)
                        : null;
            case Condition.Level l -> level(sheet, l, goal, day);
            case Condition.Change _,
                    Condition.All _,
                    Condition.Any _,
                    Condition.Not _,
                    Condition.By _,
                    Condition.InState _,
                    Condition.Amount _,
                    Condition.Owed _ -> null;
        };
    }

    private static boolean capped(Comparison c) {
        return c == Comparison.AT_MOST || c == Comparison.BELOW || c == Comparison.EXACTLY;
    }

    private static double tooMany(Comparison c, double bound) {
        return c == Comparison.BELOW ? Math.ceil(bound) : Math.floor(bound) + 1;
    }

    /** Returns the last day of a window that has left it when the goal comes true, or the day itself. */
    private static LocalDate latest(@Nullable Length window, Goal goal, LocalDate day) {
        LocalDate on = goal.on();
        if (on == null) {
            return day;
        }
        return window == null ? LocalDate.MIN : Ground.earlier(day, window.before(on));
    }

    private boolean counts(LocalDate at, LocalDate since) {
        return !at.isBefore(firstDay) && !at.isBefore(since);
    }

    private @Nullable Sheet count(
            Sheet sheet,
            String event,
            @Nullable Length window,
            double needed,
            LocalDate since,
            Goal goal,
            LocalDate day) {
        LocalDate at = latest(window, goal, day);
        if (!counts(at, since)) {
            return null;
        }
        LocalDate first =
                window == null ? since : Ground.later(window.before(day).plusDays(1), since);
        double there = sheet.sum(ground.event(event).series(), first, day);
        return needed <= there ? null : figures.happen(sheet.copy(), event, needed - there, goal, at);
    }

    private @Nullable Sheet sum(
            Sheet sheet, String name, Length window, double needed, LocalDate since, Goal goal, LocalDate day) {
        LocalDate at = latest(window, goal, day);
        if (!counts(at, since)) {
            return null;
        }
        Indicator indicator = ground.indicator(name);
        LocalDate first = Ground.later(window.before(day).plusDays(1), since);
        double there = sheet.sum(indicator.series(), first, day);
        return needed <= there ? null : figures.add(sheet.copy(), indicator, needed - there, goal, at);
    }

    private @Nullable Sheet level(Sheet sheet, Condition.Level l, Goal goal, LocalDate day) {
        Indicator indicator = ground.indicator(l.indicator().id());
        boolean flow = indicator.kind() == Indicator.Kind.FLOW;
        Length hold = l.hold();
        if (flow && indicator.silenceMeansNone()) {
            int periods = hold == null ? 1 : Periods.count(hold, Periods.of(indicator));
            var window = new Length(periods, Periods.of(indicator).unit());
            return capped(l.comparison())
                    ? sum(sheet, indicator.id(), window, tooMany(l.comparison(), l.value()), goal.since(), goal, day)
                    : null;
        }
        Length window = hold == null
                ? Length.days(1)
                : flow
                        ? new Length(
                                Periods.count(hold, Periods.of(indicator)),
                                Periods.of(indicator).unit())
                        : hold;
        LocalDate at = latest(window, goal, day);
        Band outside = Band.of(Ways.opposite(l.comparison()), l.value());
        return outside == null || !counts(at, goal.since())
                ? null
                : figures.reading(sheet.copy(), indicator, outside, goal, at);
    }
}

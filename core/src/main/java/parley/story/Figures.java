package parley.story;

import static parley.story.Ground.later;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.facts.Periods;
import parley.roadmap.Condition;
import parley.roadmap.Indicator;
import parley.roadmap.Length;
import parley.story.Sheet.Cell;

/** Writes figures that make one leaf of a condition true on a day, if possible from that day on. */
final class Figures {
    private final Ground ground;
    private final LocalDate firstDay;

    /** @param firstDay the first day a figure may have */
    Figures(Ground ground, LocalDate firstDay) {
        this.ground = ground;
        this.firstDay = firstDay;
    }

    /** Returns the sheet with what the leaf needs, each way one sheet, the likeliest first; none if there is no way. */
    List<Sheet> make(Sheet sheet, Condition leaf, Goal goal, LocalDate day) {
        return switch (leaf) {
            case Condition.Level l -> level(sheet, l, goal, day);
            case Condition.Total t -> one(total(sheet, t, goal, day));
            case Condition.Occurs o -> one(occurs(sheet, o, goal, day));
            case Condition.Absent a -> one(absent(sheet, a, goal, day));
            case Condition.Change x -> one(change(sheet, x, goal, day, true));
            case Condition.Not(Condition.Change x, var _) -> one(change(sheet, x, goal, day, false));
            case Condition.InState _,
                    Condition.Not _,
                    Condition.Amount _,
                    Condition.Owed _,
                    Condition.By _,
                    Condition.All _,
                    Condition.Any _ -> List.of(sheet);
        };
    }

    private static List<Sheet> one(@Nullable Sheet sheet) {
        return sheet == null ? List.of() : List.of(sheet);
    }

    private static List<Sheet> either(@Nullable Sheet likelier, @Nullable Sheet other) {
        return Stream.of(likelier, other).filter(Objects::nonNull).toList();
    }

    private List<Sheet> level(Sheet sheet, Condition.Level l, Goal goal, LocalDate day) {
        Indicator indicator = ground.indicator(l.indicator().id());
        Band band = Band.of(l.comparison(), l.value());
        if (band == null) {
            return List.of();
        }
        boolean flow = indicator.kind() == Indicator.Kind.FLOW;
        Length hold = l.hold();
        if (flow && indicator.silenceMeansNone()) {
            int count = hold == null ? 1 : Periods.count(hold, Periods.of(indicator));
            return one(sums(sheet, indicator, band, count, goal, day));
        }
        if (hold == null) {
            return either(reading(sheet.copy(), indicator, band, goal, day), lasts(sheet.copy(), indicator, band, day));
        }
        if (flow) {
            int count = Periods.count(hold, Periods.of(indicator));
            return either(
                    periods(sheet.copy(), indicator, band, count, goal, day, true),
                    periods(sheet.copy(), indicator, band, count, goal, day, false));
        }
        return one(held(sheet.copy(), indicator, band, hold, goal, day));
    }

    /** Puts a reading, or narrows the one that is there. */
    @Nullable
    Sheet reading(Sheet sheet, Indicator indicator, Band band, Goal goal, LocalDate day) {
        if (day.isBefore(firstDay)) {
            return null;
        }
        Cell before = sheet.of(indicator.series()).get(day);
        Band both = before == null ? band : before.band().and(band);
        if (both == null) {
            return null;
        }
        sheet.put(
                indicator.series(),
                day,
                before == null
                        ? new Cell(indicator.id(), both, false, false, goal.happening())
                        : new Cell(before.name(), both, before.total(), false, before.happening()));
        return sheet;
    }

    /** Relies on the last reading before the day. */
    private static @Nullable Sheet lasts(Sheet sheet, Indicator indicator, Band band, LocalDate day) {
        Map.Entry<LocalDate, Cell> last = sheet.of(indicator.series()).floorEntry(day);
        if (last == null || freshUntil(indicator, last.getKey()).isBefore(day)) {
            return null;
        }
        return narrow(sheet, indicator, band, last.getKey());
    }

    private static @Nullable Sheet narrow(Sheet sheet, Indicator indicator, Band band, LocalDate day) {
        Cell before = Objects.requireNonNull(sheet.of(indicator.series()).get(day), "narrow what is there");
        Band both = before.band().and(band);
        if (both == null) {
            return null;
        }
        sheet.put(indicator.series(), day, new Cell(before.name(), both, before.total(), false, before.happening()));
        return sheet;
    }

    private static LocalDate freshUntil(Indicator indicator, LocalDate day) {
        Integer stale = indicator.staleDays();
        return stale == null ? LocalDate.MAX : day.plusDays(stale);
    }

    /** A level that has to last: readings from the first day of the window on, renewed before they are stale. */
    private @Nullable Sheet held(Sheet sheet, Indicator indicator, Band band, Length hold, Goal goal, LocalDate day) {
        LocalDate first = later(hold.before(day).plusDays(1), goal.since());
        Sheet made = reading(sheet, indicator, band, goal, earlierOf(first, day));
        LocalDate at = earlierOf(first, day);
        while (made != null && at.isBefore(day)) {
            LocalDate next = made.of(indicator.series()).higherKey(at);
            LocalDate due = renewal(indicator, at);
            if (next != null
                    && !next.isAfter(earlierOf(freshUntil(indicator, at), day.minusDays(1))
                            .plusDays(1))) {
                made = next.isAfter(day) ? made : narrow(made, indicator, band, next);
                at = next;
            } else if (freshUntil(indicator, at).isBefore(day)) {
                made = reading(made, indicator, band, goal, due);
                at = due;
            } else {
                at = day;
            }
        }
        return made;
    }

    private static LocalDate earlierOf(LocalDate a, LocalDate b) {
        return Ground.earlier(a, b);
    }

    /** Returns when the next reading comes: by the period of the indicator if that is soon enough. */
    private static LocalDate renewal(Indicator indicator, LocalDate at) {
        Length updated = indicator.updated();
        LocalDate stale = freshUntil(indicator, at);
        boolean calendar =
                updated != null && (updated.unit() == Length.Unit.MONTHS || updated.unit() == Length.Unit.YEARS);
        LocalDate usual = updated != null && calendar ? updated.after(at) : stale;
        return usual.isAfter(stale) ? stale : usual;
    }

    /**
     * One reading for each of the last periods.
     *
     * @param fresh whether the last period has to be read on the day itself, so that it is true from then on
     */
    private @Nullable Sheet periods(
            Sheet sheet, Indicator indicator, Band band, int count, Goal goal, LocalDate day, boolean fresh) {
        Length period = Periods.of(indicator);
        LocalDate opens = later(goal.since().plusDays(1), firstDay);
        Sheet made = sheet;
        for (int i = count - 1; i >= 0 && made != null; i--) {
            LocalDate wished = later(new Length(i, period.unit()).before(day), opens);
            long number = Periods.number(period, day) - i;
            if (Periods.number(period, wished) != number) {
                return null;
            }
            List<LocalDate> there =
                    made.of(indicator.series()).subMap(opens, true, later(day, opens), true).keySet().stream()
                            .filter(d -> Periods.number(period, d) == number)
                            .toList();
            for (LocalDate d : there) {
                made = made == null ? null : narrow(made, indicator, band, d);
            }
            boolean needed = i == 0 ? fresh || there.isEmpty() : there.isEmpty();
            if (made != null && needed) {
                made = reading(made, indicator, band, goal, wished);
            }
        }
        return made;
    }

    /** Sums of the last periods, in which silence means none. */
    private @Nullable Sheet sums(Sheet sheet, Indicator indicator, Band band, int count, Goal goal, LocalDate day) {
        Length period = Periods.of(indicator);
        Sheet made = sheet.copy();
        LocalDate end = day;
        for (int i = 1; i <= count && made != null; i++) {
            LocalDate start = new Length(i, period.unit()).before(day);
            LocalDate first = later(start.plusDays(1), goal.since());
            made = sum(made, indicator, band, first, end, goal);
            end = start;
        }
        return made;
    }

    private @Nullable Sheet total(Sheet sheet, Condition.Total t, Goal goal, LocalDate day) {
        Indicator indicator = ground.indicator(t.indicator().id());
        Band band = Band.of(t.comparison(), t.value());
        LocalDate first = later(t.within().before(day).plusDays(1), goal.deedsSince());
        return band == null ? null : sum(sheet.copy(), indicator, band, first, day, goal);
    }

    /** Adds on the last day of a window what its sum lacks. */
    private @Nullable Sheet sum(
            Sheet sheet, Indicator indicator, Band band, LocalDate first, LocalDate last, Goal goal) {
        double sum = sheet.sum(indicator.series(), first, last);
        boolean silent = first.isAfter(last)
                || sheet.of(indicator.series()).subMap(first, true, last, true).isEmpty();
        if (sum > band.high()) {
            return null;
        }
        if (sum >= band.low() && (indicator.silenceMeansNone() || !silent)) {
            return sheet;
        }
        return add(sheet, indicator, Math.max(0, band.low() - sum), goal, last);
    }

    /** Adds to the figure of a day. */
    @Nullable
    Sheet add(Sheet sheet, Indicator indicator, double more, Goal goal, LocalDate day) {
        if (day.isBefore(firstDay)) {
            return null;
        }
        Cell before = sheet.of(indicator.series()).get(day);
        double value = more + (before == null ? 0 : before.value());
        if (before != null && !before.total()) {
            return null; // the figure is there to be read, not to be added to
        }
        boolean flow = indicator.kind() == Indicator.Kind.FLOW;
        int happening = before == null ? goal.happening() : before.happening();
        sheet.put(indicator.series(), day, new Cell(indicator.id(), new Band(value, value), flow, false, happening));
        return sheet;
    }

    private @Nullable Sheet occurs(Sheet sheet, Condition.Occurs o, Goal goal, LocalDate day) {
        Band band = Band.of(o.comparison(), o.count());
        String series = ground.event(o.event().id()).series();
        Length within = o.within();
        LocalDate first =
                within == null ? goal.deedsSince() : later(within.before(day).plusDays(1), goal.deedsSince());
        double sum = sheet.sum(series, first, day);
        if (band == null || sum > band.high()) {
            return null;
        }
        return sum >= band.low() ? sheet : happen(sheet.copy(), o.event().id(), band.low() - sum, goal, day);
    }

    /** Lets an event happen so many times more on a day. */
    @Nullable
    Sheet happen(Sheet sheet, String event, double times, Goal goal, LocalDate day) {
        if (day.isBefore(firstDay)) {
            return null;
        }
        String series = ground.event(event).series();
        Cell before = sheet.of(series).get(day);
        double value = times + (before == null ? 0 : before.value());
        int happening = before == null ? goal.happening() : before.happening();
        sheet.put(series, day, new Cell(event, new Band(value, value), false, true, happening));
        return sheet;
    }

    private @Nullable Sheet absent(Sheet sheet, Condition.Absent a, Goal goal, LocalDate day) {
        LocalDate first = later(a.during().before(day).plusDays(1), goal.since());
        return sheet.sum(ground.event(a.event().id()).series(), first, day) > 0 ? null : sheet;
    }

    private @Nullable Sheet change(Sheet sheet, Condition.Change x, Goal goal, LocalDate day, boolean comes) {
        Indicator indicator = ground.indicator(x.indicator().id());
        LocalDate start = later(x.within().before(day), goal.deedsSince());
        if (!start.isBefore(day)) {
            return null;
        }
        NavigableMap<LocalDate, Cell> there = sheet.of(indicator.series());
        Map.Entry<LocalDate, Cell> last = there.floorEntry(start);
        boolean fresh = last != null && !freshUntil(indicator, last.getKey()).isBefore(start);
        double moved = comes ? x.by() : 0;
        double neutral = ground.above(indicator.series());
        double from = fresh && last != null ? last.getValue().value() : x.falls() ? neutral + moved : neutral;
        double to = x.falls() ? from - moved : from + moved;
        if (to < 0) {
            return null;
        }
        Sheet made = sheet.copy();
        made = fresh && last != null
                ? narrow(made, indicator, new Band(from, from), last.getKey())
                : reading(made, indicator, new Band(from, from), goal, start);
        return made == null ? null : reading(made, indicator, new Band(to, to), goal, day);
    }
}

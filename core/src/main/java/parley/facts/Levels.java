package parley.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import parley.roadmap.Condition;
import parley.roadmap.Condition.Comparison;
import parley.roadmap.Indicator;
import parley.roadmap.Length;
import parley.text.Phrase;

/** Answers how high an indicator stands, has stood, or how much it has moved. Days are epoch days. */
final class Levels {
    private final FactIndex index;

    Levels(FactIndex index) {
        this.index = index;
    }

    Answer answer(Condition.Level c, Indicator indicator, LocalDate day, LocalDate since) {
        Length hold = c.hold();
        if (hold == null) {
            return indicator.kind() == Indicator.Kind.FLOW && indicator.silenceMeansNone()
                    ? periods(c, indicator, 1, day, since)
                    : held(c, indicator, day, day);
        }
        boolean flow = indicator.kind() == Indicator.Kind.FLOW;
        if (flow && !indicator.silenceMeansNone()) {
            return months(c, indicator, Periods.count(hold, Periods.of(indicator)), day, since);
        }
        if (Evaluator.tooEarly(hold, day, since)) {
            return Answer.of(
                    Truth.FALSE, Phrase.of("%s is watched for %s", indicator.id(), Evaluator.soFar(hold, day, since)));
        }
        if (flow) {
            return periods(c, indicator, Periods.count(hold, Periods.of(indicator)), day, since);
        }
        LocalDate first = Evaluator.first(hold, day, since);
        return held(c, indicator, first.isAfter(day) ? day : first, day);
    }

    /** The last reading counts until the next one or until it is stale; it must satisfy on every day. */
    private Answer held(Condition.Level c, Indicator indicator, LocalDate firstDay, LocalDate lastDay) {
        ReadingSeries series = index.readings(indicator.series());
        long first = firstDay.toEpochDay();
        long last = lastDay.toEpochDay();
        int from = series.stepAt(first);
        int to = series.stepAt(last);
        String needed = Interval.needed(c.comparison(), c.value());
        List<String> facts = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        Truth truth = Truth.TRUE;
        if (from < 0) {
            truth = Truth.UNKNOWN;
            gaps.add(Phrase.of("%s has no reading up to %s", indicator.id(), firstDay));
        }
        for (int i = Math.max(from, 0); i <= to; i++) {
            long begin = Math.max(series.stepDay(i), first);
            long end = i == to ? last : series.stepDay(i + 1) - 1;
            long fresh = freshUntil(indicator, series.stepDay(i));
            if (begin <= fresh) {
                Interval value = series.step(i);
                Truth here = value.compare(c.comparison(), c.value());
                facts.add(series.stepId(i));
                String said = Phrase.of(
                        "%s was %s on %s, %s", indicator.id(), value.words(), date(series.stepDay(i)), needed);
                if (here == Truth.FALSE) {
                    return new Answer(Truth.FALSE, reasons(said, indicator, first, last), List.of(series.stepId(i)));
                }
                if (here == Truth.UNKNOWN) {
                    gaps.add(said);
                }
                truth = truth.and(here);
            }
            if (fresh < end) {
                truth = truth.and(Truth.UNKNOWN);
                gaps.add(Phrase.of(
                        "the reading of %s of %s says nothing after %s",
                        indicator.id(), date(series.stepDay(i)), date(fresh)));
            }
        }
        if (truth != Truth.TRUE) {
            return new Answer(truth, reasons(String.join("; ", gaps), indicator, first, last), facts);
        }
        String said = Phrase.of(
                "%s was %s on %s, %s", indicator.id(), series.step(to).words(), date(series.stepDay(to)), needed);
        String held = first == last ? said : said + ", and satisfied since " + firstDay;
        return new Answer(truth, reasons(held, indicator, first, last), facts);
    }

    /** Adds how many readings were left out because nobody has confirmed them. */
    private List<String> reasons(String said, Indicator indicator, long first, long last) {
        ReadingSeries series = index.readings(indicator.series());
        int step = series.stepAt(first);
        int skipped = series.unconfirmed(step < 0 ? first : series.stepDay(step), last);
        return skipped == 0
                ? List.of(said)
                : List.of(
                        said,
                        Phrase.of(
                                "%d %s of %s to %s not confirmed and left out",
                                skipped,
                                skipped == 1 ? "reading" : "readings",
                                indicator.id(),
                                date(last) + (skipped == 1 ? " is" : " are")));
    }

    /** The last {@code n} readings of a flow that reports once a period: one for each period, none missing. */
    private Answer months(Condition.Level c, Indicator indicator, int n, LocalDate day, LocalDate since) {
        ReadingSeries series = index.readings(indicator.series());
        Length period = Periods.of(indicator);
        String name = indicator.id();
        LocalDate opens = since.plusDays(1);
        long firstPeriod = Periods.number(period, opens);
        long today = Periods.number(period, day);
        int lastStep = series.stepAt(day.toEpochDay());
        boolean any = lastStep >= 0 && series.stepDay(lastStep) >= opens.toEpochDay();
        long lastPeriod = any ? Periods.number(period, date(series.stepDay(lastStep))) : today - 1;
        boolean stale = any && freshUntil(indicator, series.stepDay(lastStep)) < day.toEpochDay();
        long from = stale ? today - n + 1 : lastPeriod - n + 1;
        String needed = Interval.needed(c.comparison(), c.value());
        List<String> facts = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        long expected = lastPeriod;
        for (int i = lastStep; i >= 0 && series.stepDay(i) >= opens.toEpochDay(); i--) {
            long in = Periods.number(period, date(series.stepDay(i)));
            if (in < from) {
                break;
            }
            // A figure of some day of the month is the figure of the month.
            if (opensWithin(series, i, period, in)) {
                continue;
            }
            Interval value = series.step(i);
            while (i > 0
                    && series.stepDay(i - 1) >= opens.toEpochDay()
                    && Periods.number(period, date(series.stepDay(i - 1))) == in) {
                facts.add(series.stepId(i));
                i--;
                value = opensWithin(series, i, period, in) ? value : value.hull(series.step(i));
            }
            facts.add(series.stepId(i));
            String said = Phrase.of("%s was %s on %s", name, value.words(), date(series.stepDay(i)));
            figures.add(said);
            switch (value.compare(c.comparison(), c.value())) {
                case FALSE -> {
                    return new Answer(Truth.FALSE, List.of(said + ", " + needed), List.of(series.stepId(i)));
                }
                case UNKNOWN -> gaps.add(said + ", " + needed);
                case TRUE -> {}
            }
            if (in < expected) {
                gaps.add(Phrase.of("%s lacks readings between %s and the next one", name, date(series.stepDay(i))));
            }
            expected = in - 1;
        }
        String unit = period.unit().word();
        boolean onlyOpeningLacks =
                expected == firstPeriod && from == firstPeriod && Periods.number(period, since) == firstPeriod;
        boolean tooEarly =
                onlyOpeningLacks || today - firstPeriod + 1 < n || (!stale && lastPeriod - firstPeriod + 1 < n);
        if (tooEarly) {
            long had = Math.max(0, lastPeriod - firstPeriod + (onlyOpeningLacks ? 0 : 1));
            return new Answer(
                    Truth.FALSE,
                    List.of(Phrase.of("%s has only %d of %d %ss so far, open since %s", name, had, n, unit, since)),
                    facts);
        }
        if (stale) {
            gaps.add(Phrase.of(
                    "the last reading of %s, of %s, is stale on %s", name, date(series.stepDay(lastStep)), day));
        } else if (expected >= from) {
            gaps.add(Phrase.of("%s lacks a reading in the last %d %ss up to %s", name, n, unit, day));
        }
        return gaps.isEmpty()
                ? new Answer(Truth.TRUE, List.of(String.join("; ", figures) + "; " + needed), facts)
                : new Answer(Truth.UNKNOWN, gaps, facts);
    }

    /** Says whether a step is only the first day of a reading all whose days lie in one period. */
    private static boolean opensWithin(ReadingSeries series, int step, Length period, long number) {
        return series.opensUntil(step) != series.stepDay(step)
                && Periods.number(period, date(series.opensUntil(step))) == number;
    }

    /** A flow in which silence means none: the total of each of the last {@code n} periods, the last ending today. */
    private Answer periods(Condition.Level c, Indicator indicator, int n, LocalDate day, LocalDate since) {
        ReadingSeries series = index.readings(indicator.series());
        Length period = Periods.of(indicator);
        Truth truth = Truth.TRUE;
        List<String> reasons = new ArrayList<>();
        LocalDate end = day;
        for (int i = 1; i <= n; i++) {
            LocalDate start = new Length(Math.multiplyExact(period.count(), i), period.unit()).before(day);
            if (start.isBefore(since)) {
                start = since.minusDays(1);
            }
            FactIndex.Sum sum = series.total(start.toEpochDay() + 1, end.toEpochDay());
            Interval value =
                    sum.unsure() == 0 ? Interval.of(sum.sure()) : new Interval(sum.sure(), Double.POSITIVE_INFINITY);
            Truth here = value.compare(c.comparison(), c.value());
            String said = Phrase.of(
                    "%s totals %s in the %s to %s, %s",
                    indicator.id(), value.words(), period.words(), end, Interval.needed(c.comparison(), c.value()));
            List<String> ids = series.ids(start.toEpochDay() + 1, end.toEpochDay());
            if (here == Truth.FALSE) {
                return new Answer(Truth.FALSE, List.of(said), ids);
            }
            truth = truth.and(here);
            reasons.add(said);
            end = start;
        }
        return new Answer(truth, reasons, series.ids(end.toEpochDay() + 1, day.toEpochDay()));
    }

    /** The last reading against the one at the start of the window. */
    Answer change(Condition.Change c, Indicator indicator, LocalDate day, LocalDate since) {
        ReadingSeries series = index.readings(indicator.series());
        LocalDate before = c.within().before(day);
        LocalDate start = before.isBefore(since) ? since : before;
        int from = series.stepAt(start.toEpochDay());
        int to = series.stepAt(day.toEpochDay());
        if (from < 0 || freshUntil(indicator, series.stepDay(from)) < start.toEpochDay()) {
            return Answer.of(Truth.UNKNOWN, Phrase.of("%s has no fresh reading on %s", indicator.id(), start));
        }
        if (freshUntil(indicator, series.stepDay(to)) < day.toEpochDay()) {
            return Answer.of(
                    Truth.UNKNOWN,
                    Phrase.of(
                            "the last reading of %s, of %s, is stale on %s",
                            indicator.id(), date(series.stepDay(to)), day));
        }
        Interval moved = from == to
                ? Interval.of(0)
                : c.falls()
                        ? series.step(from).minus(series.step(to))
                        : series.step(to).minus(series.step(from));
        return new Answer(
                moved.compare(Comparison.AT_LEAST, c.by()),
                List.of(Phrase.of(
                        "%s went from %s on %s to %s on %s, a %s of %s needed",
                        indicator.id(),
                        series.step(from).words(),
                        date(series.stepDay(from)),
                        series.step(to).words(),
                        date(series.stepDay(to)),
                        c.falls() ? "fall" : "rise",
                        Interval.figure(c.by()))),
                from == to ? List.of(series.stepId(to)) : List.of(series.stepId(from), series.stepId(to)));
    }

    /** Returns the last day on which a reading says something. */
    private static long freshUntil(Indicator indicator, long day) {
        Integer stale = indicator.staleDays();
        return stale == null ? Long.MAX_VALUE : day + stale;
    }

    private static LocalDate date(long epochDay) {
        return LocalDate.ofEpochDay(epochDay);
    }
}

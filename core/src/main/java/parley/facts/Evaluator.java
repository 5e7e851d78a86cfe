package parley.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.roadmap.Condition;
import parley.roadmap.Declaration;
import parley.roadmap.Event;
import parley.roadmap.Indicator;
import parley.roadmap.Length;
import parley.roadmap.Ref;
import parley.text.Phrase;

/**
 * Answers conditions from the record. A window of length L on day d is (d − L, d], and never reaches before the day
 * since which the question is open.
 */
public final class Evaluator {
    private final Map<String, Declaration> names;
    private final FactIndex index;
    private final StateReader states;
    private final Levels levels;

    /** @param names the declarations of the case by name, as {@link parley.roadmap.Case#byName()} returns them */
    public Evaluator(Map<String, Declaration> names, FactIndex index, StateReader states) {
        this.names = Map.copyOf(names);
        this.index = index;
        this.states = states;
        this.levels = new Levels(index);
    }

    /**
     * Says whether {@code c} holds on {@code day}.
     *
     * @param since the day the question was opened; it belongs to every window that reaches it
     * @throws IllegalArgumentException if {@code day} lies before {@code since}
     * @throws IllegalStateException if a name is not what the checker has made sure it is
     */
    public Answer answer(Condition c, LocalDate day, LocalDate since) {
        return answer(c, day, since, since);
    }

    /**
     * Says whether {@code c} holds on {@code day}, where what is done (totals, changes, occurrences) counts from a later
     * day than what lasts (levels, absences): a deed from before an offer is not done in answer to it.
     *
     * @param since the first day that windows of lasting things may reach
     * @param deedsSince the first day on which a deed counts
     */
    public Answer answer(Condition c, LocalDate day, LocalDate since, LocalDate deedsSince) {
        if (day.isBefore(since)) {
            throw new IllegalArgumentException(
                    Phrase.of("A question open since %s cannot be asked on %s.", since, day));
        }
        return switch (c) {
            case Condition.All all -> joined(all.parts(), Truth.TRUE, day, since, deedsSince);
            case Condition.Any any -> joined(any.parts(), Truth.FALSE, day, since, deedsSince);
            case Condition.Not not -> answer(not.part(), day, since, deedsSince).not();
            case Condition.Level level ->
                levels.answer(level, declared(level.indicator(), Indicator.class), day, since);
            case Condition.Change change ->
                levels.change(change, declared(change.indicator(), Indicator.class), day, deedsSince);
            case Condition.Total total -> total(total, day, deedsSince);
            case Condition.Absent absent -> absent(absent, day, since);
            case Condition.Occurs occurs -> occurs(occurs, day, deedsSince);
            case Condition.InState inState -> states.inState(inState, day, since);
            case Condition.Amount amount -> states.amount(amount, day, since);
            case Condition.Owed owed -> states.owed(owed, day, since);
            case Condition.By by -> states.by(by, day, since);
        };
    }

    /** Joins parts with and ({@code neutral} TRUE) or or (FALSE); the reasons are those of the parts that decide. */
    private Answer joined(List<Condition> parts, Truth neutral, LocalDate day, LocalDate since, LocalDate deedsSince) {
        List<Answer> answers =
                parts.stream().map(part -> answer(part, day, since, deedsSince)).toList();
        Truth truth = neutral;
        for (Answer answer : answers) {
            truth = neutral == Truth.TRUE ? truth.and(answer.truth()) : truth.or(answer.truth());
        }
        Set<String> reasons = new LinkedHashSet<>();
        Set<String> facts = new LinkedHashSet<>();
        for (Answer answer : answers) {
            if (answer.truth() == truth) {
                reasons.addAll(answer.reasons());
                facts.addAll(answer.factIds());
            }
        }
        return new Answer(truth, new ArrayList<>(reasons), new ArrayList<>(facts));
    }

    private Answer total(Condition.Total c, LocalDate day, LocalDate since) {
        Indicator indicator = declared(c.indicator(), Indicator.class);
        LocalDate first = first(c.within(), day, since);
        ReadingSeries series = index.readings(indicator.series());
        FactIndex.Sum sum = series.total(first.toEpochDay(), day.toEpochDay());
        String window = window(c.within(), first, day, since);
        String needed = Interval.needed(c.comparison(), c.value());
        if (sum.rows() == 0 && !indicator.silenceMeansNone()) {
            return Answer.of(Truth.UNKNOWN, Phrase.of("%s has no reading in %s, %s", indicator.id(), window, needed));
        }
        Interval total =
                sum.unsure() == 0 ? Interval.of(sum.sure()) : new Interval(sum.sure(), Double.POSITIVE_INFINITY);
        String unsure = sum.unsure() == 0
                ? ""
                : Phrase.of(
                        "; %d %s no number that is confirmed",
                        sum.unsure(), sum.unsure() == 1 ? "row has" : "rows have");
        return new Answer(
                total.compare(c.comparison(), c.value()),
                List.of(Phrase.of("%s totals %s in %s, %s%s", indicator.id(), total.words(), window, needed, unsure)),
                series.ids(first.toEpochDay(), day.toEpochDay()));
    }

    private Answer absent(Condition.Absent c, LocalDate day, LocalDate since) {
        Event event = declared(c.event(), Event.class);
        EventSeries series = index.events(event.series());
        LocalDate first = first(c.during(), day, since);
        String window = window(c.during(), first, day, since);
        List<String> sure = series.sure(first.toEpochDay(), day.toEpochDay());
        if (!sure.isEmpty()) {
            LocalDate last = LocalDate.ofEpochDay(series.lastSure(day.toEpochDay()));
            return new Answer(
                    Truth.FALSE,
                    List.of(Phrase.of(
                            "%s happened %s in %s, last on %s", event.id(), times(sure.size()), window, last)),
                    sure);
        }
        if (tooEarly(c.during(), day, since)) {
            return Answer.of(Truth.FALSE, event.id() + " is absent for " + soFar(c.during(), day, since));
        }
        List<String> unsure = series.unsure(first.toEpochDay(), day.toEpochDay());
        if (!unsure.isEmpty()) {
            return new Answer(
                    Truth.UNKNOWN,
                    List.of(Phrase.of(
                            "%s may have happened %s in %s, not confirmed", event.id(), times(unsure.size()), window)),
                    unsure);
        }
        if (event.watchedFrom() != null && first.isBefore(event.watchedFrom())) {
            return Answer.of(Truth.UNKNOWN, unwatched(event, event.watchedFrom(), window));
        }
        return Answer.of(Truth.TRUE, Phrase.of("no %s in %s", event.id(), window));
    }

    private Answer occurs(Condition.Occurs c, LocalDate day, LocalDate since) {
        Event event = declared(c.event(), Event.class);
        EventSeries series = index.events(event.series());
        Length within = c.within();
        LocalDate first = within == null ? since : first(within, day, since);
        String window = within == null ? fromTo(since, day) : window(within, first, day, since);
        List<String> sure = series.sure(first.toEpochDay(), day.toEpochDay());
        List<String> unsure = series.unsure(first.toEpochDay(), day.toEpochDay());
        boolean watched = event.watchedFrom() == null || !first.isBefore(event.watchedFrom());
        Interval count = new Interval(sure.size(), watched ? sure.size() + unsure.size() : Double.POSITIVE_INFINITY);
        Truth truth = count.compare(c.comparison(), c.count());
        List<String> reasons = new ArrayList<>();
        reasons.add(Phrase.of(
                "%s happened %s in %s, %s%s",
                event.id(),
                times(sure.size()),
                window,
                Interval.needed(c.comparison(), c.count()),
                unsure.isEmpty() ? "" : Phrase.of("; %d more not confirmed", unsure.size())));
        if (truth == Truth.UNKNOWN && !watched && event.watchedFrom() != null) {
            reasons.add(unwatched(event, event.watchedFrom(), window));
        }
        List<String> facts = new ArrayList<>(sure);
        facts.addAll(unsure);
        return new Answer(truth, reasons, facts);
    }

    /** Returns the first day of a window. */
    static LocalDate first(Length length, LocalDate day, LocalDate since) {
        LocalDate first = length.before(day).plusDays(1);
        return first.isBefore(since) ? since : first;
    }

    /** Says whether less than {@code length} has passed. */
    static boolean tooEarly(Length length, LocalDate day, LocalDate since) {
        return length.after(since).isAfter(day);
    }

    /** Returns for example {@code only 12 of 60 days so far, open since 2026-07-01}. */
    static String soFar(Length length, LocalDate day, LocalDate since) {
        long passed = day.toEpochDay() - since.toEpochDay();
        long needed = length.after(since).toEpochDay() - since.toEpochDay();
        return Phrase.of("only %d of %d days so far, open since %s", passed, needed, since);
    }

    /** Returns {@code the 60 days to 2026-07-20}, or the dates where the window is cut short. */
    static String window(Length length, LocalDate first, LocalDate day, LocalDate since) {
        boolean cut = first.equals(since) && length.before(day).plusDays(1).isBefore(since);
        return cut ? fromTo(first, day) : Phrase.of("the %s to %s", length.words(), day);
    }

    private static String fromTo(LocalDate first, LocalDate day) {
        return Phrase.of("the days from %s to %s", first, day);
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private static String unwatched(Event event, LocalDate watchedFrom, String window) {
        return Phrase.of("%s is watched from %s only, later than the beginning of %s", event.id(), watchedFrom, window);
    }

    private <T extends Declaration> T declared(Ref name, Class<T> kind) {
        Declaration found = names.get(name.id());
        if (!kind.isInstance(found)) {
            throw new IllegalStateException(
                    Phrase.of("`%s` should be %s, but is %s.", name.id(), kind.getSimpleName(), found));
        }
        return kind.cast(found);
    }
}

package parley.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.facts.Consultation;
import parley.facts.DecisionRow;
import parley.facts.Finding;
import parley.facts.Signature;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Measure;
import parley.roadmap.Ref;

/** What is planned for each day: what the text tells of measures and what the record tells of people's acts. */
final class Agenda {
    private static final Day EMPTY = new Day();

    private final NavigableMap<LocalDate, Day> days = new TreeMap<>();

    /** Something the text itself tells of a measure; not confirmed if the record has it as general knowledge. */
    record Told(Ref measure, Measure.Transition transition, boolean confirmed) {}

    /** What is planned for one day. */
    record Day(
            List<Told> told,
            List<Story.Leaving> leavings,
            List<Signature> signatures,
            List<DecisionRow> decisions,
            List<Story.Deed> deeds,
            List<Consultation> consultations) {
        Day() {
            this(
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }
    }

    Agenda(Case theCase, Story story, LocalDate knownAt) {
        Set<String> recorded = new HashSet<>();
        story.deeds().forEach(d -> recorded.add(d.measure() + " " + d.on() + " " + d.verb()));
        Set<String> unsure = new HashSet<>();
        story.unconfirmed().forEach(a -> unsure.add(a.measure() + " " + a.date() + " " + a.verb()));
        for (Measure m : theCase.measures()) {
            for (Measure.Transition t : m.history()) {
                // The record and the text may tell the same act; the record tells it with its source.
                boolean twice = recorded.contains(m.id() + " " + t.on() + " " + t.verb());
                if (!twice && !t.on().isAfter(knownAt)) {
                    boolean first = t.equals(m.history().getFirst());
                    boolean confirmed = first || !unsure.contains(m.id() + " " + t.on() + " " + t.verb());
                    day(t.on()).told().add(new Told(new Ref(m.id(), t.at()), t, confirmed));
                }
            }
        }
        story.leavings().forEach(l -> day(l.on()).leavings().add(l));
        story.signatures().forEach(s -> day(s.date()).signatures().add(s));
        story.decisions().forEach(d -> day(d.date()).decisions().add(d));
        story.deeds().forEach(d -> day(d.on()).deeds().add(d));
        story.consultations().forEach(c -> day(c.date()).consultations().add(c));
        days.values().forEach(d -> d.signatures().sort(Comparator.comparingInt(s -> turn(s.finding()))));
    }

    /** Within a day what was found comes before who disputes it, whatever the rows are called. */
    private static int turn(Finding finding) {
        return switch (finding) {
            case CLAIMED -> 0;
            case VERIFIED -> 1;
            case REFUSED -> 2;
            case DISPUTED -> 3;
            case SETTLED -> 4;
        };
    }

    private Day day(LocalDate on) {
        return days.computeIfAbsent(on, _ -> new Day());
    }

    Day on(LocalDate day) {
        return days.getOrDefault(day, EMPTY);
    }

    /** Returns the first day on or after {@code day} for which something is planned, or {@code null}. */
    @Nullable
    LocalDate next(LocalDate day) {
        return days.ceilingKey(day);
    }

    /** Returns the first day on which anything the case knows of begins. */
    static LocalDate firstDay(Case theCase, Story story) {
        var first = new Earliest(theCase.from());
        each(theCase.phases(), p -> from(p.runs()), first);
        each(theCase.concessions(), c -> from(c.runs()), first);
        theCase.measures().forEach(m -> each(m.history(), Measure.Transition::on, first));
        each(story.deeds(), Story.Deed::on, first);
        return first.day;
    }

    private static @Nullable LocalDate from(Concession.@Nullable Runs runs) {
        return runs == null ? null : runs.from();
    }

    private static <T> void each(Collection<T> things, Function<T, @Nullable LocalDate> day, Earliest first) {
        things.forEach(t -> first.accept(day.apply(t)));
    }

    private static final class Earliest implements Consumer<@Nullable LocalDate> {
        private LocalDate day;

        Earliest(LocalDate day) {
            this.day = day;
        }

        @Override
        public void accept(@Nullable LocalDate other) {
            if (other != null && other.isBefore(day)) {
                day = other;
            }
        }
    }
}

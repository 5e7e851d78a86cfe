package parley.standing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.facts.Answer;
import parley.facts.Confidence;
import parley.facts.Reading;
import parley.facts.Truth;
import parley.roadmap.Condition;
import parley.roadmap.Declaration;
import parley.roadmap.Expiry;
import parley.roadmap.Indicator;
import parley.roadmap.Reaction;
import parley.roadmap.Step;
import parley.standing.Standing.Finding;
import parley.standing.Standing.Kind;

/** What a reader has to know beside the states: deviations, void relief, divergence, alarms, replies. */
final class Findings {
    static final Comparator<Standing.Duty> BY_DUE = Comparator.comparing(Standing.Duty::due)
            .thenComparing(Standing.Duty::partner)
            .thenComparing(Standing.Duty::what)
            .thenComparing(Standing.Duty::thing)
            .thenComparing(Standing.Duty::arose);
    private static final int DUE_SOON_DAYS = 14;
    private static final int ENDS_SOON_DAYS = 30;

    private final Run run;
    private final List<Finding> found = new ArrayList<>();
    private final List<Standing.Reply> replies = new ArrayList<>();

    Findings(Run run) {
        this.run = run;
    }

    /** Holds an act against what the text asks, before it takes effect. */
    void act(Story.Deed d, MeasureTrack track, @Nullable DutyTrack asked, LocalDate day) {
        Step step = stepOf(d);
        String concession =
                !d.answers().isEmpty() ? d.answers() : step == null || !d.verb().eases() ? "" : mainConcession(step);
        reply(d, concession, day);
        if (!d.verb().eases()) {
            return;
        }
        var why = new Standing.Because(
                "%s %s %s on %s".formatted(d.partner(), d.verb().past(), d.measure(), day),
                List.of(track.measure.at()),
                d.id().isEmpty() ? List.of() : List.of(d.id()));
        if (asked != null) {
            if (day.isAfter(asked.due)) {
                found.add(new Finding(
                        Kind.DEVIATION,
                        day,
                        "%s %s %s %d days late"
                                .formatted(
                                        d.partner(),
                                        d.verb().past(),
                                        d.measure(),
                                        ChronoUnit.DAYS.between(asked.due, day)),
                        why));
            }
        } else if (!concession.isEmpty() && notVerified(concession)) {
            for (String missing : missing(concession, day)) {
                found.add(new Finding(
                        Kind.DEVIATION,
                        day,
                        "%s %s %s: relief although %s"
                                .formatted(d.partner(), d.verb().past(), d.measure(), missing),
                        why));
            }
        } else if (!day.isBefore(run.theCase.from())) {
            found.add(new Finding(
                    Kind.DEVIATION,
                    day,
                    "%s %s %s outside the roadmap"
                            .formatted(d.partner(), d.verb().past(), d.measure()),
                    why));
        }
    }

    private boolean notVerified(String concession) {
        ConcessionTrack c = run.concessions.get(concession);
        return c != null && !c.is("verified");
    }

    private List<String> missing(String concession, LocalDate day) {
        ConcessionTrack c = Objects.requireNonNull(run.concessions.get(concession));
        if (!c.runsOn(day)) {
            return List.of("%s was not open".formatted(c.concession.id()));
        }
        List<Condition> parts =
                c.concession.met() instanceof Condition.All all ? all.parts() : List.of(c.concession.met());
        List<String> missing = new ArrayList<>();
        for (Condition part : parts) {
            Answer answer =
                    run.evaluator.answer(part, day, LocalDate.of(1990, 1, 1), c.since.isAfter(day) ? day : c.since);
            if (answer.truth() == Truth.FALSE) {
                missing.add(subject(part) + " was not met");
            } else if (answer.truth() == Truth.UNKNOWN) {
                missing.add(subject(part) + " was not known to be met");
            }
        }
        if (missing.isEmpty()) {
            missing.add("%s was not verified".formatted(c.concession.id()));
        }
        return missing;
    }

    private static String subject(Condition c) {
        return switch (c) {
            case Condition.Level l -> l.indicator().id();
            case Condition.Change x -> x.indicator().id();
            case Condition.Total t -> t.indicator().id();
            case Condition.Absent a -> a.event().id();
            case Condition.Occurs o -> o.event().id();
            case Condition.InState s -> s.thing().id();
            case Condition.Amount a -> a.number();
            case Condition.Owed o -> o.partner().id();
            case Condition.Not n -> subject(n.part());
            case Condition.By b -> subject(b.part());
            case Condition.All a -> subject(a.parts().getFirst());
            case Condition.Any a -> subject(a.parts().getFirst());
        };
    }

    private @Nullable Step stepOf(Story.Deed d) {
        for (StepTrack s : run.steps) {
            for (Step.Branch b : s.step.branches()) {
                for (Reaction r : b.reactions()) {
                    boolean names = r.deed() instanceof Reaction.Deed.Act a
                            && a.measure().id().equals(d.measure())
                            && a.verb() == d.verb();
                    Standing.PhaseState phase = run.phases.get(s.step.phase().id());
                    if (names && phase != null && phase.state().equals("open")) {
                        return s.step;
                    }
                }
            }
        }
        return null;
    }

    private String mainConcession(Step step) {
        for (StepTrack s : run.steps) {
            if (s.step.equals(step)) {
                return s.watched.stream()
                        .filter(run.concessions::containsKey)
                        .findFirst()
                        .orElse("");
            }
        }
        return "";
    }

    private void reply(Story.Deed d, String concession, LocalDate day) {
        ConcessionTrack c = run.concessions.get(concession);
        if (c == null) {
            return;
        }
        LocalDate deed = c.claimed != null ? c.claimed : lastDeed(c, day);
        if (deed != null) {
            replies.add(new Standing.Reply(
                    concession,
                    deed,
                    d.partner(),
                    d.verb().past(),
                    d.measure(),
                    day,
                    (int) ChronoUnit.DAYS.between(deed, day),
                    d.verb().eases(),
                    d.id()));
        }
    }

    /** Returns the last day on which the other side moved what the concession is about. */
    private @Nullable LocalDate lastDeed(ConcessionTrack c, LocalDate day) {
        Set<String> series = new TreeSet<>();
        series(c.concession.met(), series);
        return run.story.facts().readings().stream()
                .filter(r -> r.confidence() == Confidence.A
                        && series.contains(r.series())
                        && !r.date().isAfter(day))
                .map(Reading::date)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private void series(Condition c, Set<String> series) {
        switch (c) {
            case Condition.All a -> a.parts().forEach(p -> series(p, series));
            case Condition.Any a -> a.parts().forEach(p -> series(p, series));
            case Condition.Not n -> series(n.part(), series);
            case Condition.By b -> series(b.part(), series);
            case Condition.Level l -> indicator(l.indicator().id(), series);
            case Condition.Change x -> indicator(x.indicator().id(), series);
            case Condition.Total t -> indicator(t.indicator().id(), series);
            case Condition.Absent _, Condition.Occurs _, Condition.InState _, Condition.Amount _, Condition.Owed _ -> {}
        }
    }

    private void indicator(String id, Set<String> series) {
        for (Declaration d : run.theCase.declarations()) {
            if (d instanceof Indicator i && i.id().equals(id)) {
                series.add(i.series());
            }
        }
    }

    /** Says what stands on the last day. */
    void conclude() {
        run.measures.values().forEach(this::voidRelief);
        divergence();
        run.duties.forEach(this::dueSoon);
        run.measures.values().forEach(this::endsSoon);
        run.theCase.indicators().forEach(this::stale);
    }

    private void voidRelief(MeasureTrack m) {
        if (m.state.eased()) {
            m.measure.voidWhile().forEach(other -> {
                MeasureTrack o = run.measures.get(other.id());
                if (o != null && o.state == parley.roadmap.MeasureState.IMPOSED) {
                    found.add(new Finding(
                            Kind.WARNING,
                            run.asOf,
                            "relief of %s is void while %s stands".formatted(m.measure.id(), other.id()),
                            new Standing.Because(
                                    "both stand", List.of(other.at(), o.measure.at()), o.because.facts())));
                }
            });
        }
    }

    private void divergence() {
        for (ConcessionTrack c : run.concessions.values()) {
            Set<String> eased = new TreeSet<>();
            LocalDate first = null;
            for (Standing.Reply r : replies) {
                if (r.concession().equals(c.concession.id()) && r.eases()) {
                    eased.add(r.partner());
                    first = first == null || r.deed().isBefore(first) ? r.deed() : first;
                }
            }
            Set<String> tightened = new TreeSet<>();
            for (Story.Deed d : run.story.deeds()) {
                boolean since =
                        first != null && !d.on().isBefore(first) && !d.on().isAfter(run.asOf) && c.runsOn(d.on());
                if (since && d.verb().tightens() && !eased.contains(d.partner())) {
                    tightened.add(d.partner());
                }
            }
            if (!eased.isEmpty() && !tightened.isEmpty()) {
                found.add(new Finding(
                        Kind.DIVERGENCE,
                        run.asOf,
                        "over %s: %s eased, %s tightened"
                                .formatted(c.concession.id(), String.join(", ", eased), String.join(", ", tightened)),
                        Run.said("contrary reactions to one concession", c.concession.at())));
            }
        }
    }

    private void dueSoon(DutyTrack d) {
        if (d.open() && d.due.minusDays(DUE_SOON_DAYS).isBefore(run.asOf)) {
            String when = d.due.isBefore(run.asOf) ? "was due on" : "is due on";
            found.add(new Finding(
                    Kind.ALARM,
                    run.asOf,
                    "%s of %s by %s %s %s".formatted(d.what, d.thing, d.partner, when, d.due),
                    d.because));
        }
    }

    private void endsSoon(MeasureTrack m) {
        LocalDate ends = m.ends;
        if (ends != null && !ends.minusDays(ENDS_SOON_DAYS).isAfter(run.asOf)) {
            found.add(new Finding(
                    Kind.ALARM, run.asOf, "the time of %s ends on %s".formatted(m.measure.id(), ends), m.because));
        }
        if (m.measure.runsOut() instanceof Expiry.Until u
                && !u.day().isBefore(run.asOf)
                && !u.day().minusDays(2L * ENDS_SOON_DAYS).isAfter(run.asOf)) {
            found.add(new Finding(
                    Kind.ALARM,
                    run.asOf,
                    "%s has to be renewed by %s".formatted(m.measure.id(), u.day()),
                    Run.said("the act runs out", m.measure.at())));
        }
    }

    private void stale(Indicator i) {
        Integer days = i.staleDays();
        if (days == null) {
            return;
        }
        LocalDate last = run.story.facts().readings().stream()
                .filter(r -> r.series().equals(i.series())
                        && r.confidence() == Confidence.A
                        && !r.date().isAfter(run.asOf))
                .map(Reading::date)
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (last != null && last.plusDays(days).isBefore(run.asOf)) {
            found.add(new Finding(
                    Kind.ALARM,
                    run.asOf,
                    "the last reading of %s is of %s, older than %d days".formatted(i.id(), last, days),
                    Run.said("stale", i.at())));
        }
    }

    List<Standing.Reply> replies() {
        return replies.stream()
                .sorted(Comparator.comparing(Standing.Reply::on)
                        .thenComparing(Standing.Reply::partner)
                        .thenComparing(Standing.Reply::measure))
                .toList();
    }

    List<Finding> all() {
        return found.stream()
                .sorted(Comparator.comparing(Finding::kind)
                        .thenComparing(Finding::on)
                        .thenComparing(Finding::says))
                .distinct()
                .toList();
    }
}

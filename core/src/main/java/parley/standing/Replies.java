package parley.standing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Condition;
import parley.roadmap.Declaration;
import parley.roadmap.Indicator;
import parley.roadmap.Reaction;
import parley.roadmap.Ref;
import parley.roadmap.Step;
import parley.roadmap.Verb;

/** Which acts answered which concession, and after how many days. */
final class Replies {
    private final Run run;
    private final List<Standing.Reply> replies = new ArrayList<>();
    private final List<Story.Deed> moves = new ArrayList<>();

    Replies(Run run) {
        this.run = run;
    }

    /** A partner acted; it answers what the record says, else what the duty or the open steps tie it to. */
    void deed(Story.Deed d, @Nullable DutyTrack asked) {
        if (run.measure(d.measure()).prolongs(d.partner(), d.verb())) {
            return; // a renewal answers nothing new
        }
        moves.add(d);
        String concession = answered(d, asked);
        add(concession, d.verb().eases() ? null : asked, d.partner(), d.verb(), d.measure(), d.id());
    }

    void effect(DutyTrack duty, Verb verb) {
        String concession = mainConcession(duty.step);
        add(concession, verb.eases() ? null : duty, duty.partner, verb, duty.thing, "");
    }

    /** Returns the deeds that changed something: prolonging what stands is no move. */
    List<Story.Deed> moves() {
        return moves;
    }

    /** Returns the concession an act answers, or nothing. */
    String answered(Story.Deed d, @Nullable DutyTrack asked) {
        if (!d.answers().isEmpty()) {
            return d.answers();
        }
        if (asked != null) {
            return mainConcession(asked.step);
        }
        return d.verb().eases() ? openStepNaming(d) : "";
    }

    /** Returns what the open step asks for that names such an act, or nothing. */
    String openStepNaming(Story.Deed d) {
        for (StepTrack s : run.steps()) {
            boolean names = s.step.branches().stream()
                    .flatMap(b -> b.reactions().stream())
                    .anyMatch(r -> names(r, d));
            if (names && run.phaseOpen(s.step)) {
                return mainConcession(s.step.id());
            }
        }
        return "";
    }

    private static boolean names(Reaction r, Story.Deed d) {
        return r.deed() instanceof Reaction.Deed.Act(Verb verb, Ref measure)
                && measure.id().equals(d.measure())
                && verb == d.verb();
    }

    /** Returns the first concession that the step asks for, or nothing. */
    private String mainConcession(String step) {
        return run.steps().stream()
                .filter(s -> s.step.id().equals(step))
                .flatMap(s -> s.asked.stream())
                .filter(c -> run.concession(c) != null)
                .findFirst()
                .orElse("");
    }

    private void add(
            String concession, @Nullable DutyTrack takesBack, String partner, Verb verb, String measure, String fact) {
        ConcessionTrack c = run.concession(concession);
        if (c == null) {
            return;
        }
        LocalDate deed = takesBack != null ? takesBack.arose : deedOf(c);
        if (deed != null) {
            // A decision answers on the day it is taken, not when an old act runs out months later.
            LocalDate adopted = run.decisions().adopted(partner, verb, measure);
            LocalDate on = adopted == null ? run.today() : adopted;
            int days = (int) ChronoUnit.DAYS.between(deed, on);
            replies.add(new Standing.Reply(
                    concession, occasion(c, takesBack), deed, partner, verb, measure, on, days, fact));
        }
    }

    private static Standing.Occasion occasion(ConcessionTrack c, @Nullable DutyTrack takesBack) {
        if (takesBack != null) {
            return takesBack.silence ? Standing.Occasion.SILENCE : Standing.Occasion.BROKEN;
        }
        boolean met = c.is("met");
        return c.claimed != null ? Standing.Occasion.CLAIMED : met ? Standing.Occasion.MET : Standing.Occasion.MOVE;
    }

    /** Returns the day of the deed: as claimed, else as the record shows it met, else the last move in what it is about. */
    @Nullable
    LocalDate deedOf(ConcessionTrack c) {
        return c.claimed != null ? c.claimed : c.met != null ? c.met : lastMove(c);
    }

    private @Nullable LocalDate lastMove(ConcessionTrack c) {
        Set<String> series = new TreeSet<>();
        series(c.concession.met(), run.theCase().byName(), series);
        return series.stream()
                .map(name -> run.index.lastSureReading(name, run.today()))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static void series(Condition c, Map<String, Declaration> names, Set<String> found) {
        switch (c) {
            case Condition.All a -> a.parts().forEach(p -> series(p, names, found));
            case Condition.Any a -> a.parts().forEach(p -> series(p, names, found));
            case Condition.Not n -> series(n.part(), names, found);
            case Condition.By b -> series(b.part(), names, found);
            case Condition.Level l -> indicator(l.indicator(), names, found);
            case Condition.Change x -> indicator(x.indicator(), names, found);
            case Condition.Total t -> indicator(t.indicator(), names, found);
            case Condition.Absent _, Condition.Occurs _, Condition.InState _, Condition.Amount _, Condition.Owed _ -> {}
        }
    }

    private static void indicator(Ref ref, Map<String, Declaration> names, Set<String> found) {
        if (names.get(ref.id()) instanceof Indicator i) {
            found.add(i.series());
        }
    }

    /** Says whether anybody answered a concession by easing, or by a promise, from a day on. */
    boolean answeredSince(String concession, LocalDate since) {
        boolean acted = replies.stream()
                .anyMatch(r -> r.concession().equals(concession) && r.eases() && !r.on().isBefore(since));
        return acted
                || run.steps().stream()
                        .filter(step -> step.asked.contains(concession))
                        .anyMatch(step -> run.duties().promisedSince(step.step.id(), since));
    }

    /** Says whether some step in force asks for the concession. */
    boolean askedFor(String concession) {
        return run.steps().stream().anyMatch(s -> s.asked.contains(concession) && active(s.step));
    }

    private boolean active(Step step) {
        return run.active(step);
    }

    List<Standing.Reply> all() {
        return replies.stream()
                .sorted(Comparator.comparing(Standing.Reply::on)
                        .thenComparing(Standing.Reply::partner)
                        .thenComparing(Standing.Reply::measure)
                        .thenComparing(Standing.Reply::fact))
                .toList();
    }
}

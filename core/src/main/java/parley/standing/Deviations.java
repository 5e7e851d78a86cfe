package parley.standing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.facts.Answer;
import parley.facts.Truth;
import parley.roadmap.Condition;
import parley.roadmap.Verb;
import parley.standing.Standing.Kind;

/** Where acts depart from what the text asks. Nothing is stopped: what partners did is told beside what they said. */
final class Deviations {
    private final Run run;
    private final Notes notes;
    private final Guards guards;

    Deviations(Run run, Notes notes) {
        this.run = run;
        this.notes = notes;
        this.guards = new Guards(run, notes);
    }

    /** Holds an act against what the text asks, before it takes effect. */
    void deed(Story.Deed d, MeasureTrack track, @Nullable DutyTrack asked) {
        String did = d.partner() + " " + d.verb().did(d.measure());
        var because = new Standing.Because(
                did + " on " + run.today(),
                asked == null ? List.of(track.measure.at()) : List.of(asked.reaction.at()),
                d.id().isEmpty() ? List.of() : List.of(d.id()));
        if (asked != null) {
            timing(did, asked, because);
        } else if (d.verb().eases()) {
            unasked(d, did, because);
        } else if (d.verb().tightens()
                && track.easingSteps().anyMatch(step -> track.easedBy(step, d.partner()) && !holdsBroken(step))) {
            note(did + ": taken back although nothing was broken", because);
        }
        if (asked == null) {
            promises(d, did, because);
        }
        if (!beforeRoadmap()) {
            guards.act(d.partner(), d.verb(), track.measure, did, because);
        }
    }

    /** Holds a prepared act that takes effect against the guards. */
    void effect(DutyTrack duty, Verb verb) {
        String did = duty.partner + " " + verb.did(duty.thing);
        guards.act(duty.partner, verb, run.measure(duty.thing).measure, did, duty.because);
    }

    private boolean beforeRoadmap() {
        return run.today().isBefore(run.theCase().from());
    }

    private void note(String says, Standing.Because because) {
        notes.add(Kind.DEVIATION, run.today(), says, because);
    }

    private void timing(String did, DutyTrack asked, Standing.Because because) {
        LocalDate notBefore = asked.reaction.notBefore();
        if (run.today().isAfter(asked.due)) {
            note("%s %s late".formatted(did, days(ChronoUnit.DAYS.between(asked.due, run.today()))), because);
        } else if (notBefore != null && run.today().isBefore(notBefore)) {
            note("%s too early: not before %s".formatted(did, notBefore), because);
        }
    }

    static String days(long count) {
        return count == 1 ? "1 day" : count + " days";
    }

    private void unasked(Story.Deed d, String did, Standing.Because because) {
        ConcessionTrack c = run.concession(run.replies().answered(d, null));
        if (c != null && !c.is("verified")) {
            Map<String, String> missing = missing(c);
            String reasons = because.says() + "; " + String.join("; ", missing.values());
            note(
                    "%s: relief although %s".formatted(did, String.join(" and ", missing.keySet())),
                    new Standing.Because(reasons, because.clauses(), because.facts()));
        } else if (!beforeRoadmap() && run.replies().openStepNaming(d).isEmpty()) {
            note(did + " outside the roadmap", because);
        }
        List<String> undercut = run.duties().all().stream()
                .filter(o -> o.open() && !o.partner.equals(d.partner()) && o.verb != null && o.verb.tightens())
                .map(o -> "%s, which owes %s of %s".formatted(o.partner, o.what, o.thing))
                .toList();
        if (!undercut.isEmpty()) {
            note("%s: it undercuts %s".formatted(did, String.join(", and ", undercut)), because);
        }
    }

    /** Returns what was not there, with the reasons in the words of the record. */
    private Map<String, String> missing(ConcessionTrack c) {
        LocalDate deed = run.replies().deedOf(c);
        LocalDate day = deed == null || deed.isAfter(run.today()) ? run.today() : deed;
        if (!c.runsOn(day)) {
            return Map.of("%s was not open".formatted(c.concession.id()), "it runs on other days");
        }
        List<Condition> parts =
                c.concession.met() instanceof Condition.All all ? all.parts() : List.of(c.concession.met());
        Map<String, String> missing = new TreeMap<>();
        for (Condition part : parts) {
            Answer answer =
                    run.evaluator.answer(part, day, Run.BEGINNING, c.firstDay().isAfter(day) ? day : c.firstDay());
            String reasons = String.join("; ", answer.reasons());
            if (answer.truth() == Truth.FALSE) {
                missing.put(subject(part) + " was not met", reasons);
            } else if (answer.truth() == Truth.UNKNOWN) {
                missing.put(subject(part) + " was not known to be met", reasons);
            }
        }
        if (missing.isEmpty()) {
            missing.put("%s was not verified".formatted(c.concession.id()), "nobody who may sign has signed");
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

    private boolean holdsBroken(String step) {
        return run.steps().stream()
                .filter(s -> s.step.id().equals(step))
                .flatMap(s -> s.asked.stream())
                .anyMatch(c -> run.states().startOf(c, "broken") != null);
    }

    private void promises(Story.Deed d, String did, Standing.Because because) {
        for (Duties.Promise p : run.duties().promises()) {
            boolean broken = p.partner().equals(d.partner())
                    && p.measure().equals(d.measure())
                    && d.verb().leadsTo() != p.state();
            if (broken) {
                note(
                        "%s: `%s` promised to keep it %s"
                                .formatted(did, p.step(), p.state().word()),
                        because);
            }
        }
    }

    /** Looks at the end of a day at what is overdue since today, and at the guards. */
    void pass(LocalDate day) {
        for (DutyTrack d : run.duties().unordered()) {
            if (d.open() && day.equals(d.due.plusDays(1)) && !run.story.maySettle(d)) {
                note("%s owes %s of %s since %s".formatted(d.partner, d.what, d.thing, d.due), d.because);
            }
        }
        if (!beforeRoadmap() && !day.isAfter(run.theCase().to())) {
            guards.pass(day);
        }
    }
}

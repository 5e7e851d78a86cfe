package parley.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Concession;
import parley.roadmap.Expiry;
import parley.roadmap.Indicator;
import parley.roadmap.MeasureState;
import parley.roadmap.Partner;
import parley.roadmap.Verifier;
import parley.standing.Standing.Kind;
import parley.text.Span;

/** What the last day shows: void relief, divergence, and what comes soon. */
final class Outlook {
    private static final int DUE_SOON_DAYS = 14;
    private static final int RUNS_OUT_SOON_DAYS = 60;
    private static final int WINDOW_CLOSES_SOON_DAYS = 7;
    private static final int SILENCE_SOON_DAYS = 30;
    private static final int OVERDUE_SHOWN_DAYS = 90;
    private static final int MANDATE_ENDS_SOON_DAYS = 90;

    private final Run run;
    private final Notes notes;
    private final LocalDate day;

    Outlook(Run run, Notes notes) {
        this.run = run;
        this.notes = notes;
        this.day = run.asOf;
    }

    void look() {
        run.measures().forEach(this::voidRelief);
        run.concessions().forEach(this::divergence);
        run.duties().all().stream()
                .filter(d -> d.open() && !d.due.isBefore(day) && soon(d.due, DUE_SOON_DAYS))
                .forEach(d ->
                        alarm("%s of %s by %s is due on %s".formatted(d.what, d.thing, d.partner, d.due), d.because));
        run.measures().forEach(this::endsSoon);
        if (!day.isAfter(run.story.horizon())) {
            run.decisions().shown().forEach(this::notReady);
        }
        run.concessions().forEach(this::windows);
        run.steps().forEach(this::silences);
        mandates();
        run.theCase().indicators().forEach(this::stale);
        if (day.isAfter(run.story.horizon())) {
            alarm(
                    "the record ends on %s; what anybody did later is not known".formatted(run.story.horizon()),
                    Run.said("the record is known up to there", run.theCase().at()));
        }
    }

    private boolean soon(LocalDate date, int days) {
        return !date.minusDays(days).isAfter(day);
    }

    private void alarm(String says, Standing.Because because) {
        notes.add(Kind.ALARM, day, says, because);
    }

    private void voidRelief(MeasureTrack m) {
        if (!m.state.eased()) {
            return;
        }
        m.measure.voidWhile().forEach(other -> {
            MeasureTrack o = run.measure(other.id());
            if (o.state == MeasureState.IMPOSED) {
                var why = new Standing.Because("both stand", List.of(other.at(), o.measure.at()), o.because.facts());
                notes.add(
                        Kind.WARNING,
                        day,
                        "relief of %s is void while %s stands".formatted(m.measure.id(), other.id()),
                        why);
            }
        });
    }

    /**
     * Partners diverge over a concession where, since the first answer or the last breach, one has eased in answer to it and
     * the last move of another tightened.
     */
    private void divergence(ConcessionTrack c) {
        LocalDate first = firstAnswer(c);
        if (first == null) {
            return;
        }
        Map<String, Boolean> lastMove = new TreeMap<>();
        Map<String, String> facts = new TreeMap<>();
        for (Story.Deed d : run.replies().moves()) {
            if (!d.on().isBefore(first) && c.runsOn(d.on())) {
                lastMove.put(d.partner(), d.verb().eases());
                facts.put(d.partner(), d.id());
            }
        }
        lastMove.entrySet().removeIf(e -> e.getValue() && !answered(e.getKey(), c, first));
        facts.keySet().retainAll(lastMove.keySet());
        String eased = who(lastMove, true);
        String tightened = who(lastMove, false);
        if (!eased.isEmpty() && !tightened.isEmpty()) {
            var why = new Standing.Because(
                    "moves since " + first,
                    List.of(c.concession.at()),
                    facts.values().stream().filter(f -> !f.isEmpty()).sorted().toList());
            notes.add(
                    Kind.DIVERGENCE,
                    day,
                    "over %s: %s eased; %s tightened".formatted(c.concession.id(), eased, tightened),
                    why);
        }
    }

    /** Returns the day of the first deed that was answered by easing, or of the last breach where that is later. */
    private @Nullable LocalDate firstAnswer(ConcessionTrack c) {
        LocalDate first = null;
        for (Standing.Reply r : run.replies().all()) {
            if (r.concession().equals(c.concession.id()) && r.eases()) {
                first = first == null || r.deed().isBefore(first) ? r.deed() : first;
            }
        }
        for (ConcessionTrack.Moment m : c.moments) {
            boolean breach = m.state() == Concession.State.BROKEN;
            first = breach && first != null && m.on().isAfter(first) ? m.on() : first;
        }
        return first;
    }

    private boolean answered(String partner, ConcessionTrack c, LocalDate since) {
        return run.replies().all().stream()
                .anyMatch(r -> r.concession().equals(c.concession.id())
                        && r.partner().equals(partner)
                        && !r.on().isBefore(since)
                        && r.eases());
    }

    private static String who(Map<String, Boolean> moves, boolean eased) {
        return moves.entrySet().stream()
                .filter(e -> e.getValue() == eased)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    /** What was to be prepared by now, at the slowest known, and is not. */
    private void notReady(Standing.Decision d) {
        Standing.Next next = d.next();
        boolean waits = switch (d.state()) {
            case NOT_STARTED, PENDING, BLOCKED, LAPSED -> true;
            case PREPARED, ADOPTED, EFFECTIVE -> false;
        };
        if (waits
                && next != null
                && next.what().startsWith("ready")
                && next.on().isBefore(day)) {
            alarm(
                    "%s of %s by %s was to be ready by %s".formatted(d.what(), d.thing(), d.partner(), next.on()),
                    d.because());
        }
    }

    private void endsSoon(MeasureTrack m) {
        LocalDate ends = m.ends();
        if (ends != null && soon(ends, Alarms.ENDS_SOON_DAYS)) {
            alarm("the time of %s ends on %s".formatted(m.measure.id(), ends), m.because);
        }
        if (m.measure.runsOut() instanceof Expiry.Until u
                && m.imposed()
                && !u.day().isBefore(day)
                && soon(u.day(), RUNS_OUT_SOON_DAYS)) {
            alarm(
                    "%s has to be renewed by %s".formatted(m.measure.id(), u.day()),
                    Run.said("the act runs out", m.measure.at()));
        }
    }

    private void windows(ConcessionTrack c) {
        Span at = c.concession.at();
        LocalDate sign = c.signBy();
        if (sign != null
                && soon(sign, WINDOW_CLOSES_SOON_DAYS)
                && !sign.plusDays(OVERDUE_SHOWN_DAYS).isBefore(day)) {
            String tense = sign.isBefore(day) ? "had to sign by" : "have to sign by";
            alarm("the signers of %s %s %s".formatted(c.concession.id(), tense, sign), Run.said("it is met", at));
        }
        LocalDate settle = c.settleBy;
        if (c.disputed && settle != null && soon(settle, WINDOW_CLOSES_SOON_DAYS)) {
            alarm(
                    "the dispute over %s is to be settled by %s".formatted(c.concession.id(), settle),
                    Run.said("it is disputed", at));
        }
    }

    private void silences(StepTrack s) {
        if (!run.active(s.step)) {
            return;
        }
        for (int i = 0; i < s.step.branches().size(); i++) {
            LocalDate on = s.silentOn(i, run);
            if (on != null && !on.isBefore(day) && soon(on, SILENCE_SOON_DAYS)) {
                alarm(
                        "`%s`: silence is answered on %s".formatted(s.step.id(), on),
                        Run.said(
                                "nothing was verified", s.step.branches().get(i).at()));
            }
        }
    }

    private void mandates() {
        if (day.isBefore(run.theCase().from())) {
            return;
        }
        run.theCase().partners().forEach(p -> mandate(p.id(), p.mandate()));
        run.theCase().all(Verifier.class).forEach(v -> mandate(v.id(), v.mandate()));
    }

    private void mandate(String id, Partner.@Nullable Mandate mandate) {
        if (mandate != null && soon(mandate.until(), MANDATE_ENDS_SOON_DAYS)) {
            String tense = mandate.until().isBefore(day) ? "ended" : "ends";
            String whose = mandate.holder().isEmpty() ? id : "%s (%s)".formatted(id, mandate.holder());
            alarm(
                    "the mandate of %s %s on %s".formatted(whose, tense, mandate.until()),
                    Run.said("its term", mandate.at()));
        }
    }

    private void stale(Indicator i) {
        Integer days = i.staleDays();
        if (days == null) {
            return;
        }
        LocalDate last = run.index.lastSureReading(i.series(), day);
        if (last != null && last.plusDays(days).isBefore(day)) {
            alarm(
                    "the last reading of %s is of %s, older than %d days".formatted(i.id(), last, days),
                    Run.said("stale", i.at()));
        }
    }
}

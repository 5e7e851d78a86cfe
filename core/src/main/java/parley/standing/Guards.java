package parley.standing;

import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.facts.Truth;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Guard;
import parley.roadmap.Measure;
import parley.roadmap.Reaction;
import parley.roadmap.Verb;
import parley.standing.Standing.Kind;

/** Holds acts and days against the guards: what must hold whatever happens. */
final class Guards {
    /** A hearing longer ago than this was about something else. */
    private static final int HEARING_LASTS_DAYS = 180;

    private final Run run;
    private final Notes notes;
    private @Nullable List<Guard> all;
    private final IdentityHashMap<Guard, Boolean> broken = new IdentityHashMap<>();

    Guards(Run run, Notes notes) {
        this.run = run;
        this.notes = notes;
    }

    private void note(Guard guard, String says, Standing.Because because) {
        notes.add(
                Kind.DEVIATION,
                run.today(),
                says,
                new Standing.Because(because.says(), List.of(guard.at()), because.facts()));
    }

    /** Asked daily. */
    private List<Guard> guards() {
        List<Guard> known = all;
        if (known == null) {
            known = run.theCase().guards();
            all = known;
        }
        return known;
    }

    /** Holds one act against the guards that are about acts. */
    void act(String partner, Verb verb, Measure measure, String did, Standing.Because because) {
        for (Guard guard : guards()) {
            String fault = fault(guard, partner, verb, measure);
            if (fault != null) {
                note(guard, did + ": " + fault, because);
            }
        }
    }

    private @Nullable String fault(Guard guard, String partner, Verb verb, Measure m) {
        return switch (guard) {
            case Guard.NeverEase g -> verb.eases() && g.target().covers(m) ? "a guard says never to ease it" : null;
            case Guard.NeverImpose g ->
                verb == Verb.IMPOSE && g.target().covers(m) ? "a guard says never to impose it" : null;
            case Guard.Hold g ->
                verb.eases() && held(g, m, verb) && !run.states().holds(g.until(), run.today())
                        ? "it is on hold"
                        : null;
            case Guard.ConsultBefore c ->
                (c.easing() ? verb.eases() : verb == Verb.IMPOSE) && !heard(partner, c)
                        ? "%s was not heard %s before"
                                .formatted(c.stakeholder().id(), c.before().words())
                        : null;
            case Guard.Invariant _, Guard.KeepReserve _, Guard.Ledger _, Guard.AnswerWithin _ -> null;
        };
    }

    /** A hold on a step holds every act that the step would answer with. */
    private boolean held(Guard.Hold g, Measure m, Verb verb) {
        return g.thing().id().equals(m.id())
                || run.theCase().steps().stream()
                        .filter(s -> s.id().equals(g.thing().id()))
                        .flatMap(s -> s.branches().stream())
                        .flatMap(b -> b.reactions().stream())
                        .anyMatch(r -> r.deed() instanceof Reaction.Deed.Act a
                                && a.verb() == verb
                                && a.measure().id().equals(m.id()));
    }

    private boolean heard(String partner, Guard.ConsultBefore c) {
        LocalDate latest = c.before().before(run.today());
        LocalDate earliest = run.today().minusDays(HEARING_LASTS_DAYS);
        return run.story.consultations().stream()
                .anyMatch(h -> h.partner().equals(partner)
                        && h.stakeholder().equals(c.stakeholder().id())
                        && !h.date().isAfter(latest)
                        && !h.date().isBefore(earliest));
    }

    /** Holds the end of a day against the guards that are about states. */
    void pass(LocalDate day) {
        for (Guard guard : guards()) {
            String fault = fault(guard, day);
            boolean was = Boolean.TRUE.equals(broken.put(guard, fault != null));
            if (fault != null && !was) {
                note(guard, fault, Run.said("a guard does not hold", guard.at()));
            }
        }
    }

    private @Nullable String fault(Guard guard, LocalDate day) {
        return switch (guard) {
            case Guard.Invariant i -> invariant(i, day);
            case Guard.KeepReserve k -> {
                boolean over =
                        k.until() != null && run.states().startOf(k.until().id(), "open") != null;
                yield over || run.states().reserve() >= k.count()
                        ? null
                        : "only %d in reserve, %d to be kept"
                                .formatted(run.states().reserve(), k.count());
            }
            case Guard.Ledger l -> {
                long ahead = run.states().relief() - run.states().delivered();
                yield ahead <= l.steps()
                        ? null
                        : "relief is %d steps ahead of what is verified, %d allowed".formatted(ahead, l.steps());
            }
            case Guard.AnswerWithin a -> unanswered(a, day);
            case Guard.NeverEase _, Guard.NeverImpose _, Guard.Hold _, Guard.ConsultBefore _ -> null;
        };
    }

    private @Nullable String invariant(Guard.Invariant i, LocalDate day) {
        Condition c = i.condition();
        Truth truth = run.evaluator.answer(c, day, Run.BEGINNING, Run.BEGINNING).truth();
        boolean broke = truth == (i.negated() ? Truth.TRUE : Truth.FALSE);
        return broke
                ? "what should %s hold %s"
                        .formatted(i.negated() ? "never" : "always", i.negated() ? "does" : "does not")
                : null;
    }

    private @Nullable String unanswered(Guard.AnswerWithin a, LocalDate day) {
        for (ConcessionTrack c : run.concessions()) {
            boolean waits = c.state == Concession.State.VERIFIED
                    && a.within().after(c.since).isBefore(day)
                    && run.replies().askedFor(c.concession.id());
            if (waits && !run.replies().answeredSince(c.concession.id(), c.since)) {
                return "%s is verified since %s and nobody has answered".formatted(c.concession.id(), c.since);
            }
        }
        return null;
    }
}

package parley.proof;

import java.util.List;
import parley.model.Obligation;
import parley.roadmap.Concession;
import parley.roadmap.Step;
import parley.roadmap.Trigger;

/** Nothing that waits may wait for ever: signatures, duties and silences each have an end. */
final class Standstill {
    private Standstill() {}

    static Verdict check(Question q) {
        var run = new Findings(q);
        for (Concession c : q.theCase().concessions()) {
            if (c.verifiedBy() != null && c.verifiedWithin() == null) {
                run.refuted(
                        c.at(),
                        "the signers of %s may take for ever".formatted(c.id()),
                        List.of("write `verified by … within 30 days`"));
            } else {
                run.held(0);
            }
        }
        for (Obligation o : q.duties()) {
            if (o.verb() == null) {
                continue;
            }
            if (!o.reaction().hasDeadline()) {
                run.refuted(
                        o.reaction().at(),
                        "%s owes the %s by no day".formatted(o.partner().id(), o.words()),
                        List.of("write `within 60 days`"));
            } else if (o.procedure() == null) {
                run.refuted(
                        o.reaction().at(),
                        "%s has no procedure for the %s, so it is never decided"
                                .formatted(o.partner().id(), o.words()),
                        List.of("give it a procedure"));
            } else {
                run.held(0);
            }
        }
        for (Step step : q.theCase().steps()) {
            boolean waits = step.branches().stream().allMatch(b -> b.trigger() instanceof Trigger.When);
            if (waits && DeadClauses.binds(step, q)) {
                run.refuted(
                        step.at(),
                        "%s waits for ever if nothing comes".formatted(step.id()),
                        List.of("add `when nothing for 12 months`"));
            }
        }
        return run.verdict(
                "each of %d things that wait has an end: signatures, duties and silences".formatted(run.held()),
                "something pending can stay so for ever");
    }
}

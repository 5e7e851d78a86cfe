package parley.proof;

import java.util.List;
import parley.model.Conduct;
import parley.model.Move;
import parley.model.Obligation;
import parley.model.Terms;
import parley.prism.Expr;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Step;
import parley.roadmap.Trigger;
import parley.roadmap.Verb;

/** Nothing is taken back without a break: not because the signers were late, nor because they kept silent. */
final class FalseSnapback {
    private FalseSnapback() {}

    static Verdict check(Question q) {
        var run = new Findings(q);
        List<Obligation> back = q.duties().stream()
                .filter(o -> o.verb() != null && o.verb().tightens() && o.verb() != Verb.IMPOSE)
                .filter(o -> !q.without(o.partner().id()))
                .toList();
        if (back.isEmpty()) {
            return q.notApplicable("no branch takes anything back");
        }
        for (Obligation o : back) {
            if (silence(o.branch())) {
                asked(o.step(), q).forEach(c -> look(q, o, c, run));
            } else {
                run.held(0); // a break is what the record shows; no signature is needed, so none can be false
            }
        }
        return run.verdict(
                "%d ways back; each needs that the record shows a break, or that nothing was done"
                        .formatted(back.size()),
                "relief can be taken back although the other side kept its word");
    }

    private static boolean silence(Step.Branch branch) {
        return branch.trigger() instanceof Trigger.NothingBy || branch.trigger() instanceof Trigger.NothingFor;
    }

    static List<Concession> asked(Step step, Question q) {
        List<String> names = step.branches().stream()
                .map(Step.Branch::trigger)
                .filter(Trigger.When.class::isInstance)
                .flatMap(t -> ((Trigger.When) t).condition().leaves().stream())
                .filter(Condition.InState.class::isInstance)
                .map(l -> ((Condition.InState) l).thing().id())
                .toList();
        return q.theCase().concessions().stream()
                .filter(c -> names.contains(c.id()) && c.verifiedBy() != null)
                .toList();
    }

    private static void look(Question q, Obligation o, Concession c, Findings run) {
        int number = o.step().branches().indexOf(o.branch()) + 1;
        var setting = Safety.Setting.of(q, List.of(o), false, List.of(), scene -> {
            Expr.Read wrongly = scene.draft().truth("wrongly", false);
            scene.draft()
                    .also(
                            m -> m.kind() == Move.Kind.FIRES
                                    && m.thing().equals(o.step().id())
                                    && m.number() == number,
                            wrongly,
                            scene.conduct().in(c.id(), Conduct.MET));
            scene.draft().label(Safety.BAD, Terms.and(wrongly, Terms.TRUE));
        });
        run.look(
                setting,
                o.branch().at(),
                "%s owes the %s for silence while %s is met and waits for its signatures"
                        .formatted(o.partner().id(), o.words(), c.id()),
                "%s owes the %s although %s is met".formatted(o.partner().id(), o.words(), c.id()),
                now -> Shows.owes(now, o, -1) && Shows.is(now, c.id(), Concession.State.MET),
                List.of("let silence count only `when nothing` and the time of the signers are both over"));
    }
}

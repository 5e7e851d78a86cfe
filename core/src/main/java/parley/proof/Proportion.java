package parley.proof;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import parley.model.Obligation;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Measure;
import parley.roadmap.Step;
import parley.roadmap.Trigger;

/** The answer to a break weighs about as much as what the promise was worth. */
final class Proportion {
    private Proportion() {}

    static Verdict check(Question q) {
        var run = new Findings(q);
        double allowed = q.number() == null ? 1 : q.number();
        int breaks = 0;
        for (Step step : q.theCase().steps()) {
            for (Step.Branch branch : step.branches()) {
                for (Concession c : broken(branch, q)) {
                    breaks++;
                    weigh(q, step, branch, c, allowed, run);
                }
            }
        }
        if (breaks == 0) {
            return q.notApplicable("no branch answers a break");
        }
        return run.verdict(
                "each of %d answers to a break weighs within %s of what the promise had brought"
                        .formatted(breaks, number(allowed)),
                "an answer weighs much more, or much less, than what the promise had brought");
    }

    private static List<Concession> broken(Step.Branch branch, Question q) {
        if (!(branch.trigger() instanceof Trigger.When(Condition condition))) {
            return List.of();
        }
        return q.theCase().concessions().stream()
                .filter(c -> condition.leaves().stream()
                        .anyMatch(l -> l instanceof Condition.InState in
                                && in.thing().id().equals(c.id())
                                && in.state().equals("broken")))
                .toList();
    }

    private static void weigh(Question q, Step step, Step.Branch branch, Concession c, double allowed, Findings run) {
        Set<Measure> given = new LinkedHashSet<>();
        Set<Measure> answer = new LinkedHashSet<>();
        for (Obligation o : q.duties()) {
            Measure m = o.measure();
            if (m == null || !o.step().equals(step)) {
                continue;
            }
            if (o.branch().equals(branch) && o.verb() != null && o.verb().tightens()) {
                answer.add(m);
            } else if (Snapback.reliedOn(o, q).contains(c)) {
                given.add(m);
            }
        }
        double gave = given.stream().mapToDouble(Measure::weight).sum();
        double takes = answer.stream().mapToDouble(Measure::weight).sum();
        if (Math.abs(gave - takes) <= allowed) {
            run.held(0);
            return;
        }
        run.refuted(
                branch.at(),
                "%s answers the break of %s with %s, and had given %s for it"
                        .formatted(step.id(), c.id(), number(takes), number(gave)),
                List.of("answer with what was given, or say what each measure weighs: `weighs 2`"));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}

package parley.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.proof.Verdict.Cause;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Step;
import parley.roadmap.Trigger;

/** Each end of each concession – verified, broken, nothing – has a branch, and no two branches have the same trigger. */
final class Silence {
    private Silence() {}

    static Verdict check(Question q) {
        List<Cause> causes = new ArrayList<>();
        Set<String> answered = new HashSet<>();
        for (Step step : q.theCase().steps()) {
            ends(step, answered);
            nothing(step, causes);
            doubled(step, causes);
        }
        for (Concession c : q.theCase().concessions()) {
            if (!answered.contains(c.id() + " verified")) {
                causes.add(new Cause(c.at(), "no branch answers `%s verified`".formatted(c.id())));
            } else if (c.broken() != null && !answered.contains(c.id() + " broken")) {
                causes.add(new Cause(c.at(), "no branch answers `%s broken`".formatted(c.id())));
            }
        }
        return causes.isEmpty()
                ? q.holds("each of %d concessions is answered when it is kept, when it is broken and when nothing comes"
                        .formatted(q.theCase().concessions().size()))
                : q.refuted(
                        "the text is silent where the other side can act",
                        causes,
                        List.of("add the missing `when` branch"));
    }

    private static void ends(Step step, Set<String> answered) {
        for (Step.Branch b : step.branches()) {
            if (b.trigger() instanceof Trigger.When(var condition)) {
                for (Condition leaf : condition.leaves()) {
                    if (leaf instanceof Condition.InState in) {
                        answered.add(in.thing().id() + " " + in.state());
                    }
                }
            }
        }
    }

    private static void nothing(Step step, List<Cause> causes) {
        boolean there = step.branches().stream().anyMatch(b -> switch (b.trigger()) {
            case Trigger.NothingBy _, Trigger.NothingFor _, Trigger.Otherwise _, Trigger.OnDay _ -> true;
            case Trigger.When _ -> false;
        });
        if (!there) {
            causes.add(new Cause(step.at(), "`%s` says nothing about silence".formatted(step.id())));
        }
    }

    private static void doubled(Step step, List<Cause> causes) {
        Set<String> seen = new HashSet<>();
        for (Step.Branch b : step.branches()) {
            String trigger = parley.language.Words.of(b.trigger());
            if (!seen.add(trigger)) {
                causes.add(new Cause(b.at(), "`%s` has two branches `%s`".formatted(step.id(), trigger)));
            }
        }
    }
}

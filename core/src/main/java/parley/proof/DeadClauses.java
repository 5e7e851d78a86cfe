package parley.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.model.Grid;
import parley.model.Obligation;
import parley.model.Terms;
import parley.roadmap.Condition;
import parley.roadmap.Measure;
import parley.roadmap.Phase;
import parley.roadmap.Ref;
import parley.roadmap.Step;
import parley.roadmap.Trigger;
import parley.roadmap.Verb;

/** Every branch, phase and reserve can come into play. */
final class DeadClauses {
    private DeadClauses() {}

    static Verdict check(Question q) {
        var run = new Findings(q);
        int clauses = 0;
        for (Step step : q.theCase().steps()) {
            for (Step.Branch branch : binds(step, q) ? step.branches() : List.<Step.Branch>of()) {
                clauses++;
                branch(q, step, branch, run);
            }
        }
        for (Phase phase : q.theCase().phases()) {
            boolean used =
                    q.theCase().steps().stream().anyMatch(s -> s.phase().id().equals(phase.id()));
            if (!used && phase.runs() == null) {
                run.refuted(phase.at(), "the phase %s has no step".formatted(phase.id()), List.of("add a step"));
            }
        }
        unused(q, run);
        return run.verdict(
                "each of %d branches can fire before the end, and everything in reserve can be used".formatted(clauses),
                "something in the text can never come into play");
    }

    static boolean binds(Step step, Question q) {
        return q.theCase().phases().stream()
                .filter(p -> p.id().equals(step.phase().id()))
                .map(Phase::runs)
                .noneMatch(
                        runs -> runs != null && runs.to().isBefore(q.theCase().from()));
    }

    private static void branch(Question q, Step step, Step.Branch branch, Findings run) {
        Condition open = new Condition.InState(new Ref(step.phase().id(), step.at()), "open", null, step.at());
        List<Condition> watched = new ArrayList<>(List.of(open));
        if (branch.trigger() instanceof Trigger.When(Condition condition)) {
            watched.add(condition);
        }
        var setting = Safety.Setting.of(
                        q,
                        List.of(),
                        false,
                        watched,
                        scene -> scene.draft()
                                .label(
                                        Safety.BAD,
                                        Terms.all(watched.stream()
                                                .map(c -> scene.conduct()
                                                        .states(c)
                                                        .may())
                                                .toList())))
                .telling();
        switch (Safety.look(setting, run.tally())) {
            case Safety.Found.Reached(var course) -> {
                LocalDate fires = fires(branch, course.earliest(), q);
                if (fires == null || !fires.isAfter(q.theCase().to())) {
                    run.held(q.theCase().gridDays());
                } else {
                    run.refuted(
                            branch.at(),
                            "this branch of %s could fire on %s at the earliest, after the end of the roadmap"
                                    .formatted(step.id(), fires),
                            List.of("shorten the silence, or open the phase earlier"));
                }
            }
            case Safety.Found.Holds _ ->
                run.refuted(
                        branch.at(),
                        "this branch of %s cannot fire before the end".formatted(step.id()),
                        List.of("take it out, or mend its condition"));
            case Safety.Found.Open(String why) -> run.open(why);
        }
    }

    private static @Nullable LocalDate fires(Step.Branch branch, LocalDate open, Question q) {
        return switch (branch.trigger()) {
            case Trigger.NothingFor(var length) ->
                open.plusDays(Grid.of(q.theCase(), 1).fewestDays(length));
            case Trigger.NothingBy(LocalDate day) -> day;
            case Trigger.OnDay(LocalDate day) -> day;
            case Trigger.When _, Trigger.Otherwise _ -> null;
        };
    }

    private static void unused(Question q, Findings run) {
        Set<String> used = new TreeSet<>();
        for (Obligation o : q.duties()) {
            if (o.verb() == Verb.IMPOSE || o.verb() == Verb.GRANT) {
                used.add(Stage.measure(o));
            }
        }
        for (Measure m : q.theCase().measures()) {
            if (m.kind() == Measure.Kind.RESERVE && !used.contains(m.id())) {
                run.refuted(
                        m.at(),
                        "%s is kept in reserve and no branch imposes it".formatted(m.id()),
                        List.of("name it in a branch, or say that it is kept for what the text does not foresee"));
            }
        }
    }
}

package parley.proof;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parley.roadmap.Claim;
import parley.roadmap.Condition;
import parley.roadmap.Phase;
import parley.roadmap.Ref;

/** If both sides want it, the last phase is reached in time. */
final class GoalReach {
    private GoalReach() {}

    static Verdict check(Question q) {
        Optional<Phase> last = q.theCase().phases().stream()
                .filter(p -> p.runs() == null)
                .max(Comparator.comparing((Phase p) -> !p.first()).thenComparing(Phase::at));
        if (last.isEmpty()) {
            return q.notApplicable("the text has no phases");
        }
        Phase goal = last.get();
        LocalDate by = by(q);
        if (goal.first()) {
            return q.holds("the only phase, %s, is open from the first day".formatted(goal.id()));
        }
        var run = new Findings(q);
        Condition open = new Condition.InState(new Ref(goal.id(), goal.at()), "open", null, goal.at());
        var setting = Safety.Setting.of(
                        q,
                        List.of(),
                        false,
                        List.of(open),
                        scene -> scene.draft()
                                .label(Safety.BAD, scene.conduct().states(open).must()))
                .telling();
        return switch (Safety.look(setting, run.tally())) {
            case Safety.Found.Reached(var course) -> {
                Optional<Story> story = Stage.by(
                        q,
                        course,
                        by,
                        "the phase %s is open".formatted(goal.id()),
                        goal.at(),
                        now -> Shows.open(now, goal.id()));
                if (story.isEmpty()) {
                    yield q.open("%s can open on the grid, and the story does not come true in the standing"
                            .formatted(goal.id()));
                }
                LocalDate on = Stage.end(story.get());
                run.story(story.get());
                if (on.isAfter(by) && !course.earliest().isAfter(by)) {
                    yield q.open("%s can open on %s on the grid, and the first story that comes true ends on %s"
                            .formatted(goal.id(), course.earliest(), on));
                }
                yield on.isAfter(by)
                        ? run.refutedAs(
                                "%s opens on %s at the earliest, asked for by %s".formatted(goal.id(), on, by), goal)
                        : run.verdict("%s can be open on %s; asked for by %s".formatted(goal.id(), on, by), "");
            }
            case Safety.Found.Holds _ ->
                run.refutedAs("%s cannot open before the end of the roadmap".formatted(goal.id()), goal);
            case Safety.Found.Open(String why) -> q.open(why);
        };
    }

    private static LocalDate by(Question q) {
        for (Claim.Parameter p : q.words()) {
            if (p.value().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return LocalDate.parse(p.value());
            }
        }
        return q.theCase().to();
    }
}

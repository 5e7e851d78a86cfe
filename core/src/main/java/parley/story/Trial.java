package parley.story;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parley.facts.Evaluator;
import parley.facts.FactIndex;
import parley.facts.StateReader;
import parley.facts.Truth;
import parley.roadmap.Condition;

/** A sheet of figures, asked about goals. */
final class Trial {
    private final Evaluator evaluator;
    private final TurningDays turning;
    private final Sheet sheet;

    Trial(Ground ground, StateReader states, TurningDays turning, Sheet sheet) {
        this.evaluator = new Evaluator(ground.names, new FactIndex(sheet.facts()), states);
        this.turning = turning;
        this.sheet = sheet;
    }

    /** Says whether everything comes on its day and nothing before. */
    boolean meets(Goal goal) {
        LocalDate on = goal.on();
        return (on == null || holds(goal.condition(), goal, on)) && tooEarly(goal) == null;
    }

    /** Returns the first day on which the condition is true although it must not be, or {@code null}. */
    @Nullable
    LocalDate tooEarly(Goal goal) {
        for (LocalDate day : turning.of(goal, sheet)) {
            if (holds(goal.condition(), goal, day)) {
                return day;
            }
        }
        return null;
    }

    boolean holds(Condition condition, Goal goal, LocalDate day) {
        LocalDate since = Ground.earlier(goal.since(), day);
        LocalDate deeds = Ground.earlier(goal.deedsSince(), day);
        return evaluator.answer(condition, day, since, deeds).truth() == Truth.TRUE;
    }
}

package parley.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.facts.StateReader;
import parley.roadmap.Condition;

/** Looks for figures that bring about what a story tells, goal by goal, and goes back where two goals collide. */
final class Search {
    /** Sheets tried for one story before it counts as one that cannot be. */
    private static final int MOST_TRIALS = 400;

    /** Ways of writing one goal's figures that are compared. */
    private static final int MOST_CANDIDATES = 16;

    /** Deeds that keep one goal quiet: two years of windows of a month. */
    private static final int MOST_BLOCKS = 40;

    /** A series that many concessions read is dearer than lines. */
    private static final int DEARNESS = 3;

    private final Ground ground;
    private final StateReader states;
    private final TurningDays turning;
    private final List<Goal> goals;
    private final Figures figures;
    private final Blocks blocks;
    private int trials;
    private int deepest;
    private Sheet best;

    /** @param goals what the story tells first, by days, then what must not come by accident */
    Search(Ground ground, StateReader states, TurningDays turning, List<Goal> goals, LocalDate firstDay) {
        this.ground = ground;
        this.states = states;
        this.turning = turning;
        this.goals = goals;
        this.figures = new Figures(ground, firstDay);
        this.blocks = new Blocks(ground, figures, firstDay);
        this.best = new Sheet();
    }

    /** Returns a sheet that brings about what the goals from one place on tell, or {@code null}; see {@link #stuckAt}. */
    @Nullable
    Sheet solve(int from, Sheet sheet) {
        deepest = from;
        best = sheet;
        trials = 0;
        return told(from, sheet);
    }

    /** Returns the place of the goal that the last search could not pass. */
    int stuckAt() {
        return deepest;
    }

    /** Returns the figures for the goals before that place. */
    Sheet best() {
        return best;
    }

    private Trial trial(Sheet sheet) {
        trials++;
        return new Trial(ground, states, turning, sheet);
    }

    private @Nullable Sheet told(int i, Sheet sheet) {
        if (i > deepest) {
            deepest = i;
            best = sheet;
        }
        if (i == goals.size() || !goals.get(i).told()) {
            return sheet;
        }
        List<Sheet> spare = new ArrayList<>();
        for (Sheet candidate : candidates(goals.get(i), sheet)) {
            if (trials > MOST_TRIALS) {
                return null;
            }
            Trial trial = trial(candidate);
            Set<String> moved = new TreeSet<>(candidate.changed(sheet));
            if (!trial.meets(goals.get(i)) || !stands(trial, moved, i)) {
                continue;
            }
            if (disturbs(trial, moved, sheet, goals.get(i))) {
                spare.add(candidate);
                continue;
            }
            Sheet solved = told(i + 1, candidate);
            if (solved != null) {
                return solved;
            }
        }
        // Nothing is left but what makes another concession move: above 30 a month is above 15 too.
        for (Sheet candidate : spare) {
            Sheet solved = told(i + 1, candidate);
            if (solved != null) {
                return solved;
            }
        }
        return null;
    }

    /** Says whether the goals before a place still stand. */
    private boolean stands(Trial trial, Set<String> moved, int before) {
        for (Goal goal : goals.subList(0, before)) {
            if (touches(goal, moved) && !trial.meets(goal)) {
                return false;
            }
        }
        return true;
    }

    private boolean touches(Goal goal, Set<String> moved) {
        return goal.condition().leaves().stream().anyMatch(leaf -> {
            String series = ground.series(leaf);
            return series != null && moved.contains(series);
        });
    }

    /** Says whether figures make something come that the story does not tell and that did not come before. */
    private boolean disturbs(Trial trial, Set<String> moved, Sheet before, Goal now) {
        Trial was = null;
        for (Goal goal : goals) {
            // What is told later may still mend what would come after it.
            boolean begun = now.on() != null && !goal.from().isAfter(now.on());
            if (!goal.told() && begun && touches(goal, moved) && !trial.meets(goal)) {
                was = was == null ? trial(before) : was;
                if (was.meets(goal)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the sheets with what a goal needs, those that move least first. */
    private List<Sheet> candidates(Goal goal, Sheet sheet) {
        List<Sheet> found = new ArrayList<>();
        LocalDate on = Objects.requireNonNull(goal.on(), "only what is told is made");
        for (List<Condition> way : goal.ways()) {
            List<Sheet> made = List.of(sheet);
            for (Condition leaf : way) {
                made = made.stream()
                        .flatMap(s -> figures.make(s, leaf, goal, on).stream())
                        .limit(MOST_CANDIDATES)
                        .toList();
            }
            made.forEach(s -> found.addAll(quiet(goal, s)));
        }
        found.sort(Comparator.comparingInt(s -> cost(s, sheet)));
        return found.subList(0, Math.min(found.size(), MOST_CANDIDATES));
    }

    private int cost(Sheet candidate, Sheet before) {
        int dear = candidate.changed(before).stream()
                .mapToInt(s -> ground.users(s) - 1)
                .sum();
        return candidate.size() - before.size() + DEARNESS * dear;
    }

    /** Returns the sheet with the deeds that keep a goal from coming too early: as it is if none is needed. */
    private List<Sheet> quiet(Goal goal, Sheet sheet) {
        List<Sheet> found = new ArrayList<>();
        for (int choice = 0; choice < 2; choice++) {
            Sheet made = quiet(goal, sheet, choice);
            if (made != null
                    && (found.isEmpty() || !made.changed(found.getFirst()).isEmpty())) {
                found.add(made);
            }
        }
        return found;
    }

    /** @param choice which of the leaves that could be blocked is: 0 the one that moves least */
    private @Nullable Sheet quiet(Goal goal, Sheet sheet, int choice) {
        Sheet made = sheet;
        for (int i = 0; i < MOST_BLOCKS; i++) {
            Trial trial = trial(made);
            LocalDate early = trial.tooEarly(goal);
            if (early == null) {
                return made;
            }
            Sheet blocked = blocked(goal, made, trial, early, choice);
            if (blocked == null) {
                return null;
            }
            made = blocked;
        }
        return null;
    }

    private @Nullable Sheet blocked(Goal goal, Sheet sheet, Trial trial, LocalDate day, int choice) {
        for (List<Condition> way : goal.ways()) {
            if (!way.stream().allMatch(leaf -> trial.holds(leaf, goal, day))) {
                continue;
            }
            List<Sheet> found = way.stream()
                    .sorted(Comparator.comparingInt(this::dear))
                    .map(leaf -> blocks.block(sheet, leaf, goal, day))
                    .filter(Objects::nonNull)
                    .toList();
            return found.isEmpty() ? null : found.get(Math.min(choice, found.size() - 1));
        }
        return null;
    }

    private int dear(Condition leaf) {
        String series = ground.series(leaf);
        return series == null ? Integer.MAX_VALUE : ground.users(series);
    }

    /** Adds what keeps the concessions of the story from moving by accident, as far as it moves nothing that is told. */
    Sheet undisturbed(Sheet sheet) {
        Sheet made = sheet;
        List<Goal> told = goals.stream().filter(Goal::told).toList();
        for (Goal goal : goals.subList(told.size(), goals.size())) {
            for (Sheet candidate : quiet(goal, made)) {
                Set<String> moved = new TreeSet<>(candidate.changed(made));
                boolean needed = !moved.isEmpty();
                if (needed && stands(trial(candidate), moved, told.size())) {
                    made = candidate;
                    break;
                }
                if (!needed) {
                    break;
                }
            }
        }
        return made;
    }
}

package parley.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.model.Dating;
import parley.model.Play;
import parley.standing.Standing;
import parley.text.Span;

/** What the parts of one property came to, put together to one verdict. */
final class Findings {
    private static final int STORIES = 3;

    private final Question q;
    private final Tally tally = new Tally();
    private final List<Verdict.Cause> causes = new ArrayList<>();
    private final Set<String> mends = new LinkedHashSet<>();
    private final List<Story> stories = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private boolean lastRefuted;
    private boolean lastTold;
    private int refuted;
    private int held;
    private int grid;
    private final List<Ground.Instance> instances = new ArrayList<>();
    private int idle;

    Findings(Question q) {
        this.q = q;
    }

    int refuted() {
        return refuted;
    }

    int held() {
        return held;
    }

    Tally tally() {
        return tally;
    }

    /** Looks for one way to fail. */
    Safety.Found look(
            Safety.Setting setting,
            Span clause,
            String says,
            String end,
            Predicate<Standing> shows,
            List<String> mending) {
        Safety.Found found = Safety.look(setting, tally);
        lastRefuted = false;
        lastTold = false;
        switch (found) {
            case Safety.Found.Holds(int gridDays, boolean triggered, Play play) -> {
                held++;
                idle += triggered ? 0 : 1;
                instances.add(new Ground.Instance(says, play, true));
                grid = Math.max(grid, gridDays);
            }
            case Safety.Found.Reached(Dating.Dated course) -> {
                var last = new Story.Line(course.end(), end, clause);
                Optional<Story> story = Stage.alone(q, course, last, shows);
                lastRefuted = story.isPresent();
                instances.add(new Ground.Instance(says, course.course().play(), false));
                if (story.isPresent()) {
                    refuted(clause, says, mending);
                    lastTold = stories.size() < STORIES;
                    if (lastTold) {
                        story(story.get().with(Cores.of(setting, course)));
                    }
                } else {
                    open.add("%s on the grid, and the story does not come true in the standing".formatted(says));
                }
            }
            case Safety.Found.Open(String why) -> open.add("%s (%s)".formatted(says, why));
        }
        return found;
    }

    void refuted(Span clause, String says, List<String> mending) {
        refuted++;
        causes.add(new Verdict.Cause(clause, says));
        mends.addAll(mending);
    }

    Verdict refutedAs(String says, parley.roadmap.Declaration clause) {
        refuted(clause.at(), says, List.of());
        return verdict("", says);
    }

    void story(Story story) {
        if (stories.size() < STORIES) {
            stories.add(story);
        }
    }

    /** Adds a clause to what was just refuted, if something was. */
    void alsoBecause(Span clause, String says) {
        if (lastRefuted) {
            causes.add(new Verdict.Cause(clause, says));
        }
        if (lastTold) {
            Story told = stories.removeLast();
            stories.add(told.with(told.core().and(clause)));
        }
    }

    void cause(Span clause, String says) {
        causes.add(new Verdict.Cause(clause, says));
    }

    void held(int gridDays) {
        held++;
        grid = Math.max(grid, gridDays);
    }

    void open(String why) {
        open.add(why);
    }

    /** Where nothing that was looked at can come up, a {@code holds} says nothing. */
    private @Nullable String vacuous() {
        return held > 0 && idle == held ? "holds, because what it is about can never come up" : null;
    }

    Verdict verdict(String holds, String refutes) {
        var ground = new Ground(
                "graph",
                grid == 0 ? q.theCase().gridDays() : grid,
                tally.states,
                tally.choices,
                tally.transitions,
                refuted == 0 && open.isEmpty() ? vacuous() : null,
                stories,
                instances);
        if (refuted > 0) {
            return q.refuted(refutes, causes, List.copyOf(mends)).on(ground);
        }
        if (!open.isEmpty()) {
            return q.open(open.getFirst() + (open.size() > 1 ? "; and %d more".formatted(open.size() - 1) : ""))
                    .on(ground);
        }
        Verdict verdict = q.holds(holds).on(ground);
        return causes.isEmpty() ? verdict : verdict.because(causes);
    }
}

package parley.story;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.language.Words;
import parley.roadmap.Case;
import parley.roadmap.Scenario;
import parley.roadmap.Step;
import parley.standing.Standing;
import parley.standing.Telling;

/**
 * A story with figures, as lines of a scenario of the language.
 *
 * @param lines what a scenario tells, by days
 * @param happenings what was asked for, in the same order, with the days they really got
 * @param misses what did not come as the story tells, one sentence each; empty if it replays
 * @param linesOf for each happening its own lines; every line is some happening's, and of the first one that needs it
 * @param atLast the standing on the day of the last happening, {@code null} if there is none
 */
public record Staged(
        Case theCase,
        List<Scenario.Line> lines,
        List<Happening> happenings,
        List<String> misses,
        List<List<Scenario.Line>> linesOf,
        @Nullable Standing atLast) {
    public Staged {
        lines = List.copyOf(lines);
        happenings = List.copyOf(happenings);
        misses = List.copyOf(misses);
        linesOf = linesOf.stream().map(List::copyOf).toList();
    }

    /** Says whether everything came as the story tells. */
    public boolean replays() {
        return misses.isEmpty();
    }

    /** Returns the standing on a day of the story; for any but the last the story is played anew. */
    public Standing on(LocalDate day) {
        if (atLast != null && day.equals(atLast.asOf())) {
            return atLast;
        }
        var telling = new Telling(theCase, lines);
        telling.pass(day);
        return telling.standing();
    }

    /** Returns the story as a scenario of the language, which {@code parley rehearse} accepts. */
    public String scenario(String title) {
        return lines.stream()
                .map(line -> "  " + words(line) + "\n")
                .collect(Collectors.joining("", "scenario \"" + title.replace('"', '\'') + "\"\n", ""));
    }

    /** A step is reviewed, a stakeholder consulted; in the model both are the same. */
    private String words(Scenario.Line line) {
        if (line instanceof Scenario.Line.Consults c
                && theCase.steps().stream()
                        .map(Step::id)
                        .anyMatch(c.stakeholder().id()::equals)) {
            return "on %s %s reviews %s".formatted(c.on(), c.partner(), c.stakeholder());
        }
        return Words.of(line);
    }
}

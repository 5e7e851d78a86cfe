package parley.standing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.MeasureState;
import parley.roadmap.Scenario;
import parley.roadmap.Stage;
import parley.roadmap.Verb;

/**
 * A story told day by day: where a case stands while the lines of a scenario come true. One walk through the days answers
 * for all of them, so ask in the order of days. Expectations among the lines are passed over.
 */
public final class Telling {
    private final Run run;
    private LocalDate day;

    public Telling(Case theCase, List<Scenario.Line> lines) {
        this.day = StoryRows.beginning(theCase, lines);
        var rows = new StoryRows(theCase, theCase.byName(), day);
        lines.stream().filter(l -> !(l instanceof Scenario.Line.Expect)).forEach(rows::tell);
        this.run = new Run(theCase, rows.story(), LocalDate.MAX, day);
    }

    /**
     * Lets the days pass up to {@code next}.
     *
     * @throws IllegalArgumentException if that day lies behind
     */
    public void pass(LocalDate next) {
        if (next.isBefore(day)) {
            throw new IllegalArgumentException("The story is at %s, it does not go back to %s.".formatted(day, next));
        }
        day = next;
        run.play(next);
    }

    /** Returns the day since which a concession, measure or phase is in a state, or {@code null} if it is not. */
    public @Nullable LocalDate since(String thing, String state) {
        return run.states().startOf(thing, state);
    }

    /** Returns the state of an owner's part of a measure, or {@code null} if there is no such part. */
    public @Nullable MeasureState part(String measure, String owner) {
        MeasureTrack track = run.measureNamed(measure);
        return track == null || !track.ownedBy(owner) ? null : track.stateOf(owner);
    }

    /** Says whether an owner's relief is taken back and lasts only for those who rely on it. */
    public boolean windsDown(String measure, String owner) {
        MeasureTrack track = run.measureNamed(measure);
        return track != null && track.ownedBy(owner) && track.windsDown(owner);
    }

    /** Returns how far a partner has come with an act that has not taken effect, or {@code null}. */
    public @Nullable Stage reached(String partner, Verb verb, String measure) {
        return run.decisions().stage(partner, verb, measure);
    }

    public Standing standing() {
        return run.standing();
    }
}

package parley.standing;

import java.time.LocalDate;
import parley.facts.Facts;
import parley.roadmap.Case;

/** The door: computes where a case stands. */
public final class Standings {
    private Standings() {}

    /**
     * Returns the standing on {@code asOf} with what was known on {@code knownAt}. Rows recorded later have no influence,
     * nor has the order of rows or files.
     */
    public static Standing of(Case theCase, Facts facts, LocalDate knownAt, LocalDate asOf) {
        return run(theCase, Story.of(facts.knownAt(knownAt)), knownAt, asOf);
    }

    static Standing run(Case theCase, Story story, LocalDate knownAt, LocalDate asOf) {
        var run = new Run(theCase, story, knownAt, asOf);
        run.play();
        return run.standing();
    }
}

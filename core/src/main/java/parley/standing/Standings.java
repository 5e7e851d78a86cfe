package parley.standing;

import java.time.LocalDate;
import parley.facts.Facts;
import parley.roadmap.Case;

/** The door: computes where a case stands. */
public final class Standings {
    /** Lasting things may be looked at as far back as the record goes; windows begin here at the earliest. */
    public static final LocalDate BEGINNING = LocalDate.of(1990, 1, 1);

    private Standings() {}

    /**
     * Returns the standing on {@code asOf} with what was known on {@code knownAt}. Rows recorded later have no influence,
     * nor has the order of rows or files. After the day on which the record ends, silence means nothing: concessions
     * stay as they were and are unknown, while deadlines and the ends of acts go on by the calendar.
     */
    public static Standing of(Case theCase, Facts facts, LocalDate knownAt, LocalDate asOf) {
        Story story = Story.of(theCase, facts.knownAt(knownAt), knownAt);
        var run = new Run(theCase, story, knownAt, LocalDate.MIN);
        run.play(asOf);
        return run.standing();
    }

    /** Returns the first day that the text or the record tells anything of. */
    public static LocalDate firstDay(Case theCase, Facts facts) {
        LocalDate first = Agenda.firstDay(theCase, Story.of(theCase, facts, LocalDate.MAX));
        for (var r : facts.readings()) {
            first = r.date().isBefore(first) ? r.date() : first;
        }
        return first;
    }
}

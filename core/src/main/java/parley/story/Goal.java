package parley.story;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Condition;

/**
 * What the figures have to bring about: a condition that is not true from one day on and becomes true on another.
 *
 * @param ways in how many ways it can be true: each a list of parts that are true together
 * @param from the first day it is asked about
 * @param on the day it becomes true, or {@code null} if it must never
 * @param to the last day it is asked about
 * @param since the first day that windows of lasting things may reach
 * @param deedsSince the first day on which a deed counts
 * @param happening the place of the happening that asks for it
 */
record Goal(
        Condition condition,
        List<List<Condition>> ways,
        LocalDate from,
        @Nullable LocalDate on,
        LocalDate to,
        LocalDate since,
        LocalDate deedsSince,
        int happening) {

    /** Says whether the story tells a day: where it does not, an accident is tolerated if nothing else is possible. */
    boolean told() {
        return on != null;
    }

    /** Returns the last day on which it must not be true. */
    LocalDate quietTo() {
        return on == null ? to : on.minusDays(1);
    }
}

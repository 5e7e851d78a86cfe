package parley.story;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Concession;
import parley.standing.Standings;

/**
 * One round in the life of a concession as a story tells it: it is offered, met, verified, broken.
 *
 * @param opens the first day on which it can be met
 * @param lastingSince the first day that windows of lasting things may reach
 * @param last the happening that told of it last, for figures that only keep it as it is
 * @param met where the story tells that it is met, or {@code null}
 * @param verified the day it is verified, or {@code null}
 * @param broken where the story tells that it breaks, or {@code null}
 */
record Round(
        Concession concession,
        LocalDate opens,
        LocalDate lastingSince,
        int last,
        @Nullable Told met,
        @Nullable LocalDate verified,
        @Nullable Told broken) {

    /** A day, and the place of the happening that tells it. */
    record Told(int happening, LocalDate on) {}

    static Round first(Concession c, LocalDate opens, int happening) {
        return new Round(c, opens, Standings.BEGINNING, happening, null, null, null);
    }

    /** Returns the round after a break, in which nothing of before counts, or {@code null} if there is none. */
    @Nullable
    Round next(Told broke) {
        if (concession.once()) {
            return null;
        }
        LocalDate tomorrow = broke.on().plusDays(1);
        LocalDate pause = concession.notAgainWithin() == null
                ? tomorrow
                : concession.notAgainWithin().after(broke.on());
        LocalDate again = pause.isBefore(tomorrow) ? tomorrow : pause;
        return new Round(concession, again, again, broke.happening(), null, null, null);
    }

    Round withMet(Told told) {
        return new Round(concession, opens, lastingSince, told.happening(), told, verified, broken);
    }

    Round withVerified(int happening, LocalDate on) {
        return new Round(concession, opens, lastingSince, happening, met, on, broken);
    }

    Round withBroken(Told told) {
        return new Round(concession, opens, lastingSince, told.happening(), met, verified, told);
    }
}

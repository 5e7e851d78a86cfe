package parley.proof;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.model.Obligation;
import parley.proof.Verdict.Cause;
import parley.roadmap.Length;
import parley.roadmap.Partner;

/** Each written deadline is at least the smallest that the partner can keep, if so many members may block an attempt. */
final class Deadlines {
    private Deadlines() {}

    static Verdict check(Question q) {
        List<Cause> causes = new ArrayList<>();
        List<String> mends = new ArrayList<>();
        int duties = 0;
        for (Obligation o : q.duties()) {
            Partner.Procedure procedure = o.procedure();
            Integer given = given(o);
            // A prepared act is decided in advance; whether it is ready in time is a question to the game.
            if (o.verb() != null
                    && procedure != null
                    && given != null
                    && !o.reaction().prepared()) {
                duties++;
                compare(q, o, procedure, given, causes, mends);
            }
        }
        String reading = " (slowest decisions known, grid of %d days)"
                .formatted(q.theCase().gridDays());
        return causes.isEmpty()
                ? q.holds("each of %d deadlines that are not prepared can be kept%s".formatted(duties, reading))
                : q.refuted("a deadline is shorter than the decision may take" + reading, causes, mends);
    }

    private static void compare(
            Question q, Obligation o, Partner.Procedure procedure, int given, List<Cause> causes, List<String> mends) {
        Integer needed = Delays.most(procedure, q.vetoes());
        String owes = "%s has %d days for %s".formatted(o.partner().id(), given, o.words());
        if (needed == null) {
            causes.add(new Cause(
                    o.reaction().at(), owes + ", and one member can block every attempt: no deadline is long enough"));
            mends.add("adopt it in advance: `by a prepared act`");
        } else if (given < needed) {
            causes.add(new Cause(o.reaction().at(), owes + " and may need " + needed));
            mends.add("write `within %d days`, or `by a prepared act`".formatted(needed));
        }
    }

    /** Returns the days from the trigger to the deadline, as few as they may be, or {@code null} if none is given. */
    private static @Nullable Integer given(Obligation o) {
        Length within = o.reaction().within();
        if (within == null) {
            return null;
        }
        var start = java.time.LocalDate.of(2027, 2, 1); // the shortest months follow
        return (int) ChronoUnit.DAYS.between(start, within.after(start));
    }
}

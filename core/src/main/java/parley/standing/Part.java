package parley.standing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Expiry;
import parley.roadmap.MeasureState;
import parley.roadmap.Verb;

/** One owner's part of a measure: each owner decides about its own, and its relief has its own end. */
final class Part {
    MeasureState state;

    /** The step whose branch asked for the relief, or {@code null} if none did or nothing is eased. */
    @Nullable
    String easedBy;

    @Nullable
    LocalDate ends;

    private Expiry.@Nullable Default then;
    private boolean windsDown;

    Part(MeasureState state) {
        this.state = state;
    }

    /** @param silent what happens at the end if the act does not say */
    void act(Verb verb, LocalDate on, Expiry expiry, @Nullable String step, Expiry.Default silent) {
        state = verb.leadsTo();
        easedBy = verb.eases() ? step : null;
        windsDown = false;
        switch (expiry) {
            case Expiry.Unsaid _, Expiry.UntilRevoked _ -> end(null, null);
            case Expiry.For f -> end(f.length().after(on), f.then() == null ? silent : f.then());
            case Expiry.Until u -> end(u.day(), u.then() == null ? silent : u.then());
        }
    }

    private void end(@Nullable LocalDate on, Expiry.@Nullable Default what) {
        ends = on;
        then = what;
    }

    /** Lets relief run out on {@code end} instead of ending it at once; revoking never makes it longer. */
    void windDown(LocalDate end) {
        LocalDate already = ends;
        if (already == null || end.isBefore(already)) {
            end(end, Expiry.Default.ENDS);
            windsDown = true;
        }
    }

    boolean windsDown() {
        return windsDown;
    }

    /** Ends what ends on or before {@code day}, without any decision; returns what happened, or {@code null}. */
    Expiry.@Nullable Default endOn(LocalDate day, boolean offer) {
        Expiry.Default what = then;
        LocalDate end = ends;
        if (what == null || end == null || day.isBefore(end)) {
            return null;
        }
        state = offer ? MeasureState.WITHDRAWN : what.leadsTo();
        easedBy = null;
        windsDown = false;
        end(null, null);
        return what;
    }

    Standing.@Nullable Next next() {
        LocalDate end = ends;
        Expiry.Default what = then;
        return end == null || what == null
                ? null
                : new Standing.Next(windsDown ? "the time to wind down ends" : "it " + what.word() + " by itself", end);
    }
}

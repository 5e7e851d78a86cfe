package parley.standing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Expiry;
import parley.roadmap.MeasureState;
import parley.roadmap.Verb;

/** The life of one duty while the days pass. */
final class DutyTrack {
    final String partner;
    final String what;
    final String thing;
    final String step;
    final LocalDate arose;
    final LocalDate due;
    final @Nullable Verb verb;
    final Expiry expiry;
    final Standing.Because because;
    Standing.DutyState state = Standing.DutyState.DUE;

    @Nullable
    LocalDate done;

    DutyTrack(
            String partner,
            String what,
            String thing,
            String step,
            LocalDate arose,
            LocalDate due,
            @Nullable Verb verb,
            Expiry expiry,
            Standing.Because because) {
        this.partner = partner;
        this.what = what;
        this.thing = thing;
        this.step = step;
        this.arose = arose;
        this.due = due;
        this.verb = verb;
        this.expiry = expiry;
        this.because = because;
    }

    boolean open() {
        return done == null && (state == Standing.DutyState.DUE || state == Standing.DutyState.LATE);
    }

    @Nullable
    MeasureState target() {
        return verb == null ? null : verb.leadsTo();
    }

    void finish(LocalDate on) {
        done = on;
        state = on.isAfter(due) ? Standing.DutyState.LATE : Standing.DutyState.MET;
    }

    void pass(LocalDate day) {
        if (state == Standing.DutyState.DUE && day.isAfter(due)) {
            state = Standing.DutyState.LATE;
        }
    }

    Standing.Duty shown() {
        return new Standing.Duty(partner, what, thing, step, arose, due, state, done, because);
    }
}

package parley.standing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Reaction;
import parley.roadmap.Verb;

/** The life of one duty while the days pass. */
final class DutyTrack {
    final String partner;
    final String owedTo;
    final String what;
    final String thing;
    final String step;
    final LocalDate arose;
    final @Nullable Verb verb;
    final Reaction reaction;

    /** Whether it answers that nothing was done. */
    final boolean silence;

    final Standing.Because because;

    /** The last day to do it; a dispute moves it. */
    LocalDate due;

    Standing.DutyState state = Standing.DutyState.DUE;

    @Nullable
    LocalDate done;

    DutyTrack(
            String partner,
            String owedTo,
            String what,
            String thing,
            String step,
            LocalDate arose,
            LocalDate due,
            @Nullable Verb verb,
            Reaction reaction,
            boolean silence,
            Standing.Because because) {
        this.partner = partner;
        this.owedTo = owedTo;
        this.what = what;
        this.thing = thing;
        this.step = step;
        this.arose = arose;
        this.due = due;
        this.verb = verb;
        this.reaction = reaction;
        this.silence = silence;
        this.because = because;
    }

    boolean open() {
        return done == null && (state == Standing.DutyState.DUE || state == Standing.DutyState.LATE);
    }

    boolean is(String ofPartner, String noun, String about) {
        return partner.equals(ofPartner) && what.equals(noun) && thing.equals(about);
    }

    void finish(LocalDate on) {
        done = on;
        state = on.isAfter(due) ? Standing.DutyState.LATE : Standing.DutyState.MET;
    }

    /** Relief not yet given waits while the partners argue whether it was earned. */
    void waitForDispute() {
        if (state == Standing.DutyState.DUE && verb != null && verb.eases()) {
            due = due.plusDays(1);
        }
    }

    void pass(LocalDate day) {
        if (state == Standing.DutyState.DUE && day.isAfter(due)) {
            state = Standing.DutyState.LATE;
        }
    }

    Standing.Duty shown() {
        return new Standing.Duty(partner, owedTo, what, thing, step, arose, due, state, done, because);
    }
}

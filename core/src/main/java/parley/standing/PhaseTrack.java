package parley.standing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Concession;
import parley.roadmap.Phase;

/** The life of one phase while the days pass. */
final class PhaseTrack {
    final Phase phase;
    private State state = State.CLOSED;
    private LocalDate since;
    private Standing.Because because;

    private enum State {
        CLOSED,
        OPEN,
        PASSED
    }

    PhaseTrack(Phase phase, LocalDate start) {
        this.phase = phase;
        this.since = start;
        this.because = new Standing.Because("its gate is closed", List.of(phase.at()), List.of());
    }

    private void enter(State next, LocalDate day, String says) {
        state = next;
        since = day;
        because = new Standing.Because(says, List.of(phase.at()), List.of());
    }

    /** Opens or passes by its gate or its days; returns whether it opened today. */
    boolean pass(LocalDate day, Run run) {
        Concession.Runs runs = phase.runs();
        if (state == State.CLOSED && opens(day, run)) {
            enter(
                    State.OPEN,
                    day,
                    runs != null ? "its days have come" : phase.first() ? "it is the first" : "its gate is open");
            return true;
        }
        if (state == State.OPEN && runs != null && day.isAfter(runs.to())) {
            enter(State.PASSED, day, "its days are over");
        }
        return false;
    }

    private boolean opens(LocalDate day, Run run) {
        Concession.Runs runs = phase.runs();
        if (runs != null) {
            return !day.isBefore(runs.from()) && !day.isAfter(runs.to());
        }
        boolean begun = !day.isBefore(run.theCase().from());
        return begun && (phase.first() || (phase.opens() != null && run.states().holds(phase.opens(), day)));
    }

    /** A later phase has opened. */
    void leaveBehind(LocalDate day) {
        if (state == State.OPEN && phase.runs() == null) {
            enter(State.PASSED, day, "a later phase has opened");
        }
    }

    /** The branches of a roadmap phase stay in force after it has passed: a broken promise is answered later too. */
    boolean binds(LocalDate day, LocalDate from) {
        Concession.Runs runs = phase.runs();
        boolean over = runs != null && (day.isAfter(runs.to()) || runs.to().isBefore(from));
        return state != State.CLOSED && !over;
    }

    boolean openNow() {
        return state == State.OPEN;
    }

    LocalDate since() {
        return since;
    }

    /** Returns since when it is in a state; a phase that has passed counts as open too, because its gate is open. */
    @Nullable
    LocalDate startOf(String word) {
        boolean is = state.name().equalsIgnoreCase(word) || (word.equals("open") && state == State.PASSED);
        return is ? since : null;
    }

    Standing.PhaseState shown() {
        Concession.Runs runs = phase.runs();
        Standing.Next next = runs == null || state == State.PASSED
                ? null
                : state == State.CLOSED
                        ? new Standing.Next("it opens", runs.from())
                        : new Standing.Next("it passes", runs.to().plusDays(1));
        return new Standing.PhaseState(
                phase.id(), state.name().toLowerCase(java.util.Locale.ROOT), since, because, next);
    }
}

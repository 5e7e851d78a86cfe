package parley.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.facts.Answer;
import parley.facts.Evaluator;
import parley.facts.Truth;
import parley.roadmap.Concession;
import parley.roadmap.Concession.State;
import parley.roadmap.Length;

/** The life of one concession while the days pass. */
final class ConcessionTrack {
    /** Before the first round, lasting things may be looked at as far back as the record goes. */
    private static final LocalDate BEGINNING = LocalDate.of(1990, 1, 1);

    final Concession concession;
    private final LocalDate opens;
    private final LocalDate closes;
    State state = State.CLOSED;
    LocalDate since;
    private LocalDate lastingSince = BEGINNING;
    private LocalDate deedsSince;

    @Nullable
    LocalDate claimed;

    @Nullable
    LocalDate met;

    boolean disputed;
    Answer holds = Answer.of(Truth.UNKNOWN, "not asked yet");
    Standing.Because because;
    final List<Moment> moments = new ArrayList<>();

    /** A state that began on a day. */
    record Moment(State state, LocalDate on) {}

    ConcessionTrack(Concession concession, LocalDate from, LocalDate to) {
        Concession.Runs runs = concession.runs();
        this.concession = concession;
        this.opens = runs == null ? from : runs.from();
        this.closes = runs == null ? to : runs.to();
        this.since = opens;
        this.deedsSince = opens;
        this.because = new Standing.Because("the text offers it", List.of(concession.at()), List.of());
    }

    boolean runsOn(LocalDate day) {
        return !day.isBefore(opens) && !day.isAfter(closes);
    }

    private void enter(State next, LocalDate on, String says, List<String> facts) {
        state = next;
        since = on;
        because = new Standing.Because(says, List.of(concession.at()), facts);
        moments.add(new Moment(next, on));
    }

    void claim(LocalDate on, String fact) {
        if (runsOn(on)) {
            claimed = on;
            if (state == State.OPEN) {
                enter(State.CLAIMED, on, "the other side claims it", List.of(fact));
            }
        }
    }

    void verify(LocalDate on, String fact) {
        if (runsOn(on) && state == State.MET) {
            enter(State.VERIFIED, on, "the signers confirm it", List.of(fact));
        }
    }

    /** Passes one day: opens, is met, breaks, opens again. */
    void pass(LocalDate day, Evaluator evaluator) {
        if (!runsOn(day)) {
            if (day.isAfter(closes) && (state == State.OPEN || state == State.CLAIMED)) {
                enter(State.EXPIRED, day, "its time is over", List.of());
            }
            return;
        }
        reopen(day);
        holds = evaluator.answer(concession.met(), day, earliest(day), deedsSince);
        if ((state == State.OPEN || state == State.CLAIMED) && holds.truth() == Truth.TRUE) {
            met = day;
            enter(State.MET, day, String.join("; ", holds.reasons()), holds.factIds());
            if (concession.verifiedBy() == null) {
                enter(State.VERIFIED, day, String.join("; ", holds.reasons()), holds.factIds());
            }
        }
        breaks(day, evaluator);
    }

    private LocalDate earliest(LocalDate day) {
        return lastingSince.isAfter(day) ? day : lastingSince;
    }

    private void breaks(LocalDate day, Evaluator evaluator) {
        LocalDate start = met;
        if (start == null || concession.broken() == null || (state != State.MET && state != State.VERIFIED)) {
            return;
        }
        Answer answer = evaluator.answer(concession.broken(), day, start, start);
        if (answer.truth() == Truth.TRUE) {
            enter(State.BROKEN, day, String.join("; ", answer.reasons()), answer.factIds());
        }
    }

    private void reopen(LocalDate day) {
        if (state == State.CLOSED) {
            enter(State.OPEN, opens, "the text offers it", List.of());
        } else if (state == State.BROKEN && !concession.once() && day.isAfter(since)) {
            Length pause = concession.notAgainWithin();
            if (pause == null || !day.isBefore(pause.after(since))) {
                LocalDate broken = since;
                lastingSince = day;
                deedsSince = day;
                met = null;
                claimed = null;
                holdsBroken(broken);
            }
        }
    }

    /** A broken concession may be met again with fresh windows; until then it is shown as broken. */
    private void holdsBroken(LocalDate broken) {
        state = State.OPEN;
        since = broken;
    }

    /** Says whether the concession is in the state named, where verified includes met, and broken lasts until met again. */
    boolean is(String word) {
        return switch (word) {
            case "met" -> state == State.MET || state == State.VERIFIED;
            case "disputed" -> disputed;
            case "broken" -> lastNamed() == State.BROKEN;
            case "open" -> state == State.OPEN && lastNamed() != State.BROKEN;
            default -> state.word().equals(word);
        };
    }

    private State lastNamed() {
        return moments.isEmpty() ? state : moments.getLast().state();
    }

    /** Returns the day since which {@link #is} has held for a state that holds. */
    LocalDate sinceFor(String word) {
        LocalDate start = met;
        return word.equals("met") && start != null ? start : since;
    }

    Standing.ConcessionState shown() {
        State named = state == State.OPEN && lastNamed() == State.BROKEN ? State.BROKEN : state;
        Standing.Next next = null;
        Length within = concession.verifiedWithin();
        LocalDate start = met;
        if (state == State.MET && within != null && start != null) {
            next = new Standing.Next("the time of the signers ends", within.after(start));
        }
        return new Standing.ConcessionState(concession.id(), named, since, claimed, disputed, holds, because, next);
    }
}

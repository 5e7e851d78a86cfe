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
import parley.text.Span;

/** The life of one concession while the days pass. */
final class ConcessionTrack {
    final Concession concession;
    private final Signers signers;
    private final LocalDate opens;
    private final LocalDate closes;
    State state = State.CLOSED;
    LocalDate since;
    private LocalDate lastingSince = Run.BEGINNING;
    private LocalDate deedsSince;

    @Nullable
    LocalDate claimed;

    @Nullable
    LocalDate met;

    /** Since when it is broken; only meeting it anew ends that, neither a claim nor the end of its time. */
    private @Nullable LocalDate brokenSince;

    boolean disputed;

    @Nullable
    LocalDate settleBy;

    Answer holds = Answer.of(Truth.UNKNOWN, "not asked yet");
    Standing.Because because;
    final List<Moment> moments = new ArrayList<>();

    /** A state that began on a day. */
    record Moment(State state, LocalDate on) {}

    ConcessionTrack(Concession concession, Signers signers, LocalDate from, LocalDate to, LocalDate start) {
        this.signers = signers;
        Concession.Runs runs = concession.runs();
        this.concession = concession;
        this.opens = runs == null ? from : runs.from();
        this.closes = runs == null ? to : runs.to();
        this.since = start;
        this.deedsSince = opens;
        this.because = new Standing.Because("the text offers it", List.of(concession.at()), List.of());
    }

    boolean runsOn(LocalDate day) {
        return !day.isBefore(opens) && !day.isAfter(closes);
    }

    private void enter(State next, LocalDate on, String says, List<String> facts) {
        state = next;
        since = on;
        because = new Standing.Because(says, List.of(clause(next)), facts);
        moments.add(new Moment(next, on));
    }

    private Span clause(State next) {
        return switch (next) {
            case MET, VERIFIED -> concession.met().at();
            case BROKEN ->
                concession.broken() == null
                        ? concession.at()
                        : concession.broken().at();
            case CLOSED, OPEN, CLAIMED, EXPIRED -> concession.at();
        };
    }

    /** Returns the day since which deeds count. */
    LocalDate firstDay() {
        return deedsSince;
    }

    /** Takes a claim; returns why it does not count, or {@code null} if it does. */
    @Nullable
    String claim(LocalDate on, String fact) {
        if (!runsOn(on)) {
            return "does not count, it was not open";
        }
        claimed = on;
        if (state == State.OPEN && brokenSince == null) {
            enter(State.CLAIMED, on, "the other side claims it", List.of(fact));
        }
        return null;
    }

    /**
     * Takes a signature; returns what there is to say about it, or {@code null}. Where the record is silent, those whom the
     * text trusts to sign may know more than it; where it says no, they do not overrule it.
     */
    @Nullable
    String verify(String signer, LocalDate on, String fact) {
        boolean silent = (state == State.OPEN || state == State.CLAIMED) && holds.truth() == Truth.UNKNOWN;
        if (state != State.MET && !silent) {
            return state == State.VERIFIED ? null : "does not count, the record does not show it met on that day";
        }
        String refused = signers.sign(signer, on);
        if (refused != null) {
            return "does not count, " + refused;
        }
        if (!signers.enough()) {
            return null;
        }
        met = silent ? on : met;
        brokenSince = null;
        enter(State.VERIFIED, on, "the signers confirm it", List.of(fact));
        return silent ? "stands alone, the record does not say it is met" : null;
    }

    /** Opens or settles a dispute; returns why it does not count, or {@code null}. */
    @Nullable
    String dispute(boolean raised, LocalDate on) {
        Concession.Dispute clock = concession.dispute();
        if (!raised) {
            disputed = false;
            settleBy = null;
            return null;
        }
        if (clock == null) {
            return "does not count, the text lets nobody dispute it";
        }
        if (state != State.MET && state != State.VERIFIED) {
            return "does not count, there is no finding to dispute";
        }
        LocalDate closed = clock.raisedWithin().after(since);
        if (on.isAfter(closed)) {
            return "does not count, the time for it ended on " + closed;
        }
        disputed = true;
        settleBy = clock.settledWithin().after(on);
        return null;
    }

    /** A dispute stops clocks for as long as its own clock allows; nobody can put off an answer for ever. */
    boolean stopsClocks(LocalDate day) {
        LocalDate settle = settleBy;
        return disputed && settle != null && !day.isAfter(settle);
    }

    /**
     * Passes one day: opens, is met, breaks, opens again.
     *
     * @param recordEnds the day the record ends if that is before {@code day}, else {@code null}
     */
    void pass(LocalDate day, Evaluator evaluator, @Nullable LocalDate recordEnds) {
        if (!runsOn(day)) {
            boolean waits = (state == State.OPEN || state == State.CLAIMED) && brokenSince == null;
            if (day.isAfter(closes) && waits) {
                enter(State.EXPIRED, day, "its time is over", List.of());
            }
            return;
        }
        reopen(day);
        if (recordEnds != null) {
            holds = Answer.of(Truth.UNKNOWN, "the record ends on " + recordEnds);
            return;
        }
        holds = evaluator.answer(concession.met(), day, earliest(day), deedsSince);
        if ((state == State.OPEN || state == State.CLAIMED) && holds.truth() == Truth.TRUE) {
            met = day;
            brokenSince = null;
            signers.newRound();
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
            brokenSince = day;
            enter(State.BROKEN, day, String.join("; ", answer.reasons()), answer.factIds());
        }
    }

    private void reopen(LocalDate day) {
        if (state == State.CLOSED) {
            enter(State.OPEN, opens, "the text offers it", List.of());
        } else if (state == State.BROKEN && !concession.once() && day.isAfter(since)) {
            Length pause = concession.notAgainWithin();
            if (pause == null || !day.isBefore(pause.after(since))) {
                lastingSince = day;
                deedsSince = day;
                met = null;
                claimed = null;
                state = State.OPEN; // it may be met again with fresh windows; until then it is shown as broken
            }
        }
    }

    /** Says whether the concession is in the state named, where verified includes met, and broken lasts until met again. */
    boolean is(String word) {
        return switch (word) {
            case "met" -> state == State.MET || state == State.VERIFIED;
            case "disputed" -> disputed;
            case "broken" -> brokenSince != null;
            case "open" -> state == State.OPEN && brokenSince == null;
            default -> state.word().equals(word);
        };
    }

    boolean verifiedOnOrAfter(LocalDate day) {
        return moments.stream().anyMatch(m -> m.state() == State.VERIFIED && !m.on().isBefore(day));
    }

    /** Returns the day since which {@link #is} has held for a state that holds. */
    LocalDate sinceFor(String word) {
        LocalDate start = word.equals("met") ? met : word.equals("broken") ? brokenSince : null;
        return start != null ? start : since;
    }

    /** Before it opens, says what the record would answer if it were open; it starts nothing. */
    void lookAhead(LocalDate day, Evaluator evaluator) {
        if (state == State.CLOSED && day.isBefore(opens) && !day.isBefore(Run.BEGINNING)) {
            holds = evaluator.answer(concession.met(), day, Run.BEGINNING, Run.BEGINNING);
        }
    }

    /** Returns the last day of the signers, or {@code null} if none runs. */
    @Nullable
    LocalDate signBy() {
        Length within = concession.verifiedWithin();
        LocalDate start = met;
        return state == State.MET && within != null && start != null ? within.after(start) : null;
    }

    Standing.ConcessionState shown() {
        State named = brokenSince != null ? State.BROKEN : state;
        LocalDate settle = settleBy;
        LocalDate sign = signBy();
        Standing.Next next = state == State.CLOSED
                ? new Standing.Next("it opens", opens)
                : settle != null
                        ? new Standing.Next("the dispute is to be settled", settle)
                        : sign == null ? null : new Standing.Next("the time of the signers ends", sign);
        return new Standing.ConcessionState(concession.id(), named, since, claimed, disputed, holds, because, next);
    }
}

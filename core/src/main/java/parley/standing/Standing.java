package parley.standing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.facts.Answer;
import parley.roadmap.Concession;
import parley.roadmap.MeasureState;
import parley.roadmap.Verb;
import parley.text.Span;

/**
 * The state of a case on {@code asOf}, from the facts known on {@code knownAt}. The order of every list is fixed by names
 * and days, never by the order of files or rows.
 *
 * @param recordEnds the last day the record tells of; what the other side did after it is not known
 */
public record Standing(
        LocalDate asOf,
        LocalDate knownAt,
        LocalDate recordEnds,
        List<PhaseState> phases,
        List<ConcessionState> concessions,
        List<MeasureLine> measures,
        List<Duty> duties,
        List<Decision> decisions,
        List<Reply> replies,
        List<Finding> findings) {
    public Standing {
        phases = List.copyOf(phases);
        concessions = List.copyOf(concessions);
        measures = List.copyOf(measures);
        duties = List.copyOf(duties);
        decisions = List.copyOf(decisions);
        replies = List.copyOf(replies);
        findings = List.copyOf(findings);
    }

    /** What made a line so: a sentence, clauses of the text and rows of the record. */
    public record Because(String says, List<Span> clauses, List<String> facts) {
        public Because {
            clauses = List.copyOf(clauses);
            facts = List.copyOf(facts);
        }
    }

    /** What comes next, and when. */
    public record Next(String what, LocalDate on) {}

    /** A phase is {@code closed}, {@code open} or {@code passed}. */
    public record PhaseState(
            String phase,
            String state,
            LocalDate since,
            Because because,
            @Nullable Next next) {}

    /**
     * Where one concession stands.
     *
     * @param claimed the day the other side claimed it in this round, or {@code null}
     * @param disputed whether somebody disputes it now
     * @param holds what the record says of its condition today: true, false or unknown, with reasons
     */
    public record ConcessionState(
            String concession,
            Concession.State state,
            LocalDate since,
            @Nullable LocalDate claimed,
            boolean disputed,
            Answer holds,
            Because because,
            @Nullable Next next) {

        /** Says whether its state tells more than today's answer: what was met, broken or is over stays so. */
        public boolean settled() {
            return switch (state) {
                case MET, VERIFIED, BROKEN, EXPIRED -> true;
                case CLOSED, OPEN, CLAIMED -> false;
            };
        }
    }

    /**
     * Where one measure stands.
     *
     * @param easedBy the step that eased it, or {@code null} if none did
     */
    public record MeasureLine(
            String measure,
            MeasureState state,
            LocalDate since,
            @Nullable String easedBy,
            Because because,
            @Nullable Next next) {}

    /** Where a duty is in its life. */
    public enum DutyState {
        DUE,
        MET,
        LATE,
        WAIVED,
        RELEASED
    }

    /**
     * Something a partner owes.
     *
     * @param owedTo whom it is owed: the counterpart for relief, the partners for pressure, who is to be heard
     * @param what the noun, for example {@code suspension}
     * @param thing the measure, step or stakeholder it is about
     * @param arose the day the branch fired
     * @param due the last day to do it
     * @param done the day it was done, or {@code null}
     */
    public record Duty(
            String partner,
            String owedTo,
            String what,
            String thing,
            String step,
            LocalDate arose,
            LocalDate due,
            DutyState state,
            @Nullable LocalDate done,
            Because because) {}

    /** Where a decision is in its life. */
    public enum DecisionState {
        NOT_STARTED("not started"),
        PENDING("pending"),
        PREPARED("prepared"),
        ADOPTED("adopted"),
        BLOCKED("blocked"),
        LAPSED("lapsed"),
        EFFECTIVE("effective");

        private final String word;

        DecisionState(String word) {
            this.word = word;
        }

        /** Returns the word a scenario uses. */
        public String word() {
            return word;
        }
    }

    /**
     * A decision that a partner has to take: for a duty, or in advance for a prepared act.
     *
     * @param what the noun of the act
     * @param thing the measure or offer
     */
    public record Decision(
            String partner,
            String what,
            String thing,
            DecisionState state,
            LocalDate since,
            Because because,
            @Nullable Next next) {}

    /** What an act answered: a claim, a concession met or broken, silence, or a move that is not what the text asks. */
    public enum Occasion {
        CLAIMED,
        MET,
        BROKEN,
        SILENCE,
        MOVE
    }

    /**
     * An act that answered the other side.
     *
     * @param deed the day of what it answered
     * @param days from that day to the act
     * @param fact the row that tells of the act
     */
    public record Reply(
            String concession,
            Occasion occasion,
            LocalDate deed,
            String partner,
            Verb act,
            String measure,
            LocalDate on,
            int days,
            String fact) {
        public boolean eases() {
            return act.eases();
        }
    }

    /** What kind of finding. */
    public enum Kind {
        DEVIATION,
        WARNING,
        DIVERGENCE,
        ALARM;

        /** Returns the word a scenario uses. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Something a reader has to know. */
    public record Finding(Kind kind, LocalDate on, String says, Because because) {}
}

package parley.standing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Concession;
import parley.roadmap.MeasureState;
import parley.text.Span;

/**
 * The state of a case on {@code asOf}, from the facts known on {@code knownAt}. Every list is sorted by name and day.
 */
public record Standing(
        LocalDate asOf,
        LocalDate knownAt,
        List<PhaseState> phases,
        List<ConcessionState> concessions,
        List<MeasureLine> measures,
        List<Duty> duties,
        List<Reply> replies,
        List<Finding> findings) {
    public Standing {
        phases = List.copyOf(phases);
        concessions = List.copyOf(concessions);
        measures = List.copyOf(measures);
        duties = List.copyOf(duties);
        replies = List.copyOf(replies);
        findings = List.copyOf(findings);
    }

    /** What made a line so: clauses of the text and rows of the record. */
    public record Because(String says, List<Span> clauses, List<String> facts) {
        public Because {
            clauses = List.copyOf(clauses);
            facts = List.copyOf(facts);
        }
    }

    /** What comes next by itself, and when. */
    public record Next(String what, LocalDate on) {}

    /** {@code closed}, {@code open} or {@code passed}. */
    public record PhaseState(String phase, String state, LocalDate since, Because because) {}

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
            parley.facts.Answer holds,
            Because because,
            @Nullable Next next) {}

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
     * @param what the noun, for example {@code suspension}
     * @param thing the measure, step or stakeholder it is about
     * @param arose the day the branch fired
     * @param due the last day to do it
     * @param done the day it was done, or {@code null}
     */
    public record Duty(
            String partner,
            String what,
            String thing,
            String step,
            LocalDate arose,
            LocalDate due,
            DutyState state,
            @Nullable LocalDate done,
            Because because) {}

    /**
     * An act that answered a deed of the other side, and after how many days.
     *
     * @param days from the deed or the claim to the act; may be negative when the act came first
     */
    public record Reply(
            String concession,
            LocalDate deed,
            String partner,
            String act,
            String measure,
            LocalDate on,
            int days,
            boolean eases,
            String fact) {}

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

package parley.roadmap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.text.Span;

/**
 * A government or union that imposes and eases measures.
 *
 * @param memberOf the partner whose decisions this one takes part in, or {@code null}
 * @param procedures how it decides; the first one whose competences fit an act is used
 * @param preparesActs whether it may adopt acts today that take effect on a later report
 * @param undecided what happens to its relief if nobody decides; {@code null} if the text does not say
 * @param positions what it said, by date
 * @param mandate until when the person or body that acts for it is in office, or {@code null}
 */
public record Partner(
        String id,
        String title,
        @Nullable Ref memberOf,
        List<Procedure> procedures,
        boolean preparesActs,
        @Nullable Undecided undecided,
        List<Position> positions,
        @Nullable Mandate mandate,
        Secrecy secrecy,
        Span at)
        implements Declaration {

    public Partner {
        procedures = List.copyOf(procedures);
        positions = List.copyOf(positions);
    }

    /** What becomes of relief in force when its end comes and nobody has decided. */
    public enum Undecided {
        MEASURE_RETURNS("suspensions lapse and the measure returns"),
        MEASURE_LAPSES("the measure lapses"),
        RELIEF_ENDS("licences end"),
        NOTHING_CHANGES("nothing changes");

        private final String words;

        Undecided(String words) {
            this.words = words;
        }

        /** Returns the words of the text after {@code if undecided,}. */
        public String words() {
            return words;
        }
    }

    /** What was said from a day on. */
    public record Position(LocalDate from, String says, Span at) {}

    /** In whose hands the acting lies, and the last day of the term. */
    public record Mandate(String holder, LocalDate until, Span at) {}

    /**
     * One way of deciding.
     *
     * @param competences the kinds of act it is for; empty means every act that no other procedure names
     * @param fewestDays the fastest decision known, in days
     * @param mostDays the slowest decision known, in days
     * @param typicalDays the usual number of days; shown, never used in a proof
     */
    public record Procedure(
            Rule rule, List<String> competences, int fewestDays, int mostDays, int typicalDays, Span at) {
        public Procedure {
            competences = List.copyOf(competences);
        }

        /** Says whether acts of {@code competence} are decided this way; {@code null} is an act of no special kind. */
        public boolean covers(@Nullable String competence) {
            return competence == null ? competences.isEmpty() : competences.contains(competence);
        }
    }

    /** Who can say no. */
    public sealed interface Rule {
        /** Every one of {@code members} can block. */
        record Unanimity(int members) implements Rule {}

        /** A blocking minority can block. */
        record QualifiedMajority() implements Rule {}

        /** One office decides; nobody blocks. */
        record Executive() implements Rule {}

        /** In force at once; falls after {@code approvedWithin} unless the chamber approves it. */
        record Parliament(@Nullable Length approvedWithin) implements Rule {}

        /** Takes over what {@code leader} decided. */
        record Follows(Ref leader) implements Rule {}
    }

    /**
     * Returns the procedure for an act of {@code competence}, or {@code null} if it has none. Where the text does not say
     * the kind of an act, the only procedure of a partner is meant.
     */
    public @Nullable Procedure procedureFor(@Nullable String competence) {
        for (Procedure p : procedures) {
            if (competence != null && p.covers(competence)) {
                return p;
            }
        }
        for (Procedure p : procedures) {
            if (p.competences().isEmpty()) {
                return p;
            }
        }
        return competence == null && procedures.size() == 1 ? procedures.getFirst() : null;
    }
}

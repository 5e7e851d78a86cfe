package parley.app.record;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says was done. Every use says what happens in each case; a new kind lists the places to think about.
 * The names of records and fields are the format of the record and never change; what is no longer written stays readable.
 */
public sealed interface Deed {

    /** A text that is in force from this entry on, file by file; {@code version} is its hash. */
    record TextAdopted(String version, Map<String, String> files) implements Deed {}

    /** A text somebody proposes; it binds nobody until those it binds have signed it. */
    record TextProposed(String version, Map<String, String> files, String basedOn, List<String> binds)
            implements Deed {}

    /** A partner signs a proposed text. */
    record TextSigned(String version, String partner) implements Deed {}

    /** Rows of one table of the record of facts, as CSV with its header. */
    record RowsFiled(String table, String csv) implements Deed {}

    /** Rows filed before that fall, with the reason in the entry. */
    record RowsRetracted(String table, List<String> ids) implements Deed {}

    /** Somebody vouches that the record of facts was kept up to a day: until then silence means that nothing was found. */
    record RecordKept(String upTo) implements Deed {}

    /** A role given; it takes effect when a second person confirms it, or at once for the first people of a case. */
    record RoleGiven(UUID account, String role, String body, String clearance, boolean atOnce) implements Deed {}

    /** The second person agrees to the role given in entry {@code given}. */
    record RoleConfirmed(long given) implements Deed {}

    /** The role given in entry {@code given} ends. */
    record RoleEnded(long given) implements Deed {}

    /** A source of items; {@code party} is the party that controls it, or empty. */
    record SourceNamed(
            String id,
            String title,
            String sourceClass,
            String organisation,
            String party,
            boolean anonymous,
            String grade)
            implements Deed {}

    /**
     * A document, picture, list or statement, by the hash of its original bytes.
     *
     * @param restsOn the items it draws on
     * @param originKnown whether everything it draws on is named
     */
    record ItemFiled(
            String id,
            String title,
            String sha256,
            String medium,
            String source,
            String from,
            String captured,
            List<String> restsOn,
            boolean originKnown)
            implements Deed {}

    /**
     * A statement about the world, with the rows of the record that it makes when it counts.
     *
     * @param says in one sentence
     * @param rows what it adds to the tables of facts
     * @param items what it rests on
     * @param concession the concession it serves, or empty
     */
    record ClaimFiled(
            String id,
            String says,
            List<Row> rows,
            List<String> items,
            String concession,
            @Nullable String replaces) implements Deed {}

    /** One row of a table of facts; {@code recorded} and {@code confidence} follow from the claim and are not in it. */
    record Row(String table, Map<String, String> fields) {}

    /** A further item for or against a claim. */
    record ClaimSupported(String claim, String item, boolean contrary) implements Deed {}

    /** Another person's look at a claim: the digit of its information, how likely, how sure, what else was considered. */
    record ClaimReviewed(
            String claim, boolean agrees, String information, String likelihood, String confidence, String alternatives)
            implements Deed {}

    /** A review taken back. */
    record ReviewWithdrawn(String claim) implements Deed {}

    /** A claim, item or source that falls. */
    record Fallen(String what, String id, String why) implements Deed {}

    /** A dispute of a claim or a concession, on one ground. */
    record DisputeOpened(String id, String what, String about, String ground) implements Deed {}

    /** How a dispute ends: {@code upheld}, {@code modified} or {@code dismissed}. */
    record DisputeEnded(String id, String outcome) implements Deed {}

    /** A verifier signs what it found of a concession. */
    record FindingSigned(String verifier, String concession, String finding, String date) implements Deed {}

    /** A stakeholder was heard before an act. */
    record ConsultationHeld(String partner, String stakeholder, String date, String about, String position)
            implements Deed {}

    /** A partner begins to decide on an act; {@code duty} names what it answers, or is empty. */
    record ProposalOpened(
            String id, String partner, String verb, String measure, String duty, boolean prepared, String until)
            implements Deed {}

    /** A member's position on a proposal: {@code for}, {@code against}, {@code abstains} or {@code reserved}. */
    record PositionTaken(String proposal, String member, String position) implements Deed {}

    /** How far a proposal has come: a stage of the tables of facts, or {@code effective} once the act takes effect. */
    record StageReached(
            String proposal,
            String partner,
            String verb,
            String measure,
            String stage,
            String date,
            String until,
            String then,
            String instrument)
            implements Deed {}

    /** A proposal that is given up. */
    record ProposalDropped(String proposal) implements Deed {}

    /** Somebody has seen an alarm and says what is done about it. */
    record AlarmAnswered(String alarm, String answer) implements Deed {}
}

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

    /**
     * A source of items, under a pseudonym; what it is called stands in {@link SourceTitled}, which fewer may read.
     *
     * @param sourceClass a word of the closed list of classes, for example {@code monitor-list}
     * @param organisation who controls it, or empty
     * @param party the party to the case that controls it, or empty
     * @param anonymous whether it is a person of whom nobody knows who it is
     * @param drawsOn sources it usually rests on
     */
    record SourceNamed(
            String id, String sourceClass, String organisation, String party, boolean anonymous, List<String> drawsOn)
            implements Deed {}

    /** What a source is called; for partners. */
    record SourceTitled(String id, String title) implements Deed {}

    /** The letter of a source from now on, A to F; the reason stands in the entry. */
    record SourceGraded(String id, String letter) implements Deed {}

    /**
     * A document, picture, list or statement, by the hash of its original bytes.
     *
     * @param kind a word of the closed list of kinds, for example {@code list-entry}
     * @param from where it was taken from
     * @param captured the day it was obtained
     * @param bytes how many bytes are sealed here; 0 if only the hash is known
     * @param restsOn the items it draws on
     * @param marks words such as {@code first-hand}, {@code checkable-detail}, {@code origin-unknown}
     * @param copyOf the item it is a working copy of, or empty
     */
    record ItemFiled(
            String id,
            String title,
            String sha256,
            String kind,
            String source,
            String from,
            String captured,
            long bytes,
            List<String> restsOn,
            List<String> marks,
            String copyOf)
            implements Deed {}

    /** Somebody handled the sealed original of an item: {@code viewed}, {@code copied}, {@code destroyed} and the like. */
    record ItemHandled(String item, String handling) implements Deed {}

    /**
     * A statement about the world, with the rows of the record that it makes when it counts.
     *
     * @param says in one sentence
     * @param subject whom or what it is about, a pseudonym or a name of the case
     * @param predicate a word of the closed list, for example {@code out-of-custody}
     * @param object of the kind the predicate asks for
     * @param from the day it began, at the earliest
     * @param fromLatest the day it began, at the latest
     * @param to the first day it no longer held, at the earliest; empty as long as no end is known
     * @param toLatest the same, at the latest
     * @param rows what it adds to the tables of facts
     * @param items what it rests on
     * @param basis claims it rests on
     * @param concession the concession it serves, or empty
     * @param gains parties that gain if it is believed
     * @param replaces the claim it takes the place of, or {@code null}
     * @param replacesWhy {@code correction}, {@code change} or {@code precision}; empty if it replaces none
     * @param batch the import it came with, or empty
     * @param judgement what its author holds of it
     */
    record ClaimFiled(
            String id,
            String says,
            String subject,
            String predicate,
            String object,
            String from,
            String fromLatest,
            String to,
            String toLatest,
            List<Row> rows,
            List<String> items,
            List<String> basis,
            String concession,
            List<String> gains,
            @Nullable String replaces,
            String replacesWhy,
            String batch,
            Judgement judgement)
            implements Deed {}

    /** One row of a table of facts; {@code recorded} and {@code confidence} follow from the claim and are not in it. */
    record Row(String table, Map<String, String> fields) {}

    /**
     * What somebody holds of a claim.
     *
     * @param information for each item that was judged the digit of its information alone, 1 to 6
     * @param contradiction whether the material contradicts itself
     * @param likelihood a word of the scale, for example {@code very likely}
     * @param confidence {@code low}, {@code moderate} or {@code high}
     * @param rung how high the signer goes, at most; the material may carry less
     * @param alternatives other explanations that were considered, a sentence each
     */
    record Judgement(
            Map<String, Integer> information,
            boolean contradiction,
            String likelihood,
            String confidence,
            String rung,
            List<String> alternatives) {}

    /** A further item for or against a claim. */
    record ClaimSupported(String claim, String item, boolean contrary) implements Deed {}

    /** Why an item that speaks against a claim does not carry the day. */
    record ContraryAnswered(String claim, String item, String answer) implements Deed {}

    /** Another person's look at a claim; who does not agree judges it and does not sign. */
    record ClaimReviewed(String claim, boolean agrees, Judgement judgement) implements Deed {}

    /** A review taken back by who gave it. */
    record ReviewWithdrawn(String claim) implements Deed {}

    /**
     * Something falls, with the reason in the entry.
     *
     * @param what {@code claim}, {@code item} or {@code source}
     * @param why {@code forged}, {@code source-burnt}, {@code source-withdrawn}, {@code wrong-person} or {@code error}
     */
    record Fallen(String what, String id, String why) implements Deed {}

    /**
     * A dispute of a claim, on one ground.
     *
     * @param by the body that disputes
     * @param levelDays days of the parties, of the principals, and of further levels
     * @param ifUndecided {@code goes-ahead} or {@code stays-frozen}
     */
    record DisputeOpened(String id, String claim, String by, String ground, List<Integer> levelDays, String ifUndecided)
            implements Deed {}

    /**
     * A dispute of a finding or a certificate, on one ground; that of a claim is {@link DisputeOpened}.
     *
     * @param about {@code finding} or {@code certificate}
     * @param thing the entry that signed the finding, or the hash of the certificate
     * @param concession the concession it is about
     * @param by the body that disputes
     * @param levelDays days of the parties, of the principals, and of further levels
     * @param ifUndecided {@code goes-ahead} or {@code stays-frozen}
     */
    record ThingDisputed(
            String id,
            String about,
            String thing,
            String concession,
            String by,
            String ground,
            List<Integer> levelDays,
            String ifUndecided)
            implements Deed {}

    /** The verifier takes back the finding it signed in entry {@code signed}, with the reason in the entry. */
    record FindingWithdrawn(long signed) implements Deed {}

    /** How a dispute is to end: {@code upheld}, {@code modified} or {@code dismissed}; another person confirms it. */
    record DisputeEnded(String id, String outcome) implements Deed {}

    /** Another person agrees to the end proposed in entry {@code ended}. */
    record DisputeEndConfirmed(String id, long ended) implements Deed {}

    /**
     * A list as its publisher had it on a day; a later list is another one.
     *
     * @param publisher the source that publishes it
     * @param criteria a word for the set by which the publisher decides, for example {@code pace-1900-2012}
     * @param asOf the day the list describes
     * @param obtained the day it was obtained
     * @param item the item whose original is the file
     * @param csv its rows with their header, as they came, lines ended by a line feed
     */
    record ListTaken(
            String id, String publisher, String criteria, String asOf, String obtained, String item, String csv)
            implements Deed {}

    /**
     * Why somebody is not on a list any more.
     *
     * @param snapshot the first list without the row
     * @param why {@code released}, {@code died}, {@code recognition-withdrawn}, {@code duplicate} or {@code unknown}
     */
    record ListLeft(String snapshot, String key, String why) implements Deed {}

    /**
     * Counts of persons that were made public.
     *
     * @param counts all of them, without sums
     * @param shown what of them and of their sums was shown; the others were withheld
     */
    record CountsPublished(String title, List<Count> counts, List<Count> shown) implements Deed {}

    /** Persons in a row and a column of a table; {@code all} is the sum. */
    record Count(String row, String column, int persons) {}

    /** A verifier signs what it found of a concession. */
    record FindingSigned(String verifier, String concession, String finding, String date) implements Deed {}

    /**
     * A certificate that was given out.
     *
     * @param certificate hash of its text
     * @param world the day it was derived for
     * @param note the text with its signatures
     * @param claims the claims it rests on
     */
    record VerdictIssued(String certificate, String concession, String world, String note, List<String> claims)
            implements Deed {}

    /** A certificate is worth nothing from now on, with the reason in the entry. */
    record VerdictRevoked(String certificate) implements Deed {}

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

    /**
     * What a partner attends to, the first first; what is not named waits.
     *
     * @param order keys of what needs attention: the page it is about and what it is
     */
    record PrioritySet(String partner, List<String> order) implements Deed {}

    /** Somebody has seen an alarm and says what is done about it. */
    record AlarmAnswered(String alarm, String answer) implements Deed {}
}

package parley.lists.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of one official list, as its publisher printed it. A listing is not an entity: the same person may have
 * several, on one list or on many. Values are kept as printed; what is derived from them stands elsewhere.
 *
 * @param list the list, for example {@code eu-fsf}
 * @param id what the publisher calls the record, or our own name for it where the publisher has none
 * @param kind person, organisation, vessel …
 * @param names as printed, the primary one first where the publisher marks it
 * @param traits dates of birth, identifiers, addresses … of the subject
 * @param programmes every programme the record stands under, as the publisher codes it; never only the first
 * @param measures what the record does to its subject
 * @param acts the acts named by the record or by its parts
 * @param dates what the file says about the law; what we did stands in the register
 * @param state whether the list itself says that the listing has ended
 * @param reasons the statements of reasons published with it
 * @param relations to other subjects, by record id or by name
 * @param notes everything else the publisher says, under his own label; nothing is dropped
 * @param place where in which file it was read
 */
public record Listing(
        String list,
        String id,
        Kind kind,
        List<Name> names,
        Traits traits,
        List<String> programmes,
        List<Measure> measures,
        List<Act> acts,
        LawDates dates,
        State state,
        List<String> reasons,
        List<Relation> relations,
        List<Labelled> notes,
        Place place) {

    public Listing {
        if (list.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("A listing needs a list and an id, not `%s` and `%s`.".formatted(list, id));
        }
        names = List.copyOf(names);
        programmes = List.copyOf(programmes);
        measures = List.copyOf(measures);
        acts = List.copyOf(acts);
        reasons = List.copyOf(reasons);
        relations = List.copyOf(relations);
        notes = List.copyOf(notes);
    }

    /** What is listed. {@code UNKNOWN} only where the publisher does not say. */
    public enum Kind {
        PERSON,
        ORGANISATION,
        VESSEL,
        AIRCRAFT,
        SECURITY,
        UNKNOWN
    }

    /** The classes in which partners are compared; what fits none is {@code OTHER} and keeps its words in the notes. */
    public enum Measure {
        FREEZE,
        ENTRY,
        SECTOR,
        EXPORT,
        ARMS,
        SHIPPING,
        PAYMENT,
        DISQUALIFICATION,
        OTHER
    }

    /** What the file itself says about the end of a listing. Absence from a file is not a state of a record. */
    public enum State {
        LISTED,
        DELISTED,
        EXPIRES
    }

    /** An act: number as printed, its day where given, its address where given. */
    public record Act(String number, @Nullable String published, @Nullable String url) {}

    /**
     * The days the file gives, ISO or as printed where that is no day. {@code listed} may be censored: the record says
     * only that it was not later (UK 31 December 2020).
     */
    public record LawDates(
            @Nullable String listed,
            boolean notLaterThan,
            @Nullable String inForce,
            @Nullable String amended,
            @Nullable String ends) {
        public static final LawDates NONE = new LawDates(null, false, null, null, null);

        /** Only the day of listing is known. */
        public static LawDates listed(@Nullable String day) {
            return new LawDates(day, false, null, null, null);
        }
    }

    /** A relation as printed; {@code otherId} where the publisher names a record of the same list. */
    public record Relation(String kind, @Nullable String otherId, @Nullable String otherName) {}

    /** What the publisher says under a label of his own. */
    public record Labelled(String label, String text) {}

    /** Where a record stands: file, ordinal of the record from 1, line from 1 (0 where the format has no lines). */
    public record Place(String file, long record, long line) {
        @Override
        public String toString() {
            return line > 0 ? "%s:%d (record %d)".formatted(file, line, record) : "%s, record %d".formatted(file, record);
        }
    }

    /** The name to show: the first primary one, else the first. */
    public String shownName() {
        for (Name name : names) {
            if (name.use() == Name.Use.PRIMARY) {
                return name.text();
            }
        }
        return names.isEmpty() ? "" : names.getFirst().text();
    }
}

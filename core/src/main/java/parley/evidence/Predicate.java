package parley.evidence;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be claimed: a closed list. Each has a section that says how it is proved in docs/reference/evidence.md. */
public enum Predicate {
    DETAINED(ObjectKind.PLACE),
    RECOGNISED_BY(ObjectKind.PUBLISHER),
    CHARGED(ObjectKind.PROVISION),
    SENTENCED(ObjectKind.TERM),
    OUT_OF_CUSTODY(ObjectKind.LEGAL_GROUND),
    CROSSED_BORDER(ObjectKind.STATE),
    BACK_IN_CUSTODY(ObjectKind.PLACE),
    DIED(ObjectKind.PLACE),
    HOLDS_DOCUMENT(ObjectKind.DOCUMENT),
    RECORD_EXPUNGED(ObjectKind.AUTHORITY),
    ACT_ADOPTED(ObjectKind.ACT),
    ACT_IN_FORCE(ObjectKind.ACT),
    /** Coverage: somebody able to see it saw none of the named predicate in the named place. */
    NO_EVENT(ObjectKind.PREDICATE),
    BORDER_EVENT(ObjectKind.EVENT),
    STRIKE(ObjectKind.EVENT),
    HOLDS_OFFICE(ObjectKind.OFFICE),
    ORDERED(ObjectKind.DEED),
    TOOK_PART(ObjectKind.DEED),
    SAME_AS(ObjectKind.SUBJECT),
    NOT_SAME_AS(ObjectKind.SUBJECT);

    private final ObjectKind object;

    Predicate(ObjectKind object) {
        this.object = object;
    }

    /** What the object of a claim stands for. */
    public enum ObjectKind {
        PLACE,
        PUBLISHER,
        PROVISION,
        TERM,
        /** One of {@link LegalGround}. */
        LEGAL_GROUND,
        /** Two capital letters. */
        STATE,
        DOCUMENT,
        AUTHORITY,
        ACT,
        /** The word of a predicate. */
        PREDICATE,
        EVENT,
        OFFICE,
        DEED,
        /** Another subject: a person on another list, another source. */
        SUBJECT
    }

    public ObjectKind object() {
        return object;
    }

    /** Returns the word used in texts, for example {@code out-of-custody}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the predicate of a word; null if the list has none. */
    public static @Nullable Predicate of(String word) {
        for (Predicate predicate : values()) {
            if (predicate.word().equals(word)) {
                return predicate;
            }
        }
        return null;
    }

    /** Says what is wrong with an object of this predicate; null if nothing is. */
    @Nullable
    String wrong(String subject, String value) {
        return switch (object) {
            case PLACE, PUBLISHER, PROVISION, TERM, DOCUMENT, AUTHORITY, ACT, EVENT, OFFICE, DEED -> null;
            case LEGAL_GROUND ->
                LegalGround.of(value) == null ? "is not a legal ground; write one of " + LegalGround.words() : null;
            case STATE -> value.matches("[A-Z]{2}") ? null : "is not a state; write its two letters, such as LT";
            case PREDICATE -> of(value) == null ? "is not a predicate; write one, such as border-event" : null;
            case SUBJECT -> value.equals(subject) ? "is the subject itself" : null;
        };
    }
}

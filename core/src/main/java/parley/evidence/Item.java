package parley.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A thing that was obtained: its original is sealed and never changed. Copies that were translated, redacted or
 * cleaned are items of their own that name it.
 *
 * @param sha256 of the bytes of the original, or of this copy
 * @param source pseudonym of its source
 * @param copyOf the item this one was made from; null for an original
 */
public record Item(
        String id,
        Hash sha256,
        Kind kind,
        String source,
        Capture capture,
        Consent consent,
        @Nullable String copyOf,
        Set<Mark> marks) {
    public Item {
        Lines.id("id of the item", id);
        Lines.id("source of the item " + id, source);
        if (id.equals(Origins.UNKNOWN) || id.equals(copyOf)) {
            throw new IllegalArgumentException(
                    "The item %s is neither called \"?\" nor a copy of itself.".formatted(id));
        }
        var sorted = EnumSet.noneOf(Mark.class);
        sorted.addAll(marks);
        marks = Collections.unmodifiableSet(sorted);
    }

    /** What it is. */
    public enum Kind {
        DOCUMENT,
        PHOTOGRAPH,
        VIDEO,
        SOUND,
        STATEMENT,
        OBSERVATION,
        LIST_ENTRY,
        WEB_PAGE,
        MESSAGE,
        REPORT
    }

    /** What the desk noted about it. */
    public enum Mark {
        /** Its maker saw it with own eyes. */
        FIRST_HAND,
        /** It has detail that can be checked without its maker. */
        CHECKABLE_DETAIL,
        /** Nobody knows where it got it from. */
        ORIGIN_UNKNOWN
    }

    /** How far it may travel; narrowed at any time, never widened without the witness. */
    public enum Consent {
        DESK_ONLY,
        PARTNERS,
        COURT,
        PUBLIC
    }

    /**
     * How it came to us.
     *
     * @param tool with its version
     * @param from where it was taken from
     * @param precision how far {@code at} may be off, to both sides
     */
    public record Capture(String collector, String method, String tool, String from, Instant at, Duration precision) {
        public Capture {
            if (precision.isNegative()) {
                throw new IllegalArgumentException(
                        "A capture is precise to a length of time, not to " + precision + ".");
            }
        }
    }

    boolean has(Mark mark) {
        return marks.contains(mark);
    }

    /** A document, or what somebody saw with own eyes. */
    boolean isDocumentOrFirstHand() {
        return kind == Kind.DOCUMENT || has(Mark.FIRST_HAND);
    }
}

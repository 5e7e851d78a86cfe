package parley.roadmap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.text.Span;

/**
 * What partners owe once a branch fires.
 *
 * @param actors who; empty means every partner concerned
 * @param within the days they have from the trigger, or {@code null}
 * @param on a fixed day instead, or {@code null}
 * @param notBefore the first day it may take effect, or {@code null}
 * @param prepared adopted in advance, effective on the signature
 * @param competence the kind of act ({@code by visas}), or {@code null}
 * @param windDown days left to those who rely on the relief, or {@code null}
 */
public record Reaction(
        List<Ref> actors,
        Deed deed,
        @Nullable Length within,
        @Nullable LocalDate on,
        @Nullable LocalDate notBefore,
        Expiry expiry,
        boolean prepared,
        @Nullable String competence,
        @Nullable Length windDown,
        Secrecy secrecy,
        Span at) {
    public Reaction {
        actors = List.copyOf(actors);
    }

    /** What is to be done. */
    public sealed interface Deed {
        /** A verb on a measure or offer. */
        record Act(Verb verb, Ref measure) implements Deed {}

        /** Leave a measure as it is. */
        record Keep(Ref measure, MeasureState state) implements Deed {}

        /** Put back in force whatever a branch of this step eased. */
        record RestoreEased(Span at) implements Deed {}

        /** Look at the step again. */
        record Review(Span at) implements Deed {}

        /** Hear a stakeholder. */
        record Consult(Ref stakeholder) implements Deed {}
    }

    /** Says whether the text gives a deadline. Keeping needs none. */
    public boolean hasDeadline() {
        return within != null || on != null || deed instanceof Deed.Keep;
    }

    public boolean everyPartner() {
        return actors.isEmpty();
    }
}

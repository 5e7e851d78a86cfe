package parley.model;

import java.util.List;
import parley.text.Span;

/**
 * What a command of the model means in the roadmap's own words.
 *
 * @param clauses the clauses that license it; empty for what chance, conduct and time do
 */
public record Move(Kind kind, String actor, String thing, int number, List<Span> clauses) {
    public Move {
        clauses = List.copyOf(clauses);
    }

    /** What happens. */
    public enum Kind {
        /** The record shows a concession met; {@code thing} is the concession. */
        MET,
        /** Its panel signs, or nobody has to. */
        VERIFIED,
        /** The record shows it broken. */
        BROKEN,
        /** A phase opens. */
        OPENS,
        /** A branch fires; {@code thing} is the step, {@code number} the branch. */
        FIRES,
        /** A trigger is true no more; the branch may fire again. */
        RESTS,
        /** An act of a partner takes effect; {@code number} is the duty within the slice. */
        ACTS,
        /** A partner has an act ready in advance. */
        PREPARES,
        /** Members block every attempt from now on. */
        BLOCKS,
        /** Relief or an offer ends by itself; {@code thing} is the measure, {@code actor} its owner. */
        ENDS,
        /** A partner leaves the roadmap. */
        LEAVES,
        /** One tick passes. */
        TICK
    }

    static Move of(Kind kind, String actor, String thing) {
        return new Move(kind, actor, thing, 0, List.of());
    }

    /** Returns the name of the command in the intermediate form; unique within a slice. */
    String action() {
        String words = (kind.name() + "_" + actor + "_" + thing + (number == 0 ? "" : "_" + number))
                .toLowerCase(java.util.Locale.ROOT);
        return words.replace('-', '_').replaceAll("_+", "_").replaceAll("_$", "");
    }
}

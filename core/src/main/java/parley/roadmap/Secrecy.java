package parley.roadmap;

import java.util.List;

/**
 * Who may read a clause: one of four levels, and in addition, with {@code only}, just the partners named.
 *
 * @param only the partners of a compartment in alphabetical order; empty if the level alone decides
 */
public record Secrecy(Level level, List<String> only) {

    /** The levels, from what everybody may read to what few may. */
    public enum Level {
        PUBLIC,
        COUNTERPART,
        PARTNERS,
        CORE;

        /** Returns the word a label uses. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The label of a clause that carries none. */
    public static final Secrecy DEFAULT = new Secrecy(Level.PARTNERS, List.of());

    public Secrecy {
        only = only.stream().sorted().distinct().toList();
    }

    /** Says whether everybody who may read a clause of this label may read one labelled {@code other}. */
    public boolean mayReferTo(Secrecy other) {
        if (other.level.compareTo(level) > 0) {
            return false;
        }
        return other.only.isEmpty() || (!only.isEmpty() && other.only.containsAll(only));
    }

    /** Returns the label as a text writes it, for example {@code [only eu, us]}. */
    public String words() {
        return only.isEmpty() ? "[" + level.word() + "]" : "[only " + String.join(", ", only) + "]";
    }
}

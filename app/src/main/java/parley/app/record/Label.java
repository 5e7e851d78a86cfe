package parley.app.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Secrecy;

/**
 * Who may read a thing, or what somebody may read: a level, and the partners of a compartment.
 *
 * @param only the partners of the compartment in alphabetical order; empty if the level alone decides
 */
public record Label(Level level, List<String> only) {

    /** The levels, from what everybody may read to what only the keepers of the whole text may. */
    public enum Level {
        PUBLIC(0),
        COUNTERPART(1),
        PARTNERS(2),
        CORE(3),
        WHOLE(4);

        private final int rank;

        Level(int rank) {
            this.rank = rank;
        }

        /** Returns the number by which the database compares levels. */
        public int rank() {
            return rank;
        }

        /** Returns the level of a number of the database. */
        public static Level ofRank(int rank) {
            return Arrays.stream(values())
                    .filter(l -> l.rank == rank)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no level " + rank));
        }

        /** Returns the word of this level. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Everybody may read it. */
    public static final Label PUBLIC = new Label(Level.PUBLIC, List.of());

    /** It stays among the partners. */
    public static final Label PARTNERS = new Label(Level.PARTNERS, List.of());

    /** Only those who keep the whole text read it. */
    public static final Label WHOLE = new Label(Level.WHOLE, List.of());

    public Label {
        only = only.stream().sorted().distinct().toList();
    }

    /** Returns the label of a clause. */
    public static Label of(Secrecy secrecy) {
        return new Label(Level.valueOf(secrecy.level().name()), secrecy.only());
    }

    /** Returns the label that {@link #words} wrote, or {@code null}. */
    public static @Nullable Label read(String words) {
        int space = words.indexOf(' ');
        String level = space < 0 ? words : words.substring(0, space);
        List<String> only =
                space < 0 ? List.of() : Arrays.asList(words.substring(space + 1).split(",", -1));
        return Arrays.stream(Level.values())
                .filter(l -> l.word().equals(level))
                .findFirst()
                .map(l -> new Label(l, only))
                .orElse(null);
    }

    /** Returns for example {@code partners eu,us}. */
    public String words() {
        return only.isEmpty() ? level.word() : level.word() + " " + String.join(",", only);
    }

    /** Says whether somebody cleared for this may read what carries {@code label}; the rule of the table's row security. */
    public boolean reads(Label label) {
        if (level == Level.WHOLE) {
            return true;
        }
        return level.compareTo(label.level) >= 0
                && (label.only.isEmpty() || (!only.isEmpty() && label.only.containsAll(only)));
    }

    /** Says whether this clearance reads all that {@code other} reads. */
    public boolean covers(Label other) {
        return level == Level.WHOLE
                || (level.compareTo(other.level) >= 0 && (other.only.isEmpty() || only.equals(other.only)));
    }

    /** Returns a label that is read by those alone who read both. */
    public Label and(Label other) {
        Level stricter = level.compareTo(other.level) >= 0 ? level : other.level;
        if (only.isEmpty() || other.only.isEmpty()) {
            return new Label(stricter, only.isEmpty() ? other.only : only);
        }
        List<String> both = only.stream().filter(other.only::contains).toList();
        return both.isEmpty() ? WHOLE : new Label(stricter, both);
    }

    /** Returns what the language's copies are made for; the whole text is no copy. */
    public Secrecy secrecy() {
        if (level == Level.WHOLE) {
            throw new IllegalStateException("Who reads the whole text needs no copy.");
        }
        return new Secrecy(Secrecy.Level.valueOf(level.name()), only);
    }
}

package parley.diff;

import org.jspecify.annotations.Nullable;
import parley.text.Span;

/**
 * One thing that is different.
 *
 * @param who the name of the one it touches, or {@link #EVERYBODY}
 * @param what the name of the declaration it belongs to, or the line itself where lines have no name
 * @param sentence what changes, in words that stand alone
 * @param before where it stood, or {@code null} if it is new
 * @param after where it stands, or {@code null} if it is gone
 */
public record Change(
        Kind kind,
        String who,
        String what,
        String sentence,
        @Nullable Span before,
        @Nullable Span after) {

    /** Stands for all who read the text. */
    public static final String EVERYBODY = "everybody";

    /** How it is different. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        RENAMED
    }
}

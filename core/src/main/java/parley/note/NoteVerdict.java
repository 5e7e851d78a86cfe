package parley.note;

import java.util.List;

/** Whether a note is signed by somebody who is known. */
public sealed interface NoteVerdict {
    /**
     * Every line of a known key verifies, and there is one at least.
     *
     * @param by each key once, in the order of the note; never empty
     */
    record Signed(String text, List<NoteKey> by) implements NoteVerdict {
        public Signed {
            by = List.copyOf(by);
            if (by.isEmpty()) {
                throw new IllegalArgumentException("A note that nobody signed is not a signed note.");
            }
        }
    }

    /**
     * It must not be relied on.
     *
     * @param reason one sentence without a full stop
     */
    record Refused(String reason) implements NoteVerdict {}
}

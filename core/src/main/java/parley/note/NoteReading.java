package parley.note;

/** What reading bytes as a signed note gives. */
public sealed interface NoteReading {
    /** It has the form of a note. */
    record Read(SignedNote note) implements NoteReading {}

    /**
     * It has not.
     *
     * @param reason one sentence without a full stop
     */
    record Malformed(String reason) implements NoteReading {}
}

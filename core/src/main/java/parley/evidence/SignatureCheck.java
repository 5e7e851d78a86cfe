package parley.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import parley.note.NoteKey;
import parley.note.NoteVerdict;
import parley.note.Notes;

/** Whether the signature of a review is what it says; a pure function, so a state may remember the answers. */
@FunctionalInterface
public interface SignatureCheck {
    /** Reads the note, compares its text with {@link Review#text()} and verifies it. */
    SignatureCheck NOTES = (review, key) -> switch (Notes.verify(review.note().getBytes(UTF_8), List.of(key))) {
        case NoteVerdict.Signed(String text, List<NoteKey> _) -> text.equals(review.text());
        case NoteVerdict.Refused _ -> false;
    };

    /**
     * Returns whether the review was signed with the key.
     *
     * @param key the key that is enrolled for the holder under {@link Review#vkey()}
     */
    boolean verifies(Review review, NoteKey key);
}

/**
 * Signed notes (C2SP signed-note) with Ed25519: a text and the lines of those who signed it.
 *
 * <pre>
 *   text ──▶ NoteSigner.sign ──▶ bytes ──▶ Notes.read ──▶ NoteReading: SignedNote | Refused
 *                                              │
 *   NoteKey (vkey, enrolled) ──────────────────┴──▶ Notes.verify ──▶ NoteVerdict: Signed by … | Refused
 * </pre>
 *
 * Sizes are limited before anything is decoded. A note whose known signature fails is refused as a whole, and a note
 * without a known signature is never valid.
 */
@NullMarked
package parley.note;

import org.jspecify.annotations.NullMarked;

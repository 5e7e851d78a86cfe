package parley.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and verifies signed notes. Never throws on what a stranger wrote. */
public final class Notes {
    /** A longer file is refused before it is decoded. */
    public static final int MOST_BYTES = 256 * 1024;

    public static final int MOST_SIGNATURES = 64;

    static final String DASH = "\u2014 ";
    private static final int ID_BYTES = 4;
    private static final HexFormat HEX = HexFormat.of();

    private Notes() {}

    /** Reads {@code bytes} and verifies what they say; see {@link #verify(SignedNote, Collection)}. */
    public static NoteVerdict verify(byte[] bytes, Collection<NoteKey> known) {
        return switch (read(bytes)) {
            case NoteReading.Malformed(String reason) -> new NoteVerdict.Refused(reason);
            case NoteReading.Read(SignedNote note) -> verify(note, known);
        };
    }

    /**
     * Lines of unknown keys are ignored; a line with a known name and key id that does not verify refuses the whole
     * note; without one line that verifies it is refused. The same key counts once.
     */
    public static NoteVerdict verify(SignedNote note, Collection<NoteKey> known) {
        if (note.lines().isEmpty()) {
            return new NoteVerdict.Refused("nobody signed the note");
        }
        byte[] text = note.text().getBytes(UTF_8);
        var by = new ArrayList<NoteKey>();
        for (SignedNote.Line line : note.lines()) {
            for (NoteKey key : known) {
                if (!key.name().equals(line.name()) || !key.id().equals(line.keyId())) {
                    continue;
                }
                if (!Ed25519.verifies(key.publicKeyHex(), text, HEX.parseHex(line.signatureHex()))) {
                    return new NoteVerdict.Refused("the signature of " + key.name() + " does not verify");
                }
                if (!by.contains(key)) {
                    by.add(key);
                }
            }
        }
        return by.isEmpty()
                ? new NoteVerdict.Refused("none of the signatures is by a key that is known")
                : new NoteVerdict.Signed(note.text(), by);
    }

    /** Reads the form: strict UTF-8, text, the last blank line, signature lines. */
    public static NoteReading read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return new NoteReading.Malformed(
                    "a note has at most %d bytes, this one has %d".formatted(MOST_BYTES, bytes.length));
        }
        String all;
        try {
            all = UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new NoteReading.Malformed("the note is not UTF-8");
        }
        if (hasControl(all)) {
            return new NoteReading.Malformed("the note has a control character other than the line feed");
        }
        int blank = all.lastIndexOf("\n\n");
        if (blank < 0 || !all.endsWith("\n") || blank + 2 == all.length()) {
            return new NoteReading.Malformed("a note is a text, a blank line, and signature lines that each end");
        }
        return lines(all.substring(0, blank + 1), all.substring(blank + 2, all.length() - 1));
    }

    private static NoteReading lines(String text, String below) {
        String[] rows = below.split("\n", MOST_SIGNATURES + 1);
        if (rows.length > MOST_SIGNATURES) {
            return new NoteReading.Malformed("a note has at most " + MOST_SIGNATURES + " signatures");
        }
        var lines = new ArrayList<SignedNote.Line>();
        for (int i = 0; i < rows.length; i++) {
            SignedNote.Line line = line(rows[i]);
            if (line == null) {
                return new NoteReading.Malformed("line %d below the text is not a signature line".formatted(i + 1));
            }
            lines.add(line);
        }
        return new NoteReading.Read(new SignedNote(text, List.copyOf(lines)));
    }

    private static SignedNote.@Nullable Line line(String row) {
        if (!row.startsWith(DASH)) {
            return null;
        }
        int space = row.indexOf(' ', DASH.length());
        if (space < 0) {
            return null;
        }
        String name = row.substring(DASH.length(), space);
        byte[] blob = Base64s.decode(row.substring(space + 1));
        return blob == null || blob.length <= ID_BYTES || !NoteKey.isName(name)
                ? null
                : new SignedNote.Line(
                        name, HEX.formatHex(blob, 0, ID_BYTES), HEX.formatHex(blob, ID_BYTES, blob.length));
    }

    /** Says why {@code text} cannot be the text of a note; null if it can. */
    static @Nullable String wrongText(String text) {
        if (text.length() < 2 || !text.endsWith("\n")) {
            return "The text of a note ends with a line feed.";
        }
        if (hasControl(text)) {
            return "The text of a note has no control character but the line feed.";
        }
        return UTF_8.newEncoder().canEncode(text) ? null : "The text of a note has half a character in it.";
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c));
    }
}

package parley.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key that may sign notes, with the name it signs under (type 0x01, Ed25519).
 *
 * @param name without spaces and {@code +}, at most 255 characters
 * @param publicKeyHex 64 hexadecimal digits, small letters; never a point of low order
 */
public record NoteKey(String name, String publicKeyHex) {
    static final int MOST_NAME_CHARACTERS = 255;
    private static final int ED25519 = 0x01;
    private static final HexFormat HEX = HexFormat.of();

    /** @throws IllegalArgumentException with the reason, if the key must not be enrolled */
    public NoteKey {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "A key needs a name of 1 to 255 characters without spaces and plus signs.");
        }
        if (!publicKeyHex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A public key of Ed25519 has 32 bytes, given as 64 small hex digits.");
        }
        if (Ed25519.isLowOrder(publicKeyHex)) {
            throw new IllegalArgumentException(
                    "The key of %s is a point of low order; anybody can sign under it.".formatted(name));
        }
    }

    /**
     * Reads {@code name+hex(id)+base64(type ‖ key)}; the id is computed again.
     *
     * @throws IllegalArgumentException with the reason, if it is not such a text or must not be enrolled
     */
    public static NoteKey parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A verifier key has the form name+id+key; this one has not.");
        }
        byte[] typed = Base64s.decode(parts[2]);
        if (typed == null || typed.length != Ed25519.KEY_BYTES + 1 || typed[0] != ED25519) {
            throw new IllegalArgumentException("The key of " + parts[0] + " is not one of Ed25519 in padded base64.");
        }
        var key = new NoteKey(parts[0], HEX.formatHex(typed, 1, typed.length));
        if (!key.id().equals(parts[1])) {
            throw new IllegalArgumentException(
                    "The key of %s says its id is %s, but it is %s.".formatted(parts[0], parts[1], key.id()));
        }
        return key;
    }

    /** Returns the key id: the first 4 bytes of SHA-256(name ‖ LF ‖ type ‖ key), as 8 hexadecimal digits. */
    public String id() {
        byte[] label = (name + "\n").getBytes(UTF_8);
        byte[] typed = typed();
        byte[] all = new byte[label.length + typed.length];
        System.arraycopy(label, 0, all, 0, label.length);
        System.arraycopy(typed, 0, all, label.length, typed.length);
        return HEX.formatHex(Ed25519.sha256(all), 0, 4);
    }

    /** Returns the text that {@link #parse} reads. */
    public String vkey() {
        return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(typed());
    }

    private byte[] typed() {
        byte[] typed = new byte[Ed25519.KEY_BYTES + 1];
        typed[0] = ED25519;
        System.arraycopy(HEX.parseHex(publicKeyHex), 0, typed, 1, Ed25519.KEY_BYTES);
        return typed;
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= MOST_NAME_CHARACTERS
                && name.indexOf('+') < 0
                && name.codePoints()
                        .noneMatch(c -> Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.isISOControl(c)
                                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}

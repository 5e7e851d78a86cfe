package parley.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256, written {@code sha256:…} in the texts of this project.
 *
 * @param hex 64 hexadecimal digits, small letters
 */
public record Hash(String hex) implements Comparable<Hash> {
    /** Bytes of a salt. A short text could be guessed and confirmed from a hash without one. */
    public static final int SALT_BYTES = 16;

    /** @throws IllegalArgumentException if it is not 64 small hexadecimal digits */
    public Hash {
        if (hex.length() != 64 || !hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
            throw new IllegalArgumentException(
                    "A SHA-256 has 64 small hexadecimal digits; this one reads " + hex + ".");
        }
    }

    public static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    public static Hash of(String text) {
        return of(text.getBytes(UTF_8));
    }

    /**
     * Returns SHA-256(salt ‖ text).
     *
     * @param salt {@value #SALT_BYTES} random bytes
     */
    public static Hash salted(byte[] salt, String text) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("A salt has %d bytes, this one %d.".formatted(SALT_BYTES, salt.length));
        }
        MessageDigest digest = sha256();
        digest.update(salt);
        return new Hash(HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8))));
    }

    /** Reads what {@link #toString} writes. */
    public static Hash parse(String text) {
        if (!text.startsWith("sha256:")) {
            throw new IllegalArgumentException("A hash begins with sha256:, this one reads " + text + ".");
        }
        return new Hash(text.substring("sha256:".length()));
    }

    @Override
    public int compareTo(Hash other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return "sha256:" + hex;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256.", e);
        }
    }
}

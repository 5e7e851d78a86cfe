package parley.app.people;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes from a shared secret and the time: RFC 6238 with SHA-1, steps of 30 seconds, six digits. */
public final class Totp {
    /** The length of a secret in bytes, as long as SHA-1's output. */
    public static final int SECRET_BYTES = 20;

    private static final int STEP_SECONDS = 30;
    private static final int CODES = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Totp() {}

    /** Returns the number of the step that {@code at} lies in. */
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** Returns the six digits of a step. */
    public static String code(byte[] secret, Instant at) {
        return code(secret, step(at));
    }

    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int from = hash[hash.length - 1] & 0x0F;
            int number = ByteBuffer.wrap(hash, from, Integer.BYTES).getInt() & 0x7FFF_FFFF;
            return "%06d".formatted(number % CODES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA1.", e);
        }
    }

    /**
     * Returns the step whose code this is, one step of skew allowed, or -1. A step is used once: only steps after
     * {@code used} count.
     */
    static long matches(byte[] secret, String code, Instant now, long used) {
        long step = step(now);
        long found = -1;
        for (long s = step - 1; s <= step + 1; s++) {
            boolean same = java.security.MessageDigest.isEqual(
                    code(secret, s).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                    code.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            if (same && s > used) {
                found = s;
            }
        }
        return found;
    }

    /** Returns the secret as authenticator programs read it. */
    public static String base32(byte[] secret) {
        var out = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte b : secret) {
            held = (held << Byte.SIZE) | (b & 0xFF);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                out.append(BASE32.charAt((held >> bits) & 31));
                held &= (1 << bits) - 1;
            }
        }
        return bits == 0
                ? out.toString()
                : out.append(BASE32.charAt((held << (BITS - bits)) & 31)).toString();
    }
}

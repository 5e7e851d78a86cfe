package parley.app.hooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures as the Standard Webhooks specification 1.0 writes them: HMAC-SHA256 over {@code id.seconds.body}, so that
 * existing libraries verify them.
 */
final class Signature {
    private static final String SECRET = "whsec_";
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Signature() {}

    /** Returns a new key of 32 random bytes. */
    static byte[] freshKey() {
        byte[] key = new byte[SECRET_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    /** Returns a key as its receiver writes it down. */
    static String secret(byte[] key) {
        return SECRET + Base64.getEncoder().encodeToString(key);
    }

    /** Returns the header {@code webhook-signature}. */
    static String of(byte[] key, String id, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signed = mac.doFinal("%s.%d.%s".formatted(id, seconds, body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256.", e);
        }
    }
}

package parley.evidence;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** Randomness that is the same in every run. */
final class Seeds {
    private Seeds() {}

    static SecureRandom secure(long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            return random;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

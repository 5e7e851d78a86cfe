package parley.note;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Base64 in its one canonical form: the decoder of the JDK lets missing padding and loose bits pass. */
final class Base64s {
    private Base64s() {}

    static byte @Nullable [] decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

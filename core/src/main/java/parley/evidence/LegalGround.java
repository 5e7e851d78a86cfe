package parley.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** On what ground somebody left custody. */
public enum LegalGround {
    PARDON,
    ACQUITTAL,
    AMNESTY,
    TERM_SERVED,
    PAROLE,
    EXCHANGE,
    NONE_KNOWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the ground of a word; null if there is none. */
    public static @Nullable LegalGround of(String word) {
        return Arrays.stream(values())
                .filter(ground -> ground.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    static String words() {
        return Arrays.stream(values()).map(LegalGround::word).collect(Collectors.joining(", "));
    }
}

package parley.app.people;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody is in a case. */
public enum Role {
    /** Holds the roadmap together: files, convenes, keeps the text; confirms roles with another person. */
    SECRETARIAT("secretariat", false),
    /** Speaks for a partner: proposes, decides, signs the text. */
    DESK("country desk", true),
    /** Reads and tests; changes nothing. */
    ANALYST("analyst", false),
    /** Files evidence, reviews that of others, signs findings. */
    VERIFIER("verifier", true),
    /** Is heard before measures are imposed or eased. */
    STAKEHOLDER("stakeholder", true),
    /** Gives accounts and roles, with another person; reads nothing of the case by it. */
    ADMINISTRATOR("administrator", false);

    private final String title;
    private final boolean ofBody;

    Role(String title, boolean ofBody) {
        this.title = title;
        this.ofBody = ofBody;
    }

    /** Returns what people call it. */
    public String title() {
        return title;
    }

    /** Says whether the role is held for a partner, a verifier or a stakeholder of the case. */
    public boolean ofBody() {
        return ofBody;
    }

    /** Returns the word of the record and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the role of that word, or {@code null}. */
    public static @Nullable Role named(String word) {
        return Arrays.stream(values())
                .filter(r -> r.word().equals(word))
                .findFirst()
                .orElse(null);
    }
}

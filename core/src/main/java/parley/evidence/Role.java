package parley.evidence;

import java.util.Locale;

/** As what somebody acts. A role is held by a person, not by an account or a device. */
public enum Role {
    AUTHOR,
    REVIEWER,
    RELEASER,
    /** Signs findings for a panel. */
    VERIFIER,
    /** Gives and ends roles, together with a second administrator. */
    ADMINISTRATOR;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

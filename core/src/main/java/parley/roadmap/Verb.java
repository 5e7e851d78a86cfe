package parley.roadmap;

import org.jspecify.annotations.Nullable;

/** What a partner can do to a measure or an offer, with the words a text uses for it. */
public enum Verb {
    IMPOSE("impose", "imposes", "imposition", "imposed", false, true),
    SUSPEND("suspend", "suspends", "suspension", "suspended", true, false),
    LICENSE("license", "licenses", "licence", "licensed", true, false),
    LIFT("lift", "lifts", "lifting", "lifted", true, false),
    RESTORE("restore", "restores", "restoration", "restored", false, true),
    REVOKE("revoke", "revokes", "revocation", "revoked", false, true),
    GRANT("grant", "grants", "grant", "granted", true, false),
    WITHDRAW("withdraw", "withdraws", "withdrawal", "withdrawn", false, true),
    LAPSE("lapse", "lapses", "lapse", "lapsed", true, false);

    private final String plural;
    private final String singular;
    private final String noun;
    private final String past;
    private final boolean eases;
    private final boolean tightens;

    Verb(String plural, String singular, String noun, String past, boolean eases, boolean tightens) {
        this.plural = plural;
        this.singular = singular;
        this.noun = noun;
        this.past = past;
        this.eases = eases;
        this.tightens = tightens;
    }

    /** Returns the form after several partners: {@code impose}. */
    public String plural() {
        return plural;
    }

    /** Returns the form after one partner: {@code imposes}. */
    public String singular() {
        return singular;
    }

    /** Returns the thing owed: {@code imposition}. */
    public String noun() {
        return noun;
    }

    /** Returns the participle: {@code imposed}. */
    public String past() {
        return past;
    }

    /** Tells the deed in the past: {@code suspended eu-potash}, {@code revoked the licence of us-oil}. */
    public String did(String object) {
        return switch (this) {
            case IMPOSE, SUSPEND, LICENSE, LIFT, RESTORE, GRANT -> past + " " + object;
            case REVOKE -> "revoked the licence of " + object;
            case WITHDRAW -> "withdrew " + object;
            case LAPSE -> "let " + object + " lapse";
        };
    }

    public boolean eases() {
        return eases;
    }

    public boolean tightens() {
        return tightens;
    }

    /** Returns the verb whose noun is {@code word}, or {@code null}. */
    public static @Nullable Verb ofNoun(String word) {
        for (Verb verb : values()) {
            if (verb.noun.equals(word)) {
                return verb;
            }
        }
        return null;
    }

    /** Returns the state a measure is in after this act. */
    public MeasureState leadsTo() {
        return switch (this) {
            case IMPOSE, RESTORE, REVOKE -> MeasureState.IMPOSED;
            case SUSPEND -> MeasureState.SUSPENDED;
            case LICENSE -> MeasureState.LICENSED;
            case LIFT -> MeasureState.LIFTED;
            case GRANT -> MeasureState.GRANTED;
            case WITHDRAW -> MeasureState.WITHDRAWN;
            case LAPSE -> MeasureState.LAPSED;
        };
    }
}

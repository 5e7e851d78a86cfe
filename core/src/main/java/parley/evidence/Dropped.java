package parley.evidence;

import java.util.Locale;

/** Why a claim that a condition reads was not used. */
public enum Dropped {
    RETRACTED,
    SUPERSEDED,
    /** It rests on a claim that was retracted. */
    FALLEN,
    DISPUTED,
    /** Four eyes have not seen it, or their signatures do not count any more. */
    UNSIGNED,
    /** Below reasonable grounds. */
    BELOW_RUNG,
    /** It may have been so on the day, and may not. */
    UNSURE_DATE;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

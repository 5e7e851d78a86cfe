package parley.evidence;

import java.util.Locale;

/**
 * How well something is established. The names are borrowed from legal practice (United Nations inquiries use
 * "reasonable grounds to believe"); "beyond reasonable doubt" belongs to courts and is not offered.
 */
public enum Rung {
    /** There is no item at all. */
    NOTHING,
    LEAD,
    CREDIBLE_ALLEGATION,
    REASONABLE_GROUNDS,
    BALANCE_OF_PROBABILITIES,
    CLEAR_AND_CONVINCING;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isAtLeast(Rung other) {
        return compareTo(other) >= 0;
    }

    Rung min(Rung other) {
        return compareTo(other) <= 0 ? this : other;
    }
}

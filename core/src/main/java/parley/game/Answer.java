package parley.game;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the first state.
 *
 * @param verdict whether a claim holds; {@code null} where a number was asked for
 * @param low the value is not below; for a claim decided without numbers only as far as the claim says
 * @param high the value is not above, perhaps infinite
 * @param exact the value itself, where it is known
 * @param evidence what the bounds rest on, or {@code null} where no certificate can be written
 * @param complement whether the evidence is about the opposite event, with 1 minus the value
 * @param sweeps over components
 */
public record Answer(
        @Nullable Verdict verdict,
        double low,
        double high,
        @Nullable Fraction exact,
        @Nullable Evidence evidence,
        boolean complement,
        long sweeps) {

    public enum Verdict {
        HOLDS,
        REFUTED,
        /** The bounds lie on both sides of the threshold, or on it. */
        OPEN
    }
}

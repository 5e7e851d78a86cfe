package parley.facts;

import java.time.LocalDate;

/**
 * A verifier, the other side or a partner said something of a concession.
 *
 * @param verifier who signed
 */
public record Signature(
        String id,
        LocalDate date,
        LocalDate recorded,
        String verifier,
        String concession,
        Finding finding,
        String source,
        Confidence confidence,
        String note) {

    /** @throws IllegalArgumentException if it was recorded before the day it was given */
    public Signature {
        Facts.requireOrder("signature", id, date, recorded);
    }
}

package parley.facts;

import java.time.LocalDate;

/**
 * A partner consulted a stakeholder, or reviewed a step.
 *
 * @param stakeholder who was heard, or the step reviewed
 */
public record Consultation(
        String id,
        LocalDate date,
        LocalDate recorded,
        String partner,
        String stakeholder,
        String source,
        Confidence confidence,
        String note) {

    /** @throws IllegalArgumentException if it was recorded before the day it took place */
    public Consultation {
        Facts.requireOrder("consultation", id, date, recorded);
    }
}

package parley.facts;

import java.time.LocalDate;
import parley.roadmap.Stage;
import parley.roadmap.Verb;

/**
 * A partner came a step further in deciding about an act, or was stopped.
 *
 * @param partner who decides
 * @param verb the act it decides about
 * @param measure the measure or offer the act is about
 */
public record DecisionRow(
        String id,
        LocalDate date,
        LocalDate recorded,
        String partner,
        Verb verb,
        String measure,
        Stage stage,
        String source,
        Confidence confidence,
        String note) {

    /** @throws IllegalArgumentException if it was recorded before the day it happened */
    public DecisionRow {
        Facts.requireOrder("decision", id, date, recorded);
    }
}

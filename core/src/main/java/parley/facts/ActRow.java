package parley.facts;

import java.time.LocalDate;
import parley.roadmap.Expiry;
import parley.roadmap.Verb;

/**
 * A partner did something to a measure or an offer. An act may be recorded before its date: it is published before it
 * takes effect.
 *
 * @param date the day it takes effect
 * @param instrument the legal act; may be empty
 * @param answers the concession it answered as the record says; may be empty
 */
public record ActRow(
        String id,
        LocalDate date,
        LocalDate recorded,
        String partner,
        Verb verb,
        String measure,
        Expiry expiry,
        String instrument,
        String answers,
        String source,
        Confidence confidence,
        String note) {}

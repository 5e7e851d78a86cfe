package parley.app.evidence.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.app.record.Deed;

/**
 * What somebody files in one go.
 *
 * @param body for whom, a verifier or partner of the case; empty for the secretariat
 * @param says what happened, in a sentence
 * @param days how far {@code on} may be off, to both sides
 * @param numbers what it counts: series and number; an event has no number
 * @param items items that are filed already
 * @param replaces the claim it takes the place of, or empty
 */
record Filing(
        String body,
        String says,
        LocalDate on,
        int days,
        String predicate,
        String object,
        String concession,
        Map<String, String> numbers,
        List<String> items,
        @Nullable NewItem item,
        Judged judged,
        String replaces,
        String batch,
        Extra extra) {

    /**
     * What most claims do not need.
     *
     * @param subject whom or what it is about; empty if the concession or the first number says it
     * @param rows further rows of its own tables, such as the outcomes of a release
     * @param replacesWhy {@code correction}, {@code change} or {@code precision}; empty if it replaces none
     * @param to the first day it no longer held, or {@code null} as long as no end is known
     * @param toDays how far {@code to} may be off, to both sides
     */
    record Extra(
            String subject,
            List<Deed.Row> rows,
            String replacesWhy,
            @Nullable LocalDate to,
            int toDays) {
        static final Extra NONE = new Extra("", List.of(), "", null, 0);

        static Extra about(String subject, List<Deed.Row> rows) {
            return new Extra(subject, rows, "", null, 0);
        }
    }

    Filing resting(NewItem on) {
        return new Filing(
                body,
                says,
                this.on,
                days,
                predicate,
                object,
                concession,
                numbers,
                items,
                on,
                judged,
                replaces,
                batch,
                extra);
    }

    Filing inBatch(String name) {
        return new Filing(
                body,
                says,
                on,
                days,
                predicate,
                object,
                concession,
                numbers,
                items,
                item,
                judged,
                replaces,
                name,
                extra);
    }

    /**
     * A new item.
     *
     * @param source a source that is named already, {@link #OWN}, or empty if {@code newSource} is one
     * @param file its original, or {@code null} if only what it is called is known
     */
    record NewItem(
            String title,
            String kind,
            String from,
            LocalDate captured,
            String source,
            @Nullable NewSource newSource,
            List<String> restsOn,
            List<String> marks,
            int information,
            Sealed.@Nullable Original file) {
        /** The body of who files is the source itself. */
        static final String OWN = "own";

        NewItem sealing(Sealed.Original original) {
            return new NewItem(title, kind, from, captured, source, newSource, restsOn, marks, information, original);
        }
    }

    /** A source that is named for the first time. */
    record NewSource(
            String title,
            String sourceClass,
            String organisation,
            String party,
            boolean anonymous,
            List<String> drawsOn,
            String letter) {}

    /**
     * What somebody holds of a claim.
     *
     * @param information of items on record the digit
     * @param letters of sources on record the letter, where it is given anew
     */
    record Judged(
            Map<String, Integer> information,
            Map<String, String> letters,
            boolean contradiction,
            String likelihood,
            String confidence,
            String rung,
            List<String> alternatives) {}
}

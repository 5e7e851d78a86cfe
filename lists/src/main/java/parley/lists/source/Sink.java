package parley.lists.source;

import org.jspecify.annotations.Nullable;
import parley.lists.record.Finding.Code;
import parley.lists.record.Listing;

/** Takes what a reader finds, record by record; nothing is kept by the reader. */
public interface Sink {
    /** One listing, and the fields it was read from; what is left in them is a finding. */
    void listing(Listing listing, Fields fields);

    /** A field that is read for the whole file, or that belongs to no listing. */
    void checked(String record, Fields fields);

    /** The day of the content, ISO. */
    void contentDay(@Nullable String day);

    /** The day of an act or a listing; the newest one counts. */
    void act(@Nullable String day);

    /** The number of records that the file announces. */
    void announced(long records);

    /** Something to be known about a record. */
    void finding(Code code, String record, String field, String what, String fix);

    /** A record that could not be read, and why. */
    void setAside(String record, long line, String why);

    /** A code that the reader does not know. */
    default void unknownCode(String record, String field, String code) {
        finding(
                Code.L111,
                record,
                field,
                "`%s` is not among the codes known for %s.".formatted(code, field),
                "look at the publisher's notes, then add the code to the reader");
    }

    /** A text that could not be understood as a date. */
    default void unreadDate(String record, String field, String text) {
        finding(
                Code.L125,
                record,
                field,
                "`%s` could not be read as a date.".formatted(text),
                "nothing to do; the record is kept with its text, and matches no date");
    }
}

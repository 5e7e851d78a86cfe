package parley.evidence;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A list at a date. An import never overwrites: a later list is another snapshot.
 *
 * @param criteria the set by which the publisher decides, for example {@code pace-1900-2012}
 * @param asOf the day the list describes
 * @param obtained the day it was obtained, not before {@code asOf}
 * @param file hash of the bytes of the file
 * @param rows fields by the key of the row, which is the publisher's own or the spelling of the name
 */
public record ListSnapshot(
        String id,
        String publisher,
        String criteria,
        LocalDate asOf,
        LocalDate obtained,
        Hash file,
        SortedMap<String, Map<String, String>> rows) {
    public ListSnapshot {
        Lines.id("id of the snapshot", id);
        Lines.word("publisher of the snapshot " + id, publisher);
        Lines.id("criteria of the snapshot " + id, criteria);
        if (obtained.isBefore(asOf)) {
            throw new IllegalArgumentException(
                    "The list of %s is as of %s, but was obtained on %s. Maybe day and month are swapped."
                            .formatted(publisher, asOf, obtained));
        }
        var sorted = new TreeMap<String, Map<String, String>>();
        rows.forEach((key, fields) -> sorted.put(key, Collections.unmodifiableSortedMap(new TreeMap<>(fields))));
        rows = Collections.unmodifiableSortedMap(sorted);
    }

    /** Returns the hash by which a clause fixes this list as its denominator. */
    public Hash hash() {
        return Hash.of(new Lines("parley-list/v1")
                .add("publisher", publisher)
                .add("criteria", criteria)
                .add("as-of", asOf)
                .add("obtained", obtained)
                .add("file", file)
                .end());
    }
}

package parley.lists.screening;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.identity.match.Band;

/**
 * A record of a list that may be meant.
 *
 * @param name the name to show for the record
 * @param nameScore how near the names are, 0 to 1
 * @param bits what the other facts say, above zero for the same subject
 * @param since since when in law, ISO; null where the list does not say
 * @param notLaterThan whether {@code since} says only that it was not later
 * @param place where in which file the record stands
 * @param basis the fields of the record that were compared, a line each: a decision rests on them
 */
public record Hit(
        String list,
        String record,
        String kind,
        String name,
        Band band,
        double nameScore,
        double bits,
        List<String> programmes,
        List<String> measures,
        @Nullable String since,
        boolean notLaterThan,
        String place,
        List<String> basis,
        Explanation why) {
    public Hit {
        programmes = List.copyOf(programmes);
        measures = List.copyOf(measures);
        basis = List.copyOf(basis);
    }

    /** What tells the record from all others of all lists. */
    public String key() {
        return list + ":" + record;
    }
}

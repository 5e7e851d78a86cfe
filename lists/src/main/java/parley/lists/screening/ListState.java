package parley.lists.screening;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Listing;

/**
 * What is live of a list.
 *
 * @param list the list
 * @param version what tells this state from every other: the hash of its files
 * @param listings as the file has them, ended ones too
 */
public record ListState(String list, String version, List<Listing> listings) {
    public ListState {
        listings = List.copyOf(listings);
    }

    /** Whether a listing has effect on a day, as far as its record says. */
    public static boolean inForce(Listing listing, LocalDate day) {
        if (listing.state() == Listing.State.DELISTED) {
            return false;
        }
        String ends = listing.dates().ends();
        String listed = listing.dates().listed();
        boolean ended = ends != null && isDay(ends) && ends.compareTo(day.toString()) <= 0;
        boolean later = listed != null
                && isDay(listed)
                && !listing.dates().notLaterThan()
                && listed.compareTo(day.toString()) > 0;
        return !ended && !later;
    }

    static boolean isDay(@Nullable String text) {
        return text != null && text.matches("\\d{4}-\\d{2}-\\d{2}");
    }
}

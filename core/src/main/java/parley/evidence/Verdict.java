package parley.evidence;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What follows from the evidence for a clause, on a day of the world and at a point of knowing. Verified is not the same
 * as true.
 *
 * @param values one for each number read, in the order of the criterion
 * @param rung lowest rung among the claims needed
 * @param independence fewest independent items among the claims needed
 * @param panel members of the panel whose signatures count
 * @param used the claims relied on, sorted by id
 * @param dropped ids of claims that were read and not used, by reason
 * @param missing what would decide it, the least effort first; empty if it is verified
 * @param origins what the items of the used claims rest on, as a text; stays sealed, only its salted hash is shown
 */
public record Verdict(
        Clause clause,
        LocalDate world,
        KnownAt known,
        Result result,
        List<Bounds> values,
        Rung rung,
        int independence,
        int panel,
        List<Claim> used,
        SortedMap<Dropped, List<String>> dropped,
        List<Missing> missing,
        String origins) {
    public Verdict {
        values = List.copyOf(values);
        used = List.copyOf(used);
        dropped = Collections.unmodifiableSortedMap(new TreeMap<>(dropped));
        missing = List.copyOf(missing);
    }

    /** What a verdict says. */
    public enum Result {
        VERIFIED,
        NOT_MET,
        UNDECIDED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Returns whether the knowledge came after the last day on which the clause wanted it; it counts all the same. */
    public boolean isLate(LocalDate lastDay) {
        return known.day().isAfter(lastDay);
    }
}

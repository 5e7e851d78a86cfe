package parley.evidence;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a clause asks of the evidence.
 *
 * @param rung at or above the default of the use
 * @param independence independent items a claim needs, at least 1
 * @param interested parties that gain if the claims are believed
 * @param list hash of the snapshot a subject must stand on to be clear and convincing; null if the clause names none
 * @param joint signatures must come from two bodies at least
 */
public record Demand(
        Rung rung,
        int independence,
        SortedSet<String> interested,
        @Nullable Hash list,
        boolean joint) {
    public Demand {
        interested = Collections.unmodifiableSortedSet(new TreeSet<>(interested));
        if (independence < 1) {
            throw new IllegalArgumentException("A claim needs one item at least, not " + independence + ".");
        }
    }

    public static Demand of(Use use, Collection<String> interested) {
        Rung rung = use.least();
        return new Demand(
                rung, rung.isAtLeast(Rung.REASONABLE_GROUNDS) ? 2 : 1, new TreeSet<>(interested), null, false);
    }
}

package parley.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When something was so in the world: from a day, to the day it was no longer so. Either may be known only within
 * bounds.
 *
 * @param to the first day on which it no longer holds; null as long as no end is known
 */
public record Validity(When from, @Nullable When to) {
    /** @throws IllegalArgumentException if it surely ends before it begins */
    public Validity {
        if (to != null && to.latest().isBefore(from.earliest())) {
            throw new IllegalArgumentException("It ends by %s, before it begins on %s. Maybe the two are swapped."
                    .formatted(to.latest(), from.earliest()));
        }
    }

    public static Validity since(LocalDate day) {
        return new Validity(When.on(day), null);
    }

    public static Validity between(LocalDate from, LocalDate to) {
        return new Validity(When.on(from), When.on(to));
    }

    /** Returns whether it holds on {@code day} wherever its ends lie. */
    public boolean surelyHolds(LocalDate day) {
        return !from.latest().isAfter(day) && (to == null || day.isBefore(to.earliest()));
    }

    /** Returns whether it holds on {@code day} for some place of its ends; true whenever it surely holds. */
    public boolean possiblyHolds(LocalDate day) {
        return !from.earliest().isAfter(day) && (to == null || day.isBefore(to.latest()));
    }

    /** Returns whether {@code this} says at least as exactly what {@code other} says. */
    boolean isWithin(Validity other) {
        return from.isWithin(other.from) && (other.to == null || (to != null && to.isWithin(other.to)));
    }
}

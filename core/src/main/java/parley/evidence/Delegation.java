package parley.evidence;

import java.time.LocalDate;

/**
 * Somebody lends a role for some days: one step deep, and whoever lends it is used in the chain as well.
 *
 * @param first the first day, in UTC
 * @param last the last day
 */
public record Delegation(String id, String from, String to, Role role, LocalDate first, LocalDate last) {
    public Delegation {
        Lines.id("id of the delegation", id);
        if (from.equals(to)) {
            throw new IllegalArgumentException(
                    "The delegation %s goes from %s to the same person.".formatted(id, from));
        }
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "The delegation %s ends on %s, before it begins on %s.".formatted(id, last, first));
        }
        if (role == Role.ADMINISTRATOR) {
            throw new IllegalArgumentException("The role of an administrator is given, not delegated.");
        }
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}

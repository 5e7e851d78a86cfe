package parley.app.today;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.app.cases.Noted;
import parley.app.people.Role;
import parley.app.record.CaseRecord;
import parley.app.record.Deed;
import parley.app.record.Label;
import parley.app.web.Refused;
import parley.app.web.Visit;

/** What a partner attends to first. What it does not name waits, and everybody sees that. */
public final class Priorities {
    private Priorities() {}

    /**
     * Something that needs a partner.
     *
     * @param rank its place in the partner's order, from 1; 0 if the partner did not name it
     * @param left days to the last day, or {@code null}
     * @param forgotten due soon or overdue, and not in the order
     */
    public record Line(
            int rank, Attention.Item item, @Nullable Long left, boolean forgotten) {}

    /** Returns what needs a partner: in its own order, then by day. */
    public static List<Line> of(Visit visit, String partner) {
        List<String> order = order(visit, partner);
        List<Line> lines = new ArrayList<>();
        for (Attention.Item i : Attention.ofPartner(visit, partner)) {
            LocalDate due = i.due();
            Long left = due == null ? null : java.time.temporal.ChronoUnit.DAYS.between(visit.on(), due);
            int rank = order.indexOf(i.key()) + 1;
            boolean soon = left != null && left <= Reminder.DAYS.getFirst();
            lines.add(new Line(rank, i, left, rank == 0 && (soon || i.light().equals("late"))));
        }
        lines.sort(Comparator.comparingInt(l -> l.rank() == 0 ? Integer.MAX_VALUE : l.rank()));
        return lines;
    }

    /** Returns the partner's order as it last was. */
    static List<String> order(Visit visit, String partner) {
        List<String> order = List.of();
        for (Noted n : visit.known().noted()) {
            if (n.deed() instanceof Deed.PrioritySet p && p.partner().equals(partner)) {
                order = p.order();
            }
        }
        return order;
    }

    /** Sets the order of a partner; only its desk does. */
    public static void set(CaseRecord record, Visit visit, String partner, List<String> order) {
        if (visit.role(Role.DESK, partner) == null) {
            throw new Refused("Only the desk of `%s` says what it attends to.".formatted(partner));
        }
        List<String> known = Attention.ofPartner(visit, partner).stream()
                .map(Attention.Item::key)
                .toList();
        if (!known.containsAll(order)) {
            throw new Refused("The list has changed since. Load the page again and put it in order once more.");
        }
        record.change(
                visit.caseId(),
                visit.author("partner " + partner),
                w -> w.add(new Deed.PrioritySet(partner, List.copyOf(order)), Label.PARTNERS, ""));
    }
}

package parley.app.today;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import parley.roadmap.Case;
import parley.roadmap.Partner;

/** How near a day is, and who is told when it has passed. All of it follows from the record; nothing has to be sent first. */
public final class Reminder {
    /** Days before the last day on which somebody is reminded. */
    public static final List<Integer> DAYS = List.of(14, 7, 1);

    /** Days after the last day from which on a missed step is taken up beyond the desk. */
    static final int PRINCIPALS_AFTER_DAYS = 7;

    private Reminder() {}

    /** Returns the reminder reached on a day; empty if the last day is farther away. */
    static String of(LocalDate due, LocalDate on) {
        long left = ChronoUnit.DAYS.between(on, due);
        if (left < 0) {
            return left <= -PRINCIPALS_AFTER_DAYS ? "missed, with the principals" : "missed, with the secretariat";
        }
        if (left == 0) {
            return "last day";
        }
        return DAYS.stream()
                .sorted()
                .filter(d -> left <= d)
                .findFirst()
                .map(d -> d == 1 ? "1 day left" : "%d days or fewer left".formatted(d))
                .orElse("");
    }

    /** Says whether a reminder begins on this very day, so that a letter tells something new. */
    static boolean begins(LocalDate due, LocalDate on) {
        long left = ChronoUnit.DAYS.between(on, due);
        return left == 0 || left == -1 || left == -PRINCIPALS_AFTER_DAYS || DAYS.contains((int) left);
    }

    /** Returns the named role that a missed step is taken to; empty as long as nothing is missed. */
    static String escalatedTo(Case theCase, String partner, LocalDate due, LocalDate on) {
        long late = ChronoUnit.DAYS.between(due, on);
        if (late < 1) {
            return "";
        }
        if (late < PRINCIPALS_AFTER_DAYS) {
            return "the desk";
        }
        return theCase.partners().stream()
                .filter(p -> p.id().equals(partner))
                .map(Partner::mandate)
                .filter(m -> m != null && !m.holder().isEmpty() && !m.until().isBefore(on))
                .map(m -> "the " + m.holder())
                .findFirst()
                .orElse("the principals");
    }
}

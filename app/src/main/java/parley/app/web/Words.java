package parley.app.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;

/** How days and counts are written, on every page alike. */
public final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);

    private Words() {}

    /** Returns for example {@code 3 Jun 2026}; empty for none. */
    public static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** Returns for example {@code 3 Jun 2026, 14:05 UTC}. */
    public static String time(Instant at) {
        return TIME.format(at.atZone(ZoneOffset.UTC));
    }

    /** Returns for example {@code in 5 days}, {@code today}, {@code 3 days ago}. */
    public static String from(LocalDate today, LocalDate day) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) {
            return "today";
        }
        String count = counted(Math.abs(days), "day", "days");
        return days > 0 ? "in " + count : count + " ago";
    }

    /** Returns for example {@code 1 day} or {@code 5 days}. */
    public static String counted(long n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }

    /** Returns the title of a case, or its name. */
    public static String title(Case theCase) {
        return theCase.title().isEmpty() ? theCase.id() : theCase.title();
    }

    /** Returns words with a capital letter at the front. */
    public static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}

package parley.facts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column that were read before. A record names few series, sources and days, and names them in every
 * row: sharing them saves half the memory of a large record, and finding a series then is comparing one address. Bounded,
 * because ids are all different.
 */
final class Recent {
    private static final int MOST_TEXTS = 1000;
    private static final int DAYS = 4096;
    private final Map<String, String> texts = new HashMap<>();
    private @Nullable LocalDate[] days = new LocalDate[0];

    /** Returns {@code text} or an equal one read before. */
    String text(String text) {
        String before = texts.get(text);
        if (before == null && texts.size() < MOST_TEXTS) {
            texts.put(text, text);
        }
        return before == null ? text : before;
    }

    /** Returns {@code day} or an equal one read before. */
    LocalDate day(LocalDate day) {
        if (days.length == 0) {
            days = new LocalDate[DAYS];
        }
        int slot = (int) day.toEpochDay() & (DAYS - 1);
        LocalDate before = days[slot];
        if (day.equals(before)) {
            return before;
        }
        days[slot] = day;
        return day;
    }
}

package parley.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The readings and occurrences of a record by series, in arrays sorted by day. Give it facts that are already filtered
 * by {@link Facts#knownAt}: it knows no day of its own. Days are epoch days.
 */
public final class FactIndex {
    private final Map<String, ReadingSeries> readings = new HashMap<>();
    private final Map<String, EventSeries> events = new HashMap<>();

    public FactIndex(Facts known) {
        Map<String, ReadingSeries.Builder> made = new HashMap<>();
        Map<String, List<Reading>> spread = new HashMap<>();
        for (Reading row : known.readings()) {
            if (row.exact()) {
                made.computeIfAbsent(row.series(), _ -> new ReadingSeries.Builder())
                        .add(row);
            } else {
                spread.computeIfAbsent(row.series(), _ -> new ArrayList<>()).add(row);
            }
        }
        spread.forEach((series, rows) -> made.put(series, spread(known, series, rows)));
        made.forEach((series, rows) -> readings.put(series, rows.done()));
        Map<String, List<Occurrence>> happened = new HashMap<>();
        for (Occurrence row : known.occurrences()) {
            happened.computeIfAbsent(row.series(), _ -> new ArrayList<>()).add(row);
        }
        happened.forEach((series, list) -> events.put(series, new EventSeries(list)));
    }

    /** Series in which a day is not exact are rare, so they are walked through once more. */
    private static ReadingSeries.Builder spread(Facts known, String series, List<Reading> spread) {
        var builder = new ReadingSeries.Builder();
        List<Reading> closing = spread.stream()
                .filter(r -> r.confidence() == Confidence.A)
                .sorted(Comparator.comparing(Reading::latest))
                .toList();
        int next = 0;
        for (Reading row : known.readings()) {
            if (!row.series().equals(series)) {
                continue;
            }
            while (next < closing.size() && closing.get(next).latest().isBefore(row.date())) {
                builder.closes(closing.get(next++));
            }
            if (row.exact()) {
                builder.add(row);
            } else {
                builder.opens(row);
            }
        }
        while (next < closing.size()) {
            builder.closes(closing.get(next++));
        }
        return builder;
    }

    /** What the rows of a window add up to: the sum of what is sure, and how many rows are there that are not. */
    public record Sum(int rows, double sure, int unsure) {}

    /** Returns the total of the rows dated in {@code [firstDay, lastDay]}, in O(log n). */
    public Sum total(String series, long firstDay, long lastDay) {
        return readings(series).total(firstDay, lastDay);
    }

    /** Returns the last day up to {@code day} with a reading of confidence A, or {@code null}, in O(log n). */
    public @Nullable LocalDate lastSureReading(String series, LocalDate day) {
        ReadingSeries rows = readings(series);
        int step = rows.stepAt(day.toEpochDay());
        return step < 0 ? null : LocalDate.ofEpochDay(rows.stepDay(step));
    }

    ReadingSeries readings(String series) {
        return readings.getOrDefault(series, ReadingSeries.NONE);
    }

    EventSeries events(String series) {
        return events.getOrDefault(series, EventSeries.NONE);
    }
}

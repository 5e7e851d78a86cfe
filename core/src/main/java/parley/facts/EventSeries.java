package parley.facts;

import java.util.List;

/** The occurrences of one event in order of their days. */
final class EventSeries {
    static final EventSeries NONE = new EventSeries(List.of());

    private final long[] sureDays;
    private final long[] unsureDays;
    private final List<String> sureIds;
    private final List<String> unsureIds;

    /** @param rows sorted by date */
    EventSeries(List<Occurrence> rows) {
        List<Occurrence> sure =
                rows.stream().filter(r -> r.confidence() == Confidence.A).toList();
        List<Occurrence> unsure =
                rows.stream().filter(r -> r.confidence() == Confidence.B).toList();
        sureDays = sure.stream().mapToLong(r -> r.date().toEpochDay()).toArray();
        unsureDays = unsure.stream().mapToLong(r -> r.date().toEpochDay()).toArray();
        sureIds = sure.stream().map(Occurrence::id).toList();
        unsureIds = unsure.stream().map(Occurrence::id).toList();
    }

    /** Returns the rows of confidence A in {@code [first, last]}. */
    List<String> sure(long first, long last) {
        return between(sureIds, sureDays, first, last);
    }

    /** Returns the rows of confidence B in {@code [first, last]}. */
    List<String> unsure(long first, long last) {
        return between(unsureIds, unsureDays, first, last);
    }

    /** Returns the last day with a row of confidence A up to {@code day}; there must be one. */
    long lastSure(long day) {
        return sureDays[ReadingSeries.lower(sureDays, day + 1) - 1];
    }

    private static List<String> between(List<String> ids, long[] days, long first, long last) {
        int from = ReadingSeries.lower(days, first);
        return ids.subList(from, Math.max(from, ReadingSeries.lower(days, last + 1)));
    }
}

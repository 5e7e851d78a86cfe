package parley.facts;

import java.util.List;

/** The occurrences of one event in order of their days. */
final class EventSeries {
    static final EventSeries NONE = new EventSeries(List.of());

    private final long[] sureDays;
    private final long[] unsureDays;
    private final List<String> sureIds;
    private final List<String> unsureIds;
    private final Spread spread;

    /** @param rows sorted by date */
    EventSeries(List<Occurrence> rows) {
        List<Occurrence> sure = rows.stream()
                .filter(r -> r.exact() && r.confidence() == Confidence.A)
                .toList();
        List<Occurrence> unsure = rows.stream()
                .filter(r -> r.exact() && r.confidence() == Confidence.B)
                .toList();
        sureDays = sure.stream().mapToLong(r -> r.date().toEpochDay()).toArray();
        unsureDays = unsure.stream().mapToLong(r -> r.date().toEpochDay()).toArray();
        sureIds = sure.stream().map(Occurrence::id).toList();
        unsureIds = unsure.stream().map(Occurrence::id).toList();
        List<Spread.Row> spreads =
                rows.stream().filter(r -> !r.exact()).map(Spread.Row::of).toList();
        spread = spreads.isEmpty() ? Spread.NONE : new Spread(spreads);
    }

    /** Returns the rows of confidence A that surely lie in {@code [first, last]}. */
    List<String> sure(long first, long last) {
        return spread.withSure(between(sureIds, sureDays, first, last), first, last);
    }

    /** Returns the rows of confidence B in {@code [first, last]}, and those of A that may lie there. */
    List<String> unsure(long first, long last) {
        return spread.withUnsure(between(unsureIds, unsureDays, first, last), first, last);
    }

    /** Returns the last day with a row of confidence A up to {@code day}; there must be one. */
    long lastSure(long day) {
        int at = ReadingSeries.lower(sureDays, day + 1) - 1;
        return spread.lastSure(day, at < 0 ? Long.MIN_VALUE : sureDays[at]);
    }

    private static List<String> between(List<String> ids, long[] days, long first, long last) {
        int from = ReadingSeries.lower(days, first);
        return ids.subList(from, Math.max(from, ReadingSeries.lower(days, last + 1)));
    }
}

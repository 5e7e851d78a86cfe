package parley.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows whose day is only known to lie within bounds; there are few. Such a row is in a window if all its days are, and may
 * be in it if some are (EVIDENCE 4, windows). Days are epoch days.
 */
final class Spread {
    static final Spread NONE = new Spread(List.of());

    private final List<Row> rows;

    Spread(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param sure whether it is confirmed and says a number
     */
    record Row(String id, long from, long to, double value, boolean sure) {
        static Row of(Reading r) {
            Double value = r.value();
            return new Row(
                    r.id(),
                    r.date().toEpochDay(),
                    r.latest().toEpochDay(),
                    value == null ? 0 : value,
                    value != null && r.confidence() == Confidence.A);
        }

        static Row of(Occurrence o) {
            return new Row(o.id(), o.date().toEpochDay(), o.latest().toEpochDay(), 0, o.confidence() == Confidence.A);
        }

        boolean touches(long first, long last) {
            return from <= last && to >= first;
        }

        boolean inside(long first, long last) {
            return from >= first && to <= last;
        }
    }

    /** Adds what lies in {@code [first, last]} to a sum; what only may lie there makes it unsure. */
    FactIndex.Sum add(FactIndex.Sum sum, long first, long last) {
        int touching = 0;
        int unsure = 0;
        double sure = 0;
        for (Row row : rows) {
            if (row.touches(first, last)) {
                touching++;
                if (row.sure && row.inside(first, last)) {
                    sure += row.value;
                } else {
                    unsure++;
                }
            }
        }
        return touching == 0 ? sum : new FactIndex.Sum(sum.rows() + touching, sum.sure() + sure, sum.unsure() + unsure);
    }

    /** Returns {@code ids} with those that may lie in {@code [first, last]}. */
    List<String> with(List<String> ids, long first, long last) {
        return joined(ids, rows.stream().filter(r -> r.touches(first, last)));
    }

    /** Returns {@code ids} with those that surely lie in {@code [first, last]}. */
    List<String> withSure(List<String> ids, long first, long last) {
        return joined(ids, rows.stream().filter(r -> r.sure && r.inside(first, last)));
    }

    /** Returns {@code ids} with those that may lie in {@code [first, last]} and do not surely. */
    List<String> withUnsure(List<String> ids, long first, long last) {
        return joined(ids, rows.stream().filter(r -> r.touches(first, last) && !(r.sure && r.inside(first, last))));
    }

    /** Returns the last day by which a confirmed row has surely happened up to {@code day}, or {@code otherwise}. */
    long lastSure(long day, long otherwise) {
        return rows.stream()
                .filter(r -> r.sure && r.to <= day)
                .mapToLong(Row::to)
                .reduce(otherwise, Math::max);
    }

    private List<String> joined(List<String> ids, java.util.stream.Stream<Row> more) {
        if (rows.isEmpty()) {
            return ids;
        }
        List<String> all = new ArrayList<>(ids);
        more.forEach(r -> all.add(r.id));
        return all;
    }
}

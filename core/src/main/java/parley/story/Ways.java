package parley.story;

import java.util.ArrayList;
import java.util.List;
import parley.roadmap.Condition;
import parley.roadmap.Condition.Comparison;

/** In how many ways a condition can be true: denials are carried to the leaves, {@code or} is spread out. */
final class Ways {
    /** More ways than this are not tried: a text that has them is not read by people either. */
    private static final int MOST = 24;

    private Ways() {}

    /** Returns each way as the leaves that are true together; no leaf is a denial, except of a state. */
    static List<List<Condition>> of(Condition condition) {
        return of(condition, true);
    }

    private static List<List<Condition>> of(Condition c, boolean holds) {
        return switch (c) {
            case Condition.All all -> holds ? together(all.parts(), true) : apart(all.parts(), false);
            case Condition.Any any -> holds ? apart(any.parts(), true) : together(any.parts(), false);
            case Condition.Not not -> of(not.part(), !holds);
            case Condition.By by -> of(by.part(), holds);
            case Condition.Level l ->
                leaf(
                        holds
                                ? l
                                : new Condition.Level(
                                        l.indicator(), opposite(l.comparison()), l.value(), l.per(), null, l.at()));
            case Condition.Total t ->
                leaf(
                        holds
                                ? t
                                : new Condition.Total(
                                        t.indicator(), opposite(t.comparison()), t.value(), t.within(), t.at()));
            case Condition.Occurs o ->
                leaf(
                        holds
                                ? o
                                : new Condition.Occurs(
                                        o.event(), opposite(o.comparison()), o.count(), o.within(), o.at()));
            case Condition.Absent a ->
                leaf(holds ? a : new Condition.Occurs(a.event(), Comparison.AT_LEAST, 1, a.during(), a.at()));
            case Condition.Change x -> leaf(holds ? x : new Condition.Not(x, x.at()));
            case Condition.InState _, Condition.Amount _, Condition.Owed _ ->
                leaf(holds ? c : new Condition.Not(c, c.at()));
        };
    }

    private static List<List<Condition>> leaf(Condition leaf) {
        return List.of(List.of(leaf));
    }

    private static List<List<Condition>> apart(List<Condition> parts, boolean holds) {
        return parts.stream().flatMap(p -> of(p, holds).stream()).limit(MOST).toList();
    }

    private static List<List<Condition>> together(List<Condition> parts, boolean holds) {
        List<List<Condition>> ways = List.of(List.of());
        for (Condition part : parts) {
            List<List<Condition>> longer = new ArrayList<>();
            for (List<Condition> way : ways) {
                for (List<Condition> more : of(part, holds)) {
                    List<Condition> both = new ArrayList<>(way);
                    both.addAll(more);
                    longer.add(both);
                }
            }
            ways = longer.subList(0, Math.min(MOST, longer.size()));
        }
        return ways;
    }

    /** Returns a comparison that is true only where the other is not. */
    static Comparison opposite(Comparison c) {
        return switch (c) {
            case AT_MOST, EXACTLY -> Comparison.ABOVE;
            case AT_LEAST -> Comparison.BELOW;
            case ABOVE -> Comparison.AT_MOST;
            case BELOW -> Comparison.AT_LEAST;
        };
    }
}

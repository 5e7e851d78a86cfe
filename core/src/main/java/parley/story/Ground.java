package parley.story;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Declaration;
import parley.roadmap.Event;
import parley.roadmap.Indicator;

/** What the choice of figures has to know of a case, looked up once. */
final class Ground {
    final Map<String, Declaration> names;
    private final Map<String, Integer> users = new HashMap<>();
    private final Map<String, Double> highest = new HashMap<>();

    Ground(Case theCase) {
        this.names = theCase.byName();
        for (Concession c : theCase.concessions()) {
            Set<String> read = new HashSet<>();
            Stream.concat(c.met().leaves().stream(), broken(c).stream()).forEach(leaf -> {
                String series = series(leaf);
                if (series != null) {
                    read.add(series);
                }
                if (leaf instanceof Condition.Level l && series != null) {
                    highest.merge(series, l.value(), Math::max);
                }
            });
            read.forEach(s -> users.merge(s, 1, Integer::sum));
        }
    }

    private static java.util.List<Condition> broken(Concession c) {
        return c.broken() == null ? java.util.List.of() : c.broken().leaves();
    }

    /** Returns the series a leaf reads, or {@code null} if it reads none. */
    @Nullable
    String series(Condition leaf) {
        return switch (leaf) {
            case Condition.Level l -> indicator(l.indicator().id()).series();
            case Condition.Change x -> indicator(x.indicator().id()).series();
            case Condition.Total t -> indicator(t.indicator().id()).series();
            case Condition.Absent a -> event(a.event().id()).series();
            case Condition.Occurs o -> event(o.event().id()).series();
            case Condition.Not not -> series(not.part());
            case Condition.All _,
                    Condition.Any _,
                    Condition.By _,
                    Condition.InState _,
                    Condition.Amount _,
                    Condition.Owed _ -> null;
        };
    }

    Indicator indicator(String id) {
        if (names.get(id) instanceof Indicator i) {
            return i;
        }
        throw new IllegalStateException("`%s` should be an indicator; the checker makes sure of it.".formatted(id));
    }

    Event event(String id) {
        if (names.get(id) instanceof Event e) {
            return e;
        }
        throw new IllegalStateException("`%s` should be an event; the checker makes sure of it.".formatted(id));
    }

    /** Returns how many concessions a figure of the series may move. */
    int users(String series) {
        return users.getOrDefault(series, 0);
    }

    /** Returns a figure above all thresholds of the series, which moves nothing by its height. */
    double above(String series) {
        return Math.floor(highest.getOrDefault(series, 0.0)) + 1;
    }

    static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}

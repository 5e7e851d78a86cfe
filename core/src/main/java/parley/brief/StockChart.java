package parley.brief;

import java.time.temporal.ChronoUnit;
import java.util.List;
import parley.facts.Confidence;
import parley.facts.Reading;
import parley.roadmap.Indicator;

/** A level over time: points joined by a line, broken where nobody looked for long. */
final class StockChart {
    private static final int LONG_GAP_DAYS = 200;
    private static final int NO_LINE_DAYS = 800;
    private static final int HEAD = 22;
    private static final int FOOT = 14;

    private final Svg svg;
    private final TimeAxis time;

    StockChart(Svg svg, TimeAxis time) {
        this.svg = svg;
        this.time = time;
    }

    /** Draws from {@code y} down; returns where the next chart begins. */
    int draw(Indicator i, List<Reading> all, int y) {
        List<Reading> shown = all.stream()
                .filter(r -> r.value() != null && time.shows(r.date()))
                .toList();
        svg.text(TimeAxis.LEFT, y + 12, "start", "label", i.heading());
        double top = y + HEAD;
        double bottom = y + Svg.STOCK_HEIGHT - FOOT;
        double most =
                svg.scale(shown.stream().mapToDouble(StockChart::value).max().orElse(1), top, bottom);
        Reading last = null;
        for (Reading r : shown) {
            double at = bottom - (bottom - top) * value(r) / most;
            if (last != null) {
                long gap = ChronoUnit.DAYS.between(last.date(), r.date());
                double before = bottom - (bottom - top) * value(last) / most;
                if (gap <= NO_LINE_DAYS) {
                    svg.line(
                            time.x(last.date()),
                            before,
                            time.x(r.date()),
                            at,
                            gap > LONG_GAP_DAYS ? "line gap" : "line");
                }
            }
            last = r;
        }
        for (Reading r : shown) {
            double at = bottom - (bottom - top) * value(r) / most;
            String words = "%s: %s".formatted(Desk.day(r.date()), Desk.number(value(r)));
            svg.point(time.x(r.date()), at, r.confidence() == Confidence.A, words);
            if (r.equals(last)) {
                svg.text(time.x(r.date()), at - 10, "end", "value", words);
            }
        }
        return y + Svg.STOCK_HEIGHT;
    }

    private static double value(Reading r) {
        Double value = r.value();
        return value == null ? 0 : value;
    }
}

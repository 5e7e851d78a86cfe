package parley.brief;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.facts.Confidence;
import parley.facts.Reading;
import parley.roadmap.Indicator;

/** What happened in each month or year: bars, with a question mark where something was counted and nobody says how many. */
final class FlowChart {
    private static final int HEAD = 20;
    private static final int FOOT = 12;
    private static final int MOST_LABELS = 14;

    private final Svg svg;
    private final TimeAxis time;

    /** What fell into one month or year. */
    private record Bin(double sure, double unsure, boolean unknown) {
        Bin plus(Reading r) {
            Double value = r.value();
            double add = value == null ? 0 : value;
            boolean a = r.confidence() == Confidence.A;
            return new Bin(sure + (a ? add : 0), unsure + (a ? 0 : add), unknown || value == null);
        }

        double whole() {
            return sure + unsure;
        }
    }

    FlowChart(Svg svg, TimeAxis time) {
        this.svg = svg;
        this.time = time;
    }

    /** Draws from {@code y} down; returns where the next chart begins. */
    int draw(Indicator i, List<Reading> all, int y) {
        boolean yearly = time.isLong() && i.silenceMeansNone();
        List<Reading> shown = all.stream().filter(r -> time.shows(r.date())).toList();
        Map<LocalDate, Bin> bins = new TreeMap<>();
        for (Reading r : shown) {
            LocalDate bin = yearly ? r.date().withDayOfYear(1) : r.date().withDayOfMonth(1);
            bins.merge(bin, new Bin(0, 0, false).plus(r), (a, _) -> a.plus(r));
        }
        svg.text(TimeAxis.LEFT, y + 12, "start", "label", i.heading() + (yearly ? ", a year" : ", a month"));
        FlowSum sum = FlowSum.of(shown);
        String whole = i.silenceMeansNone()
                ? sum.figure() + " in all"
                : Desk.count(shown.size(), "month", "months") + " reported";
        svg.text(TimeAxis.RIGHT, y + 12, "end", "value", whole);
        double top = y + HEAD;
        double bottom = y + Svg.FLOW_HEIGHT - FOOT;
        double most =
                svg.scale(bins.values().stream().mapToDouble(Bin::whole).max().orElse(1), top, bottom);
        boolean labels = bins.size() <= MOST_LABELS;
        bins.forEach((bin, b) -> bar(bin, yearly ? bin.plusYears(1) : bin.plusMonths(1), b, top, bottom, most, labels));
        return y + Svg.FLOW_HEIGHT;
    }

    private void bar(LocalDate bin, LocalDate next, Bin b, double top, double bottom, double most, boolean labels) {
        double left = Math.max(TimeAxis.LEFT, time.x(bin)) + 1;
        double right = Math.min(TimeAxis.RIGHT, time.x(next)) - 1;
        double width = Math.max(2, right - left);
        double sure = (bottom - top) * b.sure() / most;
        double unsure = (bottom - top) * b.unsure() / most;
        svg.rect(left, bottom - sure, width, sure, "bar");
        svg.rect(left, bottom - sure - unsure, width, unsure, "bar unsure");
        double middle = left + width / 2;
        if (b.unknown()) {
            svg.text(middle, bottom - sure - unsure - 3, "middle", "tick", "?");
        } else if (labels && b.whole() > 0) {
            svg.text(middle, Math.max(top + 2, bottom - sure - unsure) - 3, "middle", "tick", Desk.number(b.whole()));
        }
    }
}

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
        Map<LocalDate, Bin> bins = new TreeMap<>();
        double total = 0;
        for (Reading r : all) {
            if (time.shows(r.date())) {
                bins.merge(time.bin(r.date()), new Bin(0, 0, false).plus(r), (a, _) -> a.plus(r));
            }
        }
        for (Bin b : bins.values()) {
            total += b.whole();
        }
        boolean unknown = bins.values().stream().anyMatch(Bin::unknown);
        svg.text(TimeAxis.LEFT, y + 12, "start", "label", i.heading() + (time.isLong() ? ", a year" : ", a month"));
        String sum = "%s%s in all".formatted(unknown ? "at least " : "", Desk.number(total));
        svg.text(TimeAxis.RIGHT, y + 12, "end", "value", sum);
        double top = y + HEAD;
        double bottom = y + Svg.FLOW_HEIGHT - FOOT;
        double most =
                svg.scale(bins.values().stream().mapToDouble(Bin::whole).max().orElse(1), top, bottom);
        boolean labels = bins.size() <= MOST_LABELS;
        bins.forEach((bin, b) -> bar(bin, b, top, bottom, most, labels));
        return y + Svg.FLOW_HEIGHT;
    }

    private void bar(LocalDate bin, Bin b, double top, double bottom, double most, boolean labels) {
        double left = Math.max(TimeAxis.LEFT, time.x(bin)) + 1;
        double right = Math.min(TimeAxis.RIGHT, time.x(time.next(bin))) - 1;
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

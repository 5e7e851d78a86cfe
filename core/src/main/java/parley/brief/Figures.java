package parley.brief;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.facts.Reading;
import parley.roadmap.Indicator;

/** The figures of the page: stocks and flows over time with what partners did, drawn on one time axis. */
final class Figures {
    private static final int NEAR_MONTHS = 24;
    private static final int FEWEST_READINGS = 3;

    private final Desk desk;
    private final Html html;

    Figures(Desk desk) {
        this.desk = desk;
        this.html = desk.html;
    }

    void write() {
        LocalDate end = desk.recordEnd();
        LocalDate first = firstReading();
        LocalDate near = end.minusMonths(NEAR_MONTHS).withDayOfMonth(1);
        if (first == null || !first.isBefore(end)) {
            return;
        }
        figure("near", "The last two years of the record", near.isBefore(first) ? first : near, end);
        if (first.isBefore(near.minusYears(1))) {
            figure("far", "The whole record", first.withDayOfYear(1), end);
        }
    }

    private @Nullable LocalDate firstReading() {
        return drawn().stream()
                .flatMap(i -> readings(i).stream())
                .map(Reading::date)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** Returns the indicators with enough readings to draw: stocks first, then flows. */
    private List<Indicator> drawn() {
        return desk.counted().stream()
                .filter(i -> readings(i).size() >= FEWEST_READINGS)
                .toList();
    }

    private List<Reading> readings(Indicator i) {
        return desk.facts.readings().stream()
                .filter(r -> r.series().equals(i.series()) && !r.date().isAfter(desk.now.asOf()))
                .toList();
    }

    private void figure(String id, String caption, LocalDate from, LocalDate to) {
        var time = new TimeAxis(from, to);
        var svg = new Svg(html, time);
        String dates = "%s, %s to %s".formatted(caption, Desk.day(from), Desk.day(to));
        html.open("figure", "id", "figure-" + id).el("figcaption", dates);
        List<Indicator> indicators = drawn();
        Lanes lanes = new Lanes(desk, time);
        int height = Svg.TOP;
        for (Indicator i : indicators) {
            height += i.kind() == Indicator.Kind.STOCK ? Svg.STOCK_HEIGHT : Svg.FLOW_HEIGHT;
        }
        height += lanes.height() + Svg.BOTTOM;
        svg.open(height, caption + ". The numbers are in the table below.");
        int y = Svg.TOP;
        for (Indicator i : indicators) {
            y = i.kind() == Indicator.Kind.STOCK
                    ? new StockChart(svg, time).draw(i, readings(i), y)
                    : new FlowChart(svg, time).draw(i, readings(i), y);
        }
        y = lanes.draw(svg, y);
        svg.timeAxis(y);
        svg.close();
        html.el(
                "p",
                "● a reading found in its source, ○ to be confirmed, ? counted without a number; a broken line crosses"
                        + " more than 200 days without a reading. ▼ a partner tightened, △ eased, · an act to be confirmed.",
                "class",
                "note");
        numbers(indicators, time);
        html.close("figure").line();
    }

    private void numbers(List<Indicator> indicators, TimeAxis time) {
        html.open("details").el("summary", "The numbers");
        desk.table("Numbers of the figure", "Day", "What", "Number", "Grade", "Source");
        for (Indicator i : indicators) {
            for (Reading r : readings(i)) {
                Double value = r.value();
                if (time.shows(r.date())) {
                    html.open("tr").el("td", Desk.day(r.date()), "class", "day").el("td", i.heading());
                    html.el("td", value == null ? "not known" : Desk.number(value), "class", "number");
                    html.el("td", r.confidence().name()).el("td", r.source(), "class", "source");
                    html.close().line();
                }
            }
        }
        desk.endTable();
        html.close("details");
    }
}

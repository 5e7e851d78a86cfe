package parley.brief;

import java.time.LocalDate;
import java.util.List;
import parley.facts.Confidence;
import parley.facts.Reading;
import parley.roadmap.Indicator;

/** Levels then and now: what a falling number hides, another one shows beside it. */
final class Stocks {
    private static final int BACK_MONTHS = 12;

    private final Desk desk;
    private final Html html;

    Stocks(Desk desk) {
        this.desk = desk;
        this.html = desk.html;
    }

    void write() {
        List<Indicator> stocks = desk.theCase.indicators().stream()
                .filter(i -> i.kind() == Indicator.Kind.STOCK && readings(i).size() > 1)
                .filter(i -> desk.counted().contains(i) || i.counts() == null)
                .toList();
        if (stocks.isEmpty()) {
            return;
        }
        desk.table("Levels then and now, as far as they are confirmed", "What", "Then", "Now", "Change", "Record");
        stocks.forEach(this::row);
        desk.endTable();
    }

    private List<Reading> readings(Indicator i) {
        return desk.facts.readings().stream()
                .filter(r -> r.series().equals(i.series())
                        && r.confidence() == Confidence.A
                        && r.value() != null
                        && !r.date().isAfter(desk.now.asOf()))
                .toList();
    }

    /** Compares the last reading with the last one that is at least a year older, or else with the first. */
    private void row(Indicator i) {
        List<Reading> all = readings(i);
        Reading now = all.getLast();
        LocalDate back = now.date().minusMonths(BACK_MONTHS);
        Reading then = all.stream()
                .filter(r -> !r.date().isAfter(back))
                .reduce((_, b) -> b)
                .orElse(all.getFirst());
        double change = value(now) - value(then);
        html.open("tr").el("th", i.heading(), "scope", "row");
        html.el("td", "%s on %s".formatted(Desk.number(value(then)), Desk.day(then.date())));
        html.el("td", "%s on %s".formatted(Desk.number(value(now)), Desk.day(now.date())));
        String sign = change > 0 ? "+" : change < 0 ? "−" : "";
        html.el("td", sign + Desk.number(Math.abs(change)), "class", "number").open("td");
        desk.cited.links(List.of(), List.of(then.id(), now.id()));
        html.close("tr").line();
    }

    private static double value(Reading r) {
        Double value = r.value();
        return value == null ? 0 : value;
    }
}

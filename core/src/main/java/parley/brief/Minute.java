package parley.brief;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.facts.Confidence;
import parley.facts.Reading;
import parley.roadmap.Concession;
import parley.roadmap.Indicator;
import parley.standing.Standing;
import parley.standing.Standing.Finding;
import parley.standing.Standing.Kind;

/** What a minister reads: the numbers that matter, what is owed, who drifts apart. */
final class Minute {
    private static final int FLOW_MONTHS = 12;

    private final Desk desk;
    private final Html html;
    private final LocalDate day;

    Minute(Desk desk) {
        this.desk = desk;
        this.html = desk.html;
        this.day = desk.now.asOf();
    }

    void write() {
        desk.section("minute", "In a minute");
        html.open("ul", "class", "figures");
        for (Indicator i : desk.counted()) {
            if (i.kind() == Indicator.Kind.STOCK) {
                stock(i);
            } else {
                flow(i);
            }
        }
        html.close("ul").line();
        html.open("ul", "class", "lines");
        if (day.isAfter(desk.now.recordEnds())) {
            html.el(
                            "li",
                            "The record ends on %s: what the other side did after it is not known here."
                                    .formatted(Desk.day(desk.now.recordEnds())))
                    .line();
        }
        concessions();
        duties();
        divergence();
        voidRelief();
        departures();
        html.close("ul").close("section").line();
    }

    private List<Reading> sure(Indicator i) {
        return desk.facts.readings().stream()
                .filter(r -> r.series().equals(i.series()) && r.confidence() == Confidence.A)
                .filter(r -> !r.date().isAfter(day))
                .toList();
    }

    private void stock(Indicator i) {
        List<Reading> readings = sure(i).stream().filter(r -> r.value() != null).toList();
        if (readings.isEmpty()) {
            return;
        }
        Reading last = readings.getLast();
        Double value = last.value();
        html.open("li").el("strong", value == null ? "?" : Desk.number(value)).el("span", i.heading(), "class", "what");
        html.open("span", "class", "when").text("on " + Desk.day(last.date()));
        Integer stale = i.staleDays();
        long age = ChronoUnit.DAYS.between(last.date(), day);
        if (stale != null && age > stale) {
            html.text("; %s old, too old to decide anything".formatted(Desk.count(age, "day", "days")));
        }
        html.close();
        desk.cited.links(List.of(i.at()), List.of(last.id()));
        html.close("li").line();
    }

    private void flow(Indicator i) {
        LocalDate end = desk.recordEnd();
        LocalDate from = end.minusMonths(FLOW_MONTHS);
        List<Reading> readings =
                sure(i).stream().filter(r -> r.date().isAfter(from)).toList();
        if (readings.isEmpty()) {
            return;
        }
        double total = 0;
        int unknown = 0;
        for (Reading r : readings) {
            Double value = r.value();
            total += value == null ? 0 : value;
            unknown += value == null ? 1 : 0;
        }
        html.open("li").el("strong", (unknown > 0 ? "≥ " : "") + Desk.number(total));
        html.el("span", i.heading(), "class", "what");
        html.open("span", "class", "when").text("in the %d months to %s".formatted(FLOW_MONTHS, Desk.day(end)));
        if (unknown > 0) {
            html.text("; %s without a number".formatted(Desk.count(unknown, "group", "groups")));
        }
        html.close();
        desk.cited.links(List.of(i.at()), List.of());
        html.close("li").line();
    }

    private void concessions() {
        List<Standing.ConcessionState> ours = desk.now.concessions().stream()
                .filter(c -> Goals.ofRoadmap(desk, c.concession()))
                .toList();
        long verified = ours.stream()
                .filter(c -> c.state() == Concession.State.VERIFIED)
                .count();
        html.open("li");
        if (day.isBefore(desk.theCase.from())) {
            html.text("The roadmap opens on %s; the record so far would answer it as shown below."
                    .formatted(Desk.day(desk.theCase.from())));
        } else {
            html.text("%d of %s verified."
                    .formatted(verified, Desk.count(ours.size(), "concession is", "concessions are")));
        }
        html.close().line();
    }

    private void duties() {
        List<Standing.Duty> open = Owed.open(desk);
        html.open("li");
        if (open.isEmpty()) {
            html.text("No partner owes anything.");
        } else {
            Standing.Duty first = open.getFirst();
            html.text(Desk.count(open.size(), "duty is open", "duties are open") + "; the next: ");
            html.text(desk.heading(first.partner()) + " owes " + first.what() + " of ");
            desk.title(first.thing()).text(" by " + Desk.day(first.due()) + ".");
        }
        html.close().line();
    }

    private void divergence() {
        for (Finding f : desk.now.findings()) {
            if (f.kind() == Kind.DIVERGENCE) {
                html.open("li").text("Partners diverge ");
                desk.prose(f.says()).text(".").close().line();
            }
        }
    }

    /** One line for each relief that helps nobody, with all that stands against it. */
    private void voidRelief() {
        Map<String, List<String>> standing = new TreeMap<>();
        desk.now.measures().forEach(m -> {
            List<String> against = Partners.against(desk, m);
            if (!against.isEmpty()) {
                standing.put(m.measure(), against);
            }
        });
        standing.forEach((eased, against) -> {
            html.open("li").text("The relief of ");
            desk.title(eased).text(" helps nobody while ");
            for (int i = 0; i < against.size(); i++) {
                html.text(i == 0 ? "" : i == against.size() - 1 ? " and " : ", ");
                desk.title(against.get(i));
            }
            html.text(against.size() == 1 ? " stands." : " stand.").close().line();
        });
    }

    private void departures() {
        long all = desk.now.findings().stream()
                .filter(f -> f.kind() == Kind.DEVIATION)
                .count();
        long fresh = desk.now.findings().stream()
                .filter(f -> f.kind() == Kind.DEVIATION && f.on().isAfter(desk.before.asOf()))
                .count();
        if (all > 0) {
            html.open("li")
                    .text(Desk.count(all, "departure", "departures") + " from the text on record, "
                            + Desk.count(fresh, "of them", "of them") + " since " + Desk.day(desk.before.asOf()) + ".")
                    .close()
                    .line();
        }
    }
}

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
    private static final int NEVER_DAYS = 366;

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
        Integer stale = i.staleDays();
        long age = ChronoUnit.DAYS.between(last.date(), day);
        boolean old = stale != null && age > stale;
        boolean ancient = age > NEVER_DAYS;
        String number = value == null || ancient ? "not known" : Desk.number(value);
        html.open("li").el("strong", number).el("span", i.heading(), "class", "what");
        html.open("span", "class", "when");
        html.text(ancient && value != null ? "last known: " + Desk.number(value) + ", " : "");
        html.text("on " + Desk.day(last.date()));
        html.text(old ? "; %s ago, today’s number is not known".formatted(Desk.count(age, "day", "days")) : "");
        html.close();
        desk.cited.links(List.of(i.at()), List.of(last.id()));
        html.close("li").line();
    }

    /** Where days without a row count as none, a sum; else only what was reported, because the rest is not known. */
    private void flow(Indicator i) {
        LocalDate end = desk.recordEnd();
        LocalDate from = end.minusMonths(FLOW_MONTHS);
        List<Reading> all = desk.facts.readings().stream()
                .filter(r -> r.series().equals(i.series())
                        && r.date().isAfter(from)
                        && !r.date().isAfter(end))
                .toList();
        if (all.isEmpty()) {
            return;
        }
        FlowSum sum = FlowSum.of(all);
        html.open("li").el("strong", sum.figure());
        html.el("span", i.heading(), "class", "what");
        html.open("span", "class", "when");
        if (i.silenceMeansNone()) {
            html.text("in the %d months to %s".formatted(FLOW_MONTHS, Desk.day(end)));
        } else {
            html.text("in the %s reported; of the %d months to %s the others are not reported"
                    .formatted(Desk.count(all.size(), "month", "months"), FLOW_MONTHS, Desk.day(end)));
        }
        html.text(sum.rest()).close();
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
            html.text(
                    "The roadmap opens on %s. What the record so far would mean for it is told under “Where the goals stand”."
                            .formatted(Desk.day(desk.theCase.from())));
        } else {
            html.text("%d of %s verified%s."
                    .formatted(verified, Desk.count(ours.size(), "concession is", "concessions are"), asFar()));
        }
        html.close().line();
        if (day.isAfter(desk.theCase.to())) {
            html.el("li", "The roadmap ended on %s.".formatted(Desk.day(desk.theCase.to())))
                    .line();
        }
    }

    private String asFar() {
        return day.isAfter(desk.now.recordEnds()) ? ", as far as the record shows" : "";
    }

    private void duties() {
        List<Standing.Duty> open = Owed.open(desk);
        html.open("li");
        List<Standing.Duty> overdue =
                open.stream().filter(d -> d.state() == Standing.DutyState.LATE).toList();
        List<Standing.Duty> due =
                open.stream().filter(d -> d.state() == Standing.DutyState.DUE).toList();
        if (open.isEmpty()) {
            html.text("No partner owes anything%s.".formatted(asFar()));
        }
        if (!overdue.isEmpty()) {
            html.text(Desk.count(overdue.size(), "duty is", "duties are")
                    + " overdue%s; the oldest: ".formatted(asFar()));
            duty(overdue.getFirst());
        }
        if (!due.isEmpty()) {
            html.text(Desk.count(due.size(), "duty is", "duties are") + " due; the next: ");
            duty(due.getFirst());
        }
        html.close().line();
    }

    private void duty(Standing.Duty d) {
        html.text(d.what() + " of ");
        desk.title(d.thing()).text(" by %s, due %s. ".formatted(desk.heading(d.partner()), Desk.day(d.due())));
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

package parley.app.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import parley.app.web.Prose;
import parley.app.web.Svg;
import parley.app.web.Visit;
import parley.app.web.Words;
import parley.facts.ActRow;

/** Every act on record: a lane for each partner, a dot for each act, and a line at the day looked at. */
final class HistoryPicture {
    private static final int LEFT = 150;
    private static final int WIDTH = 1120;
    private static final int ROW = 28;
    private static final int TOP = 34;

    private final Visit visit;
    private final LocalDate first;
    private final long days;

    private HistoryPicture(Visit visit, LocalDate first, LocalDate last) {
        this.visit = visit;
        this.first = first;
        this.days = Math.max(1, ChronoUnit.DAYS.between(first, last));
    }

    /** Returns the picture; empty if nobody acted. */
    static String of(Visit visit) {
        List<ActRow> acts = visit.known().facts().acts();
        if (acts.isEmpty()) {
            return "";
        }
        LocalDate first = acts.getFirst().date().withDayOfYear(1);
        LocalDate end = visit.theCase().to();
        return new HistoryPicture(visit, first, end.isAfter(visit.on()) ? end : visit.on()).draw(acts);
    }

    private String draw(List<ActRow> acts) {
        List<String> partners =
                acts.stream().map(ActRow::partner).distinct().sorted().toList();
        int bottom = TOP + partners.size() * ROW;
        var svg = new Svg(WIDTH, bottom + 24, "Acts of the partners over the years");
        int step = days > 365 * 12 ? 5 : days > 365 * 4 ? 2 : 1;
        for (int year = first.getYear(); year <= first.plusDays(days).getYear(); year++) {
            if (year % step == 0) {
                double x = x(LocalDate.of(year, 1, 1));
                svg.empty("path", "class", "grid", "d", "M%s %dV%d".formatted(Svg.number(x), TOP - 8, bottom));
                svg.text(x - 14, TOP - 14, "sub", Integer.toString(year));
            }
        }
        for (int i = 0; i < partners.size(); i++) {
            String partner = partners.get(i);
            int y = TOP + i * ROW + ROW / 2;
            svg.text(0, y + 4, "name", Prose.heading(visit.theCase(), partner));
            acts.stream().filter(a -> a.partner().equals(partner)).forEach(a -> dot(svg, a, y));
        }
        String x = Svg.number(x(visit.on()));
        svg.empty("path", "class", "now", "d", "M%s %dV%d".formatted(x, TOP - 8, bottom + 4));
        svg.text(x(visit.on()) - 30, bottom + 18, "sub", Words.day(visit.on()));
        return svg.whole();
    }

    private void dot(Svg svg, ActRow act, int y) {
        String day = act.date().toString();
        svg.open("a", "href", "/case/%s/time?on=%s&known=%s".formatted(visit.caseId(), day, act.recorded()));
        svg.open(
                "circle",
                "class",
                act.verb().eases() ? "good" : "late",
                "cx",
                Svg.number(x(act.date())),
                "cy",
                Svg.number(y),
                "r",
                "5");
        svg.open("title");
        svg.words("%s: %s %s"
                .formatted(Words.day(act.date()), act.partner(), act.verb().did(act.measure())));
        svg.close().close().close();
    }

    private double x(LocalDate day) {
        return LEFT + (WIDTH - LEFT - 30) * (double) ChronoUnit.DAYS.between(first, day) / days;
    }
}

package parley.app.partners;

import java.util.List;
import parley.app.web.Prose;
import parley.app.web.Svg;
import parley.app.web.Visit;
import parley.app.web.Words;
import parley.standing.Standing;

/** Who answered what and how fast: a row for each partner, a dot for each answer, days from left to right. */
final class ReplyPicture {
    private static final int LEFT = 150;
    private static final int WIDTH = 900;
    private static final int ROW = 30;
    private static final int TOP = 30;
    private static final int TICK_DAYS = 30;
    private static final int MOST_DAYS = 210;

    private ReplyPicture() {}

    /** Returns the picture; empty if nobody ever answered anything. */
    static String of(Visit visit) {
        List<Standing.Reply> replies = visit.standing().replies();
        List<String> partners = replies.stream()
                .map(Standing.Reply::partner)
                .distinct()
                .sorted()
                .toList();
        if (partners.isEmpty()) {
            return "";
        }
        var svg = new Svg(WIDTH, TOP + partners.size() * ROW + 30, "Days from a move of the other side to each answer");
        for (int days = 0; days <= MOST_DAYS; days += TICK_DAYS) {
            String x = Svg.number(x(days));
            svg.empty("path", "class", "grid", "d", "M%s %dV%d".formatted(x, TOP - 6, TOP + partners.size() * ROW));
            svg.text(x(days) - 8, TOP - 12, "sub", Integer.toString(days));
        }
        for (int i = 0; i < partners.size(); i++) {
            String partner = partners.get(i);
            int y = TOP + i * ROW + ROW / 2;
            svg.text(0, y + 4, "name", Prose.heading(visit.theCase(), partner));
            replies.stream().filter(r -> r.partner().equals(partner)).forEach(r -> dot(svg, visit, r, y));
        }
        svg.text(LEFT, TOP + partners.size() * ROW + 20, "sub", "days from what the other side did to the act");
        return svg.whole();
    }

    private static void dot(Svg svg, Visit visit, Standing.Reply r, int y) {
        svg.open("a", "href", visit.path("about/" + r.measure()));
        svg.open(
                "circle",
                "class",
                r.eases() ? "good" : "late",
                "cx",
                Svg.number(x(r.days())),
                "cy",
                Svg.number(y),
                "r",
                "6");
        svg.open("title");
        svg.words("%s %s on %s, %s after %s of %s"
                .formatted(
                        r.partner(),
                        r.act().did(r.measure()),
                        Words.day(r.on()),
                        Words.counted(r.days(), "day", "days"),
                        r.occasion().name().toLowerCase(java.util.Locale.ROOT),
                        r.concession()));
        svg.close().close().close();
    }

    private static double x(int days) {
        return LEFT + (WIDTH - LEFT - 20) * Math.min(days, MOST_DAYS) / (double) MOST_DAYS;
    }
}

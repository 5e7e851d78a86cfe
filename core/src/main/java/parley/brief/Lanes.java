package parley.brief;

import java.util.List;
import parley.facts.ActRow;
import parley.facts.Confidence;
import parley.roadmap.Partner;

/** One line for each partner with what it did: eased or tightened. */
final class Lanes {
    private static final int LANE = 17;
    private static final int HEAD = 22;

    private final Desk desk;
    private final TimeAxis time;
    private final List<Partner> partners;

    Lanes(Desk desk, TimeAxis time) {
        this.desk = desk;
        this.time = time;
        this.partners = desk.theCase.partners().stream()
                .filter(p -> desk.facts.acts().stream().anyMatch(a -> of(p, a)))
                .toList();
    }

    private boolean of(Partner p, ActRow a) {
        return a.partner().equals(p.id()) && time.shows(a.date()) && !a.date().isAfter(desk.now.asOf());
    }

    int height() {
        return partners.isEmpty() ? 0 : HEAD + LANE * partners.size();
    }

    /** Draws from {@code y} down; returns where the next thing begins. */
    int draw(Svg svg, int y) {
        if (partners.isEmpty()) {
            return y;
        }
        svg.text(TimeAxis.LEFT, y + 12, "start", "label", "What partners did");
        int lane = y + HEAD;
        for (Partner p : partners) {
            svg.line(TimeAxis.LEFT, lane + 8, TimeAxis.RIGHT, lane + 8, "grid");
            svg.text(TimeAxis.LEFT - 5, lane + 12, "end", "tick", p.heading());
            for (ActRow a : desk.facts.acts()) {
                if (of(p, a)) {
                    boolean sure = a.confidence() == Confidence.A;
                    String words = "%s: %s %s%s"
                            .formatted(
                                    Desk.day(a.date()),
                                    p.heading(),
                                    a.verb().did("“" + desk.heading(a.measure()) + "”"),
                                    sure ? "" : " (to be confirmed)");
                    String sign = !sure ? "·" : a.verb().eases() ? "△" : "▼";
                    svg.sign(time.x(a.date()), lane + 12, sign, words);
                }
            }
            lane += LANE;
        }
        return lane;
    }
}

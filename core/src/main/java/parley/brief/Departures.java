package parley.brief;

import java.util.Comparator;
import java.util.List;
import parley.standing.Standing;
import parley.standing.Standing.Finding;
import parley.standing.Standing.Kind;

/** Where acts departed from the text, and what needs a look soon. */
final class Departures {
    private final Desk desk;
    private final Html html;

    Departures(Desk desk) {
        this.desk = desk;
        this.html = desk.html;
    }

    void write() {
        desk.section("departures", "Departures and alarms");
        html.el("h3", "Alarms");
        list(Kind.ALARM, "Nothing is due soon, nothing runs out, no reading is stale.");
        html.el("h3", "Departures from the text, newest first");
        departures();
        html.close("section").line();
    }

    private void list(Kind kind, String none) {
        List<Finding> found =
                desk.now.findings().stream().filter(f -> f.kind() == kind).toList();
        if (found.isEmpty()) {
            html.el("p", none);
            return;
        }
        html.open("ul");
        for (Finding f : found) {
            html.open("li");
            desk.sentence(f.says()).text(" ");
            desk.cited.links(f.because());
            html.close().line();
        }
        html.close("ul").line();
    }

    private void departures() {
        List<Finding> found = desk.now.findings().stream()
                .filter(f -> f.kind() == Kind.DEVIATION)
                .sorted(Comparator.comparing(Finding::on).reversed().thenComparing(Finding::says))
                .toList();
        if (found.isEmpty()) {
            html.el("p", "None on record.");
            return;
        }
        desk.table("What partners did beside what the text says", "Day", "What", "Because");
        for (Finding f : found) {
            Standing.Because because = f.because();
            html.open("tr").el("td", Desk.day(f.on()), "class", "day").open("td");
            desk.sentence(f.says()).close().open("td");
            desk.prose(because.says());
            desk.cited.links(because);
            html.close("tr").line();
        }
        desk.endTable();
    }
}

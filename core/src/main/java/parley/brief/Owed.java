package parley.brief;

import java.util.Comparator;
import java.util.List;
import parley.roadmap.Partner;
import parley.standing.Standing;

/** What each partner owes and by when, and what it has to decide beforehand. */
final class Owed {
    private final Desk desk;
    private final Html html;

    Owed(Desk desk) {
        this.desk = desk;
        this.html = desk.html;
    }

    static List<Standing.Duty> open(Desk desk) {
        return desk.now.duties().stream()
                .filter(d -> d.done() == null)
                .filter(d -> d.state() == Standing.DutyState.DUE || d.state() == Standing.DutyState.LATE)
                .sorted(Comparator.comparing(Standing.Duty::due))
                .toList();
    }

    void write() {
        desk.section("owed", "What each partner owes, and by when");
        boolean any = false;
        for (Partner p : desk.theCase.partners()) {
            any |= partner(p);
        }
        if (!any) {
            html.el("p", "Nobody owes anything, and no decision waits.");
        }
        html.close("section").line();
    }

    private boolean partner(Partner p) {
        List<Standing.Duty> duties =
                open(desk).stream().filter(d -> d.partner().equals(p.id())).toList();
        List<Standing.Decision> decisions = desk.now.decisions().stream()
                .filter(d -> d.partner().equals(p.id()) && d.state() != Standing.DecisionState.EFFECTIVE)
                .toList();
        if (duties.isEmpty() && decisions.isEmpty()) {
            return false;
        }
        html.el("h3", p.heading());
        if (!duties.isEmpty()) {
            desk.table("Duties of " + p.heading(), "Owes", "By", "To", "Why");
            duties.forEach(this::duty);
            desk.endTable();
        }
        if (!decisions.isEmpty()) {
            desk.table("Decisions of " + p.heading(), "To decide", "Stands", "Next", "Why");
            decisions.forEach(this::decision);
            desk.endTable();
        }
        return true;
    }

    private void duty(Standing.Duty d) {
        html.open("tr").open("td").text(d.what() + " of ");
        desk.title(d.thing()).close();
        boolean late = d.state() == Standing.DutyState.LATE;
        html.el("td", Desk.day(d.due()) + (late ? ", overdue" : ""), "class", late ? "late" : "day");
        html.el("td", desk.heading(d.owedTo())).open("td");
        desk.prose(d.because().says());
        String later = desk.unconfirmed(d.thing(), d.arose());
        html.text(later.isEmpty() ? "" : "; to be confirmed: " + later);
        desk.cited.links(d.because());
        html.close("tr").line();
    }

    private void decision(Standing.Decision d) {
        html.open("tr").open("td").text(d.what() + " of ");
        desk.title(d.thing()).close();
        html.el("td", d.state().word());
        Standing.Next next = d.next();
        html.el("td", next == null ? "" : "%s %s".formatted(next.what(), Desk.day(next.on())))
                .open("td");
        desk.prose(d.because().says());
        desk.cited.links(d.because());
        html.close("tr").line();
    }
}

package parley.app.evidence.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import parley.app.cases.Noted;
import parley.app.people.Role;
import parley.app.record.Deed;
import parley.app.web.Prose;
import parley.app.web.Visit;

/**
 * A finding that a verifier signed.
 *
 * @param name what readers call its entry
 * @param state what it is worth: it counts, was taken back, lost a dispute, or is open again because its ground is gone
 */
public record FindingLine(
        long entry,
        String name,
        String verifier,
        String concession,
        String title,
        String finding,
        LocalDate on,
        String why,
        String state,
        String light,
        List<DisputeView> disputes,
        boolean mayWithdraw,
        boolean mayDispute) {

    /** Returns the findings a visitor may read, the newest first. */
    static List<FindingLine> of(Seen seen) {
        Visit visit = seen.visit();
        List<FindingLine> lines = new ArrayList<>();
        for (Noted n : visit.known().noted()) {
            if (n.deed() instanceof Deed.FindingSigned f) {
                lines.add(line(seen, n, f));
            }
        }
        return lines.reversed();
    }

    private static FindingLine line(Seen seen, Noted n, Deed.FindingSigned f) {
        Visit visit = seen.visit();
        List<DisputeView> disputes =
                DisputeView.of(seen, seen.book().disputesOf(seen.state(), "finding", Long.toString(n.index())));
        boolean counts = visit.known().facts().signatures().stream()
                .anyMatch(s -> s.id().equals(n.entry().name()));
        boolean withdrawn = visit.known().noted().stream()
                .anyMatch(x -> x.deed() instanceof Deed.FindingWithdrawn(long s) && s == n.index());
        boolean open = disputes.stream().anyMatch(d -> d.standing().isOpen());
        boolean lost = !counts && disputes.stream().anyMatch(d -> d.standing().end() != null);
        String state = withdrawn
                ? "taken back"
                : counts ? open ? "disputed" : "counts" : lost ? "lost a dispute" : "open again: its ground is gone";
        String light = counts ? open ? "late" : "good" : "light";
        boolean now = !visit.elsewhen() && counts;
        boolean own = visit.role(Role.VERIFIER, f.verifier()) != null;
        boolean voice = visit.is(Role.VERIFIER) || visit.is(Role.DESK) || visit.is(Role.STAKEHOLDER);
        return new FindingLine(
                n.index(),
                n.entry().name(),
                Prose.heading(visit.theCase(), f.verifier()),
                f.concession(),
                Prose.heading(visit.theCase(), f.concession()),
                f.finding(),
                Seen.dayOf(n.entry().at()),
                n.entry().reason(),
                state,
                light,
                disputes,
                now && own && seen.isMine(n.entry()),
                now && !own && voice);
    }
}

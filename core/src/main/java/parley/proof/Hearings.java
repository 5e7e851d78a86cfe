package parley.proof;

import java.util.List;
import parley.model.Delay;
import parley.model.Grid;
import parley.model.Obligation;
import parley.roadmap.Guard;
import parley.roadmap.Length;
import parley.roadmap.Verb;

/** Who must be consulted was heard before any effect: the time a duty leaves is enough for the hearing. */
final class Hearings {
    private Hearings() {}

    static Verdict check(Question q) {
        var run = new Findings(q);
        int guards = 0;
        for (Guard guard : q.theCase().guards()) {
            if (guard instanceof Guard.ConsultBefore c) {
                guards++;
                q.duties().stream().filter(o -> covers(c, o)).forEach(o -> hear(q, c, o, run));
            }
        }
        if (guards == 0) {
            return q.notApplicable("no guard says who must be consulted");
        }
        return run.verdict(
                "each of %d duties leaves time to hear whom the guards name; a prepared act is heard while it is prepared"
                        .formatted(run.held()),
                "a duty leaves no time for a hearing that a guard asks for");
    }

    private static boolean covers(Guard.ConsultBefore c, Obligation o) {
        return o.verb() != null && (c.easing() ? o.verb().eases() : o.verb() == Verb.IMPOSE);
    }

    private static void hear(Question q, Guard.ConsultBefore c, Obligation o, Findings run) {
        Grid days = Grid.of(q.theCase(), 1);
        int before = q.number() != null ? q.number() : days.mostDays(c.before());
        Length within = o.reaction().within();
        boolean prepared = o.reaction().prepared() && o.partner().preparesActs();
        int time = prepared
                ? Delay.of(q.theCase(), o, 0).most()
                : within == null ? Integer.MAX_VALUE : days.fewestDays(within);
        if (time >= before) {
            run.held(0);
            return;
        }
        run.refuted(
                o.reaction().at(),
                "%s has %d days for the %s and must hear %s %d days before"
                        .formatted(
                                o.partner().id(),
                                time,
                                o.words(),
                                c.stakeholder().id(),
                                before),
                List.of("write `within %d days`, or hear them later".formatted(before + 1)));
        run.cause(c.at(), "this line asks for the hearing");
    }
}

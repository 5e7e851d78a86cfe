package parley.proof;

import java.util.ArrayList;
import java.util.List;
import parley.model.Obligation;
import parley.proof.Verdict.Cause;
import parley.roadmap.Expiry;
import parley.roadmap.Partner;
import parley.standing.Alarms;

/** Each relief that ends by itself ends with an alarm early enough for those who would have to renew it. */
final class Attention {
    private Attention() {}

    static Verdict check(Question q) {
        Integer asked = q.number();
        int wanted = asked == null ? 7 : asked;
        List<Cause> slower = new ArrayList<>();
        int windows = 0;
        for (Obligation o : q.duties()) {
            Expiry expiry = o.reaction().expiry();
            boolean ends = o.verb() != null && (expiry instanceof Expiry.For || expiry instanceof Expiry.Until);
            Partner.Procedure procedure = o.procedure();
            if (ends && procedure != null) {
                windows++;
                int needed = procedure.mostDays();
                if (needed > Alarms.ENDS_SOON_DAYS) {
                    slower.add(new Cause(
                            o.reaction().at(),
                            "%s may need %d days to renew the %s; ask for the renewal then, not at the alarm"
                                    .formatted(o.partner().id(), needed, o.words())));
                }
            }
        }
        if (wanted > Alarms.ENDS_SOON_DAYS) {
            return q.refuted(
                    "the alarm comes %d days before an end, %d are asked for".formatted(Alarms.ENDS_SOON_DAYS, wanted),
                    slower,
                    List.of());
        }
        if (windows == 0) {
            return q.notApplicable("no relief ends by itself");
        }
        Verdict holds = q.holds(
                "an alarm comes %d days before each of %d ends; %d of them would be too late to renew by a new decision"
                        .formatted(Alarms.ENDS_SOON_DAYS, windows, slower.size()));
        return holds.because(slower);
    }
}

package parley.proof;

import java.time.LocalDate;
import java.util.List;
import parley.model.Obligation;
import parley.roadmap.Expiry;
import parley.roadmap.Measure;
import parley.roadmap.MeasureState;
import parley.roadmap.Partner;

/** No relief outside the steps: nothing falls away because nobody decided. */
final class OffLedger {
    private OffLedger() {}

    static Verdict check(Question q) {
        var run = new Findings(q);
        for (Obligation o : q.duties()) {
            Measure measure = o.measure();
            boolean eases = o.verb() != null && o.verb().eases();
            if (eases && measure != null && measure.kind() == Measure.Kind.MEASURE) {
                if (lapses(o)) {
                    run.refuted(
                            o.reaction().at(),
                            "after the time of the relief %s lapses for good, and no step counts it"
                                    .formatted(Stage.measure(o)),
                            List.of("write `then it returns`"));
                } else {
                    run.held(0);
                }
            }
        }
        for (Measure m : q.theCase().measures()) {
            if (m.kind() == Measure.Kind.MEASURE
                    && m.runsOut() instanceof Expiry.Until(LocalDate day, Expiry.Default then)
                    && then == Expiry.Default.LAPSES
                    && !day.isBefore(q.theCase().from())
                    && day.isBefore(q.theCase().to())
                    && standing(m, q) == MeasureState.IMPOSED) {
                run.refuted(
                        m.at(),
                        "%s lapses on %s unless it is renewed, and no clause asks for that".formatted(m.id(), day),
                        List.of("add a step that asks for the renewal, or accept it openly"));
            }
        }
        return run.verdict(
                "each of %d reliefs is given by a step and ends without loss".formatted(run.held()),
                "something can be eased that no step counts");
    }

    private static MeasureState standing(Measure m, Question q) {
        MeasureState state = m.initialState();
        for (Measure.Transition t : m.history()) {
            state = t.on().isAfter(q.theCase().from()) ? state : t.verb().leadsTo();
        }
        return state;
    }

    private static boolean lapses(Obligation o) {
        Expiry.Default then = switch (o.reaction().expiry()) {
            case Expiry.For f -> f.then();
            case Expiry.Until u -> u.then();
            case Expiry.Unsaid _, Expiry.UntilRevoked _ -> Expiry.Default.RETURNS;
        };
        return then == Expiry.Default.LAPSES
                || (then == null && o.partner().undecided() == Partner.Undecided.MEASURE_LAPSES);
    }
}

package parley.proof;

import parley.model.Obligation;
import parley.roadmap.Concession;
import parley.roadmap.MeasureState;
import parley.standing.Standing;

/** What the standing has to show on the last day of a story. */
final class Shows {
    private Shows() {}

    /** A partner owes an act for more than so many days. */
    static boolean owes(Standing now, Obligation o, int days) {
        return now.duties().stream()
                .anyMatch(d -> d.partner().equals(o.partner().id())
                        && d.thing().equals(Stage.measure(o))
                        && o.verb() != null
                        && d.what().equals(o.verb().noun())
                        && d.done() == null
                        && (d.state() == Standing.DutyState.DUE || d.state() == Standing.DutyState.LATE)
                        && d.arose().plusDays(days).isBefore(now.asOf()));
    }

    /** A measure is not in force, or the part of one owner may stand while another's is eased. */
    static boolean eased(Standing now, String measure) {
        return now.measures().stream()
                .filter(m -> m.measure().equals(measure))
                .anyMatch(m -> m.state().eased() || m.easedBy() != null);
    }

    static boolean broken(Standing now, String concession) {
        return is(now, concession, Concession.State.BROKEN);
    }

    static boolean is(Standing now, String concession, Concession.State state) {
        return now.concessions().stream().anyMatch(c -> c.concession().equals(concession) && c.state() == state);
    }

    static boolean imposed(Standing now, String measure) {
        return now.measures().stream().anyMatch(m -> m.measure().equals(measure) && m.state() == MeasureState.IMPOSED);
    }

    static boolean open(Standing now, String phase) {
        return now.phases().stream()
                .anyMatch(p -> p.phase().equals(phase) && !p.state().equals("closed"));
    }
}

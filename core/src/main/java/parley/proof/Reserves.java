package parley.proof;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import parley.roadmap.Guard;
import parley.roadmap.Measure;
import parley.roadmap.Verb;

/** Escalation never runs out: even if every branch that imposes a reserve has fired, enough is left. */
final class Reserves {
    private Reserves() {}

    static Verdict check(Question q) {
        Guard.KeepReserve guard = q.theCase().guards().stream()
                .filter(Guard.KeepReserve.class::isInstance)
                .map(Guard.KeepReserve.class::cast)
                .findFirst()
                .orElse(null);
        Integer asked = q.number();
        int kept = asked != null ? asked : guard == null ? 1 : guard.count();
        List<Measure> reserves = q.theCase().measures().stream()
                .filter(m -> m.kind() == Measure.Kind.RESERVE)
                .toList();
        if (reserves.isEmpty() && asked == null && guard == null) {
            return q.notApplicable("the text keeps nothing in reserve and asks for none");
        }
        Set<String> used = new TreeSet<>();
        for (Obligation o : Obligation.of(q.theCase())) {
            Measure m = o.measure();
            if (o.verb() == Verb.IMPOSE && m != null && m.kind() == Measure.Kind.RESERVE) {
                used.add(m.id());
            }
        }
        int left = reserves.size() - used.size();
        if (left >= kept) {
            return q.holds(
                    "of %d measures in reserve the branches can use %d; %d stay whatever happens, %d are to be kept"
                            .formatted(reserves.size(), used.size(), left, kept));
        }
        return q.open(
                "all branches together would leave %d in reserve, %d are to be kept; whether they can all fire is a question to the game"
                        .formatted(left, kept));
    }
}

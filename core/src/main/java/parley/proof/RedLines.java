package parley.proof;

import java.util.ArrayList;
import java.util.List;
import parley.model.Obligation;
import parley.proof.Verdict.Cause;
import parley.roadmap.Guard;
import parley.roadmap.Measure;

/** What is permanent, depends on Russia, or a guard names is never eased, licensed or excepted. */
final class RedLines {
    private RedLines() {}

    static Verdict check(Question q) {
        List<Guard.NeverEase> lines = q.theCase().guards().stream()
                .filter(Guard.NeverEase.class::isInstance)
                .map(Guard.NeverEase.class::cast)
                .toList();
        List<Cause> causes = new ArrayList<>();
        for (Obligation o : q.duties()) {
            Measure m = o.measure();
            if (m != null && o.verb() != null && o.verb().eases()) {
                crossed(o, m, lines, causes);
            }
        }
        long named = q.theCase().measures().stream()
                .filter(m ->
                        m.permanent() || lines.stream().anyMatch(l -> l.target().covers(m)))
                .count();
        if (named == 0) {
            return q.notApplicable("no measure is permanent and no guard names one that must not be eased");
        }
        return causes.isEmpty()
                ? q.holds("no branch eases any of the %d measures that are permanent or named by a guard"
                        .formatted(named))
                : q.refuted("a red line is crossed", causes, List.of("take the reaction out, or narrow the guard"));
    }

    private static void crossed(Obligation o, Measure m, List<Guard.NeverEase> lines, List<Cause> causes) {
        if (m.permanent()) {
            causes.add(new Cause(o.reaction().at(), "%s is permanent and is eased here".formatted(m.id())));
        }
        for (Guard.NeverEase line : lines) {
            if (line.target().covers(m)) {
                causes.add(new Cause(o.reaction().at(), "%s is eased here".formatted(m.id())));
                causes.add(new Cause(line.at(), "and this line forbids it"));
            }
        }
    }
}

package parley.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.model.Obligation;
import parley.proof.Verdict.Cause;
import parley.roadmap.Measure;
import parley.roadmap.Phase;
import parley.roadmap.Step;

/** Measures that harm citizens or push the country toward Russia are offered no later than others of equal weight. */
final class Citizens {
    private Citizens() {}

    static Verdict check(Question q) {
        Map<String, Integer> phases = order(q);
        Map<String, Obligation> first = new HashMap<>();
        for (Obligation o : q.duties()) {
            Measure m = o.measure();
            boolean eases = o.verb() != null
                    && o.verb().eases()
                    && phases.containsKey(o.step().phase().id());
            if (m != null && eases && m.kind() == Measure.Kind.MEASURE) {
                first.merge(m.id(), o, (a, b) -> rank(phases, a.step()) <= rank(phases, b.step()) ? a : b);
            }
        }
        List<Cause> causes = new ArrayList<>();
        for (Measure better : q.theCase().measures()) {
            if (burdens(better) && better.kind() == Measure.Kind.MEASURE) {
                first.values().stream()
                        .filter(o -> o.measure() != null && worse(o.measure(), better))
                        .filter(o -> later(first.get(better.id()), o, phases))
                        .findFirst()
                        .ifPresent(o -> causes.add(new Cause(
                                o.reaction().at(),
                                "%s is eased here, and %s, which burdens people more, %s"
                                        .formatted(
                                                o.measure() == null
                                                        ? ""
                                                        : o.measure().id(),
                                                better.id(),
                                                first.containsKey(better.id()) ? "only later" : "never"))));
            }
        }
        return causes.isEmpty()
                ? q.holds(
                        "nothing is eased before what burdens citizens or pushes toward Russia, owner and weight being equal")
                : q.refuted(
                        "people wait longer than revenue",
                        causes,
                        List.of("offer it in the same step or an earlier one"));
    }

    private static Map<String, Integer> order(Question q) {
        Map<String, Integer> order = new HashMap<>();
        List<Phase> gated = q.theCase().phases().stream()
                .filter(p -> p.runs() == null)
                .sorted(java.util.Comparator.comparing((Phase p) -> !p.first()).thenComparing(Phase::at))
                .toList();
        for (Phase p : gated) {
            order.put(p.id(), order.size());
        }
        return order;
    }

    private static int rank(Map<String, Integer> phases, Step step) {
        return phases.getOrDefault(step.phase().id(), Integer.MAX_VALUE);
    }

    private static boolean later(
            @org.jspecify.annotations.Nullable Obligation better, Obligation other, Map<String, Integer> phases) {
        return better == null || rank(phases, better.step()) > rank(phases, other.step());
    }

    private static boolean burdens(Measure m) {
        boolean tagged = m.harms().contains("citizens") || m.pushesToward().contains("russia");
        return tagged && !m.permanent() && !m.dependsOn().contains("russia");
    }

    private static boolean worse(Measure eased, Measure better) {
        boolean equal =
                eased.weight() == better.weight() && eased.owners().stream().anyMatch(o -> better.ownedBy(o.id()));
        return equal && !burdens(eased) && !eased.id().equals(better.id());
    }
}

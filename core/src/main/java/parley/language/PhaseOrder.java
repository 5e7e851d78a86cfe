package parley.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import parley.roadmap.Case;
import parley.roadmap.Declaration;
import parley.roadmap.Phase;
import parley.text.Fix;

/** Says which phases can never open. */
final class PhaseOrder {
    private final Case theCase;
    private final Map<String, Declaration> names;
    private final Problems problems;

    PhaseOrder(Case theCase, Map<String, Declaration> names, Problems problems) {
        this.theCase = theCase;
        this.names = names;
        this.problems = problems;
    }

    void check() {
        for (Phase p : theCase.phases()) {
            if (!p.first() && p.opens() == null && p.runs() == null) {
                problems.add(
                        Code.R041,
                        "the phase `%s` never opens".formatted(p.id()),
                        p.at(),
                        Fix.advice("add `first`, `opens when …` or `runs from … to …`"));
            }
        }
        Set<String> circular = Circles.on(waits());
        for (Phase p : theCase.phases()) {
            if (circular.contains(p.id())) {
                problems.add(Code.R028, "the phase `%s` waits for itself".formatted(p.id()), p.at());
            }
        }
    }

    /** Returns for each phase those it waits for; where a name is doubled the first counts. */
    private Map<String, Set<String>> waits() {
        Map<String, Set<String>> waits = new TreeMap<>();
        for (Phase p : theCase.phases()) {
            Set<String> states = new HashSet<>();
            if (names.get(p.id()) instanceof Phase first && first.opens() != null) {
                Checker.watched(first.opens(), states, new HashMap<>());
            }
            Set<String> phases = new TreeSet<>();
            states.forEach(s -> phases.add(s.substring(0, s.indexOf(' '))));
            phases.removeIf(name -> !(names.get(name) instanceof Phase));
            waits.put(p.id(), phases);
        }
        return waits;
    }
}

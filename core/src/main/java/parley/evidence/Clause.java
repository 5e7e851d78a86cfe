package parley.evidence;

import java.util.List;

/**
 * The clause a verdict is about.
 *
 * @param caseName the case, for example {@code belarus}
 * @param roadmap hash of the copy of the reader the certificate is issued to
 * @param name kind and name, for example {@code concession humanitarian-release}
 */
public record Clause(String caseName, Hash roadmap, String name, Criterion criterion, Demand demand, Panel panel) {
    public Clause {
        Lines.id("name of the case", caseName);
        Lines.word("name of the clause", name);
    }

    /**
     * Who must sign the finding.
     *
     * @param bodies the members, sorted
     * @param needed how many of them, at least 1
     * @param independentOrigin counts members whose own items are independent of each other
     */
    public record Panel(String name, List<String> bodies, int needed, boolean independentOrigin) {
        public Panel {
            Lines.id("name of the panel", name);
            bodies = bodies.stream().sorted().distinct().toList();
            if (needed < 1 || needed > bodies.size()) {
                throw new IllegalArgumentException(
                        "The panel %s has %d members, so it cannot ask for %d; nobody is never enough."
                                .formatted(name, bodies.size(), needed));
            }
        }
    }

    Hash conditionHash() {
        return Hash.of(criterion + "\n");
    }
}

package parley.proof;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import parley.model.Move;
import parley.model.Obligation;
import parley.model.Slice;
import parley.model.Terms;
import parley.prism.Expr;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Indicator;

/** No cycle of release and arrest yields relief: what was sold once is not sold again. */
final class Pumping {
    private static final Set<Indicator.Counts> RELEASE =
            EnumSet.of(Indicator.Counts.RELEASES, Indicator.Counts.PRISONERS, Indicator.Counts.EXPULSIONS);

    private Pumping() {}

    static Verdict check(Question q) {
        var run = new Findings(q);
        List<Concession> releases = q.theCase().concessions().stream()
                .filter(c -> !saysWhatIsCounted(q.theCase()) || isAbout(c.met(), q.theCase(), RELEASE))
                .toList();
        int reliefs = 0;
        for (Obligation o : q.duties()) {
            boolean eases = o.verb() != null
                    && o.verb().eases()
                    && !q.without(o.partner().id());
            for (Concession c : eases ? Snapback.reliedOn(o, q) : List.<Concession>of()) {
                if (releases.contains(c)) {
                    reliefs++;
                    look(q, o, c, run);
                }
            }
        }
        if (reliefs == 0) {
            return q.notApplicable("no relief is given for a release that can be undone");
        }
        return run.verdict(
                "none of %d reliefs can be had twice by releasing, arresting and releasing again".formatted(reliefs),
                saysWhatIsCounted(q.theCase())
                        ? "arresting again what was released, and releasing it again, brings relief again"
                        : "breaking what was promised, and keeping it again, brings relief again; no indicator says what it counts");
    }

    /** Where no indicator says what it counts, any promise may be about people: unknown is held against the claim. */
    static boolean saysWhatIsCounted(Case theCase) {
        return theCase.indicators().stream().anyMatch(i -> i.counts() != null);
    }

    static boolean isAbout(Condition condition, Case theCase, Set<Indicator.Counts> roles) {
        return condition.leaves().stream().anyMatch(l -> {
            Indicator.Counts counts = counts(l, theCase);
            return counts != null && roles.contains(counts);
        });
    }

    static Indicator.@org.jspecify.annotations.Nullable Counts counts(Condition leaf, Case theCase) {
        String name = switch (leaf) {
            case Condition.Level l -> l.indicator().id();
            case Condition.Total t -> t.indicator().id();
            case Condition.Change c -> c.indicator().id();
            default -> "";
        };
        return theCase.indicators().stream()
                .filter(i -> i.id().equals(name))
                .findFirst()
                .map(Indicator::counts)
                .orElse(null);
    }

    private static void look(Question q, Obligation o, Concession c, Findings run) {
        Slice.Part part = Slice.Part.of(o);
        List<Obligation> duties = q.duties().stream()
                .filter(x -> x.equals(o)
                        || (x.step().equals(o.step())
                                && Slice.Part.of(x).equals(part)
                                && x.verb() != null
                                && x.verb().tightens()))
                .toList();
        int number = duties.indexOf(o);
        var setting = Safety.Setting.of(q, duties, true, List.of(), scene -> {
                    Expr.Read times = scene.draft().number("relief_given", 3, 0);
                    // Only a break between the first relief and the second makes it a cycle.
                    scene.draft()
                            .also(
                                    m -> m.kind() == Move.Kind.ACTS && m.number() == number,
                                    times,
                                    Terms.choose(
                                            Terms.is(times, 0),
                                            Terms.number(1),
                                            Terms.choose(Terms.is(times, 2), Terms.number(3), times)));
                    scene.draft()
                            .also(
                                    m -> m.kind() == Move.Kind.BROKEN
                                            && m.thing().equals(c.id()),
                                    times,
                                    Terms.choose(Terms.is(times, 1), Terms.number(2), times));
                    scene.draft().label(Safety.BAD, Terms.is(times, 3));
                })
                .telling(c.id());
        run.look(
                setting,
                c.at(),
                "%s can be met again after it was broken, and %s eases %s again"
                        .formatted(c.id(), o.partner().id(), part.measure()),
                "%s is eased a second time; between the two %s"
                        .formatted(
                                part.measure(),
                                saysWhatIsCounted(q.theCase())
                                        ? "people were arrested and released again"
                                        : "the promise was broken and kept again"),
                now -> Shows.eased(now, part.measure()) && Shows.is(now, c.id(), Concession.State.VERIFIED),
                List.of(
                        "write `once` at %s: a promise broken is not bought again".formatted(c.id()),
                        "write `not again within N months` at %s, longer than the relief is worth".formatted(c.id())));
    }
}

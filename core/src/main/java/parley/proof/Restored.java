package parley.proof;

import java.util.ArrayList;
import java.util.List;
import parley.model.Conduct;
import parley.model.Move;
import parley.model.Obligation;
import parley.model.Slice;
import parley.model.Terms;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Expiry;
import parley.roadmap.Measure;
import parley.roadmap.Reaction;
import parley.roadmap.Ref;
import parley.roadmap.Step;
import parley.roadmap.Trigger;

/** After a break no measure is weaker than before the step: what was eased and what was kept eased both come back. */
final class Restored {
    private Restored() {}

    static Verdict check(Question q) {
        var run = new Findings(q);
        int reliefs = 0;
        for (Obligation o : q.duties()) {
            boolean gives = o.measure() != null
                    && o.measure().kind() != Measure.Kind.OFFER
                    && !q.without(o.partner().id())
                    && (o.verb() == null ? keepsEased(o) : o.verb().eases());
            for (Concession c : gives ? Snapback.reliedOn(o, q) : List.<Concession>of()) {
                reliefs++;
                if (!comesBack(o, c, q)) {
                    grandfathered(q, o, c, run);
                } else if (o.verb() != null && lapses(o)) {
                    run.refuted(
                            o.reaction().at(),
                            "once the time of %s is over it has lapsed, and a later break brings nothing back"
                                    .formatted(Stage.measure(o)),
                            List.of("write `then it returns`"));
                } else {
                    run.held(0);
                }
            }
        }
        if (reliefs == 0) {
            return q.notApplicable("no step eases or keeps a measure for something that can be broken");
        }
        return run.verdict(
                "each of %d reliefs comes back in full when what it was given for is broken".formatted(reliefs),
                "%d of %d reliefs stay after the break".formatted(run.refuted(), reliefs));
    }

    private static boolean keepsEased(Obligation o) {
        return o.reaction().deed() instanceof Reaction.Deed.Keep keep
                && keep.state().eased();
    }

    private static boolean lapses(Obligation o) {
        return o.reaction().expiry() instanceof Expiry.For f && f.then() == Expiry.Default.LAPSES;
    }

    /** Says whether a branch about the break takes the relief back: what was only kept must be named. */
    private static boolean comesBack(Obligation gives, Concession c, Question q) {
        return q.duties().stream()
                .filter(o -> o.step().equals(gives.step())
                        && o.verb() != null
                        && o.verb().tightens())
                .filter(o -> Slice.Part.of(o).equals(Slice.Part.of(gives)) && breaks(o.branch(), c))
                .anyMatch(o -> gives.verb() != null || !(o.reaction().deed() instanceof Reaction.Deed.RestoreEased));
    }

    private static boolean breaks(Step.Branch branch, Concession c) {
        return branch.trigger() instanceof Trigger.When(Condition condition)
                && condition.leaves().stream()
                        .anyMatch(l -> l instanceof Condition.InState in
                                && in.thing().id().equals(c.id())
                                && in.state().equals("broken"));
    }

    /** Where nobody has to sign, what is met counts as verified. */
    private static boolean counts(Move.Kind kind, Concession c) {
        return kind == Move.Kind.VERIFIED || (kind == Move.Kind.MET && c.verifiedBy() == null);
    }

    private static void grandfathered(Question q, Obligation o, Concession c, Findings run) {
        String measure = Stage.measure(o);
        Condition broken = new Condition.InState(new Ref(c.id(), c.at()), "broken", null, c.at());
        List<Condition> watched = new ArrayList<>(List.of(broken));
        if (o.branch().trigger() instanceof Trigger.When(Condition condition)) {
            watched.add(condition);
        }
        var setting =
                Safety.Setting.of(q, o.verb() == null ? List.of() : List.of(o), o.verb() != null, watched, scene -> {
                    var fired = scene.draft().truth("given", false);
                    scene.draft().also(m -> m.thing().equals(c.id()) && counts(m.kind(), c), fired, Terms.TRUE);
                    var eased = o.verb() == null ? Terms.TRUE : scene.acts().easedBy(Slice.Part.of(o), o.step());
                    scene.draft()
                            .label(
                                    Safety.BAD,
                                    Terms.and(
                                            Terms.and(fired, eased),
                                            scene.conduct().in(c.id(), Conduct.BROKEN)));
                });
        run.look(
                setting,
                o.reaction().at(),
                "%s %s %s, and no branch touches it when %s is broken"
                        .formatted(o.partner().id(), o.verb() == null ? "keeps" : "eases", measure, c.id()),
                "%s is broken, and nobody owes that %s comes back".formatted(c.id(), measure),
                now -> Shows.broken(now, c.id())
                        && !Shows.imposed(now, measure)
                        && now.duties().stream()
                                .noneMatch(d -> d.thing().equals(measure)
                                        && d.done() == null
                                        && d.arose().equals(now.asOf())),
                List.of("add under `when %s broken`: `%s %s %s, within 30 days`"
                        .formatted(
                                c.id(),
                                o.partner().id(),
                                o.reaction().deed() instanceof Reaction.Deed.Keep keep
                                                && keep.state() == parley.roadmap.MeasureState.LICENSED
                                        ? "revokes the licence of"
                                        : "restores",
                                measure)));
    }
}

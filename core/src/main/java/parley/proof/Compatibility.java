package parley.proof;

import java.util.List;
import parley.language.Words;
import parley.model.Compiler;
import parley.model.Course;
import parley.model.Dating;
import parley.model.Grid;
import parley.model.Move;
import parley.model.Obligation;
import parley.model.Slice;
import parley.model.Terms;
import parley.prism.Expr;
import parley.roadmap.Condition;
import parley.roadmap.Guard;
import parley.roadmap.Trigger;
import parley.roadmap.Verb;
import parley.standing.Standing;

/** Nobody ever owes two reactions that exclude each other, or one that a guard forbids. */
final class Compatibility {
    private Compatibility() {}

    static Verdict check(Question q) {
        var run = new Findings(q);
        List<Obligation> duties = q.duties().stream()
                .filter(o -> o.verb() != null
                        && o.measure() != null
                        && !q.without(o.partner().id()))
                .toList();
        int pairs = 0;
        for (int i = 0; i < duties.size(); i++) {
            for (int j = i + 1; j < duties.size(); j++) {
                if (exclude(duties.get(i), duties.get(j))) {
                    pairs++;
                    both(q, duties.get(i), duties.get(j), duties, run);
                }
            }
        }
        int held = 0;
        for (Guard guard : q.theCase().guards()) {
            for (Obligation o : duties) {
                held += forbidden(q, guard, o, run) ? 1 : 0;
            }
        }
        reserve(q, run);
        return run.verdict(
                "none of %d pairs of duties that exclude each other is ever owed together, and none of %d duties under a guard is owed while it forbids them"
                        .formatted(pairs, held),
                "somebody can owe what it may not do, or two things of which one excludes the other");
    }

    private static boolean exclude(Obligation a, Obligation b) {
        Verb one = a.verb();
        Verb other = b.verb();
        return one != null
                && other != null
                && !a.branch().equals(b.branch())
                && Slice.Part.of(a).equals(Slice.Part.of(b))
                && ((one.eases() && other.tightens()) || (one.tightens() && other.eases()));
    }

    private static void both(Question q, Obligation a, Obligation b, List<Obligation> all, Findings run) {
        if (a.step().equals(b.step()) && released(a, b)) {
            run.held(0); // a branch that takes back releases what was still owed for the keeping
            return;
        }
        boolean sameTrigger =
                Words.of(a.branch().trigger()).equals(Words.of(b.branch().trigger()));
        List<Obligation> duties = all.stream()
                .filter(o -> o.equals(a)
                        || o.equals(b)
                        || (Slice.Part.of(o).equals(Slice.Part.of(a))
                                && o.step().equals(a.step())))
                .toList();
        var setting = Safety.Setting.of(
                        q,
                        duties,
                        true,
                        List.of(),
                        scene -> scene.draft()
                                .label(
                                        Safety.BAD,
                                        Terms.or(
                                                Terms.and(
                                                        scene.acts().owedFor(a, 0),
                                                        scene.acts().owedFor(b, 0)),
                                                sameTrigger
                                                        ? Terms.and(demanded(scene, a), demanded(scene, b))
                                                        : Terms.FALSE)))
                .telling();
        run.look(
                setting,
                a.reaction().at(),
                "%s can be asked for the %s and the %s at once"
                        .formatted(a.partner().id(), a.words(), b.words()),
                "%s is to do the %s and the %s".formatted(a.partner().id(), a.words(), b.words()),
                now -> (Shows.owes(now, a, -1) && Shows.owes(now, b, -1))
                        || (sameTrigger && demanded(now, a) && demanded(now, b)),
                List.of(
                        "let one of the branches wait for the other, or say in its condition that the other has not fired"));
        run.alsoBecause(b.reaction().at(), "and this line asks for the other");
    }

    /** Two branches of one trigger ask for both acts at once, whatever the measure happens to be. */
    private static Expr demanded(Compiler.Scene scene, Obligation o) {
        return o.branch().trigger() instanceof Trigger.When(Condition condition)
                ? Terms.and(
                        scene.conduct().isOpen(o.step().phase().id()),
                        scene.conduct().states(condition).must())
                : Terms.FALSE;
    }

    private static boolean demanded(Standing now, Obligation o) {
        return o.branch().trigger() instanceof Trigger.When(Condition condition)
                && Shows.open(now, o.step().phase().id())
                && Formulas.Atoms.shows(now, condition);
    }

    private static boolean released(Obligation a, Obligation b) {
        Obligation easing = a.verb() != null && a.verb().eases() ? a : b;
        Obligation tightening = easing.equals(a) ? b : a;
        return tightening.reaction().deed() instanceof parley.roadmap.Reaction.Deed.RestoreEased
                && !easing.branch().equals(tightening.branch());
    }

    private static boolean forbidden(Question q, Guard guard, Obligation o, Findings run) {
        return switch (guard) {
            case Guard.Hold hold -> {
                boolean held = o.verb() != null && o.verb().eases() && holds(hold, o);
                if (held) {
                    held(q, hold, o, run);
                }
                yield held;
            }
            case Guard.NeverEase never ->
                ever(
                        q,
                        o,
                        o.verb() != null
                                && o.verb().eases()
                                && o.measure() != null
                                && never.target().covers(o.measure()),
                        guard,
                        run);
            case Guard.NeverImpose never ->
                ever(
                        q,
                        o,
                        o.verb() == Verb.IMPOSE
                                && o.measure() != null
                                && never.target().covers(o.measure()),
                        guard,
                        run);
            case Guard.Invariant _, Guard.KeepReserve _, Guard.Ledger _, Guard.AnswerWithin _, Guard.ConsultBefore _ ->
                false;
        };
    }

    /** A hold on a step holds every act that the step would answer with. */
    static boolean holds(Guard.Hold hold, Obligation o) {
        return hold.thing().id().equals(o.step().id())
                || (o.measure() != null && hold.thing().id().equals(o.measure().id()));
    }

    private static void held(Question q, Guard.Hold hold, Obligation o, Findings run) {
        Slice.Part part = Slice.Part.of(o);
        List<Obligation> duties = q.duties().stream()
                .filter(x -> x.equals(o)
                        || (x.step().equals(o.step()) && Slice.Part.of(x).equals(part)))
                .toList();
        var setting = new Safety.Setting(
                q.theCase(),
                duties,
                false,
                List.of(hold.until()),
                q.vetoes(),
                q.falseWitnesses(),
                grid -> 0,
                false,
                scene -> scene.draft().label(Safety.BAD, forbids(scene, hold, o)),
                course -> unfulfilled(course, hold.until()),
                true);
        run.look(
                setting,
                o.reaction().at(),
                "%s can owe the %s while `hold %s` forbids it"
                        .formatted(o.partner().id(), o.words(), hold.thing().id()),
                "%s owes the %s, and the hold forbids it".formatted(o.partner().id(), o.words()),
                now -> Shows.owes(now, o, -1),
                List.of(
                        "say the condition of the hold in the `when` line too, so that the promise and the hold never contradict each other",
                        "add a branch that takes the promise back when the condition of the hold is lost"));
        run.alsoBecause(hold.at(), "and this line forbids it");
    }

    private static Expr forbids(Compiler.Scene scene, Guard.Hold hold, Obligation o) {
        return Terms.and(
                scene.acts().owedFor(o, 0),
                Terms.not(scene.conduct().states(hold.until()).must()));
    }

    /** What the hold waits for has not lasted long enough on the last day. */
    static List<Dating.Wait> unfulfilled(Course course, Condition until) {
        List<Condition> leaves = until.leaves();
        if (leaves.size() != 1 || !(leaves.getFirst() instanceof Condition.InState in) || in.hold() == null) {
            return List.of();
        }
        boolean verified = false;
        for (Move m : course.moves()) {
            if (m.thing().equals(in.thing().id())) {
                verified = m.kind() == Move.Kind.VERIFIED || (verified && m.kind() != Move.Kind.BROKEN);
            }
        }
        Grid grid = course.play().slice().grid();
        return verified
                ? List.of(new Dating.Wait(Move.Kind.VERIFIED, in.thing().id(), 0, grid.mostDays(in.hold()) - 1, null))
                : List.of();
    }

    private static boolean ever(Question q, Obligation o, boolean covered, Guard guard, Findings run) {
        if (covered) {
            var setting = Safety.Setting.of(
                            q,
                            List.of(o),
                            false,
                            List.of(),
                            scene ->
                                    scene.draft().label(Safety.BAD, scene.acts().owedFor(o, 0)))
                    .heldBack();
            run.look(
                    setting,
                    o.reaction().at(),
                    "%s can owe the %s, which a guard forbids"
                            .formatted(o.partner().id(), o.words()),
                    "%s owes the %s, and the guard forbids it"
                            .formatted(o.partner().id(), o.words()),
                    now -> Shows.owes(now, o, -1),
                    List.of("take the reaction out, or narrow the guard"));
            run.alsoBecause(guard.at(), "and this line forbids it");
        }
        return covered;
    }

    private static void reserve(Question q, Findings run) {
        for (Guard guard : q.theCase().guards()) {
            if (guard instanceof Guard.KeepReserve keep) {
                Reserves.spend(q, keep.count(), keep.until(), keep.at(), run);
            }
        }
    }
}

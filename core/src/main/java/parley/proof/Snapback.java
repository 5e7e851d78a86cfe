package parley.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import parley.model.Dating;
import parley.model.Delay;
import parley.model.Grid;
import parley.model.Move;
import parley.model.Obligation;
import parley.model.Slice;
import parley.model.Terms;
import parley.prism.Expr;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Length;
import parley.roadmap.Measure;
import parley.roadmap.Trigger;

/** After a break every measure that the step has eased stands again within so many days. */
final class Snapback {
    /** Where neither the question nor the text gives a time. */
    private static final int USUAL_DAYS = 45;

    private Snapback() {}

    /** Relief that a break should end: what was eased, and the concession it was given for. */
    record Relief(Obligation easing, Concession concession) {}

    static Verdict check(Question q) {
        var run = new Findings(q);
        List<Relief> reliefs = reliefs(q);
        if (reliefs.isEmpty()) {
            return q.notApplicable("no step eases a measure for something that can be broken");
        }
        int days = days(q);
        reliefs.forEach(r -> look(q, r, days, run));
        String allowed = q.vetoes() == 0 ? "" : " whatever %d of the members block".formatted(q.vetoes());
        return run.verdict(
                "each of %d reliefs is taken back within %d days of a break%s".formatted(reliefs.size(), days, allowed),
                "%d of %d reliefs can outlast a break by more than %d days"
                        .formatted(run.refuted(), reliefs.size(), days));
    }

    static List<Relief> reliefs(Question q) {
        List<Relief> found = new ArrayList<>();
        for (Obligation o : q.duties()) {
            Measure m = o.measure();
            boolean eases = m != null
                    && m.kind() != Measure.Kind.OFFER
                    && o.verb() != null
                    && o.verb().eases();
            if (eases && !q.without(o.partner().id())) {
                reliedOn(o, q).forEach(c -> found.add(new Relief(o, c)));
            }
        }
        return found;
    }

    /** Returns the concessions that a branch answers and that can be broken. */
    static List<Concession> reliedOn(Obligation o, Question q) {
        Set<String> names = Slice.asked(o.branch());
        return q.theCase().concessions().stream()
                .filter(c -> names.contains(c.id()) && c.broken() != null)
                .toList();
    }

    /** Returns the days asked for, else the longest time the text gives for taking back. */
    static int days(Question q) {
        if (q.number() != null) {
            return q.number();
        }
        return q.duties().stream()
                .filter(o -> o.verb() != null && o.verb().tightens() && breaks(o))
                .map(o -> o.reaction().within())
                .filter(java.util.Objects::nonNull)
                .mapToInt(Length::mostDays)
                .max()
                .orElse(USUAL_DAYS);
    }

    private static boolean breaks(Obligation o) {
        return o.branch().trigger() instanceof Trigger.When(Condition condition)
                && condition.leaves().stream()
                        .anyMatch(l ->
                                l instanceof Condition.InState in && in.state().equals("broken"));
    }

    private static void look(Question q, Relief relief, int days, Findings run) {
        Obligation easing = relief.easing();
        Slice.Part part = Slice.Part.of(easing);
        var setting = setting(q, relief, days);
        List<Obligation> back = setting.duties().stream()
                .filter(o -> o.verb() != null && o.verb().tightens())
                .toList();
        run.look(
                setting,
                easing.reaction().at(),
                why(q, relief, back),
                "more than %d days are over and %s of %s is still eased".formatted(days, part.measure(), part.owner()),
                now -> Shows.eased(now, part.measure())
                        && Shows.broken(now, relief.concession().id()),
                mends(relief, days, back, q));
    }

    /** Asks whether relief can outlast the break of what it was given for by more than so many days. */
    static Safety.Setting setting(Question q, Relief relief, int days) {
        Slice.Part part = Slice.Part.of(relief.easing());
        List<Obligation> duties = duties(q, relief.easing());
        String broken = relief.concession().id();
        return new Safety.Setting(
                        q.theCase(),
                        duties,
                        true,
                        List.of(),
                        q.vetoes(),
                        q.falseWitnesses(),
                        grid -> 0,
                        q.from() != null,
                        scene -> {
                            int within = scene.slice().grid().within(days);
                            Expr.Read since = scene.draft().number("since_break", within + 2, 0);
                            Expr eased =
                                    scene.acts().easedBy(part, relief.easing().step());
                            Expr counting = Terms.and(eased, Terms.atLeast(since, 1));
                            scene.draft().onTick(since, Terms.countWhile(counting, since, within + 2));
                            scene.draft()
                                    .also(
                                            m -> m.kind() == Move.Kind.BROKEN
                                                    && m.thing().equals(broken),
                                            since,
                                            Terms.choose(Terms.and(eased, Terms.is(since, 0)), Terms.number(1), since));
                            // What is restored and eased anew within one tick is new relief.
                            scene.draft().also(m -> endsRelief(m, part, duties), since, Terms.number(0));
                            scene.draft().label(Safety.BAD, Terms.atLeast(since, within + 2));
                            scene.draft().label(Safety.TRIGGER, Terms.atLeast(since, 1));
                        },
                        course -> List.of(
                                new Dating.Wait(Move.Kind.BROKEN, broken, days + 1, Integer.MAX_VALUE, q.from())),
                        false)
                .telling(broken);
    }

    private static List<Obligation> duties(Question q, Obligation easing) {
        return q.duties().stream()
                .filter(o -> o.step().equals(easing.step()) && Slice.Part.of(o).equals(Slice.Part.of(easing)))
                .filter(o -> o.branch().equals(easing.branch())
                        || (o.verb() != null && o.verb().tightens()))
                .toList();
    }

    private static boolean endsRelief(Move move, Slice.Part part, List<Obligation> duties) {
        return switch (move.kind()) {
            case ENDS -> move.actor().equals(part.owner()) && move.thing().equals(part.measure());
            case ACTS -> {
                var verb = duties.get(move.number()).verb();
                yield verb != null && verb.tightens();
            }
            case MET, VERIFIED, BROKEN, OPENS, FIRES, RESTS, PREPARES, BLOCKS, LEAVES, TICK -> false;
        };
    }

    private static String why(Question q, Relief relief, List<Obligation> back) {
        Obligation easing = relief.easing();
        String what = "%s eases %s for %s"
                .formatted(
                        easing.partner().id(),
                        Slice.Part.of(easing).measure(),
                        relief.concession().id());
        if (back.isEmpty()) {
            return what + ", and no branch takes it back when that is broken";
        }
        Delay delay = Delay.of(q.theCase(), back.getFirst(), q.vetoes());
        return delay.blockable()
                ? "%s; taking it back needs a decision that members can block".formatted(what)
                : "%s; taking it back may need %d days".formatted(what, delay.most());
    }

    private static List<String> mends(Relief relief, int days, List<Obligation> back, Question q) {
        List<String> mends = new ArrayList<>();
        if (back.isEmpty()) {
            mends.add("add under `when %s broken`: `every partner restores what this step eased, within %d days`"
                    .formatted(relief.concession().id(), days));
            return mends;
        }
        mends.add("let the relief end by itself sooner: `for %d days, then it returns`; each renewal is then a decision"
                .formatted(Math.max(1, days - q.theCase().gridDays())));
        if (back.stream().anyMatch(o -> !o.reaction().prepared() && o.partner().preparesActs())) {
            mends.add("prepare the way back: `restores … by a prepared act`, and let the relief wait for it");
        }
        int most = back.stream()
                .map(o -> Delay.of(q.theCase(), o, q.vetoes()))
                .filter(d -> !d.blockable())
                .mapToInt(Delay::most)
                .max()
                .orElse(0);
        if (most > days) {
            mends.add("claim `within %d days`"
                    .formatted(Grid.of(q.theCase(), q.theCase().gridDays()).days() + most));
        }
        return mends;
    }
}

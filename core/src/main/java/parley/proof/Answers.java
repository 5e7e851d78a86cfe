package parley.proof;

import java.util.ArrayList;
import java.util.List;
import parley.model.Dating;
import parley.model.Delay;
import parley.model.Grid;
import parley.model.Move;
import parley.model.Obligation;
import parley.model.Slice;
import parley.roadmap.Length;

/** Every verified concession is answered by every partner named, in time, whatever members and delays do. */
final class Answers {
    private Answers() {}

    static Verdict check(Question q) {
        var run = new Findings(q);
        List<Obligation> duties = q.duties().stream()
                .filter(o -> o.verb() != null && o.measure() != null && answers(o))
                .filter(o -> !q.without(o.partner().id()))
                .toList();
        for (Obligation o : duties) {
            Integer days = q.number() != null ? q.number() : within(o, q.theCase());
            if (days != null) {
                late(q, o, days, run);
            } else {
                run.open("%s owes the %s by a fixed day or none; only a time from the finding is proved"
                        .formatted(o.partner().id(), o.words()));
            }
        }
        if (duties.isEmpty()) {
            return q.notApplicable("no branch answers a verified concession with an act");
        }
        return run.verdict(
                "each of %d answers comes in time".formatted(duties.size()),
                "%d of %d answers can come too late".formatted(run.refuted(), duties.size()));
    }

    static boolean answers(Obligation o) {
        return !Slice.asked(o.branch()).isEmpty();
    }

    /** Returns the days a duty has, as few as they may be, or {@code null} if none are given. */
    static @org.jspecify.annotations.Nullable Integer within(Obligation o, parley.roadmap.Case theCase) {
        Length within = o.reaction().within();
        return within == null ? null : Integer.valueOf(Grid.of(theCase, 1).fewestDays(within));
    }

    private static void late(Question q, Obligation o, int days, Findings run) {
        Safety.Setting setting = setting(q, o, days);
        Delay delay = Delay.of(q.theCase(), o, q.vetoes());
        run.look(
                setting,
                o.reaction().at(),
                "%s has %d days for the %s and may need %s"
                        .formatted(
                                o.partner().id(),
                                days,
                                o.words(),
                                delay.blockable() ? "for ever, if members block it" : delay.most()),
                "the %s is still not there".formatted(o.words()),
                now -> Shows.owes(now, o, days),
                mends(o, days, delay));
    }

    /** Asks whether a duty can be open for more than so many days. */
    static Safety.Setting setting(Question q, Obligation o, int days) {
        return new Safety.Setting(
                        q.theCase(),
                        List.of(o),
                        false,
                        List.of(),
                        q.vetoes(),
                        q.falseWitnesses(),
                        grid -> grid.within(days) + 1,
                        q.from() != null,
                        scene -> {
                            var late =
                                    scene.acts().owedFor(o, scene.slice().grid().within(days) + 1);
                            scene.draft().label(Safety.TRIGGER, scene.acts().owedFor(o, 0));
                            scene.draft().label(Safety.BAD, Since.counted(q, scene, o, late));
                        },
                        course -> Since.waits(q, List.of(new Dating.Wait(Move.Kind.FIRES, Safety.branch(o), days + 1))),
                        false)
                .telling();
    }

    private static List<String> mends(Obligation o, int days, Delay delay) {
        List<String> mends = new ArrayList<>();
        if (!delay.blockable() && delay.most() > days) {
            mends.add("write `within %d days`".formatted(delay.most()));
        }
        if (!o.reaction().prepared() && o.partner().preparesActs()) {
            mends.add("adopt it in advance: `by a prepared act`");
        }
        return mends;
    }
}

package parley.proof;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import parley.model.Conduct;
import parley.model.Grid;
import parley.model.Obligation;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Indicator;
import parley.roadmap.Length;
import parley.roadmap.Ref;
import parley.roadmap.Trigger;

/** Only net, lasting release at home is rewarded: the stock falls, it stays so, and nobody is put across the border. */
final class Durable {
    private static final int USUAL_DAYS = 30;

    private Durable() {}

    static Verdict check(Question q) {
        var run = new Findings(q);
        int days = q.number() == null ? USUAL_DAYS : q.number();
        int rewarded = 0;
        for (Concession c : q.theCase().concessions()) {
            boolean release = Pumping.isAbout(
                    c.met(), q.theCase(), EnumSet.of(Indicator.Counts.RELEASES, Indicator.Counts.PRISONERS));
            if (release && rewarded(c, q)) {
                rewarded++;
                List<String> faults = faults(q, c, days);
                if (faults.isEmpty()) {
                    run.held(0);
                } else {
                    refuted(q, c, faults, days, run);
                }
            }
        }
        if (rewarded == 0 && !q.theCase().indicators().isEmpty() && !Pumping.saysWhatIsCounted(q.theCase())) {
            return q.notApplicable(
                    "no indicator says what it counts; write `counts releases`, `counts prisoners` and so on");
        }
        if (rewarded == 0) {
            return q.notApplicable("no relief is given for a release");
        }
        return run.verdict(
                "each of %d rewarded releases is net, at home, and lasts %d days".formatted(rewarded, days),
                "a release can be rewarded that is not net, not at home, or does not last");
    }

    private static boolean rewarded(Concession c, Question q) {
        return q.duties().stream().anyMatch(o -> o.verb() != null && o.verb().eases() && relies(o, c));
    }

    private static boolean relies(Obligation o, Concession c) {
        return o.branch().trigger() instanceof Trigger.When(Condition condition)
                && condition.leaves().stream()
                        .anyMatch(l -> l instanceof Condition.InState in
                                && in.thing().id().equals(c.id())
                                && in.state().equals("verified"));
    }

    private static List<String> faults(Question q, Concession c, int days) {
        List<String> faults = new ArrayList<>();
        var counts = EnumSet.noneOf(Indicator.Counts.class);
        c.met().leaves().forEach(l -> {
            var role = Pumping.counts(l, q.theCase());
            if (role != null) {
                counts.add(role);
            }
        });
        if (!counts.contains(Indicator.Counts.PRISONERS)
                && !counts.contains(Indicator.Counts.ARRESTS)
                && !counts.contains(Indicator.Counts.REARRESTS)) {
            faults.add("as many may be arrested as are released, for neither arrests nor those held are counted");
        }
        if (!counts.contains(Indicator.Counts.EXPULSIONS) && !stays(q, c)) {
            faults.add("people put across the border count as freed");
        }
        if (!lasts(q, c, days)) {
            faults.add("nobody waits %d days to see whether it lasts".formatted(days));
        }
        return faults;
    }

    private static boolean stays(Question q, Concession c) {
        return c.met().leaves().stream()
                        .anyMatch(l -> l instanceof Condition.Total t
                                && q.theCase().indicators().stream()
                                        .anyMatch(
                                                i -> i.id().equals(t.indicator().id())
                                                        && i.counts() == Indicator.Counts.RELEASES
                                                        && i.companions().contains(Indicator.Companion.STAY)))
                && !Pumping.isAbout(c.met(), q.theCase(), EnumSet.of(Indicator.Counts.PRISONERS));
    }

    private static boolean lasts(Question q, Concession c, int days) {
        Grid grid = Grid.of(q.theCase(), 1);
        boolean held = c.met().leaves().stream()
                .anyMatch(l -> l instanceof Condition.Level level
                        && level.hold() != null
                        && grid.fewestDays(level.hold()) >= days);
        return held
                || q.duties().stream()
                        .filter(o -> o.verb() != null && o.verb().eases() && relies(o, c))
                        .allMatch(o -> waits(o, c, grid, days));
    }

    private static boolean waits(Obligation o, Concession c, Grid grid, int days) {
        return o.branch().trigger() instanceof Trigger.When(Condition condition)
                && condition.leaves().stream().anyMatch(l -> {
                    Length hold =
                            l instanceof Condition.InState in && in.thing().id().equals(c.id()) ? in.hold() : null;
                    return hold != null && grid.fewestDays(hold) >= days;
                });
    }

    private static void refuted(Question q, Concession c, List<String> faults, int days, Findings run) {
        Condition verified = new Condition.InState(new Ref(c.id(), c.at()), "verified", null, c.at());
        var setting = Safety.Setting.of(
                q,
                List.of(),
                false,
                List.of(verified),
                scene -> scene.draft().label(Safety.BAD, scene.conduct().in(c.id(), Conduct.VERIFIED)));
        run.look(
                setting,
                c.met().at(),
                "%s: %s".formatted(c.id(), String.join("; ", faults)),
                "%s is verified, and %s".formatted(c.id(), faults.getFirst()),
                now -> Shows.is(now, c.id(), Concession.State.VERIFIED),
                List.of(
                        "count those held as well: `and prisoners at most N for %d days`".formatted(days),
                        "count those expelled: `and expelled totals at most N within 60 days`",
                        "let the relief wait: `when %s verified for %d days`".formatted(c.id(), days)));
    }
}

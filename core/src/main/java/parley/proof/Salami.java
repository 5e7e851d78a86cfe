package parley.proof;

import java.util.List;
import parley.model.Grid;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Length;

/** Many violations below the threshold count as one above it. */
final class Salami {
    private static final int USUAL_DAYS = 180;
    private static final double DAYS_OF_A_MONTH = 30.44;

    private Salami() {}

    static Verdict check(Question q) {
        var run = new Findings(q);
        int window = window(q);
        for (Concession c : q.theCase().concessions()) {
            Condition broken = c.broken();
            if (broken != null) {
                broken.leaves().forEach(l -> leaf(q, c, broken, l, window, run));
            }
        }
        if (run.held() + run.refuted() == 0) {
            return q.notApplicable("no promise is broken by a number that adds up");
        }
        return run.verdict(
                "each of %d thresholds also counts what adds up within %d days".formatted(run.held(), window),
                "violations below the threshold can go on for ever and nothing follows");
    }

    private static int window(Question q) {
        return q.words().stream()
                .filter(p -> p.word().equals("within"))
                .map(p -> p.value().replaceAll("[^0-9].*", ""))
                .filter(v -> !v.isEmpty())
                .map(Integer::valueOf)
                .findFirst()
                .orElse(USUAL_DAYS);
    }

    private static void leaf(Question q, Concession c, Condition broken, Condition leaf, int window, Findings run) {
        Grid days = Grid.of(q.theCase(), 1);
        switch (leaf) {
            case Condition.Level l
            when l.per() != null
                    && (l.comparison() == Condition.Comparison.ABOVE
                            || l.comparison() == Condition.Comparison.AT_LEAST) -> {
                Length hold = l.hold();
                double months = hold == null ? 1 : days.mostDays(hold) / DAYS_OF_A_MONTH;
                double threshold = l.value() * Math.max(1, Math.rint(months));
                double unseen = l.value() * Math.floor(window / DAYS_OF_A_MONTH);
                judge(c, broken, l.indicator().id(), threshold, unseen, window, leaf, run);
            }
            case Condition.Total t
            when t.comparison() == Condition.Comparison.ABOVE || t.comparison() == Condition.Comparison.AT_LEAST -> {
                double times = Math.floor((double) window / Math.max(1, days.mostDays(t.within())));
                judge(c, broken, t.indicator().id(), t.value(), t.value() * Math.max(1, times), window, leaf, run);
            }
            case Condition.Occurs o
            when o.count() >= 1 && o.comparison() == Condition.Comparison.ABOVE -> {
                Length within = o.within();
                double times = within == null ? 1 : Math.floor((double) window / Math.max(1, days.mostDays(within)));
                judge(c, broken, o.event().id(), o.count(), o.count() * Math.max(1, times), window, leaf, run);
            }
            default -> {}
        }
    }

    private static void judge(
            Concession c,
            Condition broken,
            String what,
            double threshold,
            double unseen,
            int window,
            Condition leaf,
            Findings run) {
        if (unseen <= threshold || addsUp(broken, what, window, threshold)) {
            run.held(0);
            return;
        }
        run.refuted(
                leaf.at(),
                "%.0f of %s within %d days never break %s, which breaks at %.0f in one stroke"
                        .formatted(unseen, what, window, c.id(), threshold),
                List.of("add `or %s totals above %.0f within %d days`".formatted(what, threshold, window)));
    }

    /** Says whether another part of the condition sums the same number over the whole window. */
    private static boolean addsUp(Condition broken, String what, int window, double threshold) {
        return broken.leaves().stream()
                .anyMatch(l -> l instanceof Condition.Total t
                        && t.indicator().id().equals(what)
                        && t.within().mostDays() >= window
                        && t.value() <= threshold);
    }
}

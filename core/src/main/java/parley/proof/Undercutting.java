package parley.proof;

import java.util.List;
import parley.model.Dating;
import parley.model.Delay;
import parley.model.Move;
import parley.model.Obligation;
import parley.model.Terms;
import parley.prism.Expr;

/** Nobody eases its share long before the last partner's decision is certain. */
final class Undercutting {
    private static final int USUAL_DAYS = 30;

    private Undercutting() {}

    static Verdict check(Question q) {
        var run = new Findings(q);
        int days = q.number() == null ? USUAL_DAYS : q.number();
        List<Obligation> shares = q.duties().stream()
                .filter(o -> Answers.answers(o) && o.verb() != null && o.verb().eases())
                .filter(o -> !q.without(o.partner().id()))
                .toList();
        int pairs = 0;
        for (Obligation first : shares) {
            for (Obligation other : shares) {
                boolean together = first.branch().equals(other.branch())
                        && !first.partner().id().equals(other.partner().id());
                if (together) {
                    pairs++;
                    ahead(q, first, other, days, run);
                }
            }
        }
        if (pairs == 0) {
            return q.notApplicable("no two partners ease something in the same branch");
        }
        return run.verdict(
                "in none of %d pairs does one partner ease more than %d days before the other".formatted(pairs, days),
                "a partner can stand alone with its relief for more than %d days".formatted(days));
    }

    private static void ahead(Question q, Obligation first, Obligation other, int days, Findings run) {
        var setting = new Safety.Setting(
                q.theCase(),
                List.of(first, other),
                false,
                List.of(),
                q.vetoes(),
                q.falseWitnesses(),
                grid -> 0,
                false,
                scene -> {
                    int within = scene.slice().grid().within(days);
                    Expr.Read alone = scene.draft().number("alone", within + 2, 0);
                    Expr owed = scene.acts().owedFor(other, 0);
                    scene.draft()
                            .onTick(
                                    alone,
                                    Terms.countWhile(Terms.and(owed, Terms.atLeast(alone, 1)), alone, within + 2));
                    scene.draft()
                            .also(
                                    m -> m.kind() == Move.Kind.ACTS && m.number() == 0,
                                    alone,
                                    Terms.choose(owed, Terms.number(1), Terms.number(0)));
                    scene.draft().label(Safety.BAD, Terms.atLeast(alone, within + 2));
                },
                course -> List.of(new Dating.Wait(Move.Kind.ACTS, Stage.measure(first) + "#0", days + 1)),
                false);
        Delay delay = Delay.of(q.theCase(), other, q.vetoes());
        run.look(
                setting,
                other.reaction().at(),
                "%s can ease %s, and the %s by %s may take %s"
                        .formatted(
                                first.partner().id(),
                                Stage.measure(first),
                                other.words(),
                                other.partner().id(),
                                delay.blockable() ? "for ever" : delay.most() + " days"),
                "%s has eased its share for more than %d days, and %s has not"
                        .formatted(first.partner().id(), days, other.partner().id()),
                now -> Shows.owes(now, other, -1) && Shows.eased(now, Stage.measure(first)),
                List.of("prepare all shares, or let the faster ones wait: `not before`"));
    }
}

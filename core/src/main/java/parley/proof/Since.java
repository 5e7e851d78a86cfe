package parley.proof;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import parley.model.Compiler;
import parley.model.Dating;
import parley.model.Move;
import parley.model.Obligation;
import parley.model.Terms;
import parley.prism.Expr;

/** {@code from DATE}: a claim is about what is set off from that day on. */
final class Since {
    private Since() {}

    /** Returns the bad states that count: those of a branch that fired from the day on. */
    static Expr counted(Question q, Compiler.Scene scene, Obligation o, Expr bad) {
        LocalDate from = q.from();
        Expr.Read clock = scene.clock();
        if (from == null || clock == null) {
            return bad;
        }
        long days = ChronoUnit.DAYS.between(scene.slice().grid().from(), from);
        int tick = (int) Math.max(0, days / scene.slice().grid().days());
        Expr.Read counts = scene.draft().truth("counts", false);
        int number = o.step().branches().indexOf(o.branch()) + 1;
        scene.draft()
                .also(
                        m -> m.kind() == Move.Kind.FIRES
                                && m.thing().equals(o.step().id())
                                && m.number() == number,
                        counts,
                        Terms.atLeast(clock, tick));
        return Terms.and(counts, bad);
    }

    static List<Dating.Wait> waits(Question q, List<Dating.Wait> waits) {
        LocalDate from = q.from();
        if (from == null) {
            return waits;
        }
        List<Dating.Wait> all = new ArrayList<>(waits);
        waits.forEach(w -> all.add(new Dating.Wait(w.kind(), w.thing(), w.days(), w.most(), from)));
        return all;
    }
}

package parley.proof;

import java.util.ArrayList;
import java.util.List;
import parley.model.Obligation;
import parley.roadmap.Claim;
import parley.roadmap.Ref;

/** How many vetoes, and which absent partners, snapback survives. */
final class Depth {
    private static final int BLOCKING_MINORITY = 4;

    private Depth() {}

    static Verdict check(Question q) {
        int wanted = q.number() == null ? 1 : q.number();
        Question snapback = new Question(
                q.theCase(), q.duties(), "snapback", q.suffix(), null, List.of(), q.parameters(), q.clause());
        if (Snapback.reliefs(snapback).isEmpty()) {
            return q.notApplicable("no step eases a measure for something that can be broken");
        }
        int depth = -1;
        Verdict failed = null;
        for (int vetoes : List.of(0, 1, BLOCKING_MINORITY)) {
            Verdict verdict = Snapback.check(snapback.withVetoes(vetoes));
            if (verdict.outcome() != Verdict.Outcome.HOLDS) {
                failed = verdict;
                break;
            }
            depth = vetoes == 0 ? 0 : vetoes == 1 ? BLOCKING_MINORITY - 1 : Integer.MAX_VALUE;
        }
        List<String> absent = depth < 0 ? List.of() : absent(snapback);
        String survives = depth < 0
                ? "no veto at all"
                : depth == Integer.MAX_VALUE ? "any number of vetoes" : "%d vetoes".formatted(depth);
        String says = "snapback within %d days survives %s%s"
                .formatted(
                        Snapback.days(snapback),
                        survives,
                        absent.isEmpty() ? "" : ", and the absence of " + String.join(", or of ", absent));
        if (depth >= wanted) {
            return q.holds(says + "; %d asked for".formatted(wanted));
        }
        return failed == null
                ? q.open(says)
                : q.refuted(says + "; %d asked for".formatted(wanted), failed.causes(), failed.mends())
                        .on(failed.ground());
    }

    private static List<String> absent(Question q) {
        List<String> found = new ArrayList<>();
        q.duties().stream()
                .map(Obligation::partner)
                .map(p -> p.id())
                .distinct()
                .sorted()
                .filter(p -> !q.without(p))
                .filter(p -> {
                    Question alone = without(q, p);
                    return !Snapback.reliefs(alone).isEmpty()
                            && Snapback.check(alone).outcome() == Verdict.Outcome.HOLDS;
                })
                .forEach(found::add);
        return found;
    }

    private static Question without(Question q, String partner) {
        List<Ref> all = new ArrayList<>(q.suffix().without());
        all.add(new Ref(partner, q.clause()));
        var suffix =
                new Claim.Suffix(q.vetoes(), q.suffix().parliament(), q.falseWitnesses(), all, false, null, q.from());
        return new Question(
                q.theCase(), q.duties(), q.property(), suffix, q.number(), q.words(), q.parameters(), q.clause());
    }
}

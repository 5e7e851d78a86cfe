package parley.certificate;

import static parley.certificate.Checked.need;

import java.util.function.IntPredicate;

/** Claims about what is collected before a target is reached. A state without a row may cost anything. */
final class CostClaims {
    private final Checked in;

    CostClaims(Checked in) {
        this.in = in;
    }

    void costAtMost() throws Checked.Refused {
        need(in.has(in.game().initial()), in.game().initial(), "has no value");
        for (Certificate.Row row : in.claim().rows()) {
            int s = row.state();
            if (in.target(s)) {
                continue;
            }
            IntPredicate down = t -> in.rank(t) >= 0 && in.rank(t) < row.rank();
            in.everyMove(
                    s,
                    !in.isMax(s),
                    c -> in.all(c, in::has) && in.any(c, down) && row.value().compareTo(in.cost(s, c)) >= 0,
                    "costs more than claimed, or comes no nearer");
        }
        in.startAtMostBound();
    }

    void costAtLeast() throws Checked.Refused {
        for (Certificate.Row row : in.claim().rows()) {
            int s = row.state();
            if (in.target(s)) {
                need(row.value().signum() == 0, s, "is a target that costs");
            } else if (row.value().signum() > 0) {
                in.everyMove(s, in.isMax(s), c -> row.value().compareTo(in.cost(s, c)) <= 0, "costs less than claimed");
            }
        }
        in.startAtLeastBound();
    }

    /** Any numbers that no move exceeds lie above the least fixed point, which is the total. */
    void totalAtMost() throws Checked.Refused {
        need(in.has(in.game().initial()), in.game().initial(), "has no value");
        for (Certificate.Row row : in.claim().rows()) {
            int s = row.state();
            if (!in.target(s)) {
                in.everyMove(
                        s,
                        !in.isMax(s),
                        c -> in.all(c, in::has) && row.value().compareTo(in.cost(s, c)) >= 0,
                        "collects more than claimed");
            }
        }
        in.startAtMostBound();
    }

    /** What is claimed is collected, or comes nearer to where nothing is claimed any more: waiting collects nothing. */
    void totalAtLeast() throws Checked.Refused {
        for (Certificate.Row row : in.claim().rows()) {
            int s = row.state();
            if (in.target(s)) {
                need(row.value().signum() == 0, s, "is a target that collects");
            } else if (row.value().signum() > 0) {
                IntPredicate down = t -> in.value(t).signum() == 0 || (in.rank(t) >= 0 && in.rank(t) < row.rank());
                in.everyMove(
                        s,
                        in.isMax(s),
                        c -> row.value().compareTo(in.cost(s, c)) <= 0
                                && (in.gain(s, c).signum() > 0 || in.any(c, down)),
                        "collects less than claimed, or comes no nearer");
            }
        }
        in.startAtLeastBound();
    }
}

package parley.certificate;

import static parley.certificate.Checked.need;

import java.util.function.IntPredicate;
import parley.game.Fraction;

/** Claims about the chance to reach a target. */
final class ValueClaims {
    private final Checked in;

    ValueClaims(Checked in) {
        this.in = in;
    }

    void valueAtLeast() throws Checked.Refused {
        for (Certificate.Row row : in.claim().rows()) {
            int s = row.state();
            need(row.value().compareTo(Fraction.ONE) <= 0, s, "has a value above 1");
            if (in.target(s) || row.value().signum() == 0) {
                continue;
            }
            need(!in.avoided(s), s, "must be avoided, but has a value");
            IntPredicate down = t -> in.value(t).signum() > 0 && in.rank(t) >= 0 && in.rank(t) < row.rank();
            in.everyMove(
                    s,
                    in.isMax(s),
                    c -> row.value().compareTo(in.expected(c)) <= 0 && in.any(c, down),
                    "claims more than its choice gives, or comes no nearer");
        }
        in.startAtLeastBound();
    }

    void valueAtMost() throws Checked.Refused {
        for (int s = 0; s < in.game().states(); s++) {
            if (in.target(s)) {
                need(in.value(s).compareTo(Fraction.ONE) >= 0, s, "is a target worth less than 1");
            } else if (!in.avoided(s)) {
                Fraction value = in.value(s);
                in.everyMove(
                        s, !in.isMax(s), c -> value.compareTo(in.expected(c)) >= 0, "claims less than a choice gives");
            }
        }
        in.startAtMostBound();
    }
}

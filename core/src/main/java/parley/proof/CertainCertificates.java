package parley.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import parley.certificate.Certificate;
import parley.game.Evidence;
import parley.game.Fraction;

/** What answers without numbers rest on: closed sets, and ranks that fall. */
final class CertainCertificates {
    private CertainCertificates() {}

    /** That Max reaches the target with probability 1, else that it can with some. */
    static Optional<Certificate> lower(Evidence.Certain evidence) {
        int start = evidence.game().initial();
        if (evidence.way().rank()[start] >= 0) {
            return Optional.of(of(
                    Certificate.Kind.ALMOST_SURELY,
                    evidence,
                    Fraction.ONE,
                    ranked(evidence.way().rank(), evidence.way().choice())));
        }
        if (evidence.never().get(start)) {
            return Optional.empty();
        }
        return Optional.of(of(
                Certificate.Kind.POSSIBLY,
                evidence,
                Fraction.ZERO,
                ranked(evidence.possible().rank(), evidence.possible().choice())));
    }

    /** That Max cannot reach the target at all, else that it cannot with probability 1. */
    static Optional<Certificate> upper(Evidence.Certain evidence) {
        int start = evidence.game().initial();
        if (evidence.never().get(start)) {
            return Optional.of(never(evidence));
        }
        if (evidence.way().rank()[start] >= 0) {
            return Optional.empty();
        }
        int[] lost = evidence.lost();
        var choices = new int[lost.length];
        java.util.Arrays.fill(choices, -1);
        return Optional.of(of(Certificate.Kind.NOT_ALMOST_SURELY, evidence, Fraction.ONE, ranked(lost, choices)));
    }

    /** A closed set is kept by the other side, which the certificate therefore calls Max. */
    private static Certificate never(Evidence.Certain evidence) {
        var others = new BitSet();
        others.set(0, evidence.game().players().size() + 2);
        others.andNot(evidence.max());
        var rows = new ArrayList<Certificate.Row>();
        for (int s = evidence.never().nextSetBit(0);
                s >= 0;
                s = evidence.never().nextSetBit(s + 1)) {
            rows.add(Certificate.Row.of(s, Fraction.ZERO, -1, -1));
        }
        Certificate same = of(Certificate.Kind.NEVER, evidence, Fraction.ZERO, rows);
        return new Certificate(same.kind(), same.model(), others, same.bound(), same.goal(), same.rows());
    }

    private static List<Certificate.Row> ranked(int[] rank, int[] choice) {
        var rows = new ArrayList<Certificate.Row>();
        for (int s = 0; s < rank.length; s++) {
            if (rank[s] >= 0) {
                rows.add(Certificate.Row.of(s, Fraction.ZERO, choice[s], rank[s]));
            }
        }
        return rows;
    }

    private static Certificate of(
            Certificate.Kind kind, Evidence.Certain evidence, Fraction bound, List<Certificate.Row> rows) {
        var goal = Certificate.Goal.of(evidence.target(), evidence.avoid(), "");
        return Certificates.of(kind, evidence, bound, goal, rows);
    }
}

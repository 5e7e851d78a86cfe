package parley.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import parley.certificate.Certificate;
import parley.certificate.ModelHash;
import parley.game.Evidence;
import parley.game.Fraction;
import parley.game.Horizon;

/** Writes down what an answer rests on. */
public final class Certificates {
    private Certificates() {}

    /** That the value of the first state is not below what was found. */
    public static Optional<Certificate> lower(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Unbounded unbounded -> lower(unbounded);
            case Evidence.Bounded bounded -> horizon(bounded, true);
            case Evidence.Certain certain -> arrives(certain);
        };
    }

    /** That it is not above. */
    public static Optional<Certificate> upper(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Unbounded unbounded -> upper(unbounded);
            case Evidence.Bounded bounded -> horizon(bounded, false);
            case Evidence.Certain certain -> never(certain);
        };
    }

    private static Optional<Certificate> lower(Evidence.Unbounded evidence) {
        boolean costs = evidence.rewards() != null;
        IntFunction<@Nullable Fraction> values =
                values(evidence, evidence.bounds().low());
        Fraction bound = values.apply(evidence.game().initial());
        if (bound == null) {
            return Optional.empty();
        }
        var rows = new ArrayList<Certificate.Row>();
        @Nullable Fraction @Nullable [] standIn = evidence.standIn();
        for (int s = 0; s < evidence.game().states(); s++) {
            Fraction value = values.apply(s);
            value = value == null && standIn != null ? standIn[s] : value;
            if (value != null && value.signum() > 0) {
                rows.add(
                        costs
                                ? Certificate.Row.of(s, value, -1, -1)
                                : Certificate.Row.of(
                                        s,
                                        value,
                                        evidence.way().choice()[s],
                                        evidence.way().rank()[s]));
            }
        }
        var kind = costs ? Certificate.Kind.COST_AT_LEAST : Certificate.Kind.VALUE_AT_LEAST;
        return Optional.of(certificate(kind, evidence, evidence.rewards(), bound, 0, rows));
    }

    private static Optional<Certificate> upper(Evidence.Unbounded evidence) {
        boolean costs = evidence.rewards() != null;
        IntFunction<@Nullable Fraction> values =
                values(evidence, evidence.bounds().high());
        Fraction bound = values.apply(evidence.game().initial());
        if (bound == null) {
            return Optional.empty();
        }
        var rows = new ArrayList<Certificate.Row>();
        for (int s = 0; s < evidence.game().states(); s++) {
            Fraction value = values.apply(s);
            if (value != null && costs) {
                rows.add(Certificate.Row.of(
                        s, value, evidence.way().choice()[s], evidence.way().rank()[s]));
            } else if (value != null && value.signum() > 0) {
                rows.add(Certificate.Row.of(s, value, -1, -1));
            }
        }
        var kind = costs ? Certificate.Kind.COST_AT_MOST : Certificate.Kind.VALUE_AT_MOST;
        return Optional.of(certificate(kind, evidence, evidence.rewards(), bound, 0, rows));
    }

    private static IntFunction<@Nullable Fraction> values(Evidence.Unbounded evidence, double[] bounds) {
        @Nullable Fraction @Nullable [] exact = evidence.exact();
        if (exact != null) {
            return s -> exact[s];
        }
        return s -> bounds[s] < Double.POSITIVE_INFINITY ? Fraction.exactly(bounds[s]) : null;
    }

    /** That Max reaches the target with probability 1, if so. */
    private static Optional<Certificate> arrives(Evidence.Certain evidence) {
        int[] rank = evidence.way().rank();
        if (rank[evidence.game().initial()] < 0) {
            return Optional.empty();
        }
        var rows = new ArrayList<Certificate.Row>();
        for (int s = 0; s < rank.length; s++) {
            if (rank[s] >= 0) {
                rows.add(Certificate.Row.of(s, Fraction.ZERO, evidence.way().choice()[s], rank[s]));
            }
        }
        return Optional.of(certificate(Certificate.Kind.ALMOST_SURELY, evidence, null, Fraction.ONE, 0, rows));
    }

    /** That the target cannot be reached at all, if so: a value of 0. */
    private static Optional<Certificate> never(Evidence.Certain evidence) {
        if (!evidence.never().get(evidence.game().initial())) {
            return Optional.empty();
        }
        var rows = new ArrayList<Certificate.Row>();
        for (int s = 0; s < evidence.game().states(); s++) {
            if (!evidence.never().get(s)) {
                rows.add(Certificate.Row.of(s, Fraction.ONE, -1, -1));
            }
        }
        return Optional.of(certificate(Certificate.Kind.VALUE_AT_MOST, evidence, null, Fraction.ZERO, 0, rows));
    }

    private static Optional<Certificate> horizon(Evidence.Bounded evidence, boolean least) {
        Horizon.Layers layers = evidence.layers();
        byte[][] choices = least ? layers.lowChoice() : layers.highChoice();
        if (choices.length < evidence.steps()) {
            return Optional.empty();
        }
        var rows = new ArrayList<Certificate.Row>();
        for (int s = 0; s < evidence.game().states(); s++) {
            boolean chooses = evidence.max().get(evidence.game().owner()[s]) == least;
            if (chooses
                    && evidence.game().firstChoice()[s + 1] - evidence.game().firstChoice()[s] > 1) {
                rows.add(new Certificate.Row(s, Fraction.ZERO, -1, -1, column(choices, s)));
            }
        }
        double bound = (least ? layers.low() : layers.high())[evidence.game().initial()];
        var kind = least ? Certificate.Kind.HORIZON_AT_LEAST : Certificate.Kind.HORIZON_AT_MOST;
        return Optional.of(certificate(kind, evidence, null, Fraction.exactly(bound), evidence.steps(), rows));
    }

    private static int[] column(byte[][] choices, int state) {
        var column = new int[choices.length];
        for (int k = 0; k < column.length; k++) {
            column[k] = choices[k][state];
        }
        return column;
    }

    private static Certificate certificate(
            Certificate.Kind kind,
            Evidence evidence,
            @Nullable String rewards,
            Fraction bound,
            int steps,
            List<Certificate.Row> rows) {
        return new Certificate(
                kind,
                ModelHash.of(evidence.game()),
                evidence.max(),
                bound,
                evidence.target(),
                evidence.avoid(),
                rewards == null ? "" : rewards,
                steps,
                rows);
    }
}

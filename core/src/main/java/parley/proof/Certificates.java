package parley.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import parley.certificate.Certificate;
import parley.certificate.ModelHash;
import parley.game.Counted;
import parley.game.Evidence;
import parley.game.Fraction;
import parley.game.Horizon;
import parley.game.Ranks;

/** Writes down what an answer rests on. */
public final class Certificates {
    private Certificates() {}

    /** That the value of the first state is not below what was found. */
    public static Optional<Certificate> lower(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Unbounded unbounded -> lower(unbounded);
            case Evidence.Bounded bounded -> horizon(bounded, true);
            case Evidence.Certain certain -> CertainCertificates.lower(certain);
            case Evidence.Total total -> total(total, true);
            case Evidence.Below(Evidence inner) -> lower(inner);
            case Evidence.Counting(Evidence inner, var recipe) -> lower(inner).map(each -> counted(each, recipe));
        };
    }

    /** That it is not above. */
    public static Optional<Certificate> upper(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Unbounded unbounded -> upper(unbounded);
            case Evidence.Bounded bounded -> horizon(bounded, false);
            case Evidence.Certain certain -> CertainCertificates.upper(certain);
            case Evidence.Total total -> total(total, false);
            case Evidence.Below _ -> Optional.empty();
            case Evidence.Counting(Evidence inner, var recipe) -> upper(inner).map(each -> counted(each, recipe));
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
        @Nullable Fraction @Nullable [] standIn = evidence.standIn().get();
        Ranks.Way way = evidence.way().get();
        for (int s = 0; s < evidence.game().states(); s++) {
            Fraction value = values.apply(s);
            value = value == null && standIn != null ? standIn[s] : value;
            if (value != null && value.signum() > 0) {
                rows.add(
                        costs
                                ? Certificate.Row.of(s, value, -1, -1)
                                : Certificate.Row.of(s, value, way.choice()[s], way.rank()[s]));
            }
        }
        var kind = costs ? Certificate.Kind.COST_AT_LEAST : Certificate.Kind.VALUE_AT_LEAST;
        return Optional.of(of(kind, evidence, bound, goal(evidence, evidence.rewards()), rows));
    }

    private static Optional<Certificate> upper(Evidence.Unbounded evidence) {
        boolean costs = evidence.rewards() != null;
        IntFunction<@Nullable Fraction> values =
                values(evidence, evidence.bounds().high());
        Fraction bound = values.apply(evidence.game().initial());
        if (bound == null) {
            return Optional.empty();
        }
        Ranks.Way way = evidence.way().get();
        var rows = new ArrayList<Certificate.Row>();
        for (int s = 0; s < evidence.game().states(); s++) {
            Fraction value = values.apply(s);
            if (value != null && costs) {
                rows.add(Certificate.Row.of(s, value, way.choice()[s], way.rank()[s]));
            } else if (value != null && value.signum() > 0) {
                rows.add(Certificate.Row.of(s, value, -1, -1));
            }
        }
        var kind = costs ? Certificate.Kind.COST_AT_MOST : Certificate.Kind.VALUE_AT_MOST;
        return Optional.of(of(kind, evidence, bound, goal(evidence, evidence.rewards()), rows));
    }

    private static IntFunction<@Nullable Fraction> values(Evidence.Unbounded evidence, double[] bounds) {
        @Nullable Fraction @Nullable [] exact = evidence.exact();
        if (exact != null) {
            return s -> exact[s];
        }
        return s -> bounds[s] < Double.POSITIVE_INFINITY ? Fraction.exactly(bounds[s]) : null;
    }

    private static Certificate counted(Certificate certificate, Counted.Recipe recipe) {
        Certificate.Goal goal = certificate.goal();
        return new Certificate(
                certificate.kind(),
                certificate.model(),
                certificate.max(),
                certificate.bound(),
                new Certificate.Goal(goal.target(), goal.avoid(), goal.rewards(), goal.before(), goal.steps(), recipe),
                certificate.rows());
    }

    private static Optional<Certificate> total(Evidence.Total evidence, boolean least) {
        double[] bounds = least ? evidence.bounds().low() : evidence.bounds().high();
        if (bounds[evidence.game().initial()] == Double.POSITIVE_INFINITY) {
            return Optional.empty();
        }
        var rows = new ArrayList<Certificate.Row>();
        for (int s = 0; s < bounds.length; s++) {
            int rank = evidence.way().rank()[s];
            boolean claims = least ? bounds[s] > 0 : true;
            if (claims && bounds[s] < Double.POSITIVE_INFINITY) {
                int choice = least ? evidence.way().choice()[s] : -1;
                rows.add(Certificate.Row.of(s, Fraction.exactly(bounds[s]), choice, least ? rank : -1));
            } else if (claims && least) {
                // A finite stand-in would be needed for what is collected without end.
                return Optional.empty();
            }
        }
        var kind = least ? Certificate.Kind.TOTAL_AT_LEAST : Certificate.Kind.TOTAL_AT_MOST;
        Fraction bound = Fraction.exactly(bounds[evidence.game().initial()]);
        return Optional.of(of(kind, evidence, bound, goal(evidence, evidence.rewards()), rows));
    }

    private static Optional<Certificate> horizon(Evidence.Bounded evidence, boolean least) {
        Horizon.Layers layers = evidence.layers().get();
        byte[][] choices = least ? layers.lowChoice() : layers.highChoice();
        if (choices.length < evidence.before() + evidence.steps()) {
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
        var kind = switch (evidence.sum()) {
            case REACHED -> least ? Certificate.Kind.HORIZON_AT_LEAST : Certificate.Kind.HORIZON_AT_MOST;
            case COLLECTED -> least ? Certificate.Kind.COLLECTED_AT_LEAST : Certificate.Kind.COLLECTED_AT_MOST;
            case INSTANT -> least ? Certificate.Kind.INSTANT_AT_LEAST : Certificate.Kind.INSTANT_AT_MOST;
        };
        var goal = new Certificate.Goal(
                evidence.target(),
                evidence.avoid(),
                evidence.rewards() == null ? "" : evidence.rewards(),
                evidence.before(),
                evidence.steps(),
                null);
        return Optional.of(of(kind, evidence, Fraction.exactly(bound), goal, rows));
    }

    private static int[] column(byte[][] choices, int state) {
        var column = new int[choices.length];
        for (int k = 0; k < column.length; k++) {
            column[k] = choices[k][state];
        }
        return column;
    }

    private static Certificate.Goal goal(Evidence evidence, @Nullable String rewards) {
        return Certificate.Goal.of(evidence.target(), evidence.avoid(), rewards == null ? "" : rewards);
    }

    static Certificate of(
            Certificate.Kind kind,
            Evidence evidence,
            Fraction bound,
            Certificate.Goal goal,
            List<Certificate.Row> rows) {
        return new Certificate(kind, ModelHash.of(evidence.game()), evidence.max(), bound, goal, rows);
    }
}

package parley.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import parley.game.Answer;
import parley.game.Fraction;
import parley.game.Game;

/** Answers for a person. */
final class SolutionText {
    /** A fraction with more signs is shown as a decimal number. */
    private static final int LONGEST_FRACTION = 40;

    private static final int MOST_DIGITS = 17;

    private SolutionText() {}

    static String head(String model, Game game, double seconds) {
        return String.format(
                Locale.ROOT,
                "%s: %,d states, %,d choices, %,d transitions, %.2f s",
                model,
                game.states(),
                game.choices(),
                game.branches(),
                seconds);
    }

    static String text(Solution solution) {
        String name = solution.name().isEmpty() ? "" : solution.name() + ": ";
        Answer answer = solution.answer();
        String said = answer == null
                ? (solution.code() == ExitCode.FINDINGS ? "open: " : "refused: ") + solution.why()
                : said(answer);
        String time = answer == null ? "" : String.format(Locale.ROOT, "  (%.2f s)", solution.seconds());
        return "%n%s%s%n  %s%s".formatted(name, solution.question(), said, time);
    }

    private static String said(Answer answer) {
        Answer.Verdict verdict = answer.verdict();
        if (verdict == null) {
            return value(answer);
        }
        boolean numbers = answer.exact() != null || verdict == Answer.Verdict.OPEN || answer.sweeps() > 0;
        return verdict.name().toLowerCase(Locale.ROOT) + (numbers ? ": the value is " + value(answer) : "");
    }

    private static String value(Answer answer) {
        Fraction exact = answer.exact();
        if (exact != null) {
            String decimal = decimal(exact);
            boolean whole = exact.toString().equals(decimal);
            return exact.toString().length() > LONGEST_FRACTION
                    ? "exactly a fraction near " + decimal
                    : whole ? "exactly " + decimal : "exactly %s, %s".formatted(exact, decimal);
        }
        if (answer.low() == Double.POSITIVE_INFINITY) {
            return "infinite";
        }
        if (answer.low() == answer.high()) {
            return shortest(answer.low());
        }
        return "in [%s, %s]"
                .formatted(
                        outward(answer.low(), answer, RoundingMode.FLOOR),
                        answer.high() == Double.POSITIVE_INFINITY
                                ? "infinity"
                                : outward(answer.high(), answer, RoundingMode.CEILING));
    }

    private static String decimal(Fraction exact) {
        return new BigDecimal(exact.numerator())
                .divide(new BigDecimal(exact.denominator()), new MathContext(12))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String shortest(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** No more digits than the interval carries, and none that would narrow it. */
    private static String outward(double value, Answer answer, RoundingMode direction) {
        double width = answer.high() - answer.low();
        int digits = width < Double.POSITIVE_INFINITY ? (int) Math.ceil(-Math.log10(width)) + 1 : 6;
        return new BigDecimal(value)
                .setScale(Math.clamp(digits, 0, MOST_DIGITS), direction)
                .toPlainString();
    }
}

package parley.game;

import java.math.BigDecimal;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What only the reader of a model knows: its variables and constants. */
public interface Atoms {
    /** The states where an expression over the variables is true. */
    BitSet states(String expression) throws Unanswerable;

    /** The states of a label that the game does not have; {@code null} if there is none. */
    default @Nullable BitSet label(String name) throws Unanswerable {
        return null;
    }

    /** The value of an expression over the constants. */
    default Fraction number(String expression) throws Unanswerable {
        try {
            int bar = expression.indexOf('/');
            if (bar > 0) {
                return number(expression.substring(0, bar).strip())
                        .over(number(expression.substring(bar + 1).strip()));
            }
            var decimal = new BigDecimal(expression);
            return new Fraction(
                    decimal.scaleByPowerOfTen(Math.max(0, decimal.scale())).toBigIntegerExact(),
                    java.math.BigInteger.TEN.pow(Math.max(0, decimal.scale())));
        } catch (NumberFormatException | ArithmeticException _) {
            throw new Unanswerable("`" + expression + "` is not a number.");
        }
    }

    /** For models that have only labels. */
    static Atoms none() {
        return expression -> {
            throw new Unanswerable("`%s` speaks of a variable; this model has only labels.".formatted(expression));
        };
    }
}

package parley.prism;

import java.math.BigInteger;
import parley.game.Fraction;

/** Powers and logarithms: exact where the result is rational, else the nearest double, which is what the model means at best. */
final class Irrational {
    private static final int MOST = 100_000;

    private Irrational() {}

    static Fraction power(Fraction base, Fraction exponent) {
        if (!exponent.denominator().equals(BigInteger.ONE)) {
            return nearest(Math.pow(base.nearest(), exponent.nearest()), "pow(%s, %s)".formatted(base, exponent));
        }
        if (exponent.numerator().abs().bitLength() > 17
                || Math.abs(exponent.numerator().intValue()) > MOST) {
            throw new ArithmeticException("pow(%s, %s) is too large".formatted(base, exponent));
        }
        int times = exponent.numerator().intValue();
        var up = new Fraction(
                base.numerator().pow(Math.abs(times)), base.denominator().pow(Math.abs(times)));
        return times < 0 ? Fraction.ONE.over(up) : up;
    }

    static Fraction logarithm(Fraction value, Fraction base) {
        double found = Math.log(value.nearest()) / Math.log(base.nearest());
        String asked = "log(%s, %s)".formatted(value, base);
        Fraction near = nearest(found, asked);
        Fraction whole = nearest(Math.rint(found), asked);
        return Math.abs(found) < 1_000 && power(base, whole).equals(value) ? whole : near;
    }

    private static Fraction nearest(double value, String asked) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException(asked + " has no value");
        }
        return Fraction.exactly(value);
    }
}

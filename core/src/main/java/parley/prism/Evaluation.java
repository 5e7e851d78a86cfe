package parley.prism;

import java.math.BigInteger;
import java.util.List;
import parley.game.Fraction;
import parley.prism.Expr.Function;
import parley.prism.Expr.Op;

/** Values of resolved expressions, by walking the tree; {@code state} has the value of each variable, 0 and 1 for truth. */
final class Evaluation {
    private Evaluation() {}

    static boolean truth(Expr expression, int[] state) {
        return switch (expression) {
            case Expr.Bool(boolean value) -> value;
            case Expr.Read read -> state[read.variable()] != 0;
            case Expr.Not(Expr operand) -> !truth(operand, state);
            case Expr.If(Expr test, Expr then, Expr otherwise) ->
                truth(test, state) ? truth(then, state) : truth(otherwise, state);
            case Expr.Binary(Op op, Expr left, Expr right) ->
                switch (op) {
                    case AND -> truth(left, state) && truth(right, state);
                    case OR -> truth(left, state) || truth(right, state);
                    case IMPLIES -> !truth(left, state) || truth(right, state);
                    case IFF -> truth(left, state) == truth(right, state);
                    case EQUAL, UNEQUAL, LESS, AT_MOST, AT_LEAST, MORE -> holds(op, compare(left, right, state));
                    case PLUS, MINUS, TIMES, OVER -> throw wrong(expression);
                };
            case Expr.Int i -> throw wrong(i);
            case Expr.Real r -> throw wrong(r);
            case Expr.Negative n -> throw wrong(n);
            case Expr.Call c -> throw wrong(c);
            case Expr.Name n -> throw wrong(n);
            case Expr.Label l -> throw wrong(l);
        };
    }

    static boolean holds(Op op, int order) {
        return switch (op) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case AT_LEAST -> order >= 0;
            case MORE -> order > 0;
            case IMPLIES, IFF, OR, AND, PLUS, MINUS, TIMES, OVER -> throw new IllegalStateException(op.sign);
        };
    }

    private static int compare(Expr left, Expr right, int[] state) {
        if (left.type() == Expr.Type.BOOL) {
            return Boolean.compare(truth(left, state), truth(right, state));
        }
        if (left.type() == Expr.Type.INT && right.type() == Expr.Type.INT) {
            return Long.compare(whole(left, state), whole(right, state));
        }
        return exact(left, state).compareTo(exact(right, state));
    }

    /** @throws ArithmeticException if the value does not exist or does not fit 64 bits */
    static long whole(Expr expression, int[] state) {
        return switch (expression) {
            case Expr.Int(long value) -> value;
            case Expr.Read read -> state[read.variable()];
            case Expr.Negative(Expr operand) -> Math.negateExact(whole(operand, state));
            case Expr.If(Expr test, Expr then, Expr otherwise) ->
                truth(test, state) ? whole(then, state) : whole(otherwise, state);
            case Expr.Binary(Op op, Expr left, Expr right) ->
                switch (op) {
                    case PLUS -> Math.addExact(whole(left, state), whole(right, state));
                    case MINUS -> Math.subtractExact(whole(left, state), whole(right, state));
                    case TIMES -> Math.multiplyExact(whole(left, state), whole(right, state));
                    case OVER, IMPLIES, IFF, OR, AND, EQUAL, UNEQUAL, LESS, AT_MOST, AT_LEAST, MORE ->
                        throw wrong(expression);
                };
            case Expr.Call(Function function, List<Expr> arguments) -> whole(function, arguments, state);
            case Expr.Bool b -> throw wrong(b);
            case Expr.Real r -> throw wrong(r);
            case Expr.Not n -> throw wrong(n);
            case Expr.Name n -> throw wrong(n);
            case Expr.Label l -> throw wrong(l);
        };
    }

    private static long whole(Function function, List<Expr> arguments, int[] state) {
        Expr first = arguments.getFirst();
        return switch (function) {
            case MIN -> arguments.stream().mapToLong(a -> whole(a, state)).min().orElseThrow();
            case MAX -> arguments.stream().mapToLong(a -> whole(a, state)).max().orElseThrow();
            case POW -> power(whole(first, state), whole(arguments.get(1), state));
            case MOD -> remainder(whole(first, state), whole(arguments.get(1), state));
            case FLOOR -> floor(exact(first, state)).longValueExact();
            case CEIL ->
                floor(exact(first, state).times(Fraction.of(-1))).negate().longValueExact();
            case ROUND -> floor(exact(first, state).plus(Fraction.of(1, 2))).longValueExact();
            case LOG -> throw new IllegalStateException("A logarithm is no whole number.");
        };
    }

    static long power(long base, long exponent) {
        if (exponent < 0) {
            throw new ArithmeticException("pow(%d, %d) of whole numbers has a negative exponent; write pow(%d.0, %d)"
                    .formatted(base, exponent, base, exponent));
        }
        if (exponent > 63 && base != 0 && base != 1 && base != -1) {
            throw new ArithmeticException("pow(%d, %d) does not fit 64 bits".formatted(base, exponent));
        }
        return BigInteger.valueOf(base)
                .pow((int) (exponent > 63 ? 2 + (exponent & 1) : exponent))
                .longValueExact();
    }

    static long remainder(long value, long divisor) {
        if (divisor <= 0) {
            throw new ArithmeticException("mod(%d, %d) needs a positive divisor".formatted(value, divisor));
        }
        return Math.floorMod(value, divisor);
    }

    static Fraction exact(Expr expression, int[] state) {
        if (expression.type() == Expr.Type.INT) {
            return Fraction.of(whole(expression, state));
        }
        return switch (expression) {
            case Expr.Real(Fraction value) -> value;
            case Expr.Negative(Expr operand) -> exact(operand, state).times(Fraction.of(-1));
            case Expr.If(Expr test, Expr then, Expr otherwise) ->
                truth(test, state) ? exact(then, state) : exact(otherwise, state);
            case Expr.Binary(Op op, Expr left, Expr right) ->
                switch (op) {
                    case PLUS -> exact(left, state).plus(exact(right, state));
                    case MINUS -> exact(left, state).minus(exact(right, state));
                    case TIMES -> exact(left, state).times(exact(right, state));
                    case OVER -> exact(left, state).over(exact(right, state));
                    case IMPLIES, IFF, OR, AND, EQUAL, UNEQUAL, LESS, AT_MOST, AT_LEAST, MORE ->
                        throw wrong(expression);
                };
            case Expr.Call(Function function, List<Expr> arguments) -> exact(function, arguments, state);
            case Expr.Int i -> Fraction.of(i.value());
            case Expr.Bool b -> throw wrong(b);
            case Expr.Read r -> throw wrong(r);
            case Expr.Not n -> throw wrong(n);
            case Expr.Name n -> throw wrong(n);
            case Expr.Label l -> throw wrong(l);
        };
    }

    private static Fraction exact(Function function, List<Expr> arguments, int[] state) {
        List<Fraction> values = arguments.stream().map(a -> exact(a, state)).toList();
        return switch (function) {
            case MIN -> values.stream().min(Fraction::compareTo).orElseThrow();
            case MAX -> values.stream().max(Fraction::compareTo).orElseThrow();
            case POW -> Irrational.power(values.get(0), values.get(1));
            case LOG -> Irrational.logarithm(values.get(0), values.get(1));
            case FLOOR, CEIL, ROUND, MOD -> Fraction.of(whole(function, arguments, state));
        };
    }

    private static BigInteger floor(Fraction value) {
        BigInteger[] parts = value.numerator().divideAndRemainder(value.denominator());
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private static IllegalStateException wrong(Expr expression) {
        return new IllegalStateException("The types of %s were not checked.".formatted(expression));
    }
}

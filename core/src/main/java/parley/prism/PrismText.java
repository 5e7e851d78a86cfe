package parley.prism;

import java.util.List;
import java.util.stream.Collectors;
import parley.game.Fraction;
import parley.prism.Expr.Op;

/** Writes expressions with the parentheses they need and no others. */
final class PrismText {
    private static final int BASIC = Op.STRENGTH_OF_SIGN + 1;

    private PrismText() {}

    static String of(Expr expression) {
        return of(expression, 0);
    }

    private static String of(Expr expression, int needed) {
        return switch (expression) {
            case Expr.Int(long value) -> inside(String.valueOf(value), value < 0 ? Op.STRENGTH_OF_SIGN : BASIC, needed);
            case Expr.Real(Fraction value) -> fraction(value, needed);
            case Expr.Bool(boolean value) -> String.valueOf(value);
            case Expr.Read read -> read.name();
            case Expr.Name name -> name.name();
            case Expr.Label label -> "\"" + label.name() + "\"";
            case Expr.Not(Expr operand) -> inside("!" + of(operand, BASIC), Op.STRENGTH_OF_NOT, needed);
            case Expr.Negative(Expr operand) ->
                inside("-" + of(operand, Op.STRENGTH_OF_SIGN), Op.STRENGTH_OF_SIGN, needed);
            case Expr.If(Expr test, Expr then, Expr otherwise) ->
                "(%s ? %s : %s)".formatted(of(test, 1), of(then, 1), of(otherwise, 1));
            case Expr.Binary(Op op, Expr left, Expr right) ->
                inside(
                        of(left, op == Op.IMPLIES ? op.strength + 1 : op.strength)
                                + (op.joinsTruths() ? " " + op.sign + " " : op.sign)
                                + of(right, op == Op.IMPLIES ? op.strength : op.strength + 1),
                        op.strength,
                        needed);
            case Expr.Call(Expr.Function function, List<Expr> arguments) ->
                function.word() + arguments.stream().map(PrismText::of).collect(Collectors.joining(", ", "(", ")"));
        };
    }

    /** A whole number stays of type double by its decimal point. */
    private static String fraction(Fraction value, int needed) {
        boolean whole = value.denominator().equals(java.math.BigInteger.ONE);
        String text = whole ? value + ".0" : value.toString();
        int strength = whole ? (value.signum() < 0 ? Op.STRENGTH_OF_SIGN : BASIC) : Op.OVER.strength;
        return inside(text, strength, needed);
    }

    private static String inside(String text, int strength, int needed) {
        return strength < needed ? "(" + text + ")" : text;
    }
}

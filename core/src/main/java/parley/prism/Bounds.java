package parley.prism;

import java.util.List;
import parley.prism.Expr.Op;

/** How large a whole number can become: where it stays small, plain arithmetic cannot overflow. */
final class Bounds {
    static final double SAFE = 1L << 61;

    private final Layout layout;

    Bounds(Layout layout) {
        this.layout = layout;
    }

    boolean safe(Expr expression) {
        return largest(expression) < SAFE;
    }

    /** Returns a bound on the absolute value. */
    double largest(Expr expression) {
        return switch (expression) {
            case Expr.Int(long value) -> Math.abs((double) value);
            case Expr.Read read -> {
                Model.Var variable = layout.vars.get(read.variable());
                yield Math.max(Math.abs((double) variable.low()), Math.abs((double) variable.high()));
            }
            case Expr.Negative(Expr operand) -> largest(operand);
            case Expr.If(Expr test, Expr then, Expr otherwise) -> Math.max(largest(then), largest(otherwise));
            case Expr.Binary(Op op, Expr left, Expr right) ->
                switch (op) {
                    case PLUS, MINUS -> largest(left) + largest(right);
                    case TIMES -> largest(left) * largest(right);
                    case OVER, IMPLIES, IFF, OR, AND, EQUAL, UNEQUAL, LESS, AT_MOST, AT_LEAST, MORE ->
                        Double.POSITIVE_INFINITY;
                };
            case Expr.Call(Expr.Function function, List<Expr> arguments) ->
                switch (function) {
                    case MIN, MAX ->
                        arguments.stream().mapToDouble(this::largest).max().orElse(0);
                    case MOD -> largest(arguments.get(1));
                    case FLOOR, CEIL, ROUND, POW, LOG -> Double.POSITIVE_INFINITY;
                };
            case Expr.Real r -> Double.POSITIVE_INFINITY;
            case Expr.Bool b -> Double.POSITIVE_INFINITY;
            case Expr.Not n -> Double.POSITIVE_INFINITY;
            case Expr.Name n -> Double.POSITIVE_INFINITY;
            case Expr.Label l -> Double.POSITIVE_INFINITY;
        };
    }

    /** About how many bytes of code an expression becomes. */
    static int weight(Expr expression) {
        return switch (expression) {
            case Expr.Not(Expr operand) -> weight(operand);
            case Expr.Negative(Expr operand) -> 4 + weight(operand);
            case Expr.Binary(Op op, Expr left, Expr right) -> 8 + weight(left) + weight(right);
            case Expr.If(Expr test, Expr then, Expr otherwise) -> 8 + weight(test) + weight(then) + weight(otherwise);
            case Expr.Call(Expr.Function function, List<Expr> arguments) -> {
                int sum = 8;
                for (Expr argument : arguments) {
                    sum += weight(argument);
                }
                yield sum;
            }
            case Expr.Read r -> 16;
            case Expr.Int i -> 4;
            case Expr.Real r -> 4;
            case Expr.Bool b -> 4;
            case Expr.Name n -> 4;
            case Expr.Label l -> 4;
        };
    }
}

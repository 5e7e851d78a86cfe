package parley.prism;

import java.util.List;
import parley.prism.Expr.Function;
import parley.prism.Expr.Op;

/** Whether a resolved expression makes sense, and its value if that is the same in every state. */
final class Typing {
    private static final int[] NO_STATE = {};

    private Typing() {}

    /** Says what does not fit; whoever knows the place tells it. */
    static final class Mismatch extends Exception {
        final String message;

        Mismatch(String message) {
            super(message);
            this.message = message;
        }
    }

    /** Takes an expression whose parts are in order, returns it or something simpler of the same value. */
    static Expr folded(Expr expression) throws Mismatch {
        check(expression);
        return switch (expression) {
            case Expr.Not(Expr operand) ->
                operand.isValue() ? value(expression) : operand instanceof Expr.Not(Expr inner) ? inner : expression;
            case Expr.Negative(Expr operand) -> operand.isValue() ? value(expression) : expression;
            case Expr.If(Expr test, Expr then, Expr otherwise) ->
                test.isValue() && then.type() == otherwise.type()
                        ? Evaluation.truth(test, NO_STATE) ? then : otherwise
                        : expression;
            case Expr.Binary binary -> folded(binary);
            case Expr.Call(Function function, List<Expr> arguments) ->
                arguments.stream().allMatch(Expr::isValue) ? value(expression) : expression;
            case Expr.Int i -> i;
            case Expr.Real r -> r;
            case Expr.Bool b -> b;
            case Expr.Read r -> r;
            case Expr.Name n -> n;
            case Expr.Label l -> l;
        };
    }

    private static Expr folded(Expr.Binary binary) throws Mismatch {
        Expr left = binary.left();
        Expr right = binary.right();
        if (left.isValue() && right.isValue()) {
            return value(binary);
        }
        return switch (binary.op()) {
            case AND ->
                left.equals(Expr.Bool.TRUE) || right.equals(Expr.Bool.FALSE)
                        ? right
                        : right.equals(Expr.Bool.TRUE) || left.equals(Expr.Bool.FALSE) ? left : binary;
            case OR ->
                left.equals(Expr.Bool.FALSE) || right.equals(Expr.Bool.TRUE)
                        ? right
                        : right.equals(Expr.Bool.FALSE) || left.equals(Expr.Bool.TRUE) ? left : binary;
            case IMPLIES ->
                left.equals(Expr.Bool.TRUE)
                        ? right
                        : left.equals(Expr.Bool.FALSE) || right.equals(Expr.Bool.TRUE) ? Expr.Bool.TRUE : binary;
            case IFF, EQUAL, UNEQUAL, LESS, AT_MOST, AT_LEAST, MORE, PLUS, MINUS, TIMES, OVER -> binary;
        };
    }

    /** What has no value, as a division by zero, stays as it is: it may never be asked for. */
    private static Expr value(Expr expression) {
        try {
            return switch (expression.type()) {
                case BOOL -> new Expr.Bool(Evaluation.truth(expression, NO_STATE));
                case INT -> new Expr.Int(Evaluation.whole(expression, NO_STATE));
                case DOUBLE -> new Expr.Real(Evaluation.exact(expression, NO_STATE));
            };
        } catch (ArithmeticException e) {
            return expression;
        }
    }

    private static void check(Expr expression) throws Mismatch {
        switch (expression) {
            case Expr.Not(Expr operand) -> truth("!", operand);
            case Expr.Negative(Expr operand) -> number("-", operand);
            case Expr.If(Expr test, Expr then, Expr otherwise) -> {
                truth("?", test);
                if ((then.type() == Expr.Type.BOOL) != (otherwise.type() == Expr.Type.BOOL)) {
                    throw new Mismatch("One side of `:` is %s, the other %s."
                            .formatted(then.type().word(), otherwise.type().word()));
                }
            }
            case Expr.Binary(Op op, Expr left, Expr right) -> check(op, left, right);
            case Expr.Call(Function function, List<Expr> arguments) -> {
                for (Expr argument : arguments) {
                    number(function.word(), argument);
                    if (function == Function.MOD && argument.type() != Expr.Type.INT) {
                        throw new Mismatch("The function `mod` takes whole numbers.");
                    }
                }
            }
            case Expr.Int i -> {}
            case Expr.Real r -> {}
            case Expr.Bool b -> {}
            case Expr.Read r -> {}
            case Expr.Name n -> {}
            case Expr.Label l -> {}
        }
    }

    private static void check(Op op, Expr left, Expr right) throws Mismatch {
        if (op.joinsTruths()) {
            truth(op.sign, left);
            truth(op.sign, right);
        } else if (op == Op.EQUAL || op == Op.UNEQUAL) {
            if ((left.type() == Expr.Type.BOOL) != (right.type() == Expr.Type.BOOL)) {
                throw new Mismatch("`%s` compares %s with %s."
                        .formatted(op.sign, left.type().word(), right.type().word()));
            }
        } else {
            number(op.sign, left);
            number(op.sign, right);
        }
    }

    private static void truth(String sign, Expr operand) throws Mismatch {
        if (operand.type() != Expr.Type.BOOL) {
            throw new Mismatch("`%s` needs true or false, not %s."
                    .formatted(sign, operand.type().word()));
        }
    }

    private static void number(String sign, Expr operand) throws Mismatch {
        if (operand.type() == Expr.Type.BOOL) {
            throw new Mismatch("`%s` needs a number, not true or false.".formatted(sign));
        }
    }
}

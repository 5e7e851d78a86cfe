package parley.model;

import java.util.List;
import parley.prism.Expr;

/** Short ways to write expressions of the intermediate form. */
public final class Terms {
    private Terms() {}

    public static final Expr TRUE = Expr.Bool.TRUE;
    public static final Expr FALSE = Expr.Bool.FALSE;

    public static Expr number(long value) {
        return new Expr.Int(value);
    }

    public static Expr and(Expr left, Expr right) {
        return left.equals(FALSE) || right.equals(FALSE) ? FALSE : Expr.and(left, right);
    }

    public static Expr or(Expr left, Expr right) {
        if (left.equals(TRUE) || right.equals(TRUE)) {
            return TRUE;
        }
        return left.equals(FALSE) ? right : right.equals(FALSE) ? left : new Expr.Binary(Expr.Op.OR, left, right);
    }

    public static Expr any(List<Expr> parts) {
        return parts.stream().reduce(FALSE, Terms::or);
    }

    public static Expr all(List<Expr> parts) {
        return parts.stream().reduce(TRUE, Terms::and);
    }

    public static Expr not(Expr part) {
        if (part instanceof Expr.Bool(boolean value)) {
            return new Expr.Bool(!value);
        }
        return part instanceof Expr.Not(Expr inner) ? inner : new Expr.Not(part);
    }

    public static Expr is(Expr variable, int value) {
        return new Expr.Binary(Expr.Op.EQUAL, variable, number(value));
    }

    public static Expr atLeast(Expr variable, int value) {
        return value <= 0 ? TRUE : new Expr.Binary(Expr.Op.AT_LEAST, variable, number(value));
    }

    public static Expr sum(Expr left, Expr right) {
        return new Expr.Binary(Expr.Op.PLUS, left, right);
    }

    public static Expr choose(Expr test, Expr then, Expr otherwise) {
        return test.equals(TRUE) ? then : test.equals(FALSE) ? otherwise : new Expr.If(test, then, otherwise);
    }

    /** One more, but not above {@code cap}. */
    public static Expr next(Expr variable, int cap) {
        return new Expr.Call(Expr.Function.MIN, List.of(sum(variable, number(1)), number(cap)));
    }

    /** Counts on while a condition holds, and starts again from 0 when it does not. */
    public static Expr countWhile(Expr condition, Expr variable, int cap) {
        return choose(condition, next(variable, cap), number(0));
    }
}

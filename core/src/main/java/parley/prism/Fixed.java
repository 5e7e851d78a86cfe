package parley.prism;

import org.jspecify.annotations.Nullable;
import parley.prism.Expr.Op;

/** A condition that says that one variable has one value: {@code v=3}, {@code v}, {@code !v}, {@code v=true}. */
record Fixed(int variable, long value) {
    static @Nullable Fixed of(Expr condition) {
        if (condition instanceof Expr.Read read) {
            return new Fixed(read.variable(), 1);
        }
        if (condition instanceof Expr.Not(Expr operand)) {
            return operand instanceof Expr.Read read ? new Fixed(read.variable(), 0) : null;
        }
        if (condition instanceof Expr.Binary(Op op, Expr left, Expr right) && op == Op.EQUAL) {
            if (left instanceof Expr.Read read) {
                return of(read, right);
            }
            return right instanceof Expr.Read read ? of(read, left) : null;
        }
        return null;
    }

    private static @Nullable Fixed of(Expr.Read read, Expr value) {
        if (value instanceof Expr.Int(long whole)) {
            return new Fixed(read.variable(), whole);
        }
        return value instanceof Expr.Bool(boolean truth) ? new Fixed(read.variable(), truth ? 1 : 0) : null;
    }
}

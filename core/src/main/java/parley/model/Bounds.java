package parley.model;

import parley.prism.Expr;

/**
 * A condition on the grid: where it may be true already, and where it must be true by now. The two differ by what
 * rounding and the conduct of the other side leave open.
 */
public record Bounds(Expr may, Expr must) {
    public static Bounds exactly(Expr value) {
        return new Bounds(value, value);
    }

    /** Anything may be so, nothing has to. */
    static final Bounds FREE = new Bounds(Terms.TRUE, Terms.FALSE);

    public Bounds negated() {
        return new Bounds(Terms.not(must), Terms.not(may));
    }

    public Bounds and(Bounds other) {
        return new Bounds(Terms.and(may, other.may), Terms.and(must, other.must));
    }

    public Bounds or(Bounds other) {
        return new Bounds(Terms.or(may, other.may), Terms.or(must, other.must));
    }
}

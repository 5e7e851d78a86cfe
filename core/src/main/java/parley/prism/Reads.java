package parley.prism;

import java.util.List;
import parley.prism.Expr.Op;

/** Which variables an expression reads. */
final class Reads {
    private Reads() {}

    static void mark(Expr expression, boolean[] read) {
        switch (expression) {
            case Expr.Read(String name, int variable, Expr.Type type) -> read[variable] = true;
            case Expr.Not(Expr operand) -> mark(operand, read);
            case Expr.Negative(Expr operand) -> mark(operand, read);
            case Expr.Binary(Op op, Expr left, Expr right) -> {
                mark(left, read);
                mark(right, read);
            }
            case Expr.If(Expr test, Expr then, Expr otherwise) -> {
                mark(test, read);
                mark(then, read);
                mark(otherwise, read);
            }
            case Expr.Call(Expr.Function function, List<Expr> arguments) -> arguments.forEach(a -> mark(a, read));
            case Expr.Int i -> {}
            case Expr.Real r -> {}
            case Expr.Bool b -> {}
            case Expr.Name n -> {}
            case Expr.Label l -> {}
        }
    }
}

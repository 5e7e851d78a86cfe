package parley.prism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parley.prism.Expr.Op;

/** Finds the one state that {@code init … endinit} describes. */
final class Start {
    private static final long MOST_TRIED = 2_000_000;

    private Start() {}

    static int[] single(Expr condition, List<Model.Var> vars, Scope scope) {
        var known = new boolean[vars.size()];
        var state = new int[vars.size()];
        for (Expr conjunct : conjuncts(condition)) {
            Fixed fixed = Fixed.of(conjunct);
            if (fixed != null) {
                Model.Var variable = vars.get(fixed.variable());
                if (fixed.value() < variable.low() || fixed.value() > variable.high()) {
                    throw scope.refusal("No state fits init … endinit: `%s` has the range [%d..%d]."
                            .formatted(variable.name(), variable.low(), variable.high()));
                }
                known[fixed.variable()] = true;
                state[fixed.variable()] = (int) fixed.value();
            }
        }
        return search(condition, vars, known, state, scope);
    }

    /** Tries all values of the variables that no equation fixes. */
    private static int[] search(Expr condition, List<Model.Var> vars, boolean[] known, int[] state, Scope scope) {
        var free = new ArrayList<Integer>();
        double ways = 1;
        for (int v = 0; v < vars.size(); v++) {
            if (!known[v]) {
                free.add(v);
                state[v] = vars.get(v).low();
                ways *= vars.get(v).high() - vars.get(v).low() + 1.0;
            }
        }
        if (ways > MOST_TRIED) {
            throw scope.refusal("The condition of init … endinit leaves `%s` and others open; give each variable a value."
                    .formatted(vars.get(free.getFirst()).name()));
        }
        int[] found = {};
        do {
            if (Evaluation.truth(condition, state)) {
                if (found.length > 0) {
                    throw scope.refusal("Several states fit init … endinit; one is needed.");
                }
                found = Arrays.copyOf(state, state.length);
            }
        } while (next(free, vars, state));
        if (found.length == 0 && !vars.isEmpty()) {
            throw scope.refusal("No state fits init … endinit.");
        }
        return found;
    }

    private static boolean next(List<Integer> free, List<Model.Var> vars, int[] state) {
        for (int v : free) {
            if (state[v] < vars.get(v).high()) {
                state[v]++;
                return true;
            }
            state[v] = vars.get(v).low();
        }
        return false;
    }

    static List<Expr> conjuncts(Expr condition) {
        var found = new ArrayList<Expr>();
        collect(condition, found);
        return found;
    }

    private static void collect(Expr condition, List<Expr> into) {
        if (condition instanceof Expr.Binary(Op op, Expr left, Expr right) && op == Op.AND) {
            collect(left, into);
            collect(right, into);
        } else if (!condition.equals(Expr.TRUE)) {
            into.add(condition);
        }
    }
}

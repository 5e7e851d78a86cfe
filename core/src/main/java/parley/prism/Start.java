package parley.prism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parley.prism.Expr.Op;

/**
 * Finds the one state that {@code init … endinit} describes. A variable that the condition does not speak of starts
 * at each of its values: the published {@code safe_nav} games leave one out, and their counts are from all these states.
 */
final class Start {
    private static final long MOST_TRIED = 2_000_000;
    private static final int MOST_STARTS = 1_000;

    private Start() {}

    static int[] single(Expr condition, List<Model.Var> vars, Scope scope) {
        var spokenOf = new boolean[vars.size()];
        Reads.mark(condition, spokenOf);
        var known = new boolean[vars.size()];
        int[] state = vars.stream().mapToInt(Model.Var::init).toArray();
        for (int v = 0; v < known.length; v++) {
            known[v] = !spokenOf[v];
        }
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
            throw scope.refusal(
                    "The condition of init … endinit leaves `%s` and others open; give each variable a value."
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

    static boolean next(List<Integer> free, List<Model.Var> vars, int[] state) {
        for (int v : free) {
            if (state[v] < vars.get(v).high()) {
                state[v]++;
                return true;
            }
            state[v] = vars.get(v).low();
        }
        return false;
    }

    /** Returns the variables with several values that a condition does not speak of. */
    static List<Integer> free(Expr condition, List<Model.Var> vars, Scope scope) {
        var spokenOf = new boolean[vars.size()];
        Reads.mark(condition, spokenOf);
        var free = new ArrayList<Integer>();
        long ways = 1;
        for (int v = 0; v < spokenOf.length; v++) {
            if (!spokenOf[v] && vars.get(v).high() > vars.get(v).low()) {
                free.add(v);
                ways = Math.min(
                        MOST_TRIED, ways * (vars.get(v).high() - vars.get(v).low() + 1L));
            }
        }
        if (ways > MOST_STARTS) {
            throw scope.refusal("init … endinit says nothing about `%s`; the model would start in more than %,d states."
                    .formatted(vars.get(free.getFirst()).name(), MOST_STARTS));
        }
        return free;
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
        } else if (!condition.equals(Expr.Bool.TRUE)) {
            into.add(condition);
        }
    }
}

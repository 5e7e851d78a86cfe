package parley.prism;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds the states in which conditions hold. */
final class Marking {
    private final Explored explored;

    Marking(Explored explored) {
        this.explored = explored;
    }

    /** Returns a set for each condition, all found in one pass. */
    List<BitSet> states(List<Expr> conditions) {
        var sets = new ArrayList<BitSet>();
        conditions.forEach(c -> sets.add(new BitSet(explored.count())));
        if (conditions.isEmpty()) {
            return sets;
        }
        Steps steps = explored.conditions(conditions);
        var holding = new int[conditions.size()];
        for (int state = 0; state < explored.count(); state++) {
            int many = explored.holding(steps, state, holding);
            for (int i = 0; i < many; i++) {
                sets.get(holding[i]).set(state);
            }
        }
        return sets;
    }

    /** The built-in labels are sets, not conditions: an expression around them is put together from sets. */
    BitSet states(Expr read, PropertiesFile with) {
        return combined(read, scope(with));
    }

    Scope scope(PropertiesFile with) {
        Scope scope = Scope.of(explored.model(), with.given());
        with.addTo(scope);
        return scope;
    }

    private BitSet combined(Expr read, Scope scope) {
        return switch (read) {
            case Expr.Label(String name, int line, int column)
            when name.equals("init") || name.equals("deadlock") ->
                (BitSet) Objects.requireNonNull(explored.game().labels().get(name))
                        .clone();
            case Expr.Not(Expr operand) -> {
                BitSet set = combined(operand, scope);
                set.flip(0, explored.count());
                yield set;
            }
            case Expr.Binary(Expr.Op op, Expr left, Expr right)
            when op == Expr.Op.AND && speaksOfSets(read) -> {
                BitSet set = combined(left, scope);
                set.and(combined(right, scope));
                yield set;
            }
            case Expr.Binary(Expr.Op op, Expr left, Expr right)
            when op == Expr.Op.OR && speaksOfSets(read) -> {
                BitSet set = combined(left, scope);
                set.or(combined(right, scope));
                yield set;
            }
            case Expr.Binary(Expr.Op op, Expr left, Expr right)
            when op == Expr.Op.IMPLIES && speaksOfSets(read) ->
                combined(new Expr.Binary(Expr.Op.OR, new Expr.Not(left), right), scope);
            case Expr.Binary b -> plain(b, scope);
            case Expr.Label l -> plain(l, scope);
            case Expr.Bool b -> plain(b, scope);
            case Expr.Int i -> plain(i, scope);
            case Expr.Real r -> plain(r, scope);
            case Expr.Name n -> plain(n, scope);
            case Expr.Read r -> plain(r, scope);
            case Expr.If i -> plain(i, scope);
            case Expr.Call c -> plain(c, scope);
            case Expr.Negative n -> plain(n, scope);
        };
    }

    private static boolean speaksOfSets(Expr read) {
        return switch (read) {
            case Expr.Label(String name, int line, int column) -> name.equals("init") || name.equals("deadlock");
            case Expr.Not(Expr operand) -> speaksOfSets(operand);
            case Expr.Binary(Expr.Op op, Expr left, Expr right) -> speaksOfSets(left) || speaksOfSets(right);
            case Expr.Bool b -> false;
            case Expr.Int i -> false;
            case Expr.Real r -> false;
            case Expr.Name n -> false;
            case Expr.Read r -> false;
            case Expr.If i -> false;
            case Expr.Call c -> false;
            case Expr.Negative n -> false;
        };
    }

    private BitSet plain(Expr read, Scope scope) {
        return states(List.of(scope.resolve(read, Expr.Type.BOOL, Map.of()))).getFirst();
    }
}

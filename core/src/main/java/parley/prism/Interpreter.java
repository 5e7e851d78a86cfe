package parley.prism;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.game.Fraction;
import parley.game.Game.Chance;

/**
 * What can happen in a state, straight from the intermediate form: slow, without packing, without sharing anything with
 * the exploration but the values of expressions. Tests hold the exploration against it.
 */
final class Interpreter {
    private final Model model;

    Interpreter(Model model) {
        this.model = model;
    }

    /** A choice: its action, {@code ""} for none, and the chance of each state that may follow. */
    record Move(String action, Map<List<Integer>, Chance> next) {}

    /** Returns the choices in a state, equal ones as often as they occur; none in a deadlock. Chances are taken as the model has them. */
    List<Move> moves(List<Integer> values) {
        int[] state = values.stream().mapToInt(Integer::intValue).toArray();
        var moves = new ArrayList<Move>();
        for (List<Model.Command> commands : enabled(state)) {
            Map<List<Integer>, Chance> next = Map.of(values, Chance.of(Fraction.ONE));
            for (Model.Command command : commands) {
                next = after(command, state, next);
            }
            moves.add(new Move(commands.getFirst().action(), next));
        }
        return moves;
    }

    /** The commands that take part in some choice of a state. */
    Set<Model.Command> possible(int[] state) {
        var possible = new HashSet<Model.Command>();
        enabled(state).forEach(possible::addAll);
        return possible;
    }

    private List<List<Model.Command>> enabled(int[] state) {
        var all = new ArrayList<List<Model.Command>>();
        var seen = new HashSet<String>();
        for (Model.Command command : model.commands()) {
            if (command.action().isEmpty()) {
                if (Evaluation.truth(command.guard(), state)) {
                    all.add(List.of(command));
                }
            } else if (seen.add(command.action())) {
                all.addAll(together(command.action(), state));
            }
        }
        return all;
    }

    private List<List<Model.Command>> together(String action, int[] state) {
        var byModule = new LinkedHashMap<Integer, List<Model.Command>>();
        for (Model.Command command : model.commands()) {
            if (command.action().equals(action)) {
                var own = byModule.computeIfAbsent(command.module(), m -> new ArrayList<>());
                if (Evaluation.truth(command.guard(), state)) {
                    own.add(command);
                }
            }
        }
        List<List<Model.Command>> ways = List.of(List.of());
        for (List<Model.Command> own : byModule.values()) {
            var longer = new ArrayList<List<Model.Command>>();
            for (List<Model.Command> way : ways) {
                for (Model.Command command : own) {
                    var more = new ArrayList<>(way);
                    more.add(command);
                    longer.add(more);
                }
            }
            ways = longer;
        }
        return ways;
    }

    private static Map<List<Integer>, Chance> after(
            Model.Command command, int[] state, Map<List<Integer>, Chance> before) {
        var after = new LinkedHashMap<List<Integer>, Chance>();
        before.forEach((target, chance) -> {
            for (Model.Branch branch : command.branches()) {
                Fraction low = Evaluation.exact(branch.low(), state).times(chance.low());
                Fraction high = Evaluation.exact(branch.high(), state).times(chance.high());
                if (high.signum() > 0) {
                    after.merge(
                            updated(branch, state, target),
                            new Chance(low, high),
                            (a, b) -> new Chance(a.low().plus(b.low()), a.high().plus(b.high())));
                }
            }
        });
        return after;
    }

    private static List<Integer> updated(Model.Branch branch, int[] state, List<Integer> target) {
        var next = new ArrayList<>(target);
        for (Model.Assignment assignment : branch.assignments()) {
            Expr value = assignment.value();
            long whole = value.type() == Expr.Type.BOOL
                    ? (Evaluation.truth(value, state) ? 1 : 0)
                    : Evaluation.whole(value, state);
            next.set(assignment.variable(), Math.toIntExact(whole));
        }
        return next;
    }
}

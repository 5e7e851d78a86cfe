package parley.prism;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.game.Game.Kind;

/**
 * The intermediate form: variables with ranges, and commands that move them. In a state every command without an
 * action, or whose action no other module knows, is a choice if its guard holds; an action that several modules know is
 * a choice for each combination of one such command from each of them, chances multiplied, updates together.
 *
 * @param players names, numbered from 1; empty unless the kind is a game
 * @param modules names, numbered from 0; one is enough unless modules share actions
 * @param vars the variables; an {@link Expr.Read} speaks of them by their place in this list
 * @param free variables that may start anywhere in their range; empty as a rule
 * @param labels named sets of states, without the built-in {@code init} and {@code deadlock}
 * @param rewards what is collected, by name of the structure; the one without a name is {@code ""}
 * @param constants the values given to constants, for expressions read later
 * @param formulas resolved, for expressions read later
 */
public record Model(
        Kind kind,
        List<String> players,
        List<String> modules,
        List<Var> vars,
        List<Command> commands,
        List<Integer> free,
        Map<String, Expr> labels,
        Map<String, List<Reward>> rewards,
        Map<String, Expr> constants,
        Map<String, Expr> formulas) {

    public Model {
        players = List.copyOf(players);
        modules = List.copyOf(modules);
        vars = List.copyOf(vars);
        commands = List.copyOf(commands);
        free = List.copyOf(free);
    }

    /** A variable from {@code low} to {@code high}; a Boolean has 0 and 1. */
    public record Var(String name, Expr.Type type, int low, int high, int init) {
        public Var {
            if (low > init || init > high) {
                throw new IllegalArgumentException(
                        "The variable %s starts at %d, outside of [%d..%d].".formatted(name, init, low, high));
            }
        }

        public static Var of(String name, int low, int high, int init) {
            return new Var(name, Expr.Type.INT, low, high, init);
        }

        public static Var truth(String name, boolean init) {
            return new Var(name, Expr.Type.BOOL, 0, 1, init ? 1 : 0);
        }
    }

    /**
     * Something that may be done.
     *
     * @param player who may do it, from 1; 0 for nobody in particular
     * @param module the module it belongs to, from 0
     * @param action its name, or {@code ""}
     * @param line where it comes from, for messages
     */
    public record Command(int player, int module, String action, Expr guard, List<Branch> branches, int line) {
        public Command {
            branches = List.copyOf(branches);
        }
    }

    /** One outcome of a command; the two chances are the same object unless the model gives an interval. */
    public record Branch(Expr low, Expr high, List<Assignment> assignments) {
        public Branch {
            assignments = List.copyOf(assignments);
        }

        public boolean exact() {
            return low.equals(high);
        }
    }

    /** All assignments of a branch read the state before it. */
    public record Assignment(int variable, Expr value) {}

    /** What a state ({@code action} null) or a choice with this action brings where the guard holds. */
    public record Reward(@Nullable String action, Expr guard, Expr value) {}

    public Expr.Read read(String name) {
        for (int v = 0; v < vars.size(); v++) {
            if (vars.get(v).name().equals(name)) {
                return new Expr.Read(name, v, vars.get(v).type());
            }
        }
        throw new IllegalArgumentException("The model has no variable %s.".formatted(name));
    }

    /** Returns the states in which the model may start, as a rule one. */
    List<int[]> starts() {
        int[] state = vars.stream().mapToInt(Var::init).toArray();
        for (int v : free) {
            state[v] = vars.get(v).low();
        }
        var all = new ArrayList<int[]>();
        do {
            all.add(state.clone());
        } while (Start.next(free, vars, state));
        return all;
    }
}

package parley.prism;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import parley.game.Atoms;
import parley.game.Fraction;
import parley.game.Game;

/** A model with all its states: the game, and what each state means. */
public final class Explored implements Exploration {
    private final Model model;
    private final Layout layout;
    private final StateIndex index;
    private final int compileAt;
    private final Game game;
    private final List<String> notes;

    Explored(
            Model model,
            Layout layout,
            StateIndex index,
            Rows rows,
            SortedMap<Integer, Fraction> scaled,
            int compileAt) {
        this.model = model;
        this.layout = layout;
        this.index = index;
        this.compileAt = compileAt;
        index.trim();
        notes = List.copyOf(notes(model, scaled));
        var labels = new LinkedHashMap<String, BitSet>();
        var names = new ArrayList<>(model.labels().keySet());
        List<BitSet> sets = new Marking(this).states(List.copyOf(model.labels().values()));
        for (int i = 0; i < names.size(); i++) {
            labels.put(names.get(i), sets.get(i));
        }
        var init = new BitSet();
        init.set(0, model.starts().size());
        labels.put("init", init);
        labels.put("deadlock", rows.deadlock());
        game = new Game(
                model.kind(),
                model.players(),
                0,
                rows.owner(),
                rows.firstChoice(),
                rows.firstBranch(),
                rows.successor(),
                rows.chance(),
                rows.chances(),
                rows.action(),
                rows.actions(),
                labels,
                new RewardPass(this, rows).rewards());
    }

    private static List<String> notes(Model model, SortedMap<Integer, Fraction> scaled) {
        var notes = new ArrayList<String>();
        for (int v : model.free()) {
            notes.add(
                    "init … endinit says nothing about `%s`: the model may start at each of its values; state 0 has the lowest."
                            .formatted(model.vars().get(v).name()));
        }
        if (!scaled.isEmpty()) {
            notes.add(
                    "The probabilities of %d commands (the first in line %d) do not add up to 1 exactly; they were divided by their sum."
                            .formatted(scaled.size(), scaled.firstKey()));
        }
        return notes;
    }

    /** Returns what a reader should know about how the model was taken, in sentences; empty as a rule. */
    public List<String> notes() {
        return notes;
    }

    public Model model() {
        return model;
    }

    public Game game() {
        return game;
    }

    /** Returns the states in which an expression holds; {@code "init"}, {@code "deadlock"} and labels of the model may occur. */
    public Result<BitSet> states(String expression) {
        return states(expression, PropertiesFile.empty());
    }

    /** Returns the states in which an expression of a file of properties holds. */
    public Result<BitSet> states(String expression, PropertiesFile with) {
        return Result.of(() -> {
            Expr read = ExprParser.whole(expression);
            if (read instanceof Expr.Label(String name, int line, int column)
                    && game.labels().containsKey(name)) {
                return (BitSet) game.labels().get(name).clone();
            }
            return new Marking(this).states(read, with);
        });
    }

    /** Returns the value of an expression that is the same in every state, such as a bound on steps. */
    public Result<Fraction> number(String expression, PropertiesFile with) {
        return Result.of(() -> {
            Expr found =
                    new Marking(this).scope(with).resolve(ExprParser.whole(expression), Expr.Type.DOUBLE, Map.of());
            if (!found.isValue()) {
                throw new Refusal(1, 1, "The value of %s must be the same in every state.".formatted(expression));
            }
            return Evaluation.exact(found, new int[0]);
        });
    }

    /** Returns what questions about this model may speak of: its variables, constants and labels, and those of a file. */
    public Atoms atoms(PropertiesFile with) {
        return new ModelAtoms(this, with);
    }

    /** Returns the value of each variable of the model in a state; truth is 1. */
    public int[] values(int state) {
        var values = new int[model.vars().size()];
        layout.unpack(index.first(state), index.second(state), values);
        return values;
    }

    /** Returns the value of one variable, by its place in the model's list. */
    public int value(int state, int variable) {
        return layout.get(variable, index.first(state), index.second(state));
    }

    /** Returns the number of the state with these values, or −1 if it cannot be reached. */
    public int state(int[] values) {
        return index.find(layout.pack(values, 0), layout.pack(values, 1));
    }

    /** Writes a state as {@code (turn=0, late=false)}. */
    public String shown(int state) {
        return layout.shown(index.first(state), index.second(state));
    }

    /** Writes the numbers of the conditions that hold in a state, and returns how many. */
    int holding(Steps steps, int state, int[] into) {
        try {
            return steps.enabled(first(state), second(state), into);
        } catch (ArithmeticException e) {
            throw new Refusal(
                    0, 0, "A condition has no value in the state %s: %s.".formatted(shown(state), Choices.reason(e)));
        }
    }

    int count() {
        return index.count();
    }

    long first(int state) {
        return index.first(state);
    }

    long second(int state) {
        return index.second(state);
    }

    /** Steps that say which of the conditions hold, made in the way that pays for so many states. */
    Steps conditions(List<Expr> conditions) {
        return index.count() > compileAt
                ? Compilation.of(layout, conditions, List.of())
                : new TreeSteps(layout, conditions, List.of());
    }
}

package parley.prism;

import java.util.ArrayList;
import java.util.List;

/** A model step by step, as the slow interpreter reads it: for walks in models that are too large to be explored. */
public final class Interpreted {
    private final Interpreter interpreter;
    private final Model model;

    public Interpreted(Model model) {
        this.model = model;
        this.interpreter = new Interpreter(model);
    }

    /** What may happen next, and the state after it: one entry for each that may follow. */
    public record Next(String action, List<Integer> state) {}

    public List<Integer> start() {
        List<Integer> start = new ArrayList<>();
        for (int value : model.starts().getFirst()) {
            start.add(value);
        }
        return start;
    }

    public List<Next> next(List<Integer> state) {
        List<Next> all = new ArrayList<>();
        for (Interpreter.Move move : interpreter.moves(state)) {
            move.next().keySet().forEach(s -> all.add(new Next(move.action(), s)));
        }
        return all;
    }

    /** Says whether a label of the model holds in a state. */
    public boolean is(String label, List<Integer> state) {
        Expr states = model.labels().get(label);
        if (states == null) {
            throw new IllegalArgumentException("The model has no label `%s`.".formatted(label));
        }
        return Evaluation.truth(
                states, state.stream().mapToInt(Integer::intValue).toArray());
    }
}

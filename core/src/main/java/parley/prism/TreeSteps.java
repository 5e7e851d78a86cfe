package parley.prism;

import java.util.List;

/** Steps by walking expressions: slow, but there at once; small models never need more. */
final class TreeSteps extends Steps {
    private final List<Expr> conditions;
    private final List<List<Model.Assignment>> updates;
    private final int[] state;

    TreeSteps(Layout layout, List<Expr> conditions, List<List<Model.Assignment>> updates) {
        this.conditions = conditions;
        this.updates = updates;
        this.state = new int[layout.vars.size()];
        over(layout, List.of());
    }

    @Override
    int enabled(long first, long second, int[] out) {
        layout.unpack(first, second, state);
        int found = 0;
        for (int c = 0; c < conditions.size(); c++) {
            if (Evaluation.truth(conditions.get(c), state)) {
                out[found++] = c;
            }
        }
        return found;
    }

    @Override
    void apply(long first, long second, int update, long[] target) {
        layout.unpack(first, second, state);
        for (Model.Assignment assignment : updates.get(update)) {
            int v = assignment.variable();
            Expr value = assignment.value();
            long whole = value.type() == Expr.Type.BOOL
                    ? (Evaluation.truth(value, state) ? 1 : 0)
                    : Evaluation.whole(value, state);
            int word = layout.word[v];
            long width = (long) layout.vars.get(v).high() - layout.low[v];
            target[word] =
                    (target[word] & ~layout.bits(v)) | (field(whole, layout.low[v], width, v) << layout.shift[v]);
        }
    }
}

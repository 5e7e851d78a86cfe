package parley.prism;

import java.util.List;

/** Steps by walking expressions: slower than compiled ones, but there at once; small models never need more. */
final class TreeSteps extends Steps {
    private final int[] conditions;
    /** Of each update the variables it sets, and what to. */
    private final int[][] variables;

    private final int[][] values;
    private final boolean[][] truths;
    private final int[] state;
    private final Program program;
    private boolean loaded;
    private long loadedFirst;
    private long loadedSecond;

    TreeSteps(Layout layout, List<Expr> conditions, List<List<Model.Assignment>> updates) {
        state = new int[layout.vars.size()];
        program = new Program(state);
        this.conditions = conditions.stream().mapToInt(program::truth).toArray();
        variables = new int[updates.size()][];
        values = new int[updates.size()][];
        truths = new boolean[updates.size()][];
        for (int u = 0; u < updates.size(); u++) {
            List<Model.Assignment> update = updates.get(u);
            variables[u] = new int[update.size()];
            values[u] = new int[update.size()];
            truths[u] = new boolean[update.size()];
            for (int i = 0; i < update.size(); i++) {
                Expr value = update.get(i).value();
                variables[u][i] = update.get(i).variable();
                truths[u][i] = value.type() == Expr.Type.BOOL;
                values[u][i] = truths[u][i] ? program.truth(value) : program.number(value);
            }
        }
        program.closed();
        over(layout, List.of());
    }

    private void load(long first, long second) {
        if (!loaded || first != loadedFirst || second != loadedSecond) {
            layout.unpack(first, second, state);
            program.moved();
            loaded = true;
            loadedFirst = first;
            loadedSecond = second;
        }
    }

    @Override
    int enabled(long first, long second, int[] out) {
        load(first, second);
        int found = 0;
        for (int c = 0; c < conditions.length; c++) {
            if (program.holds(conditions[c])) {
                out[found++] = c;
            }
        }
        return found;
    }

    @Override
    void apply(long first, long second, int update, long[] target) {
        load(first, second);
        for (int i = 0; i < variables[update].length; i++) {
            int v = variables[update][i];
            int value = values[update][i];
            long whole = truths[update][i] ? (program.holds(value) ? 1 : 0) : program.value(value);
            int word = layout.word[v];
            long width = (long) layout.vars.get(v).high() - layout.low[v];
            target[word] =
                    (target[word] & ~layout.bits(v)) | (field(whole, layout.low[v], width, v) << layout.shift[v]);
        }
    }
}

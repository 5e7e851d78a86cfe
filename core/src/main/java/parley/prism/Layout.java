package parley.prism;

import java.util.List;

/**
 * Where each variable lies in a state of one or two 64-bit words. A field holds the value less the lowest one; no field
 * crosses words; bits that belong to no field are zero, so that equal states are equal words.
 */
final class Layout {
    private static final int WORD = 64;

    final List<Model.Var> vars;
    final int words;
    final int[] word;
    final int[] shift;
    /** Of each variable, before shifting. */
    final long[] mask;

    final int[] low;

    Layout(List<Model.Var> vars) {
        this.vars = vars;
        int many = vars.size();
        word = new int[many];
        shift = new int[many];
        mask = new long[many];
        low = new int[many];
        int[] used = new int[2];
        for (int v = 0; v < many; v++) {
            Model.Var variable = vars.get(v);
            int bits = WORD - Long.numberOfLeadingZeros((long) variable.high() - variable.low());
            int in = used[0] + bits <= WORD ? 0 : 1;
            if (used[in] + bits > WORD) {
                throw new Refusal(0, 0, "The variables need more than %d bits.".formatted(2 * WORD));
            }
            word[v] = in;
            shift[v] = used[in] % WORD;
            mask[v] = bits == 0 ? 0 : -1L >>> (WORD - bits);
            low[v] = variable.low();
            used[in] += bits;
        }
        words = used[1] > 0 ? 2 : 1;
    }

    int get(int variable, long first, long second) {
        return (int) (((word[variable] == 0 ? first : second) >>> shift[variable]) & mask[variable]) + low[variable];
    }

    void unpack(long first, long second, int[] into) {
        for (int v = 0; v < into.length; v++) {
            into[v] = get(v, first, second);
        }
    }

    long pack(int[] state, int which) {
        long packed = 0;
        for (int v = 0; v < state.length; v++) {
            if (word[v] == which) {
                packed |= ((long) state[v] - low[v]) << shift[v];
            }
        }
        return packed;
    }

    /** The bits of a variable within its word. */
    long bits(int variable) {
        return mask[variable] << shift[variable];
    }

    /** Writes a state as people read it: {@code (turn=0, pp=4, late=false)}. */
    String shown(long first, long second) {
        var text = new StringBuilder("(");
        for (int v = 0; v < vars.size(); v++) {
            int value = get(v, first, second);
            text.append(v == 0 ? "" : ", ")
                    .append(vars.get(v).name())
                    .append('=')
                    .append(vars.get(v).type() == Expr.Type.BOOL ? String.valueOf(value == 1) : String.valueOf(value));
        }
        return text.append(')').toString();
    }
}

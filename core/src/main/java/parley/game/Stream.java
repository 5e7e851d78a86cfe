package parley.game;

/**
 * The choices of a {@link Quotient} in the order of its nodes, as one run of numbers without holes. A choice with one
 * certain successor and no gain is {@code 0, place}; another is its number of terms (branches and the gain), then
 * {@code place, chance} for each branch. Places are those of lower bounds, two times the node.
 *
 * @param begins for each node where its choices begin
 */
@SuppressWarnings("ArrayRecordComponent") // a kernel reads it; nobody compares two
record Stream(int[] words, int[] begins) {

    static Stream of(Quotient q) {
        int branches = q.successor().length;
        int single = 0;
        int choices = q.firstBranch().length - 1;
        for (int c = 0; c < choices; c++) {
            single += certain(q, c) ? 1 : 0;
        }
        var words = new int[Math.addExact(choices, Math.multiplyExact(2, branches) - single)];
        var begins = new int[q.nodes() + 1];
        int at = 0;
        for (int v = 0; v < q.nodes(); v++) {
            begins[v] = at;
            for (int c = q.firstChoice()[v]; c < q.firstChoice()[v + 1]; c++) {
                int b = q.firstBranch()[c];
                int end = q.firstBranch()[c + 1];
                boolean certain = certain(q, c);
                words[at++] = certain ? 0 : end - b + 1;
                for (; b < end; b++) {
                    words[at++] = 2 * q.successor()[b];
                    if (!certain) {
                        words[at++] = q.chance()[b];
                    }
                }
            }
        }
        begins[q.nodes()] = at;
        return new Stream(words, begins);
    }

    private static boolean certain(Quotient q, int c) {
        double[] gain = q.gain();
        return q.firstBranch()[c + 1] - q.firstBranch()[c] == 1 && (gain == null || gain[c] == 0);
    }
}

package parley.game;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to be iterated, in solving order: the undecided states, each end component of one side alone made one node,
 * components contiguous and sinks first. Two nodes after the last have fixed values.
 *
 * @param node for each state of the game its node
 * @param members for each node its states
 * @param first for each component its first node; one entry more than components
 * @param firstChoice nodes + 1 entries
 * @param firstBranch choices + 1 entries
 * @param successor the node each branch leads to
 * @param chance the index of each branch's probability
 * @param original for each choice the choice of the game it is
 * @param max whether the side of Max chooses at a node
 * @param gain for each choice what is collected, or {@code null}
 */
record Quotient(
        int[] node,
        int[][] members,
        int[] first,
        int[] firstChoice,
        int[] firstBranch,
        int[] successor,
        int[] chance,
        int[] original,
        boolean[] max,
        double @Nullable [] gain) {

    int nodes() {
        return members.length;
    }

    /** The node whose value is fixed at what a loss means. */
    int lost() {
        return members.length;
    }

    /** The node whose value is fixed at what a target means. */
    int won() {
        return members.length + 1;
    }

    /**
     * @param undecided the states to iterate
     * @param won the states of the node {@link #won}; the rest is {@link #lost}
     * @param groups end components to make one node, with disjoint states
     * @param dropped choices left out: those that wait in a group
     */
    static Quotient of(
            Arena arena, BitSet undecided, BitSet won, List<int[]> groups, BitSet dropped, double @Nullable [] gain) {
        var draft = new int[arena.states()];
        int[][] members = members(undecided, groups, draft);
        won.stream().forEach(s -> draft[s] = members.length + 1);
        Arena a = arena;
        var firstEdge = new int[members.length + 1];
        var edges = new Ints();
        for (int v = 0; v < members.length; v++) {
            eachEdge(a, members[v], draft, dropped, members.length, edges);
            firstEdge[v + 1] = edges.size();
        }
        Components.Sorted sorted = Components.sorted(members.length, firstEdge, edges.toArray());
        backwards(sorted);
        var renamed = new int[members.length + 2];
        var inOrder = new int[members.length][];
        for (int i = 0; i < members.length; i++) {
            renamed[sorted.order()[i]] = i;
            inOrder[i] = members[sorted.order()[i]];
        }
        renamed[members.length] = members.length;
        renamed[members.length + 1] = members.length + 1;
        for (int s = 0; s < draft.length; s++) {
            draft[s] = renamed[draft[s]];
        }
        return rows(a, draft, inOrder, sorted.first(), dropped, gain);
    }

    /** Within a component the states found last come first: values flow against the order of exploration. */
    private static void backwards(Components.Sorted sorted) {
        int[] order = sorted.order();
        for (int k = 0; k < sorted.count(); k++) {
            int from = sorted.first()[k];
            int to = sorted.first()[k + 1];
            java.util.Arrays.sort(order, from, to);
            for (int i = from, j = to - 1; i < j; i++, j--) {
                int swap = order[i];
                order[i] = order[j];
                order[j] = swap;
            }
        }
    }

    private static int[][] members(BitSet undecided, List<int[]> groups, int[] draft) {
        var alone = (BitSet) undecided.clone();
        for (int[] group : groups) {
            for (int s : group) {
                alone.clear(s);
            }
        }
        var members = new int[alone.cardinality() + groups.size()][];
        java.util.Arrays.fill(draft, members.length);
        int next = 0;
        for (int[] group : groups) {
            for (int s : group) {
                draft[s] = next;
            }
            members[next++] = group;
        }
        for (int s = alone.nextSetBit(0); s >= 0; s = alone.nextSetBit(s + 1)) {
            draft[s] = next;
            members[next++] = new int[] {s};
        }
        return members;
    }

    private static void eachEdge(Arena arena, int[] members, int[] node, BitSet dropped, int nodes, Ints edges) {
        Game game = arena.game();
        for (int s : members) {
            for (int c = game.firstChoice()[s]; c < game.firstChoice()[s + 1]; c++) {
                for (int b = game.firstBranch()[c]; b < game.firstBranch()[c + 1] && !dropped.get(c); b++) {
                    int to = node[game.successor()[b]];
                    if (to < nodes) {
                        edges.add(to);
                    }
                }
            }
        }
    }

    private static Quotient rows(
            Arena arena, int[] node, int[][] members, int[] first, BitSet dropped, double @Nullable [] gain) {
        Game game = arena.game();
        var firstChoice = new int[members.length + 1];
        var firstBranch = new Ints();
        var successor = new Ints();
        var chance = new Ints();
        var original = new Ints();
        var max = new boolean[members.length];
        firstBranch.add(0);
        for (int v = 0; v < members.length; v++) {
            max[v] = arena.max()[members[v][0]];
            for (int s : members[v]) {
                for (int c = game.firstChoice()[s]; c < game.firstChoice()[s + 1]; c++) {
                    if (dropped.get(c)) {
                        continue;
                    }
                    for (int b = game.firstBranch()[c]; b < game.firstBranch()[c + 1]; b++) {
                        successor.add(node[game.successor()[b]]);
                        chance.add(game.chance()[b]);
                    }
                    firstBranch.add(successor.size());
                    original.add(c);
                }
            }
            firstChoice[v + 1] = original.size();
        }
        double[] gains = gain == null
                ? null
                : java.util.stream.IntStream.of(original.toArray())
                        .mapToDouble(c -> gain[c])
                        .toArray();
        return new Quotient(
                node,
                members,
                first,
                firstChoice,
                firstBranch.toArray(),
                successor.toArray(),
                chance.toArray(),
                original.toArray(),
                max,
                gains);
    }
}

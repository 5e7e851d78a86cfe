package parley.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Strongly connected components and end components of games in rows: choices of a state, branches of a choice. */
final class Components {
    private Components() {}

    /** Components, sinks first: the k-th has the nodes {@code order[first[k]]} up to {@code order[first[k + 1]]}. */
    record Sorted(int[] order, int[] first) {
        int count() {
            return first.length - 1;
        }
    }

    /**
     * Tarjan's algorithm without recursion, whose depth would reach the number of nodes. Nodes of a component come in
     * the reverse order of discovery, which is near to the order in which values flow. O(nodes + edges).
     */
    static Sorted sorted(int nodes, int[] first, int[] to) {
        var index = new int[nodes];
        var low = new int[nodes];
        var next = new int[nodes];
        var stack = new int[nodes];
        var path = new int[nodes];
        var order = new int[nodes];
        var ends = new int[nodes + 1];
        int found = 0;
        int top = 0;
        int done = 0;
        int components = 0;
        for (int root = 0; root < nodes; root++) {
            if (index[root] != 0) {
                continue;
            }
            int depth = 0;
            path[0] = root;
            index[root] = low[root] = ++found;
            next[root] = first[root];
            stack[top++] = root;
            while (depth >= 0) {
                int v = path[depth];
                if (next[v] < first[v + 1]) {
                    int w = to[next[v]++];
                    if (index[w] == 0) {
                        index[w] = low[w] = ++found;
                        next[w] = first[w];
                        stack[top++] = w;
                        path[++depth] = w;
                    } else if (index[w] > 0) {
                        low[v] = Math.min(low[v], index[w]);
                    }
                } else {
                    depth--;
                    if (depth >= 0) {
                        low[path[depth]] = Math.min(low[path[depth]], low[v]);
                    }
                    if (low[v] == index[v]) {
                        int w;
                        do {
                            w = stack[--top];
                            index[w] = -1;
                            order[done++] = w;
                        } while (w != v);
                        ends[++components] = done;
                    }
                }
            }
        }
        return new Sorted(order, Arrays.copyOf(ends, components + 1));
    }

    /**
     * The maximal end components inside {@code states} with the choices {@code allowed}; both sets are cut down to what
     * lies in one. Each component in ascending order.
     */
    static List<int[]> ends(int[] firstChoice, int[] firstBranch, int[] successor, BitSet states, BitSet allowed) {
        int[] member = new int[firstChoice.length - 1];
        while (true) {
            Arrays.fill(member, -1);
            List<int[]> found = cut(firstChoice, firstBranch, successor, states, allowed, member);
            boolean dropped = false;
            for (int s = states.nextSetBit(0); s >= 0; s = states.nextSetBit(s + 1)) {
                boolean stays = false;
                for (int c = allowed.nextSetBit(firstChoice[s]);
                        c >= 0 && c < firstChoice[s + 1];
                        c = allowed.nextSetBit(c + 1)) {
                    if (inside(firstBranch, successor, member, c, member[s])) {
                        stays = true;
                    } else {
                        allowed.clear(c);
                        dropped = true;
                    }
                }
                if (!stays) {
                    states.clear(s);
                    dropped = true;
                }
            }
            if (!dropped) {
                return found;
            }
        }
    }

    private static boolean inside(int[] firstBranch, int[] successor, int[] member, int choice, int component) {
        for (int b = firstBranch[choice]; b < firstBranch[choice + 1]; b++) {
            if (successor[b] >= member.length || member[successor[b]] != component) {
                return false;
            }
        }
        return true;
    }

    private static List<int[]> cut(
            int[] firstChoice, int[] firstBranch, int[] successor, BitSet states, BitSet allowed, int[] member) {
        int[] nodes = states.stream().toArray();
        for (int i = 0; i < nodes.length; i++) {
            member[nodes[i]] = i;
        }
        var first = new int[nodes.length + 1];
        var to = new Ints();
        for (int i = 0; i < nodes.length; i++) {
            int end = firstChoice[nodes[i] + 1];
            for (int c = allowed.nextSetBit(firstChoice[nodes[i]]); c >= 0 && c < end; c = allowed.nextSetBit(c + 1)) {
                for (int b = firstBranch[c]; b < firstBranch[c + 1]; b++) {
                    if (successor[b] < member.length && member[successor[b]] >= 0) {
                        to.add(member[successor[b]]);
                    }
                }
            }
            first[i + 1] = to.size();
        }
        Sorted sorted = sorted(nodes.length, first, to.toArray());
        var found = new ArrayList<int[]>();
        for (int k = 0; k < sorted.count(); k++) {
            int[] component = new int[sorted.first()[k + 1] - sorted.first()[k]];
            for (int i = 0; i < component.length; i++) {
                component[i] = nodes[sorted.order()[sorted.first()[k] + i]];
            }
            Arrays.sort(component);
            found.add(component);
        }
        for (int k = 0; k < found.size(); k++) {
            for (int s : found.get(k)) {
                member[s] = k;
            }
        }
        return found;
    }
}

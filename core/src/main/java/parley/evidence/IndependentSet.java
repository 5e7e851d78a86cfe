package parley.evidence;

import java.util.BitSet;
import java.util.List;

/** Largest independent set of a graph of conflicts. Equal input gives the equal set. */
final class IndependentSet {
    /** Up to as many vertices the answer is exact. */
    static final int MOST_EXACT = 64;

    private IndependentSet() {}

    /**
     * Returns a set of vertices of which no two conflict: a largest one up to {@value #MOST_EXACT} vertices, above a
     * set that cannot be extended, taken by least degree first.
     *
     * @param conflicts symmetric; vertex i does not conflict with itself
     */
    static BitSet largest(List<BitSet> conflicts) {
        int n = conflicts.size();
        return n <= MOST_EXACT ? exact(conflicts, n) : greedy(conflicts, n);
    }

    private static BitSet exact(List<BitSet> conflicts, int n) {
        long[] adjacent = new long[n];
        for (int i = 0; i < n; i++) {
            long[] words = conflicts.get(i).toLongArray();
            adjacent[i] = words.length == 0 ? 0 : words[0];
        }
        long all = n == 64 ? -1L : (1L << n) - 1;
        return BitSet.valueOf(new long[] {largest(all, adjacent)});
    }

    /**
     * Branches on a vertex of largest degree, after what needs no branch: components apart, a vertex with at most one
     * conflict is taken, a vertex whose conflicts include all of a neighbour's is left, of a cycle any vertex is
     * taken. Conflicts by shared tags are unions of cliques, which these rules dissolve almost alone.
     *
     * @param left the vertices still in play
     * @param adjacent [n] conflicts of each vertex
     */
    private static long largest(long left, long[] adjacent) {
        if (left == 0) {
            return 0;
        }
        long component = component(left, adjacent);
        if (component != left) {
            return largest(component, adjacent) | largest(left & ~component, adjacent);
        }
        int most = -1;
        int mostDegree = -1;
        for (long rest = left; rest != 0; rest &= rest - 1) {
            int v = Long.numberOfTrailingZeros(rest);
            long near = adjacent[v] & left;
            int degree = Long.bitCount(near);
            if (degree <= 1) {
                return bit(v) | largest(left & ~near & ~bit(v), adjacent);
            }
            for (long others = near; others != 0; others &= others - 1) {
                int u = Long.numberOfTrailingZeros(others);
                // Everything that conflicts with v conflicts with u: whatever takes u may take v instead.
                if (((near | bit(v)) & ~((adjacent[u] & left) | bit(u))) == 0) {
                    return largest(left & ~bit(u), adjacent);
                }
            }
            if (degree > mostDegree) {
                most = v;
                mostDegree = degree;
            }
        }
        long with = bit(most) | largest(left & ~adjacent[most] & ~bit(most), adjacent);
        if (mostDegree == 2) {
            return with;
        }
        long without = largest(left & ~bit(most), adjacent);
        return Long.bitCount(without) > Long.bitCount(with) ? without : with;
    }

    private static long component(long left, long[] adjacent) {
        long reached = Long.lowestOneBit(left);
        for (long fresh = reached; fresh != 0; ) {
            int v = Long.numberOfTrailingZeros(fresh);
            fresh &= fresh - 1;
            long next = adjacent[v] & left & ~reached;
            reached |= next;
            fresh |= next;
        }
        return reached;
    }

    private static long bit(int v) {
        return 1L << v;
    }

    private static BitSet greedy(List<BitSet> conflicts, int n) {
        var left = new BitSet(n);
        left.set(0, n);
        var chosen = new BitSet(n);
        while (!left.isEmpty()) {
            int best = -1;
            int bestDegree = Integer.MAX_VALUE;
            for (int v = left.nextSetBit(0); v >= 0; v = left.nextSetBit(v + 1)) {
                var near = (BitSet) conflicts.get(v).clone();
                near.and(left);
                int degree = near.cardinality();
                if (degree < bestDegree) {
                    best = v;
                    bestDegree = degree;
                }
            }
            chosen.set(best);
            left.clear(best);
            left.andNot(conflicts.get(best));
        }
        return chosen;
    }
}

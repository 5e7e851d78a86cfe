package parley.prism;

import java.util.Arrays;

/**
 * The states found so far, numbered in the order in which they were found. Open addressing, a power of two slots, load
 * at most 0.6. A slot is one int: the number plus one in the low 25 bits and seven bits of the hash above, so that a
 * slot of another state is nearly always passed by without looking at the state: 4 bytes a slot and 8 or 16 a state.
 */
final class StateIndex {
    static final int MOST = (1 << 25) - 2;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int NUMBER = (1 << 25) - 1;

    private final int words;
    private long[] states;
    private int[] table;
    private int bits = 12;
    private int limit;
    private int count;
    private int[] entries = {};
    /** Written so that nobody leaves the reads out. */
    @SuppressWarnings("UnusedVariable") // written so that the early reads are not optimised away
    private long touched;

    StateIndex(int words) {
        this.words = words;
        states = new long[words << bits];
        table = new int[1 << bits];
        limit = (int) (0.6 * table.length);
    }

    /** What was read in passing; of no use but that it might be asked for. */
    long touched() {
        return touched;
    }

    int count() {
        return count;
    }

    long first(int state) {
        return states[words == 1 ? state : 2 * state];
    }

    long second(int state) {
        return words == 1 ? 0 : states[2 * state + 1];
    }

    /** Returns the number of a state; one not seen before gets the next number. */
    int number(long first, long second) {
        long hash = hash(first, second);
        int tag = (int) (hash >>> 8) & ~NUMBER;
        int mask = table.length - 1;
        int at = (int) (hash >>> (64 - bits));
        for (int entry = table[at]; entry != 0; entry = table[at]) {
            if ((entry & ~NUMBER) == tag) {
                int state = (entry & NUMBER) - 1;
                if (first(state) == first && second(state) == second) {
                    return state;
                }
            }
            at = (at + 1) & mask;
        }
        return add(at, tag, first, second);
    }

    /**
     * Reads what looking up many states will read, in loops whose reads do not wait for each other: afterwards they are
     * in the cache. Half of the time of an exploration is such waiting.
     */
    void touch(long[] targets, int many) {
        if (entries.length < many) {
            entries = new int[2 * many];
        }
        for (int i = 0; i < many; i++) {
            entries[i] = table[(int) (hash(targets[2 * i], targets[2 * i + 1]) >>> (64 - bits))];
        }
        long sum = 0;
        for (int i = 0; i < many; i++) {
            sum += entries[i] == 0 ? 0 : first((entries[i] & NUMBER) - 1);
        }
        touched += sum;
    }

    /** Returns the number of a state seen before, or −1. */
    synchronized int find(long first, long second) {
        if (table.length == 0) {
            bits--;
            grow();
        }
        long hash = hash(first, second);
        int tag = (int) (hash >>> 8) & ~NUMBER;
        int at = (int) (hash >>> (64 - bits));
        for (int entry = table[at]; entry != 0; entry = table[at]) {
            int state = (entry & NUMBER) - 1;
            if ((entry & ~NUMBER) == tag && first(state) == first && second(state) == second) {
                return state;
            }
            at = (at + 1) & (table.length - 1);
        }
        return -1;
    }

    private int add(int at, int tag, long first, long second) {
        if (count * words + 1 >= states.length) {
            states = Arrays.copyOf(states, states.length + (states.length >> 1));
        }
        if (words == 1) {
            states[count] = first;
        } else {
            states[2 * count] = first;
            states[2 * count + 1] = second;
        }
        table[at] = tag | (count + 1);
        if (count++ >= limit) {
            grow();
        }
        return count - 1;
    }

    private void grow() {
        bits++;
        table = new int[1 << bits];
        limit = (int) (0.6 * table.length);
        int mask = table.length - 1;
        for (int state = 0; state < count; state++) {
            long hash = hash(first(state), second(state));
            int at = (int) (hash >>> (64 - bits));
            while (table[at] != 0) {
                at = (at + 1) & mask;
            }
            table[at] = ((int) (hash >>> 8) & ~NUMBER) | (state + 1);
        }
    }

    /** Multiplies twice: once leaves runs of neighbours where states differ in few fields, and a long search in them. */
    private static long hash(long first, long second) {
        long mixed = (first ^ (second * 0xC2B2AE3D27D4EB4FL)) * GOLDEN;
        return (mixed ^ (mixed >>> 32)) * GOLDEN;
    }

    /** Gives the table back, which is rarely asked for again, and cuts the states to size. */
    void trim() {
        table = new int[0];
        states = Arrays.copyOf(states, count * words);
    }
}

package parley.prism;

import java.util.Arrays;

/** A map from longs other than −1 to ints from 0, by open addressing. */
final class Memo {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[64];
    private int[] values = new int[64];
    private int size;

    Memo() {
        Arrays.fill(keys, -1);
    }

    /** Returns the value, or −1. */
    int get(long key) {
        int at = slot(key);
        return keys[at] == key ? values[at] : -1;
    }

    int put(long key, int value) {
        if (2 * size >= keys.length) {
            grow();
        }
        int at = slot(key);
        if (keys[at] != key) {
            keys[at] = key;
            size++;
        }
        values[at] = value;
        return value;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int at = (int) (((key ^ (key >>> 32)) * GOLDEN) >>> 40) & mask;
        while (keys[at] != key && keys[at] != -1) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[2 * oldKeys.length];
        Arrays.fill(keys, -1);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != -1) {
                int at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }
}

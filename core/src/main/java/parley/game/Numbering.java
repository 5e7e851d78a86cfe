package parley.game;

import java.util.Arrays;

/** Numbers keys in the order in which they come; open addressing, load at most one half. Keys are not negative. */
final class Numbering {
    private long[] keys = new long[1 << 10];
    private int[] numbers = new int[1 << 10];
    private long[] inOrder = new long[1 << 9];
    private int size;

    Numbering() {
        Arrays.fill(keys, -1);
    }

    int size() {
        return size;
    }

    long key(int number) {
        return inOrder[number];
    }

    /** The number of a key, −1 if it has none. */
    int find(long key) {
        int at = slot(key);
        return keys[at] == key ? numbers[at] : -1;
    }

    int number(long key) {
        int at = slot(key);
        if (keys[at] != key) {
            if (2 * size >= keys.length) {
                grow();
                at = slot(key);
            }
            keys[at] = key;
            numbers[at] = size;
            inOrder = size == inOrder.length ? Arrays.copyOf(inOrder, 2 * size) : inOrder;
            inOrder[size++] = key;
        }
        return numbers[at];
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed ^ (mixed >>> 32)) & (keys.length - 1);
        while (keys[at] >= 0 && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        keys = new long[2 * keys.length];
        numbers = new int[keys.length];
        Arrays.fill(keys, -1);
        for (int i = 0; i < size; i++) {
            int at = slot(inOrder[i]);
            keys[at] = inOrder[i];
            numbers[at] = i;
        }
    }
}

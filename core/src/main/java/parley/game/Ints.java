package parley.game;

import java.util.Arrays;

/** A growing array of numbers. */
final class Ints {
    private int[] items = new int[16];
    private int size;

    void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size + (size >> 1) + 16);
        }
        items[size++] = item;
    }

    int size() {
        return size;
    }

    int get(int at) {
        return items[at];
    }

    int[] toArray() {
        return Arrays.copyOf(items, size);
    }
}

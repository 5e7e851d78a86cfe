package parley.prism;

import java.util.Arrays;

/** A list of ints that grows by half. */
final class Ints {
    int[] values = new int[1 << 10];
    int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, (int) Math.min(Integer.MAX_VALUE - 8L, size + (size >> 1) + 16L));
        }
        values[size++] = value;
    }

    int[] trimmed() {
        return Arrays.copyOf(values, size);
    }
}

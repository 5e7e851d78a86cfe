package parley.prism;

import java.util.Arrays;

/** The outcomes of the choices of some states in turn, before the states that follow have numbers. */
final class Block {
    /** How many states go into a block: their outcomes fit the cache. */
    static final int STATES = 256;

    long[] targets = new long[1 << 12];
    final Ints chance = new Ints();
    /** Of each choice the end of its outcomes. */
    final Ints ends = new Ints();

    final Ints action = new Ints();
    /** Of each state the end of its choices. */
    final Ints choices = new Ints();

    void clear() {
        chance.size = 0;
        ends.size = 0;
        action.size = 0;
        choices.size = 0;
    }

    void add(long[] states, int[] chances, int many, int name) {
        int before = chance.size;
        if (2 * (before + many) > targets.length) {
            targets = Arrays.copyOf(targets, 4 * (before + many));
        }
        System.arraycopy(states, 0, targets, 2 * before, 2 * many);
        for (int o = 0; o < many; o++) {
            chance.add(chances[o]);
        }
        ends.add(chance.size);
        action.add(name);
    }
}

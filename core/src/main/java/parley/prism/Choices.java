package parley.prism;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import parley.game.Fraction;
import parley.game.Game.Chance;

/**
 * The choices of one state, one after the other: which commands make it, which states follow with which chance. Holds
 * the buffers of one exploration; a state is loaded, then each choice in turn.
 */
final class Choices {
    /** PRISM lets sums of decimals be off by as much; they are divided by their sum, so that nothing is lost. */
    private static final Fraction TOLERANCE = Fraction.of(1, 100_000);

    private final Network network;
    private final Layout layout;
    private final Chances chances;
    private Steps steps;
    private final int[] enabled;
    private final int[] alone;
    private final int[][] inSlot;
    private final int[] slotSize;
    private int aloneSize;
    private int place;
    private final int[] wheel;
    private boolean turning;
    private long first;
    private long second;
    private final int[] state;
    private final boolean[] summed;
    private final int[] scaled;
    /** Of the chances of the current command where the state decides them. */
    private Fraction sum = Fraction.ONE;

    private final Map<Integer, Memo> memos = new HashMap<>();
    private final SortedMap<Integer, Fraction> scaledCommands = new TreeMap<>();

    /** The commands of the current choice; several if modules act together. */
    final int[] commands;

    int commandsSize;
    /** The outcomes of the current choice, before equal ones are added up: two words each, and a chance. */
    long[] targets = new long[64];

    int[] chance = new int[32];
    int outcomes;
    private final long[] target = new long[2];

    Choices(Network network, Steps steps) {
        this.network = network;
        this.steps = steps;
        layout = network.layout;
        chances = network.chances;
        int many = network.guards.size();
        enabled = new int[many];
        alone = new int[many];
        inSlot = new int[network.slots][4];
        slotSize = new int[network.slots];
        int most = network.together.stream().mapToInt(t -> t.length).max().orElse(1);
        wheel = new int[most];
        commands = new int[most];
        state = new int[layout.vars.size()];
        summed = new boolean[many];
        scaled = network.fixedChance();
    }

    void use(Steps faster) {
        steps = faster;
    }

    void load(long newFirst, long newSecond) {
        first = newFirst;
        second = newSecond;
        Arrays.fill(slotSize, 0);
        aloneSize = 0;
        int many = holding();
        sort(enabled, many);
        for (int i = 0; i < many; i++) {
            int slot = network.slot[enabled[i]];
            if (slot < 0) {
                alone[aloneSize++] = enabled[i];
            } else {
                if (slotSize[slot] == inSlot[slot].length) {
                    inSlot[slot] = Arrays.copyOf(inSlot[slot], 2 * slotSize[slot]);
                }
                inSlot[slot][slotSize[slot]++] = enabled[i];
            }
        }
        place = 0;
        turning = false;
    }

    private int holding() {
        try {
            return steps.enabled(first, second, enabled);
        } catch (ArithmeticException e) {
            throw new Refusal(
                    0,
                    0,
                    "A guard has no value in the state %s: %s.".formatted(layout.shown(first, second), reason(e)));
        }
    }

    /** Insertion sort: the lists are short and nearly in order. */
    private static void sort(int[] values, int size) {
        for (int i = 1; i < size; i++) {
            int value = values[i];
            int at = i;
            while (at > 0 && values[at - 1] > value) {
                values[at] = values[at - 1];
                at--;
            }
            values[at] = value;
        }
    }

    /** Goes to the next choice: commands alone in their order, then actions of several modules. */
    boolean next() {
        if (place < aloneSize) {
            commands[0] = alone[place++];
            commandsSize = 1;
            return true;
        }
        while (place - aloneSize < network.together.size()) {
            int[] slots = network.together.get(place - aloneSize);
            if (turning ? turn(slots) : allReady(slots)) {
                commandsSize = slots.length;
                for (int i = 0; i < slots.length; i++) {
                    commands[i] = inSlot[slots[i]][wheel[i]];
                }
                turning = true;
                return true;
            }
            turning = false;
            place++;
        }
        return false;
    }

    private boolean allReady(int[] slots) {
        for (int i = 0; i < slots.length; i++) {
            if (slotSize[slots[i]] == 0) {
                return false;
            }
            wheel[i] = 0;
        }
        return true;
    }

    private boolean turn(int[] slots) {
        for (int i = slots.length - 1; i >= 0; i--) {
            if (++wheel[i] < slotSize[slots[i]]) {
                return true;
            }
            wheel[i] = 0;
        }
        return false;
    }

    /** Works out the outcomes of the current choice. */
    void unfold() {
        alone(commands[0]);
        for (int i = 1; i < commandsSize; i++) {
            unfold(commands[i]);
        }
    }

    private void alone(int command) {
        int from = network.firstBranch[command];
        int to = network.firstBranch[command + 1];
        if (!summed[command]) {
            sumUp(command, from, to);
        }
        room(to - from);
        int at = 0;
        for (int b = from; b < to; b++) {
            int own = scaled[b] >= 0 ? scaled[b] : scaledIn(b);
            if (!chances.never(own)) {
                target[0] = first;
                target[1] = second;
                step(network.update[b], command);
                targets[2 * at] = target[0];
                targets[2 * at + 1] = target[1];
                chance[at++] = own;
            }
        }
        outcomes = at;
    }

    private void unfold(int command) {
        int from = network.firstBranch[command];
        int to = network.firstBranch[command + 1];
        if (!summed[command]) {
            sumUp(command, from, to);
        }
        int before = outcomes;
        room(before * (to - from + 1));
        // New outcomes are written behind the old ones, then moved to the front.
        int at = before;
        for (int o = 0; o < before; o++) {
            for (int b = from; b < to; b++) {
                int own = scaled[b] >= 0 ? scaled[b] : scaledIn(b);
                if (!chances.never(own)) {
                    target[0] = targets[2 * o];
                    target[1] = targets[2 * o + 1];
                    step(network.update[b], command);
                    targets[2 * at] = target[0];
                    targets[2 * at + 1] = target[1];
                    chance[at++] = chances.times(chance[o], own);
                }
            }
        }
        outcomes = at - before;
        System.arraycopy(targets, 2 * before, targets, 0, 2 * outcomes);
        System.arraycopy(chance, before, chance, 0, outcomes);
    }

    private void room(int needed) {
        if (needed > chance.length) {
            chance = Arrays.copyOf(chance, 2 * needed);
            targets = Arrays.copyOf(targets, 4 * needed);
        }
    }

    private void step(int update, int command) {
        target[0] = (target[0] & network.keep[0][update]) | network.put[0][update];
        target[1] = (target[1] & network.keep[1][update]) | network.put[1][update];
        if (network.moves[update]) {
            try {
                steps.apply(first, second, update, target);
            } catch (Steps.OutOfRange e) {
                Model.Var variable = layout.vars.get(e.variable);
                throw refusal(
                        command,
                        "sets `%s` to %d, outside of its range [%d..%d]"
                                .formatted(variable.name(), e.value, variable.low(), variable.high()));
            } catch (ArithmeticException e) {
                throw refusal(command, "has an update without a value (%s)".formatted(reason(e)));
            }
        }
    }

    /** Where the chances of a command depend on the state they are looked at each time, otherwise once. */
    private void sumUp(int command, int from, int to) {
        boolean constant = true;
        for (int b = from; b < to; b++) {
            constant &= network.chance[b] >= 0;
        }
        Fraction low = Fraction.ZERO;
        Fraction high = Fraction.ZERO;
        boolean exact = true;
        for (int b = from; b < to; b++) {
            Chance one = chances.get(chanceIn(b));
            if (one.low().signum() < 0 || one.high().compareTo(one.low()) < 0) {
                throw refusal(command, "has the probability %s".formatted(shown(one)));
            }
            exact &= one.exact();
            low = low.plus(one.low());
            high = high.plus(one.high());
        }
        if ((!exact && low.compareTo(Fraction.ONE) <= 0 && high.compareTo(Fraction.ONE) >= 0)
                || low.equals(Fraction.ONE)) {
            summed[command] = constant;
            sum = Fraction.ONE;
            return;
        }
        Fraction off = low.minus(Fraction.ONE);
        if (!exact || off.compareTo(TOLERANCE) > 0 || off.times(Fraction.of(-1)).compareTo(TOLERANCE) > 0) {
            throw refusal(
                    command,
                    exact
                            ? "has probabilities that add up to %s instead of 1".formatted(low)
                            : "has intervals of probability from %s to %s in sum; 1 must lie between"
                                    .formatted(low, high));
        }
        sum = low;
        scaledCommands.put(network.model.commands().get(command).line(), low);
        for (int b = from; constant && b < to; b++) {
            scaled[b] = scaledIn(b);
        }
        summed[command] = constant;
    }

    private int scaledIn(int branch) {
        int found = chanceIn(branch);
        return sum.equals(Fraction.ONE)
                ? found
                : chances.intern(Chance.of(chances.get(found).low().over(sum)));
    }

    private static String shown(Chance chance) {
        return chance.exact() ? chance.low().toString() : "[%s,%s]".formatted(chance.low(), chance.high());
    }

    /** The chance of a branch in this state; remembered by the variables that it reads. */
    private int chanceIn(int branch) {
        if (network.chance[branch] >= 0) {
            return network.chance[branch];
        }
        Model.Branch made = network.branches.get(branch);
        Memo memo = memos.computeIfAbsent(branch, b -> new Memo());
        long key = network.readsFirst[branch] == -1 ? -1 : network.readsFirst[branch] & first;
        int known = key == -1 ? -1 : memo.get(key);
        if (known >= 0) {
            return known;
        }
        layout.unpack(first, second, state);
        try {
            int found = chances.intern(Network.chance(made, state));
            return key == -1 ? found : memo.put(key, found);
        } catch (ArithmeticException e) {
            throw refusal(commandOf(branch), "has a probability without a value (%s)".formatted(reason(e)));
        }
    }

    static String reason(ArithmeticException e) {
        String message = String.valueOf(e.getMessage());
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private int commandOf(int branch) {
        int command = 0;
        while (network.firstBranch[command + 1] <= branch) {
            command++;
        }
        return command;
    }

    /** Returns the lines of commands whose chances were divided by their sum, with one such sum. */
    SortedMap<Integer, Fraction> scaled() {
        return scaledCommands;
    }

    Refusal refusal(int command, String what) {
        Model.Command made = network.model.commands().get(command);
        return new Refusal(
                made.line(),
                1,
                "The command [%s] %s in the state %s.".formatted(made.action(), what, layout.shown(first, second)));
    }
}

package parley.prism;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import parley.game.Fraction;
import parley.game.Game.Chance;
import parley.game.Game.Kind;

/**
 * Lists the states of a model breadth first from its start, with their choices. Numbers follow the order of discovery,
 * and that follows the order of commands in the text: the same model gives the same game to the bit.
 */
public final class Explorer {
    /** More than this is beyond the engine. */
    public static final int LIMIT = 20_000_000;

    /** Compiling costs some 50 ms, and each model anew; programs have explored as many states by then. */
    private static final int COMPILE_AT = 20_000;

    private static final int ASK_EACH = 1 << 16;

    private final Network network;
    private final Choices choices;
    private final StateIndex index;
    private final int limit;
    private final int compileAt;
    private final Ints firstChoice = new Ints();
    private final Ints firstBranch = new Ints();
    private final Ints successor = new Ints();
    private final Ints chance = new Ints();
    private final Ints action = new Ints();
    private final Ints owner = new Ints();
    private final BitSet deadlock = new BitSet();
    private final Map<Integer, int[]> mixed = new HashMap<>();
    private final Block block = new Block();
    private List<Expr> goal = List.of();
    private @Nullable Steps looks;
    private int[] next = new int[32];
    private int[] weights = new int[32];

    private Explorer(Model model, int limit, int compileAt) {
        network = new Network(model);
        choices = new Choices(network, new TreeSteps(network.layout, network.guards, network.moving));
        index = new StateIndex(network.layout.words);
        this.limit = Math.min(limit, StateIndex.MOST);
        this.compileAt = compileAt;
    }

    public static Exploration explore(Model model) {
        return explore(model, LIMIT, states -> true);
    }

    /**
     * Explores at most {@code limit} states.
     *
     * @param goOn is asked every 65,536 states with the number of states found whether to go on
     */
    public static Exploration explore(Model model, int limit, IntPredicate goOn) {
        return explore(model, limit, goOn, COMPILE_AT);
    }

    /**
     * Explores until a state is found in which a condition over the variables holds. States that were found but not
     * looked at have a loop for a choice, so the result is a part of the game: what it reaches can be reached, and what it
     * does not reach says nothing unless no such state was found.
     */
    public static Exploration exploreUntil(Model model, int limit, Expr goal) {
        return result(() -> new Explorer(model, limit, COMPILE_AT).until(goal).run(states -> true));
    }

    static Exploration explore(Model model, int limit, IntPredicate goOn, int compileAt) {
        return result(() -> new Explorer(model, limit, compileAt).run(goOn));
    }

    private Explorer until(Expr condition) {
        goal = List.of(condition);
        looks = new TreeSteps(network.layout, goal, List.of());
        return this;
    }

    private static Exploration result(java.util.function.Supplier<Exploration> run) {
        Result<Exploration> result = Result.of(run);
        return switch (result) {
            case Result.Of<Exploration>(Exploration exploration) -> exploration;
            case Result.Refused<Exploration>(Problem problem) -> new Exploration.Refused(problem);
        };
    }

    private Exploration run(IntPredicate goOn) {
        for (int[] start : network.model.starts()) {
            index.number(network.layout.pack(start, 0), network.layout.pack(start, 1));
        }
        firstBranch.add(0);
        boolean compiled = false;
        for (int state = 0; state < index.count(); ) {
            if (state >= compileAt && !compiled) {
                choices.use(Compilation.of(network.layout, network.guards, network.moving));
                if (!goal.isEmpty()) {
                    looks = Compilation.of(network.layout, goal, List.of());
                }
                compiled = true;
            }
            if ((state & (ASK_EACH - 1)) == 0 && state > 0 && !goOn.test(index.count())) {
                return new Exploration.Stopped(index.count());
            }
            if (index.count() > limit) {
                return new Exploration.TooLarge(limit);
            }
            // Blocks end where others begin, whatever their length: numbers do not depend on them.
            int end = Math.min(index.count(), (state / Block.STATES + 1) * Block.STATES);
            if (found(state, end)) {
                leaveOff(state);
                break;
            }
            explore(state, end);
            state = end;
        }
        firstChoice.add(action.size);
        return finish();
    }

    private boolean found(int from, int to) {
        Steps look = looks;
        if (look == null) {
            return false;
        }
        var which = new int[1];
        for (int state = from; state < to; state++) {
            if (look.enabled(index.first(state), index.second(state), which) > 0) {
                return true;
            }
        }
        return false;
    }

    private void leaveOff(int from) {
        for (int state = from; state < index.count(); state++) {
            firstChoice.add(action.size);
            if (network.model.kind() != Kind.DTMC) {
                owner.add(network.model.kind() == Kind.SMG ? 1 : 0);
            }
            loopIfEnd(state);
        }
    }

    private void explore(int from, int to) {
        if (network.model.kind() == Kind.DTMC) {
            for (int state = from; state < to; state++) {
                firstChoice.add(action.size);
                choices.load(index.first(state), index.second(state));
                chain(state);
                loopIfEnd(state);
            }
            return;
        }
        block.clear();
        for (int state = from; state < to; state++) {
            choices.load(index.first(state), index.second(state));
            owner.add(choices());
            block.choices.add(block.action.size);
        }
        index.touch(block.targets, block.chance.size);
        int choice = 0;
        int outcome = 0;
        for (int state = from; state < to; state++) {
            firstChoice.add(action.size);
            for (; choice < block.choices.values[state - from]; choice++) {
                outcome = number(outcome, block.ends.values[choice]);
                close(block.action.values[choice]);
                forgetIfKnown(firstChoice.values[state], action.size - 1);
            }
            loopIfEnd(state);
        }
    }

    /** Adds the outcomes of one choice of the block as branches. */
    private int number(int from, int to) {
        if (to - from == 1) {
            successor.add(index.number(block.targets[2 * from], block.targets[2 * from + 1]));
            chance.add(block.chance.values[from]);
            return to;
        }
        room(to - from);
        for (int o = from; o < to; o++) {
            next[o - from] = index.number(block.targets[2 * o], block.targets[2 * o + 1]);
            weights[o - from] = block.chance.values[o];
        }
        row(next, weights, to - from);
        return to;
    }

    private void loopIfEnd(int state) {
        if (action.size == firstChoice.values[state]) {
            deadlock.set(state);
            successor.add(state);
            chance.add(Chances.ONE);
            close(-1);
        }
    }

    private Explored finish() {
        int[] owners = network.model.kind() == Kind.DTMC ? new int[index.count()] : owner.trimmed();
        var rows = new Rows(
                owners,
                firstChoice.trimmed(),
                firstBranch.trimmed(),
                successor.trimmed(),
                chance.trimmed(),
                network.chances.all(),
                action.trimmed(),
                network.actions,
                deadlock,
                mixed);
        return new Explored(network.model, network.layout, index, rows, choices.scaled(), compileAt);
    }

    /** Adds the choices of the loaded state to the block, and returns its owner. */
    private int choices() {
        int owns = 0;
        int ownersCommand = 0;
        while (choices.next()) {
            int player = player();
            if (player != 0 && owns == 0) {
                owns = player;
                ownersCommand = choices.commands[0];
            } else if (player != 0 && player != owns) {
                throw twoPlayers(ownersCommand, owns, choices.commands[0], player);
            }
            choices.unfold();
            block.add(choices.targets, choices.chance, choices.outcomes, network.action[choices.commands[0]]);
        }
        return network.model.kind() == Kind.SMG ? Math.max(owns, 1) : 0;
    }

    private int player() {
        int player = 0;
        for (int i = 0; i < choices.commandsSize && player == 0; i++) {
            player = network.model.commands().get(choices.commands[i]).player();
        }
        return player;
    }

    private Refusal twoPlayers(int command, int player, int other, int otherPlayer) {
        Model.Command first = network.model.commands().get(command);
        Model.Command second = network.model.commands().get(other);
        return choices.refusal(
                other,
                "of player %s in line %d and the command [%s] of player %s in line %d are both possible"
                        .formatted(
                                network.model.players().get(otherPlayer - 1),
                                second.line(),
                                first.action(),
                                network.model.players().get(player - 1),
                                first.line()));
    }

    /** In a chain several choices are taken with equal chance, as the language has it. */
    private void chain(int state) {
        int many = 0;
        while (choices.next()) {
            many++;
        }
        if (many == 0) {
            return;
        }
        choices.load(index.first(state), index.second(state));
        int share = many == 1 ? Chances.ONE : network.chances.intern(Chance.of(Fraction.of(1, many)));
        var actions = new int[many];
        var chances = new int[0];
        int size = 0;
        for (int i = 0; i < many; i++) {
            choices.next();
            actions[i] = network.action[choices.commands[0]];
            choices.unfold();
            collect(size);
            chances = Arrays.copyOf(chances, size + choices.outcomes);
            for (int o = 0; o < choices.outcomes; o++) {
                chances[size + o] = network.chances.times(share, choices.chance[o]);
            }
            size += choices.outcomes;
        }
        row(next, chances, size);
        boolean same = Arrays.stream(actions).allMatch(a -> a == actions[0]);
        close(same ? actions[0] : -1);
        if (many > 1) {
            mixed.put(state, actions);
        }
    }

    /** Numbers the outcomes of the current choice. */
    private void collect(int from) {
        int many = choices.outcomes;
        room(from + many);
        for (int o = 0; o < many; o++) {
            next[from + o] = index.number(choices.targets[2 * o], choices.targets[2 * o + 1]);
        }
    }

    private void room(int needed) {
        if (needed > next.length) {
            next = Arrays.copyOf(next, 2 * needed);
            weights = Arrays.copyOf(weights, 2 * needed);
        }
    }

    /** Adds branches sorted by successor; equal successors are added up. */
    private void row(int[] to, int[] with, int size) {
        for (int i = 1; i < size; i++) {
            int state = to[i];
            int weight = with[i];
            int at = i;
            while (at > 0 && to[at - 1] > state) {
                to[at] = to[at - 1];
                with[at] = with[at - 1];
                at--;
            }
            to[at] = state;
            with[at] = weight;
        }
        for (int i = 0; i < size; i++) {
            int sum = with[i];
            while (i + 1 < size && to[i + 1] == to[i]) {
                sum = network.chances.plus(sum, with[++i]);
            }
            successor.add(to[i]);
            chance.add(sum);
        }
    }

    private void close(int name) {
        action.add(name);
        firstBranch.add(successor.size);
    }

    /** Takes the last choice back if an earlier one of the state has the same action and distribution. */
    private void forgetIfKnown(int from, int last) {
        int begin = firstBranch.values[last];
        int end = successor.size;
        for (int c = from; c < last; c++) {
            int other = firstBranch.values[c];
            if (action.values[c] == action.values[last]
                    && firstBranch.values[c + 1] - other == end - begin
                    && successor.values[other] == successor.values[begin]
                    && Arrays.equals(successor.values, other, other + end - begin, successor.values, begin, end)
                    && Arrays.equals(chance.values, other, other + end - begin, chance.values, begin, end)) {
                action.size--;
                firstBranch.size--;
                successor.size = begin;
                chance.size = begin;
                return;
            }
        }
    }
}

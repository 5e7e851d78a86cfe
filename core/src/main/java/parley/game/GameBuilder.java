package parley.game;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts a game together state by state: {@link #state}, then its choices, each followed by its branches. A state without
 * a choice gets a loop, equal successors of a choice are added up.
 */
public final class GameBuilder {
    private final Game.Kind kind;
    private final List<String> players;
    private final Ints owner = new Ints();
    private final Ints firstChoice = new Ints();
    private final Ints firstBranch = new Ints();
    private final Ints successor = new Ints();
    private final Ints chance = new Ints();
    private final Ints action = new Ints();
    private final Map<Game.Chance, Integer> chances = new LinkedHashMap<>();
    private final Map<String, Integer> actions = new LinkedHashMap<>();
    private final Map<String, BitSet> labels = new TreeMap<>();
    private final Map<String, RewardsDraft> rewards = new TreeMap<>();
    private final Map<Integer, Game.Chance> open = new LinkedHashMap<>();
    private final BitSet deadlocks = new BitSet();
    private boolean choosing;
    private int initial;

    public GameBuilder(Game.Kind kind, List<String> players) {
        this.kind = kind;
        this.players = List.copyOf(players);
    }

    /** Begins the next state and returns its number; {@code player} is 0 without players. */
    public int state(int player) {
        endState();
        owner.add(player);
        firstChoice.add(action.size());
        return owner.size() - 1;
    }

    /** Begins the next choice of the state and returns its number; an empty name is no name. */
    public int choice(String name) {
        endChoice();
        choosing = true;
        firstBranch.add(successor.size());
        action.add(name.isEmpty() ? -1 : actions.computeIfAbsent(name, _ -> actions.size()));
        return action.size() - 1;
    }

    public GameBuilder branch(int to, Game.Chance probability) {
        open.merge(
                to,
                probability,
                (a, b) -> new Game.Chance(a.low().plus(b.low()), a.high().plus(b.high())));
        return this;
    }

    public GameBuilder branch(int to, long numerator, long denominator) {
        return branch(to, Game.Chance.of(Fraction.of(numerator, denominator)));
    }

    /** A choice with one certain successor. */
    public int move(String name, int to) {
        int choice = choice(name);
        branch(to, 1, 1);
        return choice;
    }

    public void initial(int state) {
        initial = state;
    }

    public void label(String name, int state) {
        labels.computeIfAbsent(name, _ -> new BitSet()).set(state);
    }

    public void label(String name, BitSet states) {
        labels.computeIfAbsent(name, _ -> new BitSet()).or(states);
    }

    public void stateReward(String name, int state, Fraction value) {
        draft(name).ofState.put(state, value);
    }

    public void choiceReward(String name, int choice, Fraction value) {
        draft(name).ofChoice.put(choice, value);
    }

    /** Declares a reward structure that may be zero everywhere. */
    public void reward(String name) {
        draft(name);
    }

    public Game build() {
        endState();
        firstChoice.add(action.size());
        firstBranch.add(successor.size());
        label("init", initial);
        label("deadlock", deadlocks);
        int states = owner.size();
        var built = new TreeMap<String, Game.Rewards>();
        rewards.forEach((name, draft) -> built.put(name, draft.build(states, action.size())));
        return new Game(
                kind,
                players,
                initial,
                owner.toArray(),
                firstChoice.toArray(),
                firstBranch.toArray(),
                successor.toArray(),
                chance.toArray(),
                List.copyOf(chances.keySet()),
                action.toArray(),
                List.copyOf(actions.keySet()),
                labels,
                built);
    }

    private RewardsDraft draft(String name) {
        return rewards.computeIfAbsent(name, _ -> new RewardsDraft(new HashMap<>(), new HashMap<>()));
    }

    private void endChoice() {
        open.forEach((to, probability) -> {
            successor.add(to);
            chance.add(chances.computeIfAbsent(probability, _ -> chances.size()));
        });
        open.clear();
    }

    private void endState() {
        endChoice();
        if (owner.size() > 0 && !choosing) {
            deadlocks.set(owner.size() - 1);
            move("", owner.size() - 1);
            endChoice();
        }
        choosing = false;
    }

    private record RewardsDraft(Map<Integer, Fraction> ofState, Map<Integer, Fraction> ofChoice) {
        private Game.Rewards build(int states, int choices) {
            var values = new LinkedHashMap<Fraction, Integer>();
            values.put(Fraction.ZERO, 0);
            return new Game.Rewards(
                    rows(ofState, states, values), rows(ofChoice, choices, values), List.copyOf(values.keySet()));
        }

        private static int[] rows(Map<Integer, Fraction> given, int size, Map<Fraction, Integer> values) {
            var rows = new int[size];
            new TreeMap<>(given).forEach((at, value) -> rows[at] = values.computeIfAbsent(value, _ -> values.size()));
            return rows;
        }
    }
}

package parley.prism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import parley.game.Fraction;
import parley.game.Game;
import parley.game.Game.Chance;
import parley.prism.Interpreter.Move;

/**
 * Holds an exploration against the {@link Interpreter}, state by state. The numbers of states are taken from the
 * exploration; that each has the choices, chances, labels and rewards of the model is found out anew.
 */
public final class Interpretation {
    private final Explored explored;
    private final Model model;
    private final Game game;
    private final Interpreter interpreter;

    private Interpretation(Explored explored) {
        this.explored = explored;
        model = explored.model();
        game = explored.game();
        interpreter = new Interpreter(model);
    }

    /** Returns where the two differ first, in a sentence; empty if they do not. */
    public static Optional<String> difference(Explored explored) {
        try {
            return new Interpretation(explored).difference();
        } catch (ArithmeticException e) {
            return Optional.of("an expression has no value: " + e.getMessage());
        }
    }

    private Optional<String> difference() {
        int[] start = model.starts().getFirst();
        if (!Arrays.equals(start, explored.values(game.initial()))) {
            return Optional.of("the first state is another one");
        }
        for (int s = 0; s < game.states(); s++) {
            if (!moves(s) || !labels(s) || !rewards(s)) {
                return Optional.of("they differ in the state " + explored.shown(s));
            }
        }
        return Optional.empty();
    }

    private boolean moves(int s) {
        List<Integer> values = values(s);
        var expected = new ArrayList<>(interpreter.moves(values));
        BitSet ends = Objects.requireNonNull(game.labels().get("deadlock"));
        if (ends.get(s) != expected.isEmpty()) {
            return false;
        }
        if (expected.isEmpty()) {
            expected.add(new Move("", Map.of(values, Chance.of(Fraction.ONE))));
        }
        expected.replaceAll(Interpretation::scaled);
        List<Move> found = found(s);
        if (model.kind() == Game.Kind.DTMC) {
            return mixed(found).equals(mixed(expected));
        }
        var different = new HashSet<>(found);
        return different.size() == found.size() && different.equals(new HashSet<>(expected)) && owner(s, values);
    }

    /** Of games: the player of some command that is possible here, or the first where nobody's is. */
    private boolean owner(int s, List<Integer> values) {
        int[] state = values.stream().mapToInt(Integer::intValue).toArray();
        boolean any = false;
        boolean own = false;
        if (model.kind() != Game.Kind.SMG) {
            return true;
        }
        for (Model.Command command : interpreter.possible(state)) {
            if (command.player() != 0) {
                any = true;
                own |= command.player() == game.owner()[s];
            }
        }
        return own || (!any && game.owner()[s] == 1);
    }

    /** Chances that miss 1 by the rounding of decimals are divided by their sum, as the exploration does and notes. */
    private static Move scaled(Move move) {
        Fraction sum = Fraction.ZERO;
        for (Chance chance : move.next().values()) {
            if (!chance.exact()) {
                return move;
            }
            sum = sum.plus(chance.low());
        }
        if (sum.equals(Fraction.ONE)) {
            return move;
        }
        var next = new HashMap<List<Integer>, Chance>();
        for (var entry : move.next().entrySet()) {
            next.put(entry.getKey(), Chance.of(entry.getValue().low().over(sum)));
        }
        return new Move(move.action(), next);
    }

    private boolean labels(int s) {
        int[] state = explored.values(s);
        return model.labels().entrySet().stream()
                .allMatch(label -> Evaluation.truth(label.getValue(), state)
                        == Objects.requireNonNull(game.labels().get(label.getKey()))
                                .get(s));
    }

    private boolean rewards(int s) {
        int[] state = explored.values(s);
        boolean ends = Objects.requireNonNull(game.labels().get("deadlock")).get(s);
        for (var entry : model.rewards().entrySet()) {
            Game.Rewards rewards = Objects.requireNonNull(game.rewards().get(entry.getKey()));
            Fraction here = Fraction.ZERO;
            var byAction = new HashMap<String, Fraction>();
            for (Model.Reward reward : entry.getValue()) {
                if (Evaluation.truth(reward.guard(), state)) {
                    Fraction value = Evaluation.exact(reward.value(), state);
                    String action = reward.action();
                    if (action == null) {
                        here = here.plus(value);
                    } else if (!ends) {
                        byAction.merge(action, value, Fraction::plus);
                    }
                }
            }
            if (!here.equals(rewards.values().get(rewards.ofState()[s])) || !ofChoices(s, rewards, byAction)) {
                return false;
            }
        }
        return true;
    }

    private boolean ofChoices(int s, Game.Rewards rewards, Map<String, Fraction> byAction) {
        for (int c = game.firstChoice()[s]; c < game.firstChoice()[s + 1]; c++) {
            Fraction expected = Fraction.ZERO;
            if (model.kind() == Game.Kind.DTMC) {
                List<Move> moves = interpreter.moves(values(s));
                for (Move move : moves) {
                    expected = expected.plus(byAction.getOrDefault(move.action(), Fraction.ZERO));
                }
                expected = moves.isEmpty() ? expected : expected.over(Fraction.of(moves.size()));
            } else {
                expected = byAction.getOrDefault(action(c), Fraction.ZERO);
            }
            if (!expected.equals(rewards.values().get(rewards.ofChoice()[c]))) {
                return false;
            }
        }
        return true;
    }

    private String action(int choice) {
        return game.action()[choice] < 0 ? "" : game.actions().get(game.action()[choice]);
    }

    private List<Integer> values(int state) {
        return Arrays.stream(explored.values(state)).boxed().toList();
    }

    private List<Move> found(int state) {
        var moves = new ArrayList<Move>();
        for (int c = game.firstChoice()[state]; c < game.firstChoice()[state + 1]; c++) {
            var next = new HashMap<List<Integer>, Chance>();
            for (int b = game.firstBranch()[c]; b < game.firstBranch()[c + 1]; b++) {
                next.put(values(game.successor()[b]), game.chances().get(game.chance()[b]));
            }
            moves.add(new Move(action(c), next));
        }
        return moves;
    }

    /** What a chain makes of several choices: each with equal chance. */
    private static Map<List<Integer>, Fraction> mixed(List<Move> moves) {
        var sum = new HashMap<List<Integer>, Fraction>();
        for (Move move : moves) {
            move.next()
                    .forEach((to, chance) ->
                            sum.merge(to, chance.low().over(Fraction.of(moves.size())), Fraction::plus));
        }
        return sum;
    }
}

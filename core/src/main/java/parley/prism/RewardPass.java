package parley.prism;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.game.Fraction;
import parley.game.Game.Rewards;

/** Works out what states and choices bring, in one pass over the states for all structures. */
final class RewardPass {
    private final Explored explored;
    private final Rows rows;
    private final List<Item> items = new ArrayList<>();
    private final Map<String, Sums> sums = new LinkedHashMap<>();
    private final int[] state;

    /** With {@code action} −2 for states, −1 for choices without a name; with an amount or −1 if the state decides. */
    private record Item(Sums into, int action, Expr value, int amount) {}

    private record Sums(Amounts amounts, int[] ofState, int[] ofChoice) {}

    private static final int OF_STATES = -2;

    RewardPass(Explored explored, Rows rows) {
        this.explored = explored;
        this.rows = rows;
        state = new int[explored.model().vars().size()];
    }

    Map<String, Rewards> rewards() {
        var guards = new ArrayList<Expr>();
        explored.model().rewards().forEach((name, parts) -> {
            var into = new Sums(new Amounts(), new int[rows.states()], new int[rows.choices()]);
            sums.put(name, into);
            for (Model.Reward part : parts) {
                guards.add(part.guard());
                items.add(item(into, part));
            }
        });
        if (!guards.isEmpty()) {
            Steps steps = explored.conditions(guards);
            var holding = new int[guards.size()];
            for (int s = 0; s < rows.states(); s++) {
                int many = explored.holding(steps, s, holding);
                for (int i = 0; i < many; i++) {
                    collect(s, items.get(holding[i]));
                }
            }
        }
        var all = new LinkedHashMap<String, Rewards>();
        sums.forEach((name, s) ->
                all.put(name, new Rewards(s.ofState(), s.ofChoice(), s.amounts().all())));
        return all;
    }

    private Item item(Sums into, Model.Reward part) {
        String name = part.action();
        int action =
                name == null ? OF_STATES : name.isEmpty() ? -1 : rows.actions().indexOf(name);
        // An action that no command has is never taken.
        int known = name != null && !name.isEmpty() && action < 0 ? Integer.MIN_VALUE : action;
        int amount = part.value().isValue() ? into.amounts().intern(Evaluation.exact(part.value(), state)) : -1;
        return new Item(into, known, part.value(), amount);
    }

    private void collect(int s, Item item) {
        Sums into = item.into();
        int amount = item.amount() >= 0 ? item.amount() : into.amounts().intern(valueIn(s, item.value()));
        if (item.action() == OF_STATES) {
            into.ofState()[s] = into.amounts().plus(into.ofState()[s], amount);
            return;
        }
        if (rows.deadlock().get(s)) {
            return;
        }
        int @Nullable [] several = rows.mixed().get(s);
        for (int c = rows.firstChoice()[s]; c < rows.firstChoice()[s + 1]; c++) {
            if (several != null) {
                into.ofChoice()[c] =
                        into.amounts().plus(into.ofChoice()[c], share(into, several, item.action(), amount));
            } else if (rows.action()[c] == item.action()) {
                into.ofChoice()[c] = into.amounts().plus(into.ofChoice()[c], amount);
            }
        }
    }

    /** The mean over the choices that a chain takes with equal chance. */
    private static int share(Sums into, int[] actions, int action, int amount) {
        int times = 0;
        for (int one : actions) {
            times += one == action ? 1 : 0;
        }
        Fraction mean = into.amounts().get(amount).times(Fraction.of(times, actions.length));
        return into.amounts().intern(mean);
    }

    private Fraction valueIn(int s, Expr value) {
        for (int v = 0; v < state.length; v++) {
            state[v] = explored.value(s, v);
        }
        try {
            return Evaluation.exact(value, state);
        } catch (ArithmeticException e) {
            throw new Refusal(
                    0, 0, "A reward has no value in the state %s: %s.".formatted(explored.shown(s), Choices.reason(e)));
        }
    }
}

package parley.prism;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import parley.game.Game.Chance;
import parley.prism.Model.Assignment;

/**
 * A model laid out for exploration: commands, branches and updates by number. Equal updates have one number; what an
 * update sets to a constant is done by masks, only the rest by {@link Steps}.
 */
final class Network {
    final Model model;
    final Layout layout;
    final Chances chances = new Chances();
    final List<Expr> guards;
    final List<String> actions;

    /** Of each command its action by place in {@code actions}, or −1. */
    final int[] action;

    /** Of each command its list within an action of several modules, or −1 if it is a choice alone. */
    final int[] slot;

    final int slots;
    /** Of each such action, its slots, one a module. */
    final List<int[]> together = new ArrayList<>();

    /** Of each such action its place in {@code actions}. */
    final List<Integer> togetherAction = new ArrayList<>();

    /** commands + 1 entries. */
    final int[] firstBranch;

    /** Of each branch its update. */
    final int[] update;

    /** Of each branch its chance, or −1 if the state decides. */
    final int[] chance;

    /** Of each branch the bits of the first word that its chance reads; −1 if it reads the second one. */
    final long[] readsFirst;

    final List<Model.Branch> branches = new ArrayList<>();
    private final Map<List<Assignment>, Integer> numbers = new HashMap<>();
    final List<List<Assignment>> updates = new ArrayList<>();
    /** What {@link Steps} have to do for each update, empty if nothing. */
    final List<List<Assignment>> moving = new ArrayList<>();

    /** Whether {@link Steps} have anything to do for an update. */
    final boolean[] moves;

    final long[][] keep;
    final long[][] put;

    Network(Model model) {
        this.model = model;
        layout = new Layout(model.vars());
        int many = model.commands().size();
        guards = model.commands().stream().map(Model.Command::guard).toList();
        firstBranch = new int[many + 1];
        for (int c = 0; c < many; c++) {
            branches.addAll(model.commands().get(c).branches());
            firstBranch[c + 1] = branches.size();
        }
        update = branches.stream().mapToInt(b -> number(b.assignments())).toArray();
        chance = branches.stream().mapToInt(this::constantChance).toArray();
        readsFirst = branches.stream()
                .mapToLong(b -> reads(b.low()) == -1 ? -1 : reads(b.low()) | reads(b.high()))
                .toArray();
        keep = new long[2][updates.size()];
        put = new long[2][updates.size()];
        moves = new boolean[updates.size()];
        for (int u = 0; u < updates.size(); u++) {
            moving.add(masks(u));
            moves[u] = !moving.get(u).isEmpty();
        }
        actions = model.commands().stream()
                .map(Model.Command::action)
                .filter(a -> !a.isEmpty())
                .distinct()
                .toList();
        action = model.commands().stream()
                .mapToInt(c -> actions.indexOf(c.action()))
                .toArray();
        slot = new int[many];
        slots = slots();
    }

    private int number(List<Assignment> assignments) {
        return numbers.computeIfAbsent(assignments, a -> {
            updates.add(a);
            return updates.size() - 1;
        });
    }

    private int constantChance(Model.Branch branch) {
        return branch.low().isValue() && branch.high().isValue() ? chances.intern(chance(branch, new int[0])) : -1;
    }

    static Chance chance(Model.Branch branch, int[] state) {
        var low = Evaluation.exact(branch.low(), state);
        return branch.exact() ? Chance.of(low) : new Chance(low, Evaluation.exact(branch.high(), state));
    }

    private List<Assignment> masks(int number) {
        var rest = new ArrayList<Assignment>();
        keep[0][number] = -1;
        keep[1][number] = -1;
        for (Assignment assignment : updates.get(number)) {
            int v = assignment.variable();
            long value = switch (assignment.value()) {
                case Expr.Int(long whole) -> whole;
                case Expr.Bool(boolean truth) -> truth ? 1 : 0;
                default -> Long.MIN_VALUE;
            };
            Model.Var variable = model.vars().get(v);
            if (value < variable.low() || value > variable.high()) {
                rest.add(assignment);
            } else {
                keep[layout.word[v]][number] &= ~layout.bits(v);
                put[layout.word[v]][number] |= (value - variable.low()) << layout.shift[v];
            }
        }
        return rest;
    }

    private int slots() {
        var modules = new LinkedHashMap<Integer, TreeSet<Integer>>();
        for (int c = 0; c < action.length; c++) {
            modules.computeIfAbsent(action[c], a -> new TreeSet<>())
                    .add(model.commands().get(c).module());
        }
        var places = new HashMap<List<Integer>, Integer>();
        modules.forEach((a, those) -> {
            if (a >= 0 && those.size() > 1) {
                together.add(those.stream().mapToInt(m -> places(places, a, m)).toArray());
                togetherAction.add(a);
            }
        });
        for (int c = 0; c < action.length; c++) {
            slot[c] = places.getOrDefault(
                    List.of(action[c], model.commands().get(c).module()), -1);
        }
        return places.size();
    }

    private static int places(Map<List<Integer>, Integer> places, int action, int module) {
        return places.computeIfAbsent(List.of(action, module), p -> places.size());
    }

    /** Of each branch its chance, or −1 if the chance of any branch of its command depends on the state. */
    int[] fixedChance() {
        int[] fixed = chance.clone();
        for (int c = 0; c + 1 < firstBranch.length; c++) {
            boolean constant = true;
            for (int b = firstBranch[c]; b < firstBranch[c + 1]; b++) {
                constant &= chance[b] >= 0;
            }
            for (int b = firstBranch[c]; b < firstBranch[c + 1] && !constant; b++) {
                fixed[b] = -1;
            }
        }
        return fixed;
    }

    private long reads(Expr expression) {
        var read = new boolean[layout.vars.size()];
        Reads.mark(expression, read);
        long bits = 0;
        for (int v = 0; v < read.length; v++) {
            if (read[v] && layout.word[v] == 1) {
                return -1;
            }
            bits |= read[v] ? layout.bits(v) : 0;
        }
        return bits;
    }
}

package parley.game;

import java.util.BitSet;
import java.util.List;

/**
 * The probability that the side of Max can enforce of reaching a target without entering what is to be avoided, as an
 * interval for every state.
 */
final class Reach {
    private Reach() {}

    static Bounds solve(Arena arena, BitSet target, BitSet avoid, Limits limits) {
        BitSet within = Attractors.complement(arena, avoid);
        within.andNot(target);
        BitSet yes = Attractors.prob1(arena, target, within);
        BitSet undecided = arena.all();
        undecided.andNot(Attractors.prob0(arena, target, within));
        undecided.andNot(yes);
        var alone = new BitSet();
        undecided.stream().filter(s -> arena.max()[s]).forEach(alone::set);
        Game game = arena.game();
        BitSet waiting = choicesOf(game, alone);
        List<int[]> groups = Components.ends(game.firstChoice(), game.firstBranch(), game.successor(), alone, waiting);
        Quotient q = Quotient.of(arena, undecided, yes, groups, waiting, null);
        var x = new double[2 * (q.nodes() + 2)];
        for (int v = 0; v < q.nodes(); v++) {
            x[2 * v + 1] = 1;
        }
        x[2 * q.won()] = 1;
        x[2 * q.won() + 1] = 1;
        var iteration = new Iteration(arena, q, x, limits).leaping();
        iteration.run();
        return iteration.bounds(arena);
    }

    static BitSet choicesOf(Game game, BitSet states) {
        var choices = new BitSet();
        for (int s = states.nextSetBit(0); s >= 0; s = states.nextSetBit(s + 1)) {
            choices.set(game.firstChoice()[s], game.firstChoice()[s + 1]);
        }
        return choices;
    }
}

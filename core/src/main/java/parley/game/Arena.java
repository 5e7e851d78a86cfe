package parley.game;

import java.util.BitSet;

/**
 * A game with exact probabilities and two sides, laid out for the algorithms.
 *
 * @param game what is asked about; every chance is exact
 * @param ordinary states from this number on are nature's choices between the ends of an interval; they take no time
 * @param max whether the side that wants more chooses in a state
 * @param table the probability each index of a chance stands for, rounded once
 * @param source the state of each choice
 * @param intoFirst states + 1 entries: where the choices that lead into a state begin
 * @param into choices, grouped by the state they lead into; a choice occurs once a successor
 */
record Arena(Game game, int ordinary, boolean[] max, double[] table, int[] source, int[] intoFirst, int[] into) {

    /** @param maxPlayers the players on the side of Max; 0 is who moves where there are no players */
    static Arena of(Game game, int ordinary, BitSet maxPlayers) {
        int states = game.states();
        var max = new boolean[states];
        for (int s = 0; s < states; s++) {
            max[s] = maxPlayers.get(game.owner()[s]);
        }
        var source = new int[game.choices()];
        for (int s = 0; s < states; s++) {
            for (int c = game.firstChoice()[s]; c < game.firstChoice()[s + 1]; c++) {
                source[c] = s;
            }
        }
        var intoFirst = new int[states + 1];
        int[] into = predecessors(game.firstBranch(), game.successor(), intoFirst);
        double[] table = game.chances().stream()
                .mapToDouble(chance -> chance.low().nearest())
                .toArray();
        return new Arena(game, ordinary, max, table, source, intoFirst, into);
    }

    /** The same game with the sides exchanged. */
    Arena turned() {
        var other = new boolean[max.length];
        for (int s = 0; s < other.length; s++) {
            other[s] = !max[s];
        }
        return new Arena(game, ordinary, other, table, source, intoFirst, into);
    }

    int states() {
        return max.length;
    }

    BitSet all() {
        var all = new BitSet(states());
        all.set(0, states());
        return all;
    }

    /** Groups choices by target; {@code first} has targets + 1 zeros and is filled. Cost: branches + targets. */
    static int[] predecessors(int[] firstBranch, int[] successor, int[] first) {
        for (int target : successor) {
            first[target + 1]++;
        }
        for (int t = 0; t + 1 < first.length; t++) {
            first[t + 1] += first[t];
        }
        int[] next = first.clone();
        var into = new int[successor.length];
        for (int c = 0; c + 1 < firstBranch.length; c++) {
            for (int b = firstBranch[c]; b < firstBranch[c + 1]; b++) {
                into[next[successor[b]]++] = c;
            }
        }
        return into;
    }
}

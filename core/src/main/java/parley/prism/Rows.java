package parley.prism;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import parley.game.Game.Chance;

/**
 * What an exploration found, before labels and rewards.
 *
 * @param mixed the actions of states of a chain that have several choices
 */
@SuppressWarnings("ArrayRecordComponent") // kept in one place until a game is made of it; never compared
record Rows(
        int[] owner,
        int[] firstChoice,
        int[] firstBranch,
        int[] successor,
        int[] chance,
        List<Chance> chances,
        int[] action,
        List<String> actions,
        BitSet deadlock,
        Map<Integer, int[]> mixed) {
    int states() {
        return firstChoice.length - 1;
    }

    int choices() {
        return firstBranch.length - 1;
    }
}

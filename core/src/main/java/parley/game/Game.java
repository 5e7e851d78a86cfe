package parley.game;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An explored game in flat arrays. State {@code s} has the choices {@code firstChoice[s]} up to, without,
 * {@code firstChoice[s + 1]}; choice {@code c} has the branches {@code firstBranch[c]} up to {@code firstBranch[c + 1]}.
 * Every state has a choice (a state without one in the model has a loop of probability 1), every branch of a choice
 * another successor.
 *
 * @param kind what the model said it is
 * @param players the names of the players, numbered from 1; empty for chains and decision processes
 * @param initial the first state
 * @param owner the player, from 1, who chooses in each state; 0 throughout where there are no players
 * @param firstChoice states + 1 entries
 * @param firstBranch choices + 1 entries
 * @param successor the state each branch leads to
 * @param chance for each branch an index into {@code chances}
 * @param chances the different probabilities, a few dozen as a rule
 * @param action for each choice an index into {@code actions}, or −1 without a name
 * @param actions names of actions
 * @param labels the states of each label, {@code init} and {@code deadlock} among them
 * @param rewards the reward structures by name; the one without a name is {@code ""}
 */
@SuppressWarnings("ArrayRecordComponent") // kernels work on flat arrays; nobody compares two games
public record Game(
        Kind kind,
        List<String> players,
        int initial,
        int[] owner,
        int[] firstChoice,
        int[] firstBranch,
        int[] successor,
        int[] chance,
        List<Chance> chances,
        int[] action,
        List<String> actions,
        Map<String, BitSet> labels,
        Map<String, Rewards> rewards) {

    /** A Markov chain, a decision process of one side, or a game whose players take turns. */
    public enum Kind {
        DTMC,
        MDP,
        SMG
    }

    /** A probability; {@code low} and {@code high} differ where the model gives an interval. */
    public record Chance(Fraction low, Fraction high) {
        public static Chance of(Fraction value) {
            return new Chance(value, value);
        }

        public boolean exact() {
            return low.equals(high);
        }
    }

    /**
     * What is collected.
     *
     * @param ofState for each state an index into {@code values}
     * @param ofChoice for each choice an index into {@code values}
     * @param values the different rewards; the first is zero
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Rewards(int[] ofState, int[] ofChoice, List<Fraction> values) {}

    public int states() {
        return firstChoice.length - 1;
    }

    public int choices() {
        return firstBranch.length - 1;
    }

    public int branches() {
        return successor.length;
    }

    /** Returns the number, from 1, of a player by name or by number as text, or {@code null}. */
    public @Nullable Integer player(String name) {
        int at = players.indexOf(name);
        if (at >= 0) {
            return at + 1;
        }
        return name.chars().allMatch(Character::isDigit) && !name.isEmpty() ? Integer.valueOf(name) : null;
    }
}

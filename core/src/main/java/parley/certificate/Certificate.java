package parley.certificate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parley.game.Counted;
import parley.game.Fraction;

/**
 * A claim about a game with all that is needed to check it. States and choices are those of the game.
 *
 * @param kind what is claimed
 * @param model the hash of the game it is claimed of
 * @param max the players on the side the claim calls Max; 0 is the side of a game without players
 * @param bound the number claimed; zero where the claim has none
 * @param goal what the claim is about
 * @param rows what is said of states, each at most once; a state without a row is outside, or worth the least
 */
public record Certificate(Kind kind, String model, BitSet max, Fraction bound, Goal goal, List<Row> rows) {

    public Certificate {
        rows = List.copyOf(rows);
    }

    /**
     * What a claim is about.
     *
     * @param target the states to reach, or never to reach
     * @param avoid states that must not be entered before
     * @param rewards the reward structure, where the claim is about one
     * @param before the steps before a target counts, where the claim has a horizon
     * @param steps the steps after those
     * @param counted how the game carries sums along, if it does; {@code null} for the game itself
     */
    public record Goal(
            BitSet target, BitSet avoid, String rewards, int before, int steps, Counted.@Nullable Recipe counted) {
        public static Goal of(BitSet target, BitSet avoid, String rewards) {
            return new Goal(target, avoid, rewards, 0, 0, null);
        }
    }

    public BitSet target() {
        return goal.target();
    }

    public BitSet avoid() {
        return goal.avoid();
    }

    public String rewards() {
        return goal.rewards();
    }

    /** What a certificate claims of the first state. */
    public enum Kind {
        /** Max can keep away from the target for ever; with nobody in Max: nobody ever gets there. */
        NEVER,
        /** The rows are a path that leads to the target. */
        PATH,
        /** Max reaches the target, though chance is against it. */
        SURELY,
        ALMOST_SURELY,
        /** Max reaches the target with some probability, whatever the other side does. */
        POSSIBLY,
        /** Max cannot reach the target with probability 1. */
        NOT_ALMOST_SURELY,
        VALUE_AT_LEAST,
        VALUE_AT_MOST,
        COST_AT_LEAST,
        COST_AT_MOST,
        /** As a cost, but what is collected counts also where the target is missed. */
        TOTAL_AT_LEAST,
        TOTAL_AT_MOST,
        /** Within a number of steps; the rows hold the choices of Max by steps that remain. */
        HORIZON_AT_LEAST,
        /** Within a number of steps; the rows hold the choices of the other side. */
        HORIZON_AT_MOST,
        /** Collected in a number of steps. */
        COLLECTED_AT_LEAST,
        COLLECTED_AT_MOST,
        /** What the state yields after a number of steps. */
        INSTANT_AT_LEAST,
        INSTANT_AT_MOST
    }

    /**
     * What is said of a state.
     *
     * @param choice a choice of the game, or −1
     * @param rank how far the target is, or −1
     * @param layers for a horizon: the choice with 1, 2, … steps left, counted from the first of the state
     */
    public record Row(int state, Fraction value, int choice, int rank, int[] layers) {
        private static final int[] NO_LAYERS = {};

        public static Row of(int state, Fraction value, int choice, int rank) {
            return new Row(state, value, choice, rank, NO_LAYERS);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Row row
                    && state == row.state
                    && value.equals(row.value)
                    && choice == row.choice
                    && rank == row.rank
                    && Arrays.equals(layers, row.layers);
        }

        @Override
        public int hashCode() {
            return Objects.hash(state, value, choice, rank, Arrays.hashCode(layers));
        }
    }
}

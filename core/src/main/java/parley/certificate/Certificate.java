package parley.certificate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import parley.game.Fraction;

/**
 * A claim about a game with all that is needed to check it. States and choices are those of the game.
 *
 * @param kind what is claimed
 * @param model the hash of the game it is claimed of
 * @param max the players on the side the claim calls Max; 0 is the side of a game without players
 * @param bound the number claimed; zero where the claim has none
 * @param target the states to reach, or never to reach
 * @param avoid states that must not be entered before
 * @param rewards the reward structure, where the claim is about one
 * @param steps the horizon, where the claim has one; else the empty list of {@link Row#layers}
 * @param rows what is said of states, each at most once; a state without a row is outside, or worth the least
 */
public record Certificate(
        Kind kind,
        String model,
        BitSet max,
        Fraction bound,
        BitSet target,
        BitSet avoid,
        String rewards,
        int steps,
        List<Row> rows) {

    public Certificate {
        rows = List.copyOf(rows);
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
        VALUE_AT_LEAST,
        VALUE_AT_MOST,
        COST_AT_LEAST,
        COST_AT_MOST,
        /** Within a number of steps; the rows hold the choices of Max by steps that remain. */
        HORIZON_AT_LEAST,
        /** Within a number of steps; the rows hold the choices of the other side. */
        HORIZON_AT_MOST
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

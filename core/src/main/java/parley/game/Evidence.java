package parley.game;

import java.util.BitSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an answer rests on: enough to write a certificate of it. */
public sealed interface Evidence {
    /** The game that was solved; of a model with intervals the one with nature's choices written out. */
    Game game();

    /** The players on the side of Max. */
    BitSet max();

    BitSet target();

    BitSet avoid();

    /**
     * The chance to reach a target, or what is collected before it.
     *
     * @param rewards the reward structure, or {@code null} for a chance
     * @param bounds an interval for every state
     * @param exact the value of every state, infinite ones {@code null}; or {@code null} where only the bounds are known
     * @param standIn works out finite numbers in the place of infinite costs, for a lower bound; or {@code null}
     * @param way works out the strategy that keeps a bound: Max's for a chance, Min's for a cost
     */
    record Unbounded(
            Game game,
            BitSet max,
            BitSet target,
            BitSet avoid,
            @Nullable String rewards,
            Bounds bounds,
            @Nullable Fraction @Nullable [] exact,
            Supplier<@Nullable Fraction @Nullable []> standIn,
            Supplier<Ranks.Way> way)
            implements Evidence {}

    /** What a number of steps brings. */
    enum Sum {
        /** The chance to reach a target. */
        REACHED,
        /** What is collected in all steps. */
        COLLECTED,
        /** What the last state yields. */
        INSTANT
    }

    /**
     * What some steps bring.
     *
     * @param rewards the reward structure, or {@code null} for a chance
     * @param before the steps before a target counts, or before the last state yields
     * @param steps the steps after those
     * @param layers does the sweep once more, with the choices in every step
     */
    record Bounded(
            Game game,
            BitSet max,
            BitSet target,
            BitSet avoid,
            @Nullable String rewards,
            Sum sum,
            int before,
            int steps,
            Supplier<Horizon.Layers> layers)
            implements Evidence {}

    /**
     * What is collected before a target is reached, if it ever is.
     *
     * @param way Max's strategy that keeps the lower bound and comes to where it is 0, or collects
     */
    record Total(Game game, BitSet max, BitSet target, String rewards, Bounds bounds, Ranks.Way way)
            implements Evidence {
        @Override
        public BitSet avoid() {
            return new BitSet();
        }
    }

    /**
     * What is certain without numbers.
     *
     * @param never where Max cannot reach the target at all
     * @param way Max's strategy where the target is reached with probability 1; rank −1 elsewhere
     * @param possible Max's strategy where the target is reached with some probability; rank −1 elsewhere
     * @param lost ranks that the other side and chance lower, or do not let rise, where the probability is below 1
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Certain(
            Game game,
            BitSet max,
            BitSet target,
            BitSet avoid,
            BitSet never,
            Ranks.Way way,
            Ranks.Way possible,
            int[] lost)
            implements Evidence {}

    /** What was found in a game that carries sums along. */
    record Counting(Evidence inner, Counted.Recipe recipe) implements Evidence {
        @Override
        public Game game() {
            return inner.game();
        }

        @Override
        public BitSet max() {
            return inner.max();
        }

        @Override
        public BitSet target() {
            return inner.target();
        }

        @Override
        public BitSet avoid() {
            return inner.avoid();
        }
    }

    /** What shows a lower bound alone. */
    record Below(Evidence inner) implements Evidence {
        @Override
        public Game game() {
            return inner.game();
        }

        @Override
        public BitSet max() {
            return inner.max();
        }

        @Override
        public BitSet target() {
            return inner.target();
        }

        @Override
        public BitSet avoid() {
            return inner.avoid();
        }
    }
}

package parley.game;

import java.util.BitSet;
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
     * @param standIn finite numbers in the place of infinite costs, for a lower bound; or {@code null}
     * @param way the strategy that keeps a bound: Max's for a chance, Min's for a cost
     */
    record Unbounded(
            Game game,
            BitSet max,
            BitSet target,
            BitSet avoid,
            @Nullable String rewards,
            Bounds bounds,
            @Nullable Fraction @Nullable [] exact,
            @Nullable Fraction @Nullable [] standIn,
            Ranks.Way way)
            implements Evidence {}

    /** The chance to reach a target within some steps. */
    record Bounded(Game game, BitSet max, BitSet target, BitSet avoid, int steps, Horizon.Layers layers)
            implements Evidence {}

    /**
     * What is certain without numbers.
     *
     * @param never where Max cannot reach the target at all
     * @param way Max's strategy where the target is reached with probability 1; −1 elsewhere
     */
    record Certain(Game game, BitSet max, BitSet target, BitSet avoid, BitSet never, Ranks.Way way)
            implements Evidence {}
}

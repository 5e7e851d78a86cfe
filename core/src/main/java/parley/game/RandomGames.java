package parley.game;

import java.util.BitSet;
import java.util.List;
import java.util.Random;

/** Small games from a seed, for tests and benchmarks; the same seed gives the same game. */
public final class RandomGames {
    private final Random random;

    public RandomGames(long seed) {
        random = new Random(seed);
    }

    /** The next game with at most so many pairs of memoryless strategies. */
    public Game next(long mostPairs) {
        while (true) {
            Game game = next();
            if (new Enumeration(game, new BitSet(), new BitSet(), null).pairs() <= mostPairs) {
                return game;
            }
        }
    }

    /**
     * A game of two players {@code x} and {@code y} with a label {@code target} and rewards of 0, 1 or 2 on choices. Two
     * thirds of the choices have a single successor, else end components hardly occur.
     */
    public Game next() {
        int states = 4 + random.nextInt(5);
        var builder = new GameBuilder(Game.Kind.SMG, List.of("x", "y"));
        builder.reward("r");
        for (int s = 0; s < states; s++) {
            builder.state(1 + random.nextInt(2));
            if (s >= states - 2) {
                builder.move("", s);
                continue;
            }
            int choices = 1 + random.nextInt(3);
            for (int c = 0; c < choices; c++) {
                int choice = choice(builder, states);
                if (random.nextInt(3) == 0) {
                    builder.choiceReward("r", choice, Fraction.of(1 + random.nextInt(2)));
                }
            }
        }
        builder.label("target", states - 1);
        return builder.build();
    }

    private int choice(GameBuilder builder, int states) {
        int choice = builder.choice("");
        if (random.nextInt(3) < 2) {
            builder.branch(random.nextInt(states), 1, 1);
            return choice;
        }
        int parts = List.of(2, 3, 4, 5, 7).get(random.nextInt(5));
        int first = 1 + random.nextInt(parts - 1);
        int second = random.nextInt(parts - first + 1);
        builder.branch(random.nextInt(states), first, parts);
        if (second > 0) {
            builder.branch(random.nextInt(states), second, parts);
        }
        if (parts - first - second > 0) {
            builder.branch(random.nextInt(states), parts - first - second, parts);
        }
        return choice;
    }
}

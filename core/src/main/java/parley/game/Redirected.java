package parley.game;

import java.util.Arrays;
import java.util.BitSet;

/** A game in which some choices lead to one place of their own: what is true of a choice becomes true of a state. */
final class Redirected {
    private Redirected() {}

    /** The place is the state after the last. */
    static Arena of(Arena arena, BitSet choices) {
        Game game = arena.game();
        int place = game.states();
        var firstChoice = Arrays.copyOf(game.firstChoice(), place + 2);
        var firstBranch = new int[game.choices() + 2];
        var successor = new Ints();
        var chance = new Ints();
        for (int c = 0; c < game.choices(); c++) {
            firstBranch[c] = successor.size();
            for (int b = game.firstBranch()[c]; b < game.firstBranch()[c + 1] && !choices.get(c); b++) {
                successor.add(game.successor()[b]);
                chance.add(game.chance()[b]);
            }
            if (choices.get(c)) {
                successor.add(place);
                chance.add(0);
            }
        }
        firstBranch[game.choices()] = successor.size();
        successor.add(place);
        chance.add(0);
        firstBranch[game.choices() + 1] = successor.size();
        firstChoice[place + 1] = game.choices() + 1;
        var owner = Arrays.copyOf(game.owner(), place + 1);
        var redirected = new Game(
                game.kind(),
                game.players(),
                game.initial(),
                owner,
                firstChoice,
                firstBranch,
                successor.toArray(),
                chance.toArray(),
                game.chances(),
                Arrays.copyOf(game.action(), game.choices() + 1),
                game.actions(),
                game.labels(),
                java.util.Map.of());
        var max = Arrays.copyOf(arena.max(), place + 1);
        var source = Arrays.copyOf(arena.source(), game.choices() + 1);
        source[game.choices()] = place;
        var intoFirst = new int[place + 2];
        int[] into = Arena.predecessors(firstBranch, redirected.successor(), intoFirst);
        return new Arena(redirected, place + 1, max, arena.table(), source, intoFirst, into);
    }

    static BitSet place(Arena redirected) {
        var place = new BitSet();
        place.set(redirected.states() - 1);
        return place;
    }
}

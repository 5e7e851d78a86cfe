package parley.game;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Intervals of probability written as choices of nature between the corners of what they allow; nature chooses anew at
 * each visit, therefore this contains a fixed unknown probability. Every algorithm for exact games is then right as it
 * stands. An interval that reaches down to 0 becomes a choice without that branch.
 */
final class Robust {
    private static final int MOST_OPEN = 12;

    private Robust() {}

    /**
     * @param game exact; its first states are those of the model
     * @param ordinary the number of states of the model; later ones are nature's and take no time
     * @param max the players of Max, nature among them where it helps
     */
    record Expanded(Game game, int ordinary, BitSet max) {
        Arena arena() {
            return Arena.of(game, ordinary, max);
        }
    }

    static Expanded expand(Game game, BitSet max, boolean natureIsMax) throws Unanswerable {
        if (game.chances().stream().allMatch(Game.Chance::exact)) {
            return new Expanded(game, game.states(), max);
        }
        int nature = game.players().size() + 1;
        var sides = (BitSet) max.clone();
        sides.set(nature, natureIsMax);
        var builder = new GameBuilder(game.kind(), game.players());
        builder.initial(game.initial());
        game.labels().forEach(builder::label);
        game.rewards().keySet().forEach(builder::reward);
        var waiting = new ArrayList<List<List<Fraction>>>();
        var waitingFor = new Ints();
        for (int s = 0; s < game.states(); s++) {
            builder.state(game.owner()[s]);
            collect(game, builder, s);
            for (int c = game.firstChoice()[s]; c < game.firstChoice()[s + 1]; c++) {
                List<List<Fraction>> corners = corners(game, c);
                if (corners.size() == 1 || max.get(game.owner()[s]) == natureIsMax) {
                    for (List<Fraction> corner : corners) {
                        collect(game, builder, c, builder.choice(name(game, c)));
                        branches(game, builder, c, corner);
                    }
                } else {
                    collect(game, builder, c, builder.move(name(game, c), game.states() + waiting.size()));
                    waiting.add(corners);
                    waitingFor.add(c);
                }
            }
        }
        for (int i = 0; i < waiting.size(); i++) {
            builder.state(nature);
            for (List<Fraction> corner : waiting.get(i)) {
                builder.choice("");
                branches(game, builder, waitingFor.get(i), corner);
            }
        }
        return new Expanded(builder.build(), game.states(), sides);
    }

    private static String name(Game game, int choice) {
        return game.action()[choice] < 0 ? "" : game.actions().get(game.action()[choice]);
    }

    private static void collect(Game game, GameBuilder builder, int state) {
        game.rewards().forEach((name, rewards) -> {
            if (rewards.ofState()[state] != 0) {
                builder.stateReward(name, state, rewards.values().get(rewards.ofState()[state]));
            }
        });
    }

    private static void collect(Game game, GameBuilder builder, int choice, int built) {
        game.rewards().forEach((name, rewards) -> {
            if (rewards.ofChoice()[choice] != 0) {
                builder.choiceReward(name, built, rewards.values().get(rewards.ofChoice()[choice]));
            }
        });
    }

    private static void branches(Game game, GameBuilder builder, int choice, List<Fraction> corner) {
        for (int i = 0; i < corner.size(); i++) {
            if (corner.get(i).signum() > 0) {
                builder.branch(game.successor()[game.firstBranch()[choice] + i], Game.Chance.of(corner.get(i)));
            }
        }
    }

    /** The corners of {p : low ≤ p ≤ high, Σ p = 1}: all but one coordinate lie at an end. */
    private static List<List<Fraction>> corners(Game game, int choice) throws Unanswerable {
        List<Game.Chance> chances = new ArrayList<>();
        int open = 0;
        for (int b = game.firstBranch()[choice]; b < game.firstBranch()[choice + 1]; b++) {
            chances.add(game.chances().get(game.chance()[b]));
            open += game.chances().get(game.chance()[b]).exact() ? 0 : 1;
        }
        if (open == 0) {
            return List.of(chances.stream().map(Game.Chance::low).toList());
        }
        if (open > MOST_OPEN) {
            throw new Unanswerable(
                    "A choice has %d branches with intervals; at most %d are done.".formatted(open, MOST_OPEN));
        }
        Set<List<Fraction>> corners = new LinkedHashSet<>();
        for (int free = 0; free < chances.size(); free++) {
            if (!chances.get(free).exact()) {
                fill(chances, free, 0, Fraction.ONE, new ArrayList<>(), corners);
            }
        }
        if (corners.isEmpty()) {
            throw new Unanswerable("No probabilities within the intervals %s add up to 1.".formatted(chances));
        }
        return List.copyOf(corners);
    }

    private static void fill(
            List<Game.Chance> chances,
            int free,
            int at,
            Fraction rest,
            List<Fraction> chosen,
            Set<List<Fraction>> corners) {
        if (at == chances.size()) {
            Game.Chance range = chances.get(free);
            if (range.low().compareTo(rest) <= 0 && rest.compareTo(range.high()) <= 0) {
                var corner = new ArrayList<>(chosen);
                corner.set(free, rest);
                corners.add(List.copyOf(corner));
            }
            return;
        }
        Game.Chance range = chances.get(at);
        List<Fraction> ends = at == free
                ? List.of(Fraction.ZERO)
                : range.exact() ? List.of(range.low()) : List.of(range.low(), range.high());
        for (Fraction end : ends) {
            chosen.add(end);
            fill(chances, free, at + 1, rest.minus(end), chosen, corners);
            chosen.removeLast();
        }
    }
}

package parley.game;

import java.util.List;

/** Models whose values can be worked out by hand. */
final class Models {
    private Models() {}

    /** States 0 to {@code top}, one up with probability p, else one down; labels {@code won}, {@code over}. */
    static Game ruin(int start, int top, long up, long parts) {
        var chain = new GameBuilder(Game.Kind.DTMC, List.of());
        for (int s = 0; s <= top; s++) {
            chain.state(0);
            if (s == 0 || s == top) {
                chain.move("", s);
                chain.label("over", s);
            } else {
                chain.stateReward("steps", s, Fraction.ONE);
                chain.choice("");
                chain.branch(s + 1, up, parts).branch(s - 1, parts - up, parts);
            }
        }
        chain.label("won", top);
        chain.initial(start);
        return chain.build();
    }

    /** Throws a coin until it shows n heads in a row. */
    static Game heads(int n) {
        var chain = new GameBuilder(Game.Kind.DTMC, List.of());
        for (int s = 0; s < n; s++) {
            chain.state(0);
            chain.stateReward("throws", s, Fraction.ONE);
            chain.choice("");
            chain.branch(s + 1, 1, 2).branch(0, 1, 2);
        }
        chain.state(0);
        chain.label("done", n);
        return chain.build();
    }

    /**
     * A first step to the left or, with probability p, to the right; then n steps of 1/2 in the same direction, each of
     * which goes back to the start with 1/2. 2n + 1 inner states and two ends.
     */
    static Game resets(int n, long right, long parts) {
        var chain = new GameBuilder(Game.Kind.DTMC, List.of());
        chain.state(0);
        chain.choice("");
        chain.branch(1, right, parts).branch(n + 2, parts - right, parts);
        for (int side = 0; side < 2; side++) {
            for (int i = 0; i < n; i++) {
                int s = chain.state(0);
                chain.choice("");
                chain.branch(s + 1, 1, 2).branch(0, 1, 2);
            }
            int end = chain.state(0);
            chain.move("", end);
            chain.label(side == 0 ? "right" : "left", end);
        }
        return chain.build();
    }

    /** k attempts, each of which is blocked with a probability between {@code least} and {@code most} percent. */
    static Game vetoes(int k, long least, long most) {
        var chain = new GameBuilder(Game.Kind.MDP, List.of());
        for (int s = 0; s < k; s++) {
            chain.state(0);
            chain.choice("try");
            chain.branch(k, range(100 - most, 100 - least)).branch(s + 1 == k ? k + 1 : s + 1, range(least, most));
        }
        chain.state(0);
        chain.label("adopted", k);
        chain.state(0);
        return chain.build();
    }

    private static Game.Chance range(long least, long most) {
        return new Game.Chance(Fraction.of(least, 100), Fraction.of(most, 100));
    }

    /** Max in p goes to q or takes 1/2, Min in q goes to p or gives 4/5. */
    static Game standoff() {
        var game = new GameBuilder(Game.Kind.SMG, List.of("max", "min"));
        game.state(1);
        game.move("", 1);
        game.choice("");
        game.branch(2, 1, 2).branch(3, 1, 2);
        game.state(2);
        game.move("", 0);
        game.choice("");
        game.branch(2, 4, 5).branch(3, 1, 5);
        game.state(1);
        game.label("goal", 2);
        game.state(1);
        return game.build();
    }

    /** The standoff with prices: Max in p waits or leaves for 5, Min in q waits or leaves for 2. Worth 5 to both. */
    static Game dearStandoff() {
        var game = new GameBuilder(Game.Kind.SMG, List.of("max", "min"));
        game.state(1);
        game.move("", 1);
        game.choiceReward("r", game.move("", 2), Fraction.of(5));
        game.state(2);
        game.move("", 0);
        game.choiceReward("r", game.move("", 2), Fraction.of(7));
        game.state(1);
        game.label("goal", 2);
        return game.build();
    }

    /** Two players add dice of {@code faces} in turn; who first has {@code goal} or more has won. State: mine, his, who. */
    static Game race(int goal, int faces) {
        var chain = new GameBuilder(Game.Kind.DTMC, List.of());
        for (int mine = 0; mine < goal; mine++) {
            for (int his = 0; his < goal; his++) {
                for (int who = 0; who < 2; who++) {
                    chain.state(0);
                    chain.choice("");
                    for (int eyes = 1; eyes <= faces; eyes++) {
                        int next = (who == 0 ? mine : his) + eyes;
                        int to = next >= goal
                                ? 2 * goal * goal + who
                                : who == 0 ? 2 * (next * goal + his) + 1 : 2 * (mine * goal + next);
                        chain.branch(to, 1, faces);
                    }
                }
            }
        }
        chain.state(0);
        chain.state(0);
        chain.label("mine", 2 * goal * goal);
        return chain.build();
    }
}

package parley.proof;

import parley.game.Game;

/** Counts what the answers to one property cost. */
final class Tally {
    long states;
    long choices;
    long transitions;
    int gridDays;

    void add(Game game) {
        states += game.states();
        choices += game.choices();
        transitions += game.branches();
    }
}

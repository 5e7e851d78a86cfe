package parley.game;

import java.util.Arrays;

/**
 * Bounds for every state, and how they are kept.
 *
 * @param low L ≤ Φ(L), exactly
 * @param high U ≥ Φ(U), exactly
 * @param lowChoice a choice of the game that gave {@code low}, or −1
 * @param highChoice a choice of the game that gave {@code high}, or −1
 * @param sweeps over components
 */
public record Bounds(double[] low, double[] high, int[] lowChoice, int[] highChoice, long sweeps) {

    static Bounds of(Arena arena, Quotient q, double[] x, int[] lowBy, int[] highBy, long sweeps) {
        int states = arena.states();
        var low = new double[states];
        var high = new double[states];
        var lowChoice = new int[states];
        var highChoice = new int[states];
        Arrays.fill(lowChoice, -1);
        Arrays.fill(highChoice, -1);
        for (int s = 0; s < states; s++) {
            low[s] = x[2 * q.node()[s]];
            high[s] = x[2 * q.node()[s] + 1];
        }
        for (int v = 0; v < q.nodes(); v++) {
            place(arena, q, lowBy[v], lowChoice);
            place(arena, q, highBy[v], highChoice);
        }
        return new Bounds(low, high, lowChoice, highChoice, sweeps);
    }

    private static void place(Arena arena, Quotient q, int choice, int[] choices) {
        if (choice >= 0) {
            int original = q.original()[choice];
            choices[arena.source()[original]] = original;
        }
    }
}

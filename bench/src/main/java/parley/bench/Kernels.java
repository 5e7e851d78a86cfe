package parley.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import parley.game.Answer;
import parley.game.Atoms;
import parley.game.Fraction;
import parley.game.Game;
import parley.game.Limits;
import parley.game.QueryParser;
import parley.game.Solver;
import parley.game.Unanswerable;

/**
 * The graph part on a game of two robots in a hall, and the rate of sweeps over one large component beside the memory
 * bandwidth of the same minute. Argument: the width of the hall (21, which makes 388,962 states).
 */
public final class Kernels {
    private Kernels() {}

    public static void main(String[] arguments) throws Unanswerable {
        int width = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 21;
        System.out.printf("memory: %.1f GB/s%n", bandwidth());
        Game hall = hall(width, false);
        System.out.printf("hall: %d states, %d choices, %d branches%n", hall.states(), hall.choices(), hall.branches());
        for (int i = 0; i < 5; i++) {
            double began = cpuSeconds();
            Answer answer = ask(hall, "<<1>> P>=1 [F \"met\"]");
            System.out.printf("P>=1: %s in %.3f s CPU%n", answer.verdict(), cpuSeconds() - began);
        }
        Game wandering = hall(width, true);
        for (int i = 0; i < 2; i++) {
            double began = cpuSeconds();
            Answer answer = ask(wandering, "<<1>> Pmax=? [!\"lost\" U \"met\"]");
            double seconds = cpuSeconds() - began;
            double rate = answer.sweeps() * (double) wandering.branches() / seconds / 1e6;
            System.out.printf(
                    "Pmax: [%.9f, %.9f], %d sweeps, %.2f s CPU, %.0f M branches/s, preparation included%n",
                    answer.low(), answer.high(), answer.sweeps(), seconds, rate);
        }
        System.out.printf("memory: %.1f GB/s%n", bandwidth());
    }

    private static Answer ask(Game game, String question) throws Unanswerable {
        var limits = new Limits(1e-6, 2_000, null, false);
        return new Solver(game, Atoms.none(), limits, false).answer(QueryParser.parse(question, Atoms.none()));
    }

    /**
     * Two robots move in turn on a torus; a step slips to the left with 1/10. If it wanders the second goes anywhere with
     * 1/4. Straight arrays, as exploration makes them.
     */
    private static Game hall(int width, boolean wanders) {
        int cells = width * width;
        int states = 2 * cells * cells;
        var owner = new int[states];
        var firstChoice = new int[states + 1];
        var firstBranch = new int[4 * states + 1];
        var successor = new int[8 * states];
        var chance = new int[8 * states];
        int branch = 0;
        int choice = 0;
        for (int s = 0; s < states; s++) {
            int turn = s % 2;
            int mine = s / 2 / cells;
            int his = s / 2 % cells;
            boolean random = wanders && turn == 1;
            owner[s] = turn + 1;
            for (int d = 0; d < 4; d++) {
                for (int slip = 0; slip < (random ? 1 : 2); slip++) {
                    int to = moved(turn == 0 ? mine : his, (d + slip) % 4, width);
                    successor[branch] = 2 * (turn == 0 ? to * cells + his : mine * cells + to) + 1 - turn;
                    chance[branch++] = random ? 2 : slip;
                }
                if (!random || d == 3) {
                    firstBranch[++choice] = branch;
                }
            }
            firstChoice[s + 1] = choice;
        }
        return game(
                cells,
                owner,
                firstChoice,
                Arrays.copyOf(firstBranch, choice + 1),
                Arrays.copyOf(successor, branch),
                chance);
    }

    private static Game game(
            int cells, int[] owner, int[] firstChoice, int[] firstBranch, int[] successor, int[] chance) {
        var met = new BitSet();
        var lost = new BitSet();
        for (int s = 0; s < owner.length; s++) {
            met.set(s, s / 2 / cells == s / 2 % cells);
            lost.set(s, s / 2 % cells == cells / 2 + 2);
        }
        lost.andNot(met);
        return new Game(
                Game.Kind.SMG,
                List.of("one", "two"),
                2 * (cells / 2),
                owner,
                firstChoice,
                firstBranch,
                successor,
                chance,
                List.of(
                        Game.Chance.of(Fraction.of(9, 10)),
                        Game.Chance.of(Fraction.of(1, 10)),
                        Game.Chance.of(Fraction.of(1, 4))),
                new int[firstBranch.length - 1],
                List.of("move"),
                Map.of("met", met, "lost", lost),
                Map.of());
    }

    private static int moved(int cell, int direction, int width) {
        int x = cell % width;
        int y = cell / width;
        return switch (direction) {
            case 0 -> y * width + (x + 1) % width;
            case 1 -> (y + 1) % width * width + x;
            case 2 -> y * width + (x + width - 1) % width;
            default -> (y + width - 1) % width * width + x;
        };
    }

    /** Reads 256 MB ten times. */
    private static double bandwidth() {
        var words = new long[1 << 25];
        long sum = 0;
        double best = 0;
        for (int round = 0; round < 10; round++) {
            double began = cpuSeconds();
            for (long word : words) {
                sum += word;
            }
            best = Math.max(best, words.length * 8.0 / 1e9 / Math.max(1e-9, cpuSeconds() - began));
        }
        if (sum != 0) {
            throw new IllegalStateException("The array was not empty.");
        }
        return best;
    }

    private static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? machine.getProcessCpuTime() / 1e9
                : 0;
    }
}

package parley.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.game.Game;
import parley.prism.Explored;

/**
 * One behaviour of a model: moves with the ticks they fall in, from the start.
 *
 * @param ticks of each move the tick in which it happens
 * @param states the states passed, one more than moves
 */
public record Course(Play play, List<Move> moves, List<Integer> ticks, List<Integer> states) {
    public Course {
        moves = List.copyOf(moves);
        ticks = List.copyOf(ticks);
        states = List.copyOf(states);
    }

    /** Returns the ticks that pass before the last state. */
    public int length() {
        return (int) moves.stream().filter(m -> m.kind() == Move.Kind.TICK).count();
    }

    /** Returns a course into one of the states that lets as few ticks pass as possible, then as few moves, or {@code null}. */
    public static @Nullable Course into(Play play, Explored explored, BitSet goal) {
        return from(play, explored, explored.game().initial(), goal);
    }

    static @Nullable Course from(Play play, Explored explored, int start, BitSet goal) {
        Game game = explored.game();
        int tick = game.actions().indexOf(Move.of(Move.Kind.TICK, "", "").action());
        var search = new Search(game, tick);
        int end = search.run(start, goal);
        return end < 0 ? null : search.course(play, start, end);
    }

    /** Breadth first by ticks, and within a tick by moves. */
    private static final class Search {
        private final Game game;
        private final int tick;
        private final int[] by;
        private final int[] before;
        private final int[] distance;

        Search(Game game, int tick) {
            this.game = game;
            this.tick = tick;
            this.by = new int[game.states()];
            this.before = new int[game.states()];
            this.distance = new int[game.states()];
            Arrays.fill(distance, -1);
        }

        int run(int start, BitSet goal) {
            var now = new int[game.states()];
            var later = new int[game.states()];
            int many = 1;
            now[0] = start;
            distance[start] = 0;
            for (int day = 0; many > 0; day++) {
                int next = 0;
                for (int at = 0; at < many; at++) {
                    int s = now[at];
                    if (goal.get(s)) {
                        return s;
                    }
                    for (int c = game.firstChoice()[s]; c < game.firstChoice()[s + 1]; c++) {
                        for (int b = game.firstBranch()[c]; b < game.firstBranch()[c + 1]; b++) {
                            int t = game.successor()[b];
                            boolean passes = game.action()[c] == tick;
                            if (distance[t] < 0 || (!passes && distance[t] > day)) {
                                boolean queued = distance[t] >= 0;
                                distance[t] = passes ? day + 1 : day;
                                by[t] = c;
                                before[t] = s;
                                if (passes) {
                                    later[next++] = t;
                                } else if (many < now.length || !queued) {
                                    if (many == now.length) {
                                        now = Arrays.copyOf(now, 2 * many);
                                    }
                                    now[many++] = t;
                                }
                            }
                        }
                    }
                }
                int kept = 0;
                for (int i = 0; i < next; i++) {
                    if (distance[later[i]] == day + 1) {
                        later[kept++] = later[i];
                    }
                }
                int[] swap = now;
                now = later;
                later = swap.length < game.states() ? new int[game.states()] : swap;
                many = kept;
            }
            return -1;
        }

        Course course(Play play, int start, int end) {
            List<Integer> choices = new ArrayList<>();
            List<Integer> states = new ArrayList<>(List.of(end));
            for (int s = end; s != start; s = before[s]) {
                choices.addFirst(by[s]);
                states.addFirst(before[s]);
            }
            return along(play, game, choices, states);
        }
    }

    static Course along(Play play, Game game, List<Integer> choices, List<Integer> passed) {
        List<Move> moves = new ArrayList<>();
        List<Integer> ticks = new ArrayList<>();
        List<Integer> states = new ArrayList<>(passed.subList(0, 1));
        var joint = new JointCourse(play.slice());
        int now = 0;
        for (int i = 0; i < choices.size(); i++) {
            int choice = choices.get(i);
            String action = game.actions().get(game.action()[choice]);
            Move move = java.util.Objects.requireNonNull(play.moves().get(action));
            for (Move told : joint.told(move)) {
                moves.add(told);
                ticks.add(now);
                states.add(passed.get(i + 1));
            }
            now += move.kind() == Move.Kind.TICK ? 1 : 0;
        }
        return new Course(play, moves, ticks, states);
    }
}

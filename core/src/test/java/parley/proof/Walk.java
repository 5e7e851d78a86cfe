package parley.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import parley.model.Compiler;
import parley.model.Conduct;
import parley.model.Course;
import parley.model.Move;
import parley.model.Play;
import parley.model.Slice;
import parley.prism.Expr;
import parley.prism.Interpreted;
import parley.roadmap.MeasureState;

/**
 * One random behaviour of a compiled slice, and what the model says of the state it ends in.
 *
 * @param end the values of the variables at its end
 */
record Walk(Course course, Interpreted model, List<Integer> end) {
    private static final String SETTLED = "settled";
    private static final int MOST_MOVES = 400;

    /** Compiles a slice so that walks in it can be asked what they lead to. */
    static Play play(Slice slice) {
        return Compiler.compile(slice, 0, false, Walk::names);
    }

    private static void names(Compiler.Scene scene) {
        Slice slice = scene.slice();
        label(scene, SETTLED, Expr.Bool.TRUE);
        for (String c : slice.concessions()) {
            label(scene, c + " met", scene.conduct().in(c, Conduct.MET));
            label(scene, c + " verified", scene.conduct().in(c, Conduct.VERIFIED));
            label(scene, c + " broken", scene.conduct().in(c, Conduct.BROKEN));
        }
        for (String p : slice.phases()) {
            label(scene, p + " is open", scene.conduct().isOpen(p));
        }
        for (Slice.Part part : slice.parts()) {
            for (MeasureState s : MeasureState.values()) {
                label(scene, part + " is " + s, scene.acts().isIn(part, s));
            }
        }
        for (int i = 0; i < slice.duties().size(); i++) {
            label(scene, "owed " + i, scene.acts().owedFor(slice.duties().get(i), 0));
        }
    }

    private static void label(Compiler.Scene scene, String name, Expr states) {
        scene.draft().label(name, states);
    }

    /** Walks for some ticks, then on until everything that follows at once has followed. */
    static Walk random(Play play, Random random, int ticks) {
        var model = new Interpreted(play.model());
        List<Move> moves = new ArrayList<>();
        List<Integer> at = new ArrayList<>();
        int now = 0;
        List<Integer> state = model.start();
        while (moves.size() < MOST_MOVES && (now < ticks || !model.is(SETTLED, state))) {
            Interpreted.Next next = choose(play, model.next(state), random);
            Move move = move(play, next);
            moves.add(move);
            at.add(now);
            now += move.kind() == Move.Kind.TICK ? 1 : 0;
            state = next.state();
        }
        List<Integer> passed = IntStream.rangeClosed(0, moves.size()).boxed().toList();
        return new Walk(new Course(play, moves, at, passed), model, state);
    }

    /** Where time may pass it does so in two of three moves: else a walk is over on its first days. */
    private static Interpreted.Next choose(Play play, List<Interpreted.Next> all, Random random) {
        for (Interpreted.Next next : all) {
            if (move(play, next).kind() == Move.Kind.TICK && random.nextInt(3) > 0) {
                return next;
            }
        }
        return all.get(random.nextInt(all.size()));
    }

    private static Move move(Play play, Interpreted.Next next) {
        return Objects.requireNonNull(play.moves().get(next.action()));
    }

    boolean settles() {
        return model.is(SETTLED, end);
    }

    Slice slice() {
        return course.play().slice();
    }

    /** Returns what has become of a concession, in the words of the standing; {@code open} if nothing has. */
    String stateOf(String concession) {
        return List.of("met", "verified", "broken").stream()
                .filter(w -> model.is(concession + " " + w, end))
                .findFirst()
                .orElse("open");
    }

    boolean isOpen(String phase) {
        return model.is(phase + " is open", end);
    }

    MeasureState stateOf(Slice.Part part) {
        for (MeasureState s : MeasureState.values()) {
            if (model.is(part + " is " + s, end)) {
                return s;
            }
        }
        throw new IllegalStateException("The model has no state for " + part);
    }

    boolean owes(int duty) {
        return model.is("owed " + duty, end);
    }
}

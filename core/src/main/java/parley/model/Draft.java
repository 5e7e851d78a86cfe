package parley.model;

import static parley.model.Terms.and;
import static parley.model.Terms.any;
import static parley.model.Terms.not;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.game.Fraction;
import parley.prism.Expr;
import parley.prism.Model;

/**
 * A model while it is put together. Commands are of three kinds: what the demon may do at any moment of a tick, what
 * must follow at once from what is so already, and the tick itself, which waits for whatever is overdue.
 */
public final class Draft {
    private final List<Model.Var> vars = new ArrayList<>();
    private final Map<String, Expr.Read> reads = new TreeMap<>();
    private final List<Planned> planned = new ArrayList<>();
    private final List<Expr> overdue = new ArrayList<>();
    private final List<Model.Assignment> ticking = new ArrayList<>();
    private final Map<String, Expr> labels = new LinkedHashMap<>();
    private final List<Also> alsos = new ArrayList<>();

    private record Planned(
            Move move,
            Expr guard,
            List<Model.Assignment> assignments,
            boolean atOnce,
            @Nullable Failing failing) {}

    /** What happens instead, with a probability between two bounds. */
    record Failing(double low, double high, List<Model.Assignment> assignments) {}

    private record Also(Predicate<Move> when, Model.Assignment assignment) {}

    /** Declares a number from 0 to {@code high} that starts at {@code init}. */
    public Expr.Read number(String name, int high, int init) {
        return declare(Model.Var.of(identifier(name), 0, high, init));
    }

    public Expr.Read truth(String name, boolean init) {
        return declare(Model.Var.truth(identifier(name), init));
    }

    private Expr.Read declare(Model.Var variable) {
        if (reads.containsKey(variable.name())) {
            throw new IllegalArgumentException("The variable %s is declared twice.".formatted(variable.name()));
        }
        var read = new Expr.Read(variable.name(), vars.size(), variable.type());
        vars.add(variable);
        reads.put(variable.name(), read);
        return read;
    }

    static String identifier(String name) {
        return name.replace('-', '_').replace(' ', '_');
    }

    /** Adds something that may happen, once all that follows at once has happened. */
    void may(Move move, Expr guard, List<Model.Assignment> assignments) {
        add(move, guard, assignments, false);
    }

    /** Adds something that may be tried, and may fail by chance. */
    void mayFail(Move move, Expr guard, List<Model.Assignment> assignments, Failing failing) {
        planned.add(new Planned(move, guard, List.copyOf(assignments), false, failing));
    }

    /** Adds something that follows at once: nothing else happens before it. */
    void atOnce(Move move, Expr guard, List<Model.Assignment> assignments) {
        add(move, guard, assignments, true);
    }

    private void add(Move move, Expr guard, List<Model.Assignment> assignments, boolean atOnce) {
        if (!guard.equals(Terms.FALSE)) {
            planned.add(new Planned(move, guard, List.copyOf(assignments), atOnce, null));
        }
    }

    /** No tick passes while this holds. */
    void overdue(Expr condition) {
        overdue.add(condition);
    }

    /** What becomes of a variable when a tick passes. */
    public void onTick(Expr.Read variable, Expr next) {
        ticking.add(set(variable, next));
    }

    /** Moves that fit also do this: how a property watches. */
    public void also(Predicate<Move> when, Expr.Read variable, Expr value) {
        alsos.add(new Also(when, set(variable, value)));
    }

    /** Names a set of states. */
    public void label(String name, Expr states) {
        labels.put(name, states);
    }

    static Model.Assignment set(Expr.Read variable, Expr value) {
        return new Model.Assignment(variable.variable(), value);
    }

    Play finish(Slice slice) {
        Expr pressing =
                any(planned.stream().filter(Planned::atOnce).map(Planned::guard).toList());
        // What follows at once has followed before anybody looks.
        labels.replaceAll((name, states) -> and(states, not(pressing)));
        List<Model.Command> commands = new ArrayList<>();
        Map<String, Move> moves = new LinkedHashMap<>();
        for (Planned p : planned) {
            add(
                    commands,
                    moves,
                    p.move(),
                    p.atOnce() ? p.guard() : and(p.guard(), not(pressing)),
                    p.assignments(),
                    p.failing());
        }
        add(commands, moves, Move.of(Move.Kind.TICK, "", ""), and(not(pressing), not(any(overdue))), ticking, null);
        var model = new Model(
                parley.game.Game.Kind.MDP,
                List.of(),
                List.of("roadmap"),
                vars,
                commands,
                List.of(),
                labels,
                Map.of(),
                Map.of(),
                Map.of());
        return new Play(slice, model, moves, Map.copyOf(reads));
    }

    private void add(
            List<Model.Command> commands,
            Map<String, Move> moves,
            Move move,
            Expr guard,
            List<Model.Assignment> assignments,
            @Nullable Failing failing) {
        String action = move.action();
        for (int i = 2; moves.containsKey(action); i++) {
            action = move.action() + "_" + i;
        }
        moves.put(action, move);
        Map<Integer, Model.Assignment> all = new TreeMap<>();
        assignments.forEach(a -> all.put(a.variable(), a));
        alsos.stream()
                .filter(a -> a.when().test(move))
                .forEach(a -> all.put(a.assignment().variable(), a.assignment()));
        List<Model.Assignment> done = List.copyOf(all.values());
        commands.add(new Model.Command(0, 0, action, guard, branches(done, failing), commands.size() + 1));
    }

    private static List<Model.Branch> branches(List<Model.Assignment> done, @Nullable Failing failing) {
        if (failing == null) {
            return List.of(new Model.Branch(Terms.number(1), Terms.number(1), done));
        }
        Fraction low = share(failing.low());
        Fraction high = share(failing.high());
        return List.of(
                new Model.Branch(real(Fraction.ONE.minus(high)), real(Fraction.ONE.minus(low)), done),
                new Model.Branch(real(low), real(high), failing.assignments()));
    }

    /** A share as the text writes it, in hundredths of a percent: 5 % is 1/20, not the nearest double. */
    private static Fraction share(double value) {
        return Fraction.of(Math.round(value * 10_000), 10_000);
    }

    private static Expr real(Fraction value) {
        return new Expr.Real(value);
    }
}

package parley.proof;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import parley.model.Compiler;
import parley.model.Course;
import parley.model.Dating;
import parley.model.Grid;
import parley.model.Obligation;
import parley.model.Play;
import parley.model.Slice;
import parley.prism.Exploration;
import parley.prism.Explored;
import parley.prism.Explorer;
import parley.prism.Expr;
import parley.roadmap.Case;
import parley.roadmap.Condition;
import parley.text.Span;

/**
 * Whether some behaviour reaches what must not be: coarse grids first, because what holds there holds in days; a finding
 * counts only when its delays and windows fit in days (PROOF 2.5).
 */
final class Safety {
    /** The name of the bad states. */
    static final String BAD = "bad";

    /** The name of the states in which what the property is about has come up. */
    static final String TRIGGER = "trigger";

    private static final int STATES = 1_500_000;

    private Safety() {}

    /**
     * What is asked.
     *
     * @param follow whether the states of measures matter
     * @param claimTicks how many ticks of a duty have to be told apart
     * @param dated whether the property reads dates
     * @param property names the bad states and watches for them
     * @param withheld whether partners keep from doing what they owe
     * @param waits how far the last day lies behind what happened
     * @param named the concessions that the property tells apart, {@code null} if it may ask for any
     */
    record Setting(
            Case theCase,
            List<Obligation> duties,
            boolean follow,
            List<Condition> watched,
            int vetoes,
            int falseWitnesses,
            ToIntFunction<Grid> claimTicks,
            boolean dated,
            Consumer<Compiler.Scene> property,
            Function<Course, List<Dating.Wait>> waits,
            boolean withheld,
            @Nullable Set<String> named) {

        Setting(
                Case theCase,
                List<Obligation> duties,
                boolean follow,
                List<Condition> watched,
                int vetoes,
                int falseWitnesses,
                ToIntFunction<Grid> claimTicks,
                boolean dated,
                Consumer<Compiler.Scene> property,
                Function<Course, List<Dating.Wait>> waits,
                boolean withheld) {
            this(
                    theCase,
                    duties,
                    follow,
                    watched,
                    vetoes,
                    falseWitnesses,
                    claimTicks,
                    dated,
                    property,
                    waits,
                    withheld,
                    null);
        }

        /** What most properties ask: bad states by themselves, with what the question allows, on any day. */
        static Setting of(
                Question q,
                List<Obligation> duties,
                boolean follow,
                List<Condition> watched,
                Consumer<Compiler.Scene> property) {
            return new Setting(
                    q.theCase(),
                    duties,
                    follow,
                    watched,
                    q.vetoes(),
                    q.falseWitnesses(),
                    grid -> 0,
                    false,
                    property,
                    course -> List.of(),
                    false);
        }

        /** The same with nothing done of what is owed, because something forbids it. */
        Setting heldBack() {
            return with(true, named);
        }

        /** The same for a property that tells only these concessions apart; others may be looked at together. */
        Setting telling(String... apart) {
            return with(withheld, Set.of(apart));
        }

        private Setting with(boolean heldBack, @Nullable Set<String> apart) {
            return new Setting(
                    theCase,
                    duties,
                    follow,
                    watched,
                    vetoes,
                    falseWitnesses,
                    claimTicks,
                    dated,
                    property,
                    waits,
                    heldBack,
                    apart);
        }

        Slice slice(int gridDays) {
            Slice slice = Slice.of(theCase, Grid.of(theCase, gridDays), duties, follow, watched, vetoes, falseWitnesses)
                    .telling(named);
            return withheld ? slice.heldBack() : slice;
        }
    }

    /** What came of it. */
    sealed interface Found {
        /**
         * No behaviour does, decided on this grid.
         *
         * @param triggered whether what the property is about can occur at all
         */
        record Holds(int gridDays, boolean triggered, Play play) implements Found {}

        /** This one does. */
        record Reached(Dating.Dated course) implements Found {}

        /** Neither was shown. */
        record Open(String why) implements Found {}
    }

    /** Looks, and adds what it cost to the count. */
    static Found look(Setting setting, Tally tally) {
        int grid = setting.theCase().gridDays();
        String why = "";
        for (int days : grids(grid)) {
            Play play = compile(setting, days);
            // What fails, fails soon as a rule: looks only until the first bad state.
            Expr bad = Objects.requireNonNull(play.model().labels().get(BAD));
            Explored explored = until(play, STATES, bad);
            if (explored != null) {
                tally.add(explored.game());
                Course course = reach(play, explored);
                Dating.Dated dated = course == null ? null : dated(setting, play, course);
                if (course == null) {
                    return new Found.Holds(days, triggered(explored), play);
                }
                if (dated != null) {
                    return new Found.Reached(dated);
                }
            }
            explored = explored == null ? null : explore(play, tally);
            if (explored == null) {
                return new Found.Open(
                        "a slice has more than %,d states, or more than the memory holds, on a grid of %d days%s"
                                .formatted(STATES, days, why.isEmpty() ? "" : "; " + why));
            }
            Course course = reach(play, explored);
            if (course == null || course.length() > play.slice().grid().horizon()) {
                return new Found.Holds(days, triggered(explored), play);
            }
            Dating.Dated dated = dated(setting, play, course);
            if (dated != null) {
                return new Found.Reached(dated);
            }
            why = "on a grid of %d days only rounding lets it fail".formatted(days);
        }
        return new Found.Open(why);
    }

    /** A property may name the states its trigger is true in; if there are none it holds for want of an occasion. */
    private static boolean triggered(Explored explored) {
        BitSet states = explored.game().labels().get(TRIGGER);
        return states == null || !states.isEmpty();
    }

    private static Dating.@Nullable Dated dated(Setting setting, Play play, Course course) {
        boolean over = course.length() > play.slice().grid().horizon();
        return over ? null : Dating.of(course, setting.waits().apply(course));
    }

    /** Returns how the firing of a duty's branch is named in a course. */
    static String branch(Obligation o) {
        return "%s#%d".formatted(o.step().id(), o.step().branches().indexOf(o.branch()) + 1);
    }

    /** Returns the tick a day lies in. */
    static int tick(Grid grid, java.time.LocalDate day) {
        return (int) Math.max(0, java.time.temporal.ChronoUnit.DAYS.between(grid.from(), day) / grid.days());
    }

    private static List<Integer> grids(int grid) {
        return List.of(4 * grid, 2 * grid, grid, Math.max(1, grid / 2), Math.max(1, grid / 5), 1).stream()
                .distinct()
                .toList();
    }

    static Play compile(Setting setting, int gridDays) {
        Slice slice = setting.slice(gridDays);
        return Compiler.compile(
                slice, setting.claimTicks().applyAsInt(slice.grid()), setting.dated(), setting.property());
    }

    static @Nullable Explored explore(Play play, Tally tally) {
        Explored found = Looked.explored(
                play.model(), true, STATES, () -> within(() -> Explorer.explore(play.model(), STATES, states -> true)));
        if (found != null) {
            tally.add(found.game());
        }
        return found;
    }

    private static @Nullable Explored until(Play play, int most, Expr bad) {
        return Looked.explored(
                play.model(), false, most, () -> within(() -> Explorer.exploreUntil(play.model(), most, bad)));
    }

    /** A slice that the memory does not hold is left open like one with too many states. */
    private static @Nullable Explored within(Supplier<Exploration> exploring) {
        try {
            return explored(exploring.get());
        } catch (OutOfMemoryError e) {
            return null;
        }
    }

    private static @Nullable Explored explored(Exploration exploration) {
        return switch (exploration) {
            case Explored found -> found;
            case Exploration.TooLarge _, Exploration.Stopped _ -> null;
            case Exploration.Refused refused ->
                throw new IllegalStateException(
                        "The compiler wrote a model that cannot be explored: " + refused.problem());
        };
    }

    /** Says whether what must not be is reached on a grid even without some clauses, and fits in days; unknown is null. */
    static @Nullable Boolean fails(Setting setting, int gridDays, Set<Span> without, int most) {
        Slice slice = setting.slice(gridDays).without(without);
        Play play = Compiler.compile(
                slice, setting.claimTicks().applyAsInt(slice.grid()), setting.dated(), setting.property());
        Expr bad = Objects.requireNonNull(play.model().labels().get(BAD));
        Explored explored = until(play, most, bad);
        if (explored == null) {
            return null;
        }
        Course course = reach(play, explored);
        return course != null && dated(setting, play, course) != null;
    }

    private static @Nullable Course reach(Play play, Explored explored) {
        BitSet bad = explored.game().labels().get(BAD);
        return bad == null || bad.isEmpty() ? null : Course.into(play, explored, bad);
    }
}

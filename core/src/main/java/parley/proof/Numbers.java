package parley.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.game.Answer;
import parley.game.Limits;
import parley.game.QueryParser;
import parley.game.Solver;
import parley.game.Unanswerable;
import parley.language.Words;
import parley.model.Compiler;
import parley.model.Course;
import parley.model.Delay;
import parley.model.Grid;
import parley.model.Obligation;
import parley.model.Play;
import parley.model.Slice;
import parley.model.Terms;
import parley.prism.Explored;
import parley.prism.Expr;
import parley.roadmap.Assumption;
import parley.roadmap.Claim;
import parley.roadmap.Condition;

/** Questions whose answer is a number: how likely, how long, how many vetoes, which deadline. */
final class Numbers {
    private static final int BLOCKING_MINORITY = 4;
    private static final String GOAL = "goal";

    private Numbers() {}

    static Verdict answer(Question q, Claim.Question asked) {
        Condition condition = asked.condition();
        String unfollowed = condition == null ? "" : Formulas.unfollowed(List.of(condition));
        if (!unfollowed.isEmpty()) {
            return q.open(unfollowed);
        }
        return switch (asked.ask()) {
            case HOW_LIKELY -> likely(q, java.util.Objects.requireNonNull(asked.condition()));
            case HOW_LONG -> howLong(q, java.util.Objects.requireNonNull(asked.condition()));
            case HOW_MANY_VETOES -> vetoes(q, java.util.Objects.requireNonNull(asked.property()));
            case WHICH_DEADLINE -> deadlines(q);
        };
    }

    /** At least and at most, with who decides between the two. */
    private static Verdict likely(Question q, Condition condition) {
        LocalDate asked = Formulas.by(condition);
        LocalDate by = asked == null ? q.theCase().to() : asked;
        var tally = new Tally();
        boolean vetoes = q.theCase().assumptions().stream().anyMatch(Assumption.Veto.class::isInstance);
        if (vetoes && !Formulas.duties(q, List.of(condition)).isEmpty()) {
            return q.open("vetoes by chance are not played; ask about concessions and phases");
        }
        Slice slice = Slice.of(
                        q.theCase(),
                        Grid.of(q.theCase(), q.theCase().gridDays()),
                        Formulas.duties(q, List.of(condition)),
                        true,
                        List.of(condition),
                        q.vetoes(),
                        q.falseWitnesses())
                .withChances()
                .telling(Formulas.named(condition));
        Play play = Compiler.compile(slice, 0, true, scene -> {
            Expr inTime = Terms.not(
                    Terms.atLeast(java.util.Objects.requireNonNull(scene.clock()), Safety.tick(slice.grid(), by) + 1));
            scene.draft()
                    .label(GOAL, Terms.and(Formulas.Atoms.of(scene, condition).must(), inTime));
        });
        Explored explored = Safety.explore(play, tally);
        if (explored == null) {
            return q.open("the slice has too many states");
        }
        try {
            double least = solve(explored, "Pminmin=? [F \"goal\"]").low();
            double most = solve(explored, "Pmaxmax=? [F \"goal\"]").high();
            String decides = least == 0
                    ? "%s decides: it may do nothing".formatted(q.theCase().counterpart())
                    : "the other side, delays and chance within what the text assumes decide";
            String says =
                    "at least %s, at most %s by %s; %s".formatted(share(least, false), share(most, true), by, decides);
            return q.answered(says, least, most).on(ground(q, tally, "numeric"));
        } catch (Unanswerable e) {
            return q.open(e.why());
        }
    }

    private static Answer solve(Explored explored, String query) throws Unanswerable {
        return new Solver(explored.game(), parley.game.Atoms.none(), Limits.USUAL, false)
                .answer(QueryParser.parse(query, parley.game.Atoms.none()));
    }

    /** No more digits than the interval carries; rounded outward. */
    private static String share(double value, boolean up) {
        double scaled = value * 10_000;
        double shown = (up ? Math.ceil(scaled - 1e-3) : Math.floor(scaled + 1e-3)) / 10_000;
        return shown == Math.rint(shown) ? String.valueOf((long) shown) : String.valueOf(shown);
    }

    private static Ground ground(Question q, Tally tally, String nature) {
        return new Ground(
                nature,
                q.theCase().gridDays(),
                tally.states,
                tally.choices,
                tally.transitions,
                null,
                List.of(),
                List.of());
    }

    private static Verdict howLong(Question q, Condition condition) {
        var tally = new Tally();
        var setting = Safety.Setting.of(
                        q,
                        Formulas.duties(q, List.of(condition)),
                        true,
                        List.of(condition),
                        scene -> scene.draft()
                                .label(
                                        Safety.BAD,
                                        Formulas.Atoms.of(scene, condition).must()))
                .telling(Formulas.named(condition).toArray(String[]::new));
        return switch (Safety.look(setting, tally)) {
            case Safety.Found.Reached(var course) -> {
                long days =
                        java.time.temporal.ChronoUnit.DAYS.between(q.theCase().from(), course.earliest());
                int found = course.course().play().slice().grid().days();
                long least = Math.max(
                        soonest(setting, found, tally),
                        soonest(setting, q.theCase().gridDays(), tally));
                yield q.answered(
                                "at least %d days from the first day of the roadmap (a course of %d days is known); at most for ever, because %s may do nothing"
                                        .formatted(least, days, q.theCase().counterpart()),
                                (double) least,
                                Double.POSITIVE_INFINITY)
                        .on(ground(q, tally, "graph"));
            }
            case Safety.Found.Holds _ ->
                q.answered("never within the roadmap", Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)
                        .on(ground(q, tally, "graph"));
            case Safety.Found.Open(String why) -> q.open(why);
        };
    }

    /**
     * A day that nothing can be before. Every behaviour in days has one on the grid that does in tick ⌊day / grid⌋ what the
     * other does on the day, so it takes the ticks of the shortest course of the whole slice at least; the days that fit
     * one such course would be no bound, for another with more ticks may take fewer days. 0 if the slice is too large.
     */
    private static long soonest(Safety.Setting setting, int gridDays, Tally tally) {
        Play play = Safety.compile(setting, gridDays);
        Explored explored = Safety.explore(play, tally);
        BitSet goal = explored == null ? null : explored.game().labels().get(Safety.BAD);
        Course course = explored == null || goal == null ? null : Course.into(play, explored, goal);
        return course == null ? 0 : (long) course.length() * gridDays;
    }

    private static Verdict vetoes(Question q, Claim.Named property) {
        int survives = -1;
        Verdict last = null;
        for (int vetoes : List.of(0, 1, BLOCKING_MINORITY)) {
            Verdict verdict = Proofs.answer(q.about(property).withVetoes(vetoes));
            last = verdict;
            if (verdict.outcome() != Verdict.Outcome.HOLDS) {
                break;
            }
            survives = vetoes == 0 ? 0 : vetoes == 1 ? BLOCKING_MINORITY - 1 : Integer.MAX_VALUE;
        }
        String many = survives < 0
                ? "none: it fails without any veto"
                : survives == Integer.MAX_VALUE ? "any number" : "%d at most".formatted(survives);
        Verdict answered = q.answered(
                "%s (%s)".formatted(many, Words.of(property).replaceFirst("^prove ", "")), survives, survives);
        return last == null ? answered : answered.on(last.ground()).because(last.causes());
    }

    /** The shortest deadline each partner can keep for each answer, however the other side times its deeds. */
    private static Verdict deadlines(Question q) {
        var tally = new Tally();
        List<Verdict.Cause> table = new ArrayList<>();
        int longest = 0;
        for (Obligation o : q.duties()) {
            if (o.verb() == null || o.measure() == null || !Answers.answers(o)) {
                continue;
            }
            Delay delay = Delay.of(q.theCase(), o, q.vetoes());
            Integer days = delay.blockable() ? null : slowest(q, o, delay, tally);
            Integer written = Answers.within(o, q.theCase());
            longest = days == null ? longest : Math.max(longest, days);
            table.add(new Verdict.Cause(
                    o.reaction().at(),
                    "%s needs %s for the %s%s"
                            .formatted(
                                    o.partner().id(),
                                    days == null ? "no deadline it can keep" : days + " days",
                                    o.words(),
                                    written == null ? "" : ", the text gives %d".formatted(written))));
        }
        return q.answered("%d days are enough for every answer".formatted(longest), longest, longest)
                .on(ground(q, tally, "graph"))
                .because(table);
    }

    private static @Nullable Integer slowest(Question q, Obligation o, Delay delay, Tally tally) {
        if (!o.reaction().prepared()) {
            return delay.most();
        }
        Safety.Setting setting = Answers.setting(q, o, delay.most());
        int grid = q.theCase().gridDays();
        Play play = Safety.compile(setting, grid);
        Explored explored = Safety.explore(play, tally);
        if (explored == null) {
            return null;
        }
        int due = play.reads().entrySet().stream()
                .filter(e -> e.getKey().endsWith("_due0"))
                .mapToInt(e -> e.getValue().variable())
                .findFirst()
                .orElseThrow();
        int ticks = 0;
        for (int s = 0; s < explored.game().states(); s++) {
            ticks = Math.max(ticks, explored.value(s, due) - 1);
        }
        return Math.min(delay.most(), ticks * grid);
    }
}

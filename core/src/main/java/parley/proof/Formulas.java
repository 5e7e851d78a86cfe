package parley.proof;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.language.Words;
import parley.model.Bounds;
import parley.model.Compiler;
import parley.model.Dating;
import parley.model.Grid;
import parley.model.Move;
import parley.model.Obligation;
import parley.model.Slice;
import parley.model.Terms;
import parley.prism.Expr;
import parley.roadmap.Claim;
import parley.roadmap.Condition;
import parley.roadmap.Length;
import parley.roadmap.Measure;
import parley.standing.Standing;

/** Claims written as formulas: always, never, whenever, possible, certain. */
final class Formulas {
    private Formulas() {}

    static Verdict check(Question q, Claim.Formula claim) {
        List<Condition> read = new ArrayList<>(List.of(claim.condition()));
        if (claim.whenever() != null) {
            read.add(claim.whenever());
        }
        String beyond = beyond(read, claim);
        if (!beyond.isEmpty()) {
            return q.open(beyond);
        }
        var run = new Findings(q);
        LocalDate by = by(claim.condition());
        return switch (claim.form()) {
            case ALWAYS, NEVER -> {
                boolean never = claim.form() == Claim.Form.NEVER;
                look(
                        q,
                        claim,
                        read,
                        run,
                        scene -> {
                            var is = Atoms.of(scene, claim.condition());
                            scene.draft().label(Safety.BAD, never ? is.may() : Terms.not(is.must()));
                        },
                        now -> Atoms.shows(now, claim.condition()) == never);
                yield run.verdict("it holds on every day whatever anybody does", "it can come to be otherwise");
            }
            case WHENEVER -> {
                if (!(claim.whenever() instanceof Condition.InState)) {
                    yield q.open("only `whenever` one thing is in a state is answered");
                }
                Length within = claim.within();
                int days = within == null ? 0 : Grid.of(q.theCase(), 1).fewestDays(within);
                look(
                        q,
                        claim,
                        read,
                        run,
                        scene -> response(scene, claim, days),
                        now -> !Atoms.shows(now, claim.condition()));
                yield run.verdict("it follows in time, whatever anybody does", "it can fail to follow in time");
            }
            case POSSIBLE -> possible(q, claim, read, by, run);
            case CERTAIN -> {
                LocalDate day = by == null ? q.theCase().to() : by;
                look(
                        q,
                        claim,
                        read,
                        run,
                        scene -> {
                            Expr.Read ever = scene.draft().truth("ever", false);
                            Expr is = Atoms.of(scene, claim.condition()).must();
                            scene.draft().onTick(ever, Terms.or(ever, is));
                            Expr over = scene.clock() == null
                                    ? Terms.TRUE
                                    : Terms.atLeast(
                                            scene.clock(),
                                            Safety.tick(scene.slice().grid(), day));
                            scene.draft().label(Safety.BAD, Terms.and(over, Terms.not(Terms.or(ever, is))));
                        },
                        now -> !Atoms.shows(now, claim.condition()));
                yield run.verdict(
                        "it comes whatever anybody does", "it need not come: somebody can keep it from coming");
            }
            case ENSURE -> q.open("what a coalition can ensure needs the reading in which partners may refuse");
        };
    }

    /** Says what a formula asks that the model does not follow, or nothing. */
    private static String beyond(List<Condition> read, Claim.Formula claim) {
        String unfollowed = unfollowed(read);
        if (!unfollowed.isEmpty()) {
            return unfollowed;
        }
        return claim.suffix().atLeastPercent() == null && !claim.suffix().almostSurely()
                ? ""
                : "a formula with a probability is not answered; `ask how likely` is";
    }

    static String unfollowed(List<Condition> read) {
        for (Condition c : read) {
            for (Condition leaf : c.leaves()) {
                switch (leaf) {
                    case Condition.Amount a -> {
                        return "`%s` counts over the whole roadmap; ask `earned` or `reserve-kept` instead"
                                .formatted(a.number());
                    }
                    case Condition.InState _, Condition.Owed _ -> {}
                    default -> {
                        return "`%s` is conduct: it is chosen, not implied by the text".formatted(Words.of(leaf));
                    }
                }
            }
        }
        return "";
    }

    /** Returns the things a condition names. */
    static Set<String> named(Condition condition) {
        Set<String> names = new TreeSet<>();
        for (Condition leaf : condition.leaves()) {
            if (leaf instanceof Condition.InState in) {
                names.add(in.thing().id());
            }
        }
        return names;
    }

    static @Nullable LocalDate by(Condition condition) {
        return condition instanceof Condition.By by ? by.day() : null;
    }

    private static void look(
            Question q,
            Claim.Formula claim,
            List<Condition> read,
            Findings run,
            java.util.function.Consumer<Compiler.Scene> property,
            Predicate<Standing> shows) {
        List<Obligation> duties = duties(q, read);
        var setting = new Safety.Setting(
                q.theCase(),
                duties,
                true,
                read,
                q.vetoes(),
                q.falseWitnesses(),
                grid -> 0,
                claim.form() == Claim.Form.CERTAIN,
                property,
                course -> waits(q, claim),
                false);
        run.look(setting, claim.at(), Words.of(claim), "it is otherwise", shows, List.of());
    }

    /** How far the last day lies behind: as long as the claim gives, or on the day by which something is certain. */
    private static List<Dating.Wait> waits(Question q, Claim.Formula claim) {
        Condition sets = claim.whenever();
        Length within = claim.within();
        if (claim.form() == Claim.Form.WHENEVER && sets instanceof Condition.InState in && within != null) {
            int days = Grid.of(q.theCase(), 1).fewestDays(within) + 1;
            return List.of(new Dating.Wait(kind(in.state()), in.thing().id(), days));
        }
        if (claim.form() == Claim.Form.CERTAIN) {
            LocalDate by = by(claim.condition());
            long days = ChronoUnit.DAYS.between(
                    q.theCase().from(), by == null ? q.theCase().to() : by);
            return List.of(new Dating.Wait(Move.Kind.TICK, "", (int) days));
        }
        return List.of();
    }

    private static Move.Kind kind(String state) {
        return switch (state) {
            case "met" -> Move.Kind.MET;
            case "verified" -> Move.Kind.VERIFIED;
            case "broken" -> Move.Kind.BROKEN;
            case "open" -> Move.Kind.OPENS;
            default -> Move.Kind.ACTS;
        };
    }

    private static void response(Compiler.Scene scene, Claim.Formula claim, int days) {
        int within = scene.slice().grid().within(days);
        Expr.Read since = scene.draft().number("since", within + 2, 0);
        Expr follows = Atoms.of(scene, claim.condition()).must();
        Expr sets = Atoms.of(scene, java.util.Objects.requireNonNull(claim.whenever()))
                .may();
        scene.draft()
                .onTick(
                        since,
                        Terms.choose(
                                follows,
                                Terms.number(0),
                                Terms.choose(
                                        Terms.or(Terms.atLeast(since, 1), sets),
                                        Terms.next(since, within + 2),
                                        Terms.number(0))));
        scene.draft().label(Safety.BAD, Terms.and(Terms.atLeast(since, within + 2), Terms.not(follows)));
    }

    private static Verdict possible(
            Question q, Claim.Formula claim, List<Condition> read, @Nullable LocalDate by, Findings run) {
        var setting = Safety.Setting.of(
                q,
                duties(q, read),
                true,
                read,
                scene -> scene.draft()
                        .label(Safety.BAD, Atoms.of(scene, claim.condition()).must()));
        LocalDate last = by == null ? q.theCase().to() : by;
        return switch (Safety.look(setting, run.tally())) {
            case Safety.Found.Reached(var course) -> {
                var story = Stage.by(
                        q,
                        course,
                        last,
                        Words.of(claim.condition()),
                        claim.at(),
                        now -> Atoms.shows(now, claim.condition()));
                if (story.isEmpty()) {
                    yield q.open("it is possible on the grid, and the story does not come true in the standing");
                }
                LocalDate on = Stage.end(story.get());
                run.story(story.get());
                if (on.isAfter(last) && !course.earliest().isAfter(last)) {
                    yield q.open("it is possible on %s on the grid, and the first story that comes true ends on %s"
                            .formatted(course.earliest(), on));
                }
                if (on.isAfter(last)) {
                    run.refuted(claim.at(), "the earliest day is " + on, List.of());
                }
                run.held(q.theCase().gridDays());
                yield run.verdict("possible on %s, asked for by %s".formatted(on, last), "not before " + on);
            }
            case Safety.Found.Holds _ -> {
                run.refuted(claim.at(), "no behaviour brings it about before the end", List.of());
                yield run.verdict("", "it cannot come about");
            }
            case Safety.Found.Open(String why) -> q.open(why);
        };
    }

    /** Returns the duties on which what is read depends: those about a measure it names, and those of a partner it names. */
    static List<Obligation> duties(Question q, List<Condition> read) {
        Set<String> named = new TreeSet<>();
        for (Condition c : read) {
            for (Condition leaf : c.leaves()) {
                switch (leaf) {
                    case Condition.InState in -> named.add(in.thing().id());
                    case Condition.Owed owed ->
                        named.add("owed by " + owed.partner().id());
                    default -> {}
                }
            }
        }
        return q.duties().stream()
                .filter(o -> named.contains(Stage.measure(o))
                        || named.contains("owed by " + o.partner().id()))
                .toList();
    }

    /** What formulas read besides concessions and phases. */
    static final class Atoms {
        private Atoms() {}

        static Bounds of(Compiler.Scene scene, Condition condition) {
            return switch (condition) {
                case Condition.All all ->
                    all.parts().stream().map(p -> of(scene, p)).reduce(Bounds.exactly(Terms.TRUE), Bounds::and);
                case Condition.Any any ->
                    any.parts().stream().map(p -> of(scene, p)).reduce(Bounds.exactly(Terms.FALSE), Bounds::or);
                case Condition.Not not -> of(scene, not.part()).negated();
                case Condition.By by -> of(scene, by.part());
                case Condition.InState in -> measure(scene, in);
                case Condition.Owed owed ->
                    Bounds.exactly(Terms.any(scene.slice().duties().stream()
                            .filter(o -> o.partner().id().equals(owed.partner().id()))
                            .map(o -> scene.acts().owedFor(o, 0))
                            .toList()));
                default -> scene.conduct().states(condition);
            };
        }

        private static Bounds measure(Compiler.Scene scene, Condition.InState in) {
            Measure measure = scene.slice().theCase().measures().stream()
                    .filter(m -> m.id().equals(in.thing().id()))
                    .findFirst()
                    .orElse(null);
            if (measure == null || in.hold() != null) {
                return scene.conduct().states(in);
            }
            List<Slice.Part> parts = measure.owners().stream()
                    .map(o -> new Slice.Part(o.id(), measure.id()))
                    .toList();
            return Bounds.exactly(scene.acts().measureIn(measure, parts, in.state()));
        }

        static boolean shows(Standing now, Condition condition) {
            return switch (condition) {
                case Condition.All all -> all.parts().stream().allMatch(p -> shows(now, p));
                case Condition.Any any -> any.parts().stream().anyMatch(p -> shows(now, p));
                case Condition.Not not -> !shows(now, not.part());
                case Condition.By by -> shows(now, by.part());
                case Condition.InState in -> state(now, in);
                case Condition.Owed owed ->
                    now.duties().stream()
                            .anyMatch(d -> d.partner().equals(owed.partner().id()) && d.done() == null);
                default -> true;
            };
        }

        private static boolean state(Standing now, Condition.InState in) {
            String thing = in.thing().id();
            String state = in.state();
            Length hold = in.hold();
            Predicate<LocalDate> lasted =
                    since -> hold == null || !hold.after(since).isAfter(now.asOf());
            return now.concessions().stream()
                            .anyMatch(c -> c.concession().equals(thing)
                                    && (c.state().word().equals(state)
                                            || (state.equals("met")
                                                    && c.state().word().equals("verified")))
                                    && lasted.test(c.since()))
                    || now.phases().stream()
                            .anyMatch(p -> p.phase().equals(thing)
                                    && (p.state().equals(state)
                                            || (state.equals("open")
                                                    && p.state().equals("passed")))
                                    && lasted.test(p.since()))
                    || now.measures().stream()
                            .anyMatch(m -> m.measure().equals(thing)
                                    && m.state().word().equals(state)
                                    && lasted.test(m.since()));
        }
    }
}

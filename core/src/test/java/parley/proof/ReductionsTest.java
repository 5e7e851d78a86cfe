package parley.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.game.Game;
import parley.language.ShippedTexts;
import parley.model.Compiler;
import parley.model.Conduct;
import parley.model.Grid;
import parley.model.Move;
import parley.model.Obligation;
import parley.model.Play;
import parley.model.Slice;
import parley.model.Terms;
import parley.prism.Explored;
import parley.prism.Explorer;
import parley.prism.Expr;
import parley.proof.Verdict.Outcome;
import parley.roadmap.Case;
import parley.roadmap.Measure;
import parley.roadmap.MeasureState;

/** Each reduction before exploring, on and off: the answers are the same where both can be had (PROOF 3). */
class ReductionsTest {
    private static final Case SMALL = ShippedTexts.read("""
            case small "Small"
              counterpart regime "Regime"
              runs from 2026-01-01 to 2026-06-30
              grid 10 days
            partner eu "Union"
              decides by unanimity of 27, takes 10 to 30 days, typically 20
              if undecided, nothing changes
              may prepare acts
            partner uk "Kingdom"
              decides by executive act, takes 0 to 20 days, typically 5
              if undecided, nothing changes
            event release "Everybody is free"
              watched from 2025-01-01
            event arrest "Somebody is held again"
              watched from 2025-01-01
            event raid "A raid across the border"
              watched from 2025-01-01
            measure potash "Potash"
              of eu, imposed 2020-01-01
              hits revenue
            measure ships "Ships"
              of uk, imposed 2020-01-01
              hits revenue
            reserve banks "Banks"
              of uk, ready in 5 days
              hits revenue
            reserve ports "Ports"
              of eu, ready in 5 days
              hits revenue
            concession free "Everybody is free"
              met when any release
              broken when any arrest
              reversible
              once
              track human-rights
            concession quiet "No raid"
              met when no raid for 30 days
              broken when any raid
              reversible
              track borders
            phase one "First", first
            step swap "Swap", in one
              when free verified
                eu suspends potash by a prepared act, within 20 days, for 60 days, then it returns
                uk suspends ships, within 20 days, for 60 days, then it returns
              when free broken
                every partner restores what this step eased, within 20 days
                uk imposes banks, within 40 days
              when nothing by 2026-06-01
                eu reviews this step, within 30 days
            step border "Border", in one
              when quiet broken
                eu imposes ports, within 60 days
              when nothing by 2026-06-01
                eu reviews this step, within 30 days
            """);

    private static final List<Obligation> ALL = Obligation.of(SMALL).stream()
            .filter(o -> o.verb() != null && o.measure() != null)
            .toList();

    private static final int MOST_TICKS = 8;

    static Stream<Integer> duties() {
        return IntStream.range(0, ALL.size()).boxed();
    }

    private static Slice slice(List<Obligation> duties, int days, boolean follow, int vetoes) {
        return Slice.of(SMALL, Grid.of(SMALL, days), duties, follow, List.of(), vetoes, 0);
    }

    private static Explored explored(Play play) {
        return (Explored) Explorer.explore(play.model());
    }

    private static Explored explored(Slice slice, Consumer<Compiler.Scene> property) {
        return explored(Compiler.compile(slice, 0, false, property));
    }

    /** The most ticks for which something can go on, up to {@link #MOST_TICKS}. */
    private static int longest(Slice slice, int claimTicks, Function<Compiler.Scene, Expr> what) {
        Explored explored = explored(Compiler.compile(slice, claimTicks, false, scene -> {
            Expr.Read lasting = scene.draft().number("lasting", MOST_TICKS, 0);
            scene.draft().onTick(lasting, Terms.countWhile(what.apply(scene), lasting, MOST_TICKS));
            for (int k = 1; k <= MOST_TICKS; k++) {
                scene.draft().label("lasting " + k, Terms.atLeast(lasting, k));
            }
        }));
        return IntStream.rangeClosed(1, MOST_TICKS)
                .filter(k -> reaches(explored, "lasting " + k))
                .max()
                .orElse(0);
    }

    private static boolean reaches(Explored explored, String label) {
        BitSet states = explored.game().labels().get(label);
        return !Objects.requireNonNull(states, label).isEmpty();
    }

    private static Expr easedAfterBreak(Compiler.Scene scene, Obligation easing) {
        return Terms.and(
                scene.acts().easedBy(Slice.Part.of(easing), easing.step()),
                scene.conduct().in("free", Conduct.BROKEN));
    }

    private static Obligation easing(String measure) {
        return ALL.stream()
                .filter(o ->
                        o.verb() != null && o.verb().eases() && Stage.measure(o).equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private static List<Obligation> about(String measure) {
        return ALL.stream().filter(o -> Stage.measure(o).equals(measure)).toList();
    }

    @ParameterizedTest
    @MethodSource("duties")
    void a_duty_waits_as_long_in_its_cone_of_influence_as_in_the_whole(int number) {
        Obligation o = ALL.get(number);
        int alone = longestOwed(slice(List.of(o), 10, false, 0), o);
        int together = longestOwed(slice(ALL, 10, true, 0), o);

        assertThat(alone).as(o.words()).isEqualTo(together).isPositive();
    }

    private static int longestOwed(Slice slice, Obligation o) {
        Explored explored = explored(Compiler.compile(
                slice,
                MOST_TICKS,
                false,
                s -> IntStream.rangeClosed(1, MOST_TICKS)
                        .forEach(k -> s.draft().label("owed " + k, s.acts().owedFor(o, k)))));
        return IntStream.rangeClosed(1, MOST_TICKS)
                .filter(k -> reaches(explored, "owed " + k))
                .max()
                .orElse(0);
    }

    @ParameterizedTest
    @CsvSource({"potash, 0", "potash, 1", "ships, 0"})
    void relief_outlasts_a_break_as_long_with_its_own_partner_as_with_all(String measure, int vetoes) {
        Obligation o = easing(measure);
        int alone = longest(slice(about(measure), 10, true, vetoes), 0, s -> easedAfterBreak(s, o));
        int together = longest(slice(ofFree(), 10, true, vetoes), 0, s -> easedAfterBreak(s, o));

        assertThat(alone).isEqualTo(together).isBetween(1, MOST_TICKS - 1);
    }

    /** What answers the same promise; the rest would only multiply the states. */
    private static List<Obligation> ofFree() {
        return ALL.stream().filter(o -> o.step().id().equals("swap")).toList();
    }

    @Test
    void the_cone_is_what_makes_it_small() {
        int alone = explored(slice(about("ships"), 10, true, 0), s -> {}).game().states();
        int together = explored(slice(ALL, 10, true, 0), s -> {}).game().states();

        assertThat(alone).isLessThan(together / 50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"potash", "ships"})
    void timers_that_stop_where_nobody_reads_them_change_nothing(String measure) {
        for (int vetoes : new int[] {0, 1}) {
            Obligation o = easing(measure);
            Slice slice = slice(about(measure), 10, true, vetoes);

            assertThat(longest(slice, 0, s -> easedAfterBreak(s, o)))
                    .isEqualTo(longest(slice, 30, s -> easedAfterBreak(s, o)));
        }
    }

    @Test
    void timers_that_stop_save_states() {
        Slice slice = slice(about("potash"), 10, true, 1);

        assertThat(explored(Compiler.compile(slice, 0, false, s -> {})).game().states())
                .isLessThan(explored(Compiler.compile(slice, 30, false, s -> {}))
                        .game()
                        .states());
    }

    /** Days are rounded against the claim: what holds on a coarse grid holds on a finer one. */
    @ParameterizedTest
    @MethodSource("duties")
    void what_holds_on_a_coarse_grid_holds_on_a_finer_one(int number) {
        Obligation o = ALL.get(number);
        boolean seenBoth = false;
        for (int days = 10; days <= 90; days += 10) {
            boolean fine = owedLonger(o, 5, days);
            boolean middle = owedLonger(o, 10, days);
            boolean coarse = owedLonger(o, 20, days);
            assertThat(middle || !fine).as("%d days, 5 and 10", days).isTrue();
            assertThat(coarse || !middle).as("%d days, 10 and 20", days).isTrue();
            seenBoth |= fine != owedLonger(o, 5, 5);
        }
        assertThat(seenBoth).as("some claim holds and some does not").isTrue();
    }

    private static boolean owedLonger(Obligation o, int gridDays, int days) {
        Slice slice = slice(List.of(o), gridDays, false, 0);
        int within = slice.grid().within(days);
        Play play = Compiler.compile(
                slice, within + 1, false, s -> s.draft().label("late", s.acts().owedFor(o, within + 1)));
        return reaches(explored(play), "late");
    }

    @ParameterizedTest
    @MethodSource("duties")
    void stopping_at_the_first_bad_state_finds_one_exactly_where_there_is_one(int number) {
        Obligation o = ALL.get(number);
        for (int ticks = 1; ticks < 10; ticks++) {
            int k = ticks;
            Play play = Compiler.compile(
                    slice(List.of(o), 10, false, 0),
                    k,
                    false,
                    s -> s.draft().label("late", s.acts().owedFor(o, k)));
            Expr late = Objects.requireNonNull(play.model().labels().get("late"));
            var some = (Explored) Explorer.exploreUntil(play.model(), 1_000_000, late);

            assertThat(reaches(some, "late")).isEqualTo(reaches(explored(play), "late"));
        }
    }

    /** Partners that hurry are enough to find out how much relief can bring at most. */
    @ParameterizedTest
    @ValueSource(strings = {"potash", "ships"})
    void the_most_relief_is_the_same_when_partners_hurry(String measure) {
        Obligation o = easing(measure);
        Slice slice = slice(about(measure), 10, true, 0);

        int asTheyLike = mostEased(slice, o);

        assertThat(mostEased(slice.hurried(), o)).isEqualTo(asTheyLike).isPositive();
    }

    /** Ticks in which a part can stand eased until the end, by the longest way through the states, tick by tick. */
    private static int mostEased(Slice slice, Obligation o) {
        Play play = Compiler.compile(
                slice, 0, true, s -> s.draft().label("eased", s.acts().easedBy(Slice.Part.of(o), o.step())));
        Game game = explored(play).game();
        BitSet eased = Objects.requireNonNull(game.labels().get("eased"));
        int[] most = new int[game.states()];
        // Every way ends in the last tick, which is a loop: as many rounds as there are ticks and moves in one suffice.
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int s = game.states() - 1; s >= 0; s--) {
                for (int c = game.firstChoice()[s]; c < game.firstChoice()[s + 1]; c++) {
                    int next = game.successor()[game.firstBranch()[c]];
                    Move move = play.moves().get(game.actions().get(game.action()[c]));
                    boolean tick = move != null && move.kind() == Move.Kind.TICK && next != s;
                    int found = most[next] + (tick && eased.get(s) ? 1 : 0);
                    if (found > most[s] && most[s] <= slice.grid().horizon()) {
                        most[s] = found;
                        changed = true;
                    }
                }
            }
        }
        return most[game.initial()];
    }

    /** The proof looks at each reserve alone and puts the stories side by side; here all are in one model. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void reserves_looked_at_one_by_one_are_used_up_exactly_when_they_are_together(int kept) {
        List<Measure> reserves = SMALL.measures().stream()
                .filter(m -> m.kind() == Measure.Kind.RESERVE)
                .toList();
        Explored whole = explored(slice(ALL, 10, true, 0), scene -> {
            Expr used = Terms.number(0);
            for (Measure m : reserves) {
                Expr imposed =
                        scene.acts().isIn(new Slice.Part(m.owners().getFirst().id(), m.id()), MeasureState.IMPOSED);
                used = Terms.sum(used, Terms.choose(imposed, Terms.number(1), Terms.number(0)));
            }
            scene.draft().label("used up", Terms.atLeast(used, reserves.size() - kept + 1));
        });
        Question q = Question.byDefault(SMALL, Obligation.of(SMALL), "reserve-kept");
        var asked = new Question(
                q.theCase(), q.duties(), q.property(), q.suffix(), kept, q.words(), q.parameters(), q.clause());

        assertThat(reaches(whole, "used up")).isTrue();
        assertThat(Proofs.answer(asked).outcome()).isEqualTo(Outcome.REFUTED);
    }
}

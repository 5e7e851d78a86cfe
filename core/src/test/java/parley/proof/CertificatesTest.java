package parley.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.certificate.Certificate;
import parley.certificate.CertificateChecker;
import parley.certificate.CertificateText;
import parley.certificate.ModelHash;
import parley.game.Answer;
import parley.game.Atoms;
import parley.game.Counted;
import parley.game.Evidence;
import parley.game.Fraction;
import parley.game.Game;
import parley.game.GameBuilder;
import parley.game.Limits;
import parley.game.QueryParser;
import parley.game.RandomGames;
import parley.game.Solver;
import parley.game.Unanswerable;

/** Certificates are accepted when they are right, and refused when one number is wrong. */
class CertificatesTest {
    private static final long SEED = 7;
    private static final Set<Certificate.Kind> GRAPH = EnumSet.of(
            Certificate.Kind.NEVER,
            Certificate.Kind.PATH,
            Certificate.Kind.SURELY,
            Certificate.Kind.ALMOST_SURELY,
            Certificate.Kind.POSSIBLY,
            Certificate.Kind.NOT_ALMOST_SURELY);

    private static Optional<String> refusal(Game game, Certificate certificate) {
        Counted.Recipe recipe = certificate.goal().counted();
        try {
            Game asked = recipe == null ? game : Counted.again(game, recipe, certificate.max());
            return CertificateChecker.check(asked, ModelHash.of(asked), certificate);
        } catch (Unanswerable e) {
            return Optional.of(e.why());
        }
    }

    private static List<Certificate> certificates(Game game, String question) throws Unanswerable {
        Answer answer =
                new Solver(game, Atoms.none(), Limits.USUAL, false).answer(QueryParser.parse(question, Atoms.none()));
        Evidence evidence = Objects.requireNonNull(answer.evidence());
        var found = new ArrayList<Certificate>();
        Certificates.lower(evidence).ifPresent(found::add);
        Certificates.upper(evidence).ifPresent(found::add);
        return found;
    }

    @Test
    void what_the_engine_says_of_random_games_is_proved() throws Unanswerable, IOException {
        var games = new RandomGames(SEED);
        Map<Certificate.Kind, Integer> seen = new EnumMap<>(Certificate.Kind.class);
        for (int i = 0; i < 300; i++) {
            Game game = games.next();
            for (String question : List.of(
                    "<<x>> Pmax=? [F \"target\"]",
                    "<<x>> P>=1 [F \"target\"]",
                    "<<x>> Pmax=? [F<=7 \"target\"]",
                    "<<x>> P>0 [F \"target\"]",
                    "<<x>> P<=0 [F \"target\"]",
                    "<<x>> Pmax=? [F=5 \"target\"]",
                    "<<y>> Pmax=? [F[2,6] \"target\"]",
                    "<<x>> Pmin=? [X \"target\"]",
                    "<<x>> R{\"r\"}max=? [F \"target\"]",
                    "<<y>> R{\"r\"}max=? [Fc \"target\"]",
                    "<<x>> R{\"r\"}min=? [C]",
                    "<<x>> R{\"r\"}max=? [C<=6]",
                    "<<y>> R{\"r\"}max=? [I=4]",
                    "<<x>> Pmax=? [F^{rew{\"r\"}<=3} \"target\"]",
                    "<<x>> Pmax=? [F^{rew{\"r\"}>=3} \"target\"]",
                    "<<y>> Pmax=? [G !\"target\"]")) {
                for (Certificate certificate : certificates(game, question)) {
                    assertThat(refusal(game, certificate))
                            .as("game %d: %s", i, question)
                            .isEmpty();
                    assertThat(throughText(certificate)).isEqualTo(certificate);
                    seen.merge(certificate.kind(), 1, Integer::sum);
                }
            }
        }
        assertThat(seen)
                .hasSize(Certificate.Kind.values().length - 2)
                .allSatisfy((_, count) -> assertThat(count).isGreaterThan(20));
    }

    private static Certificate throughText(Certificate certificate) throws IOException {
        var text = new StringWriter();
        CertificateText.write(certificate, text);
        return CertificateText.read(new BufferedReader(new StringReader(text.toString())))
                .getFirst();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<<x>> Pmax=? [F \"goal\"]",
                "<<x>> P>=1 [F \"goal\" | \"sink\"]",
                "<<x>> P>0 [F \"goal\"]",
                "<<y>> P<=0 [F \"goal\"]",
                "<<x>> Pmax=? [F<=4 \"goal\"]",
                "<<x>> Pmax=? [F=3 \"goal\"]",
                "<<x>> R{\"r\"}max=? [C<=4]",
                "<<x>> R{\"r\"}max=? [I=2]",
                "<<x>> R{\"r\"}max=? [C]",
                "<<x>> R{\"r\"}max=? [Fc \"goal\"]",
                "<<x>> Pmax=? [F^{rew{\"r\"}<=3} \"goal\"]",
                "<<x>> R{\"r\"}max=? [F \"goal\" | \"sink\"]"
            })
    void one_wrong_number_is_refused(String question) throws Unanswerable {
        Game game = duel();
        List<Certificate> certificates = certificates(game, question);
        assertThat(certificates).isNotEmpty();
        for (Certificate good : certificates) {
            assertThat(refusal(game, good)).as(question).isEmpty();
            List<Certificate> bad = faults(good);
            assertThat(bad)
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(refusal(game, each))
                            .as("%s %s", each.kind(), each)
                            .isPresent());
        }
    }

    /** Max tries again or leaves, Min delays or lets go; every number of a certificate of it matters. */
    private static Game duel() {
        var game = new GameBuilder(Game.Kind.SMG, List.of("x", "y"));
        game.state(1);
        game.choiceReward("r", game.choice("try"), Fraction.of(1));
        game.branch(2, 1, 2).branch(1, 1, 2);
        game.move("leave", 3);
        game.state(2);
        game.choiceReward("r", game.choice("delay"), Fraction.of(2));
        game.branch(0, 1, 3).branch(3, 2, 3);
        game.choiceReward("r", game.choice("let"), Fraction.of(3));
        game.branch(2, 2, 3).branch(3, 1, 3);
        game.state(1);
        game.label("goal", 2);
        game.state(1);
        game.label("sink", 3);
        return game.build();
    }

    /** The bound and one value, rank or set at a time, moved in the direction that claims more. */
    private static List<Certificate> faults(Certificate good) {
        boolean least = !good.kind().name().endsWith("AT_MOST");
        Fraction step = least ? Fraction.of(1, 1_000_000_000_000L) : Fraction.of(-1, 1_000_000_000_000L);
        var bad = new ArrayList<Certificate>();
        boolean numbers = !GRAPH.contains(good.kind());
        if (numbers) {
            bad.add(with(good, good.bound().plus(step), good.rows(), good.model()));
        }
        bad.add(with(good, good.bound(), good.rows(), good.model().replace('0', '1')));
        for (int i = 0; i < good.rows().size(); i++) {
            Certificate.Row row = good.rows().get(i);
            // Of totals a bound may stand off its neighbours, and where something is collected ranks are not needed.
            boolean loose = good.kind().name().startsWith("TOTAL");
            if (loose || good.target().get(row.state()) || row.layers().length > 0) {
                continue;
            }
            if (numbers && row.value().plus(step).signum() > 0) {
                bad.add(changed(
                        good,
                        i,
                        new Certificate.Row(
                                row.state(), row.value().plus(step), row.choice(), row.rank(), row.layers())));
            }
            if (row.rank() > 0) {
                bad.add(changed(good, i, new Certificate.Row(row.state(), row.value(), row.choice(), 0, row.layers())));
            }
        }
        return bad;
    }

    private static Certificate changed(Certificate good, int at, Certificate.Row row) {
        var rows = new ArrayList<>(good.rows());
        rows.set(at, row);
        return with(good, good.bound(), rows, good.model());
    }

    private static Certificate with(Certificate good, Fraction bound, List<Certificate.Row> rows, String model) {
        return new Certificate(good.kind(), model, good.max(), bound, good.goal(), rows);
    }

    private static Certificate of(
            Game game, Certificate.Kind kind, BitSet max, BitSet target, Certificate.Row... rows) {
        return new Certificate(
                kind,
                ModelHash.of(game),
                max,
                Fraction.ZERO,
                Certificate.Goal.of(target, new BitSet(), ""),
                List.of(rows));
    }

    private static Certificate.Row row(int state, int choice, int rank) {
        return Certificate.Row.of(state, Fraction.ZERO, choice, rank);
    }

    private static BitSet only(int state) {
        var set = new BitSet();
        set.set(state);
        return set;
    }

    @Test
    void a_path_is_followed_and_a_gap_found() {
        Game game = duel();
        var kind = Certificate.Kind.PATH;
        assertThat(refusal(game, of(game, kind, new BitSet(), only(2), row(0, 0, -1), row(1, 3, -1), row(2, -1, -1))))
                .isEmpty();
        assertThat(refusal(game, of(game, kind, new BitSet(), only(2), row(0, 1, -1), row(1, 3, -1), row(2, -1, -1))))
                .contains("state 1 does not follow on the path");
        assertThat(refusal(game, of(game, kind, new BitSet(), only(2), row(0, 0, -1), row(1, 3, -1))))
                .contains("state 1 ends the path and is no target");
    }

    @Test
    void a_closed_set_must_be_closed() {
        Game game = duel();
        var kind = Certificate.Kind.NEVER;
        // With Max on the side of safety, leaving for the sink avoids the goal.
        assertThat(refusal(game, of(game, kind, only(1), only(2), row(0, 1, -1), row(3, -1, -1))))
                .isEmpty();
        assertThat(refusal(game, of(game, kind, new BitSet(), only(2), row(0, 1, -1), row(3, -1, -1))))
                .contains("state 0 leaves the closed set");
        assertThat(refusal(game, of(game, kind, only(1), only(3), row(0, 1, -1), row(3, -1, -1))))
                .contains("state 3 is a target");
    }

    @Test
    void surely_means_that_every_branch_comes_nearer() {
        Game game = duel();
        var kind = Certificate.Kind.SURELY;
        assertThat(refusal(game, of(game, kind, only(1), only(3), row(0, 1, 1), row(3, -1, 0))))
                .isEmpty();
        assertThat(refusal(game, of(game, kind, only(1), only(3), row(0, 0, 1), row(3, -1, 0))))
                .isPresent();
        assertThat(refusal(game, of(game, kind, only(1), only(3), row(0, 1, 0), row(3, -1, 0))))
                .isPresent();
    }

    @Test
    void a_constant_on_a_cycle_proves_nothing() {
        var builder = new GameBuilder(Game.Kind.DTMC, List.of());
        builder.state(0);
        builder.move("", 0);
        builder.state(0);
        builder.label("goal", 1);
        Game game = builder.build();
        var claim = new Certificate(
                Certificate.Kind.VALUE_AT_LEAST,
                ModelHash.of(game),
                new BitSet(),
                Fraction.ONE,
                Certificate.Goal.of(only(1), new BitSet(), ""),
                List.of(Certificate.Row.of(0, Fraction.ONE, 0, 1), Certificate.Row.of(1, Fraction.ONE, 1, 0)));

        assertThat(refusal(game, claim)).isPresent();
    }

    @Test
    void a_total_needs_that_something_is_collected() {
        var builder = new GameBuilder(Game.Kind.MDP, List.of());
        builder.state(0);
        builder.move("wait", 0);
        builder.choiceReward("r", builder.choice("take"), Fraction.of(2));
        builder.branch(1, 1, 1);
        builder.state(0);
        Game game = builder.build();

        assertThat(refusal(game, total(game, Fraction.of(2), 1))).isEmpty();
        assertThat(refusal(game, total(game, Fraction.of(3), 1)))
                .contains("state 0 collects less than claimed, or comes no nearer");
        assertThat(refusal(game, total(game, Fraction.of(2), 0)))
                .contains("state 0 collects less than claimed, or comes no nearer");
    }

    private static Certificate total(Game game, Fraction value, int choice) {
        var everybody = new BitSet();
        everybody.set(0);
        return new Certificate(
                Certificate.Kind.TOTAL_AT_LEAST,
                ModelHash.of(game),
                everybody,
                value,
                Certificate.Goal.of(new BitSet(), new BitSet(), "r"),
                List.of(Certificate.Row.of(0, value, choice, 1)));
    }

    @Test
    void sums_paid_only_at_the_target_are_proved_in_the_game_that_carries_them() throws Unanswerable, IOException {
        var builder = new GameBuilder(Game.Kind.SMG, List.of("x", "y"));
        builder.state(1);
        builder.choiceReward("r", builder.choice("work"), Fraction.of(3));
        builder.branch(1, 1, 2).branch(2, 1, 2);
        builder.move("rest", 1);
        builder.state(2);
        builder.move("pay", 3);
        builder.choiceReward("r", builder.choice("more"), Fraction.of(1));
        builder.branch(3, 1, 1);
        builder.state(1);
        builder.state(1);
        builder.label("paid", 3);
        Game game = builder.build();

        // Work pays 3 with one half; where it fails nothing is paid.
        List<Certificate> found = certificates(game, "<<x>> R{\"r\"}max=? [F0 \"paid\"]");
        assertThat(found).hasSize(2).allSatisfy(each -> {
            assertThat(each.bound().nearest()).isCloseTo(1.5, within(1e-9));
            assertThat(throughText(each)).isEqualTo(each);
            assertThat(refusal(game, each)).isEmpty();
            assertThat(refusal(game, with(each, Fraction.ONE, each.rows(), "another")))
                    .isPresent();
        });
        assertThat(refusal(
                        game,
                        with(
                                found.getFirst(),
                                Fraction.of(2),
                                found.getFirst().rows(),
                                found.getFirst().model())))
                .isPresent();
    }
}

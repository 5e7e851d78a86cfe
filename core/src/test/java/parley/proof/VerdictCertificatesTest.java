package parley.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.certificate.Certificate;
import parley.certificate.CertificateChecker;
import parley.certificate.ModelHash;
import parley.game.Atoms;
import parley.game.Evidence;
import parley.game.Fraction;
import parley.game.Game;
import parley.game.Limits;
import parley.game.QueryParser;
import parley.game.Solver;
import parley.game.Unanswerable;
import parley.language.ShippedTexts;
import parley.prism.Explored;
import parley.prism.Explorer;
import parley.prism.Interpretation;
import parley.roadmap.Case;

/**
 * What is said of the behaviours of each case is proved again by the checker that shares nothing with the engine, and a
 * certificate with one fault is refused. Larger slices: {@code -Dparley.states=300000}, two minutes.
 */
class VerdictCertificatesTest {
    private static final int STATES = Integer.getInteger("parley.states", 8_000);

    private static final boolean ALL = Integer.getInteger("parley.states") != null;

    /** The slow interpreter reads so many states in a second. */
    private static final int INTERPRETED = 500;

    /** These take most of the time, and their slices are the largest. */
    private static final Set<String> SLOW = Set.of(
            "snapback",
            "snapback-depth",
            "no-gain-from-delay",
            "worth-taking",
            "ask",
            "compatible",
            "no-undercutting",
            "restored-in-full");

    private static final Path SKETCH =
            Path.of(System.getProperty("parley.shared", "../../shared")).resolve("design/belarus-sketch.parley");

    /** The slices of Sudan are all large: they are looked at when more is asked for. */
    static Stream<String> cases() {
        return Stream.of("belarus", "sudan-2016", "iran-2015", "venezuela-2023", "sketch")
                .filter(name -> ALL || !name.equals("sudan-2016"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void each_verdict_on_all_behaviours_has_a_certificate_that_the_checker_accepts(String name)
            throws IOException, Unanswerable {
        Map<Certificate.Kind, Integer> seen = new EnumMap<>(Certificate.Kind.class);
        for (Verdict verdict : verdicts(theCase(name))) {
            for (Ground.Instance instance : verdict.ground().instances()) {
                if (Explorer.explore(instance.play().model(), STATES, found -> true) instanceof Explored explored) {
                    String what = "%s: %s".formatted(verdict.property(), instance.says());
                    check(what, instance, explored, seen);
                }
            }
        }
        assertThat(seen).as(name).isNotEmpty();
        assertThat(seen.keySet())
                .isSubsetOf(Certificate.Kind.NEVER, Certificate.Kind.POSSIBLY, Certificate.Kind.ALMOST_SURELY);
        if (ALL) {
            System.out.println(name + ": " + seen);
        }
    }

    private static Case theCase(String name) throws IOException {
        if (!name.equals("sketch")) {
            return ShippedTexts.theCase(name);
        }
        assumeTrue(Files.exists(SKETCH), "skipped: the folder of the design is not here");
        return ShippedTexts.read(Files.readString(SKETCH));
    }

    private static List<Verdict> verdicts(Case theCase) {
        return Proofs.of(theCase, asked -> ALL || !SLOW.contains(asked.property()), verdict -> {});
    }

    private static void check(
            String what, Ground.Instance instance, Explored explored, Map<Certificate.Kind, Integer> seen)
            throws Unanswerable {
        Game game = explored.game();
        if (game.states() <= INTERPRETED) {
            assertThat(Interpretation.difference(explored)).as(what).isEmpty();
        }
        var answer = new Solver(game, Atoms.none(), Limits.USUAL, false)
                .answer(QueryParser.parse("P<=0 [F \"bad\"]", Atoms.none()));
        Evidence evidence = Objects.requireNonNull(answer.evidence());
        Optional<Certificate> certificate =
                instance.holds() ? Certificates.upper(evidence) : Certificates.lower(evidence);
        assertThat(certificate).as(what).isPresent();
        Certificate good = certificate.orElseThrow();
        assertThat(refusal(game, good)).as(what).isEmpty();
        assertThat(good.kind() == Certificate.Kind.NEVER).as(what).isEqualTo(instance.holds());
        assertThat(good.target()).as(what).isEqualTo(game.labels().get("bad"));
        for (Certificate bad : faults(game, good)) {
            assertThat(refusal(game, bad)).as(what).isPresent();
        }
        seen.merge(good.kind(), 1, Integer::sum);
    }

    private static Optional<String> refusal(Game game, Certificate certificate) {
        return CertificateChecker.check(game, ModelHash.of(game), certificate);
    }

    /** Another model, the first and the last state dropped, a number flipped, a target more. */
    private static List<Certificate> faults(Game game, Certificate good) {
        List<Certificate> bad = new ArrayList<>();
        String hash = (good.model().charAt(0) == '0' ? "1" : "0") + good.model().substring(1);
        bad.add(new Certificate(good.kind(), hash, good.max(), good.bound(), good.goal(), good.rows()));
        bad.add(without(good, game.initial()));
        if (good.kind() == Certificate.Kind.NEVER) {
            // Every state was found on a way from the first, so each is some other's successor.
            bad.add(without(good, game.states() - 1));
            var more = (BitSet) good.target().clone();
            more.set(game.states() - 1);
            bad.add(new Certificate(
                    good.kind(),
                    good.model(),
                    good.max(),
                    good.bound(),
                    Certificate.Goal.of(more, good.avoid(), good.rewards()),
                    good.rows()));
        } else if (!good.target().get(game.initial())) {
            bad.add(rows(
                    good,
                    good.rows().stream()
                            .map(r -> r.state() == game.initial()
                                    ? Certificate.Row.of(r.state(), Fraction.ZERO, r.choice(), 0)
                                    : r)
                            .toList()));
        }
        return bad;
    }

    private static Certificate without(Certificate good, int state) {
        return rows(good, good.rows().stream().filter(r -> r.state() != state).toList());
    }

    private static Certificate rows(Certificate good, List<Certificate.Row> rows) {
        return new Certificate(good.kind(), good.model(), good.max(), good.bound(), good.goal(), rows);
    }
}

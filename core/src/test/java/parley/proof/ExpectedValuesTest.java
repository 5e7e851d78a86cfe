package parley.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parley.certificate.Certificate;
import parley.certificate.CertificateChecker;
import parley.certificate.ModelHash;
import parley.game.Answer;
import parley.game.Atoms;
import parley.game.Counted;
import parley.game.Evidence;
import parley.game.ExplicitReader;
import parley.game.ExplicitWriter;
import parley.game.Fraction;
import parley.game.Game;
import parley.game.Limits;
import parley.game.QueryParser;
import parley.game.Solver;
import parley.game.Unanswerable;
import parley.prism.Explored;
import parley.proof.ReferenceValues.Line;

/** Values of known models, as others have found them. Larger ones are in the benchmark {@code ReferenceValues}. */
class ExpectedValuesTest {
    private static final int MOST_STATES = 30_000;
    private static final int MOST_PROVED = 1_500;
    private static final int MOST_EXPLICIT = 10_000;

    private static Map<List<String>, List<Line>> byModel(int most) {
        return ReferenceValues.lines().stream()
                .filter(line -> line.inScope() && line.hasValue() && line.states() >= 0 && line.states() <= most)
                .collect(Collectors.groupingBy(
                        line -> List.of(line.model(), line.constants()), LinkedHashMap::new, Collectors.toList()));
    }

    private static Answer answer(Game game, Atoms atoms, String query) throws Unanswerable {
        return new Solver(game, atoms, Limits.USUAL, false).answer(QueryParser.parse(query, atoms));
    }

    @Test
    void every_value_of_a_moderate_model_lies_in_our_interval() throws Unanswerable {
        int compared = 0;
        for (List<Line> lines : byModel(MOST_STATES).values()) {
            Line any = lines.getFirst();
            Explored explored = ReferenceValues.explored(any.model(), any.constants());
            for (Line line : lines) {
                ReferenceValues.assertAgrees(
                        line, answer(explored.game(), ReferenceValues.atoms(line, explored), line.query()));
                compared++;
            }
        }
        List<Line> all = ReferenceValues.lines();
        long outside = all.stream().filter(line -> !line.inScope()).count();
        long counts =
                all.stream().filter(line -> line.inScope() && !line.hasValue()).count();
        System.out.printf(
                "expected.tsv: %d of %d lines compared; not: %d outside of the scope, %d without a value, %d above %,d states (bench)%n",
                compared, all.size(), outside, counts, all.size() - compared - outside - counts, MOST_STATES);
        assertThat(compared).isGreaterThan(200);
    }

    @Test
    void every_answer_about_a_small_model_is_proved() throws Unanswerable {
        int proved = 0;
        for (List<Line> lines : byModel(MOST_PROVED).values()) {
            Line any = lines.getFirst();
            Explored explored = ReferenceValues.explored(any.model(), any.constants());
            for (Line line : lines) {
                Answer answer = answer(explored.game(), ReferenceValues.atoms(line, explored), line.query());
                @Nullable Evidence evidence = answer.evidence();
                if (evidence != null) {
                    proved += proved(explored.game(), evidence, line);
                }
            }
        }
        System.out.printf("expected.tsv: %d certificates accepted%n", proved);
        assertThat(proved).isGreaterThan(250);
    }

    private static int proved(Game model, Evidence evidence, Line line) throws Unanswerable {
        int proved = 0;
        for (var found : List.of(Certificates.lower(evidence), Certificates.upper(evidence))) {
            if (found.isPresent()) {
                Certificate claim = found.get();
                Game game = Solver.writtenOut(model, claim.max(), claim.rewards());
                Counted.Recipe recipe = claim.goal().counted();
                int ordinary = model.states();
                if (recipe != null) {
                    game = Counted.again(game, recipe, claim.max());
                    ordinary = game.states();
                }
                assertThat(CertificateChecker.check(game, ordinary, ModelHash.of(game), claim))
                        .as("%s of %s %s: %s", claim.kind(), line.model(), line.constants(), line.query())
                        .isEmpty();
                proved++;
            }
        }
        return proved;
    }

    /** What speaks of variables cannot be asked of explicit files, and they have one structure of rewards. */
    @Test
    void every_value_that_explicit_files_can_express_lies_in_our_interval_too() throws IOException {
        int compared = 0;
        int all = 0;
        for (List<Line> lines : byModel(MOST_EXPLICIT).values()) {
            Line any = lines.getFirst();
            Explored explored = ReferenceValues.explored(any.model(), any.constants());
            Game game = explored.game();
            for (Line line : lines) {
                all++;
                String rewards = rewards(line, game);
                if (rewards != null || game.rewards().isEmpty() || !line.query().contains("R")) {
                    compared += compared(line, throughFiles(game, rewards), constants(line, explored)) ? 1 : 0;
                }
            }
        }
        System.out.printf("explicit files: %d of %d lines can be asked and agree%n", compared, all);
        assertThat(compared).isGreaterThan(60);
    }

    private static boolean compared(Line line, Game game, Atoms constants) {
        Answer answer;
        try {
            answer = answer(game, constants, line.query());
        } catch (Unanswerable e) {
            assertThat(e.why()).contains("this model has only labels");
            return false;
        }
        ReferenceValues.assertAgrees(line, answer);
        return true;
    }

    /** Constants of a question stay with whoever asks it. */
    private static Atoms constants(Line line, Explored explored) {
        return new Atoms() {
            @Override
            public BitSet states(String expression) throws Unanswerable {
                return Atoms.none().states(expression);
            }

            @Override
            public Fraction number(String expression) throws Unanswerable {
                return ReferenceValues.atoms(line, explored).number(expression);
            }
        };
    }

    private static @Nullable String rewards(Line line, Game game) {
        for (String name : game.rewards().keySet()) {
            boolean only = game.rewards().size() == 1;
            if (only || line.query().contains("\"" + name + "\"}")) {
                return name;
            }
        }
        return null;
    }

    private static Game throughFiles(Game game, @Nullable String rewards) throws IOException {
        var writer = new ExplicitWriter(game);
        boolean players = game.kind() == Game.Kind.SMG;
        return ExplicitReader.read(
                Objects.requireNonNull(text(true, writer::transitions)),
                text(true, writer::labels),
                text(rewards != null, out -> writer.stateRewards(String.valueOf(rewards), out)),
                text(rewards != null, out -> writer.transitionRewards(String.valueOf(rewards), out)),
                text(players, writer::players),
                rewards == null ? "r" : rewards);
    }

    private interface Part {
        void write(StringWriter out) throws IOException;
    }

    private static @Nullable BufferedReader text(boolean wanted, Part part) throws IOException {
        if (!wanted) {
            return null;
        }
        var out = new StringWriter();
        part.write(out);
        return new BufferedReader(new StringReader(out.toString()));
    }
}

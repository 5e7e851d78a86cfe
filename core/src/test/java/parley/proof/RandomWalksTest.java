package parley.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.language.ShippedTexts;
import parley.model.Dating;
import parley.model.Grid;
import parley.model.Obligation;
import parley.model.Slice;
import parley.roadmap.Case;

/**
 * Two implementations of one semantics: behaviours of the model, walked at random and staged with figures, end where the
 * standing function says they end (PROOF 5). More walks: {@code -Dparley.walks=100} for each slice.
 */
class RandomWalksTest {
    private static final long SEED = 20261125;
    private static final Path SKETCH =
            Path.of(System.getProperty("parley.shared", "../../shared")).resolve("design/belarus-sketch.parley");

    /**
     * How the walks ended.
     *
     * @param undated those that only rounding to the grid allows, or that no record can show
     */
    private record Tried(int walks, int undated, List<Outcome> outcomes) {
        long of(Outcome.Kind kind) {
            return outcomes.stream().filter(o -> o.kind() == kind).count();
        }

        List<String> says(Outcome.Kind kind) {
            return outcomes.stream()
                    .filter(o -> o.kind() == kind)
                    .map(Outcome::says)
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"belarus, 4", "sudan-2016, 60", "iran-2015, 25", "sketch, 12"})
    void a_random_behaviour_of_the_model_ends_where_the_standing_ends(String name, int usual) throws IOException {
        Integer asked = Integer.getInteger("parley.walks");
        Tried tried = walk(theCase(name), asked == null ? usual : asked);
        String seen = "%s, seed %d: %d walks, %d undated, %d compared, %d staged otherwise, %d disturbed"
                .formatted(
                        name,
                        SEED,
                        tried.walks(),
                        tried.undated(),
                        tried.of(Outcome.Kind.AGREES),
                        tried.of(Outcome.Kind.MISSES),
                        tried.of(Outcome.Kind.DISTURBED));
        if (asked != null) {
            System.out.println(seen);
        }
        assertThat(tried.says(Outcome.Kind.DIFFERS)).as(seen).isEmpty();
        long staged = tried.walks() - tried.undated() - tried.of(Outcome.Kind.DISTURBED);
        assertThat(tried.of(Outcome.Kind.AGREES)).as(seen).isGreaterThan(9 * staged / 10);
    }

    private static Case theCase(String name) throws IOException {
        if (!name.equals("sketch")) {
            return ShippedTexts.theCase(name);
        }
        assumeTrue(Files.exists(SKETCH), "skipped: the folder of the design is not here");
        return ShippedTexts.read(Files.readString(SKETCH));
    }

    /** One slice for each measure that somebody may come to owe something about, with and without vetoes. */
    private static Tried walk(Case theCase, int many) {
        var random = new Random(SEED);
        List<Obligation> all = Obligation.of(theCase);
        List<Outcome> outcomes = new ArrayList<>();
        int walks = 0;
        int undated = 0;
        for (var measure : theCase.measures()) {
            List<Obligation> duties = all.stream()
                    .filter(o -> o.verb() != null && measure.equals(o.measure()))
                    .toList();
            for (int i = 0; i < many && !duties.isEmpty(); i++) {
                var slice = Slice.of(theCase, Grid.of(theCase, theCase.gridDays()), duties, true, List.of(), i % 2, 0);
                Walk walk = Walk.random(Walk.play(slice), random, 3 + random.nextInt(40));
                Dating.Dated dated = walk.settles() ? Dating.of(walk.course(), List.of()) : null;
                walks++;
                // What signers alone can know has no figures that a record could hold.
                if (dated == null || !Dating.recordShows(walk.course())) {
                    undated++;
                } else {
                    outcomes.add(Outcome.of(theCase, walk, dated));
                }
            }
        }
        return new Tried(walks, undated, outcomes);
    }
}

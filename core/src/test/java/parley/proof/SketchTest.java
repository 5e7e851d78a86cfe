package parley.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.language.CaseText;
import parley.proof.Verdict.Outcome;
import parley.roadmap.Case;
import parley.standing.Rehearsal;
import parley.text.Source;

/** What must be found in the design's sketch of the Belarus roadmap, worked out there by hand (PROOF 12). */
class SketchTest {
    private static final Path SKETCH =
            Path.of(System.getProperty("parley.shared", "../../shared")).resolve("design/belarus-sketch.parley");
    private static final Map<String, Verdict> VERDICTS = new TreeMap<>();
    private static String text = "";

    @BeforeAll
    static void prove() throws IOException {
        assumeTrue(Files.exists(SKETCH), "skipped: the folder of the design is not here");
        text = Files.readString(SKETCH);
        Proofs.of(read(text)).forEach(v -> VERDICTS.putIfAbsent(v.property(), v));
    }

    private static Case read(String text) {
        Case theCase = CaseText.read(List.of(new Source("sketch.parley", text))).theCase();
        if (theCase == null) {
            throw new AssertionError("the sketch cannot be read");
        }
        return theCase;
    }

    private static Verdict verdict(String property) {
        return java.util.Objects.requireNonNull(VERDICTS.get(property), property);
    }

    private static void isRefuted(String property, String... causes) {
        Verdict verdict = verdict(property);
        assertThat(verdict.outcome()).as(property).isEqualTo(Outcome.REFUTED);
        for (String cause : causes) {
            assertThat(verdict.causes())
                    .as(property)
                    .anySatisfy(c -> assertThat(c.says()).contains(cause));
        }
    }

    @Test
    void answers_are_late_without_any_veto_and_the_fastest_is_not() {
        isRefuted(
                "answered",
                "uk has 45 days for the suspension of uk-overflight and may need 339",
                "eu has 60 days for the grant of visa-corridor and may need 90",
                "eu has 60 days for the suspension of eu-potash and may need 189");
        assertThat(verdict("answered").causes())
                .noneSatisfy(c -> assertThat(c.says()).contains("lt-transit"));
    }

    @Test
    void one_veto_stops_the_way_back() {
        isRefuted("snapback", "needs a decision that members can block", "uk-overflight");
    }

    @Test
    void what_is_only_kept_does_not_come_back() {
        isRefuted("restored-in-full", "us keeps us-potash", "us keeps us-belavia");
    }

    @Test
    void two_duties_exclude_each_other_in_both_ways() {
        isRefuted(
                "compatible",
                "eu can owe the suspension of eu-potash while `hold potash` forbids it",
                "lt can owe the suspension of lt-transit while `hold potash` forbids it",
                "2 measures in reserve, 2 are to be kept");
    }

    @Test
    void the_counterpart_can_infer_the_hidden_hold() {
        isRefuted("no-leak", "`hold potash` keeps eu from it", "`hold potash` keeps lt from it");
        assertThat(verdict("no-leak").causes())
                .noneSatisfy(c -> assertThat(c.says()).contains("russian-owners"));
    }

    @Test
    void release_can_be_sold_twice() {
        isRefuted("no-pumping", "humanitarian-release can be met again", "all-free can be met again");
    }

    @Test
    void what_has_no_branch_and_no_step_is_found() {
        isRefuted("no-silence", "cases-stopped");
        isRefuted("no-dead-clause", "the phase rule-of-law has no step");
    }

    @Test
    void red_lines_hold() {
        assertThat(verdict("never-eased").outcome()).isEqualTo(Outcome.HOLDS);
    }

    @Test
    void how_likely_lies_between_what_the_other_side_decides() {
        Verdict.Value value = verdict("ask").value();
        assertThat(value).isNotNull();
        assertThat(value == null ? 1 : value.least()).isZero();
        assertThat(value == null ? 0 : value.most()).isBetween(0.95, 1.0);
    }

    /** A story is told only if it comes true: as a scenario of the language it parses and rehearses. */
    @Test
    void every_story_is_a_scenario_that_rehearses() {
        int told = 0;
        for (Verdict verdict : VERDICTS.values()) {
            for (Story story : verdict.ground().stories()) {
                told++;
                Case with = read(text + "\n" + story.scenario());
                assertThat(Rehearsal.of(with).passes()).as(story.scenario()).isTrue();
            }
        }
        assertThat(told).isGreaterThan(10);
    }
}

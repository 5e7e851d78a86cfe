package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.facts.Confidence;
import parley.facts.Facts;
import parley.facts.Reading;
import parley.roadmap.Case;
import parley.roadmap.MeasureState;
import parley.standing.Rehearsal;
import parley.standing.Standing;
import parley.standing.Standings;

/** The shipped cases read without errors, their scenarios come true, and the record replays as it happened. */
class ShippedCasesTest {
    private static final Path CASES =
            Path.of(System.getProperty("parley.root", "..")).resolve("cases");
    private static final LocalDate IN_2015 = LocalDate.of(2015, 11, 1);
    private static final LocalDate IN_2026 = LocalDate.of(2026, 5, 31);

    private static CheckedFolder read(String name) throws IOException {
        return switch (CaseFolder.read(CASES.resolve(name))) {
            case CaseFolder.Found found -> CheckedFolder.of(found).withRecord();
            case CaseFolder.Unusable unusable -> throw new AssertionError(unusable.says());
        };
    }

    private static Case theCase(String name) throws IOException {
        Case read = read(name).theCase();
        if (read == null) {
            throw new AssertionError(name);
        }
        return read;
    }

    private static Facts facts(String name) throws IOException {
        return RecordFolder.read(CASES.resolve(name), "facts/").facts();
    }

    private static Standing belarus(LocalDate day) throws IOException {
        return Standings.of(theCase("belarus"), facts("belarus"), day, day);
    }

    private static List<String> findings(Standing standing) {
        return standing.findings().stream()
                .map(f -> f.kind().word() + ": " + f.says())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"belarus", "sudan-2016", "iran-2015", "venezuela-2023"})
    void the_case_and_its_record_have_no_error(String name) throws IOException {
        assertThat(read(name).errors()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"belarus", "sudan-2016", "iran-2015", "venezuela-2023"})
    void every_scenario_comes_true(String name) throws IOException {
        List<Rehearsal.Outcome> outcomes = Rehearsal.of(theCase(name)).outcomes();

        assertThat(outcomes)
                .isNotEmpty()
                .allSatisfy(
                        o -> assertThat(o.failures()).as(o.scenario().title()).isEmpty());
    }

    @Test
    void in_2015_the_union_answered_after_68_days_and_the_united_states_after_69() throws IOException {
        assertThat(belarus(IN_2015).replies().stream()
                        .filter(r -> r.concession().equals("release-2015"))
                        .map(r -> r.partner() + " " + r.act().past() + " " + r.days()))
                .containsExactly("eu suspended 68", "us licensed 69");
    }

    @Test
    void in_2015_relief_came_although_rehabilitation_was_not_met() throws IOException {
        assertThat(findings(belarus(IN_2015)))
                .contains("deviation: eu suspended eu-individual-listings: relief although rehabilitation was not met");
    }

    @Test
    void in_2026_the_potash_licence_is_void_while_two_measures_stand() throws IOException {
        Standing standing = belarus(IN_2026);

        assertThat(findings(standing))
                .contains(
                        "warning: relief of us-potash is void while eu-potash stands",
                        "warning: relief of us-potash is void while lt-transit stands");
        assertThat(standing.measures())
                .anyMatch(m -> m.measure().equals("us-potash") && m.state() == MeasureState.LICENSED);
    }

    @Test
    void in_2026_partners_diverge_over_the_releases() throws IOException {
        assertThat(findings(belarus(IN_2026))).contains("divergence: over release-2025: us eased; eu, ua tightened");
    }

    @Test
    void the_expelled_are_not_counted_as_freed_at_home() throws IOException {
        assertThat(findings(belarus(IN_2026)))
                .contains(
                        "deviation: us licensed us-belavia: relief although expelled was not met and freed-at-home was not met");
    }

    @Test
    void the_order_of_rows_does_not_matter() throws IOException {
        Case theCase = theCase("belarus");
        Facts facts = facts("belarus");
        String expected = StandingJson.write(Standings.of(theCase, facts, IN_2026, IN_2026));
        var random = new Random(7);
        for (int round = 0; round < 5; round++) {
            Facts shuffled = new Facts(
                    shuffled(facts.readings(), random),
                    shuffled(facts.occurrences(), random),
                    shuffled(facts.acts(), random),
                    shuffled(facts.signatures(), random),
                    shuffled(facts.consultations(), random),
                    shuffled(facts.decisions(), random));

            assertThat(StandingJson.write(Standings.of(theCase, shuffled, IN_2026, IN_2026)))
                    .isEqualTo(expected);
        }
    }

    private static <T> List<T> shuffled(List<T> rows, Random random) {
        List<T> copy = new ArrayList<>(rows);
        Collections.shuffle(copy, random);
        return copy;
    }

    @Test
    void what_is_recorded_later_never_changes_an_earlier_answer() throws IOException {
        Case theCase = theCase("belarus");
        Facts facts = facts("belarus");
        String before = StandingJson.write(Standings.of(theCase, facts, IN_2015, IN_2015));
        List<Reading> more = new ArrayList<>(facts.readings());
        more.add(new Reading(
                "late",
                "political_prisoners",
                LocalDate.of(2015, 10, 1),
                900.0,
                IN_2015.plusDays(1),
                "s",
                Confidence.A,
                "",
                null,
                ""));
        Facts later = new Facts(more, facts.occurrences(), facts.acts(), facts.signatures(), facts.consultations());

        assertThat(StandingJson.write(Standings.of(theCase, later, IN_2015, IN_2015)))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"belarus", "iran-2015", "sudan-2016", "venezuela-2023"})
    void the_texts_are_in_the_one_layout(String name) {
        StringWriter out = new StringWriter();
        PrintWriter to = new PrintWriter(out);

        assertThat(Main.run(to, to, "format", "--check", CASES.resolve(name).toString()))
                .as(out.toString())
                .isZero();
    }
}

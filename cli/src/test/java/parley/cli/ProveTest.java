package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.cli.Ran.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code parley prove} and {@code parley export prism} as their users call them. */
class ProveTest {
    private static final String VENEZUELA = Path.of(System.getProperty("parley.root", ".."))
            .resolve("cases/venezuela-2023")
            .toString();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void what_is_refuted_is_told_as_a_story_with_clauses_and_a_way_to_mend_it() throws Exception {
        Ran ran = run("prove", VENEZUELA, "--property", "answered within 5 days");

        assertThat(ran.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.out())
                .contains("refuted         answered within 5 days")
                .contains("sign barbados")
                .contains("us owes licence of us-oil by")
                .contains("because     us has 5 days for the licence of us-oil")
                .contains("[roadmap.md:")
                .contains("mend        write `within ")
                .contains("if partners may refuse: refuted all the same");
    }

    @Test
    void what_holds_says_so_and_ends_well() throws Exception {
        Ran ran = run("prove", VENEZUELA, "--property", "answered within 30 days");

        assertThat(ran.code()).isEqualTo(ExitCode.FINE);
        assertThat(ran.out()).contains("holds           answered within 30 days");
    }

    @Test
    void a_property_that_cannot_be_read_is_told_with_the_catalogue() throws Exception {
        Ran ran = run("prove", VENEZUELA, "--property", "snapbak within 45 days");

        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(ran.err()).contains("`--property` cannot be read").contains("no-pumping");
    }

    @Test
    void json_has_one_object_for_each_property_with_its_story_as_a_scenario() throws Exception {
        Ran ran = run("prove", VENEZUELA, "--json", "--property", "answered within 5 days");

        JsonNode envelope = JsonMapper.shared().readTree(ran.out());
        JsonNode verdict = envelope.get("verdicts").get(0);
        assertThat(envelope.get("textHash").asString()).hasSize(64);
        assertThat(verdict.get("verdict").asString()).isEqualTo("refuted");
        assertThat(verdict.get("scenario").asString()).startsWith("scenario \"");
        assertThat(verdict.get("story").get(0).get("date").asString()).startsWith("2023-");
    }

    @Test
    void a_repair_is_tried_and_everything_is_proved_again() throws Exception {
        Path text = folder.resolve("small.parley");
        Files.writeString(text, """
                case small "Small"
                  counterpart regime "Regime"
                  runs from 2026-01-01 to 2027-12-31
                  grid 10 days
                partner uk "Kingdom"
                  decides by executive act, takes 1 to 50 days, typically 5
                  if undecided, nothing changes
                event release "Everybody is free"
                  watched from 2025-01-01
                measure potash "Potash"
                  of uk, imposed 2020-01-01
                  hits revenue
                concession free "Everybody is free"
                  met when any release
                phase one "First", first
                step swap "Swap", in one
                  when free verified
                    uk suspends potash, within 20 days, for 6 months, then it returns
                  when nothing for 12 months
                    uk reviews this step, within 30 days
                prove answered
                prove compatible
                """);

        Ran ran = run("prove", text.toString(), "--repairs");

        assertThat(ran.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.out()).contains("tried       let each deadline be as long as the slowest decision → holds");
        assertThat(Files.readString(text)).contains("within 20 days"); // nothing is changed by itself
    }

    @Test
    void each_model_is_written_with_a_certificate_that_the_checker_accepts() throws Exception {
        Path models = folder.resolve("models");
        Ran ran = run("prove", VENEZUELA, "--property", "answered within 30 days", "--certificates", models.toString());
        assertThat(ran.code()).isEqualTo(ExitCode.FINE);

        List<Path> certificates = files(models, ".certificate");
        assertThat(certificates).hasSize(2);
        for (Path certificate : certificates) {
            Path model = Path.of(certificate.toString().replace(".certificate", ".prism"));
            Ran verified = run("verify-certificate", certificate.toString(), model.toString());
            assertThat(verified.code()).isZero();
            assertThat(verified.out()).contains("proved: never 0 of reaching \"bad\"");
            Files.writeString(certificate, Files.readString(certificate).replaceFirst("(?m)^target .*$", "target 0"));
            assertThat(run("verify-certificate", certificate.toString(), model.toString())
                            .code())
                    .isNotZero();
        }
    }

    @Test
    void what_is_exported_solves_to_what_we_say() throws Exception {
        Path models = folder.resolve("models");
        assertThat(run("export", "prism", VENEZUELA, "--property", "answered within 5 days", "--out", models.toString())
                        .code())
                .isZero();

        List<String> rows = Files.readAllLines(models.resolve("expected.tsv"));
        assertThat(rows).hasSizeGreaterThan(1);
        for (String row : rows.subList(1, rows.size())) {
            List<String> cells = List.of(row.split("\t", -1));
            Ran solved = run("solve", models.resolve(cells.getFirst()).toString(), "--query", cells.get(1), "--json");
            JsonNode answer = JsonMapper.shared().readTree(solved.out());
            double value = Double.parseDouble(cells.get(2));
            assertThat(answer.toString()).contains("[%.1f,%.1f]".formatted(value, value));
        }
    }

    @Test
    void the_explicit_files_of_an_export_are_read_back_to_the_same_states_and_values() throws Exception {
        for (String property : List.of("answered within 5 days", "answered within 30 days")) {
            Path models = folder.resolve(property.replace(' ', '-'));
            Ran ran =
                    run("export", "prism", VENEZUELA, "--property", property, "--explicit", "--out", models.toString());
            assertThat(ran.code()).isZero();

            List<String> rows = Files.readAllLines(models.resolve("expected.tsv"));
            assertThat(rows).hasSizeGreaterThan(1);
            for (String row : rows.subList(1, rows.size())) {
                List<String> cells = List.of(row.split("\t", -1));
                String stem =
                        models.resolve(cells.getFirst().replace(".prism", "")).toString();
                Ran back = run("solve", "--tra", stem + ".tra", "--lab", stem + ".lab", "--property", cells.get(1));
                JsonNode answer = JsonMapper.shared().readTree(back.out());
                assertThat(answer.get("exact").asString()).isEqualTo(cells.get(2));
                // The names of the variables, then a line a state: the same states as the engine finds in the model.
                Ran again = run("solve", stem + ".prism", "--query", cells.get(1), "--json");
                int states =
                        JsonMapper.shared().readTree(again.out()).get("states").asInt();
                assertThat(answer.get("states").asInt()).isEqualTo(states);
                List<String> listed = Files.readAllLines(Path.of(stem + ".sta"));
                assertThat(listed).hasSize(states + 1);
                assertThat(listed.getFirst()).startsWith("(").contains("barbados");
                assertThat(listed.get(1)).matches("0:\\((0|false)(,(0|false|true))*\\)");
            }
        }
    }

    private static List<Path> files(Path in, String ending) throws IOException {
        try (Stream<Path> all = Files.list(in)) {
            return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }
}

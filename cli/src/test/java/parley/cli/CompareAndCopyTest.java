package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.cli.Ran.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.copy.Copies;
import parley.roadmap.Case;
import parley.roadmap.Step;

/** {@code diff}, {@code copy} and {@code export dot} from the command line to the exit code. */
class CompareAndCopyTest {
    private static final Path CASES =
            Path.of(System.getProperty("parley.root", "..")).resolve("cases");
    private static final String BELARUS = CASES.resolve("belarus").toString();
    private static final String SMALL = """
            case small "Small"
              counterpart other "Other"
              runs from 2026-01-01 to 2027-01-01
            partner eu "Union"
              decides by executive act, takes 1 to 5 days
            indicator held "Held"
              stock in people
            measure oil "Oil"
              of eu, imposed 2020-01-01
            concession free "Free"
              met when held at most 20
            phase one "One", first
            step first-step "First", in one  [counterpart]
              when free verified
                eu suspends oil, within 30 days, until revoked
              when nothing by 2026-06-01
                eu reviews this step, within 30 days
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"diff", "copy", "export", "rehearse", "status"})
    void every_command_has_help_with_an_example(String command) {
        Ran ran = run(command, "--help");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("Examples:", "  parley " + command + " ");
    }

    @Test
    void a_case_and_itself_differ_in_nothing() {
        assertThat(run("diff", BELARUS, BELARUS)).isEqualTo(new Ran(0, "Nothing changes for anybody.\n", ""));
    }

    @Test
    void changes_are_grouped_by_whom_they_touch() throws IOException {
        String old = file("old.parley", SMALL);
        String fresh = file(
                "new.parley", SMALL.replace("oil, within 30", "oil, within 40").replace("at most 20", "at most 10"));

        assertThat(run("diff", old, fresh)).isEqualTo(new Ran(1, """
                        Union (eu)
                          eu: has 40 days instead of 30 to suspend oil once free is verified.
                              new.parley:15

                        Other (other)
                          other: free now asks for held at most 10 (was 20).
                              new.parley:11

                        2 changes
                        """, ""));
    }

    @Test
    void changes_for_programs_have_both_places() throws IOException {
        String old = file("old.parley", SMALL);
        String fresh = file("new.parley", SMALL.replace("    eu suspends oil, within 30 days, until revoked\n", ""));
        Ran ran = run("diff", old, fresh, "--json");

        assertThat(ran.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.out())
                .contains("\"schema\" : \"parley-diff/1\"", "\"kind\" : \"removed\"", "\"who\" : \"eu\"")
                .contains("\"line\" : 15", "\"after\" : null");
        assertThat(run("diff", old, old, "--json").out()).contains("\"changes\" : [ ]");
    }

    @Test
    void a_text_with_errors_is_not_compared() throws IOException {
        Ran ran = run("diff", file("old.parley", SMALL), file("new.parley", SMALL + "nonsense\n"));

        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(ran.err()).contains("new.parley` has errors").doesNotContain("Exception");
    }

    @Test
    void a_copy_goes_to_standard_output_with_its_day_and_hash() {
        Ran ran = run("copy", BELARUS, "--for", "counterpart", "--day", "2026-06-01");
        String body = ran.out().substring(ran.out().indexOf('\n') + 1);

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .startsWith("# Copy for counterpart, 2026-06-01, SHA-256 of the text below this line: "
                        + Copies.sha256(body) + "\ncase belarus ");
    }

    @Test
    void a_copy_is_written_to_a_file_and_is_a_case() throws IOException {
        Path copy = folder.resolve("copy.parley");
        Ran ran = run("copy", BELARUS, "--for", "partners", "--out", copy.toString());

        assertThat(ran).isEqualTo(new Ran(0, "", ""));
        assertThat(run("check", copy.toString()).code()).isZero();
        assertThat(Files.readString(copy)).contains("ledger relief").doesNotContain("[core]");
    }

    @Test
    void a_copy_for_programs_has_reader_day_hash_and_text() {
        assertThat(run("copy", BELARUS, "--for", "lt", "--day", "2026-06-01", "--json")
                        .out())
                .contains("\"schema\" : \"parley-copy/1\"", "\"reader\" : \"lt\"", "\"day\" : \"2026-06-01\"")
                .contains("\"sha256\" : \"", "\"text\" : \"# Copy for lt");
    }

    @Test
    void a_reader_nobody_knows_is_wrong_use() {
        Ran ran = run("copy", BELARUS, "--for", "everybody-else");

        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(ran.err()).contains("Nobody called `everybody-else` reads this case");
    }

    @Test
    void a_copy_with_a_gap_is_refused_with_the_reason() throws IOException {
        String text = SMALL.replace("2026-06-01\n    eu", "2026-06-01  [core]\n    eu");
        Ran ran = run("copy", file("a.parley", text), "--for", "counterpart");

        assertThat(ran.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("R030", "does not say what follows from nothing", "nothing was copied");
    }

    @Test
    void a_copy_that_cannot_be_written_is_told() {
        Ran ran = run(
                "copy",
                BELARUS,
                "--for",
                "public",
                "--out",
                folder.resolve("no/such/copy.parley").toString());

        assertThat(ran.code()).isEqualTo(ExitCode.MACHINE_LACKS);
        assertThat(ran.err()).startsWith("parley: `").doesNotContain("Exception");
    }

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final String ATTRIBUTE = "[a-z]+=(Q|[a-zA-Z0-9]+)";
    private static final Pattern STATEMENT =
            Pattern.compile("(Q( -> Q)?|node|edge)( \\[%s(, %s)*])?;|%s;|subgraph Q \\{|}|digraph Q \\{"
                    .formatted(ATTRIBUTE, ATTRIBUTE, ATTRIBUTE));

    @ParameterizedTest
    @ValueSource(strings = {"belarus", "sudan-2016", "iran-2015", "venezuela-2023"})
    void a_graph_is_dot_and_names_each_step(String name) {
        Ran ran = run("export", "dot", CASES.resolve(name).toString());
        List<String> bare = QUOTED.matcher(ran.out()).replaceAll("Q").lines().toList();

        assertThat(ran.code()).isZero();
        assertThat(bare.stream().map(String::strip).filter(line -> !line.isEmpty()))
                .allMatch(line -> STATEMENT.matcher(line).matches());
        assertThat(bare.stream().filter(line -> line.endsWith("{")))
                .hasSameSizeAs(bare.stream().filter(line -> line.endsWith("}")).toList());
        assertThat(steps(name)).isNotEmpty().allMatch(step -> ran.out().contains("\"" + step + "\" [shape=box"));
    }

    private static List<String> steps(String name) {
        return switch (CaseFolder.read(CASES.resolve(name))) {
            case CaseFolder.Found found -> {
                Case theCase = CheckedFolder.of(found).theCase();
                List<String> ids = new ArrayList<>();
                if (theCase != null) {
                    theCase.steps().stream().map(Step::id).forEach(ids::add);
                }
                yield ids;
            }
            case CaseFolder.Unusable unusable -> throw new AssertionError(unusable.says());
        };
    }

    @Test
    void a_quote_and_a_backslash_in_a_name_do_not_end_it() {
        assertThat(CaseDot.quoted("a \"b\" \\ c\nd")).isEqualTo("\"a \\\"b\\\" \\\\ c\\nd\"");
    }
}

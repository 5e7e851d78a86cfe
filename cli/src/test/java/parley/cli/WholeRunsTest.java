package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static parley.cli.Ran.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** check --fix, format, export json and explain from the command line to the files. */
class WholeRunsTest {
    private static final String GOOD = """
            case small "Small"
              counterpart other "Other"
              runs from 2026-01-01 to 2027-01-01
            partner eu "Union"
              decides by executive act, takes 1 to 5 days
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path text(String text) throws IOException {
        return Files.writeString(folder.resolve("a.parley"), text);
    }

    @Test
    void fix_mends_what_has_a_fix_and_reports_the_rest() throws IOException {
        Path file = text(GOOD.replace("\"Union\"", "\"Union"));
        Ran ran = run("check", folder.toString(), "--fix");

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).contains("mended 1 finding in 1 file");
        assertThat(file).hasContent(GOOD);
    }

    @Test
    void fix_leaves_a_text_without_findings_as_it_is() throws IOException {
        Path file = text(GOOD);
        Ran ran = run("check", file.toString(), "--fix");

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(file).hasContent(GOOD);
    }

    @Test
    void a_finding_without_a_fix_stays() throws IOException {
        Path file = text("nothing of the kind here\n");
        Ran ran = run("check", file.toString(), "--fix");

        assertThat(ran.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(file).hasContent("nothing of the kind here\n");
    }

    @Test
    void format_rewrites_what_is_out_of_layout_and_names_it() throws IOException {
        Path file = text(GOOD.replace("  ", "     "));
        Ran asked = run("format", folder.toString(), "--check");
        Ran ran = run("format", folder.toString());

        assertThat(asked).isEqualTo(new Ran(ExitCode.FINDINGS, lines("a.parley"), ""));
        assertThat(ran).isEqualTo(new Ran(0, lines("a.parley"), ""));
        assertThat(file).hasContent(GOOD);
        assertThat(run("format", folder.toString(), "--check")).isEqualTo(new Ran(0, "", ""));
    }

    private static String lines(String text) {
        return text + System.lineSeparator();
    }

    @Test
    void an_exported_case_is_the_case() throws IOException {
        Ran ran = run("export", "json", text(GOOD).toString());

        assertThat(ran.code()).isZero();
        assertThat(CaseJson.read(ran.out()))
                .isInstanceOfSatisfying(
                        CaseJson.Reading.Read.class,
                        read -> assertThat(read.theCase().partners())
                                .extracting(p -> p.id())
                                .containsExactly("eu"));
    }

    @Test
    void a_text_with_errors_is_not_exported() throws IOException {
        Ran ran = run("export", "json", text(GOOD + "nonsense\n").toString());

        assertThat(ran.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("R008", "nothing was exported");
    }

    @Test
    void a_page_is_shown_whatever_the_case_of_its_code() {
        assertThat(run("explain", "R012").out()).startsWith("# R012");
        assertThat(run("explain", "r012")).isEqualTo(run("explain", "R012"));
        assertThat(run("explain", "no-silence").out())
                .startsWith("# no-silence: ")
                .contains("How to mend it");
        assertThat(run("explain", "no-silense").err()).contains("Did you mean `no-silence`");
    }

    @Test
    void an_unknown_code_is_wrong_use_with_the_nearest() {
        Ran ran = run("explain", "R0012");

        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(ran.err()).contains("No finding has the code `R0012`", "Did you mean", "R012");
    }

    @Test
    void a_wrong_path_is_wrong_use_for_each_command() {
        String gone = folder.resolve("gone").toString();
        for (String[] words : new String[][] {
            {"check", gone},
            {"check", gone, "--fix"},
            {"format", gone},
            {"export", "json", gone},
            {"export", "dot", gone},
            {"rehearse", gone},
            {"status", gone},
            {"brief", gone},
            {"prove", gone},
            {"diff", gone, gone},
            {"copy", gone, "--for", "public"}
        }) {
            Ran ran = run(words);
            assertThat(ran.code()).as(words[0]).isEqualTo(ExitCode.WRONG_USE);
            assertThat(ran.err()).as(words[0]).startsWith("parley: There is no file or folder");
            assertThat(ran.out()).as(words[0]).isEmpty();
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_without_a_trace_of_java() throws IOException {
        Path file = text(GOOD.replace("  ", "     "));
        assumeTrue(folder.toFile().setWritable(false));
        try {
            assumeFalse(Files.isWritable(folder), "root may write everywhere");
            Ran ran = run("format", file.toString());

            assertThat(ran.code()).isEqualTo(ExitCode.MACHINE_LACKS);
            assertThat(ran.err())
                    .startsWith("parley: `a.parley` could not be written")
                    .doesNotContain("Exception");
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }
}

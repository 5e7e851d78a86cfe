package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFolderTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
    private static final String HEADER = "id,series,date,value,recorded,source,confidence,origin,replaces,note\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private record Ran(int code, String out, String err) {}

    @BeforeEach
    void a_case_without_findings() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/errors/F020.md"));
        String text = page.split("```roadmap\n", -1)[1].split("```", -1)[0];
        Files.writeString(folder.resolve("case.parley"), text);
        Files.createDirectory(folder.resolve("facts"));
    }

    @Test
    void a_fault_of_the_record_is_told_in_every_form() throws IOException {
        readings(HEADER + "r1,prisoners,2026-02-30,1,2026-03-01,s,A,,,\n");
        Ran text = check();
        assertThat(text.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(text.out()).contains("F004", "facts/readings.csv", "2026-02-30", "1 error, 0 warnings");
        assertThat(check("--json").out()).contains("\"F004\"", "\"facts/readings.csv\"", "\"line\" : 2");
        assertThat(check("--sarif").out()).contains("\"F004\"", "\"facts/readings.csv\"", "\"startLine\" : 2");
    }

    @Test
    void an_unknown_series_is_one_warning_with_the_nearest_name() throws IOException {
        readings(HEADER + "r1,prisonrs,2026-02-01,1,2026-03-01,s,A,,,\nr2,prisonrs,2026-02-02,1,2026-03-01,s,A,,,\n");
        Ran ran = check();
        assertThat(ran.code()).isEqualTo(ExitCode.FINE);
        assertThat(ran.out()).contains("F020", "write `prisoners`", "(2 rows)", "0 errors, 1 warning\n");
    }

    @Test
    void names_are_not_compared_with_one_file_or_with_a_text_that_has_errors() throws IOException {
        readings(HEADER + "r1,prisonrs,2026-02-01,1,2026-03-01,s,A,,,\n");
        assertThat(run("check", folder.resolve("case.parley").toString()).out()).contains("no findings in 2 files");
        Files.writeString(folder.resolve("wrong.parley"), "nonsense here\n");
        assertThat(check().out()).doesNotContain("F020");
    }

    @Test
    void fix_leaves_the_record_alone() throws IOException {
        String marked = "\uFEFF" + HEADER;
        readings(marked);
        Ran ran = check("--fix");
        assertThat(ran.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.out()).contains("F014");
        assertThat(Files.readString(folder.resolve("facts/readings.csv"))).isEqualTo(marked);
    }

    @Test
    void bytes_that_are_not_utf_8_are_told() throws IOException {
        Files.write(folder.resolve("facts/acts.csv"), new byte[] {'i', 'd', (byte) 0xFF});
        assertThat(check().out()).contains("R003", "facts/acts.csv");
    }

    @Test
    void a_missing_record_is_no_finding() throws IOException {
        Files.delete(folder.resolve("facts"));
        assertThat(check().out()).contains("no findings in 1 file");
    }

    @Test
    void every_code_can_be_explained() {
        assertThat(run("explain", "F005").out()).startsWith("# F005: ");
        assertThat(run("explain", "f022").out()).startsWith("# F022: ");
    }

    private void readings(String text) throws IOException {
        Files.writeString(folder.resolve("facts/readings.csv"), text);
    }

    private Ran check(String... options) {
        List<String> words = new ArrayList<>(List.of("check", folder.toString()));
        words.addAll(List.of(options));
        return run(words.toArray(String[]::new));
    }

    private static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Ran(code, out.toString(), err.toString());
    }
}

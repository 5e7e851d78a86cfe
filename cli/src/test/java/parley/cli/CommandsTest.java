package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.cli.Ran.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.text.Diagnostic;
import parley.text.Source;
import parley.text.Span;

class CommandsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "explain",
                "format",
                "export",
                "rehearse",
                "status",
                "brief",
                "prove",
                "diff",
                "copy",
                "solve",
                "verify-certificate",
                "lsp"
            })
    void every_command_has_help_with_an_example(String command) {
        Ran ran = run(command, "--help");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("Examples:", "  parley " + command + " ");
    }

    @Test
    void the_version_is_told() {
        assertThat(run("--version").out()).startsWith("parley ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chek", "check", "check a b", "check a --json --sarif", "export xml a", "explain Q999"})
    void wrong_use_exits_with_2_and_a_sentence(String words) {
        Ran ran = run(words.isEmpty() ? new String[0] : words.split(" ", -1));
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(ran.err()).startsWith("parley: ").doesNotContain("\tat ", "Exception");
    }

    @Test
    void a_missing_folder_is_told_with_the_names_beside_it(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("belarus"));
        Ran ran = run("check", folder.resolve("belrus").toString());
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(ran.err()).contains("Did you mean `" + folder.resolve("belarus") + "`?");
    }

    @Test
    void a_folder_is_read_in_the_order_of_names_without_its_facts(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("facts"));
        Files.createDirectories(folder.resolve("z/facts"));
        for (String name : List.of("b.parley", "a.md", "facts/x.md", "z/facts/y.parley", "c.txt")) {
            Files.writeString(folder.resolve(name), "text");
        }
        assertThat(found(folder).sources())
                .extracting(Source::name)
                .containsExactly("a.md", "b.parley", "z/facts/y.parley");
    }

    @Test
    void a_single_file_can_be_named(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.parley"), "text");
        assertThat(found(file).sources()).extracting(Source::name).containsExactly("a.parley");
    }

    @Test
    void bytes_that_are_not_utf_8_are_replaced_and_told(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.parley");
        Files.write(file, new byte[] {'a', (byte) 0xC3, 'b', (byte) 0xFF});
        CaseFolder.Found found = found(file);
        assertThat(found.sources().getFirst().text()).isEqualTo("a\uFFFDb\uFFFD");
        assertThat(found.diagnostics()).extracting(Diagnostic::code).containsExactly("R003");
        assertThat(found.diagnostics().getFirst().at()).isEqualTo(new Span("a.parley", 1, 2));
        assertThat(found.damaged()).containsExactly("a.parley");
    }

    @Test
    void an_empty_folder_is_wrong_use(@TempDir Path folder) {
        assertThat(run("check", folder.toString()).err()).contains("holds no .parley and no .md file");
    }

    @Test
    void a_file_is_replaced_whole_and_leaves_nothing_beside_it(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.parley"), "old");
        AtomicFile.write(file, "new é");
        assertThat(file).hasContent("new é");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static CaseFolder.Found found(Path path) {
        return switch (CaseFolder.read(path)) {
            case CaseFolder.Found found -> found;
            case CaseFolder.Unusable unusable -> throw new AssertionError(unusable.says());
        };
    }

    @Test
    void wrong_use_is_told_in_plain_words() {
        assertThat(run("chek").err())
                .startsWith("parley: there is no command `chek`")
                .contains("Did you mean");
        assertThat(run("check", "a", "b").err()).contains("`b` is one too many").doesNotContain("index");
        assertThat(run("export", "xml", "a").err()).doesNotContain("[", "]", "case-insensitive");
    }
}

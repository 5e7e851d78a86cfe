package parley.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.language.CaseText;
import parley.language.Checked;
import parley.text.Diagnostic;
import parley.text.Severity;
import parley.text.Source;

/** Every page about the record is a test: its first file gets the message, its second gets none. */
class FactPagesTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
    private static final Path PAGES = ROOT.resolve("docs/errors");
    private static final int LAST = 26;

    static Stream<String> codes() {
        return IntStream.rangeClosed(1, LAST).mapToObj("F%03d"::formatted);
    }

    @Test
    void every_code_has_a_page_and_every_page_a_code() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(f -> f.getFileName().toString())
                            .filter(f -> f.startsWith("F"))
                            .map(f -> f.replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(codes().toList());
        }
        Pattern code = Pattern.compile("\"(F\\d{3})\"");
        for (String name : List.of("FactFiles", "FactTable", "RecordNames", "RecordDays", "OtherFiles")) {
            String text = Files.readString(ROOT.resolve("core/src/main/java/parley/facts/" + name + ".java"));
            assertThat(code.matcher(text).results().map(m -> m.group(1)))
                    .isNotEmpty()
                    .isSubsetOf(codes().toList());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void the_bad_file_gets_exactly_its_message(String code) throws IOException {
        List<Diagnostic> found = found(code, "csv-bad");
        assertThat(found).extracting(Diagnostic::code).containsExactly(code);
        assertThat(found.getFirst().severity())
                .isEqualTo(
                        List.of("F020", "F021", "F022", "F025", "F026").contains(code)
                                ? Severity.WARNING
                                : Severity.ERROR);
        assertThat(found.getFirst().fixes()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void the_good_file_gets_none(String code) throws IOException {
        assertThat(found(code, "csv-good")).isEmpty();
    }

    private static List<Diagnostic> found(String code, String kind) throws IOException {
        String page = Files.readString(PAGES.resolve(code + ".md"));
        assertThat(page).startsWith("# " + code + ": ");
        String block = Objects.requireNonNull(block(page, kind), kind);
        int lineEnd = block.indexOf('\n');
        String name = block.substring("# file: ".length(), lineEnd);
        Source source = new Source(name, block.substring(lineEnd + 1).replace("\\uFEFF", "\uFEFF"));
        Map<String, Source> files = Map.of(name, source);
        List<Diagnostic> found = new ArrayList<>(FactFiles.read(files).diagnostics());
        found.addAll(OtherFiles.check(files.keySet(), "", ""));
        String text = block(page, "roadmap");
        if (text != null) {
            Checked checked = CaseText.read(List.of(new Source("case.parley", text)));
            assertThat(checked.diagnostics()).isEmpty();
            found.addAll(RecordDays.check(files, Objects.requireNonNull(checked.theCase())));
            found.addAll(RecordNames.check(
                    files, Objects.requireNonNull(checked.theCase()), (_, known) -> List.copyOf(known)));
        }
        return found;
    }

    private static @Nullable String block(String page, String kind) {
        Matcher m = Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        return m.find() ? m.group(1) : null;
    }
}

package parley.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.text.Diagnostic;
import parley.text.Edit;
import parley.text.Source;

/** Every page under {@code docs/errors} is a test: its first text gets the message, its second does not. */
class ErrorPagesTest {
    private static final Path PAGES =
            Path.of(System.getProperty("parley.root", "..")).resolve("docs/errors");

    static Stream<String> codesOfTexts() {
        return Arrays.stream(Code.values()).map(Code::name).filter(c -> !c.equals("R003"));
    }

    @Test
    void every_code_has_a_page_and_every_page_a_code() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(f -> f.getFileName().toString().replace(".md", "")))
                    .containsAll(Arrays.stream(Code.values()).map(Code::name).toList());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codesOfTexts")
    void the_bad_text_gets_exactly_its_message(String code) throws IOException {
        List<String> codes = codesIn(texts(code).getFirst());

        assertThat(codes).isNotEmpty().containsOnly(code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codesOfTexts")
    void the_good_text_gets_none(String code) throws IOException {
        assertThat(codesIn(texts(code).getLast())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codesOfTexts")
    void applying_the_first_edits_mends_the_text_or_none_is_offered(String code) throws IOException {
        String text = texts(code).getFirst();
        List<Diagnostic> found =
                CaseText.read(List.of(new Source("case.parley", text))).diagnostics();
        StringBuilder mended = new StringBuilder(text);
        boolean offered = false;
        for (Diagnostic d : found.reversed()) {
            if (!d.fixes().isEmpty() && !d.fixes().getFirst().edits().isEmpty()) {
                Edit edit = d.fixes().getFirst().edits().getFirst();
                mended.replace(edit.at().start(), edit.at().end(), edit.replacement());
                offered = true;
            }
        }
        assertThat(offered ? codesIn(mended.toString()) : List.<String>of()).isEmpty();
    }

    private static List<String> texts(String code) throws IOException {
        String[] parts = Files.readString(PAGES.resolve(code + ".md")).split("```", -1);
        return List.of(parts[1].substring("roadmap\n".length()), parts[3].substring("roadmap\n".length()));
    }

    private static List<String> codesIn(String text) {
        return CaseText.read(List.of(new Source("case.parley", text))).diagnostics().stream()
                .map(Diagnostic::code)
                .toList();
    }
}

package parley.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.text.Diagnostic;
import parley.text.Source;

/** The shipped case reads without a message, and no text whatever makes the reader fail. */
class CaseTextTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));

    private static List<Source> belarus() throws IOException {
        List<Source> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(ROOT.resolve("cases/belarus"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".parley")).toList()) {
                sources.add(new Source(file.getFileName().toString(), Files.readString(file)));
            }
        }
        return sources;
    }

    @Test
    void the_belarus_case_has_no_message() throws IOException {
        assertThat(CaseText.read(belarus()).diagnostics())
                .extracting(Diagnostic::code)
                .isEmpty();
    }

    @Test
    void the_order_of_files_does_not_matter() throws IOException {
        List<Source> sources = belarus();
        Checked one = CaseText.read(sources);
        Collections.reverse(sources);

        assertThat(CaseText.read(sources).theCase()).isEqualTo(one.theCase());
    }

    @Test
    void formatting_twice_changes_nothing_and_keeps_every_word() throws IOException {
        for (Source source : belarus()) {
            String once = Formatter.format(source);

            assertThat(Formatter.format(new Source(source.name(), once))).isEqualTo(once);
            assertThat(once.replaceAll("\\s+", "")).isEqualTo(source.text().replaceAll("\\s+", ""));
        }
    }

    @Test
    void formatting_keeps_the_meaning() throws IOException {
        List<Source> formatted = belarus().stream()
                .map(s -> new Source(s.name(), Formatter.format(s)))
                .toList();

        assertThat(CaseText.read(formatted).diagnostics())
                .extracting(Diagnostic::code)
                .isEmpty();
    }

    @Test
    void the_tokens_make_up_the_file_again() throws IOException {
        for (Source source : belarus()) {
            String joined = Lexer.tokens(source, new Problems()).stream()
                    .map(Token::text)
                    .collect(Collectors.joining());

            assertThat(joined).isEqualTo(source.text());
        }
    }

    @Test
    void a_markdown_file_is_read_in_its_fenced_blocks_only() {
        String text =
                "# Why\nSkies first.\n```parley\ncase c \"C\"\n  counterpart r \"R\"\n  runs from 2026-01-01 to 2027-01-01\n```\nmore\n";

        assertThat(CaseText.read(List.of(new Source("case.md", text))).diagnostics())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "\uFEFF",
                "\uD800",
                "\u202E",
                "\r",
                "[",
                "[only",
                "when",
                "case",
                "-",
                "9999999999999",
                "\"",
                "step x \"",
                "(((((("
            })
    void odd_texts_are_diagnosed_and_never_fail(String text) {
        assertThat(CaseText.read(List.of(new Source("case.parley", text))).diagnostics())
                .isNotEmpty();
    }

    @Test
    void ten_megabytes_in_one_line_are_diagnosed() {
        String text = "case c \"C\" " + "eu, ".repeat(2_500_000);

        assertThat(CaseText.read(List.of(new Source("case.parley", text))).diagnostics())
                .isNotEmpty();
    }

    @Test
    void a_shuffled_or_broken_case_never_makes_the_reader_fail() throws IOException {
        String text = belarus().stream().map(Source::text).collect(Collectors.joining("\n"));
        var random = new Random(20_261_125);
        for (int round = 0; round < 300; round++) {
            StringBuilder broken = new StringBuilder(text.substring(0, random.nextInt(text.length())));
            for (int i = 0; i < 20 && !broken.isEmpty(); i++) {
                int from = random.nextInt(broken.length());
                int to = Math.min(broken.length(), from + random.nextInt(40));
                broken.replace(from, to, "[]();,\"%-#\n\u202E\uD800x7".substring(random.nextInt(14)));
            }
            Source source = new Source("case.parley", broken.toString());

            assertThat(CaseText.read(List.of(source)).sources()).hasSize(1);
            String joined = Lexer.tokens(source, new Problems()).stream()
                    .map(Token::text)
                    .collect(Collectors.joining());
            assertThat(joined).isEqualTo(source.text());
        }
    }
}

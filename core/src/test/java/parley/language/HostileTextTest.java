package parley.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.text.Diagnostic;
import parley.text.Source;

/** Texts made to mislead a reader or to exhaust a machine: each gets its code, soon and in the memory of the launcher. */
class HostileTextTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String HEAD = "case c \"C\"\n  counterpart r \"R\"\n  runs from 2026-01-01 to 2027-01-01\n";
    private static final String MET = "concession free \"F\"\n  met when ";

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("ten megabytes in one line", "R007", HEAD + "#" + " eu,".repeat(2_500_000)),
                Arguments.of("a NUL", "R001", HEAD + "\0\n"),
                Arguments.of("a NUL in a text", "R001", HEAD.replace("\"C\"", "\"C\0\"")),
                Arguments.of("a byte order mark inside", "R001", HEAD + "\uFEFF\n"),
                Arguments.of("a high surrogate alone", "R001", HEAD + "# \uD800 \n"),
                Arguments.of("a low surrogate alone", "R001", HEAD.replace("\"C\"", "\"\uDC00\"")),
                Arguments.of("a right-to-left override", "R005", HEAD.replace("\"C\"", "\"C\u202E\"")),
                Arguments.of("a right-to-left override outside a text", "R005", HEAD + "\u202E\n"),
                Arguments.of("a Cyrillic letter in a name", "R004", HEAD.replace("case c", "case \u0441ase")),
                Arguments.of("a quote that never ends", "R002", HEAD + "partner eu \"" + "E".repeat(1_000_000)),
                Arguments.of("ten thousand brackets", "R008", HEAD + MET + "(".repeat(10_000) + "x open\n"),
                Arguments.of("ten thousand nots", "R008", HEAD + MET + "not ".repeat(10_000) + "x open\n"),
                Arguments.of("ten thousand ands", "R012", HEAD + MET + "x open and ".repeat(10_000) + "x open\n"),
                Arguments.of("ten thousand ors", "R012", HEAD + MET + "x open or ".repeat(10_000) + "x open\n"),
                Arguments.of("ten thousand labels", "R008", HEAD + "[".repeat(10_000) + "]".repeat(10_000) + "\n"),
                Arguments.of(
                        "a hundred thousand unknown words", "R010", HEAD + "prove answered\n" + "zz\n".repeat(100_000)),
                Arguments.of("a ring of thirty thousand phases", "R028", HEAD + ring(30_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void a_hostile_text_is_diagnosed_soon(String what, String code, String text) {
        Checked checked =
                assertTimeoutPreemptively(SOON, () -> CaseText.read(List.of(new Source("case.parley", text))), what);

        assertThat(checked.diagnostics())
                .extracting(Diagnostic::code)
                .as(what)
                .contains(code)
                .hasSizeLessThanOrEqualTo(1000);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void a_hostile_text_is_formatted_soon(String what, String code, String text) {
        Source source = new Source("case.parley", text);
        String once = assertTimeoutPreemptively(SOON, () -> Formatter.format(source), what);

        assertThat(Formatter.format(new Source("case.parley", once)).equals(once))
                .as("%s (%s) is formatted to what stays", what, code)
                .isTrue();
    }

    @Test
    void a_byte_order_mark_at_the_front_is_passed_over() {
        assertThat(CaseText.read(List.of(new Source("case.parley", "\uFEFF" + HEAD)))
                        .diagnostics())
                .isEmpty();
    }

    @Test
    void formatting_keeps_characters_that_java_takes_for_space_and_the_lexer_for_a_fault() {
        assertThat(Formatter.format(new Source("a.parley", "\u001D" + "case c\n# end\u001F")))
                .isEqualTo("\u001Dcase c\n# end\u001F\n");
    }

    @Test
    void marks_of_byte_order_before_the_first_word_are_taken_away_at_once() {
        String once = Formatter.format(new Source("a.parley", "\uFEFF\n \uFEFFcase c\n"));

        assertThat(once).isEqualTo("case c\n");
    }

    private static String ring(int phases) {
        return IntStream.range(0, phases)
                .mapToObj(i -> "phase p%d \"P\", opens when p%d open".formatted(i, (i + 1) % phases))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}

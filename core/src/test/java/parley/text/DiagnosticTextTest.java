package parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosticTextTest {
    private static final String FILE = "belarus.parley";

    @Test
    void a_diagnostic_says_what_where_why_and_how_to_mend_it() {
        String text = "concession a\n  when political_prisonrs <= 900 verified by 2 of monitors\nindicator prisoners\n";
        Diagnostic d = new Diagnostic(
                "R012",
                Severity.ERROR,
                "no indicator is called `political_prisonrs`",
                List.of(
                        new Label(spanOf(text, "political_prisonrs"), "not declared"),
                        new Label(spanOf(text, "prisoners"), "")),
                "a condition needs a source",
                List.of(Fix.advice("write `prisoners`"), Fix.advice("declare it")));

        assertThat(render(d, text)).isEqualTo("""
                error[R012]: no indicator is called `political_prisonrs`
                 --> belarus.parley:2:8
                2 |   when political_prisonrs <= 900 verified by 2 of monitors
                  |        ^^^^^^^^^^^^^^^^^^ not declared
                 ::: belarus.parley:3:11
                3 | indicator prisoners
                  |           ^^^^^^^^^
                why: a condition needs a source
                fix: write `prisoners`
                fix: declare it
                """);
    }

    @Test
    void a_long_line_is_cut_to_a_window_around_the_place() {
        String text = "x".repeat(5000) + "HERE" + "y".repeat(5000);
        List<String> lines = at(text, spanOf(text, "HERE")).lines().toList();

        assertThat(lines.get(2)).startsWith("1 | …xxx").endsWith("yyy…").hasSize(4 + 1 + 200 + 1);
        assertThat(lines.get(3).indexOf('^')).isEqualTo(lines.get(2).indexOf("HERE"));
        assertThat(lines.get(3)).endsWith(" ^^^^");
    }

    @Test
    void what_would_steer_a_terminal_is_escaped() {
        String text = "a\u0000b\u001B[2J\u202Ec\uD800d\te";
        List<String> lines = at(text, new Span(FILE, text.length() - 1, text.length()))
                .lines()
                .toList();

        assertThat(lines.get(2)).isEqualTo("1 | a\\u{00}b\\u{1B}[2J\\u{202E}c\\u{D800}d e");
        assertThat(lines.get(3).indexOf('^')).isEqualTo(lines.get(2).length() - 1);
    }

    @Test
    void a_span_over_several_lines_is_marked_to_the_end_of_its_first() {
        assertThat(at("abc def\r\nghi", new Span(FILE, 4, 12))).contains("1 | abc def\n  |     ^^^\n");
    }

    @Test
    void an_empty_span_and_the_end_of_a_text_still_get_a_mark() {
        assertThat(at("abc", new Span(FILE, 99, 99))).contains("1 | abc\n  |    ^\n");
    }

    @Test
    void wide_and_combining_characters_keep_the_mark_below_its_word() {
        String text = "漢e\u0301 bad";
        assertThat(at(text, spanOf(text, "bad"))).contains("\n  |     ^^^\n");
    }

    @Test
    void a_thing_from_no_text_has_no_place() {
        assertThat(at("abc", Span.NOWHERE)).isEqualTo("warning[R001]: what\nwhy: why\n");
    }

    @Test
    void colour_wraps_the_words_and_changes_nothing_else() {
        Diagnostic d = diagnostic(new Span(FILE, 0, 1));
        Map<String, Source> sources = Map.of(FILE, new Source(FILE, "abc"));
        String plain = DiagnosticText.render(d, sources, false);
        String coloured = DiagnosticText.render(d, sources, true);

        assertThat(coloured).contains("\u001B[1;33mwarning[R001]\u001B[0m");
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    private static String at(String text, Span span) {
        return render(diagnostic(span), text);
    }

    private static Diagnostic diagnostic(Span span) {
        return new Diagnostic("R001", Severity.WARNING, "what", List.of(new Label(span, "")), "why", List.of());
    }

    private static String render(Diagnostic d, String text) {
        return DiagnosticText.render(d, Map.of(FILE, new Source(FILE, text)), false);
    }

    private static Span spanOf(String text, String word) {
        int start = text.indexOf(word);
        return new Span(FILE, start, start + word.length());
    }
}

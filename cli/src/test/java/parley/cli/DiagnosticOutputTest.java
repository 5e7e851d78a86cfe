package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.text.Diagnostic;
import parley.text.Edit;
import parley.text.Fix;
import parley.text.Label;
import parley.text.Severity;
import parley.text.Source;
import parley.text.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs get to read of diagnostics, and what a fix does to a text. */
class DiagnosticOutputTest {
    private static final String FILE = "a b.parley";
    private static final Map<String, Source> SOURCES = Map.of(FILE, new Source(FILE, "one\ntwo three\n"));
    private static final Diagnostic TWO = finding(new Span(FILE, 4, 7), "zwei");

    @Test
    void json_has_all_parts_of_a_diagnostic() {
        JsonNode d = tree(DiagnosticsJson.write(List.of(TWO), SOURCES)).at("/diagnostics/0");

        assertThat(d.at("/code").asString()).isEqualTo("R012");
        assertThat(d.at("/severity").asString()).isEqualTo("error");
        assertThat(d.at("/what").asString()).isEqualTo("what");
        assertThat(d.at("/why").asString()).isEqualTo("why");
        assertThat(d.at("/where/0")).isEqualTo(tree("""
                {"file":"a b.parley","line":2,"column":1,"endLine":2,"endColumn":4,"says":"here"}
                """));
        assertThat(d.at("/fixes/0/say").asString()).isEqualTo("write `zwei`");
        assertThat(d.at("/fixes/0/edits/0")).isEqualTo(tree("""
                {"file":"a b.parley","line":2,"column":1,"endLine":2,"endColumn":4,"replacement":"zwei"}
                """));
    }

    @Test
    void sarif_has_rules_results_places_and_fixes() {
        Diagnostic advice = new Diagnostic(
                "R001",
                Severity.WARNING,
                "what",
                List.of(new Label(new Span(FILE, 0, 3), ""), new Label(new Span(FILE, 4, 7), "there")),
                "why",
                List.of(Fix.advice("think")));
        JsonNode root = tree(Sarif.write(List.of(TWO, advice), SOURCES, "1.2"));

        assertThat(root.at("/version").asString()).isEqualTo("2.1.0");
        JsonNode run = root.at("/runs/0");
        assertThat(run.at("/tool/driver/version").asString()).isEqualTo("1.2");
        assertThat(run.at("/tool/driver/rules/1/id").asString()).isEqualTo("R012");
        assertThat(run.at("/results/0/ruleIndex").asInt()).isEqualTo(1);
        assertThat(run.at("/results/0/level").asString()).isEqualTo("error");
        JsonNode place = run.at("/results/0/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asString()).isEqualTo("a%20b.parley");
        assertThat(place.at("/region")).isEqualTo(tree("""
                {"startLine":2,"startColumn":1,"endLine":2,"endColumn":4}
                """));
        assertThat(run.at("/results/0/fixes/0/artifactChanges/0/replacements/0/insertedContent/text")
                        .asString())
                .isEqualTo("zwei");
        assertThat(run.at("/results/1/fixes").isMissingNode()).isTrue();
        assertThat(run.at("/results/1/message/text").asString()).contains("Fix: think.");
        assertThat(run.at("/results/1/relatedLocations/0/message/text").asString())
                .isEqualTo("there");
    }

    @Test
    void sarif_of_no_diagnostics_is_a_run_without_results() {
        assertThat(tree(Sarif.write(List.of(), SOURCES, "1")).at("/runs/0/results"))
                .isEmpty();
    }

    @Test
    void fixes_that_do_not_overlap_are_all_carried_out() {
        Fixes fixes = apply(TWO, finding(new Span(FILE, 0, 3), "eins und"), finding(new Span(FILE, 8, 13), ""));

        assertThat(fixes).isEqualTo(new Fixes(Map.of(FILE, "eins und\nzwei \n"), 3, 0));
    }

    @Test
    void of_two_overlapping_fixes_the_first_place_wins() {
        assertThat(apply(TWO, finding(new Span(FILE, 6, 9), "x")))
                .isEqualTo(new Fixes(Map.of(FILE, "one\nzwei three\n"), 1, 1));
    }

    @Test
    void a_fix_is_carried_out_whole_or_not_at_all() {
        Fix both =
                new Fix("both", List.of(new Edit(new Span(FILE, 0, 3), "1"), new Edit(new Span(FILE, 5, 6), "clash")));
        Diagnostic late = new Diagnostic(
                "R013", Severity.ERROR, "what", List.of(new Label(new Span(FILE, 9, 9), "")), "", List.of(both));

        assertThat(apply(TWO, late)).isEqualTo(new Fixes(Map.of(FILE, "one\nzwei three\n"), 1, 1));
    }

    @Test
    void the_same_edit_asked_for_twice_is_made_once() {
        assertThat(apply(TWO, TWO)).isEqualTo(new Fixes(Map.of(FILE, "one\nzwei three\n"), 2, 0));
    }

    @Test
    void a_damaged_file_is_never_changed() {
        assertThat(Fixes.apply(List.of(TWO), SOURCES, Set.of(FILE))).isEqualTo(new Fixes(Map.of(), 0, 1));
    }

    private static Fixes apply(Diagnostic... diagnostics) {
        return Fixes.apply(List.of(diagnostics), SOURCES, Set.of());
    }

    private static Diagnostic finding(Span at, String replacement) {
        return new Diagnostic(
                "R012",
                Severity.ERROR,
                "what",
                List.of(new Label(at, "here")),
                "why",
                List.of(Fix.replace("write `" + replacement + "`", at, replacement)));
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }
}

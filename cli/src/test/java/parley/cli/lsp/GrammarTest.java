package parley.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.language.CaseText;
import parley.language.Completions;
import parley.text.Source;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The colours of editors know the words of the parser. */
class GrammarTest {
    private static final Path ROOT =
            Path.of(System.getProperty("parley.root", "..")).toAbsolutePath();
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode GRAMMAR =
            JSON.readTree(ROOT.resolve("editor/parley.tmLanguage.json").toFile());

    /** An empty text may begin with any declaration: so the server tells which there are. */
    static Stream<String> declarations() {
        var nothing = CaseText.study(List.of()).symbols();
        return Completions.at(new Source("new.parley", ""), 0, null, nothing).proposals().stream()
                .map(Completions.Proposal::text);
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void each_declaration_has_its_colour(String keyword) {
        JsonNode rules = GRAMMAR.path("repository");
        String line = keyword + " name";
        boolean matched = Stream.of("named-declaration", "declaration")
                .map(rule -> Pattern.compile(rules.path(rule).path("match").asString())
                        .matcher(line))
                .anyMatch(m -> m.find() && keyword.equals(m.group(1)));
        assertThat(matched).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"comment", "text", "label", "date", "length", "number", "verb", "state", "link", "clause", "name"
            })
    void each_rule_is_a_pattern_that_the_grammar_includes(String rule) {
        JsonNode node = GRAMMAR.path("repository").path(rule);
        assertThat(Pattern.compile(
                        node.path("match").asString(node.path("begin").asString("("))))
                .isNotNull();
        assertThat(GRAMMAR.path("patterns")
                        .valueStream()
                        .map(p -> p.path("include").asString()))
                .contains("#" + rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"package.json", "language-configuration.json"})
    void the_files_of_the_extension_are_json(String name) {
        assertThat(JSON.readTree(ROOT.resolve("editor/vscode/" + name).toFile()).isObject())
                .isTrue();
    }
}

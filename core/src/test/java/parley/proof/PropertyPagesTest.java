package parley.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.language.CaseText;
import parley.language.Checked;
import parley.proof.Verdict.Outcome;
import parley.roadmap.Catalogue;
import parley.text.Diagnostic;
import parley.text.Severity;
import parley.text.Source;

/** Every page under {@code docs/properties} is a test: each of its roadmaps gets the answer the page gives. */
class PropertyPagesTest {
    private static final Path PAGES =
            Path.of(System.getProperty("parley.root", "..")).resolve("docs/properties");
    private static final Pattern EXAMPLE =
            Pattern.compile("```roadmap\n(.*?)```\nAnswer: `([a-z ]+)`(?:: ([^\n]*))?\n", Pattern.DOTALL);

    /** A roadmap of a page, with what the page says of it. */
    private record Example(String text, String outcome, String because) {}

    static Stream<String> names() {
        return Catalogue.names().stream();
    }

    @Test
    void every_property_has_a_page_and_every_page_a_property() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(f -> f.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(Catalogue.names());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void a_page_asks_gives_the_reason_and_the_assumptions_and_says_how_to_mend(String name) throws IOException {
        assertThat(page(name))
                .startsWith("# %s: ".formatted(name))
                .contains("\n**Why it matters.** ", "\n**What it assumes.** ", "\n## How to mend it\n");
        assertThat(examples(name)).hasSize(2);
        if (!name.equals("worth-keeping")) { // the language has no words for payoffs of partners yet
            assertThat(examples(name)).extracting(Example::outcome).containsExactly("holds", "refuted");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void both_roadmaps_get_the_answer_the_page_gives(String name) throws IOException {
        for (Example example : examples(name)) {
            Verdict verdict = verdict(example.text(), name);
            List<String> says = new ArrayList<>(List.of(verdict.says()));
            verdict.causes().forEach(c -> says.add(c.says()));

            assertThat(verdict.outcome().word()).as("%s", says).isEqualTo(example.outcome());
            assertThat(verdict.ground().vacuous()).isNull();
            assertThat(says).anySatisfy(s -> assertThat(s).contains(example.because()));
            if (verdict.outcome() == Outcome.REFUTED
                    && verdict.ground().nature().equals("graph")) {
                assertThat(verdict.causes()).isNotEmpty();
            }
        }
    }

    /** What the text claims about the property, else what is asked by default; a page names the errors of its texts. */
    private static Verdict verdict(String text, String name) throws IOException {
        Checked checked = CaseText.read(List.of(new Source("case.parley", text)));
        List<String> errors = checked.diagnostics().stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .map(Diagnostic::code)
                .toList();
        assertThat(errors).allSatisfy(code -> assertThat(page(name)).contains(code));
        return Proofs.of(
                        Objects.requireNonNull(checked.theCase()),
                        asked -> asked.property().equals(name),
                        verdict -> {})
                .stream()
                .findFirst()
                .orElseThrow();
    }

    private static List<Example> examples(String name) throws IOException {
        List<Example> found = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(page(name));
        while (example.find()) {
            String because = example.group(3);
            found.add(new Example(example.group(1), example.group(2), because == null ? "" : because));
        }
        return found;
    }

    private static String page(String name) throws IOException {
        return Files.readString(PAGES.resolve(name + ".md"));
    }
}

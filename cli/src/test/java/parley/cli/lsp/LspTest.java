package parley.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.cli.lsp.Editor.errors;
import static parley.cli.lsp.Editor.now;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client at the other end of a pipe, as an editor would be. */
class LspTest {
    private static final String CASE = """
            case tiny "Tiny"
              counterpart regime "Authorities"
              runs from 2026-06-01 to 2028-05-31

            partner eu "European Union"
              decides by executive act, takes 1 to 5 days
            verifier viasna "Viasna"
            indicator prisoners "Prisoners *known*"
              stock in people, from facts prisoners, updated monthly, stale after 45 days
            event attack "Attack"
            measure potash "Potash"
              of eu, imposed 2021-08-09, by "Regulation 1030", suspended 2022-09-01 for 6 months
              hits revenue
            offer corridor "Visa corridor"
              of eu, ready in 5 days
            concession free "All are free"
              met when prisoners at most 20 for 60 days and no attack for 30 days
              broken when prisoners above 40
              verified by viasna within 30 days
              track human-rights
            """;

    private static final String ROADMAP = """
            # What follows from what.
            # Two lines of comment.
            phase one "One", first

            step doors "Doors 🚪", in one
              when free verified
                eu suspends potash, within 30 days, for 6 months, then it returns
                eu grants corridor, within 30 days, until revoked
              when free broken
                eu restores potash, within 30 days
              when nothing by 2026-12-31
                eu reviews this step, within 30 days

            prove answered within 60 days
            prove that never potash lifted

            scenario "Nobody moves"
              on 2027-01-01 nobody decides
              expect free not met
              expect potash lifted
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Editor editor;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("case.parley"), CASE);
        Files.writeString(folder.resolve("roadmap.parley"), ROADMAP);
        Files.createDirectory(folder.resolve("facts"));
        Files.writeString(folder.resolve("facts/acts.csv"), """
                id,date,recorded,partner,verb,measure,until,then,instrument,answers,source,confidence,note
                1,2026-07-01,2026-07-01,eu,suspend,potash,,,,free,press,A,potash
                """);
        editor = new Editor(folder);
        editor.open("roadmap.parley");
    }

    @AfterEach
    void close() throws IOException {
        editor.close();
    }

    @Test
    void findings_appear_while_a_bad_text_is_typed_and_vanish_when_it_is_mended() {
        editor.findings("roadmap.parley", f -> errors(f).isEmpty());
        editor.type("roadmap.parley", "suspends potash", "suspends potsh");
        var findings = editor.findings("roadmap.parley", f -> errors(f).equals(List.of("R012")));
        var wrong =
                findings.stream().filter(d -> errors(List.of(d)).size() == 1).findFirst();
        assertThat(wrong).hasValueSatisfying(d -> {
            assertThat(d.getMessage().getLeft()).contains("`potsh`", "why: ", "fix: write `potash`");
            assertThat(d.getRange().getStart()).isEqualTo(editor.behind("roadmap.parley", "eu suspends "));
        });
        editor.type("roadmap.parley", "potsh", "potash");
        editor.findings("roadmap.parley", f -> errors(f).isEmpty());
    }

    @Test
    void a_finding_in_a_file_that_is_not_open_is_told_and_the_buffer_counts_once_it_is() {
        editor.type("roadmap.parley", "phase one", "phase two");
        editor.findings("roadmap.parley", f -> errors(f).contains("R012"));
        editor.open("case.parley", CASE.replace("offer corridor", "offer corido"));
        editor.findings("roadmap.parley", f -> errors(f).equals(List.of("R012", "R012")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            when free broken     | when free             | verified,broken     | imposed,potash
            eu suspends potash   | eu suspends           | potash              | corridor,free,eu
            eu grants corridor   | eu grants             | corridor            | potash
            when nothing         |                       | eu,every partner,when,step | decides
            """)
    void what_may_stand_at_a_place_is_offered(String before, String typed, String offered, String notOffered) {
        String line =
                ROADMAP.lines().filter(l -> l.contains(before)).findFirst().orElseThrow();
        String fresh = typed == null ? "    " : line.substring(0, line.indexOf(typed) + typed.length()) + " ";
        editor.type("roadmap.parley", line, fresh);
        var params = new CompletionParams(editor.text("roadmap.parley"), editor.behind("roadmap.parley", fresh));
        List<String> words = now(editor.asks().completion(params)).getRight().getItems().stream()
                .map(CompletionItem::getLabel)
                .toList();
        assertThat(words).contains(offered.split(",")).doesNotContain(notOffered.split(","));
    }

    @Test
    void a_hover_tells_what_a_name_is() {
        assertThat(hover("when free"))
                .contains("**concession free** — All are free", "open → claimed → met → verified → broken")
                .contains("prisoners at most 20 for 60 days and no attack for 30 days", "viasna within 30 days")
                .contains("roadmap.parley 3×");
        assertThat(hover("suspends potash")).contains("Regulation 1030", "imposed 2021-08-09", "in reserve → imposed");
    }

    private String hover(String words) {
        var at = editor.behind("roadmap.parley", words);
        return now(editor.asks().hover(new HoverParams(editor.text("roadmap.parley"), at)))
                .getContents()
                .getRight()
                .getValue();
    }

    @Test
    void a_rename_reaches_all_texts_and_the_record_but_no_prose() {
        var at = editor.behind("roadmap.parley", "suspends pot");
        var prepared = now(editor.asks().prepareRename(new PrepareRenameParams(editor.text("roadmap.parley"), at)));
        assertThat(prepared.getSecond().getPlaceholder()).isEqualTo("potash");
        Map<String, String> changed = editor.applied(
                now(editor.asks().rename(new RenameParams(editor.text("roadmap.parley"), at, "potash-act"))));
        assertThat(changed.get(editor.uri("roadmap.parley"))).isEqualTo(ROADMAP.replace("potash", "potash-act"));
        assertThat(changed.get(editor.uri("case.parley"))).contains("measure potash-act \"Potash\"");
        assertThat(changed.get(editor.uri("facts/acts.csv"))).contains("suspend,potash-act,,,,free,press,A,potash\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eu suspends potash  | Potash    | is not a name
            eu suspends potash  | free      | already the name of a concession
            eu                  | never     | could not be read
            when free           | relief-   | is not a name
            """)
    void a_name_that_breaks_the_text_is_refused_with_a_reason(String words, String name, String reason) {
        var at = editor.behind("roadmap.parley", words.equals("eu") ? "    eu" : words);
        var params = new RenameParams(editor.text("roadmap.parley"), at, name);
        assertThatThrownBy(() -> now(editor.asks().rename(params)))
                .isInstanceOf(Editor.Refused.class)
                .hasMessageContaining(reason);
    }

    @Test
    void an_event_that_its_record_finds_by_name_is_not_renamed() throws IOException {
        editor.open("case.parley");
        var at = editor.behind("case.parley", "event attack");
        assertThatThrownBy(() ->
                        now(editor.asks().rename(new RenameParams(editor.text("case.parley"), at, "border-attack"))))
                .hasMessageContaining("from facts attack");
    }

    @Test
    void references_lead_to_every_use_and_a_use_to_the_declaration() {
        var text = editor.text("roadmap.parley");
        var at = editor.behind("roadmap.parley", "when free");
        var params = new ReferenceParams(text, at, new ReferenceContext(true));
        assertThat(now(editor.asks().references(params)).stream().map(Location::getUri))
                .containsExactly(
                        editor.uri("case.parley"),
                        editor.uri("roadmap.parley"),
                        editor.uri("roadmap.parley"),
                        editor.uri("roadmap.parley"));
        assertThat(now(editor.asks().definition(new DefinitionParams(text, at))).getLeft())
                .extracting(l -> l.getRange().getStart().getLine())
                .containsExactly((int) CASE.substring(0, CASE.indexOf("concession free"))
                        .lines()
                        .count());
    }

    @Test
    void columns_count_utf_16_units() {
        var params = new DefinitionParams(
                editor.text("roadmap.parley"), editor.behind("roadmap.parley", "\"Doors 🚪\", in o"));
        assertThat(now(editor.asks().definition(params)).getLeft())
                .extracting(l -> l.getRange().getStart())
                .containsExactly(editor.behind("roadmap.parley", "phase "));
    }

    @Test
    void a_text_in_a_folder_below_belongs_to_the_case_above() throws IOException {
        Files.createDirectory(folder.resolve("more"));
        editor.open("more/guards.parley", "never ease potsh\n");
        editor.findings("more/guards.parley", f -> errors(f).equals(List.of("R012")));
    }

    @Test
    void declarations_branches_and_comments_are_outlined_and_fold() {
        var symbols = now(editor.asks().documentSymbol(new DocumentSymbolParams(editor.text("roadmap.parley"))));
        assertThat(symbols)
                .extracting(s -> s.getRight().getName())
                .containsExactly(
                        "one",
                        "doors",
                        "prove answered within 60 days",
                        "prove that never potash lifted",
                        "Nobody moves");
        assertThat(symbols.get(1).getRight().getChildren())
                .extracting(DocumentSymbol::getName)
                .containsExactly("when free verified", "when free broken", "when nothing by 2026-12-31");
        assertThat(now(editor.asks().foldingRange(new FoldingRangeRequestParams(editor.text("roadmap.parley")))))
                .extracting(f -> f.getStartLine() + "-" + f.getEndLine())
                .containsExactlyInAnyOrder("0-1", "4-11", "5-7", "8-9", "10-11", "16-19");
    }

    @Test
    void days_that_follow_from_the_text_stand_beside_it() throws IOException {
        assertThat(hints("roadmap.parley")).containsExactly("free not verified", "until 2027-01-30");
        editor.open("case.parley");
        assertThat(hints("case.parley")).containsExactly("731 days", "until 2023-03-01");
    }

    private List<String> hints(String name) {
        return now(editor.asks().inlayHint(new InlayHintParams(editor.text(name), editor.whole(name)))).stream()
                .map(hint -> hint.getLabel().getLeft())
                .toList();
    }

    @Test
    void a_lens_tells_what_came_of_a_scenario_and_what_a_claim_is_about() {
        List<? extends CodeLens> lenses =
                now(editor.asks().codeLens(new CodeLensParams(editor.text("roadmap.parley"))));
        assertThat(lenses.stream().map(l -> l.getCommand().getTitle()))
                .satisfiesExactly(
                        t -> assertThat(t).isEqualTo("about the whole roadmap: 1 step, 2 measures"),
                        t -> assertThat(t).isEqualTo("about potash, which 1 of 1 step names"),
                        t -> assertThat(t).isEqualTo("FAILS: 1 of 2 expectations"),
                        t -> assertThat(t).startsWith("found ").contains("potash is imposed"));
    }

    @Test
    void a_quick_fix_leaves_a_clean_text() {
        editor.type("roadmap.parley", "grants corridor", "grants coridor");
        var at = editor.behind("roadmap.parley", "grants cor");
        var params = new CodeActionParams(
                editor.text("roadmap.parley"), new org.eclipse.lsp4j.Range(at, at), new CodeActionContext(List.of()));
        CodeAction action = now(editor.asks().codeAction(params)).getFirst().getRight();
        assertThat(action.getTitle()).isEqualTo("write `corridor`");
        assertThat(action.getIsPreferred()).isTrue();
        assertThat(editor.applied(action.getEdit())).containsValue(ROADMAP);
    }

    @Test
    void formatting_twice_changes_nothing_more() {
        editor.type("roadmap.parley", "    eu grants", " eu    grants");
        List<? extends TextEdit> edits = format();
        assertThat(edits).hasSize(1);
        assertThat(edits.getFirst().getNewText()).isEqualTo("    eu grants corridor, within 30 days, until revoked\n");
        assertThat(editor.applied(editor.uri("roadmap.parley"), edits)).isEqualTo(ROADMAP);
        editor.type("roadmap.parley", " eu    grants", "    eu grants");
        assertThat(format()).isEmpty();
    }

    private List<? extends TextEdit> format() {
        var params = new DocumentFormattingParams(editor.text("roadmap.parley"), new FormattingOptions(2, true));
        return now(editor.asks().formatting(params));
    }

    @Test
    void a_note_beside_no_case_is_left_alone(@TempDir Path elsewhere) throws IOException {
        try (var other = new Editor(elsewhere)) {
            other.open("notes.md", "# Notes\n");
            other.open("a.parley", "steep x\n");
            other.findings("a.parley", f -> errors(f).contains("R009"));
            assertThat(now(other.asks().foldingRange(new FoldingRangeRequestParams(other.text("notes.md")))))
                    .isEmpty();
        }
    }

    @Test
    void the_exit_code_tells_whether_the_client_took_its_leave() throws IOException {
        assertThat(editor.leave()).isZero();
        try (var other = new Editor(folder)) {
            assertThat(other.hangUp()).isEqualTo(1);
        }
    }
}

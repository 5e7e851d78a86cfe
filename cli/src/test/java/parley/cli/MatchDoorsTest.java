package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.cli.Ran.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two plain doors: rows in, the same rows with score, match and explanation out; a bad row leaves nothing behind. */
class MatchDoorsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void rows_of_names_are_carried_through_and_scored() throws IOException {
        Ran ran = names(
                "case,schema,name1,name2,score\n1,Person,\"Primerov, Ivan\",Иван Примеров,old\n2,Company,Example AG,Northern Foundry AG,\n");
        assertThat(ran.code()).as(ran.err()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines.getFirst()).isEqualTo("case,schema,name1,name2,score_in,score,match,explanation");
        assertThat(lines.get(1))
                .startsWith("1,Person,\"Primerov, Ivan\",Иван Примеров,old,")
                .contains(",true,", "forms of one given name");
        assertThat(lines.get(2)).contains(",false,");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            schema,name1                                | :1: the header has no column `name2`
            schema,name1,name2~Person,a,b~Person,a      | :3: the row has 2 fields, the header 3
            schema,name1,name2~Wizard,a,b               | :2: there is no schema `Wizard`
            schema,name1,name2~Person,a,                | :2: `name2` is empty
            """)
    void a_bad_row_is_told_with_its_line_and_nothing_is_written(String text, String told) throws IOException {
        Ran ran = names(text.replace('~', '\n') + "\n");
        assertThat(ran.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.err()).contains(told, "Nothing was written").doesNotContain("Exception");
        assertNothingIsLeft();
    }

    @Test
    void bytes_that_are_no_text_are_refused() throws IOException {
        Files.write(
                folder.resolve("in.csv"),
                "schema,name1,name2\nPerson,\u00e9,b\n".getBytes(StandardCharsets.ISO_8859_1));
        Ran ran = run(
                "match-names",
                "--in",
                folder.resolve("in.csv").toString(),
                "--out",
                folder.resolve("out.csv").toString());
        assertThat(ran.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.err()).contains("UTF-8");
        assertNothingIsLeft();
    }

    @Test
    void a_missing_file_is_told() {
        Ran ran = run(
                "match-names",
                "--in",
                folder.resolve("none.csv").toString(),
                "--out",
                folder.resolve("out.csv").toString());
        assertThat(ran.code()).isEqualTo(ExitCode.MACHINE_LACKS);
        assertThat(ran.err()).contains("none.csv");
    }

    @Test
    void records_are_compared_with_their_facts_and_keys_are_kept() throws IOException {
        Ran ran = entities("""
                {"id": 1, "match": true, "query": {"schema": "Person", "properties": {"name": ["Ivan Primerov"], "birthDate": ["1970-06-02"]}}, "candidate": {"schema": "Person", "properties": {"name": ["Иван Примеров"], "birthDate": ["1970-06-02"]}}}

                {"id": 2, "schema": "Company", "query": {"name": "Example AG"}, "candidate": {"name": "Sample AG"}}
                """);
        assertThat(ran.code()).as(ran.err()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("out.jsonl"));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("\"id\":1", "\"match_in\":true", "\"match\":true", "BIRTH_DAY_EQUAL");
        assertThat(lines.get(1)).contains("\"match\":false");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"query": 1}                                                                                      | :1: there is no object `query`
            nonsense                                                                                          | :1: the line is no JSON object
            {"schema": "Person", "query": {"name": "a"}, "candidate": {"birthDate": "1970"}}                  | :1: candidate: there is no name
            {"schema": "Person", "query": {"name": "a"}, "candidate": {"name": "b", "birthDate": "May"}}      | :1: candidate: `birthDate` is `May`
            {"schema": "Person", "query": {"name": {}}, "candidate": {"name": "b"}}                           | :1: a value of `query.name` is neither
            """)
    void a_bad_line_is_told_with_its_number_and_nothing_is_written(String line, String told) throws IOException {
        Ran ran = entities(line + "\n");
        assertThat(ran.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.err()).contains(told, "Nothing was written").doesNotContain("Exception");
        assertNothingIsLeft();
    }

    private Ran names(String text) throws IOException {
        Files.writeString(folder.resolve("in.csv"), text);
        return run(
                "match-names",
                "--in",
                folder.resolve("in.csv").toString(),
                "--out",
                folder.resolve("out.csv").toString());
    }

    private Ran entities(String text) throws IOException {
        Files.writeString(folder.resolve("in.jsonl"), text);
        return run(
                "match-entities",
                "--in",
                folder.resolve("in.jsonl").toString(),
                "--out",
                folder.resolve("out.jsonl").toString());
    }

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).allMatch(name -> name.startsWith("in."));
        }
    }
}

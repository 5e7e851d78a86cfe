package parley.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.roadmap.Expiry;
import parley.roadmap.Verb;
import parley.text.Diagnostic;
import parley.text.Source;

class FactFilesTest {
    private static final String HEADER = "id,series,date,value,recorded,source,confidence,origin,replaces,note\n";
    private static final String ROW = "r1,prisoners,2026-01-31,1104,2026-02-01,viasna,A,,,\n";

    @Test
    void a_row_becomes_a_reading() {
        var result =
                read(HEADER + "r1,prisoners,2026-01-31,1104.5,2026-02-01,\"a, \"\"b\"\"\",A,o,,\"two\nlines\"\r\n");
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.facts().readings())
                .containsExactly(new Reading(
                        "r1",
                        "prisoners",
                        LocalDate.of(2026, 1, 31),
                        1104.5,
                        LocalDate.of(2026, 2, 1),
                        "a, \"b\"",
                        Confidence.A,
                        "o",
                        null,
                        "two\nlines"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "F004|r2,p,2026-02-30,1,2026-03-01,s,A,,,|`2026-02-30`",
                "F005|r2,p,2026-02-01,1e3,2026-03-01,s,A,,,|`1e3`",
                "F005|r2,p,2026-02-01,NaN,2026-03-01,s,A,,,|`NaN`",
                "F007|r2,p,2026-02-01,1,2026-03-01,s,C,,,|`C`",
                "F008|r1,p,2026-02-01,1,2026-03-01,s,A,,,|`r1`",
                "F009|r2,p,2026-05-03,1,2026-03-05,s,A,,,|2026-03-05",
                "F010|r2,p,2026-02-01,1,2026-03-01,s,A,,|9 fields instead of 10",
                "F011|r2,p,2026-02-01,1,2026-03-01,s,A,,,\"open|never closed",
                "F012|r2,p,2026-02-01,1,2026-03-01,s,A,,r9,|`r9`",
                "F017|r2,,2026-02-01,1,2026-03-01,s,A,,,|is empty",
                "F018|r2,p,2026-02-01,1,2026-03-01,s,A,,r2,|circle",
                "F019|r2,p,2026-02-01,1,2026-03-01,s\"t,A,,,|quote",
            })
    void a_fault_is_reported_with_file_and_line(String code, String row, String says) {
        Diagnostic found = only(read(HEADER + ROW + row + "\n"));
        assertThat(found.code()).isEqualTo(code);
        assertThat(found.what()).startsWith("readings.csv, line 3").contains(says);
        assertThat(found.why()).isNotEmpty();
        assertThat(found.fixes()).isNotEmpty();
    }

    @Test
    void a_header_must_name_all_columns_and_no_others() {
        assertThat(only(read(HEADER.replace("note", "note,mood") + ROW.replace("\n", ",\n")))
                        .code())
                .isEqualTo("F001");
        assertThat(only(read(HEADER.replace(",note", "") + ROW)).code()).isEqualTo("F002");
        assertThat(only(read(HEADER.replace("note", "note,note") + ROW.replace("\n", ",\n")))
                        .code())
                .isEqualTo("F003");
        assertThat(only(read("")).code()).isEqualTo("F013");
        assertThat(only(read(ROW)).code()).isEqualTo("F013");
    }

    @Test
    void a_byte_order_mark_and_a_nul_are_reported() {
        var marked = read("\uFEFF" + HEADER + ROW);
        assertThat(only(marked).code()).isEqualTo("F014");
        assertThat(marked.facts().readings()).hasSize(1);
        assertThat(only(read(HEADER + "r1,\0")).code()).isEqualTo("F014");
    }

    @Test
    void an_act_says_how_long_it_lasts() {
        String text = """
                id,date,recorded,partner,verb,measure,until,then,instrument,answers,source,confidence,note
                a1,2026-02-01,2026-01-20,eu,suspend,visas,2026-08-01,returns,,,s,A,
                a2,2026-02-02,2026-02-02,us,license,potash,revoked,,,,s,A,
                a3,2026-02-03,2026-02-03,us,licence,potash,soon,,,,s,A,
                """;
        var result = FactFiles.read(Map.of(FactFiles.ACTS, new Source(FactFiles.ACTS, text)));
        assertThat(result.facts().acts()).extracting(ActRow::verb).containsExactly(Verb.SUSPEND, Verb.LICENSE);
        assertThat(result.facts().acts())
                .extracting(ActRow::expiry)
                .containsExactly(
                        new Expiry.Until(LocalDate.of(2026, 8, 1), Expiry.Default.RETURNS), new Expiry.UntilRevoked());
        assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly("F006", "F016");
    }

    @Test
    void the_order_of_rows_never_shows() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            rows.add("r%d,p,2026-01-%02d,%d,2026-02-01,s,A,,,\n".formatted(i, i % 7 + 1, i));
        }
        Facts before = read(HEADER + String.join("", rows)).facts();
        Collections.shuffle(rows, new Random(3));
        assertThat(read(HEADER + String.join("", rows)).facts()).isEqualTo(before);
    }

    @Test
    void a_correction_counts_from_the_day_it_was_known() {
        Facts facts = read(HEADER + ROW + "r2,prisoners,2026-01-31,1099,2026-03-01,viasna,A,,r1,\n")
                .facts();
        assertThat(facts.knownAt(LocalDate.of(2026, 1, 31)).readings()).isEmpty();
        assertThat(facts.knownAt(LocalDate.of(2026, 2, 28)).readings())
                .extracting(Reading::id)
                .containsExactly("r1");
        assertThat(facts.knownAt(LocalDate.of(2026, 3, 1)).readings())
                .extracting(Reading::id)
                .containsExactly("r2");
    }

    @Test
    void a_correction_to_be_confirmed_corrects_nothing_that_is_sure() {
        Facts facts = read(HEADER + ROW + "r2,prisoners,2026-01-31,1099,2026-03-01,viasna,B,,r1,\n")
                .facts();
        assertThat(facts.knownAt(LocalDate.of(2026, 3, 1)).readings())
                .extracting(Reading::id)
                .containsExactly("r1", "r2");
    }

    private static FactFiles.Result read(String text) {
        return FactFiles.read(Map.of(FactFiles.READINGS, new Source(FactFiles.READINGS, text)));
    }

    private static Diagnostic only(FactFiles.Result result) {
        assertThat(result.diagnostics()).hasSize(1);
        return result.diagnostics().getFirst();
    }

    @Test
    void an_extra_field_in_every_row_is_one_finding() {
        String text = "id,series,date,value,recorded,source,confidence,origin,replaces,note\n"
                + "r1,p,2026-01-01,1,2026-01-02,s,A,,,,\n".repeat(3);

        assertThat(FactFiles.read(java.util.Map.of("readings.csv", new parley.text.Source("readings.csv", text)))
                        .diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.what()).endsWith("11 fields instead of 10 (3 rows)"));
    }
}

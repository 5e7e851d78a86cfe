package parley.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged and hostile files: nothing of them is used, and the place is told. */
class FaultsTest {
    private static ReadingFixtures read(String name, String text) {
        return ReadingFixtures.of(false, null, ReadingFixtures.written(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String eu(String before, String inside) {
        return before
                + "<export xmlns=\"http://eu.europa.ec/fpi/fsd/export\" generationDate=\"2026-01-01\" globalFileId=\"1\">"
                + inside + "</export>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE export SYSTEM \"file:///etc/passwd\">",
                "<!DOCTYPE export [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE export [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x\"> %x;]>",
                "<!DOCTYPE export [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            })
    void a_document_type_is_refused_before_anything_is_opened(String type) {
        assertThat(read("eu.xml", eu(type, "<sanctionEntity>&b;</sanctionEntity>"))
                        .codes())
                .containsExactly("L107");
    }

    @Test
    void an_inclusion_an_own_entity_many_attributes_and_great_depth_are_refused() {
        assertThat(read(
                                "a.xml",
                                eu(
                                        "",
                                        "<sanctionEntity><i:include xmlns:i=\"http://www.w3.org/2001/XInclude\" href=\"x\"/></sanctionEntity>"))
                        .codes())
                .containsExactly("L107");
        assertThat(read("b.xml", eu("", "<sanctionEntity>&own;</sanctionEntity>"))
                        .codes())
                .containsExactly("L107");
        var many = new StringBuilder("<sanctionEntity ");
        for (int i = 0; i < 100_000; i++) {
            many.append('a').append(i).append("=\"\" ");
        }
        assertThat(read("c.xml", eu("", many + "/>")).codes()).containsExactly("L106");
        assertThat(read("d.xml", eu("", "<a>".repeat(100_000))).codes()).containsExactly("L106");
        assertThat(read("e.xml", eu("", "<sanctionEntity x=\"" + "y".repeat(100_000) + "\"/>"))
                        .codes())
                .containsExactly("L106");
        assertThat(read("f.xml", eu("", "<sanctionEntity x=\"" + "y".repeat(6_000_000) + "\"/>"))
                        .codes())
                .containsExactly("L106");
    }

    @Test
    void a_file_cut_at_any_place_is_refused() throws IOException {
        for (String name :
                List.of("eu.xml", "uk.xml", "seco.xml", "un.xml", "sema.xml", "legacy_sdn.xml", "advanced.xml")) {
            byte[] whole = Files.readAllBytes(ReadingFixtures.fixture(name));
            for (int end = 0; end < whole.length - 2; end += 97) {
                var read = ReadingFixtures.of(
                        true, null, ReadingFixtures.written(name, java.util.Arrays.copyOf(whole, end)));
                assertThat(read.reading().isUsable())
                        .as("%s cut at %d: %s", name, end, read.codes())
                        .isFalse();
            }
        }
    }

    @Test
    void a_cut_of_the_american_rows_is_refused_with_the_line() throws IOException {
        byte[] whole = Files.readAllBytes(ReadingFixtures.fixture("ofac_sdn.csv"));
        for (int end = 10; end < whole.length; end += 13) {
            var read = ReadingFixtures.of(
                    false, null, ReadingFixtures.written("ofac_sdn.csv", java.util.Arrays.copyOf(whole, end)));
            assertThat(read.reading().isUsable())
                    .as("cut at %d: %s", end, read.codes())
                    .isFalse();
        }
    }

    @Test
    void an_empty_file_and_an_unknown_one_are_refused() {
        assertThat(read("x.xml", "").codes()).containsExactly("L102");
        assertThat(read("x.xml", "<html/>").codes()).containsExactly("L104");
    }

    @Test
    void bytes_of_another_encoding_are_refused() {
        byte[] latin = eu(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                        "<sanctionEntity><remark>é è</remark></sanctionEntity>")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(ReadingFixtures.of(false, null, ReadingFixtures.written("eu.xml", latin))
                        .codes())
                .containsExactly("L103");
        byte[] utf8 = "Last Updated,04/05/2022\r\nName 6,Group Type,Group ID\r\nДАН,Entity,1\r\n"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(ReadingFixtures.of(false, null, ReadingFixtures.written("conlist.csv", utf8))
                        .codes())
                .containsExactly("L103");
        byte[] ascii = "37,\"Ö\",-0- ,\"X\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\u001a"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(ReadingFixtures.of(false, null, ReadingFixtures.written("sdn.csv", ascii))
                        .codes())
                .containsExactly("L103");
    }

    @Test
    void a_workbook_that_unpacks_without_end_or_leads_elsewhere_is_refused() throws IOException {
        // Blanks, so that nothing but the limit ends the reading.
        byte[] endless = new byte[200_000_000];
        java.util.Arrays.fill(endless, (byte) ' ');
        assertThat(ReadingFixtures.of(false, null, zip("nsdc.xlsx", "xl/sharedStrings.xml", endless))
                        .codes())
                .containsExactly("L106");
        assertThat(ReadingFixtures.of(false, null, zip("nsdc.xlsx", "../evil", new byte[1]))
                        .codes())
                .containsExactly("L106");
        assertThat(ReadingFixtures.of(false, null, zip("nsdc.xlsx", "xl/other", new byte[1]))
                        .codes())
                .containsExactly("L104");
    }

    private static Path zip(String name, String entry, byte[] content) throws IOException {
        Path file = ReadingFixtures.written(name, new byte[0]);
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(content);
        }
        return file;
    }
}

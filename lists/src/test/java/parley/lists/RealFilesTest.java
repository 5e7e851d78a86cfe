package parley.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.lists.difference.Difference;
import parley.lists.intake.Card;
import parley.lists.record.Listing;
import parley.lists.record.Listing.Kind;

/** The real files beside the repository: counts as in their SOURCES.md, differences as counted independently. */
class RealFilesTest {
    @ParameterizedTest(name = "{0}: {1} records, {2} persons and {3} others of Belarus")
    @CsvSource(textBlock = """
            ammitto/ammitto_eu_2026-03-15.yaml.gz, 5860, 312, 57
            ammitto/ammitto_uk_2026-08-22.yaml.gz, 6349, 135, 32
            ammitto/ammitto_ca_2026-08-22.yaml.gz, 5690, 231, 89
            ammitto/ammitto_ch_2026-03-15.yaml.gz, 8254, 556, 95
            ammitto/ammitto_un_2026-03-15.yaml.gz, 1001, 0, 0
            ammitto/ammitto_au_2026-03-15.yaml.gz, 3811, 0, 0
            ammitto/ammitto_nz_2026-03-15.yaml.gz, 2058, 0, 0
            ca/sema-lmes_2020.xml, 1369, 0, 0
            ca/sema-lmes_2022-05.xml, 2606, 146, 39
            un/un_consolidated_2020-03-20.xml, 1014, 0, 0
            un/un_consolidated_2022-09-15.xml, 952, 0, 0
            un/un_consolidated_2026-02-27.xml, 1003, 0, 0
            us/ofac_sdn_2024-05-03.csv.gz, 14965, 128, 104
            us/ofac_sdn_2021-08-18.csv.gz, 9083, 64, 39
            us/ofac_consolidated_nonSDN_2024-05-06.xml, 443, 0, 0
            us/us_consolidated_screening_list_2022.csv.gz, 14160, 93, 70
            us/bis_dpl.txt, 581, 0, 0
            uk/ofsi_ConList_2016-03-23.csv, 1924, 4, 0
            uk/ofsi_ConList_2020-04-27.csv, 2114, 4, 0
            uk/ofsi_ConList_2022-05-04.xlsx, 3430, 108, 16
            jp/mof_sanctions_2022-05.xls, 2095, 19, 15
            jp/list_belarus_tokutei.pdf.txt, 27, 0, 27
            eu/oj_2026-08/consolidated/32006R0765.csv, 408, 312, 96
            """)
    void has_the_counts_of_its_sources(String file, long records, long persons, long others) {
        var read = ReadingFixtures.of(false, null, ReadingFixtures.shared(file));
        long ours = read.listings().stream().filter(RealFilesTest::belarus).filter(l -> l.kind() == Kind.PERSON).count();
        assertThat(read.reading().listings()).isEqualTo(records);
        assertThat(ours).isEqualTo(persons);
        assertThat(read.listings().stream().filter(RealFilesTest::belarus).count() - ours).isEqualTo(others);
        assertThat(read.codes()).doesNotContain("L110");
    }

    private static boolean belarus(Listing listing) {
        Card card = Card.of(listing.list());
        return card != null && card.isOf("belarus", listing.programmes());
    }

    @Test
    void the_cut_european_file_is_refused_with_its_place() {
        var read = ReadingFixtures.of(true, null, ReadingFixtures.shared("eu/eu_fsf_xmlFull_1_1_2022-03-18_TRUNCATED.xml"));
        assertThat(read.reading().isUsable()).isFalse();
        assertThat(read.reading().findings().getFirst().what()).contains("inside record 1045").contains("after 1044 whole records");
        assertThat(read.reading().findings().getFirst().record()).startsWith("line 28198");
    }

    @Test
    void the_archive_without_names_is_refused_by_its_fill_rate() {
        var read = ReadingFixtures.of(true, null, ReadingFixtures.shared("ammitto/ammitto_ca_2026-03-15.yaml.gz"));
        assertThat(read.reading().isUsable()).isFalse();
        assertThat(read.codes()).contains("L121");
        assertThat(read.reading().listings()).isEqualTo(5379);
    }

    @ParameterizedTest(name = "{0} to {1}: +{2} -{3} ~{4}")
    @CsvSource(textBlock = """
            ammitto/ammitto_eu_2026-03-15.yaml.gz, ammitto/ammitto_eu_2026-05-01.yaml.gz, 0, 0, 80
            ammitto/ammitto_uk_2026-03-15.yaml.gz, ammitto/ammitto_uk_2026-08-22.yaml.gz, 314, 0, 116
            ammitto/ammitto_ca_2026-03-15.yaml.gz, ammitto/ammitto_ca_2026-08-22.yaml.gz, 312, 1, 1907
            us/ofac_sdn_2023-03-24.csv.gz, us/ofac_sdn_2024-05-03.csv.gz, 3378, 391, 133
            us/ofac_sdn_2021-08-18.csv.gz, us/ofac_sdn_2021-12-02.csv.gz, 188, 236, 80
            un/un_consolidated_2022-09-15.xml, un/un_consolidated_2026-02-27.xml, 75, 24, 653
            """)
    void differs_as_counted_by_hand(String before, String after, int added, int removed, int changed) {
        Difference difference = Difference.between(
                ReadingFixtures.of(false, null, ReadingFixtures.shared(before)).listings(),
                ReadingFixtures.of(false, null, ReadingFixtures.shared(after)).listings());
        assertThat(difference.added()).hasSize(added);
        assertThat(difference.removed()).hasSize(removed);
        assertThat(difference.changed()).hasSize(changed);
        if (before.contains("_eu_")) {
            assertThat(difference.countsByKind()).containsEntry(Difference.Kind.PROLONGED, 50L);
        }
        if (before.contains("_ca_")) {
            // 1,906 organisations had lost their names in the first archive; one name was corrected.
            assertThat(difference.countsByKind()).containsEntry(Difference.Kind.NAMED, 1906L).containsEntry(Difference.Kind.RENAMED, 1L);
        }
    }

    @ParameterizedTest
    @CsvSource({"eu, 5860", "uk, 6349"})
    void re_emitted_as_official_xml_the_archive_reads_the_same(String list, int records) throws IOException {
        Path archive = ReadingFixtures.shared(list.equals("eu") ? "ammitto/ammitto_eu_2026-03-15.yaml.gz" : "ammitto/ammitto_uk_2026-08-22.yaml.gz");
        Path xml = Reemitter.write(archive, list);
        var direct = ReadingFixtures.of(false, null, archive);
        var emitted = ReadingFixtures.of(false, null, xml);
        assertThat(emitted.reading().findings()).isEmpty();
        assertThat(emitted.listings()).hasSize(records);
        assertThat(versions(emitted.listings())).isEqualTo(versions(direct.listings()));
    }

    private static List<String> versions(List<Listing> listings) {
        var versions = new ArrayList<String>();
        listings.forEach(listing -> versions.add(listing.id() + " " + parley.lists.difference.Canonical.of(listing).version()));
        return versions;
    }
}

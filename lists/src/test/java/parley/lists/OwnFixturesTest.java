package parley.lists;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.lists.record.Listing.Kind;
import parley.lists.record.Listing.Measure;
import parley.lists.record.Listing.State;
import parley.lists.record.Name;
import parley.lists.record.Name.Quality;
import parley.lists.record.Name.Use;
import parley.lists.record.When;

/** Invented records in the official formats, each showing quirks of its publisher. */
class OwnFixturesTest {
    @Test
    void the_european_file_keeps_quality_of_remarks_dates_and_false_documents() {
        var read = ReadingFixtures.fixtures("eu.xml");
        var person = read.get("EU.1.1");
        assertThat(person.names())
                .extracting(Name::text, Name::quality, Name::language)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Jan  Janavich PRYKLAD", Quality.STRONG, "be"),
                        org.assertj.core.groups.Tuple.tuple("Яня", Quality.WEAK, null));
        // 1 Muharram 1400 is 21 November 1979 in the JDK's calendar of Umm al-Qura; in Mecca it was kept a day earlier.
        assertThat(person.traits().births())
                .extracting(When::shown)
                .containsExactly("1970-08", "~1979-11-21", "1968/1971");
        assertThat(person.traits().identifiers().getFirst().doubt()).isEqualTo("known to be false");
        assertThat(person.traits().positions()).containsExactly("Minister of Examples", "Former Mayor");
        assertThat(person.programmes()).containsExactly("BLR");
        assertThat(person.dates().listed()).isEqualTo("2020-10-02");
        assertThat(read.get("12").kind()).isEqualTo(Kind.ORGANISATION);
        assertThat(read.reading().findings())
                .anySatisfy(f -> assertThat(f.field()).isEqualTo("@surprise"));
        assertThat(read.codes()).containsExactly("L110");
        assertThat(read.reading().contentDay()).isEqualTo("2026-03-01");
        assertThat(read.reading().newestAct()).isEqualTo("2026-02-20");
    }

    @Test
    void the_british_file_is_read_where_the_details_hang_and_names_what_it_does_not_know() {
        var read = ReadingFixtures.fixtures("uk.xml");
        var person = read.get("BEL0001");
        assertThat(person.traits().births()).extracting(When::shown).containsExactly("1965", "1970-08", "~1900/1999");
        assertThat(person.dates().notLaterThan()).isTrue();
        assertThat(person.names()).extracting(Name::use).containsExactly(Use.PRIMARY, Use.ALIAS, Use.ORIGINAL_SCRIPT);
        assertThat(person.names().get(1).quality()).isEqualTo(Quality.WEAK);
        assertThat(person.measures()).contains(Measure.FREEZE, Measure.ENTRY, Measure.OTHER);
        assertThat(read.reading().findings())
                .anySatisfy(f -> assertThat(f.what()).contains("Levitation ban"));
        var ship = read.get("RUS0001");
        assertThat(ship.kind()).isEqualTo(Kind.VESSEL);
        assertThat(ship.traits().identifiers().getFirst().number()).isEqualTo("9074729");
        assertThat(read.codes()).containsExactly("L111");
    }

    @Test
    void rows_of_the_british_table_are_one_subject() {
        var read = ReadingFixtures.fixtures("uk.csv");
        var person = read.get("BEL0001");
        assertThat(read.listings()).hasSize(1);
        assertThat(person.names()).hasSize(3);
        assertThat(person.traits().addresses()).containsExactly("1 Street, 220000, Belarus", "2 Street, Belarus");
        assertThat(read.codes()).isEmpty();
        assertThat(read.reading().contentDay()).isEqualTo("2026-08-20");
    }

    @Test
    void swiss_targets_stay_when_delisted_and_spellings_take_missing_parts_from_the_main_one() {
        var read = ReadingFixtures.fixtures("seco.xml");
        var person = read.get("1001");
        assertThat(person.names()).extracting(Name::text).containsExactly("Jan Pryklad", "Jan Пример");
        assertThat(person.programmes()).containsExactly("4387", "46113");
        assertThat(person.state()).isEqualTo(State.LISTED);
        assertThat(person.dates().listed()).isEqualTo("2020-12-11");
        assertThat(person.traits().birthPlaces()).containsExactly("Minsk, BY");
        assertThat(person.measures()).contains(Measure.FREEZE, Measure.ENTRY);
        var works = read.get("1002");
        assertThat(works.state()).isEqualTo(State.DELISTED);
        assertThat(works.dates().ends()).isEqualTo("2024-05-01");
        assertThat(works.names().getFirst().quality()).isEqualTo(Quality.WEAK);
        assertThat(read.codes()).isEmpty();
        assertThat(read.reading().delisted()).isEqualTo(1);
    }

    @Test
    void canadian_records_get_a_key_from_their_place_and_aliases_are_cut_at_labels() {
        var read = ReadingFixtures.fixtures("sema.xml");
        var person = read.get("Belarus / Bélarus/1, Part 3/1");
        assertThat(person.names())
                .extracting(Name::text)
                .containsExactly("Jan PRYKLAD", "Ян Пример", "Ян Прыклад", "Janek");
        assertThat(person.traits().births().getFirst().shown()).isEqualTo("1975-01");
        assertThat(read.get("Belarus / Bélarus/1, Part 2/1").names())
                .extracting(Name::text)
                .containsExactly("Example Works", "EW", "Works, Inc.");
        var whole = read.get("Moldova/N/A/2");
        assertThat(whole.kind()).isEqualTo(Kind.PERSON);
        assertThat(whole.traits().births().getFirst().shown()).isEqualTo("1987-01-24");
        assertThat(read.codes()).isEmpty();
    }

    @Test
    void the_four_american_files_are_one_list_and_a_cut_remark_goes_on_without_a_blank() {
        var read = ReadingFixtures.fixtures("ofac_sdn.csv", "ofac_alt.csv", "ofac_add.csv", "ofac_sdn_comments.csv");
        var person = read.get("37");
        assertThat(person.programmes()).containsExactly("BELARUS", "RUSSIA-EO14024");
        assertThat(person.names())
                .extracting(Name::text, Name::quality)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("PRYKLAD, Jan Janavich", Quality.STRONG),
                        org.assertj.core.groups.Tuple.tuple("PRIKLAD, Ivan", Quality.STRONG),
                        org.assertj.core.groups.Tuple.tuple("JP", Quality.WEAK));
        assertThat(person.traits().identifiers()).anySatisfy(id -> {
            assertThat(id.kind()).isEqualTo("tax");
            assertThat(id.number()).isEqualTo("191234567");
        });
        assertThat(person.traits().births()).extracting(When::shown).containsExactly("1954-08-12", "~1955");
        // A comma in the name of a company is no family name.
        assertThat(read.get("36").names().getFirst().parts()).isEmpty();
        assertThat(read.get("36").relations().getFirst().otherName()).isEqualTo("PRYKLAD, Jan");
        assertThat(read.codes()).containsExactly("L124");
    }

    @Test
    void american_xml_is_read_in_both_formats() {
        assertThat(ReadingFixtures.fixtures("legacy_sdn.xml").get("1").programmes())
                .containsExactly("BELARUS", "NS-PLC");
        var person = ReadingFixtures.fixtures("advanced.xml").get("37");
        assertThat(person.kind()).isEqualTo(Kind.PERSON);
        assertThat(person.programmes()).containsExactly("BELARUS");
        assertThat(person.names())
                .extracting(Name::text, Name::use, Name::quality)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("PRYKLAD Jan", Use.PRIMARY, Quality.STRONG),
                        org.assertj.core.groups.Tuple.tuple("Прыклад", Use.ORIGINAL_SCRIPT, Quality.WEAK));
        // A period of a full calendar year means that the year is known.
        assertThat(person.traits().births()).extracting(When::shown).containsExactly("1970");
        assertThat(person.dates().listed()).isEqualTo("2006-06-19");
        assertThat(person.traits().birthPlaces()).containsExactly("Minsk, Belarus");
    }

    @Test
    void the_united_nations_cut_aliases_and_keep_every_date_of_birth() {
        var read = ReadingFixtures.fixtures("un.xml");
        var person = read.get("1");
        assertThat(person.names()).extracting(Name::text).containsExactly("JAN EXAMPLE", "One", "Two");
        assertThat(person.traits().births()).extracting(When::shown).containsExactly("1971", "1968/1970");
        assertThat(read.codes()).isEmpty();
    }
}

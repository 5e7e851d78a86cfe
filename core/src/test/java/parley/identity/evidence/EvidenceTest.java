package parley.identity.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.identity.Subject.Birth;
import parley.identity.Subject.IdentifierType;

/** Facts beside the name: numbers are checked by their digit, dates by their precision. */
class EvidenceTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "INN, 7729507377",
        "INN, 7707083893",
        "OGRN, 1027700132195",
        "EDRPOU, 00039002",
        "EDRPOU, 25959784",
        "IMO, 9074729",
        "LEI, 5493001KJTIIGC8Y1R12",
        "IBAN, GB82WEST12345698765432",
        "UNP, 100000007"
    })
    void a_number_that_checks_does_and_one_with_another_digit_does_not(IdentifierType type, String number) {
        assertThat(CheckDigits.check(type, CheckDigits.plain(number))).isEqualTo(CheckDigits.Verdict.CHECKS);
        char last = number.charAt(number.length() - 1);
        String wrong = number.substring(0, number.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
        assertThat(CheckDigits.check(type, CheckDigits.plain(wrong))).isEqualTo(CheckDigits.Verdict.WRONG);
    }

    /** Born 15 January 1970, invented: the sum has one remainder by ten. */
    @Test
    void exactly_one_digit_in_ten_completes_a_belarusian_personal_number() {
        long fits = java.util.stream.IntStream.range(0, 10)
                .filter(d -> CheckDigits.check(IdentifierType.BY_PERSONAL, "3150170A001PB" + d)
                        == CheckDigits.Verdict.CHECKS)
                .count();
        assertThat(fits).isOne();
    }

    @Test
    void blanks_dashes_labels_and_cyrillic_look_alikes_do_not_count() {
        assertThat(CheckDigits.plain("IMO 907-4729 (PA)")).isEqualTo("9074729");
        assertThat(CheckDigits.plain("МР 123 45")).isEqualTo("MP12345");
    }

    @ParameterizedTest(name = "{0}-{1}-{2} and {3}-{4}-{5}: {6} {7}")
    @CsvSource({
        "1970, 6, 2, 1970, 6, 2, BIRTH_DAY_EQUAL, 9",
        "1970, 1, 1, 1970, 1, 1, BIRTH_FIRST_OF_JANUARY, 3",
        "1970, 6, 2, 1970, 2, 6, BIRTH_SWAPPED, 5",
        "1970, 6, 2, 1970, 6, 3, BIRTH_ONE_DIGIT, 2",
        "1970, 6, 2, 1970, 0, 0, BIRTH_YEAR_EQUAL, 3",
        "1970, 0, 0, 1971, 0, 0, BIRTH_NEXT_YEAR, -1",
        "1970, 0, 0, 1980, 0, 0, BIRTH_OTHER_YEAR, -6",
        "1970, 6, 2, 1970, 8, 14, BIRTH_DIFFERS, -5"
    })
    void dates_weigh_as_their_precision_allows(
            int y, int m, int d, int y2, int m2, int d2, Fact.Rule rule, double bits) {
        Fact fact = Births.compare(new Birth(y, y, m, d, false), new Birth(y2, y2, m2, d2, false));
        assertThat(fact.rule()).isEqualTo(rule);
        assertThat(fact.bits()).isEqualTo(bits);
    }

    @Test
    void of_several_dates_the_best_pair_counts() {
        Fact fact =
                Births.compare(List.of(Birth.ofYear(1960), Birth.ofDay(1970, 6, 2)), List.of(Birth.ofDay(1970, 6, 2)));
        assertThat(fact).isNotNull().extracting(Fact::bits).isEqualTo(9.0);
    }
}

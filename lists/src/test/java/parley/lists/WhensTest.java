package parley.lists;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.lists.record.When;
import parley.lists.source.Whens;

/** Dates as lists print them. */
class WhensTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            12 Aug 1954 | 1954-08-12
            Aug 1954 | 1954-08
            circa 1960 | ~1960
            1960 to 1965 | 1960/1965
            00/00/1965 | 1965
            00/08/1970 | 1970-08
            06.09.1968 | 1968-09-06
            26.7.1977 | 1977-07-26
            21.11.1964 / 1965 | 1964-11-21 1965
            1959, 1960 or 1961 | 1959 1960 1961
            20 March 2022. | 2022-03-20
            1972-08-10 or 1972-08-11 | 1972-08-10 1972-08-11
            1963-1964 | 1963/1964
            born in the early 1970s | ~1970/1973
            09/30/1978 | 1978-09-30
            23/11/1973 | 1973-11-23
            Jan-75 | 1975-01
            Jan-21 | 2021-01
            31801 | 1987-01-24
            19966 | 1954-08-30
            1963年 | 1963
            a) Approximately 1955-1958 b) Approximately 1945-1950 | ~1955/1958 ~1945/1950
            23/11/1967-1969 | 1967/1969
            31/02/1970 | 31/02/1970
            unknown | unknown
            """)
    void a_printed_date_is_read_as_far_as_it_goes(String printed, String read) {
        assertThat(String.join(" ", Whens.all(printed).stream().map(When::shown).toList())).isEqualTo(read);
    }
}

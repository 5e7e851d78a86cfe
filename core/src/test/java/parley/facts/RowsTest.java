package parley.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The order of rows against the obvious way to it: one comparator over everything. */
class RowsTest {
    private record Row(LocalDate day, String about, String id, int note) {}

    @Test
    void rows_stand_in_the_order_of_day_subject_id_and_all_else() {
        var random = new Random(11);
        for (int round = 0; round < 500; round++) {
            List<Row> rows = new ArrayList<>();
            for (int i = random.nextInt(60); i > 0; i--) {
                rows.add(new Row(
                        LocalDate.of(2020, 1, 1).plusDays(random.nextInt(5) * 1_000_000L - 2_000_000L),
                        "s" + random.nextInt(4),
                        "r" + random.nextInt(12),
                        random.nextInt(3)));
            }
            List<Row> expected = rows.stream()
                    .sorted(Comparator.comparing(Row::day)
                            .thenComparing(Row::about)
                            .thenComparing(Row::id)
                            .thenComparing(Row::toString))
                    .toList();
            Rows<Row> sorted = Rows.sorted(rows, Row::day, Row::about, Row::id);

            assertThat(sorted).as("round %d", round).isEqualTo(expected);
            assertThat(sorted.where(r -> r.note() > 0))
                    .isEqualTo(expected.stream().filter(r -> r.note() > 0).toList());
        }
    }

    @Test
    void sorted_rows_are_not_sorted_again() {
        Rows<Row> rows = Rows.sorted(List.of(), Row::day, Row::about, Row::id);

        assertThat(Rows.sorted(rows, Row::day, Row::about, Row::id)).isSameAs(rows);
        assertThat(rows.where(_ -> true)).isSameAs(rows);
    }
}

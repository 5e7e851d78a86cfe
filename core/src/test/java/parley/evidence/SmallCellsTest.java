package parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import parley.evidence.SmallCells.Cell;
import parley.evidence.SmallCells.Publication;
import parley.evidence.SmallCells.Table;

/** What is public reveals no count and no change from 1 to 4, alone or together. */
class SmallCellsTest {
    private static Table table(int[]... rows) {
        var counts = new TreeMap<Cell, Integer>();
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                counts.put(new Cell("r" + r, "c" + c), rows[r][c]);
            }
        }
        return new Table(counts);
    }

    @Test
    void a_table_of_large_counts_is_shown_whole() {
        Publication all = SmallCells.publish(table(new int[] {5, 70}, new int[] {0, 12}), List.of());
        assertThat(all.withheld()).isEmpty();
        assertThat(all.shown()).hasSize(9).containsEntry(new Cell("all", "all"), 87);
    }

    @Test
    void a_small_cell_takes_a_second_cell_of_its_row_and_column_with_it() {
        Publication shown = SmallCells.publish(
                table(new int[] {3, 20, 30}, new int[] {40, 50, 60}, new int[] {70, 80, 90}), List.of());
        assertThat(shown.withheld()).contains(new Cell("r0", "c0"), new Cell("r0", "c1"));
        assertThat(shown.withheld().stream().filter(cell -> cell.column().equals("c0")))
                .hasSizeGreaterThan(1);
        assertThat(shown.shown()).containsEntry(new Cell("all", "all"), 443);
    }

    @Test
    void twelve_in_may_and_thirteen_in_june_reveal_one_person() {
        Publication may = SmallCells.publish(table(new int[] {12, 40}, new int[] {30, 20}), List.of());
        Publication june = SmallCells.publish(table(new int[] {13, 50}, new int[] {30, 20}), List.of(may));
        assertThat(june.shown()).doesNotContainKey(new Cell("r0", "c0"));
        assertThat(june.shown().keySet()).noneMatch(cell -> cell.equals(new Cell("all", "c0")));
    }

    /** Small tables, three publications each: every table that fits what was shown is tried, the slow obvious way. */
    @Test
    void nothing_small_is_the_same_in_all_tables_that_fit_what_was_shown() {
        int checked = 0;
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            var published = new ArrayList<Publication>();
            int[][] counts = {{random.nextInt(9), random.nextInt(9)}, {random.nextInt(9), random.nextInt(9)}};
            for (int t = 0; t < 2; t++) {
                published.add(SmallCells.publish(table(counts), published));
                counts[random.nextInt(2)][random.nextInt(2)] += random.nextInt(3);
            }
            List<List<Map<Cell, Integer>>> fitting =
                    published.stream().map(SmallCellsTest::fitting).toList();
            for (Publication one : published) {
                List<Map<Cell, Integer>> worlds = fitting.get(published.indexOf(one));
                for (Cell cell : one.table().withSums()) {
                    if (SmallCells.isSmall(one.table().at(cell))) {
                        assertThat(worlds.stream()
                                        .map(world -> at(world, cell))
                                        .distinct()
                                        .limit(2))
                                .as("seed %d, %s of %s shown %s", seed, cell, one.table(), one.shown())
                                .hasSize(2);
                        checked++;
                    }
                }
            }
            for (Cell cell : published.getFirst().table().withSums()) {
                int change = Math.abs(published.get(1).table().at(cell)
                        - published.get(0).table().at(cell));
                if (SmallCells.isSmall(change)) {
                    boolean open = fitting.stream()
                            .anyMatch(worlds -> worlds.stream()
                                            .map(world -> at(world, cell))
                                            .distinct()
                                            .count()
                                    > 1);
                    assertThat(open).as("seed %d, change of %s", seed, cell).isTrue();
                    checked++;
                }
            }
        }
        System.out.printf("small cells: %d small numbers stay open%n", checked);
        assertThat(checked).isGreaterThan(200);
    }

    /** All tables of counts up to 24 that agree with what one publication shows. */
    private static List<Map<Cell, Integer>> fitting(Publication publication) {
        var worlds = new ArrayList<Map<Cell, Integer>>();
        int most = 24;
        for (int a = 0; a <= most; a++) {
            for (int b = 0; b <= most; b++) {
                for (int c = 0; c <= most; c++) {
                    for (int d = 0; d <= most; d++) {
                        Map<Cell, Integer> world = Map.of(
                                new Cell("r0", "c0"), a,
                                new Cell("r0", "c1"), b,
                                new Cell("r1", "c0"), c,
                                new Cell("r1", "c1"), d);
                        if (publication.shown().entrySet().stream()
                                .allMatch(one -> at(world, one.getKey()) == one.getValue())) {
                            worlds.add(world);
                        }
                    }
                }
            }
        }
        return worlds;
    }

    private static int at(Map<Cell, Integer> world, Cell cell) {
        int sum = 0;
        for (var one : world.entrySet()) {
            boolean row =
                    cell.row().equals("all") || cell.row().equals(one.getKey().row());
            boolean column = cell.column().equals("all")
                    || cell.column().equals(one.getKey().column());
            sum += row && column ? one.getValue() : 0;
        }
        return sum;
    }
}

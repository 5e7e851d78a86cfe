package parley.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What of a table of persons may be public. Counts from 1 to {@value #MOST_SMALL} are withheld, then as many others as
 * are needed so that nothing small can be computed from rows, columns, totals and everything published before.
 *
 * <pre>
 *   unknowns      every cell of every publication
 *   equations     what was shown: a cell, or a sum of a row, a column, or all
 *   to be kept    cells of 1 to 4, and changes of 1 to 4 of a cell between two publications
 *   kept if       no such number follows from the equations, and none from their bounds: cells are 0 or more
 * </pre>
 */
public final class SmallCells {
    /** "Fewer than 5". */
    public static final int MOST_SMALL = 4;

    /** The name of a margin in place of a row or a column. */
    public static final String ALL = "all";

    private SmallCells() {}

    /** A place in a table; {@value SmallCells#ALL} for a row or a column is its sum. */
    public record Cell(String row, String column) implements Comparable<Cell> {
        boolean isSum() {
            return row.equals(ALL) || column.equals(ALL);
        }

        @Override
        public int compareTo(Cell other) {
            return Comparator.comparing(Cell::row).thenComparing(Cell::column).compare(this, other);
        }
    }

    /**
     * The counts behind a publication.
     *
     * @param counts persons, at least 0, by cell without sums; a cell that is missing is 0
     */
    public record Table(SortedMap<Cell, Integer> counts) {
        public Table {
            counts.forEach((cell, count) -> {
                if (count < 0 || cell.isSum()) {
                    throw new IllegalArgumentException(
                            "A table holds counts of 0 or more, and no sums; it has %d at %s.".formatted(count, cell));
                }
            });
            counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        }

        int at(Cell cell) {
            return counts.entrySet().stream()
                    .filter(one -> (cell.row.equals(ALL) || cell.row.equals(one.getKey().row))
                            && (cell.column.equals(ALL) || cell.column.equals(one.getKey().column)))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        SortedSet<Cell> withSums() {
            var cells = new TreeSet<Cell>(counts.keySet());
            for (Cell cell : counts.keySet()) {
                cells.add(new Cell(cell.row, ALL));
                cells.add(new Cell(ALL, cell.column));
            }
            cells.add(new Cell(ALL, ALL));
            return cells;
        }
    }

    /**
     * What is shown.
     *
     * @param shown counts and sums
     * @param withheld "fewer than 5" or withheld to protect another; which of the two is not said
     */
    public record Publication(Table table, SortedMap<Cell, Integer> shown, SortedSet<Cell> withheld) {
        public Publication {
            shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
            withheld = Collections.unmodifiableSortedSet(new TreeSet<>(withheld));
        }
    }

    /**
     * Decides what to show of a table.
     *
     * @param before all that was published of the same rows and columns, with what it was made from
     */
    public static Publication publish(Table table, List<Publication> before) {
        var shown = new TreeMap<Cell, Integer>();
        var withheld = new TreeSet<Cell>();
        for (Cell cell : table.withSums()) {
            int count = table.at(cell);
            if (isSmall(count) || before.stream().anyMatch(old -> isSmall(Math.abs(count - old.table.at(cell))))) {
                withheld.add(cell);
            } else {
                shown.put(cell, count);
            }
        }
        while (true) {
            var candidate = new Publication(table, shown, withheld);
            var all = new ArrayList<>(before);
            all.add(candidate);
            if (shown.isEmpty() || !Disclosure.of(all).revealsSomethingSmall()) {
                return candidate;
            }
            Cell next = next(shown, withheld);
            shown.remove(next);
            withheld.add(next);
        }
    }

    static boolean isSmall(int count) {
        return count >= 1 && count <= MOST_SMALL;
    }

    /** Takes the least count first, in a row or column where something is withheld already; sums last. */
    private static Cell next(Map<Cell, Integer> shown, Set<Cell> withheld) {
        return Collections.min(
                shown.keySet(),
                Comparator.comparing(Cell::isSum)
                        .thenComparing(cell -> withheld.stream()
                                .noneMatch(other -> other.row.equals(cell.row) || other.column.equals(cell.column)))
                        .thenComparingInt(cell -> Objects.requireNonNull(shown.get(cell)))
                        .thenComparing(Comparator.naturalOrder()));
    }
}

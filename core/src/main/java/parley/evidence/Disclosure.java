package parley.evidence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.evidence.SmallCells.Cell;
import parley.evidence.SmallCells.Publication;

/**
 * What somebody can compute from all that was published. Exact in whole numbers; bounds are those that each equation of
 * the reduced system gives, repeated until nothing changes.
 *
 * <pre>
 *   rows [e][n + 1]   one equation each: coefficients of the n unknowns, then the sum that was shown
 * </pre>
 */
final class Disclosure {
    private final List<BigInteger[]> rows;
    private final List<int[]> kept;
    private final int unknowns;

    private Disclosure(List<BigInteger[]> rows, List<int[]> kept, int unknowns) {
        this.rows = rows;
        this.kept = kept;
        this.unknowns = unknowns;
    }

    static Disclosure of(List<Publication> publications) {
        var cells = new TreeSet<Cell>();
        publications.forEach(one -> cells.addAll(one.table().counts().keySet()));
        Map<Cell, Integer> place = new HashMap<>();
        cells.forEach(cell -> place.put(cell, place.size()));
        int n = cells.size() * publications.size();
        var rows = new ArrayList<BigInteger[]>();
        var kept = new ArrayList<int[]>();
        for (int t = 0; t < publications.size(); t++) {
            Publication now = publications.get(t);
            int offset = t * cells.size();
            now.shown().forEach((cell, count) -> rows.add(equation(cell, count, place, offset, n)));
            for (Cell cell : withSums(cells)) {
                if (SmallCells.isSmall(now.table().at(cell))) {
                    kept.add(sum(cell, place, offset, n));
                }
                for (int s = 0; s < t; s++) {
                    int change = Math.abs(
                            now.table().at(cell) - publications.get(s).table().at(cell));
                    if (SmallCells.isSmall(change)) {
                        kept.add(minus(sum(cell, place, offset, n), sum(cell, place, s * cells.size(), n)));
                    }
                }
            }
        }
        return new Disclosure(rows, kept, n);
    }

    private static SortedSet<Cell> withSums(SortedSet<Cell> cells) {
        var counts = new TreeMap<Cell, Integer>();
        cells.forEach(cell -> counts.put(cell, 0));
        return new SmallCells.Table(counts).withSums();
    }

    private static BigInteger[] equation(Cell cell, int count, Map<Cell, Integer> place, int offset, int n) {
        BigInteger[] row = zeros(n + 1);
        int[] sum = sum(cell, place, offset, n);
        for (int i = 0; i < n; i++) {
            row[i] = BigInteger.valueOf(sum[i]);
        }
        row[n] = BigInteger.valueOf(count);
        return row;
    }

    private static int[] sum(Cell cell, Map<Cell, Integer> place, int offset, int n) {
        int[] sum = new int[n];
        place.forEach((one, at) -> {
            boolean inRow = cell.row().equals(SmallCells.ALL) || cell.row().equals(one.row());
            boolean inColumn =
                    cell.column().equals(SmallCells.ALL) || cell.column().equals(one.column());
            sum[offset + at] = inRow && inColumn ? 1 : 0;
        });
        return sum;
    }

    private static int[] minus(int[] one, int[] other) {
        int[] difference = new int[one.length];
        for (int i = 0; i < one.length; i++) {
            difference[i] = one[i] - other[i];
        }
        return difference;
    }

    boolean revealsSomethingSmall() {
        int[] pivots = reduce();
        BigInteger[] low = zeros(unknowns);
        @Nullable BigInteger[] high = bounds(low);
        for (int[] functional : kept) {
            if (follows(functional, pivots) || isFixed(functional, low, high)) {
                return true;
            }
        }
        return false;
    }

    /** Brings the rows to reduced echelon form, fraction-free; returns the pivot column of each. */
    private int[] reduce() {
        int[] pivots = new int[rows.size()];
        int rank = 0;
        for (int column = 0; column < unknowns && rank < rows.size(); column++) {
            int found = rank;
            while (found < rows.size() && rows.get(found)[column].signum() == 0) {
                found++;
            }
            if (found == rows.size()) {
                continue;
            }
            BigInteger[] pivot = rows.get(found);
            rows.set(found, rows.get(rank));
            rows.set(rank, pivot);
            for (int r = 0; r < rows.size(); r++) {
                if (r != rank && rows.get(r)[column].signum() != 0) {
                    rows.set(r, eliminate(rows.get(r), pivot, column));
                }
            }
            pivots[rank++] = column;
        }
        // What is left below the rank says 0 = 0.
        while (rows.size() > rank) {
            rows.removeLast();
        }
        return Arrays.copyOf(pivots, rank);
    }

    private static BigInteger[] eliminate(BigInteger[] row, BigInteger[] pivot, int column) {
        BigInteger times = pivot[column];
        BigInteger minus = row[column];
        BigInteger[] result = new BigInteger[row.length];
        BigInteger divisor = BigInteger.ZERO;
        for (int i = 0; i < row.length; i++) {
            result[i] = row[i].multiply(times).subtract(pivot[i].multiply(minus));
            divisor = divisor.gcd(result[i]);
        }
        if (divisor.signum() > 0) {
            for (int i = 0; i < result.length; i++) {
                result[i] = result[i].divide(divisor);
            }
        }
        return result;
    }

    /** Returns whether the number is a combination of the equations. */
    private boolean follows(int[] functional, int[] pivots) {
        BigInteger[] rest = zeros(unknowns + 1);
        for (int i = 0; i < unknowns; i++) {
            rest[i] = BigInteger.valueOf(functional[i]);
        }
        for (int r = 0; r < pivots.length; r++) {
            if (rest[pivots[r]].signum() != 0) {
                rest = eliminate(rest, rows.get(r), pivots[r]);
            }
        }
        for (int i = 0; i < unknowns; i++) {
            if (rest[i].signum() != 0) {
                return false;
            }
        }
        return true;
    }

    /** Tightens 0 ≤ x by the equations; {@code low} is overwritten, a null high has no bound. */
    private @Nullable BigInteger[] bounds(BigInteger[] low) {
        @Nullable BigInteger[] high = new @Nullable BigInteger[unknowns];
        boolean again = true;
        while (again) {
            again = false;
            for (BigInteger[] row : rows) {
                for (int x = 0; x < unknowns; x++) {
                    if (row[x].signum() != 0 && tighten(row, x, low, high)) {
                        again = true;
                    }
                }
            }
        }
        return high;
    }

    /** a·x = sum − rest, so the bounds of the rest bound x. */
    private boolean tighten(BigInteger[] row, int x, BigInteger[] low, @Nullable BigInteger[] high) {
        @Nullable BigInteger restLow = BigInteger.ZERO;
        @Nullable BigInteger restHigh = BigInteger.ZERO;
        for (int i = 0; i < unknowns; i++) {
            if (i == x || row[i].signum() == 0) {
                continue;
            }
            BigInteger top = high[i];
            boolean positive = row[i].signum() > 0;
            restLow = plus(restLow, row[i], positive ? low[i] : top);
            restHigh = plus(restHigh, row[i], positive ? top : low[i]);
        }
        BigInteger sum = row[unknowns];
        BigInteger a = row[x];
        @Nullable BigInteger most = a.signum() > 0 ? restLow : restHigh;
        @Nullable BigInteger least = a.signum() > 0 ? restHigh : restLow;
        boolean changed = false;
        if (most != null) {
            BigInteger value = floor(sum.subtract(most), a);
            BigInteger top = high[x];
            if (top == null || value.compareTo(top) < 0) {
                high[x] = value;
                changed = true;
            }
        }
        if (least != null) {
            BigInteger value = floor(sum.subtract(least), a.negate()).negate();
            if (value.compareTo(low[x]) > 0) {
                low[x] = value;
                changed = true;
            }
        }
        return changed;
    }

    private static @Nullable BigInteger plus(@Nullable BigInteger sum, BigInteger factor, @Nullable BigInteger value) {
        return sum == null || value == null ? null : sum.add(factor.multiply(value));
    }

    private static BigInteger floor(BigInteger value, BigInteger by) {
        BigInteger[] parts = value.divideAndRemainder(by);
        return parts[1].signum() != 0 && parts[1].signum() != by.signum()
                ? parts[0].subtract(BigInteger.ONE)
                : parts[0];
    }

    private static boolean isFixed(int[] functional, BigInteger[] low, @Nullable BigInteger[] high) {
        for (int i = 0; i < functional.length; i++) {
            if (functional[i] != 0 && !low[i].equals(high[i])) {
                return false;
            }
        }
        return true;
    }

    private static BigInteger[] zeros(int n) {
        BigInteger[] zeros = new BigInteger[n];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }
}

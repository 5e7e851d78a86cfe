package parley.facts;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Rows sorted by day, by what they are about, and by id. The type is the proof of the order: what is chosen from sorted
 * rows need not be sorted again, which with a million rows takes longer than all questions to them.
 */
final class Rows<T> extends AbstractList<T> implements RandomAccess {
    private final T[] rows;

    private Rows(T[] rows) {
        this.rows = rows;
    }

    /** Returns the rows in order; equal rows in any order give equal lists. */
    static <T> Rows<T> sorted(
            Collection<T> rows, Function<T, LocalDate> date, Function<T, String> about, Function<T, String> id) {
        if (rows instanceof Rows<T> ready) {
            return ready;
        }
        @SuppressWarnings("unchecked") // never given away
        T[] given = (T[]) rows.toArray();
        int[] days = ranks(given, date);
        int[] abouts = ranks(given, about);
        int[] order = new int[given.length];
        Arrays.setAll(order, i -> i);
        order = byRank(byRank(order, abouts), days);
        T[] made = given.clone();
        for (int i = 0; i < order.length; i++) {
            made[i] = given[order[i]];
        }
        Comparator<T> rest = Comparator.comparing(id).thenComparing(Object::toString);
        int from = 0;
        for (int to = 1; to <= order.length; to++) {
            boolean together = to < order.length
                    && days[order[to]] == days[order[from]]
                    && abouts[order[to]] == abouts[order[from]];
            if (!together) {
                Arrays.sort(made, from, to, rest);
                from = to;
            }
        }
        return new Rows<>(made);
    }

    /** Returns for each row the place of its key among the different keys, in O(n + k log k) for k keys. */
    private static <T, K extends Comparable<? super K>> int[] ranks(T[] rows, Function<T, K> key) {
        Map<K, Integer> ranks = new HashMap<>();
        for (T row : rows) {
            ranks.put(key.apply(row), 0);
        }
        List<K> keys = new ArrayList<>(ranks.keySet());
        keys.sort(null);
        for (int i = 0; i < keys.size(); i++) {
            ranks.put(keys.get(i), i);
        }
        int[] found = new int[rows.length];
        Arrays.setAll(found, i -> ranks.getOrDefault(key.apply(rows[i]), 0));
        return found;
    }

    /** Returns {@code order} sorted by the ranks of what it names, equal ranks as they were: counting sort, O(n). */
    private static int[] byRank(int[] order, int[] ranks) {
        int most = -1;
        for (int rank : ranks) {
            most = Math.max(most, rank);
        }
        int[] next = new int[most + 2];
        for (int rank : ranks) {
            next[rank + 1]++;
        }
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        int[] sorted = new int[order.length];
        for (int row : order) {
            sorted[next[ranks[row]]++] = row;
        }
        return sorted;
    }

    /** Returns the rows that are wanted; if all are, these rows themselves. */
    Rows<T> where(Predicate<T> wanted) {
        T[] kept = rows.clone();
        int count = 0;
        for (T row : rows) {
            if (wanted.test(row)) {
                kept[count++] = row;
            }
        }
        return count == rows.length ? this : new Rows<>(Arrays.copyOf(kept, count));
    }

    @Override
    public T get(int index) {
        return rows[index];
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public Spliterator<T> spliterator() {
        return Spliterators.spliterator(rows, Spliterator.ORDERED | Spliterator.IMMUTABLE | Spliterator.NONNULL);
    }
}

package parley.identity.candidate;

import java.util.Arrays;
import java.util.List;
import parley.identity.match.PreparedSubject;
import parley.identity.name.PreparedName;

/**
 * Finds the records worth comparing with a name. Built once from all records, then read by any number of threads.
 *
 * <pre>
 *   table    [2^k]     open addressing: number of a key, or −1
 *   key      [keys]    the hash
 *   start    [keys+1]  records of key q are record[start[q]] ..&lt; record[start[q+1]], ascending
 *   record   [filed]   number of a record
 * </pre>
 *
 * Building sorts one long a filed key: O(f log f). A search visits at most {@link #MOST_VISITS} postings, the rarest keys
 * first, so its cost does not grow with the number of records beyond that.
 */
public final class CandidateIndex {
    /** Postings a search looks at, at most. */
    static final int MOST_VISITS = 60_000;

    private final int[] table;
    private final int[] key;
    private final int[] start;
    private final int[] record;
    private final int records;

    private CandidateIndex(int[] table, int[] key, int[] start, int[] record, int records) {
        this.table = table;
        this.key = key;
        this.start = start;
        this.record = record;
        this.records = records;
    }

    /** Returns an index over the records, which are numbered as in the list. */
    public static CandidateIndex of(List<PreparedSubject> subjects) {
        var keys = new Keys();
        long[] filed = new long[Math.max(1024, subjects.size() * 40)];
        int n = 0;
        for (int r = 0; r < subjects.size(); r++) {
            for (PreparedName name : subjects.get(r).names()) {
                keys.of(name);
                if (n + keys.size > filed.length) {
                    filed = Arrays.copyOf(filed, Math.max(filed.length * 3 / 2, n + keys.size));
                }
                for (int k = 0; k < keys.size; k++) {
                    filed[n++] = (long) keys.hash[k] << 32 | r;
                }
            }
        }
        Arrays.sort(filed, 0, n);
        int distinct = 0;
        int different = 0;
        for (int i = 0; i < n; i++) {
            boolean fresh = i == 0 || filed[i] != filed[i - 1];
            if (fresh) {
                different += i == 0 || filed[i] >> 32 != filed[i - 1] >> 32 ? 1 : 0;
                filed[distinct++] = filed[i];
            }
        }
        return compress(filed, distinct, different, subjects.size());
    }

    private static CandidateIndex compress(long[] filed, int n, int different, int records) {
        int[] key = new int[different];
        int[] start = new int[different + 1];
        int[] record = new int[n];
        int q = -1;
        for (int i = 0; i < n; i++) {
            int hash = (int) (filed[i] >> 32);
            if (q < 0 || key[q] != hash) {
                q++;
                key[q] = hash;
                start[q] = i;
            }
            record[i] = (int) filed[i];
        }
        start[different] = n;
        int size = Integer.highestOneBit(Math.max(16, different)) * 4;
        int[] table = new int[size];
        Arrays.fill(table, -1);
        for (int k = 0; k < different; k++) {
            int at = place(key[k], size);
            while (table[at] >= 0) {
                at = at + 1 & size - 1;
            }
            table[at] = k;
        }
        return new CandidateIndex(table, key, start, record, records);
    }

    private static int place(int hash, int size) {
        return (hash * 0x9E3779B1 >>> 7) & size - 1;
    }

    /** Returns the number of a key, or −1. */
    private int find(int hash) {
        int size = table.length;
        for (int at = place(hash, size); ; at = at + 1 & size - 1) {
            int k = table[at];
            if (k < 0 || key[k] == hash) {
                return k;
            }
        }
    }

    /** Returns how many records there are. */
    public int records() {
        return records;
    }

    /** Returns what the arrays take, in bytes. */
    public long sizeBytes() {
        return 4L * (table.length + key.length + start.length + record.length);
    }

    /** Work space of a search; each thread owns one for an index. */
    public static final class Search {
        private final Keys keys = new Keys();
        private final float[] votes;
        private final float[] slotVotes;
        private final int[] slotSeen;
        private int[] touched = new int[4096];
        private int touchedCount;
        private int seen;
        private long[] order = new long[256];

        /** The records found, best first; as many as {@link #found}. */
        public final int[] candidate;

        public int found;

        public Search(CandidateIndex index, int most) {
            votes = new float[index.records];
            slotVotes = new float[index.records];
            slotSeen = new int[index.records];
            candidate = new int[most];
        }
    }

    /**
     * Fills {@code search} with the records that share the rarest keys with the name. Each word votes once a record, with the
     * best key they share: log(records / records with that key), times what the key is worth.
     */
    public void search(List<PreparedName> names, Search search) {
        for (PreparedName name : names) {
            vote(name, search);
        }
        select(search);
    }

    private void vote(PreparedName name, Search s) {
        Keys keys = s.keys;
        keys.of(name);
        if (s.order.length < keys.size) {
            s.order = new long[keys.size * 2];
        }
        int n = 0;
        for (int i = 0; i < keys.size; i++) {
            int k = find(keys.hash[i]);
            if (k >= 0) {
                // A word is voted on as a whole before the next: by slot, then by rarity.
                s.order[n++] = (long) (start[k + 1] - start[k]) << 32 | i;
            }
        }
        Arrays.sort(s.order, 0, n);
        int visits = 0;
        int used = 0;
        while (used < n && visits < MOST_VISITS) {
            visits += (int) (s.order[used++] >> 32);
        }
        for (int slot = 0; slot < keys.slots; slot++) {
            s.seen++;
            for (int o = 0; o < used; o++) {
                int i = (int) s.order[o];
                if (keys.slot[i] == slot) {
                    cast(find(keys.hash[i]), keys.worth[i], s);
                }
            }
        }
    }

    private void cast(int k, float worth, Search s) {
        int from = start[k];
        int to = start[k + 1];
        float vote = worth * (float) Math.log((records + 1.0) / (to - from));
        for (int p = from; p < to; p++) {
            int r = record[p];
            if (s.slotSeen[r] != s.seen) {
                s.slotSeen[r] = s.seen;
                s.slotVotes[r] = 0;
            }
            float more = vote - s.slotVotes[r];
            if (more > 0) {
                if (s.votes[r] == 0) {
                    if (s.touchedCount == s.touched.length) {
                        s.touched = Arrays.copyOf(s.touched, s.touchedCount * 2);
                    }
                    s.touched[s.touchedCount++] = r;
                }
                s.votes[r] += more;
                s.slotVotes[r] = vote;
            }
        }
    }

    /** Takes the records with most votes, best first; of equals the one with the lower number. */
    private static void select(Search s) {
        int n = s.touchedCount;
        long[] ranked = s.order.length >= n ? s.order : new long[n];
        s.order = ranked;
        for (int i = 0; i < n; i++) {
            int r = s.touched[i];
            // Votes are positive, so their bits sort as they do; negated for the best first.
            ranked[i] = (long) -Float.floatToIntBits(s.votes[r]) << 32 | r;
            s.votes[r] = 0;
        }
        int most = Math.min(s.candidate.length, n);
        if (n > 4 * most) {
            partition(ranked, n, most);
        }
        Arrays.sort(ranked, 0, n > 4 * most ? most : n);
        for (int i = 0; i < most; i++) {
            s.candidate[i] = (int) ranked[i];
        }
        s.found = most;
        s.touchedCount = 0;
    }

    /** Moves the {@code most} smallest to the front, in any order (Hoare's selection). */
    private static void partition(long[] a, int n, int most) {
        int low = 0;
        int high = n - 1;
        while (low < high) {
            long pivot = a[low + high >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (a[i] < pivot) {
                    i++;
                }
                while (a[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    long swap = a[i];
                    a[i++] = a[j];
                    a[j--] = swap;
                }
            }
            if (most - 1 <= j) {
                high = j;
            } else if (most - 1 >= i) {
                low = i;
            } else {
                return;
            }
        }
    }
}

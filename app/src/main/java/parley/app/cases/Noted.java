package parley.app.cases;

import org.jspecify.annotations.Nullable;
import parley.app.record.Deed;
import parley.app.record.Entry;

/**
 * An entry with what it says was done.
 *
 * @param deed {@code null} if a newer Parley wrote it
 */
public record Noted(Entry entry, @Nullable Deed deed) {
    /** Returns an entry with its deed. */
    public static Noted of(Entry entry) {
        return new Noted(entry, parley.app.record.Deeds.of(entry));
    }

    public long index() {
        return entry.index();
    }
}

package parley.lists.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.identity.match.Thresholds;

/**
 * The index that answers, and its successor. Whoever asks while the successor is being built gets the answer of the one
 * that stands; building happens once, however many ask for it.
 */
public final class LiveRegister {
    private final AtomicReference<@Nullable LiveIndex> standing = new AtomicReference<>();
    private final Object building = new Object();

    /** Returns the index that answers, or null if none was built yet. */
    public @Nullable LiveIndex index() {
        return standing.get();
    }

    /**
     * Returns an index for the versions and the day, built now if the one that stands is for others.
     *
     * @param stamp what the states are known by; asked first, so that nothing is read where nothing changed
     */
    public LiveIndex current(
            java.util.Map<String, String> stamp, LocalDate day, Supplier<List<ListState>> states) {
        LiveIndex now = standing.get();
        if (now != null && now.versions().equals(stamp) && now.day().equals(day)) {
            return now;
        }
        synchronized (building) {
            now = standing.get();
            if (now == null || !now.versions().equals(stamp) || !now.day().equals(day)) {
                now = LiveIndex.of(states.get(), day, Thresholds.shipped());
                standing.set(now);
            }
            return now;
        }
    }
}

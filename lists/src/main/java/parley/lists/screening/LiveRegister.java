package parley.lists.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.identity.match.Thresholds;

/**
 * The index that answers, and its successor. Whoever asks while the successor is being built gets the answer of the one
 * that stands, under its versions; building happens once, however many ask for it.
 */
public final class LiveRegister {
    private final AtomicReference<@Nullable LiveIndex> standing = new AtomicReference<>();
    private final ReentrantLock building = new ReentrantLock();

    /**
     * Returns an index that answers now: the one for the versions and the day, or the one before while another thread builds.
     *
     * @param stamp what the states are known by; asked first, so that nothing is read where nothing changed
     */
    public LiveIndex current(Map<String, String> stamp, LocalDate day, Supplier<List<ListState>> states) {
        LiveIndex now = standing.get();
        if (now != null && (isFor(now, stamp, day) || building.isLocked())) {
            return now;
        }
        return fresh(stamp, day, states);
    }

    /** Returns the index for the versions and the day; waits until it stands. */
    public LiveIndex fresh(Map<String, String> stamp, LocalDate day, Supplier<List<ListState>> states) {
        building.lock();
        try {
            LiveIndex now = standing.get();
            if (now == null || !isFor(now, stamp, day)) {
                now = LiveIndex.of(states.get(), day, Thresholds.shipped());
                standing.set(now);
            }
            return now;
        } finally {
            building.unlock();
        }
    }

    private static boolean isFor(LiveIndex index, Map<String, String> stamp, LocalDate day) {
        return index.versions().equals(stamp) && index.day().equals(day);
    }
}

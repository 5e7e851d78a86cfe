package parley.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days for events that stand in order and at bounded distances: the earliest ones that fit, if any do. */
final class Timeline {
    private int events;
    private final List<int[]> bounds = new ArrayList<>();

    /** Adds an event not before day 0; returns its number. */
    int event() {
        return events++;
    }

    /** Event {@code later} comes at least so many days after {@code earlier}; negative days bound it from above. */
    void atLeast(int earlier, int later, int days) {
        bounds.add(new int[] {earlier, later, days});
    }

    void atMost(int earlier, int later, int days) {
        bounds.add(new int[] {later, earlier, -days});
    }

    /** No event comes before this day of the timeline. */
    void notBefore(int event, int day) {
        bounds.add(new int[] {-1, event, day});
    }

    void notAfter(int event, int day) {
        bounds.add(new int[] {event, -1, -day});
    }

    /** Returns the earliest days, or {@code null} if nothing fits. Bellman and Ford: longest ways from the first day. */
    int @Nullable [] solve() {
        var days = new int[events];
        Arrays.fill(days, 0);
        for (int round = 0; round <= events + 1; round++) {
            boolean changed = false;
            for (int[] b : bounds) {
                int from = b[0] < 0 ? 0 : days[b[0]];
                int least = from + b[2];
                if (b[1] < 0) {
                    if (least > 0) {
                        return null;
                    }
                } else if (days[b[1]] < least) {
                    days[b[1]] = least;
                    changed = true;
                }
            }
            if (!changed) {
                return days;
            }
        }
        return null;
    }
}

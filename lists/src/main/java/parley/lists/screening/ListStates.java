package parley.lists.screening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.lists.intake.Card;
import parley.lists.register.Entry;
import parley.lists.register.Register;

/** What a register holds on a day, list by list. */
public final class ListStates {
    private ListStates() {}

    /** Returns the states in force now, by list. */
    public static Map<String, Entry> live(Register register) throws IOException {
        var live = new TreeMap<String, Entry>();
        for (String list : Card.all().keySet()) {
            put(live, register.live(list));
        }
        return live;
    }

    /** Returns the states of a day, as known at a moment, by list. */
    public static Map<String, Entry> asOf(Register register, LocalDate day, Instant knownAt) throws IOException {
        var states = new TreeMap<String, Entry>();
        for (String list : Card.all().keySet()) {
            put(states, register.asOf(list, day.toString(), knownAt));
        }
        return states;
    }

    private static void put(Map<String, Entry> states, @Nullable Entry entry) {
        if (entry != null) {
            states.put(entry.list(), entry);
        }
    }

    /** Returns what tells the states from all others: for each list the number of its import and the hash of its listings. */
    public static Map<String, String> stamp(Map<String, Entry> states) {
        var stamp = new TreeMap<String, String>();
        states.forEach((list, entry) -> stamp.put(
                list,
                "import %d of %s, %s"
                        .formatted(
                                entry.number(),
                                Register.day(entry),
                                entry.listings().substring(0, 12))));
        return stamp;
    }

    /** Reads the listings of the states. */
    public static List<ListState> read(Register register, Map<String, Entry> states) {
        Map<String, String> stamp = stamp(states);
        var all = new ArrayList<ListState>();
        states.forEach((list, entry) -> {
            try {
                all.add(new ListState(list, stamp.getOrDefault(list, ""), register.listings(entry)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return all;
    }
}

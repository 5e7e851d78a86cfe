package parley.app.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A chain as text that can be carried away, and checked again where it arrives. */
public final class ChainText {
    private static final HexFormat HEX = HexFormat.of();

    private ChainText() {}

    /**
     * A chain that was read.
     *
     * @param head hash of the last entry
     * @param wrong why it is no chain; empty if it is one
     */
    public record Read(List<Entry> entries, String head, String wrong) {
        public Read {
            entries = List.copyOf(entries);
        }
    }

    /** Returns the hash of an entry, as the next one names it. */
    public static String hash(Entry entry) {
        return HEX.formatHex(EntryText.hash(EntryText.of(entry)));
    }

    /** Returns the entries one after the other, each as its hash covers it. */
    public static String of(List<Entry> entries) {
        var out = new StringBuilder();
        entries.forEach(e -> out.append(EntryText.of(e)));
        return out.toString();
    }

    /** Reads entries and checks that each names the hash of the one before, from the first on. */
    public static Read read(String text) {
        String[] lines = text.split("\n", -1);
        int each = EntryText.lines();
        List<Entry> entries = new ArrayList<>();
        byte[] hash = new byte[Entry.HASH_BYTES];
        for (int at = 0; at + each <= lines.length; at += each) {
            String one = String.join("\n", Arrays.asList(lines).subList(at, at + each)) + "\n";
            Entry entry = EntryText.read(one);
            if (entry == null) {
                return new Read(entries, "", "Entry %d cannot be read.".formatted(entries.size()));
            }
            if (entry.index() != entries.size() || !Arrays.equals(entry.previous(), hash)) {
                return new Read(entries, "", "Entry %d does not follow the one before it.".formatted(entry.index()));
            }
            hash = EntryText.hash(one);
            entries.add(entry);
        }
        return new Read(entries, HEX.formatHex(hash), entries.isEmpty() ? "There is no entry." : "");
    }
}

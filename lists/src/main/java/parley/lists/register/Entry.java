package parley.lists.register;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of the journal.
 *
 * @param number from 1, without gaps
 * @param kind import, sign or rollback
 * @param at when it was written
 * @param by who did it
 * @param list the list it is about
 * @param of the import that is signed, or the import that a rollback brings back; 0 for an import
 * @param day day of the content of an import
 * @param files the files of an import
 * @param listings SHA-256 of the listings of an import
 * @param counts records by kind
 * @param accepted what was accepted in spite of a finding, with the reason, by code
 * @param needsTwo whether two signatures are asked for
 * @param reason why, for a rollback
 * @param previous hash of the line before; empty for the first
 */
public record Entry(
        int number,
        Kind kind,
        Instant at,
        String by,
        String list,
        int of,
        @Nullable String day,
        List<RawFile> files,
        String listings,
        Map<String, Long> counts,
        Map<String, String> accepted,
        boolean needsTwo,
        String reason,
        String previous) {

    public Entry {
        files = List.copyOf(files);
        counts = Map.copyOf(counts);
        accepted = Map.copyOf(accepted);
    }

    /** What was done. */
    public enum Kind {
        IMPORT,
        SIGN,
        ROLLBACK
    }

    /** A file as it came: its name is data only. */
    public record RawFile(String name, String sha256, long sizeBytes) {}
}

package parley.app.record;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

/**
 * One entry of a record.
 *
 * @param index its place in the chain of its case, from 0
 * @param at when it was written, by the server's clock; never before the entry before it
 * @param account who wrote it
 * @param behalf on whose behalf, for example {@code partner eu}; may be empty
 * @param kind what it is, a name of {@link Deed}
 * @param reason why it was done, in the words of who did it; may be empty
 * @param body what was done, as one line of JSON
 * @param previous the hash of the entry before it, 32 bytes; zeros for the first
 */
public record Entry(
        String caseId,
        long index,
        Instant at,
        UUID account,
        String behalf,
        Label label,
        String kind,
        String reason,
        String body,
        byte[] previous) {
    /** The length of a hash in bytes. */
    static final int HASH_BYTES = 32;

    /** As many hexadecimal digits as no two entries of a case will ever share. */
    private static final int NAME_DIGITS = 16;

    public Entry {
        if (previous.length != HASH_BYTES) {
            throw new IllegalArgumentException("A hash has 32 bytes, this one has %d.".formatted(previous.length));
        }
        previous = previous.clone();
    }

    /**
     * Returns what readers call it. An index would tell by its gaps that there are entries one may not read; this follows
     * from the hash of the entry before, which no reader is given, so it tells neither place nor neighbour.
     */
    public String name() {
        String hash = HexFormat.of()
                .formatHex(EntryText.hash("name of an entry\n" + HexFormat.of().formatHex(previous)));
        return "e" + hash.substring(0, NAME_DIGITS);
    }

    @Override
    public byte[] previous() {
        return previous.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry e
                && caseId.equals(e.caseId)
                && index == e.index
                && at.equals(e.at)
                && account.equals(e.account)
                && behalf.equals(e.behalf)
                && label.equals(e.label)
                && kind.equals(e.kind)
                && reason.equals(e.reason)
                && body.equals(e.body)
                && Arrays.equals(previous, e.previous);
    }

    @Override
    public int hashCode() {
        return Objects.hash(caseId, index, kind, body);
    }
}

package parley.app.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The text of an entry, which its hash covers. One line a field, in a fixed order; the body is one line of JSON, so that
 * equal entries have equal bytes.
 */
final class EntryText {
    private static final String FIRST_LINE = "parley-record/v1";
    private static final HexFormat HEX = HexFormat.of();
    private static final List<String> FIELDS =
            List.of("case", "index", "at", "by", "behalf", "label", "kind", "reason", "body", "prev");

    private EntryText() {}

    /** Returns how many lines an entry has. */
    static int lines() {
        return FIELDS.size() + 1;
    }

    static String of(Entry e) {
        var out = new StringBuilder(FIRST_LINE).append('\n');
        List<String> values = List.of(
                e.caseId(),
                Long.toString(e.index()),
                e.at().toString(),
                e.account().toString(),
                e.behalf(),
                e.label().words(),
                e.kind(),
                e.reason(),
                e.body(),
                HEX.formatHex(e.previous()));
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
                throw new IllegalArgumentException(
                        "The field %s of an entry has more than one line.".formatted(FIELDS.get(i)));
            }
            out.append(FIELDS.get(i)).append(' ').append(value).append('\n');
        }
        return out.toString();
    }

    /** Returns the entry of that text, or {@code null} if it is not one that {@link #of} writes. */
    static @Nullable Entry read(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != FIELDS.size() + 2 || !lines[0].equals(FIRST_LINE)) {
            return null;
        }
        String[] value = new String[FIELDS.size()];
        for (int i = 0; i < value.length; i++) {
            String start = FIELDS.get(i) + " ";
            if (!lines[i + 1].startsWith(start)) {
                return null;
            }
            value[i] = lines[i + 1].substring(start.length());
        }
        try {
            Label label = Label.read(value[5]);
            return label == null
                    ? null
                    : new Entry(
                            value[0],
                            Long.parseLong(value[1]),
                            Instant.parse(value[2]),
                            UUID.fromString(value[3]),
                            value[4],
                            label,
                            value[6],
                            value[7],
                            value[8],
                            HEX.parseHex(value[9]));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return null;
        }
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}

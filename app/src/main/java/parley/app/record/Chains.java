package parley.app.record;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks chains: every entry by its hash, its place, its columns, and the end against what was noted outside the database. */
public final class Chains {
    private static final int FETCHED = 1000;

    private Chains() {}

    /** What reading a chain gave: how many entries, the hash of the last one, and what is wrong, the first fault first. */
    public record Checked(long entries, String lastHash, List<String> wrong) {
        public Checked {
            wrong = List.copyOf(wrong);
        }
    }

    /** Reads the whole chain of a case in the transaction's moment. */
    public static Checked check(Connection c, String caseId, Heads heads) throws SQLException, IOException {
        List<String> wrong = new ArrayList<>();
        byte[] hash = new byte[Entry.HASH_BYTES];
        long next = 0;
        Heads.@Nullable Head noted = heads.of(caseId);
        try (PreparedStatement s = c.prepareStatement("""
                select seq, at, account, kind, level, compartments, text, prev, hash
                from entry where case_id = ? order by seq""")) {
            s.setString(1, caseId);
            s.setFetchSize(FETCHED);
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    long seq = row.getLong(1);
                    String at = "entry %d of %s".formatted(seq, caseId);
                    if (seq != next) {
                        wrong.add("%s: entry %d comes before it is missing".formatted(at, next));
                        next = seq;
                    }
                    byte[] found = EntryText.hash(row.getString(7));
                    if (!Arrays.equals(found, row.getBytes(9))) {
                        wrong.add(at + ": its text is not what its hash was made of");
                    }
                    if (!Arrays.equals(hash, row.getBytes(8))) {
                        wrong.add(at + ": it does not follow the entry before it");
                    }
                    columns(row, caseId, at, wrong);
                    hash = row.getBytes(9);
                    if (noted != null
                            && noted.index() == seq
                            && !noted.hash().equals(HexFormat.of().formatHex(hash))) {
                        wrong.add(at + ": another entry was acknowledged here; the record was rewritten");
                    }
                    next++;
                }
            }
        }
        if (noted != null && noted.index() >= next) {
            wrong.add("%s ends with entry %d, but entry %d was acknowledged; the database is an older one"
                    .formatted(caseId, next - 1, noted.index()));
        }
        return new Checked(next, HexFormat.of().formatHex(hash), wrong);
    }

    /** The columns repeat the text for the database's sake; where they differ, row security works on something untrue. */
    private static void columns(ResultSet row, String caseId, String at, List<String> wrong) throws SQLException {
        Entry entry = EntryText.read(row.getString(7));
        if (entry == null) {
            wrong.add(at + ": its text cannot be read");
            return;
        }
        boolean same = entry.caseId().equals(caseId)
                && entry.index() == row.getLong(1)
                && entry.at().equals(row.getTimestamp(2).toInstant())
                && entry.account().equals(row.getObject(3, java.util.UUID.class))
                && entry.kind().equals(row.getString(4))
                && entry.label().level().rank() == row.getInt(5)
                && entry.label().only().equals(Arrays.asList((String[])
                        row.getArray(6).getArray()))
                && Arrays.equals(entry.previous(), row.getBytes(8));
        if (!same) {
            wrong.add(at + ": its columns say something else than its text");
        }
        if (Deeds.of(entry) == null) {
            wrong.add(at
                    + ": this Parley does not know what a `%s` is; use the newer one that wrote it"
                            .formatted(entry.kind()));
        }
    }

    /** Writes the chain of a case as plain text: each entry as it was hashed, then its hash. */
    public static void write(Connection c, String caseId, Appendable out) throws SQLException, IOException {
        try (PreparedStatement s = c.prepareStatement("select text, hash from entry where case_id = ? order by seq")) {
            s.setString(1, caseId);
            s.setFetchSize(FETCHED);
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    out.append(row.getString(1))
                            .append("hash ")
                            .append(HexFormat.of().formatHex(row.getBytes(2)))
                            .append("\n\n");
                }
            }
        }
    }

    /**
     * Puts a chain back that {@link #write} wrote.
     *
     * @return the last entry and its hash
     * @throws IOException if a line is missing or a hash does not fit; nothing is kept then
     */
    public static Heads.Head restore(Connection c, String caseId, List<String> lines) throws SQLException, IOException {
        int each = EntryText.lines() + 2;
        if (lines.isEmpty() || lines.size() % each != 0) {
            throw new IOException("the record of %s is cut short: it has %d lines".formatted(caseId, lines.size()));
        }
        String hash = "0".repeat(2 * Entry.HASH_BYTES);
        long index = -1;
        for (int from = 0; from < lines.size(); from += each) {
            String text = String.join("\n", lines.subList(from, from + each - 2)) + "\n";
            Entry entry = EntryText.read(text);
            String told = lines.get(from + each - 2);
            String found = HexFormat.of().formatHex(EntryText.hash(text));
            boolean fits = entry != null
                    && entry.caseId().equals(caseId)
                    && entry.index() == index + 1
                    && HexFormat.of().formatHex(entry.previous()).equals(hash)
                    && told.equals("hash " + found);
            if (!fits || entry == null) {
                throw new IOException("the record of %s was changed: entry %d does not fit its hash or its place"
                        .formatted(caseId, index + 1));
            }
            CaseRecord.insert(c, entry);
            hash = found;
            index++;
        }
        return new Heads.Head(index, hash);
    }
}

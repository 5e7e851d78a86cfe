package parley.app.copies;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.app.record.Deed;
import parley.app.record.Label;
import parley.language.CaseText;
import parley.roadmap.Case;
import parley.text.Source;

/**
 * Proposed texts as each kind of reader may see them, one row for each proposal and label. A label whose copy stays as it
 * is has no row: a change elsewhere does not show. The rows are made from the record by the keeper.
 */
public final class ProposedCopies {
    private ProposedCopies() {}

    /**
     * A proposed text as one label sees it.
     *
     * @param entry the entry that proposed it
     * @param basedOn the version it would replace
     * @param binds the partners whose signature is needed, as far as this copy shows that they are touched
     */
    public record Proposed(
            String version,
            long entry,
            Instant at,
            String basedOn,
            List<String> binds,
            Label label,
            Map<String, String> files) {
        public Proposed {
            binds = List.copyOf(binds);
            files = Map.copyOf(files);
        }

        /** Returns the texts, sorted by name. */
        public List<Source> sources() {
            return ReadingCopies.sources(files);
        }
    }

    /** Makes the copies of a text just proposed, for every label that somebody holds. */
    public static void ofProposal(Connection c, String caseId, Deed.TextProposed deed, long entry, Instant at)
            throws SQLException {
        Map<String, String> before = ReadingCopies.whole(c, caseId, deed.basedOn());
        if (before == null) {
            return;
        }
        var whole = new Proposed(deed.version(), entry, at, deed.basedOn(), deed.binds(), Label.WHOLE, deed.files());
        insert(c, caseId, whole);
        Case old = read(before);
        Case fresh = read(deed.files());
        for (Label label : ReadingCopies.held(c, caseId)) {
            if (label.level() != Label.Level.WHOLE) {
                copy(c, caseId, whole, label, old, fresh);
            }
        }
    }

    /** Makes the copies of all proposals for a label that somebody holds from now on. */
    public static void forLabel(Connection c, String caseId, Label label) throws SQLException {
        if (label.level() == Label.Level.WHOLE) {
            return;
        }
        for (Proposed whole : read(c, caseId, Label.Level.WHOLE.rank())) {
            Map<String, String> before = ReadingCopies.whole(c, caseId, whole.basedOn());
            if (before != null) {
                copy(c, caseId, whole, label, read(before), read(whole.files()));
            }
        }
    }

    private static @Nullable Case read(Map<String, String> files) {
        return CaseText.read(ReadingCopies.sources(files)).theCase();
    }

    private static void copy(
            Connection c, String caseId, Proposed whole, Label label, @Nullable Case old, @Nullable Case fresh)
            throws SQLException {
        Map<String, String> before = ReadingCopies.copy(old, label);
        Map<String, String> after = ReadingCopies.copy(fresh, label);
        if (after == null || after.equals(before)) {
            return;
        }
        List<String> touched = before == null ? List.of() : Touched.partners(read(before), read(after));
        List<String> binds = whole.binds().stream().filter(touched::contains).toList();
        insert(
                c,
                caseId,
                new Proposed(whole.version(), whole.entry(), whole.at(), whole.basedOn(), binds, label, after));
    }

    private static void insert(Connection c, String caseId, Proposed p) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("""
                insert into proposed_copy
                  (case_id, version, proposed, proposed_at, based_on, level, compartments, binds, text)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")) {
            s.setString(1, caseId);
            s.setString(2, p.version());
            s.setLong(3, p.entry());
            s.setTimestamp(4, Timestamp.from(p.at()));
            s.setString(5, p.basedOn());
            s.setInt(6, p.label().level().rank());
            s.setArray(7, c.createArrayOf("text", p.label().only().toArray()));
            s.setArray(8, c.createArrayOf("text", p.binds().toArray()));
            s.setString(9, ReadingCopies.json(p.files()));
            s.executeUpdate();
        }
    }

    /** Returns the proposals that the account of this transaction may read, in order; the widest copy of each. */
    public static List<Proposed> read(Connection c, String caseId) throws SQLException {
        return read(c, caseId, 0);
    }

    private static List<Proposed> read(Connection c, String caseId, int least) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("""
                select distinct on (proposed)
                  version, proposed, proposed_at, based_on, binds, level, compartments, text from proposed_copy
                where case_id = ? and level >= ?
                order by proposed, level desc, cardinality(binds) desc, cardinality(compartments) desc""")) {
            s.setString(1, caseId);
            s.setInt(2, least);
            List<Proposed> found = new ArrayList<>();
            try (ResultSet rows = s.executeQuery()) {
                while (rows.next()) {
                    String[] binds = (String[]) rows.getArray(5).getArray();
                    found.add(new Proposed(
                            rows.getString(1),
                            rows.getLong(2),
                            rows.getTimestamp(3).toInstant(),
                            rows.getString(4),
                            Arrays.asList(binds),
                            ReadingCopies.label(rows, 6),
                            ReadingCopies.files(rows.getString(8))));
                }
            }
            return found;
        }
    }
}

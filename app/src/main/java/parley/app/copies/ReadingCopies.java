package parley.app.copies;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.app.record.Label;
import parley.copy.Copies;
import parley.copy.Copy;
import parley.copy.Reader;
import parley.language.CaseText;
import parley.roadmap.Case;
import parley.text.Source;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text of a case as each kind of reader may see it, one row for each version and label. The rows are made from the
 * record by the keeper; row security hands a reader those of its own label alone.
 */
public final class ReadingCopies {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NAME = "copy.parley";

    private ReadingCopies() {}

    /** A text in force from an entry on. */
    public record Version(String hash, long adopted, Instant at, Label label, Map<String, String> files) {
        public Version {
            files = Map.copyOf(files);
        }

        /** Returns the files by name. */
        public List<Source> sources() {
            return new TreeMap<>(files)
                    .entrySet().stream()
                            .map(f -> new Source(f.getKey(), f.getValue()))
                            .toList();
        }
    }

    /** Makes the copies of a version just adopted, for every label that somebody holds. */
    public static void ofVersion(
            Connection c, String caseId, String hash, long adopted, Instant at, Map<String, String> files)
            throws SQLException {
        for (Label label : held(c, caseId)) {
            insert(c, caseId, hash, adopted, at, label, files);
        }
        // The whole text is always kept, for copies of labels that somebody will hold later.
        insert(c, caseId, hash, adopted, at, Label.WHOLE, files);
    }

    /** Makes the copies of all versions for a label that somebody holds from now on. */
    public static void forLabel(Connection c, String caseId, Label label) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(
                "select version, adopted, adopted_at, text from reading_copy where case_id = ? and level = ? order by adopted")) {
            s.setString(1, caseId);
            s.setInt(2, Label.Level.WHOLE.rank());
            try (ResultSet rows = s.executeQuery()) {
                while (rows.next()) {
                    insert(
                            c,
                            caseId,
                            rows.getString(1),
                            rows.getLong(2),
                            rows.getTimestamp(3).toInstant(),
                            label,
                            files(rows.getString(4)));
                }
            }
        }
    }

    private static List<Label> held(Connection c, String caseId) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(
                "select distinct level, compartments from membership where case_id = ? and ended is null")) {
            s.setString(1, caseId);
            List<Label> found = new ArrayList<>();
            try (ResultSet rows = s.executeQuery()) {
                while (rows.next()) {
                    found.add(label(rows, 1));
                }
            }
            return found;
        }
    }

    /** Returns the label that two columns of a row hold. */
    public static Label label(ResultSet row, int column) throws SQLException {
        String[] only = (String[]) row.getArray(column + 1).getArray();
        return new Label(Label.Level.ofRank(row.getInt(column)), Arrays.asList(only));
    }

    private static void insert(
            Connection c, String caseId, String hash, long adopted, Instant at, Label label, Map<String, String> files)
            throws SQLException {
        Map<String, String> seen = label.level() == Label.Level.WHOLE ? files : copy(files, label);
        if (seen == null) {
            return;
        }
        try (PreparedStatement s = c.prepareStatement("""
                insert into reading_copy (case_id, version, adopted, adopted_at, level, compartments, text)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")) {
            s.setString(1, caseId);
            s.setString(2, hash);
            s.setLong(3, adopted);
            s.setTimestamp(4, Timestamp.from(at));
            s.setInt(5, label.level().rank());
            s.setArray(6, c.createArrayOf("text", label.only().toArray()));
            s.setString(7, JSON.writeValueAsString(new TreeMap<>(seen)));
            s.executeUpdate();
        }
    }

    /** Returns what the label may see; {@code null} if a copy would show that something is missing. */
    private static @Nullable Map<String, String> copy(Map<String, String> files, Label label) {
        List<Source> sources = files.entrySet().stream()
                .map(f -> new Source(f.getKey(), f.getValue()))
                .toList();
        Case theCase = CaseText.read(sources).theCase();
        if (theCase == null) {
            return null;
        }
        // The day would make equal copies differ; who needs it reads it in the record.
        Copy made = Copies.of(theCase, new Reader(label.words(), label.secrecy()), LocalDate.EPOCH);
        return switch (made) {
            case Copy.Made(String text, String _) -> Map.of(NAME, text.substring(text.indexOf('\n') + 1));
            case Copy.Refused _ -> null;
        };
    }

    /** Returns the versions that the account of this transaction may read, in order; the widest copy of each. */
    public static List<Version> read(Connection c, String caseId) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("""
                select distinct on (adopted) version, adopted, adopted_at, level, compartments, text from reading_copy
                where case_id = ? order by adopted, level desc, cardinality(compartments) desc""")) {
            s.setString(1, caseId);
            List<Version> found = new ArrayList<>();
            try (ResultSet rows = s.executeQuery()) {
                while (rows.next()) {
                    found.add(new Version(
                            rows.getString(1),
                            rows.getLong(2),
                            rows.getTimestamp(3).toInstant(),
                            label(rows, 4),
                            files(rows.getString(6))));
                }
            }
            return found;
        }
    }

    private static Map<String, String> files(String json) {
        return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    }
}

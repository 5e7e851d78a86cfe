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
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.record.Label;
import parley.cli.TextHash;
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

        /** Returns the hash of this copy, not of the whole text: what changes elsewhere does not show in it. */
        public String copyHash() {
            List<Source> sources = sources();
            if (sources.size() == 1) {
                return Copies.sha256(sources.getFirst().text());
            }
            Map<String, Source> byName = new TreeMap<>();
            sources.forEach(s -> byName.put(s.name(), s));
            return TextHash.of(byName);
        }

        /** Returns the texts, sorted by name. */
        public List<Source> sources() {
            return ReadingCopies.sources(files);
        }
    }

    /** Makes the copies of a version just adopted, for every label that somebody holds. */
    public static void ofVersion(
            Connection c, String caseId, String hash, long adopted, Instant at, Map<String, String> files)
            throws SQLException {
        Case theCase = CaseText.read(sources(files)).theCase();
        for (Label label : held(c, caseId)) {
            insert(
                    c,
                    caseId,
                    hash,
                    adopted,
                    at,
                    label,
                    label.level() == Label.Level.WHOLE ? files : copy(theCase, label));
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
                    Map<String, String> files = files(rows.getString(4));
                    Case theCase = CaseText.read(sources(files)).theCase();
                    insert(
                            c,
                            caseId,
                            rows.getString(1),
                            rows.getLong(2),
                            rows.getTimestamp(3).toInstant(),
                            label,
                            label.level() == Label.Level.WHOLE ? files : copy(theCase, label));
                }
            }
        }
    }

    /** Returns the labels that somebody holds in a case. */
    public static List<Label> held(Connection c, String caseId) throws SQLException {
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
            Connection c,
            String caseId,
            String hash,
            long adopted,
            Instant at,
            Label label,
            @Nullable Map<String, String> seen)
            throws SQLException {
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
            s.setString(7, json(seen));
            s.executeUpdate();
        }
    }

    /** Returns what the label may see; {@code null} if a copy would show that something is missing. */
    public static @Nullable Map<String, String> copy(@Nullable Case theCase, Label label) {
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

    /** Returns the whole text of a version, or {@code null} if there never was such a text in force. */
    static @Nullable Map<String, String> whole(Connection c, String caseId, String version) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(
                "select text from reading_copy where case_id = ? and version = ? and level = ? limit 1")) {
            s.setString(1, caseId);
            s.setString(2, version);
            s.setInt(3, Label.Level.WHOLE.rank());
            try (ResultSet row = s.executeQuery()) {
                return row.next() ? files(row.getString(1)) : null;
            }
        }
    }

    /** Returns the copy of a label of the text that an entry put in force; for what computes on its behalf. */
    public static List<Source> texts(JdbcClient keeper, String caseId, long adopted, Label label) {
        return keeper.sql("""
                        select text from reading_copy
                        where case_id = ? and adopted = ? and level = ? and compartments = ?::text[]""")
                .params(caseId, adopted, label.level().rank(), "{" + String.join(",", label.only()) + "}")
                .query(String.class)
                .optional()
                .map(json -> sources(files(json)))
                .orElse(List.of());
    }

    static List<Source> sources(Map<String, String> files) {
        return new TreeMap<>(files)
                .entrySet().stream()
                        .map(f -> new Source(f.getKey(), f.getValue()))
                        .toList();
    }

    static String json(Map<String, String> files) {
        return JSON.writeValueAsString(new TreeMap<>(files));
    }

    static Map<String, String> files(String json) {
        return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    }
}

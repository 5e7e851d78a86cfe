package parley.app.evidence.web;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import parley.app.record.Label;

/** The sealed originals: bytes that are kept as they came, never shown in a page. */
final class Sealed {
    /** The largest file that is taken in. */
    static final int MOST_BYTES = 20 * 1024 * 1024;

    private static final int LONGEST_NAME = 200;

    private Sealed() {}

    /** A file as it came. */
    record Original(String name, byte[] bytes) {
        static Original of(String name, byte[] bytes) {
            String plain = name.replaceAll("[^\\p{L}\\p{N}._ -]", "_").strip();
            String short_ = plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
            return new Original(short_.isEmpty() ? "original" : short_, bytes);
        }
    }

    static void keep(Connection c, String caseId, String item, Label label, Original original) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(
                "insert into sealed_item (case_id, item, level, compartments, name, bytes) values (?, ?, ?, ?, ?, ?)")) {
            s.setString(1, caseId);
            s.setString(2, item);
            s.setInt(3, label.level().rank());
            s.setArray(4, c.createArrayOf("text", label.only().toArray()));
            s.setString(5, original.name());
            s.setBytes(6, original.bytes());
            s.executeUpdate();
        }
    }

    /** Returns the original; the caller has made sure that the item may be read. */
    static @Nullable Original of(Connection c, String caseId, String item) throws SQLException {
        try (PreparedStatement s =
                c.prepareStatement("select name, bytes from sealed_item where case_id = ? and item = ?")) {
            s.setString(1, caseId);
            s.setString(2, item);
            try (ResultSet row = s.executeQuery()) {
                return row.next() ? new Original(row.getString(1), row.getBytes(2)) : null;
            }
        }
    }
}

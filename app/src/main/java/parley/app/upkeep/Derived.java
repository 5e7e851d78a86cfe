package parley.app.upkeep;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import parley.copy.Copies;

/** What the derived tables of a case hold, as one hash: equal tables, equal hash. */
final class Derived {
    private static final String ROWS = """
            select 'm' || account || role || body || level || compartments::text || given || coalesce(ended, -1) as line
            from membership where case_id = ?
            union all
            select 'c' || version || adopted || level || compartments::text || encode(sha256(convert_to(text, 'UTF8')), 'hex')
            from reading_copy where case_id = ?
            order by line""";

    private Derived() {}

    static String hash(Connection c, String caseId) throws SQLException {
        var all = new StringBuilder();
        try (PreparedStatement s = c.prepareStatement(ROWS)) {
            s.setString(1, caseId);
            s.setString(2, caseId);
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    all.append(new String(row.getBytes(1), StandardCharsets.UTF_8))
                            .append('\n');
                }
            }
        }
        return Copies.sha256(all.toString());
    }
}

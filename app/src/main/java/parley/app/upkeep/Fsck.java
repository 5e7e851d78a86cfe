package parley.app.upkeep;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import parley.app.record.CaseRecord;
import parley.app.record.Chains;
import parley.app.record.Heads;

/** Checks the records of all cases and what is derived from them; changes nothing. */
public final class Fsck {
    private Fsck() {}

    /** What was found of one case. */
    public record Found(String caseId, long entries, String lastHash, List<String> wrong) {
        public Found {
            wrong = List.copyOf(wrong);
        }
    }

    /** Returns what was found of each case, in one moment of the database. */
    public static List<Found> check(DataSource keeper, Heads heads) throws SQLException, IOException {
        try (Connection c = keeper.getConnection()) {
            c.setAutoCommit(false);
            c.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                List<Found> found = new ArrayList<>();
                for (String caseId : cases(c)) {
                    Chains.Checked chain = Chains.check(c, caseId, heads);
                    List<String> wrong = new ArrayList<>(chain.wrong());
                    if (wrong.isEmpty()) {
                        derived(c, caseId, wrong);
                    }
                    found.add(new Found(caseId, chain.entries(), chain.lastHash(), wrong));
                }
                return found;
            } finally {
                // Making the derived tables again was a trial.
                c.rollback();
            }
        }
    }

    private static void derived(Connection c, String caseId, List<String> wrong) throws SQLException {
        String before = Derived.hash(c, caseId);
        Rebuild.of(c, caseId, CaseRecord.entries(c, caseId, -1));
        if (!Derived.hash(c, caseId).equals(before)) {
            wrong.add("%s: roles or copies are not those of the record; `parley record rebuild` makes them again"
                    .formatted(caseId));
        }
    }

    static List<String> cases(Connection c) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("select id from \"case\" order by id");
                ResultSet rows = s.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}

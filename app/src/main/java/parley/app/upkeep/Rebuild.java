package parley.app.upkeep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.app.copies.ProposedCopies;
import parley.app.copies.ReadingCopies;
import parley.app.people.Role;
import parley.app.people.Roles;
import parley.app.record.Deed;
import parley.app.record.Deeds;
import parley.app.record.Entry;
import parley.app.record.Label;

/** Makes the tables again that are derived from the record: who holds which role, and each reader's copy of the text. */
final class Rebuild {
    private Rebuild() {}

    /** Empties and fills the derived tables of a case, within the transaction. */
    static void of(Connection c, String caseId, List<Entry> entries) throws SQLException {
        delete(c, "proposed_copy", caseId);
        delete(c, "reading_copy", caseId);
        delete(c, "membership", caseId);
        Map<Long, Deed.RoleGiven> given = new TreeMap<>();
        for (Entry e : entries) {
            switch (Deeds.of(e)) {
                case Deed.RoleGiven d -> {
                    given.put(e.index(), d);
                    if (d.atOnce()) {
                        take(c, caseId, d, e.index());
                    }
                }
                case Deed.RoleConfirmed(long index) -> {
                    Deed.RoleGiven d = given.get(index);
                    if (d != null) {
                        take(c, caseId, d, index);
                    }
                }
                case Deed.RoleEnded(long index) -> end(c, caseId, index, e.index());
                case Deed.TextAdopted d ->
                    ReadingCopies.ofVersion(c, caseId, d.version(), e.index(), e.at(), d.files());
                case Deed.TextProposed d -> ProposedCopies.ofProposal(c, caseId, d, e.index(), e.at());
                case null, default -> {}
            }
        }
    }

    private static void take(Connection c, String caseId, Deed.RoleGiven d, long given) throws SQLException {
        Role role = Role.named(d.role());
        Label clearance = Label.read(d.clearance());
        if (role == null || clearance == null) {
            throw new SQLException("Entry %d of %s gives a role nobody knows.".formatted(given, caseId));
        }
        Roles.takeEffect(c, caseId, d.account(), role, d.body(), clearance, given);
    }

    private static void end(Connection c, String caseId, long given, long at) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(
                "update membership set ended = ? where case_id = ? and given = ? and ended is null")) {
            s.setLong(1, at);
            s.setString(2, caseId);
            s.setLong(3, given);
            s.executeUpdate();
        }
    }

    private static void delete(Connection c, String table, String caseId) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("delete from " + table + " where case_id = ?")) {
            s.setString(1, caseId);
            s.executeUpdate();
        }
    }
}

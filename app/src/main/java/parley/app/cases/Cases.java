package parley.app.cases;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import parley.app.copies.ProposedCopies;
import parley.app.copies.ReadingCopies;
import parley.app.evidence.Book;
import parley.app.evidence.Books;
import parley.app.record.CaseRecord;
import parley.app.record.Label;
import parley.app.record.RecordException;

/**
 * The door: the cases an account may read, each as that account may see it. Accounts with the same labels see the same,
 * so what was read for one is kept for all of them; what it rests on came through row security.
 */
public final class Cases {
    private final DataSource readers;
    private final Books books;
    private final Map<String, Dossier> kept = new ConcurrentHashMap<>();

    /** Reads through the pool that row security binds. */
    public Cases(DataSource readers, Books books) {
        this.readers = readers;
        this.books = books;
    }

    /** A case somebody may read. */
    public record Line(String id, String title) {}

    /** Returns the cases an account has a role in, by title. */
    public List<Line> of(UUID account) {
        try (Connection c = readers.getConnection()) {
            c.setAutoCommit(false);
            try (PreparedStatement s = c.prepareStatement("select id, title from \"case\" order by title, id")) {
                CaseRecord.actAs(c, account);
                List<Line> found = new ArrayList<>();
                try (ResultSet rows = s.executeQuery()) {
                    while (rows.next()) {
                        found.add(new Line(rows.getString(1), rows.getString(2)));
                    }
                }
                return found;
            } finally {
                c.rollback();
            }
        } catch (SQLException e) {
            throw RecordException.of(e);
        }
    }

    /** Returns a case as the account may see it now; an empty dossier if it may not, or if there is no such case. */
    public Dossier dossier(UUID account, String caseId) {
        try (Connection c = readers.getConnection()) {
            c.setAutoCommit(false);
            try {
                CaseRecord.actAs(c, account);
                String labels = labels(c, caseId);
                if (labels.isEmpty()) {
                    return Dossier.empty(caseId);
                }
                String key = caseId + " " + labels;
                Dossier before = kept.getOrDefault(key, Dossier.empty(caseId));
                Book book = books.of(caseId);
                if (book.last() == before.book().last() && !isBehind(c, before)) {
                    return before;
                }
                Dossier now = before.with(
                        CaseRecord.entries(c, caseId, before.last()),
                        ReadingCopies.read(c, caseId),
                        ProposedCopies.read(c, caseId),
                        book);
                kept.merge(key, now, (a, b) -> a.book().last() > b.book().last() ? a : b);
                return now;
            } finally {
                c.rollback();
            }
        } catch (SQLException e) {
            throw RecordException.of(e);
        }
    }

    private static boolean isBehind(Connection c, Dossier dossier) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("""
                select (select count(distinct adopted) from reading_copy where case_id = ?),
                       exists (select 1 from entry where case_id = ? and seq > ?),
                       (select count(distinct proposed) from proposed_copy where case_id = ?)""")) {
            s.setString(1, dossier.caseId());
            s.setString(2, dossier.caseId());
            s.setLong(3, dossier.last());
            s.setString(4, dossier.caseId());
            try (ResultSet row = s.executeQuery()) {
                row.next();
                return row.getBoolean(2)
                        || row.getLong(1) != dossier.versions().size()
                        || row.getLong(3) != dossier.proposed().size();
            }
        }
    }

    /** Returns the labels the account of this transaction holds in a case, in a fixed order. */
    private static String labels(Connection c, String caseId) throws SQLException {
        try (PreparedStatement s =
                c.prepareStatement("select level, compartments from membership where case_id = ? and ended is null")) {
            s.setString(1, caseId);
            var found = new TreeSet<String>();
            try (ResultSet rows = s.executeQuery()) {
                while (rows.next()) {
                    found.add(ReadingCopies.label(rows, 1).words());
                }
            }
            return found.stream().collect(Collectors.joining("; "));
        }
    }

    /** Says whether an account cleared for {@code held} may read what carries {@code label}. */
    public static boolean reads(List<Label> held, Label label) {
        return held.stream().anyMatch(h -> h.reads(label));
    }
}

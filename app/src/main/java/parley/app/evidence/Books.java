package parley.app.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import parley.app.record.CaseRecord;
import parley.app.record.RecordException;

/** The door: the book of each case, kept up with its record. */
public final class Books {
    private final DataSource keeper;
    private final Map<String, Book> kept = new ConcurrentHashMap<>();
    private final Object turn = new Object();

    /** The person of an account never changes. */
    private final Map<UUID, UUID> persons = new ConcurrentHashMap<>();

    /** Reads through the pool that sees every entry. */
    public Books(DataSource keeper) {
        this.keeper = keeper;
    }

    /** Returns the book of a case as its record is now. */
    public Book of(String caseId) {
        try {
            long last;
            try (Connection c = keeper.getConnection()) {
                last = last(c, caseId);
            }
            Book before = kept.getOrDefault(caseId, Book.empty(this::person));
            if (last <= before.last()) {
                return before;
            }
            // What many ask for at once is read by one of them.
            synchronized (turn) {
                try (Connection c = keeper.getConnection()) {
                    Book now = of(c, caseId);
                    kept.put(caseId, now);
                    return now;
                }
            }
        } catch (SQLException e) {
            throw RecordException.of(e);
        }
    }

    /** Returns the book as a command sees it, with what the command itself has written so far; it is not kept. */
    public Book of(CaseRecord.Writing writing, String caseId) throws SQLException {
        return of(writing.connection(), caseId);
    }

    private Book of(Connection c, String caseId) throws SQLException {
        Book before = kept.getOrDefault(caseId, Book.empty(this::person));
        if (last(c, caseId) <= before.last()) {
            return before;
        }
        people(c);
        return before.with(CaseRecord.entries(c, caseId, before.last()));
    }

    private static long last(Connection c, String caseId) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("select max(seq) from entry where case_id = ?")) {
            s.setString(1, caseId);
            try (ResultSet row = s.executeQuery()) {
                row.next();
                long last = row.getLong(1);
                return row.wasNull() ? -1 : last;
            }
        }
    }

    private void people(Connection c) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("select id, person from account");
                ResultSet rows = s.executeQuery()) {
            while (rows.next()) {
                persons.put(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
            }
        }
    }

    private UUID person(UUID account) {
        return persons.getOrDefault(account, account);
    }
}

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
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
    private final Map<String, Object> turns = new ConcurrentHashMap<>();

    /** Reads through the pool that row security binds. */
    public Cases(DataSource readers, Books books) {
        this.readers = readers;
        this.books = books;
    }

    /** A case somebody may read. */
    public record Line(String id, String title) {}

    /** Returns the cases an account has a role in, by title. */
    public List<Line> of(UUID account) {
        return asReader(account, c -> {
            try (PreparedStatement s = c.prepareStatement("select id, title from \"case\" order by title, id");
                    ResultSet rows = s.executeQuery()) {
                List<Line> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new Line(rows.getString(1), rows.getString(2)));
                }
                return found;
            }
        });
    }

    /** Returns a case as the account may see it now; an empty dossier if it may not, or if there is no such case. */
    public Dossier dossier(UUID account, String caseId) {
        // One connection at a time: who held one of each pool could wait for who holds the other.
        Book book = books.of(caseId);
        Look look = asReader(account, c -> look(c, caseId, book));
        if (look.labels().isEmpty()) {
            return Dossier.empty(caseId);
        }
        if (look.now() != null) {
            return look.now();
        }
        // What many ask for at once is read by one of them.
        synchronized (turns.computeIfAbsent(caseId + " " + look.labels(), _ -> new Object())) {
            Look again = asReader(account, c -> look(c, caseId, book));
            return again.now() != null ? again.now() : asReader(account, c -> read(c, caseId, again, book));
        }
    }

    /** What is kept for the labels of an account; {@code now} is {@code null} if the record has grown since. */
    private record Look(String labels, @Nullable Dossier now) {}

    private Look look(Connection c, String caseId, Book book) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("""
                select level, compartments,
                       (select max(seq) from entry where case_id = ?),
                       (select count(distinct adopted) from reading_copy where case_id = ?),
                       (select count(distinct proposed) from proposed_copy where case_id = ?)
                from membership where case_id = ? and ended is null""")) {
            for (int i = 1; i <= 4; i++) {
                s.setString(i, caseId);
            }
            var labels = new TreeSet<String>();
            long last = 0;
            long versions = 0;
            long proposed = 0;
            try (ResultSet rows = s.executeQuery()) {
                while (rows.next()) {
                    labels.add(ReadingCopies.label(rows, 1).words());
                    last = rows.getLong(3);
                    versions = rows.getLong(4);
                    proposed = rows.getLong(5);
                }
            }
            String words = String.join("; ", labels);
            Dossier before = kept.get(caseId + " " + words);
            boolean current = before != null
                    && before.book().last() >= book.last()
                    && before.last() >= last
                    && before.versions().size() == versions
                    && before.proposed().size() == proposed;
            return new Look(words, current ? before : null);
        }
    }

    private Dossier read(Connection c, String caseId, Look look, Book book) throws SQLException {
        if (look.labels().isEmpty()) {
            return Dossier.empty(caseId);
        }
        String key = caseId + " " + look.labels();
        Dossier before = kept.getOrDefault(key, Dossier.empty(caseId));
        Dossier now = before.with(
                CaseRecord.entries(c, caseId, before.last()),
                ReadingCopies.read(c, caseId),
                ProposedCopies.read(c, caseId),
                book.last() >= before.book().last() ? book : before.book());
        kept.put(key, now);
        return now;
    }

    /** What is read within the transaction of one account. */
    @FunctionalInterface
    private interface Reading<T> {
        T from(Connection c) throws SQLException;
    }

    private <T> T asReader(UUID account, Reading<T> reading) {
        try (Connection c = readers.getConnection()) {
            c.setAutoCommit(false);
            try {
                CaseRecord.actAs(c, account);
                return reading.from(c);
            } finally {
                c.rollback();
            }
        } catch (SQLException e) {
            throw RecordException.of(e);
        }
    }

    /** Says whether an account cleared for {@code held} may read what carries {@code label}. */
    public static boolean reads(List<Label> held, Label label) {
        return held.stream().anyMatch(h -> h.reads(label));
    }
}

package parley.app.record;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door: writes entries in order, one writer a case, and reads the ones an account may see.
 *
 * <p>A command runs while it alone may write to its case, so what it checked still holds when its entries are added:
 * commands of one case are serial. An entry is acknowledged when the database has it on disk.
 */
public final class CaseRecord {
    private static final Logger LOG = LoggerFactory.getLogger(CaseRecord.class);

    /** Who brings in what ships with the server; it can never sign in and needs no role. */
    public static final UUID SYSTEM = new UUID(0, 1);

    private final DataSource writers;
    private final DataSource keeper;
    private final DataSource readers;
    private final InstantSource clock;
    private final Heads heads;

    /**
     * Writes through a pool of its own: a command may read through the others while it holds one of its connections, so
     * the others must never wait for it.
     */
    public CaseRecord(DataSource writers, DataSource keeper, DataSource readers, InstantSource clock, Heads heads) {
        this.writers = writers;
        this.keeper = keeper;
        this.readers = readers;
        this.clock = clock;
        this.heads = heads;
    }

    /** Who acts, and on whose behalf. */
    public record Author(UUID account, String behalf) {}

    /** What a command does, inside its transaction. */
    @FunctionalInterface
    public interface Command<T> {
        T run(Writing writing) throws SQLException;
    }

    /**
     * Runs a command while no other writes to the case. Whatever it throws, nothing of it is written.
     *
     * @throws RecordException if the database fails; the sentence is for the user
     */
    public <T> T write(String caseId, Author author, Command<T> command) {
        Writing writing;
        T result;
        try (Connection connection = writers.getConnection()) {
            connection.setAutoCommit(false);
            try {
                lock(connection, caseId);
                requireRole(connection, caseId, author.account());
                writing = Writing.after(
                        connection, caseId, author, clock.instant().truncatedTo(ChronoUnit.MILLIS));
                result = command.run(writing);
            } catch (SQLException | RuntimeException e) {
                undo(connection, e);
                throw e;
            }
            commit(connection, caseId, writing);
        } catch (SQLException e) {
            throw new RecordException(e);
        }
        if (writing.added() > 0) {
            noteEnd(caseId, writing);
        }
        return result;
    }

    /** Where the connection is lost there is nothing to undo, and why it was lost matters more than that. */
    private static void undo(Connection connection, Exception why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    /**
     * Commits. A connection lost on the way leaves open whether the entries stand: the record is asked, so that what
     * stands is not told as failed.
     */
    private void commit(Connection connection, String caseId, Writing writing) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (writing.added() == 0) {
                throw e;
            }
            close(connection, e);
            if (!stands(caseId, writing, e)) {
                throw e;
            }
        }
    }

    private static void close(Connection lost, SQLException why) {
        try {
            lost.close();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    private boolean stands(String caseId, Writing writing, SQLException lost) {
        try (Connection again = writers.getConnection()) {
            again.setAutoCommit(false);
            try {
                // Held by the lost transaction until it has ended, one way or the other.
                lock(again, caseId);
                return Arrays.equals(writing.hash(), hashAt(again, caseId, writing.index()));
            } finally {
                again.rollback();
            }
        } catch (SQLException e) {
            lost.addSuppressed(e);
            throw RecordException.inDoubt(lost);
        }
    }

    private static byte @Nullable [] hashAt(Connection c, String caseId, long index) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("select hash from entry where case_id = ? and seq = ?")) {
            s.setString(1, caseId);
            s.setLong(2, index);
            try (ResultSet row = s.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        }
    }

    /** The entries are on disk and acknowledged; where the end cannot be noted beside them, only its check is late. */
    private void noteEnd(String caseId, Writing writing) {
        try {
            heads.note(caseId, writing.index(), writing.hash());
        } catch (UncheckedIOException e) {
            LOG.error("the end of a record could not be noted outside the database", e);
        }
    }

    /** What a command does that has nothing to tell. */
    @FunctionalInterface
    public interface Action {
        void run(Writing writing) throws SQLException;
    }

    /** Runs a command as {@link #write} does. */
    public void change(String caseId, Author author, Action action) {
        write(caseId, author, w -> {
            action.run(w);
            return w;
        });
    }

    /** Somebody may have lost every role in the case while the command waited for its turn. */
    private static void requireRole(Connection c, String caseId, UUID account) throws SQLException {
        if (account.equals(SYSTEM)) {
            return;
        }
        try (PreparedStatement s =
                c.prepareStatement("select 1 from membership where case_id = ? and account = ? and ended is null")) {
            s.setString(1, caseId);
            s.setObject(2, account);
            try (ResultSet held = s.executeQuery()) {
                if (!held.next()) {
                    throw new RecordException(
                            RecordException.Outcome.REFUSED,
                            "You have no role in this case any more. Nothing was written.");
                }
            }
        }
    }

    private static void lock(Connection c, String caseId) throws SQLException {
        try (PreparedStatement s =
                c.prepareStatement("select pg_advisory_xact_lock(hashtext('parley.record'), hashtext(?))")) {
            s.setString(1, caseId);
            s.execute();
        }
    }

    /** Returns the entries after {@code after} that the account may read, in order. */
    public List<Entry> readBy(UUID account, String caseId, long after) {
        try (Connection c = readers.getConnection()) {
            c.setAutoCommit(false);
            try {
                actAs(c, account);
                return entries(c, caseId, after);
            } finally {
                c.rollback();
            }
        } catch (SQLException e) {
            throw new RecordException(e);
        }
    }

    /** Returns all entries after {@code after}; for what must know everything, never for a screen. */
    public List<Entry> readAll(String caseId, long after) {
        try (Connection c = keeper.getConnection()) {
            c.setAutoCommit(false);
            try {
                return entries(c, caseId, after);
            } finally {
                c.rollback();
            }
        } catch (SQLException e) {
            throw new RecordException(e);
        }
    }

    /** Binds the transaction to what the account may see. */
    public static void actAs(Connection c, UUID account) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("select set_config('parley.account', ?, true)")) {
            s.setString(1, account.toString());
            s.execute();
        }
    }

    /** Returns the entries after {@code after} that the transaction may read. */
    public static List<Entry> entries(Connection c, String caseId, long after) throws SQLException {
        try (PreparedStatement s =
                c.prepareStatement("select text from entry where case_id = ? and seq > ? order by seq")) {
            s.setString(1, caseId);
            s.setLong(2, after);
            s.setFetchSize(1000);
            List<Entry> found = new ArrayList<>();
            try (ResultSet rows = s.executeQuery()) {
                while (rows.next()) {
                    String text = rows.getString(1);
                    Entry entry = EntryText.read(text);
                    if (entry == null) {
                        throw new RecordException(
                                RecordException.Outcome.FAILED,
                                "An entry of %s after %d cannot be read; run `parley fsck`.".formatted(caseId, after));
                    }
                    found.add(entry);
                }
            }
            return found;
        }
    }

    /** One case's end of the chain, and what a command adds to it. */
    public static final class Writing {
        private final Connection connection;
        private final String caseId;
        private final Author author;
        private final Instant at;
        private long index;
        private byte[] hash;
        private int added;

        private Writing(Connection connection, String caseId, Author author, Instant at, long index, byte[] hash) {
            this.connection = connection;
            this.caseId = caseId;
            this.author = author;
            this.at = at;
            this.index = index;
            this.hash = hash;
        }

        private static Writing after(Connection c, String caseId, Author author, Instant now) throws SQLException {
            try (PreparedStatement s =
                    c.prepareStatement("select seq, at, hash from entry where case_id = ? order by seq desc limit 1")) {
                s.setString(1, caseId);
                try (ResultSet last = s.executeQuery()) {
                    if (!last.next()) {
                        return new Writing(c, caseId, author, now, -1, new byte[Entry.HASH_BYTES]);
                    }
                    // A clock that was put back must not change the order of knowing.
                    Instant before = last.getTimestamp(2).toInstant();
                    return new Writing(
                            c, caseId, author, now.isBefore(before) ? before : now, last.getLong(1), last.getBytes(3));
                }
            }
        }

        /** Returns the connection, for tables that are derived from the record and change with it. */
        public Connection connection() {
            return connection;
        }

        /** Returns the time of this command's entries. */
        public Instant at() {
            return at;
        }

        /** Returns the index of the last entry, -1 if there is none. */
        public long index() {
            return index;
        }

        private byte[] hash() {
            return hash;
        }

        private int added() {
            return added;
        }

        /** Adds an entry and returns its index. */
        public long add(Deed deed, Label label, String reason) throws SQLException {
            var entry = new Entry(
                    caseId,
                    index + 1,
                    at,
                    author.account(),
                    oneLine(author.behalf()),
                    label,
                    Deeds.kind(deed),
                    oneLine(reason),
                    Deeds.body(deed),
                    hash);
            hash = insert(connection, entry);
            index++;
            added++;
            return index;
        }

        private static String oneLine(String text) {
            return text.strip().replaceAll("\\R", " ");
        }
    }

    /** Adds an entry as it is and returns its hash. */
    static byte[] insert(Connection c, Entry entry) throws SQLException {
        String text = EntryText.of(entry);
        byte[] hash = EntryText.hash(text);
        try (PreparedStatement s = c.prepareStatement("""
                insert into entry (case_id, seq, at, account, kind, level, compartments, text, prev, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            s.setString(1, entry.caseId());
            s.setLong(2, entry.index());
            s.setTimestamp(3, Timestamp.from(entry.at()));
            s.setObject(4, entry.account());
            s.setString(5, entry.kind());
            s.setInt(6, entry.label().level().rank());
            s.setArray(7, c.createArrayOf("text", entry.label().only().toArray()));
            s.setString(8, text);
            s.setBytes(9, entry.previous());
            s.setBytes(10, hash);
            s.executeUpdate();
        }
        return hash;
    }
}

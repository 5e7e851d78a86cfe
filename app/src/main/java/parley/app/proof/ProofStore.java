package parley.app.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parley.app.cases.Dossier;
import parley.app.copies.ReadingCopies;
import parley.app.database.Database;
import parley.app.record.CaseRecord;
import parley.app.record.Label;
import parley.app.record.RecordException;
import parley.cli.Main;
import parley.cli.TextHash;
import parley.text.Source;

/** The table of proofs: what waits, how far the running one is, what was found. */
@Component
public final class ProofStore {
    private final DataSource readers;
    private final JdbcClient keeper;
    private final InstantSource clock;

    public ProofStore(Database database, JdbcClient keeper, InstantSource clock) {
        this.readers = database.readers();
        this.keeper = keeper;
        this.clock = clock;
    }

    /** How far a proof is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * A proof of one copy.
     *
     * @param property what is looked at now
     * @param questions how many there are; 0 before it began
     * @param verdicts the JSON of all verdicts once it is done
     */
    public record Proof(
            State state,
            String property,
            int done,
            int questions,
            @Nullable String verdicts) {}

    /** A proof to be made. */
    record Work(String caseId, String copy, Label label, long adopted) {}

    /** Returns the hash by which a copy is known here, and in the JSON of its verdicts. */
    static String hash(ReadingCopies.Version version) {
        return TextHash.of(byName(version.sources()));
    }

    static Map<String, Source> byName(List<Source> sources) {
        Map<String, Source> all = new TreeMap<>();
        sources.forEach(s -> all.put(s.name(), s));
        return all;
    }

    /** Returns the proof of a copy as the account may see it, or {@code null} if there is none yet. */
    public @Nullable Proof of(UUID account, String caseId, ReadingCopies.Version version) {
        try (Connection c = readers.getConnection()) {
            c.setAutoCommit(false);
            try (PreparedStatement s = c.prepareStatement("""
                    select state, property, done, questions, verdicts from proof
                    where case_id = ? and copy = ? and engine = ? order by state limit 1""")) {
                CaseRecord.actAs(c, account);
                s.setString(1, caseId);
                s.setString(2, hash(version));
                s.setString(3, Main.version());
                try (ResultSet row = s.executeQuery()) {
                    return row.next() ? proof(row) : null;
                }
            } finally {
                c.rollback();
            }
        } catch (SQLException e) {
            throw RecordException.of(e);
        }
    }

    private static Proof proof(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString(1).toUpperCase(java.util.Locale.ROOT));
        return new Proof(state, row.getString(2), row.getInt(3), row.getInt(4), row.getString(5));
    }

    /** Asks for the proof of a copy; one that was made for another label with the same copy counts at once. */
    void ask(Dossier dossier, ReadingCopies.Version version) {
        keeper.sql("""
                        insert into proof (case_id, copy, engine, level, compartments, adopted, state, asked, verdicts)
                        select ?, ?, ?, ?, ?::text[], ?, coalesce(max(p.state), 'waiting'), ?, max(p.verdicts)
                        from proof p where p.case_id = ? and p.copy = ? and p.engine = ? and p.state = 'done'
                        on conflict do nothing""")
                .params(
                        dossier.caseId(),
                        hash(version),
                        Main.version(),
                        version.label().level().rank(),
                        "{" + String.join(",", version.label().only()) + "}",
                        version.adopted(),
                        Timestamp.from(clock.instant()),
                        dossier.caseId(),
                        hash(version),
                        Main.version())
                .update();
    }

    /** What a stop of the server cut short waits again; so does what failed, for it may have been the machine. */
    void resume() {
        keeper.sql("update proof set state = 'waiting', done = 0, property = '' where state in ('running', 'failed')")
                .update();
    }

    /** Returns what has waited longest, or {@code null}. */
    @Nullable
    Work next() {
        return keeper.sql("""
                        select case_id, copy, level, compartments, adopted from proof
                        where state = 'waiting' and engine = ? order by asked, case_id, copy limit 1""")
                .param(Main.version())
                .query((row, _) -> new Work(
                        row.getString(1),
                        row.getString(2),
                        new Label(Label.Level.ofRank(row.getInt(3)), List.of((String[])
                                row.getArray(4).getArray())),
                        row.getLong(5)))
                .optional()
                .orElse(null);
    }

    /** Returns the copy to be proved, or empty if it is no longer there. */
    List<Source> texts(Work work) {
        return ReadingCopies.texts(keeper, work.caseId(), work.adopted(), work.label());
    }

    void progress(Work work, String property, int done, int questions) {
        keeper.sql("""
                        update proof set state = 'running', property = ?, done = ?, questions = ?
                        where case_id = ? and copy = ? and engine = ? and state in ('waiting', 'running')""")
                .params(property, done, questions, work.caseId(), work.copy(), Main.version())
                .update();
    }

    void done(Work work, String verdicts) {
        keeper.sql("""
                        update proof set state = 'done', property = '', done = questions, verdicts = ?
                        where case_id = ? and copy = ? and engine = ?""")
                .params(verdicts, work.caseId(), work.copy(), Main.version())
                .update();
    }

    void failed(Work work) {
        keeper.sql("update proof set state = 'failed' where case_id = ? and copy = ? and engine = ?")
                .params(work.caseId(), work.copy(), Main.version())
                .update();
    }
}

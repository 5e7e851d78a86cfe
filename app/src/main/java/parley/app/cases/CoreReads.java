package parley.app.cases;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parley.app.database.Database;
import parley.app.record.CaseRecord;
import parley.app.record.Label;
import parley.app.record.RecordException;
import parley.roadmap.Case;
import parley.roadmap.Declaration;
import parley.roadmap.Secrecy;
import parley.roadmap.Step;

/** Who read a clause that only the core may read. A page that shows one is not sent before its reading is written down. */
@Component
public final class CoreReads {
    private final DataSource readers;
    private final JdbcClient keeper;
    private final InstantSource clock;

    public CoreReads(Database database, JdbcClient keeper, InstantSource clock) {
        this.readers = database.readers();
        this.keeper = keeper;
        this.clock = clock;
    }

    /** One reading: {@code what} is the page of the case that showed it. */
    public record Line(String who, Instant at, String what) {}

    /** Notes that an account reads all of a text, if there is a core clause in it. */
    public void text(UUID account, Label label, Case theCase, String page) {
        boolean core = theCase.declarations().stream().anyMatch(CoreReads::isCore)
                || theCase.guards().stream().anyMatch(g -> core(g.secrecy()))
                || theCase.claims().stream().anyMatch(c -> core(c.secrecy()))
                || theCase.assumptions().stream().anyMatch(a -> core(a.secrecy()))
                || theCase.aims().stream().anyMatch(a -> core(a.secrecy()))
                || theCase.scenarios().stream().anyMatch(s -> core(s.secrecy()))
                || core(theCase.secrecy());
        if (core && mayReadCore(label)) {
            note(account, theCase.id(), page);
        }
    }

    /** Notes that an account reads one clause, if it is a core clause. */
    public void clause(UUID account, Label label, Case theCase, Declaration d, String page) {
        if (isCore(d) && mayReadCore(label)) {
            note(account, theCase.id(), page);
        }
    }

    private static boolean mayReadCore(Label label) {
        return label.level().compareTo(Label.Level.CORE) >= 0;
    }

    private static boolean isCore(Declaration d) {
        return core(d.secrecy())
                || (d instanceof Step s
                        && s.branches().stream()
                                .anyMatch(b -> core(b.secrecy())
                                        || b.reactions().stream().anyMatch(r -> core(r.secrecy()))));
    }

    private static boolean core(Secrecy secrecy) {
        return secrecy.level() == Secrecy.Level.CORE;
    }

    private void note(UUID account, String caseId, String what) {
        try (Connection c = readers.getConnection()) {
            c.setAutoCommit(false);
            try (PreparedStatement s =
                    c.prepareStatement("insert into core_read (case_id, account, at, what) values (?, ?, ?, ?)")) {
                CaseRecord.actAs(c, account);
                s.setString(1, caseId);
                s.setObject(2, account);
                s.setTimestamp(3, Timestamp.from(clock.instant()));
                s.setString(4, what);
                s.executeUpdate();
                c.commit();
            } catch (SQLException e) {
                c.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw RecordException.of(e);
        }
    }

    /** Returns the last readings, newest first. */
    public List<Line> last(String caseId, int most) {
        return keeper.sql("""
                        select p.name, r.at, r.what from core_read r
                        join account a on a.id = r.account join person p on p.id = a.person
                        where r.case_id = ? order by r.at desc limit ?""")
                .params(caseId, most)
                .query((row, _) ->
                        new Line(row.getString(1), row.getTimestamp(2).toInstant(), row.getString(3)))
                .list();
    }
}

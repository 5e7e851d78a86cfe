package parley.app.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.copies.ProposedCopies;
import parley.app.copies.ReadingCopies;
import parley.app.record.CaseRecord;
import parley.app.record.Deed;
import parley.app.record.Deeds;
import parley.app.record.Entry;
import parley.app.record.Label;

/**
 * Who is what in which case. A role is given by one person and confirmed by another; until a case has two people who
 * may give roles, the first may give one alone. It counts from the next request on.
 */
public final class Roles {
    private static final String HOLDS_ROLES = "('secretariat', 'administrator')";

    private final CaseRecord record;
    private final JdbcClient keeper;
    private final WebSessions sessions;

    public Roles(CaseRecord record, JdbcClient keeper, WebSessions sessions) {
        this.record = record;
        this.keeper = keeper;
        this.sessions = sessions;
    }

    /** A role that waits for a second person. */
    public record Waiting(long given, UUID by, UUID account, Role role, String body, Label clearance) {}

    /** Returns the roles an account holds now, in every case. */
    public List<Membership> of(UUID account) {
        return keeper.sql("""
                        select case_id, account, role, body, level, compartments, given from membership
                        where account = ? and ended is null order by case_id, given""").param(account).query((row, _) -> membership(row)).list();
    }

    /** Returns the roles held in a case now. */
    public List<Membership> in(String caseId) {
        return keeper.sql("""
                        select case_id, account, role, body, level, compartments, given from membership
                        where case_id = ? and ended is null order by role, body, given""").param(caseId).query((row, _) -> membership(row)).list();
    }

    private static Membership membership(ResultSet row) throws SQLException {
        Role role = Role.named(row.getString(3));
        if (role == null) {
            throw new SQLException("The table of roles holds a role nobody knows: " + row.getString(3));
        }
        String[] only = (String[]) row.getArray(6).getArray();
        return new Membership(
                row.getString(1),
                row.getObject(2, UUID.class),
                role,
                row.getString(4),
                new Label(Label.Level.ofRank(row.getInt(5)), List.of(only)),
                row.getLong(7));
    }

    /**
     * Gives a role, by the system when a case is new; else it waits for {@link #confirm}.
     *
     * @return the entry that gave it
     */
    public long give(
            String caseId, CaseRecord.Author by, UUID account, Role role, String body, Label clearance, String why) {
        return record.write(caseId, by, w -> {
            boolean atOnce = mayAlone(w.connection(), caseId, by.account());
            long given = w.add(
                    new Deed.RoleGiven(account, role.word(), body, clearance.words(), atOnce), Label.PARTNERS, why);
            if (atOnce) {
                takeEffect(w.connection(), caseId, account, role, body, clearance, given);
            }
            return given;
        });
    }

    /** Confirms a role that another person gave; returns why not, or nothing if it is done. */
    public String confirm(String caseId, CaseRecord.Author by, UUID person, long given) {
        return record.write(caseId, by, w -> {
            Waiting waiting = waiting(caseId).get(given);
            if (waiting == null) {
                return "This role waits for nobody.";
            }
            UUID first = personOf(w.connection(), waiting.by());
            if (person.equals(first)) {
                return "You gave this role yourself; another person has to confirm it.";
            }
            if (person.equals(personOf(w.connection(), waiting.account()))) {
                return "This role is for you; another person has to confirm it.";
            }
            w.add(new Deed.RoleConfirmed(given), Label.PARTNERS, "");
            takeEffect(
                    w.connection(),
                    caseId,
                    waiting.account(),
                    waiting.role(),
                    waiting.body(),
                    waiting.clearance(),
                    given);
            sessions.endAll(waiting.account());
            return "";
        });
    }

    /** Ends a role at once; returns why not, or nothing if it is done. */
    public String end(String caseId, CaseRecord.Author by, long given, String why) {
        return record.write(caseId, by, w -> {
            if (leavesTooFew(w.connection(), caseId, given)) {
                return "Then fewer than two people could give and confirm roles here. Give such a role to somebody else first.";
            }
            try (PreparedStatement s = w.connection()
                    .prepareStatement(
                            "update membership set ended = ? where case_id = ? and given = ? and ended is null returning account")) {
                s.setLong(1, w.index() + 1);
                s.setString(2, caseId);
                s.setLong(3, given);
                try (ResultSet ended = s.executeQuery()) {
                    if (!ended.next()) {
                        return "This role has ended before.";
                    }
                    sessions.endAll(ended.getObject(1, UUID.class));
                }
            }
            w.add(new Deed.RoleEnded(given), Label.PARTNERS, why);
            return "";
        });
    }

    /** Returns the roles that wait for a second person, by the entry that gave them. */
    public Map<Long, Waiting> waiting(String caseId) {
        Map<Long, Waiting> waiting = new TreeMap<>();
        for (Entry e : record.readAll(caseId, -1)) {
            switch (Deeds.of(e)) {
                case Deed.RoleGiven d
                when !d.atOnce() -> {
                    Role role = Role.named(d.role());
                    Label clearance = Label.read(d.clearance());
                    if (role != null && clearance != null) {
                        waiting.put(
                                e.index(), new Waiting(e.index(), e.account(), d.account(), role, d.body(), clearance));
                    }
                }
                case Deed.RoleConfirmed(long given) -> waiting.remove(given);
                case Deed.RoleEnded(long given) -> waiting.remove(given);
                case null, default -> {}
            }
        }
        return waiting;
    }

    /** Writes a role that counts from now on, and the copies it reads. */
    public static void takeEffect(
            Connection c, String caseId, UUID account, Role role, String body, Label clearance, long given)
            throws SQLException {
        try (PreparedStatement s = c.prepareStatement("""
                insert into membership (case_id, account, role, body, level, compartments, given)
                values (?, ?, ?, ?, ?, ?, ?)""")) {
            s.setString(1, caseId);
            s.setObject(2, account);
            s.setString(3, role.word());
            s.setString(4, body);
            s.setInt(5, clearance.level().rank());
            s.setArray(6, c.createArrayOf("text", clearance.only().toArray()));
            s.setLong(7, given);
            s.executeUpdate();
        }
        ReadingCopies.forLabel(c, caseId, clearance);
        ProposedCopies.forLabel(c, caseId, clearance);
    }

    /** The system sets a case up; after it, one person may give roles alone until there was ever a second who could confirm. */
    private static boolean mayAlone(Connection c, String caseId, UUID account) throws SQLException {
        if (account.equals(Accounts.SYSTEM.id())) {
            return true;
        }
        try (PreparedStatement s = c.prepareStatement("""
                select count(distinct a.person), count(*) filter (where m.account = ? and m.ended is null)
                from membership m join account a on a.id = m.account
                where m.case_id = ? and m.role in\s""" + HOLDS_ROLES)) {
            s.setObject(1, account);
            s.setString(2, caseId);
            try (ResultSet row = s.executeQuery()) {
                row.next();
                return row.getLong(1) == 1 && row.getLong(2) > 0;
            }
        }
    }

    /** A case keeps two people who look after roles once it has had them, else one could act alone again. */
    private static boolean leavesTooFew(Connection c, String caseId, long given) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("""
                select count(*) filter (where m.given = ? and m.ended is null),
                       count(distinct a.person) filter (where m.given <> ? and m.ended is null),
                       count(distinct a.person)
                from membership m join account a on a.id = m.account
                where m.case_id = ? and m.role in\s""" + HOLDS_ROLES)) {
            s.setLong(1, given);
            s.setLong(2, given);
            s.setString(3, caseId);
            try (ResultSet row = s.executeQuery()) {
                row.next();
                boolean looksAfterRoles = row.getLong(1) > 0;
                return looksAfterRoles && row.getLong(2) < Math.min(2, row.getLong(3));
            }
        }
    }

    private static @Nullable UUID personOf(Connection c, UUID account) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("select person from account where id = ?")) {
            s.setObject(1, account);
            try (ResultSet row = s.executeQuery()) {
                return row.next() ? row.getObject(1, UUID.class) : null;
            }
        }
    }

    /** Says whether somebody with these roles may let others read so much: never more than is read oneself. */
    public static boolean mayGive(List<Membership> own, Label clearance) {
        return own.stream()
                .anyMatch(m -> m.role() == Role.ADMINISTRATOR || m.clearance().covers(clearance));
    }

    /** Collects what is wrong with a role somebody wants to give, in words; empty if nothing is. */
    public static List<String> wrong(Role role, String body, List<String> bodies, Label clearance) {
        List<String> wrong = new ArrayList<>();
        if (role.ofBody() && !bodies.contains(body)) {
            wrong.add("A %s belongs to one of %s.".formatted(role.title(), String.join(", ", bodies)));
        }
        if (!role.ofBody() && !body.isEmpty()) {
            wrong.add("A role as %s is held for nobody in particular.".formatted(role.title()));
        }
        boolean others = role == Role.DESK && clearance.only().stream().anyMatch(p -> !p.equals(body));
        if (others) {
            wrong.add("A desk reads the compartment of its own partner alone.");
        }
        return wrong;
    }
}

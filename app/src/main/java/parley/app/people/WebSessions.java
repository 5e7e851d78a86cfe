package parley.app.people;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is signed in: kept in the database, so that ending one counts at once everywhere. */
public final class WebSessions {
    private static final Duration IDLE = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(8);

    /** How old the last use of the second factor may be for what asks for it again. */
    private static final Duration STRONG = Duration.ofMinutes(5);

    /** A page writes the time of its use at most this often. */
    private static final Duration NOTED = Duration.ofSeconds(30);

    private final JdbcClient keeper;
    private final InstantSource clock;

    public WebSessions(JdbcClient keeper, InstantSource clock) {
        this.keeper = keeper;
        this.clock = clock;
    }

    /**
     * One signed-in browser.
     *
     * @param strong whether the second factor was used a short while ago
     */
    public record WebSession(Account account, Instant began, Instant seen, boolean strong, String device) {}

    /** Signs in and returns the word for the cookie. */
    public String begin(UUID account, String device) {
        String token = Tokens.fresh();
        Timestamp now = Timestamp.from(clock.instant());
        keeper.sql("insert into web_session (hash, account, began, seen, strong, device) values (?, ?, ?, ?, ?, ?)")
                .params(Tokens.hash(token), account, now, now, now, device.substring(0, Math.min(device.length(), 200)))
                .update();
        return token;
    }

    /** Returns who that is, or {@code null} if the session ended, by hand or by time. */
    public @Nullable WebSession of(String token) {
        Instant now = clock.instant();
        byte[] hash = Tokens.hash(token);
        WebSession found = keeper.sql("""
                        select a.id, a.person, a.login, p.name, s.began, s.seen, s.strong, s.device
                        from web_session s join account a on a.id = s.account join person p on p.id = a.person
                        where s.hash = ? and s.ended is null and a.ended is null and s.seen > ? and s.began > ?""")
                .params(hash, Timestamp.from(now.minus(IDLE)), Timestamp.from(now.minus(LONGEST)))
                .query((row, _) -> {
                    Timestamp strong = row.getTimestamp(7);
                    return new WebSession(
                            new Account(
                                    row.getObject(1, UUID.class),
                                    row.getObject(2, UUID.class),
                                    row.getString(3),
                                    row.getString(4)),
                            row.getTimestamp(5).toInstant(),
                            row.getTimestamp(6).toInstant(),
                            strong != null && strong.toInstant().isAfter(now.minus(STRONG)),
                            row.getString(8));
                })
                .optional()
                .orElse(null);
        if (found != null && found.seen().isBefore(now.minus(NOTED))) {
            keeper.sql("update web_session set seen = ? where hash = ?")
                    .params(Timestamp.from(now), hash)
                    .update();
        }
        return found;
    }

    /** Notes that the second factor was used just now. */
    public void strengthen(String token) {
        keeper.sql("update web_session set strong = ? where hash = ?")
                .params(Timestamp.from(clock.instant()), Tokens.hash(token))
                .update();
    }

    public void end(String token) {
        keeper.sql("update web_session set ended = ? where hash = ? and ended is null")
                .params(Timestamp.from(clock.instant()), Tokens.hash(token))
                .update();
    }

    /** Ends every session of an account, for example when its rights change. */
    public void endAll(UUID account) {
        keeper.sql("update web_session set ended = ? where account = ? and ended is null")
                .params(Timestamp.from(clock.instant()), account)
                .update();
    }

    /** Ends every session of an account but the one that carries {@code token}. */
    public void endOthers(UUID account, String token) {
        keeper.sql("update web_session set ended = ? where account = ? and hash <> ? and ended is null")
                .params(Timestamp.from(clock.instant()), account, Tokens.hash(token))
                .update();
    }

    /** One line of the list of own sessions; {@code began} names it. */
    public record Line(Instant began, Instant seen, String device) {}

    /** Returns the sessions of an account that have not ended, newest first. */
    public List<Line> ofAccount(UUID account) {
        Instant now = clock.instant();
        return keeper.sql("""
                        select began, seen, device from web_session
                        where account = ? and ended is null and seen > ? and began > ? order by began desc""")
                .params(account, Timestamp.from(now.minus(IDLE)), Timestamp.from(now.minus(LONGEST)))
                .query((row, _) -> new Line(
                        row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant(), row.getString(3)))
                .list();
    }
}

package parley.app.people;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Words by which programs act for an account, each for one purpose and for a time. */
public final class ApiTokens {
    private static final Duration LONGEST = Duration.ofDays(365);

    private final JdbcClient keeper;
    private final InstantSource clock;

    public ApiTokens(JdbcClient keeper, InstantSource clock) {
        this.keeper = keeper;
        this.clock = clock;
    }

    /** What a word is good for. */
    public enum Scope {
        READ,
        WRITE,
        CALENDAR,
        /** Fetching the messages of webhooks and telling what became of them; nothing of a case. */
        DELIVER;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Whom a word stands for, and what for. */
    public record Grant(Account account, Scope scope) {}

    /** One line of the list of own words; the word itself is not kept. */
    public record Line(String label, String scope, Instant since, Instant until) {}

    /** Makes a word and returns it; it is shown this once. */
    public String make(UUID account, Scope scope, String label) {
        String token = Tokens.fresh();
        Instant now = clock.instant();
        keeper.sql("insert into api_token (hash, account, scope, label, since, until) values (?, ?, ?, ?, ?, ?)")
                .params(
                        Tokens.hash(token),
                        account,
                        scope.word(),
                        label,
                        Timestamp.from(now),
                        Timestamp.from(now.plus(LONGEST)))
                .update();
        return token;
    }

    /** Returns whom a word stands for, or {@code null} if it ended or never was. */
    public @Nullable Grant of(String token) {
        return keeper.sql("""
                        select a.id, a.person, a.login, p.name, t.scope from api_token t
                        join account a on a.id = t.account join person p on p.id = a.person
                        where t.hash = ? and t.ended is null and t.until > ? and a.ended is null""")
                .params(Tokens.hash(token), Timestamp.from(clock.instant()))
                .query((row, _) -> new Grant(
                        new Account(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4)),
                        Scope.valueOf(row.getString(5).toUpperCase(java.util.Locale.ROOT))))
                .optional()
                .orElse(null);
    }

    /** Returns the words of an account that are still good. */
    public List<Line> ofAccount(UUID account) {
        return keeper.sql("""
                        select label, scope, since, until from api_token
                        where account = ? and ended is null and until > ? order by since desc""")
                .params(account, Timestamp.from(clock.instant()))
                .query((row, _) -> new Line(
                        row.getString(1),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /** Ends all words of an account with that label. */
    public void end(UUID account, String label) {
        keeper.sql("update api_token set ended = ? where account = ? and label = ? and ended is null")
                .params(Timestamp.from(clock.instant()), account, label)
                .update();
    }
}

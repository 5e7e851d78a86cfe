package parley.app.people;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.record.CaseRecord;

/** Persons and accounts, and the one-time links by which an account gets its first credentials or new ones. */
public final class Accounts {
    /** Who brings in a case that ships with the server; it can never sign in. */
    public static final Account SYSTEM = new Account(CaseRecord.SYSTEM, new UUID(0, 2), "parley", "Parley");

    private static final Duration INVITED_FOR = Duration.ofDays(7);
    private static final String SELECT =
            "select a.id, a.person, a.login, p.name from account a join person p on p.id = a.person"
                    + " where a.ended is null and ";

    private final JdbcClient keeper;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    public Accounts(JdbcClient keeper, TransactionTemplate transaction, InstantSource clock) {
        this.keeper = keeper;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes a person with one account, which cannot sign in before it was invited. */
    public Account make(String name, String login) {
        var account = new Account(UUID.randomUUID(), UUID.randomUUID(), login.toLowerCase(Locale.ROOT), name);
        transaction.executeWithoutResult(_ -> insert(account));
        return account;
    }

    /** Makes the account if it is not there. */
    public void require(Account account) {
        if (byId(account.id()) == null) {
            transaction.executeWithoutResult(_ -> insert(account));
        }
    }

    private void insert(Account account) {
        Timestamp now = Timestamp.from(clock.instant());
        keeper.sql("insert into person (id, name, since) values (?, ?, ?)")
                .params(account.person(), account.name(), now)
                .update();
        keeper.sql("insert into account (id, person, login, since) values (?, ?, ?, ?)")
                .params(account.id(), account.person(), account.login(), now)
                .update();
    }

    public @Nullable Account byId(UUID id) {
        return keeper.sql(SELECT + "a.id = ?")
                .param(id)
                .query(Account.class)
                .optional()
                .orElse(null);
    }

    public @Nullable Account byLogin(String login) {
        return keeper.sql(SELECT + "a.login = ?")
                .param(login.toLowerCase(Locale.ROOT))
                .query(Account.class)
                .optional()
                .orElse(null);
    }

    /** Returns all accounts by name. */
    public List<Account> all() {
        return keeper.sql(SELECT + "true order by p.name, a.login")
                .query(Account.class)
                .list();
    }

    /** Says whether nobody can sign in yet. */
    public boolean nobodyYet() {
        return keeper.sql("select count(*) from credential").query(Long.class).single() == 0;
    }

    /** Returns the token of a one-time link, good for a week; older links of the account end. */
    public String invite(UUID account) {
        String token = Tokens.fresh();
        Instant now = clock.instant();
        transaction.executeWithoutResult(_ -> {
            keeper.sql("update invitation set used = ? where account = ? and used is null")
                    .params(Timestamp.from(now), account)
                    .update();
            keeper.sql("insert into invitation (hash, account, until) values (?, ?, ?)")
                    .params(Tokens.hash(token), account, Timestamp.from(now.plus(INVITED_FOR)))
                    .update();
        });
        return token;
    }

    /** Returns whom a one-time link invites, or {@code null} if it was used, is too old or never was. */
    public @Nullable Account invited(String token) {
        return keeper.sql(
                        SELECT
                                + "a.id = (select i.account from invitation i where i.hash = ? and i.used is null and i.until > ?)")
                .params(Tokens.hash(token), Timestamp.from(clock.instant()))
                .query(Account.class)
                .optional()
                .orElse(null);
    }

    /** Uses a link up; false if somebody did so before. */
    boolean useUp(String token) {
        Timestamp now = Timestamp.from(clock.instant());
        return keeper.sql("update invitation set used = ? where hash = ? and used is null and until > ?")
                        .params(now, Tokens.hash(token), now)
                        .update()
                == 1;
    }
}

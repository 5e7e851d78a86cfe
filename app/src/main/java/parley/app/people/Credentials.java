package parley.app.people;

import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Passphrases and second factors. Whatever is wrong, the answer is the same and takes as long; who tries often waits,
 * and a stranger's trying locks nobody out.
 */
public final class Credentials {
    /** Shorter ones can be guessed. */
    public static final int SHORTEST_PASSPHRASE = 12;

    private static final int LONGEST_PASSPHRASE = 256;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIB = 1 << 16;
    private static final int PASSES = 3;
    private static final int FREE_TRIES = 5;
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    /** The hash of a random word that nobody kept: a name that is not there takes as long to refuse as one that is. */
    private static final String NOBODYS =
            "$argon2id$v=19$m=65536,t=3,p=1$jA9e33G7tIKIfIQIDHcBvg$C90k6aExl6jecXWBa9/ZR1GUncWRuMpzRQf6eOMsDWw";

    private final JdbcClient keeper;
    private final TransactionTemplate transaction;
    private final Accounts accounts;
    private final SealedField fields;
    private final InstantSource clock;
    private final Argon2PasswordEncoder argon =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);

    /** One computation takes 64 MiB: two at once are enough for people and too few to exhaust the machine. */
    private final java.util.concurrent.Semaphore computing = new java.util.concurrent.Semaphore(2, true);

    private record Stored(@Nullable String password, byte @Nullable [] totp, long totpUsed) {}

    public Credentials(
            JdbcClient keeper,
            TransactionTemplate transaction,
            Accounts accounts,
            SealedField fields,
            InstantSource clock) {
        this.keeper = keeper;
        this.transaction = transaction;
        this.accounts = accounts;
        this.fields = fields;
        this.clock = clock;
    }

    /** What came of choosing credentials. */
    public sealed interface Chosen {
        record Done(Account account) implements Chosen {}

        /**
         * They cannot be chosen.
         *
         * @param says what to do about it
         */
        record Refused(String says) implements Chosen {}
    }

    /** Returns a fresh secret for a second factor. */
    public byte[] freshSecret() {
        return Tokens.random(Totp.SECRET_BYTES);
    }

    /** Uses a one-time link to set passphrase and second factor; the code shows that the program was set up. */
    public Chosen choose(String token, String passphrase, byte[] secret, String code) {
        Account account = accounts.invited(token);
        if (account == null) {
            return new Chosen.Refused("This link was used before or is too old. Ask who invited you for a new one.");
        }
        if (passphrase.length() < SHORTEST_PASSPHRASE || passphrase.length() > LONGEST_PASSPHRASE) {
            return new Chosen.Refused("A passphrase has %d to %d characters; four or five words are a good one."
                    .formatted(SHORTEST_PASSPHRASE, LONGEST_PASSPHRASE));
        }
        long step = Totp.matches(secret, code.strip(), clock.instant(), 0);
        if (step < 0) {
            return new Chosen.Refused(
                    "The code is not the one of this secret now. Look whether the clock of your device is right, and type the next code.");
        }
        String hash = encode(passphrase);
        return transaction.execute(_ -> {
            if (!accounts.useUp(token)) {
                return new Chosen.Refused("This link was used before. Ask who invited you for a new one.");
            }
            keeper.sql("""
                            insert into credential (account, password, totp, totp_used, changed) values (?, ?, ?, ?, ?)
                            on conflict (account) do update set password = excluded.password, totp = excluded.totp,
                              totp_used = excluded.totp_used, changed = excluded.changed""")
                    .params(
                            account.id(),
                            hash,
                            fields.seal("credential totp", account.id(), secret),
                            step,
                            Timestamp.from(clock.instant()))
                    .update();
            // Who chooses anew may have lost the old: nothing that let somebody in before does so again.
            keeper.sql("update web_session set ended = ? where account = ? and ended is null")
                    .params(Timestamp.from(clock.instant()), account.id())
                    .update();
            keeper.sql("delete from passkey where account = ?")
                    .param(account.id())
                    .update();
            return new Chosen.Done(account);
        });
    }

    /** How a sign-in ends. */
    public sealed interface Answer {
        record Welcome(Account account) implements Answer {}

        /** Name, passphrase or code is wrong; which one is not said. */
        record Wrong() implements Answer {}

        /** Too many wrong tries for this name from this place: wait. */
        record Wait(Duration for_) implements Answer {}
    }

    /** Checks name, passphrase and code. {@code place} is where the request comes from, for slowing down who guesses. */
    public Answer signIn(String login, String passphrase, String code, String place) {
        byte[] key = Tokens.hash(login.toLowerCase(java.util.Locale.ROOT) + "\n" + place);
        Duration wait = waiting(key);
        if (!wait.isZero()) {
            return new Answer.Wait(wait);
        }
        Account account = accounts.byLogin(login);
        Stored stored = account == null ? null : stored(account.id());
        String password = stored == null || stored.password() == null ? NOBODYS : stored.password();
        boolean right = passphrase.length() <= LONGEST_PASSPHRASE && matches(passphrase, password);
        if (account != null && stored != null && right && codeCounts(account.id(), stored, code)) {
            forget(key);
            return new Answer.Welcome(account);
        }
        note(key);
        return new Answer.Wrong();
    }

    /** Checks a code of somebody who is signed in, and uses it up; who guesses waits as at the sign-in. */
    public Answer secondFactor(Account account, String code) {
        byte[] key = Tokens.hash("again\n" + account.id());
        Duration wait = waiting(key);
        if (!wait.isZero()) {
            return new Answer.Wait(wait);
        }
        Stored stored = stored(account.id());
        if (stored != null && codeCounts(account.id(), stored, code)) {
            forget(key);
            return new Answer.Welcome(account);
        }
        note(key);
        return new Answer.Wrong();
    }

    private void forget(byte[] key) {
        keeper.sql("delete from sign_in_failure where key = ?").param(key).update();
    }

    private void note(byte[] key) {
        keeper.sql("insert into sign_in_failure (key, at) values (?, ?)")
                .params(key, Timestamp.from(clock.instant()))
                .update();
    }

    private boolean codeCounts(UUID account, Stored stored, String code) {
        if (stored.totp() == null) {
            return false;
        }
        try {
            byte[] secret = fields.open("credential totp", account, stored.totp());
            long step = Totp.matches(secret, code.strip(), clock.instant(), stored.totpUsed());
            // Two requests with one code: the one that moves the mark has used it.
            return step >= 0
                    && keeper.sql("update credential set totp_used = ? where account = ? and totp_used < ?")
                                    .params(step, account, step)
                                    .update()
                            == 1;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private @Nullable Stored stored(UUID account) {
        List<Stored> found = keeper.sql("select password, totp, totp_used from credential where account = ?")
                .param(account)
                .query((row, _) -> new Stored(row.getString(1), row.getBytes(2), row.getLong(3)))
                .list();
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The first tries are free; then each wrong one doubles the wait, up to the time it is remembered. */
    private Duration waiting(byte[] key) {
        Instant now = clock.instant();
        keeper.sql("delete from sign_in_failure where at < ?")
                .param(Timestamp.from(now.minus(REMEMBERED)))
                .update();
        List<Instant> failures = keeper.sql("select at from sign_in_failure where key = ? order by at desc")
                .param(key)
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .list();
        int over = failures.size() - FREE_TRIES;
        if (over < 0) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(over + 1, 9));
        Instant again = failures.getFirst().plus(pause);
        return again.isAfter(now) ? Duration.between(now, again) : Duration.ZERO;
    }

    private boolean matches(String passphrase, String hash) {
        return computed(() -> argon.matches(passphrase, hash));
    }

    private String encode(String passphrase) {
        return String.valueOf(computed(() -> argon.encode(passphrase)));
    }

    private <T> T computed(java.util.function.Supplier<T> work) {
        computing.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            computing.release();
        }
    }
}

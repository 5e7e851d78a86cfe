package parley.app.people;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random words that a passkey signs. Each carries the time it was made, sealed for what and for whom, so that asking for
 * one stores nothing; a word that was answered is kept until it is too old, and is good once.
 */
final class Challenges {
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final int RANDOM_BYTES = 24;

    private final JdbcClient keeper;
    private final SealedField fields;
    private final InstantSource clock;

    Challenges(JdbcClient keeper, SealedField fields, InstantSource clock) {
        this.keeper = keeper;
        this.fields = fields;
        this.clock = clock;
    }

    /** What a challenge is answered for; an answer is good for nothing else. */
    enum Purpose {
        SIGN_IN,
        ENROL,
        AGAIN;

        private String column() {
            return "passkey " + name();
        }
    }

    /** Returns a fresh challenge; for signing in, {@code account} is not known yet and is zero. */
    byte[] fresh(Purpose purpose, UUID account) {
        byte[] clear = ByteBuffer.allocate(Long.BYTES + RANDOM_BYTES)
                .putLong(clock.instant().getEpochSecond())
                .put(Tokens.random(RANDOM_BYTES))
                .array();
        return fields.seal(purpose.column(), account, clear);
    }

    /** Says whether we made it for this a short while ago, and uses it up. */
    boolean use(Purpose purpose, UUID account, byte[] challenge) {
        Instant made;
        try {
            made = Instant.ofEpochSecond(ByteBuffer.wrap(fields.open(purpose.column(), account, challenge))
                    .getLong());
        } catch (GeneralSecurityException e) {
            return false;
        }
        Instant now = clock.instant();
        Instant until = made.plus(GOOD_FOR);
        keeper.sql("delete from challenge_used where until < ?")
                .param(Timestamp.from(now))
                .update();
        return until.isAfter(now)
                && keeper.sql("insert into challenge_used (hash, until) values (?, ?) on conflict do nothing")
                                .params(Tokens.hash(challenge), Timestamp.from(until))
                                .update()
                        == 1;
    }
}

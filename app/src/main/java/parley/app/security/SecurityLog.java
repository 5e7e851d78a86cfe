package parley.app.security;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What who looks after the server should see: who came in, who was refused, which keys changed. An account is its random
 * id; no name, no word anybody typed and no address of a page is in a line, so a line tells nothing of a case and cannot
 * be forged by a line break.
 */
public final class SecurityLog {
    private static final Logger LOG = LoggerFactory.getLogger("parley.security");

    private SecurityLog() {}

    /** What happened. */
    public enum Event {
        SIGNED_IN_BY_PASSPHRASE,
        SIGNED_IN_BY_PASSKEY,
        SIGN_IN_REFUSED,
        SIGN_IN_SLOWED_DOWN,
        SIGNED_OUT,
        CREDENTIALS_CHOSEN,
        SECOND_FACTOR_SHOWN,
        SECOND_FACTOR_REFUSED,
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        WORD_MADE,
        WORD_ENDED,
        SESSIONS_ENDED,
        NOTHING_THERE_FOR_IT,
        FORM_REFUSED
    }

    /** Writes a line about an account, or about nobody who is known. */
    public static void note(Event event, @Nullable UUID account) {
        LOG.info("{} account={}", event, account == null ? "-" : account);
    }

    /** Writes a line about who asks now. */
    public static void note(Event event) {
        note(
                event,
                SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who
                        ? who.session().account().id()
                        : null);
    }
}

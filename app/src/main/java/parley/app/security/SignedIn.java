package parley.app.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import parley.app.people.WebSessions.WebSession;

/** Somebody signed in, as Spring Security hands it on. */
public final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient WebSession session;
    private final transient String token;

    SignedIn(WebSession session, String token) {
        super(List.of());
        this.session = session;
        this.token = token;
        setAuthenticated(true);
    }

    /** Returns the session. */
    public WebSession session() {
        return session;
    }

    /** Returns the word of the cookie. */
    public String token() {
        return token;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return session.account().id();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}

package parley.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import parley.app.people.WebSessions;
import parley.app.people.WebSessions.WebSession;

/** Finds out who asks, from the cookie and the table of web sessions; the server itself holds no session. */
final class CookieSessions implements SecurityContextRepository {
    private final WebSessions sessions;

    CookieSessions(WebSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(org.springframework.security.web.context.HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        SecurityContext context = context(request);
        return new DeferredSecurityContext() {
            @Override
            public SecurityContext get() {
                return context;
            }

            @Override
            public boolean isGenerated() {
                return context.getAuthentication() == null;
            }
        };
    }

    private SecurityContext context(HttpServletRequest request) {
        String token = Cookies.read(request, Cookies.SESSION);
        WebSession session = token == null ? null : sessions.of(token);
        return session == null || token == null
                ? SecurityContextHolder.createEmptyContext()
                : new SecurityContextImpl(new SignedIn(session, token));
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Signing in writes the table and the cookie itself.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return Cookies.read(request, Cookies.SESSION) != null;
    }
}

package parley.app.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import parley.app.people.ApiTokens;
import parley.app.people.WebSessions.WebSession;

/**
 * Lets programs in under {@code /api} by the word they carry, and nobody else: a browser's cookie counts nothing there,
 * so no page of another site can use it.
 */
final class BearerFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final ApiTokens tokens;
    private final InstantSource clock;

    BearerFilter(ApiTokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Says whether a request is one of a program. */
    static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isApi(request)) {
            chain.doFilter(request, response);
            return;
        }
        SecurityContextHolder.clearContext();
        String header = request.getHeader("Authorization");
        String word = header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : feed(request);
        ApiTokens.Grant grant = word.isEmpty() ? null : tokens.of(word);
        if (grant != null && may(grant.scope(), request)) {
            var session = new WebSession(grant.account(), clock.instant(), clock.instant(), false, "a program");
            SecurityContextHolder.setContext(new SecurityContextImpl(new SignedIn(session, "")));
        }
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** A calendar program can send no header, so its word stands in the address and is good for the feed alone. */
    private static String feed(HttpServletRequest request) {
        String word = request.getParameter("word");
        return word != null && request.getRequestURI().endsWith("/calendar.ics") ? word : "";
    }

    private static boolean may(ApiTokens.Scope scope, HttpServletRequest request) {
        boolean feed = request.getRequestURI().endsWith("/calendar.ics");
        boolean hooks = request.getRequestURI().startsWith("/api/v1/hooks/");
        return switch (scope) {
            case CALENDAR -> feed;
            case DELIVER -> hooks;
            case READ -> !hooks && !request.getMethod().equals("POST");
            case WRITE -> !hooks;
        };
    }
}

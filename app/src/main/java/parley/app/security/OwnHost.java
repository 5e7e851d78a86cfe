package parley.app.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers requests to our own host alone, by known methods, and refuses changes that another site's page asks for.
 * {@code X-Forwarded} headers mean nothing here: the host is fixed when the server starts.
 */
public final class OwnHost extends OncePerRequestFilter {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final Set<String> hosts;

    /** @param hosts the values of {@code Host} that are ours, with port */
    public OwnHost(Set<String> hosts) {
        this.hosts = Set.copyOf(hosts);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int refused = refused(request);
        if (refused == 0) {
            chain.doFilter(request, response);
        } else {
            Headers.on(response);
            response.sendError(refused);
        }
    }

    /** Returns the status that refuses a request, or 0. */
    private int refused(HttpServletRequest request) {
        String host = request.getHeader("Host");
        // The length of a body is told in one way alone, so no program before us can have read another one.
        if (host == null || !hosts.contains(host) || request.getHeader("Transfer-Encoding") != null) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        if (!METHODS.contains(request.getMethod())) {
            return HttpServletResponse.SC_METHOD_NOT_ALLOWED;
        }
        String from = request.getHeader("Sec-Fetch-Site");
        return request.getMethod().equals("POST") && from != null && !OWN.contains(from)
                ? HttpServletResponse.SC_FORBIDDEN
                : 0;
    }
}

package parley.app.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Files come in large with the import of lists alone; everywhere else a form is as large as the original of an item. */
final class SmallForms extends OncePerRequestFilter {
    private static final long MOST_BYTES = 21L << 20;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean parts = type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
        boolean mayBeLarge = request.getRequestURI().endsWith("/register/import");
        // A form whose length is not told could be of any.
        if (parts
                && !mayBeLarge
                && (request.getContentLengthLong() > MOST_BYTES || request.getContentLengthLong() < 0)) {
            Headers.on(response);
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        chain.doFilter(request, response);
    }
}

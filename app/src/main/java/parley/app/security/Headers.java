package parley.app.security;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** The headers on every answer, errors included. */
final class Headers {
    /** No page may load or send anything but from and to ourselves; no script and no style stands in a page. */
    private static final String CONTENT =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy",
            CONTENT,
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cache-Control",
            "no-store",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

    private Headers() {}

    /** Sets them on an answer given before the filters that would. */
    static void on(HttpServletResponse response) {
        ALL.forEach(response::setHeader);
    }
}

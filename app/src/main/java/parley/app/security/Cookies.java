package parley.app.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The two cookies: {@code __Host-} says that no other host and no plain connection can have set them. */
public final class Cookies {
    /** Holds the word of a web session. */
    public static final String SESSION = "__Host-parley";

    /** Holds a random word that ties a form to the browser before anybody signed in. */
    static final String FORM = "__Host-parley-form";

    private Cookies() {}

    static @Nullable String read(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (Cookie c : cookies) {
            if (c.getName().equals(name) && !c.getValue().isEmpty()) {
                return c.getValue();
            }
        }
        return null;
    }

    /** Sets a cookie until the browser closes. */
    public static void set(HttpServletResponse response, String name, String value) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(name, value).build().toString());
    }

    /** Takes a cookie back. */
    public static void clear(HttpServletResponse response, String name) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie(name, "").maxAge(0).build().toString());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Strict");
    }
}

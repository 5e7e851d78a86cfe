package parley.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The word in every form that only our own pages know. It follows from the session's cookie, so there is nothing to
 * store and it changes with each session; before anybody signed in it follows from a random cookie.
 */
final class FormTokens implements CsrfTokenRepository {
    private static final String FIELD = "_form";
    private static final String HEADER = "X-Parley-Form";
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        String session = Cookies.read(request, Cookies.SESSION);
        if (session != null) {
            return token(session);
        }
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String word = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(Cookies.FORM, word);
        return token(word);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(Cookies.FORM) instanceof String word) {
            Cookies.set(response, Cookies.FORM, word);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        String session = Cookies.read(request, Cookies.SESSION);
        String word = session != null ? session : Cookies.read(request, Cookies.FORM);
        return word == null ? null : token(word);
    }

    private static CsrfToken token(String word) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("parley form " + word).getBytes(StandardCharsets.UTF_8));
            return new DefaultCsrfToken(
                    HEADER, FIELD, Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}

package parley.app.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import parley.app.people.Account;
import parley.app.people.Accounts;
import parley.app.people.Credentials;
import parley.app.people.Passkeys;
import parley.app.people.SealedField;
import parley.app.people.Totp;
import parley.app.people.WebSessions;
import parley.app.security.Cookies;
import parley.app.security.SecurityLog;
import parley.app.security.SignedIn;
import parley.app.web.NotFound;
import parley.app.web.Pages;
import parley.app.web.Visits;

/** Signing in and out, and the first visit by a one-time link. */
@Controller
public class SignInPages {
    private final Pages pages;
    private final Accounts accounts;
    private final Credentials credentials;
    private final WebSessions sessions;
    private final SealedField fields;
    private final Passkeys passkeys;

    public SignInPages(
            Pages pages,
            Accounts accounts,
            Credentials credentials,
            WebSessions sessions,
            SealedField fields,
            Passkeys passkeys) {
        this.pages = pages;
        this.accounts = accounts;
        this.credentials = credentials;
        this.sessions = sessions;
        this.fields = fields;
        this.passkeys = passkeys;
    }

    @GetMapping("/sign-in")
    ResponseEntity<String> signIn(HttpServletRequest request) {
        return signInPage(request, HttpStatus.OK, "", "");
    }

    private ResponseEntity<String> signInPage(
            HttpServletRequest request, HttpStatus status, String says, String login) {
        return pages.page(status, "people/sign-in", Map.of("form", Visits.form(request), "says", says, "login", login));
    }

    @PostMapping("/sign-in")
    ResponseEntity<String> signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String login,
            @RequestParam String passphrase,
            @RequestParam String code) {
        return switch (credentials.signIn(login, passphrase, code, request.getRemoteAddr())) {
            case Credentials.Answer.Welcome(Account account) -> {
                SecurityLog.note(SecurityLog.Event.SIGNED_IN_BY_PASSPHRASE, account.id());
                yield begin(account, request, response);
            }
            case Credentials.Answer.Wrong _ -> {
                SecurityLog.note(SecurityLog.Event.SIGN_IN_REFUSED, null);
                yield signInPage(
                        request,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "Name, passphrase or code is wrong. Each code works once; wait for the next one if you used it before.",
                        login);
            }
            case Credentials.Answer.Wait(Duration wait) -> {
                SecurityLog.note(SecurityLog.Event.SIGN_IN_SLOWED_DOWN, null);
                yield signInPage(
                        request,
                        HttpStatus.TOO_MANY_REQUESTS,
                        "There were several wrong tries. Try again in %d seconds.".formatted(wait.toSeconds() + 1),
                        login);
            }
        };
    }

    /** Says what the script asks a device with; it tells nothing about anybody and stores nothing. */
    @GetMapping("/sign-in/passkey")
    @ResponseBody
    Passkeys.Asked passkey() {
        return passkeys.askToSignIn();
    }

    /** A passkey whose device has verified its person stands for passphrase and second factor. */
    @PostMapping("/sign-in/passkey")
    ResponseEntity<String> passkey(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String challenge,
            @RequestParam String credential,
            @RequestParam String client,
            @RequestParam String data,
            @RequestParam String signature) {
        Account account = passkeys.signIn(new Passkeys.Signed(challenge, credential, client, data, signature));
        if (account == null) {
            SecurityLog.note(SecurityLog.Event.SIGN_IN_REFUSED, null);
            return signInPage(
                    request,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "This passkey is not known here, or the page was open for too long. Try again, or use passphrase and code.",
                    "");
        }
        SecurityLog.note(SecurityLog.Event.SIGNED_IN_BY_PASSKEY, account.id());
        return begin(account, request, response);
    }

    private ResponseEntity<String> begin(Account account, HttpServletRequest request, HttpServletResponse response) {
        String device = request.getHeader("User-Agent");
        String token = sessions.begin(account.id(), device == null ? "" : device);
        Cookies.set(response, Cookies.SESSION, token);
        return Pages.goTo("/");
    }

    @PostMapping("/sign-out")
    ResponseEntity<String> signOut(HttpServletResponse response) {
        SignedIn who = Visits.signedIn();
        sessions.end(who.token());
        SecurityLog.note(SecurityLog.Event.SIGNED_OUT);
        Cookies.clear(response, Cookies.SESSION);
        return Pages.goTo("/sign-in");
    }

    @GetMapping("/welcome/{token}")
    ResponseEntity<String> welcome(HttpServletRequest request, @PathVariable String token) {
        return welcomePage(request, HttpStatus.OK, token, credentials.freshSecret(), "");
    }

    private ResponseEntity<String> welcomePage(
            HttpServletRequest request, HttpStatus status, String token, byte[] secret, String says) {
        Account account = accounts.invited(token);
        if (account == null) {
            throw new NotFound();
        }
        byte[] sealed = fields.seal("welcome secret", account.id(), secret);
        return pages.page(
                status,
                "people/welcome",
                Map.of(
                        "form",
                        Visits.form(request),
                        "says",
                        says,
                        "account",
                        account,
                        "token",
                        token,
                        "secret",
                        Totp.base32(secret),
                        "sealed",
                        Base64.getUrlEncoder().encodeToString(sealed)));
    }

    @PostMapping("/welcome/{token}")
    ResponseEntity<String> welcome(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String token,
            @RequestParam String passphrase,
            @RequestParam String sealed,
            @RequestParam String code) {
        Account account = accounts.invited(token);
        byte[] secret = account == null ? null : opened(account, sealed);
        if (secret == null) {
            throw new NotFound();
        }
        return switch (credentials.choose(token, passphrase, secret, code)) {
            case Credentials.Chosen.Done(Account chosen) -> {
                SecurityLog.note(SecurityLog.Event.CREDENTIALS_CHOSEN, chosen.id());
                yield begin(chosen, request, response);
            }
            case Credentials.Chosen.Refused(String says) ->
                welcomePage(request, HttpStatus.UNPROCESSABLE_CONTENT, token, secret, says);
        };
    }

    /** The page carries the secret it showed, sealed: what comes back is what we made, for this account. */
    private byte @Nullable [] opened(Account account, String sealed) {
        try {
            return fields.open(
                    "welcome secret", account.id(), Base64.getUrlDecoder().decode(sealed));
        } catch (java.security.GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }
}

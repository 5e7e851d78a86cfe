package parley.app.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import parley.app.people.Account;
import parley.app.people.ApiTokens;
import parley.app.people.Passkeys;
import parley.app.people.Roles;
import parley.app.people.WebSessions;
import parley.app.security.Cookies;
import parley.app.security.SecurityLog;
import parley.app.security.SignedIn;
import parley.app.web.Pages;
import parley.app.web.Refused;
import parley.app.web.Visits;

/** One's own account: sessions, passkeys, words for programs. */
@Controller
public class AccountPages {
    private static final int LONGEST_LABEL = 100;

    private final Pages pages;
    private final Roles roles;
    private final WebSessions sessions;
    private final Passkeys passkeys;
    private final ApiTokens tokens;

    public AccountPages(Pages pages, Roles roles, WebSessions sessions, Passkeys passkeys, ApiTokens tokens) {
        this.pages = pages;
        this.roles = roles;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.tokens = tokens;
    }

    @GetMapping("/account")
    ResponseEntity<String> account(HttpServletRequest request) {
        return accountPage(request, "");
    }

    private ResponseEntity<String> accountPage(HttpServletRequest request, String word) {
        SignedIn who = Visits.signedIn();
        UUID id = who.session().account().id();
        return pages.page(
                "people/account",
                Map.of(
                        "account", who.session().account(),
                        "began", who.session().began(),
                        "roles", roles.of(id),
                        "sessions", sessions.ofAccount(id),
                        "passkeys", passkeys.of(id),
                        "words", tokens.ofAccount(id),
                        "word", word,
                        "form", Visits.form(request)));
    }

    /** Says what the script asks a device with to make a passkey. */
    @GetMapping("/account/passkeys/new")
    @ResponseBody
    Passkeys.Asked newPasskey() {
        return passkeys.askToEnrol(Visits.signedIn().session().account());
    }

    /** Says what the script asks a device with to show that the person is still there. */
    @GetMapping("/account/passkeys/again")
    @ResponseBody
    Passkeys.Asked again() {
        return passkeys.askAgain(Visits.signedIn().session().account());
    }

    @PostMapping("/account/passkeys")
    ResponseEntity<String> enrol(
            @RequestParam String label,
            @RequestParam String challenge,
            @RequestParam String credential,
            @RequestParam String client,
            @RequestParam String attestation,
            @RequestParam String transports) {
        Account account = Visits.signedIn().session().account();
        requireLabel(label, "Say in up to 100 letters which device this is, so that you know which one to remove.");
        if (passkeys.of(account.id()).size() >= Passkeys.MOST) {
            throw new Refused("You have %d passkeys. Remove one first.".formatted(Passkeys.MOST));
        }
        var made = new Passkeys.Made(challenge, credential, client, attestation, transports);
        if (!passkeys.enrol(account, made, label.strip())) {
            throw new Refused(
                    "This is no answer of a device to what we asked it now. Go back, load the page again, and try once more.");
        }
        SecurityLog.note(SecurityLog.Event.PASSKEY_ADDED);
        return Pages.goTo("/account");
    }

    /** Removes a passkey, and ends the other sessions: one of them may be of whoever has the device now. */
    @PostMapping("/account/passkeys/remove")
    ResponseEntity<String> remove(@RequestParam String id) {
        SignedIn who = Visits.signedIn();
        UUID account = who.session().account().id();
        if (!passkeys.remove(account, id)) {
            throw new Refused("You have no such passkey; it was removed before.");
        }
        sessions.endOthers(account, who.token());
        SecurityLog.note(SecurityLog.Event.PASSKEY_REMOVED);
        return Pages.goTo("/account");
    }

    /** Makes a word for a program and shows it this once. */
    @PostMapping("/account/words")
    ResponseEntity<String> word(HttpServletRequest request, @RequestParam String label, @RequestParam String scope) {
        requireLabel(label, "Say in up to 100 letters what the word is for, so that you know which one to end.");
        ApiTokens.Scope found = switch (scope) {
            case "read" -> ApiTokens.Scope.READ;
            case "write" -> ApiTokens.Scope.WRITE;
            case "calendar" -> ApiTokens.Scope.CALENDAR;
            default -> throw new Refused("A word is for reading, writing or the calendar.");
        };
        UUID id = Visits.signedIn().session().account().id();
        SecurityLog.note(SecurityLog.Event.WORD_MADE);
        return accountPage(request, tokens.make(id, found, label.strip()));
    }

    private static void requireLabel(String label, String otherwise) {
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            throw new Refused(otherwise);
        }
    }

    @PostMapping("/account/words/end")
    ResponseEntity<String> endWord(@RequestParam String label) {
        tokens.end(Visits.signedIn().session().account().id(), label);
        SecurityLog.note(SecurityLog.Event.WORD_ENDED);
        return Pages.goTo("/account");
    }

    @PostMapping("/account/end-sessions")
    ResponseEntity<String> endSessions(HttpServletResponse response) {
        sessions.endAll(Visits.signedIn().session().account().id());
        Cookies.clear(response, Cookies.SESSION);
        SecurityLog.note(SecurityLog.Event.SESSIONS_ENDED);
        return Pages.goTo("/sign-in");
    }
}

package parley.app.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import parley.app.people.Account;
import parley.app.people.Credentials;
import parley.app.people.Passkeys;
import parley.app.people.WebSessions;
import parley.app.security.SecurityLog;
import parley.app.security.SignedIn;
import parley.app.web.FormFields;
import parley.app.web.Pages;
import parley.app.web.Visits;

/**
 * What counts as somebody's signature is given with the second factor at hand. If it was last shown more than five
 * minutes ago, the form comes back as it was sent, with one more field; sent again with a code or a passkey, it counts.
 */
@Component
public final class SignOffs implements HandlerInterceptor {
    /** The addresses whose forms count as a signature, and what sending them does. */
    public static final Map<String, String> ASKED = Map.ofEntries(
            Map.entry("/case/{case}/people", "Give somebody a role"),
            Map.entry("/case/{case}/people/confirm", "Confirm a role"),
            Map.entry("/case/{case}/people/end", "End a role"),
            Map.entry("/case/{case}/text/proposed/{entry}/sign", "Sign a text for a partner"),
            Map.entry("/case/{case}/text/proposed/{entry}/adopt", "Put a text in force"),
            Map.entry("/case/{case}/decision/{id}/position", "Take a position for a partner"),
            Map.entry("/case/{case}/decision/{id}/stage", "Take a step of a partner's procedure"),
            Map.entry("/case/{case}/decision/{id}/drop", "Drop a proposal"),
            Map.entry("/case/{case}/claim/{id}/review", "Sign a second look at a claim"),
            Map.entry("/case/{case}/claim/{id}/withdraw", "Withdraw a claim"),
            Map.entry("/case/{case}/claim/{id}/dispute", "Dispute a claim"),
            Map.entry("/case/{case}/claim/{id}/end", "Propose how a dispute ends"),
            Map.entry("/case/{case}/claim/{id}/confirm-end", "Confirm how a dispute ends"),
            Map.entry("/case/{case}/claim/{id}/fall", "Say that a claim or its source has fallen"),
            Map.entry("/case/{case}/finding", "Sign a finding"),
            Map.entry("/case/{case}/evidence/batch/{batch}/fall", "Take an import back"),
            Map.entry("/case/{case}/evidence/certificates", "Issue a certificate"),
            Map.entry("/case/{case}/evidence/certificate/{hash}/revoke", "Revoke a certificate"),
            Map.entry("/case/{case}/register/import/{number}/sign", "Put a list file in force"),
            Map.entry("/case/{case}/register/list/{list}/back", "Take a list back to the state before"),
            Map.entry("/account/words", "Make a word for a program"),
            Map.entry("/account/passkeys", "Keep a passkey"),
            Map.entry("/account/passkeys/remove", "Remove a passkey"));

    private static final Set<String> DEVICES = Set.of("challenge", "credential", "client", "attestation", "transports");
    private static final Set<String> NOT_KEPT = FormFields.OF_FRAME;

    private final Pages pages;
    private final Credentials credentials;
    private final Passkeys passkeys;
    private final WebSessions sessions;

    public SignOffs(Pages pages, Credentials credentials, Passkeys passkeys, WebSessions sessions) {
        this.pages = pages;
        this.credentials = credentials;
        this.passkeys = passkeys;
        this.sessions = sessions;
    }

    /** One field of the form that waits. */
    public record Field(String name, String value) {
        /** Says whether a person wrote it; what a device answered is carried along and tells nobody anything. */
        public boolean written() {
            return !value.isBlank() && !DEVICES.contains(name);
        }
    }

    /** Lets a form pass, or answers with the page that asks for the second factor; nothing was done then. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String what = request.getMethod().equals("POST") ? ASKED.get(String.valueOf(pattern)) : null;
        if (what == null) {
            return true;
        }
        SignedIn who = Visits.signedIn();
        if (who.session().strong()) {
            return true;
        }
        String says = shown(request, who.session().account());
        if (says == null) {
            sessions.strengthen(who.token());
            SecurityLog.note(SecurityLog.Event.SECOND_FACTOR_SHOWN);
            return true;
        }
        if (!says.isEmpty()) {
            SecurityLog.note(SecurityLog.Event.SECOND_FACTOR_REFUSED);
        }
        answer(request, response, who.session().account(), what, says);
        return false;
    }

    /** Returns {@code null} if the second factor was shown with the form, else what to say. */
    private @Nullable String shown(HttpServletRequest request, Account account) {
        String signature = request.getParameter("_signature");
        if (signature != null && !signature.isEmpty()) {
            var signed = new Passkeys.Signed(
                    word(request, "_challenge"),
                    word(request, "_credential"),
                    word(request, "_client"),
                    word(request, "_data"),
                    signature);
            return passkeys.again(account.id(), signed) ? null : "The passkey was not accepted. Try once more.";
        }
        String code = request.getParameter("_code");
        if (code == null) {
            return "";
        }
        return switch (credentials.secondFactor(account, code)) {
            case Credentials.Answer.Welcome _ -> null;
            case Credentials.Answer.Wrong _ -> "The code is wrong or was used. Wait for the next one.";
            case Credentials.Answer.Wait(var wait) ->
                "There were several wrong tries. Try again in %d seconds.".formatted(wait.toSeconds() + 1);
        };
    }

    private static String word(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, Account account, String what, String says)
            throws IOException {
        List<Field> kept = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_KEPT.contains(name)) {
                for (String value : values) {
                    kept.add(new Field(name, value));
                }
            }
        });
        List<String> files = new ArrayList<>();
        if (request instanceof MultipartHttpServletRequest parts) {
            parts.getFileMap().values().stream()
                    .filter(f -> !f.isEmpty())
                    .map(MultipartFile::getName)
                    .forEach(files::add);
        }
        ResponseEntity<String> page = pages.page(
                HttpStatus.FORBIDDEN,
                "people/again",
                Map.of(
                        "what", what,
                        "says", says,
                        "action", request.getRequestURI(),
                        "kept", kept,
                        "files", files,
                        "passkey", !passkeys.of(account.id()).isEmpty(),
                        "form", Visits.form(request)));
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(String.valueOf(page.getBody()).getBytes(StandardCharsets.UTF_8));
    }
}

package parley.app.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import parley.app.people.Account;
import parley.app.people.Accounts;
import parley.app.people.ApiTokens;
import parley.app.people.Credentials;
import parley.app.people.Membership;
import parley.app.people.Role;
import parley.app.people.Roles;
import parley.app.people.WebSessions;
import parley.app.record.Label;
import parley.app.security.Cookies;
import parley.app.security.SignedIn;
import parley.app.security.Site;
import parley.app.web.NotFound;
import parley.app.web.Pages;
import parley.app.web.Refused;
import parley.app.web.Visit;
import parley.app.web.Visits;
import parley.roadmap.Case;
import parley.roadmap.Stakeholder;
import parley.roadmap.Verifier;

/** Who is who in a case, and one's own account. */
@Controller
public class PeoplePages {
    private static final int LONGEST_LABEL = 100;

    private final Pages pages;
    private final Accounts accounts;
    private final Roles roles;
    private final WebSessions sessions;
    private final Credentials credentials;
    private final Site site;
    private final ApiTokens tokens;

    public PeoplePages(
            Pages pages,
            Accounts accounts,
            Roles roles,
            WebSessions sessions,
            Credentials credentials,
            Site site,
            ApiTokens tokens) {
        this.pages = pages;
        this.accounts = accounts;
        this.roles = roles;
        this.sessions = sessions;
        this.credentials = credentials;
        this.site = site;
        this.tokens = tokens;
    }

    /** A role in words. */
    public record Line(
            String name, String login, Role role, String body, String clearance, long given, boolean mayConfirm) {}

    @GetMapping("/case/{case}/people")
    ResponseEntity<String> people(Visit visit) {
        requireManager(visit);
        return page(visit, "", "");
    }

    private ResponseEntity<String> page(Visit visit, String link, String invited) {
        Map<UUID, Account> known = new TreeMap<>();
        accounts.all().forEach(a -> known.put(a.id(), a));
        List<Line> held = new ArrayList<>();
        for (Membership m : roles.in(visit.caseId())) {
            held.add(line(known.get(m.account()), m.role(), m.body(), m.clearance(), m.given(), false));
        }
        List<Line> waiting = new ArrayList<>();
        for (Roles.Waiting w : roles.waiting(visit.caseId()).values()) {
            Account by = known.get(w.by());
            boolean other = by == null || !by.person().equals(visit.person());
            waiting.add(line(known.get(w.account()), w.role(), w.body(), w.clearance(), w.given(), other));
        }
        return pages.page(
                "people/people",
                Map.of(
                        "visit", visit,
                        "held", held,
                        "waiting", waiting,
                        "bodies", bodies(visit.theCase()),
                        "link", link,
                        "invited", invited));
    }

    private static Line line(
            @Nullable Account account, Role role, String body, Label clearance, long given, boolean mayConfirm) {
        String name = account == null ? "somebody" : account.name();
        String login = account == null ? "" : account.login();
        return new Line(name, login, role, body, clearance.words(), given, mayConfirm);
    }

    private static List<String> bodies(Case theCase) {
        List<String> all = new ArrayList<>();
        theCase.partners().forEach(p -> all.add(p.id()));
        theCase.all(Verifier.class).forEach(v -> all.add(v.id()));
        theCase.all(Stakeholder.class).forEach(s -> all.add(s.id()));
        return all;
    }

    /** Makes an account if there is none of that name, gives the role, and shows the one-time link once. */
    @PostMapping("/case/{case}/people")
    ResponseEntity<String> invite(
            Visit visit,
            @RequestParam String name,
            @RequestParam String login,
            @RequestParam String role,
            @RequestParam(defaultValue = "") String body,
            @RequestParam String level,
            @RequestParam(defaultValue = "") String why) {
        requireManager(visit);
        if (!visit.session().strong()) {
            return again(visit);
        }
        Role found = Role.named(role);
        if (found == null) {
            throw new Refused("There is no role `%s`.".formatted(role));
        }
        Label clearance = clearance(found, body, level);
        if (!Roles.mayGive(visit.roles(), clearance)) {
            throw new Refused("You cannot give somebody more to read than you read yourself.");
        }
        List<String> wrong = Roles.wrong(found, body, bodiesOf(visit.theCase(), found), clearance);
        if (!wrong.isEmpty()) {
            throw new Refused(String.join(" ", wrong));
        }
        if (!login.matches("[a-z0-9][a-z0-9._-]{1,60}")) {
            throw new Refused("A name for signing in has small letters, digits, dots and hyphens, two or more.");
        }
        Account account = accounts.byLogin(login);
        boolean fresh = account == null;
        Account invited = account == null ? accounts.make(name.strip(), login) : account;
        roles.give(visit.caseId(), visit.author(""), invited.id(), found, body, clearance, why);
        String link = fresh ? site.address() + "/welcome/" + accounts.invite(invited.id()) : "";
        return page(visit, link, invited.name());
    }

    private static Label clearance(Role role, String body, String level) {
        Label read = Label.read(level);
        if (read == null) {
            throw new Refused("There is no level `%s`.".formatted(level));
        }
        boolean compartment = role == Role.DESK
                && read.level().compareTo(Label.Level.PARTNERS) >= 0
                && read.level() != Label.Level.WHOLE;
        return compartment ? new Label(read.level(), List.of(body)) : read;
    }

    private static List<String> bodiesOf(Case theCase, Role role) {
        return switch (role) {
            case DESK -> theCase.partners().stream().map(p -> p.id()).toList();
            case VERIFIER ->
                theCase.all(Verifier.class).stream().map(Verifier::id).toList();
            case STAKEHOLDER ->
                theCase.all(Stakeholder.class).stream().map(Stakeholder::id).toList();
            case SECRETARIAT, ANALYST, ADMINISTRATOR -> List.of();
        };
    }

    @PostMapping("/case/{case}/people/confirm")
    ResponseEntity<String> confirm(Visit visit, @RequestParam long given) {
        requireManager(visit);
        if (!visit.session().strong()) {
            return again(visit);
        }
        String wrong = roles.confirm(visit.caseId(), visit.author(""), visit.person(), given);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        return Pages.goTo("/case/" + visit.caseId() + "/people");
    }

    @PostMapping("/case/{case}/people/end")
    ResponseEntity<String> end(Visit visit, @RequestParam long given, @RequestParam(defaultValue = "") String why) {
        requireManager(visit);
        if (!visit.session().strong()) {
            return again(visit);
        }
        String wrong = roles.end(visit.caseId(), visit.author(""), given, why);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        return Pages.goTo("/case/" + visit.caseId() + "/people");
    }

    /** Rights are given with the second factor at hand: a browser left alone gives none. */
    private ResponseEntity<String> again(Visit visit) {
        return pages.page(HttpStatus.FORBIDDEN, "people/again", Map.of("visit", visit));
    }

    /** For others the page is not there. */
    private static void requireManager(Visit visit) {
        if (!visit.is(Role.SECRETARIAT) && !visit.is(Role.ADMINISTRATOR)) {
            throw new NotFound();
        }
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
                        "words", tokens.ofAccount(id),
                        "word", word,
                        "form", Visits.form(request)));
    }

    /** Makes a word for a program and shows it this once. */
    @PostMapping("/account/words")
    ResponseEntity<String> word(HttpServletRequest request, @RequestParam String label, @RequestParam String scope) {
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            throw new Refused("Say in up to 100 letters what the word is for, so that you know which one to end.");
        }
        ApiTokens.Scope found = switch (scope) {
            case "read" -> ApiTokens.Scope.READ;
            case "write" -> ApiTokens.Scope.WRITE;
            case "calendar" -> ApiTokens.Scope.CALENDAR;
            default -> throw new Refused("A word is for reading, writing or the calendar.");
        };
        UUID id = Visits.signedIn().session().account().id();
        return accountPage(request, tokens.make(id, found, label.strip()));
    }

    @PostMapping("/account/words/end")
    ResponseEntity<String> endWord(@RequestParam String label) {
        tokens.end(Visits.signedIn().session().account().id(), label);
        return Pages.goTo("/account");
    }

    @PostMapping("/account/end-sessions")
    ResponseEntity<String> endSessions(HttpServletResponse response) {
        sessions.endAll(Visits.signedIn().session().account().id());
        Cookies.clear(response, Cookies.SESSION);
        return Pages.goTo("/sign-in");
    }

    /** Uses the second factor again, for what asks for it. */
    @PostMapping("/account/second-factor")
    ResponseEntity<String> secondFactor(@RequestParam String code, @RequestParam(defaultValue = "/") String back) {
        SignedIn who = Visits.signedIn();
        if (!credentials.secondFactor(who.session().account().id(), code)) {
            throw new Refused("The code is wrong or was used. Wait for the next one.");
        }
        sessions.strengthen(who.token());
        return Pages.goTo(back.matches("/case/[a-z0-9/-]+") ? back : "/account");
    }
}

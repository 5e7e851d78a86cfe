package parley.app.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import parley.app.people.Account;
import parley.app.people.Accounts;
import parley.app.people.Membership;
import parley.app.people.Role;
import parley.app.people.Roles;
import parley.app.record.Label;
import parley.app.security.Site;
import parley.app.web.NotFound;
import parley.app.web.Pages;
import parley.app.web.Refused;
import parley.app.web.Visit;
import parley.roadmap.Case;
import parley.roadmap.Stakeholder;
import parley.roadmap.Verifier;

/** Who is who in a case. Rights are given with the second factor at hand: {@link SignOffs} asks for it. */
@Controller
public class PeoplePages {
    private final Pages pages;
    private final Accounts accounts;
    private final Roles roles;
    private final Site site;

    public PeoplePages(Pages pages, Accounts accounts, Roles roles, Site site) {
        this.pages = pages;
        this.accounts = accounts;
        this.roles = roles;
        this.site = site;
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
        String wrong = roles.confirm(visit.caseId(), visit.author(""), visit.person(), given);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        return Pages.goTo("/case/" + visit.caseId() + "/people");
    }

    @PostMapping("/case/{case}/people/end")
    ResponseEntity<String> end(Visit visit, @RequestParam long given, @RequestParam(defaultValue = "") String why) {
        requireManager(visit);
        String wrong = roles.end(visit.caseId(), visit.author(""), given, why);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        return Pages.goTo("/case/" + visit.caseId() + "/people");
    }

    /** For others the page is not there. */
    private static void requireManager(Visit visit) {
        if (!visit.is(Role.SECRETARIAT) && !visit.is(Role.ADMINISTRATOR)) {
            throw new NotFound();
        }
    }
}

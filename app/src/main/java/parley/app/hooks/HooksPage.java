package parley.app.hooks;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import parley.app.cases.Cases;
import parley.app.web.NotFound;
import parley.app.web.Pages;
import parley.app.web.Visits;

/** The addresses of programs that an account wants told. */
@Controller
public class HooksPage {
    private final Hooks hooks;
    private final Cases cases;
    private final Pages pages;

    public HooksPage(Hooks hooks, Cases cases, Pages pages) {
        this.hooks = hooks;
        this.cases = cases;
        this.pages = pages;
    }

    @GetMapping("/account/hooks")
    ResponseEntity<String> list(HttpServletRequest request) {
        return page(request, "");
    }

    private ResponseEntity<String> page(HttpServletRequest request, String secret) {
        UUID account = Visits.signedIn().session().account().id();
        List<Cases.Line> own = cases.of(account);
        return pages.page(
                "people/hooks",
                Map.of(
                        "hooks",
                        hooks.ofAccount(account),
                        "cases",
                        own,
                        "secret",
                        secret,
                        "form",
                        Visits.form(request)));
    }

    @PostMapping("/account/hooks")
    ResponseEntity<String> add(HttpServletRequest request, @RequestParam String about, @RequestParam String address) {
        return page(request, hooks.add(Visits.signedIn().session().account().id(), about, address.strip()));
    }

    @PostMapping("/account/hooks/end")
    ResponseEntity<String> end(@RequestParam String id) {
        hooks.end(Visits.signedIn().session().account().id(), id(id));
        return Pages.goTo("/account/hooks");
    }

    /** What is no id is the id of nothing. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}

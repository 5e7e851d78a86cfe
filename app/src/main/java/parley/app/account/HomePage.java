package parley.app.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import parley.app.cases.Cases;
import parley.app.security.SignedIn;
import parley.app.web.Pages;
import parley.app.web.Visits;

/** The first page: the one case somebody has, or the list of them. */
@Controller
public class HomePage {
    private final Cases cases;
    private final Pages pages;

    public HomePage(Cases cases, Pages pages) {
        this.cases = cases;
        this.pages = pages;
    }

    @GetMapping("/")
    ResponseEntity<String> home(HttpServletRequest request) {
        SignedIn who = Visits.signedIn();
        List<Cases.Line> found = cases.of(who.session().account().id());
        return found.size() == 1
                ? Pages.goTo("/case/" + found.getFirst().id() + "/today")
                : pages.page(
                        "cases/home",
                        Map.of("cases", found, "name", who.session().account().name(), "form", Visits.form(request)));
    }
}

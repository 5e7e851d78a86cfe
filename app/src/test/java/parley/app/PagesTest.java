package parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page of the Belarus case in a real browser: it answers, can be read by everybody, and is photographed. */
final class PagesTest {
    private static final int TELEPHONE = 390;

    private static TestServer server;
    private static Browser browser;

    @BeforeAll
    static void start() {
        server = TestServer.with(TestServer.root().resolve("cases"), LocalDate.of(2026, 6, 20));
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "today",
                "roadmap",
                "about/open-skies",
                "about/humanitarian-release",
                "time",
                "partners",
                "decisions",
                "people",
                "briefing",
                "text",
                "text/changes",
                "text/editor",
                "proof?still=yes",
                "partner/us/attention",
                "evidence",
                "evidence/file",
                "evidence/import",
                "evidence/lists",
                "evidence/lists/import",
                "evidence/outcomes",
                "evidence/outcomes/2026-03-19",
                "evidence/certificates"
            })
    void pages_answer_and_can_be_read_by_everybody(String name) {
        Page page = browser.as(server, "secretariat");
        Response response = page.navigate("/case/belarus/" + name);
        assertThat(response.status()).isEqualTo(200);
        Browser.photograph(page, name.replaceAll("[^a-z0-9-]+", "-"));
        assertThat(serious(page)).isEmpty();
        assertThat(narrow(page)).as("width on a telephone").isLessThanOrEqualTo(TELEPHONE);
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "account/hooks"})
    void pages_of_an_account_can_be_read_by_everybody(String name) {
        Page page = browser.as(server, "secretariat");
        page.navigate("/" + name);
        Browser.photograph(page, name.replace('/', '-'));
        assertThat(serious(page)).isEmpty();
        assertThat(narrow(page)).as("width on a telephone").isLessThanOrEqualTo(TELEPHONE);
        page.context().close();
    }

    /** Returns how wide a page is on a telephone, in px: what is wider scrolls inside its own frame. */
    private static int narrow(Page page) {
        page.setViewportSize(TELEPHONE, 900);
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    @Test
    void the_way_in_answers_and_can_be_read_by_everybody() {
        Page page = browser.nobody(server);
        page.navigate("/");
        assertThat(page.url()).endsWith("/sign-in");
        Browser.photograph(page, "sign-in");
        assertThat(serious(page)).isEmpty();
        page.context().close();
    }

    /** Returns what an accessibility check finds that keeps somebody from reading or using a page. */
    static List<String> serious(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(v -> List.of("serious", "critical").contains(v.getImpact()))
                        .map(PagesTest::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream().map(n -> n.getHtml()).limit(3).toList();
    }
}

package parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a text guarantees is proved of each reader's copy, in the background, once. */
final class ProofTest {
    private static TestServer server;
    private static Browser browser;

    @BeforeAll
    static void start() {
        server = TestServer.with(TestServer.root().resolve("app/src/test/resources/cases"), LocalDate.of(2026, 6, 20));
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @Test
    void a_copy_is_proved_in_the_background_and_the_briefing_tells() {
        Page us = browser.as(server, "us-desk");
        us.navigate("/case/small/briefing");
        assertThat(us.locator("#proved").innerText()).contains("has not been proved yet");
        us.navigate("/case/small/proof");
        assertThat(us.locator("main").innerText()).contains("loads itself again");
        assertThat(us.locator("meta[http-equiv=refresh]").count()).isEqualTo(1);
        Browser.photograph(us, "proof-running");
        us.locator(".verdict").first().waitFor();
        assertThat(us.locator("meta[http-equiv=refresh]").count()).isZero();
        assertThat(us.locator("main").textContent())
                .contains("2 claims and questions of the text, ")
                .contains("no-pumping", "snapback within 60 days", "held is 20", "write `once` at free")
                .doesNotContain("2026-12-02", "43 days", "hold gold");
        us.locator(".verdict a:has-text('Free')").first().click();
        assertThat(us.url()).contains("/about/free");
        us.navigate("/case/small/proof");
        Browser.photograph(us, "proof");
        assertThat(PagesTest.serious(us)).isEmpty();
        us.navigate("/case/small/briefing");
        assertThat(us.locator("#proved").innerText()).contains("no-pumping", "refuted", "holds", "held is 20");
    }

    @Test
    void who_wants_a_page_that_stays_still_gets_one() {
        Page watch = browser.as(server, "watch-verifier");
        watch.navigate("/case/small/proof?still=yes");
        assertThat(watch.locator("main").innerText()).contains("Look again");
        assertThat(watch.locator("meta[http-equiv=refresh]").count()).isZero();
        assertThat(PagesTest.serious(watch)).isEmpty();
    }

    @Test
    void each_label_has_its_own_row_and_nobody_reads_another() {
        Page eu = browser.as(server, "eu-desk");
        eu.navigate("/case/small/proof");
        eu.locator(".verdict").first().waitFor();
        Page analyst = browser.as(server, "analyst");
        analyst.navigate("/case/small/proof");
        analyst.locator(".verdict").first().waitFor();
        long rows = server.server
                .parts()
                .keeper()
                .sql("select count(*) from proof where state = 'done' and level = 2 and compartments <> '{us}'")
                .query(Long.class)
                .single();
        assertThat(rows).isEqualTo(2);
    }
}

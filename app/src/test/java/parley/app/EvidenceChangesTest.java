package parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Claims that take the place of others, days that are not exact, findings that are disputed or taken back; in a browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class EvidenceChangesTest {
    private static TestServer server;
    private static Browser browser;
    private static String claim = "";

    @BeforeAll
    static void start() {
        server = TestServer.with(TestServer.root().resolve("cases"), LocalDate.of(2026, 7, 10));
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @Test
    @Order(1)
    void a_claim_of_some_day_about_now_decides_nothing_yet() {
        try (Page page = browser.as(server, "viasna-verifier")) {
            page.navigate("/case/belarus/evidence/file");
            page.getByLabel("In one sentence").fill("235 people are free at home");
            page.getByLabel("On", new Page.GetByLabelOptions().setExact(true)).fill("2026-07-05");
            page.fill("input[name=days]", "10");
            page.getByLabel("Concession it serves").selectOption("humanitarian-release");
            page.selectOption("select[name=series1]", "freed_at_home");
            page.fill("input[name=value1]", "235");
            page.fill("input[name=itemTitle]", "List of those released");
            judge(page.locator("main"));
            page.click("text=File and sign");
            page.waitForURL(url -> url.contains("/claim/"));
            claim = page.url();
        }
        confirm(claim);
        try (Page page = browser.as(server, "secretariat")) {
            page.navigate("/case/belarus/evidence");
            page.getByText("Vouch for it").click();
            page.navigate(claim);
            assertThat(page.locator("main .state").first().innerText()).isEqualTo("counts");
        }
        // 25 June to 15 July only touches the days up to 10 July.
        assertThat(state()).startsWith("open");
        server.clock.to(LocalDate.of(2026, 7, 15));
        assertThat(state()).startsWith("open");
        try (Page page = browser.as(server, "secretariat")) {
            page.navigate("/case/belarus/evidence");
            page.getByText("Vouch for it").click();
            assertThat(page.locator("main").innerText()).contains("15 Jul 2026");
        }
        assertThat(state()).startsWith("met");
    }

    private static void judge(Locator form) {
        form.locator("select[name=likelihood]").selectOption("very likely");
        form.locator("select[name=confidence]").selectOption("high");
        form.locator("input[name=marks][value=first-hand]").check();
        form.locator("textarea[name=alternatives]").fill("A staged list; families were asked and confirm.");
    }

    private static void confirm(String address) {
        try (Page page = browser.as(server, "eu-delegation-verifier")) {
            page.navigate(address);
            Locator form = page.locator("form[action$='/review']");
            Locator letters = form.locator("select[name=letter-viasna]");
            if (letters.count() > 0) {
                letters.selectOption("B");
            }
            form.locator("input[name=itemTitle]").fill("Notes of visits to families");
            judge(form);
            form.getByText("Sign", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("main").innerText()).contains("You have confirmed it");
        }
    }

    @Test
    @Order(2)
    void a_more_exact_day_takes_the_place_of_the_claim() {
        String old = claim;
        try (Page page = browser.as(server, "uk-desk")) {
            page.navigate(old);
            assertThat(page.locator("#replace").count()).isZero();
        }
        try (Page page = browser.as(server, "viasna-verifier")) {
            page.navigate(old);
            page.click("text=Precision: the day is known more exactly");
            Locator form = page.locator("form:has(input[name=replacesWhy][value=precision])");
            Browser.photograph(page, "claim-precision");
            assertThat(PagesTest.serious(page)).isEmpty();
            form.locator("input[name=on]").fill("2026-06-02");
            form.locator("textarea[name=alternatives]").fill("None that fits the list.");
            form.locator("button").click();
            assertThat(page.locator("main").innerText()).contains("this is a correction");
            page.navigate(old);
            page.click("text=Precision: the day is known more exactly");
            form.locator("input[name=on]").fill("2026-07-03");
            form.locator("textarea[name=alternatives]").fill("None that fits the list.");
            judge(form);
            form.locator("button").click();
            claim = page.url();
            assertThat(page.locator("main").innerText()).contains("takes the place of an earlier claim", "235");
            page.navigate(old);
            assertThat(page.locator("main .state").first().innerText()).isEqualTo("replaced");
            assertThat(page.locator("main").innerText()).contains("filed a claim that takes its place");
        }
        assertThat(state()).startsWith("open");
        confirm(claim);
        assertThat(state()).startsWith("met");
    }

    @Test
    @Order(3)
    void a_finding_is_disputed_with_its_clock_in_view_and_loses() {
        sign("viasna-verifier");
        sign("eu-delegation-verifier");
        assertThat(state()).startsWith("verified");
        try (Page page = browser.as(server, "us-desk")) {
            page.navigate("/case/belarus/evidence/certificates");
            Locator card = page.locator(".card:has-text('Viasna')").last();
            card.locator("select[name=ground]").selectOption("procedure");
            card.locator("input[name=why]").fill("Signed before the panel met");
            card.locator("form[action$='/dispute'] button").click();
            assertThat(page.locator("#findings ~ .card:has-text('Viasna')").innerText())
                    .contains("disputed", "the parties, until 19 Aug 2026", "what waited goes ahead");
            Browser.photograph(page, "finding-disputed");
            assertThat(PagesTest.serious(page)).isEmpty();
        }
        assertThat(state()).startsWith("verified, disputed");
        try (Page page = browser.as(server, "secretariat")) {
            page.navigate("/case/belarus/evidence/certificates");
            page.selectOption("form[action$='/dispute/end'] select", "upheld");
            page.fill("form[action$='/dispute/end'] input[name=why]", "The minutes say so");
            page.click("form[action$='/dispute/end'] button");
            assertThat(page.locator("form[action$='/confirm-end']").count()).isZero();
        }
        try (Page page = browser.as(server, "uk-desk")) {
            page.navigate("/case/belarus/evidence/certificates");
            page.click("form[action$='/confirm-end'] button");
            assertThat(page.locator("#findings ~ .card:has-text('Viasna')").innerText())
                    .contains("lost a dispute");
        }
        assertThat(state()).startsWith("met");
    }

    @Test
    @Order(4)
    void a_finding_is_taken_back_by_who_signed_it_alone() {
        sign("viasna-verifier");
        assertThat(state()).startsWith("verified");
        try (Page page = browser.as(server, "baj-verifier")) {
            page.navigate("/case/belarus/evidence/certificates");
            assertThat(page.locator("form[action$='/withdraw']").count()).isZero();
        }
        try (Page page = browser.as(server, "eu-delegation-verifier")) {
            page.navigate("/case/belarus/evidence/certificates");
            page.fill("form[action$='/withdraw'] input[name=why]", "Two families were mistaken");
            page.click("form[action$='/withdraw'] button");
            assertThat(page.locator("main").innerText()).contains("taken back");
        }
        assertThat(state()).startsWith("met");
    }

    @Test
    @Order(5)
    void a_certificate_is_disputed_too() {
        sign("eu-delegation-verifier");
        try (Page page = browser.as(server, "secretariat")) {
            page.navigate("/case/belarus/evidence/certificates");
            page.locator("tr:has-text('The ill, the old') button").click();
            assertThat(page.locator("main").innerText()).contains("Given out");
        }
        try (Page page = browser.as(server, "us-desk")) {
            page.navigate("/case/belarus/evidence/certificates");
            page.fill("form[action*='/certificate/'][action$='/dispute'] input[name=why]", "The count is another one");
            page.click("form[action*='/certificate/'][action$='/dispute'] button");
            assertThat(page.locator("main").innerText()).contains("wrong fact", "The count is another one");
        }
        assertThat(state()).startsWith("verified, disputed");
    }

    private static void sign(String login) {
        try (Page page = browser.as(server, login)) {
            page.navigate("/case/belarus/about/humanitarian-release");
            page.getByText("Sign the finding").click();
            page.waitForLoadState();
            assertThat(page.locator("main").innerText()).contains("Facts");
        }
    }

    private static String state() {
        try (Page page = browser.as(server, "eu-desk")) {
            page.navigate("/case/belarus/about/humanitarian-release");
            return page.locator("main .state").first().innerText();
        }
    }
}

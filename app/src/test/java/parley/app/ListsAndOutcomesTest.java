package parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Lists at a date and what became of those who were released, as people in a browser work with them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ListsAndOutcomesTest {
    private static TestServer server;
    private static Browser browser;

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

    private static final String MARCH = """
            key,name,born,town,criterion
            1,Ales Bialiatski,1962,Minsk,a
            2,Maria Kalesnikava,1982,Minsk,a
            3,Mikola Statkevich,1956,Homel,c
            """;
    private static final String MAY = """
            key,name,born,town,criterion
            2,Maria Kalesnikava,1982,Homel,a
            3,Mikola Statkevich,1956,Homel,c
            4,Iryna Novik,1990,Brest,b
            """;
    private static final String DISSIDENT = """
            name,born,town
            Мікола Статкевіч,1956,Гомель
            Andrei Kuznetsov,1971,Pinsk
            """;

    @Test
    @Order(1)
    void a_list_is_taken_in_after_a_preview_and_never_overwritten() {
        try (Page page = browser.as(server, "viasna-verifier")) {
            take(page, "own", "", "pace-1900-2012", "2026-03-01", MARCH);
            assertThat(page.locator("h1").innerText()).contains("pace-1900-2012, as of 1 Mar 2026");
            preview(page, "own", "", "pace-1900-2012", "2026-05-01", MAY);
            assertThat(page.locator("main").innerText())
                    .contains("Since the list of 1 Mar 2026: 1 entered, 1 left, 1 changed, 2 stayed");
            Browser.photograph(page, "list-import");
            assertThat(PagesTest.serious(page)).isEmpty();
            page.click("text=Take it in");
            preview(page, "own", "", "pace-1900-2012", "2026-05-01", MAY);
            assertThat(page.locator("main").innerText()).contains("there already");
            assertThat(page.locator("text=Take it in").count()).isZero();
            preview(page, "own", "", "pace-1900-2012", "2026-06-01", "key,name\n1,A\n1,B\n");
            assertThat(page.locator("main").innerText()).contains("Line 3 is called 1 as a line before it");
        }
    }

    private static void preview(Page page, String publisher, String title, String criteria, String asOf, String csv) {
        page.navigate("/case/belarus/evidence/lists/import");
        page.selectOption("select[name=publisher]", publisher);
        page.fill("input[name=publisherTitle]", title);
        page.fill("input[name=criteria]", criteria);
        page.fill("input[name=asOf]", asOf);
        page.setInputFiles(
                "input[name=file]", new FilePayload("list.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.click("text=Show what would change");
    }

    private static void take(Page page, String publisher, String title, String criteria, String asOf, String csv) {
        preview(page, publisher, title, criteria, asOf, csv);
        page.click("text=Take it in");
    }

    @Test
    @Order(2)
    void two_dates_differ_by_who_entered_left_and_changed() {
        try (Page page = browser.as(server, "eu-desk")) {
            page.navigate("/case/belarus/evidence/lists");
            Browser.photograph(page, "lists");
            page.click("text=since 1 Mar 2026");
            assertThat(page.locator("main").innerText())
                    .contains("3 + 1 entered − 1 left = 3", "Iryna Novik", "Ales Bialiatski", "unknown", "town Homel");
            page.selectOption("select[name='left-viasna:1']", "released");
            page.click("text=Record the reasons");
            assertThat(page.locator("tr:has-text('Bialiatski')").innerText()).contains("released");
            Browser.photograph(page, "list-since");
            assertThat(PagesTest.serious(page)).isEmpty();
        }
    }

    @Test
    @Order(3)
    void persons_of_two_publishers_are_one_by_a_claim_alone_and_the_match_is_taken_back() {
        try (Page page = browser.as(server, "eu-delegation-verifier")) {
            take(page, "new", "Dissidentby", "own-criteria", "2026-04-15", DISSIDENT);
            page.locator("a:has-text('1 May 2026')").click();
            String address = page.url();
            assertThat(page.locator("main").innerText())
                    .contains("May be one person 1", "Cyrillic and Latin", "agrees", "differs", "Andrei Kuznetsov");
            Browser.photograph(page, "list-against");
            assertThat(PagesTest.serious(page)).isEmpty();
            assertThat(page.locator("h2:has-text('Only on Dissidentby')").innerText())
                    .endsWith("2");
            page.click("text=Say whether they are one");
            page.fill("textarea[name=alternatives]", "Two of one name: the year of birth is the same.");
            page.selectOption("select[name=transliteration]", "national system of 2007");
            page.click("text=File and sign");
            page.waitForURL(url -> url.contains("/claim/"));
            String claim = page.url();
            assertThat(page.locator("h1").innerText()).contains("agree: born", "script Cyrillic and Latin");
            page.navigate(address);
            assertThat(page.locator("h2:has-text('Only on Dissidentby')").innerText())
                    .endsWith("2");
            confirm("viasna-verifier", claim);
            page.reload();
            assertThat(page.locator("h2:has-text('Only on Dissidentby')").innerText())
                    .endsWith("1");
            page.navigate(claim);
            page.fill("form[action$='/fall'] input[name=why]", "They are brothers");
            page.click("form[action$='/fall'] button");
            page.navigate(address);
            assertThat(page.locator("h2:has-text('Only on Dissidentby')").innerText())
                    .endsWith("2");
            assertThat(page.locator("main").innerText()).contains("retracted", "May be one person 1");
        }
    }

    private static void confirm(String login, String claim) {
        try (Page page = browser.as(server, login)) {
            page.navigate(claim);
            Locator form = page.locator("form[action$='/review']");
            Locator letters = form.locator("select[name^=letter-]");
            for (int i = 0; i < letters.count(); i++) {
                letters.nth(i).selectOption("B");
            }
            form.locator("select[name=likelihood]").selectOption("very likely");
            form.locator("select[name=confidence]").selectOption("high");
            form.locator("textarea[name=alternatives]").fill("A copy of the announcement; families say otherwise.");
            form.locator("input[name=itemTitle]").fill("Calls with families");
            form.locator("input[name=marks][value=first-hand]").check();
            form.getByText("Sign", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("main").innerText()).contains("You have confirmed it");
        }
    }

    @Test
    @Order(4)
    void who_of_a_group_was_on_which_list_on_a_day() {
        try (Page page = browser.as(server, "secretariat")) {
            page.navigate("/case/belarus/evidence/lists");
            page.fill("textarea[name=group]", "Ales Bialiatski\nMikola Statkevich\nNobody Known\n");
            page.fill("form[action*='/who'] input[name=day]", "2026-04-30");
            page.click("text=Look them up");
            assertThat(page.locator("main").innerText()).contains("2 of 3 stood on a list", "on no list ever");
            assertThat(page.locator("tr:has-text('Bialiatski')").innerText()).contains("on it", "not on it");
            Browser.photograph(page, "lists-who");
            assertThat(PagesTest.serious(page)).isEmpty();
        }
    }

    // ---- what became of those released: the four worked cases
    // ------------------------------------------------------------

    @Test
    @Order(5)
    void an_announcement_alone_leaves_every_outcome_open() {
        try (Page page = browser.as(server, "viasna-verifier")) {
            page.navigate("/case/belarus/evidence/outcomes/2026-03-19");
            assertThat(outcome(page, "freed at home")).isEqualTo("[0, 250]");
            assertThat(outcome(page, "expelled")).isEqualTo("[0, 250]");
            assertThat(page.locator("main").innerText()).contains("the announcement alone");
        }
    }

    @Test
    @Order(6)
    void the_release_of_11_september_2025() {
        release("2025-09-11", """
                persons,who,out,across-border,foreign,handed-over,documents,choice,held-again
                14,,yes,yes,yes,,no,no,
                37,,yes,yes,no,no,no,no,
                1,Mikola Statkevich,yes,no,no,,,,yes
                """);
        try (Page page = browser.as(server, "eu-desk")) {
            page.navigate("/case/belarus/evidence/outcomes/2025-09-11");
            assertThat(outcome(page, "expelled")).isEqualTo("[37, 51]");
            assertThat(outcome(page, "repatriated")).isEqualTo("[0, 14]");
            assertThat(outcome(page, "back in custody")).isEqualTo("1");
            assertThat(outcome(page, "freed at home")).isEqualTo("0");
            assertThat(outcome(page, "put across the border")).isEqualTo("51");
            assertThat(page.locator("main").innerText())
                    .contains("52 announced: 51 put across the border, 1 back in custody");
            page.click("text=File what a partner counted");
            page.selectOption("select[name=by]", "us");
            page.fill("input[name=persons]", "52");
            page.selectOption("select[name=criterion]", "put-across");
            page.fill("form[action$='/count'] input[name=itemTitle]", "Statement of the envoy");
            page.fill("form[action$='/count'] textarea[name=alternatives]", "A slip of the tongue; it is in writing.");
            page.click("text=File the count");
            assertThat(page.locator("tr:has-text('United States')").innerText())
                    .contains("52", "51", "1 more than the evidence allows");
            assertThat(page.locator("tr:has-text('the register'):has-text('put across')")
                            .innerText())
                    .contains("as the evidence says");
            Browser.photograph(page, "release");
            assertThat(PagesTest.serious(page)).isEmpty();
        }
    }

    @Test
    @Order(7)
    void the_release_of_22_november_2025() {
        release("2025-11-22", """
                persons,out,across-border,foreign,handed-over
                31,yes,yes,yes,yes
                """);
        try (Page page = browser.as(server, "us-desk")) {
            page.navigate("/case/belarus/evidence/outcomes/2025-11-22");
            assertThat(outcome(page, "repatriated")).isEqualTo("31");
            assertThat(outcome(page, "freed at home")).isEqualTo("0");
            assertThat(page.locator("tr:has-text('the register'):has-text('put across')")
                            .innerText())
                    .contains("31", "as the evidence says");
        }
    }

    @Test
    @Order(8)
    void the_release_of_13_december_2025() {
        release("2025-12-13", """
                persons,out,across-border,foreign,handed-over,documents,choice
                5,yes,yes,yes,yes,no,no
                109,yes,yes,,,no,no
                9,yes,yes,,,no,no
                """);
        try (Page page = browser.as(server, "us-desk")) {
            page.navigate("/case/belarus/evidence/outcomes/2025-12-13");
            assertThat(outcome(page, "repatriated")).isEqualTo("[5, 123]");
            assertThat(outcome(page, "expelled")).isEqualTo("[0, 118]");
            assertThat(outcome(page, "freed at home")).isEqualTo("0");
            assertThat(outcome(page, "put across the border")).isEqualTo("123");
        }
    }

    @Test
    @Order(9)
    void the_release_of_19_march_2026() {
        release("2026-03-19", """
                persons,out,across-border,foreign,documents,choice,said,outside,restricted,ground
                235,yes,no,no,yes,yes,2026-03-30,yes,no,pardon
                15,yes,yes,no,no,no,,,,pardon
                """);
        try (Page page = browser.as(server, "us-desk")) {
            page.navigate("/case/belarus/evidence/outcomes/2026-03-19");
            assertThat(outcome(page, "freed at home")).isEqualTo("235");
            assertThat(outcome(page, "expelled")).isEqualTo("15");
            assertThat(page.locator("main").innerText()).contains("pardon 250");
            assertThat(page.locator("dt:has-text('without papers') + dd").innerText())
                    .isEqualTo("15");
            assertThat(page.locator("dt:has-text('On a list') + dd").innerText())
                    .contains("as of 1 Mar 2026");
            page.navigate("/case/belarus/evidence/outcomes/2025-01-26");
            assertThat(page.locator("dt:has-text('Newly recognised') + dd").innerText())
                    .startsWith("18");
            page.navigate("/case/belarus/evidence/outcomes");
            Browser.photograph(page, "outcomes");
            assertThat(PagesTest.serious(page)).isEmpty();
        }
    }

    /** A choice told at the border has no weight: the 235 would be restricted or free, and nobody could say which. */
    @Test
    @Order(10)
    void a_choice_told_under_control_has_no_weight() {
        try (Page page = browser.as(server, "viasna-verifier")) {
            page.navigate("/case/belarus/evidence/outcomes/2026-03-19");
            page.fill("textarea[name=csv]", """
                    persons,out,across-border,documents,choice,said,outside,restricted
                    235,yes,no,yes,yes,2026-03-20,no,no
                    15,yes,yes,no,no,,,
                    """);
            page.click("text=Show what it would say");
            assertThat(page.locator("#file ~ p").first().innerText())
                    .contains("freed at home [0, 235]", "freed restricted [0, 235]");
        }
    }

    @Test
    @Order(11)
    void what_is_public_withholds_small_counts_and_what_would_give_them_away() throws Exception {
        try (Page page = browser.as(server, "secretariat")) {
            page.navigate("/case/belarus/evidence/outcomes");
            page.click("text=Make the confirmed counts public");
            Browser.photograph(page, "outcomes-public");
            assertThat(PagesTest.serious(page)).isEmpty();
            Path file = page.waitForDownload(() -> page.click("text=as CSV")).path();
            String csv = Files.readString(file);
            assertThat(csv).contains("2026-03-19", "235", "withheld");
            for (String line : csv.lines().skip(1).toList()) {
                assertThat(line.split(",", -1)).doesNotContain("1", "2", "3", "4");
            }
            page.navigate("/case/belarus/evidence/outcomes");
            page.click("text=Make the confirmed counts public");
            assertThat(page.locator("main").innerText()).contains("Nothing has changed since the last publication");
        }
    }

    private static void release(String on, String csv) {
        String claim;
        try (Page page = browser.as(server, "viasna-verifier")) {
            page.navigate("/case/belarus/evidence/outcomes/" + on);
            page.fill("textarea[name=csv]", csv);
            page.click("text=Show what it would say");
            Locator form = page.locator("form[action$='/outcomes/" + on + "']");
            form.locator("input[name=itemTitle]").fill("Table of " + on);
            form.locator("input[name=marks][value=first-hand]").check();
            form.locator("select[name=likelihood]").selectOption("very likely");
            form.locator("select[name=confidence]").selectOption("high");
            form.locator("textarea[name=alternatives]").fill("A staged list; families were asked and confirm.");
            form.locator("button").click();
            claim = page.url();
        }
        confirm("eu-delegation-verifier", claim);
    }

    private static String outcome(Page page, String word) {
        return page.locator("#outcomes tr:has(th:text-is('" + word + "')) td")
                .first()
                .innerText();
    }
}

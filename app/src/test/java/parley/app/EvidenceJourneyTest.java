package parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** From a monitor's list to a verdict that moves the roadmap, and back when the source falls; as people in a browser do it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class EvidenceJourneyTest {
    private static final LocalDate FILED = LocalDate.of(2026, 7, 10);
    private static final String RELEASE = "250 people were released, 15 of them put across the border";

    private static Path cases;
    private static TestServer server;
    private static Browser browser;
    private static String claim = "";

    @BeforeAll
    static void start() throws IOException {
        cases = Files.createTempDirectory("parley-cases");
        Path from = TestServer.root().resolve("cases/belarus");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path p : files.filter(Files::isRegularFile).toList()) {
                Path to = cases.resolve("belarus").resolve(from.relativize(p).toString());
                Files.createDirectories(to.getParent());
                String text = Files.readString(p);
                Files.writeString(
                        to,
                        text.replace("expelled totals at most 4 ", "expelled totals at most 20 ")
                                // So that a missed deadline of 20 days can be followed by a dispute.
                                .replace("may be disputed within 15 days", "may be disputed within 30 days"));
            }
        }
        server = TestServer.with(cases, FILED);
        browser = new Browser();
    }

    @AfterAll
    static void stop() throws IOException {
        browser.close();
        server.close();
        try (Stream<Path> files = Files.walk(cases)) {
            for (Path p : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
    }

    @Test
    @Order(1)
    void a_monitor_files_a_release_with_its_two_outcomes() {
        try (Page page = browser.as(server, "viasna-verifier")) {
            page.navigate("/case/belarus/evidence");
            page.click("text=File a claim");
            Browser.photograph(page, "evidence-file");
            assertThat(PagesTest.serious(page)).isEmpty();
            page.getByLabel("In one sentence").fill(RELEASE);
            page.getByLabel("On", new Page.GetByLabelOptions().setExact(true)).fill("2026-07-09");
            page.getByLabel("Concession it serves").selectOption("humanitarian-release");
            number(page, 1, "freed_at_home", "235");
            number(page, 2, "expelled", "15");
            item(page, "List of those released, by name", "viasna.csv");
            judge(page);
            page.click("text=File and sign");
            page.waitForURL(url -> url.contains("/claim/"));
            claim = page.url().substring(page.url().lastIndexOf('/') + 1);
            assertThat(page.locator("main").innerText())
                    .contains("waits for a second pair of eyes", "235", "You filed this claim")
                    .contains("an item graded A to D");
        }
        assertThat(state("viasna-verifier")).startsWith("open");
    }

    private static void number(Page page, int n, String series, String value) {
        page.selectOption("select[name=series" + n + "]", series);
        page.fill("input[name=value" + n + "]", value);
    }

    private static void item(Page page, String title, String file) {
        page.fill("input[name=itemTitle]", title);
        page.setInputFiles(
                "input[name=file]",
                new FilePayload(file, "text/csv", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)));
    }

    private static void judge(Page page) {
        page.selectOption("select[name=likelihood]", "very likely");
        page.selectOption("select[name=confidence]", "high");
        page.check("input[name=marks][value=first-hand]");
        page.fill("textarea[name=alternatives]", "A staged list; families were asked and confirm.");
    }

    @Test
    @Order(2)
    void nobody_confirms_the_own_claim() {
        try (Page page = browser.as(server, "viasna-verifier")) {
            open(page);
            assertThat(page.locator("form[action$='/review']").count()).isZero();
            refusedToReview(page, claim, "viasna");
        }
    }

    @Test
    @Order(3)
    void a_second_monitor_of_another_origin_makes_it_count() {
        try (Page page = browser.as(server, "eu-delegation-verifier")) {
            page.navigate("/case/belarus/today");
            assertThat(page.locator("main").innerText()).contains("Look at the claim");
            page.navigate("/case/belarus/evidence");
            assertThat(page.locator("main").innerText()).contains("Waiting for you");
            Browser.photograph(page, "evidence-waiting");
            open(page);
            page.locator("form[action$='/review'] select[name=letter-viasna]").selectOption("B");
            review(page, "Notes of visits to families in Minsk");
            assertThat(page.locator("main").innerText()).contains("counts", "2 independent");
            Browser.photograph(page, "claim-counts");
            assertThat(PagesTest.serious(page)).isEmpty();
        }
    }

    private static void review(Page page, String title) {
        var form = page.locator("form[action$='/review']");
        form.locator("select[name=likelihood]").selectOption("very likely");
        form.locator("select[name=confidence]").selectOption("high");
        form.locator("textarea[name=alternatives]")
                .fill("The list repeats the announcement; the visits speak against it.");
        form.locator("input[name=itemTitle]").fill(title);
        form.getByText("Sign", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();
    }

    @Test
    @Order(4)
    void a_third_that_draws_on_the_first_adds_no_independence() {
        try (Page page = browser.as(server, "baj-verifier")) {
            open(page);
            review(page, "Our own list of those released");
            String text = page.locator("main").innerText();
            assertThat(text).contains("2 independent", "of 3 filed", "Human Rights Centre Viasna");
            Browser.photograph(page, "claim-three");
        }
    }

    @Test
    @Order(4)
    void a_third_that_files_its_own_claim_cannot_approve_it() {
        try (Page page = browser.as(server, "baj-verifier")) {
            page.navigate("/case/belarus/evidence/file");
            page.getByLabel("In one sentence").fill("Two journalists were among those put across the border");
            page.getByLabel("On", new Page.GetByLabelOptions().setExact(true)).fill("2026-07-09");
            item(page, "Our own list of those put across", "baj.csv");
            judge(page);
            page.click("text=File and sign");
            page.waitForURL(url -> url.contains("/claim/"));
            String own = page.url();
            assertThat(page.locator("main").innerText()).contains("the second look is for another person");
            assertThat(page.locator("form[action$='/review']").count()).isZero();
            refusedToReview(page, own.substring(own.lastIndexOf('/') + 1), "baj");
            page.reload();
            assertThat(page.locator("main .state").first().innerText()).isEqualTo("waits for a second pair of eyes");
            Browser.photograph(page, "claim-own");
        }
    }

    /** Whoever sends the form by hand is refused like whoever never sees it. */
    private static void refusedToReview(Page page, String id, String body) {
        String token =
                page.locator("form[action$='/support'] input[name=_form]").inputValue();
        var answer = page.request()
                .post(
                        "/case/belarus/claim/" + id + "/review",
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setForm(com.microsoft.playwright.options.FormData.create()
                                        .set("_form", token)
                                        .set("body", body)
                                        .set("likelihood", "likely")
                                        .set("confidence", "high")
                                        .set("alternatives", "none")));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("You filed this claim yourself");
    }

    @Test
    @Order(5)
    void the_record_is_kept_and_findings_verify_the_concession() {
        try (Page page = browser.as(server, "secretariat")) {
            page.navigate("/case/belarus/evidence");
            page.getByText("Vouch for it").click();
            assertThat(page.locator("main").innerText()).contains("10 Jul 2026");
            assertThat(PagesTest.serious(page)).isEmpty();
        }
        assertThat(state("viasna-verifier")).startsWith("met");
        sign("viasna-verifier");
        sign("eu-delegation-verifier");
        assertThat(state("eu-desk")).startsWith("verified");
    }

    private static void sign(String login) {
        try (Page page = browser.as(server, login)) {
            page.navigate("/case/belarus/about/humanitarian-release");
            page.getByText("Sign the finding").click();
            Browser.photograph(page, "about-signed");
        }
    }

    @Test
    @Order(6)
    void a_certificate_is_checked_without_the_server() throws IOException {
        try (Page page = browser.as(server, "secretariat")) {
            page.navigate("/case/belarus/evidence/certificates");
            Browser.photograph(page, "certificates");
            assertThat(PagesTest.serious(page)).isEmpty();
            page.locator("tr:has-text('The ill, the old') button").click();
            String text = page.locator("main").innerText();
            assertThat(text).contains("Given out");
            Path file = download(page, "Download");
            assertThat(Files.readString(file))
                    .contains(
                            "result verified",
                            "reached clear-and-convincing 2",
                            "panel monitors 2 of 4 independent 2",
                            "head sha256:")
                    .doesNotContain("viasna", "list of", "Minsk");
            assertThat(verify(page, file)).isZero();
            Path forged = cases.resolve("forged");
            Files.writeString(forged, Files.readString(file).replace("panel monitors 2", "panel monitors 4"));
            assertThat(verify(page, forged)).isEqualTo(1);
            Path bundle = download(page, "Sealed bundle");
            assertThat(derived(page, file, bundle))
                    .contains("result verified", "every byte the same", "Not proved")
                    .doesNotContain("refused");
            Path other = cases.resolve("other");
            Files.writeString(other, Files.readString(bundle).replaceFirst("very likely", "very unlikely"));
            assertThat(derived(page, file, other)).contains("refused: The record in the bundle is no chain");
            assertThat(told("why", claim, "--with", bundle.toString())).contains("author", "reviewer", "counts");
            Files.copy(file, cases.resolve("kept"));
        }
    }

    private static Path download(Page page, String link) {
        return page.waitForDownload(() ->
                        page.locator("main a:has-text('" + link + "')").first().click())
                .path();
    }

    private static int verify(Page page, Path file) {
        String key = page.locator("main pre").first().innerText().replaceAll("(?s).*--key '([^']+)'.*", "$1");
        Path revoked = download(page, "list of what was revoked");
        return new picocli.CommandLine(new parley.cli.EvidenceCommand())
                .execute("verify", file.toString(), "--key", key, "--revoked", revoked.toString());
    }

    @Test
    @Order(25)
    void what_lost_its_ground_is_revoked() {
        try (Page page = browser.as(server, "secretariat")) {
            page.navigate("/case/belarus/evidence/certificates");
            assertThat(page.locator("main").innerText()).contains("today it would be");
            page.fill("form[action$='/revoke'] input[name=why]", "its source fell");
            page.click("form[action$='/revoke'] button");
            assertThat(page.locator("main").innerText()).contains("revoked");
            assertThat(verify(page, cases.resolve("kept"))).isEqualTo(1);
        }
    }

    @Test
    @Order(16)
    void each_partner_owes_by_a_day() {
        try (Page page = browser.as(server, "eu-desk")) {
            page.navigate("/case/belarus/partners");
            assertThat(page.locator("main").innerText()).contains("30 Jul 2026", "24 Aug 2026", "8 Oct 2026");
            Browser.photograph(page, "partners-owe");
            page.navigate("/case/belarus/today");
            assertThat(page.locator("main").innerText()).contains("30 Jul 2026");
        }
    }

    @Test
    @Order(17)
    void one_member_of_27_blocks() {
        try (Page page = browser.as(server, "eu-desk")) {
            page.navigate("/case/belarus/decisions");
            page.locator("tr:has-text('suspension'):has-text('Overflight') button")
                    .click();
            assertThat(page.locator("main").innerText())
                    .contains("unanimity of 27")
                    .doesNotContain("not named in the text");
            var members = page.locator("select[name^=says-]");
            assertThat(members.count()).isEqualTo(27);
            for (int i = 0; i < members.count(); i++) {
                members.nth(i).selectOption("for");
            }
            page.selectOption("select[name=says-hu]", "against");
            page.fill("input[name=why-hu]", "Nothing before the elections");
            page.click("text=Record what they say");
            assertThat(page.locator("main .state").first().innerText()).isEqualTo("blocked");
            assertThat(page.locator("main").innerText()).contains("for 26", "against 1", "none yet 0");
            Browser.photograph(page, "decision-blocked");
            assertThat(PagesTest.serious(page)).isEmpty();
            page.selectOption("select[name=stage]", "adopted");
            page.locator("form[action$='/stage'] button").click();
            assertThat(page.locator("main").innerText()).contains("hu stands against it, and it needs unanimity");
        }
    }

    @Test
    @Order(18)
    void the_deadline_passes_and_the_right_people_see_it() {
        assertThat(today("eu-desk")).doesNotContain("overdue");
        server.clock.to(LocalDate.of(2026, 7, 31));
        for (String login : new String[] {"eu-desk", "secretariat"}) {
            try (Page page = browser.as(server, login)) {
                page.navigate("/case/belarus/today");
                assertThat(page.locator("tr:has-text('Overflight'):has-text('overdue')")
                                .first()
                                .innerText())
                        .contains("European Union", "30 Jul 2026", "1 day ago");
                assertThat(page.locator("tr:has-text('Overflight'):has-text('blocked')")
                                .count())
                        .isPositive();
                Browser.photograph(page, "today-late-" + login);
                assertThat(PagesTest.serious(page)).isEmpty();
            }
        }
        assertThat(today("secretariat")).contains("Take up with the desk: suspension of Overflight and airport ban");
        assertThat(today("eu-desk")).contains("missed, with the secretariat");
        server.clock.to(LocalDate.of(2026, 8, 1));
        try (Page page = browser.as(server, "eu-desk")) {
            page.navigate("/case/belarus/partner/eu/attention");
            assertThat(page.locator("main").innerText()).contains("not in the order", "overdue");
            page.locator("input[name='rank-about/open-skies suspension of Listing of Belavia']")
                    .fill("2");
            page.locator("input[name='rank-about/open-skies suspension of Overflight and airport ban']")
                    .fill("1");
            page.click("text=Keep this order");
            assertThat(page.locator("tbody tr").first().innerText()).contains("Overflight", "-2");
            Browser.photograph(page, "attention");
            assertThat(PagesTest.serious(page)).isEmpty();
        }
        try (Page page = browser.as(server, "uk-desk")) {
            page.navigate("/case/belarus/partner/eu/attention");
            assertThat(page.locator("text=Keep this order").count()).isZero();
            page.navigate("/case/belarus/partners");
            assertThat(page.locator("#attention ~ div tr:has-text('European Union')")
                            .first()
                            .innerText())
                    .contains("Suspension of Overflight");
            assertThat(page.locator("main").innerText())
                    .contains("Worth nothing while this stands", "would be void", "Answers to the same deed");
            Browser.photograph(page, "partners-apart");
            assertThat(PagesTest.serious(page)).isEmpty();
        }
        assertThat(today("uk-desk")).doesNotContain("Overflight and airport ban: blocked");
        assertThat(today("democratic-forces-stakeholder")).doesNotContain("blocked");
    }

    @Test
    @Order(20)
    void letters_of_a_day_are_written_once() throws IOException {
        server.clock.to(LocalDate.of(2026, 7, 31));
        Path data = Files.createTempDirectory("parley-letters");
        var parts = server.server.parts();
        try (var outbox =
                new parley.app.today.Outbox(data, parts.accounts(), parts.roles(), parts.cases(), parts.clock())) {
            assertThat(outbox.write()).contains("2026-07-31-belarus-eu-desk.eml");
            assertThat(outbox.write()).isEmpty();
            String letter = Files.readString(data.resolve("outbox/2026-07-31-belarus-eu-desk.eml"));
            assertThat(letter)
                    .contains("To: European Union desk <eu-desk@parley.invalid>\r\n", "Message-ID: <2026-07-31.");
            String text = new String(
                    java.util.Base64.getMimeDecoder().decode(letter.substring(letter.indexOf("\r\n\r\n"))),
                    StandardCharsets.UTF_8);
            assertThat(text)
                    .contains("[missed, with the secretariat] by 30 Jul 2026", "suspension of Overflight")
                    .doesNotContain("United Kingdom:");
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path p : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
        server.clock.to(LocalDate.of(2026, 8, 26));
    }

    /** Returns what a page of today asks of somebody. */
    private static String today(String login) {
        try (Page page = browser.as(server, login)) {
            page.navigate("/case/belarus/today");
            return page.locator("main table").allInnerTexts().toString();
        }
    }

    @Test
    @Order(19)
    void a_dispute_freezes_what_is_owed() {
        server.clock.to(LocalDate.of(2026, 8, 3));
        try (Page page = browser.as(server, "uk-desk")) {
            open(page);
            page.locator("form[action$='/dispute'] select[name=ground]").selectOption("not-independent");
            page.locator("form[action$='/dispute'] input[name=why]")
                    .fill("The visits were arranged by the first monitor");
            page.locator("form[action$='/dispute'] button").click();
            assertThat(page.locator("main").innerText()).contains("disputed", "not independent", "until 7 Sep 2026");
            assertThat(page.locator("form[action$='/end']").count()).isZero();
            Browser.photograph(page, "claim-disputed");
            assertThat(PagesTest.serious(page)).isEmpty();
        }
        server.clock.to(LocalDate.of(2026, 8, 26));
        assertThat(state("eu-desk")).startsWith("verified, disputed");
        try (Page page = browser.as(server, "eu-desk")) {
            page.navigate("/case/belarus/partners");
            assertThat(page.locator("tr:has-text('Kingdom'):has-text('Belavia permits')")
                            .first()
                            .innerText())
                    .contains("frozen")
                    .doesNotContain("late");
            Browser.photograph(page, "partners-frozen");
            page.navigate("/case/belarus/today");
            assertThat(page.locator("main").innerText()).contains("dispute");
            Browser.photograph(page, "today-disputed");
        }
    }

    private static String derived(Page page, Path file, Path bundle) {
        String key = page.locator("main pre").first().innerText().replaceAll("(?s).*--key '([^']+)'.*", "$1");
        return told("verify", file.toString(), "--key", key, "--with", bundle.toString());
    }

    private static String told(String... arguments) {
        var out = new java.io.StringWriter();
        new picocli.CommandLine(new parley.app.evidence.web.BundleCommand())
                .setOut(new java.io.PrintWriter(out, true))
                .execute(arguments);
        return out.toString();
    }

    @Test
    @Order(21)
    void four_eyes_end_the_dispute() {
        try (Page page = browser.as(server, "secretariat")) {
            open(page);
            page.locator("form[action$='/end'] input[name=why]").fill("The visits were planned before the list");
            page.locator("form[action$='/end'] button").click();
            assertThat(page.locator("form[action$='/confirm-end']").count()).isZero();
        }
        try (Page page = browser.as(server, "eu-desk")) {
            open(page);
            page.locator("form[action$='/confirm-end'] button").click();
            assertThat(page.locator("main").innerText()).contains("dismissed");
        }
        assertThat(state("eu-desk")).startsWith("verified").doesNotContain("disputed");
    }

    @Test
    @Order(22)
    void the_original_is_handed_out_as_it_came_and_never_shown() {
        try (Page page = browser.as(server, "eu-delegation-verifier")) {
            open(page);
            Download download = page.waitForDownload(() ->
                    page.locator("form[action$='/original'] button").first().click());
            assertThat(Files.readString(download.path())).isEqualTo("<script>alert(1)</script>");
            page.reload();
            assertThat(page.content()).contains("original handed out").doesNotContain("<script>alert");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Order(23)
    void the_source_falls_and_the_standing_goes_back_with_its_history() {
        server.clock.to(LocalDate.of(2026, 8, 30));
        try (Page page = browser.as(server, "viasna-verifier")) {
            open(page);
            page.locator("form[action$='/fall'] select[name=what]").selectOption("source viasna");
            page.locator("form[action$='/fall'] select[name=cause]").selectOption("forged");
            page.locator("form[action$='/fall'] input[name=why]").fill("The list was planted on us");
            page.locator("form[action$='/fall'] button").click();
            assertThat(page.locator("main").innerText())
                    .contains("withdrawn", "not established enough", "1 independent of 3", "open again");
            Browser.photograph(page, "claim-fallen");
        }
        assertThat(state("eu-desk")).startsWith("open");
        try (Page page = browser.as(server, "eu-desk")) {
            page.navigate("/case/belarus/about/humanitarian-release?on=2026-08-28&known=2026-08-28");
            assertThat(page.locator("main .state").first().innerText()).startsWith("verified");
            page.navigate("/case/belarus/claim/" + claim + "?known=2026-08-28");
            assertThat(page.locator("main .state").first().innerText()).isEqualTo("counts");
            page.navigate("/case/belarus/time?on=2026-08-28&known=2026-08-28");
            assertThat(page.locator("main").innerText()).contains("verified");
        }
    }

    @Test
    @Order(26)
    void a_table_is_filed_after_a_preview_and_taken_back_as_one() {
        try (Page page = browser.as(server, "viasna-verifier")) {
            page.navigate("/case/belarus/evidence/import");
            page.fill("textarea[name=csv]", """
                    says,date,concession,freed_at_home,expelled
                    Nine people freed in July,2026-07-30,humanitarian-release,9,0
                    Four people freed in August,2026-08-04,humanitarian-release,4,
                    Nobody knows when,soon,humanitarian-release,1,
                    """);
            page.click("text=Show what would change");
            assertThat(page.locator("main").innerText()).contains("2 claims of 3 lines", "`soon` is no day");
            Browser.photograph(page, "evidence-import");
            assertThat(PagesTest.serious(page)).isEmpty();
            page.fill("input[name=itemTitle]", "Monthly table");
            page.fill("textarea[name=alternatives]", "Releases at the end of a term; these were before it.");
            page.click("text=File 2");
            assertThat(page.locator("main").innerText()).contains("Nine people freed in July", "Four people freed");
            Browser.photograph(page, "evidence-list");
            page.click("text=Nine people freed in July");
            page.fill("form[action*='/batch/'] input[name=why]", "the wrong month");
            page.click("form[action*='/batch/'] button");
            assertThat(page.locator("tr:has-text('Four people')").innerText()).contains("retracted");
        }
    }

    private static void open(Page page) {
        page.navigate("/case/belarus/claim/" + claim);
    }

    /** Returns the state of the concession as its page shows it. */
    private static String state(String login) {
        try (Page page = browser.as(server, login)) {
            page.navigate("/case/belarus/about/humanitarian-release");
            return page.locator("main .state").first().innerText();
        }
    }
}

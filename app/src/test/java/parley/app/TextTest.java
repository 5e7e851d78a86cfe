package parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import parley.app.record.CaseRecord;

/** A text is read, edited, proposed, signed by those it binds and put in force; each reader sees its own copy of all that. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class TextTest {
    private static final String EU_ALONE = "eu reviews this step, within 43 days";
    private static final String OF_US = "us suspends gold, within 41 days";

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

    @AfterEach
    void closePages() {
        browser.closePages();
    }

    @Test
    @Order(1)
    void everybody_reads_an_own_copy_and_core_readings_are_logged() {
        Page us = open(browser.as(server, "us-desk"), "text");
        assertThat(us.content()).contains("us suspends").doesNotContain("43 days", "hold gold", "2026-12-02");
        assertThat(PagesTest.serious(us)).isEmpty();
        Page secretariat = open(browser.as(server, "secretariat"), "text");
        assertThat(secretariat.content()).contains("43 days", "hold gold");
        Browser.photograph(secretariat, "text");
        assertThat(PagesTest.serious(secretariat)).isEmpty();
        open(secretariat, "text/reads");
        assertThat(secretariat.locator("main tbody tr").first().innerText()).contains("Secretariat", "text");
        assertThat(secretariat.locator("main").innerText()).doesNotContain("States desk");
        Browser.photograph(secretariat, "core-reads");
        assertThat(PagesTest.serious(secretariat)).isEmpty();
    }

    @Test
    @Order(2)
    void a_copy_can_be_taken_along() {
        Page us = browser.as(server, "us-desk");
        open(us, "text");
        var download =
                us.waitForDownload(() -> us.locator("text=Download this copy").click());
        assertThat(download.suggestedFilename()).matches("small-[0-9a-f]{12}\\.parley");
        try {
            String text =
                    new String(download.createReadStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(text)
                    .startsWith("# Copy for partners us, 2026-06-20, SHA-256")
                    .doesNotContain("43 days");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Order(3)
    void nobody_else_finds_the_editor_or_its_language_server() {
        for (String login : List.of("us-desk", "eu-desk", "analyst", "watch-verifier")) {
            Page page = browser.as(server, login);
            for (String name : List.of("text/editor", "text/reads", "text/proposed/1", "lsp")) {
                assertThat(page.navigate("/case/small/" + name).status())
                        .as(login + " " + name)
                        .isEqualTo(404);
            }
            assertThat(handshake(login, server.site.address())).as(login).isEqualTo(404);
        }
        assertThat(handshake("secretariat", "http://elsewhere.example")).isEqualTo(404);
    }

    @Test
    @Order(4)
    void a_change_in_a_compartment_is_proposed_signed_and_put_in_force_without_script() {
        Page editor = browser.withoutScript(server, "secretariat");
        open(editor, "text/editor?file=roadmap.parley");
        String text = editor.locator("#text").inputValue();
        editor.locator("#text").fill(text.replace(EU_ALONE, "eu reviews that step, within 50 days"));
        editor.click("button:has-text('Check') >> visible=true");
        assertThat(editor.locator(".findings .error").first().innerText())
                .contains("error[R", "roadmap.parley:12", "that", "why:");
        Browser.photograph(editor, "editor-findings");
        editor.fill("[name=why]", "More time to look");
        editor.click("button:has-text('Propose')");
        assertThat(editor.locator("[role=alert]").innerText()).contains("Mend what is marked as an error");

        editor.locator("#text").fill(text.replace(EU_ALONE, "eu reviews this step, within 50 days"));
        editor.click("button:has-text('Propose')");
        assertThat(editor.url()).contains("/text/proposed/");
        assertThat(editor.locator("main").innerText())
                .contains("Union", "not signed", "50 days", "once it is signed for Union");
        String page = path(editor.url());
        Browser.photograph(editor, "proposed");

        Page us = browser.as(server, "us-desk");
        assertThat(us.navigate(page).status()).isEqualTo(404);
        assertThat(open(us, "today").locator("main").innerText()).doesNotContain("proposed text");
        assertThat(open(us, "text").locator("main").innerText()).doesNotContain("Proposed");

        assertThat(proposedRows("us-desk")).isZero();
        assertThat(proposedRows("eu-desk")).isEqualTo(1);
        assertThat(proposedRows("secretariat")).isEqualTo(1);

        Page eu = open(browser.as(server, "eu-desk"), "today");
        eu.click("text=Sign the proposed text");
        assertThat(path(eu.url())).isEqualTo(page);
        assertThat(eu.locator("main").innerText()).contains("50 days").doesNotContain("hold gold");
        Browser.photograph(eu, "proposed-desk");
        assertThat(PagesTest.serious(eu)).isEmpty();
        eu.click("button:has-text('Sign for Union')");
        assertThat(eu.locator("main").innerText()).contains("signed");
        assertThat(open(eu, "today").locator("main").innerText()).doesNotContain("Sign the proposed text");

        editor.navigate(page);
        editor.click("button:has-text('Put in force')");
        assertThat(editor.locator(".listing").allInnerTexts().toString()).contains("within 50 days");

        // What changed in another compartment does not even show as a version.
        assertThat(open(us, "text").locator("main table tbody tr").count()).isEqualTo(1);
        assertThat(open(eu, "text").locator("main table tbody tr").count()).isEqualTo(2);
        open(eu, "text/changes");
        assertThat(eu.locator("main").innerText()).contains("Union", "50 days");
        Browser.photograph(eu, "text-changes");
        assertThat(PagesTest.serious(eu)).isEmpty();
    }

    @Test
    @Order(5)
    void a_proposed_text_shows_each_partner_its_own_part_and_a_rival_falls() {
        Page editor = browser.withoutScript(server, "secretariat");
        String first = propose(editor, OF_US, "us suspends gold, within 40 days", "within 50 days", "within 51 days");
        String rival = propose(editor, OF_US, "us suspends gold, within 39 days");
        Page us = browser.as(server, "us-desk");
        us.navigate(first);
        assertThat(us.locator("main").innerText())
                .contains("40 days", "States")
                .doesNotContain("50 days", "51 days", "2026-12-02", "Union\nnot signed");
        us.evalOnSelector("[name=partner]", "field => field.value = 'eu'");
        us.click("button:has-text('Sign for States')");
        assertThat(us.locator("h1").innerText()).isEqualTo("There is nothing here");
        us.navigate(first);
        us.click("button:has-text('Sign for States')");
        editor.navigate(first);
        assertThat(editor.locator("main").innerText()).contains("once it is signed for Union");
        assertThat(editor.locator("button:has-text('Put in force')").count()).isZero();
        Page eu = browser.as(server, "eu-desk");
        eu.navigate(first);
        eu.click("button:has-text('Sign for Union')");
        editor.navigate(first);
        editor.click("button:has-text('Put in force')");

        editor.navigate(rival);
        assertThat(editor.locator("main").innerText()).contains("rests on a text no longer in force");
        us.navigate(rival);
        assertThat(us.locator("button:has-text('Sign for')").count()).isZero();
    }

    @Test
    @Order(6)
    void a_draft_of_a_text_no_longer_in_force_is_refused_and_kept() {
        Page old = browser.withoutScript(server, "secretariat");
        open(old, "text/editor?file=roadmap.parley");
        Page other = browser.withoutScript(server, "secretariat");
        String page = propose(other, "# What each side does.", "# What each side does and when.");
        other.navigate(page);
        assertThat(other.locator("main").innerText()).contains("nobody has to sign it");
        other.click("button:has-text('Put in force')");
        old.locator("#text").fill(old.locator("#text").inputValue().replace("within 60 days", "within 61 days"));
        old.fill("[name=why]", "Late");
        old.click("button:has-text('Propose')");
        assertThat(old.locator("main").innerText()).contains("made from a text that is no longer in force");
        assertThat(old.locator("#text").inputValue()).contains("within 61 days");
    }

    @Test
    @Order(7)
    void a_new_partner_joins_before_it_owes_anything() {
        Page editor = browser.withoutScript(server, "secretariat");
        open(editor, "text/editor?file=case.parley");
        editor.locator("#text")
                .fill(editor.locator("#text").inputValue()
                        + "partner uk \"Kingdom\"\n  decides by executive act, takes 1 to 7 days\n");
        editor.click("button:has-text('roadmap.parley')");
        editor.locator("#text")
                .fill(editor.locator("#text").inputValue().replace("us restores gold", "uk reviews this step"));
        editor.fill("[name=why]", "Join");
        editor.click("button:has-text('Propose')");
        assertThat(editor.locator("[role=alert]").innerText()).contains("`uk` joins with this text and owes something");
    }

    @Test
    @Order(8)
    void the_editor_finds_while_typing_and_breaks_no_rule_of_the_page() {
        Page page = browser.as(server, "secretariat");
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error")) {
                complaints.add(m.text());
            }
        });
        open(page, "text/editor?file=roadmap.parley");
        page.locator(".editor .cm-content").waitFor();
        page.waitForCondition(() -> page.locator("#live").innerText().contains("No errors while you type"));
        page.locator(".editor .cm-content").click();
        page.keyboard().press("Control+End");
        page.keyboard().type("prove no-pumpin");
        page.waitForCondition(() -> page.locator("#live").innerText().contains("1 error here"));
        assertThat(page.locator(".editor .cm-lintRange-error").count()).isPositive();
        Browser.photograph(page, "editor");
        assertThat(PagesTest.serious(page)).isEmpty();
        page.keyboard().press("Control+Space");
        page.locator(".editor .cm-tooltip-autocomplete").waitFor();
        assertThat(page.locator(".editor .cm-tooltip-autocomplete").innerText()).contains("no-pumping");
        Browser.photograph(page, "editor-completion");
        page.keyboard().press("Escape");
        page.locator(".editor .cm-content span:text-is('first-step')").hover();
        page.locator(".editor .cm-tooltip-hover").waitFor();
        assertThat(page.locator(".editor .cm-tooltip-hover").innerText()).contains("First");
        page.click("button:has-text('Check') >> visible=true");
        assertThat(page.locator(".findings").innerText()).contains("no-pumpin");
        assertThat(complaints).isEmpty();
    }

    @Test
    @Order(9)
    void a_fix_is_carried_out_and_other_files_are_carried_along() {
        Page page = browser.withoutScript(server, "secretariat");
        open(page, "text/editor?file=case.parley");
        page.locator("#text").fill(page.locator("#text").inputValue().replace("at most 20", "at most 19"));
        page.click("button:has-text('roadmap.parley')");
        page.locator("#text").fill(page.locator("#text").inputValue().replace("until free", "until fre"));
        page.click("button:has-text('Check') >> visible=true");
        assertThat(page.locator(".findings .error").innerText()).contains("fre", "fix: ");
        page.click("button:has-text('Do it: ')");
        assertThat(page.locator("#text").inputValue()).contains("until free verified");
        assertThat(page.locator(".findings .error").count()).isZero();
        page.click("button:has-text('case.parley')");
        assertThat(page.locator("#text").inputValue()).contains("at most 19");
        assertThat(page.locator(".files .state").allInnerTexts()).containsExactly("changed");
    }

    @Test
    @Order(10)
    void the_language_server_knows_the_case_alone_and_closes_on_what_is_no_message() throws Exception {
        var heard = new LinkedBlockingQueue<String>();
        WebSocket socket = socket("secretariat", server.site.address(), heard);
        tell(socket, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}");
        assertThat(heard.poll(15, TimeUnit.SECONDS)).contains("hoverProvider");
        tell(
                socket,
                "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\"file:///etc/x.parley\",\"languageId\":\"parley\",\"version\":1,\"text\":\"step one\"}}}");
        assertThat(heard.poll(15, TimeUnit.SECONDS))
                .contains("no file declares a case")
                .doesNotContain("passwd");
        for (int i = 0; i < 3; i++) {
            socket("secretariat", server.site.address(), new LinkedBlockingQueue<>());
        }
        var late = new LinkedBlockingQueue<String>();
        socket("secretariat", server.site.address(), late);
        assertThat(late.poll(15, TimeUnit.SECONDS)).isEqualTo("closed 1013");
        tell(socket, "nonsense");
        assertThat(heard.poll(15, TimeUnit.SECONDS)).startsWith("closed 100");
    }

    private static void tell(WebSocket socket, String message) {
        socket.sendText(message, true).join();
    }

    private static Page open(Page page, String name) {
        assertThat(page.navigate("/case/small/" + name).status()).as(name).isEqualTo(200);
        return page;
    }

    /** Counts what row security shows of the table itself, with the pages bypassed. */
    private static long proposedRows(String login) {
        try (Connection c = server.database.readers().getConnection()) {
            c.setAutoCommit(false);
            CaseRecord.actAs(c, server.account(login).id());
            try (Statement s = c.createStatement();
                    ResultSet row = s.executeQuery("select count(*) from proposed_copy")) {
                row.next();
                return row.getLong(1);
            } finally {
                c.rollback();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String path(String url) {
        return URI.create(url).getPath();
    }

    /** Proposes the text in force with some words replaced and returns the page of the proposal. */
    private static String propose(Page editor, String... words) {
        open(editor, "text/editor?file=roadmap.parley");
        String text = editor.locator("#text").inputValue();
        for (int i = 0; i < words.length; i += 2) {
            assertThat(text).contains(words[i]);
            text = text.replace(words[i], words[i + 1]);
        }
        editor.locator("#text").fill(text);
        editor.fill("[name=why]", "A test");
        editor.click("button:has-text('Propose')");
        assertThat(editor.url()).contains("/text/proposed/");
        return path(editor.url());
    }

    private static int handshake(String login, String origin) {
        try {
            socket(login, origin, new LinkedBlockingQueue<>()).abort();
            return 101;
        } catch (CompletionException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : -1;
        }
    }

    private static WebSocket socket(String login, String origin, LinkedBlockingQueue<String> heard) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", "__Host-parley=" + server.signIn(login))
                .header("Origin", origin)
                .buildAsync(
                        URI.create(server.site.address().replace("http:", "ws:") + "/case/small/lsp"),
                        new WebSocket.Listener() {
                            private final StringBuilder message = new StringBuilder();

                            @Override
                            public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
                                message.append(part);
                                if (last) {
                                    heard.add(message.toString());
                                    message.setLength(0);
                                }
                                return WebSocket.Listener.super.onText(socket, part, last);
                            }

                            @Override
                            public CompletionStage<?> onClose(WebSocket socket, int code, String why) {
                                heard.add("closed " + code);
                                return WebSocket.Listener.super.onClose(socket, code, why);
                            }
                        })
                .join();
    }
}

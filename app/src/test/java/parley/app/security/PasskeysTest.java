package parley.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.app.Browser;
import parley.app.TestServer;
import parley.app.Web;

/** Passkeys in a real browser with a device that Chromium plays. */
final class PasskeysTest {
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

    /** A device that keeps passkeys; {@code verifies} says whether it finds its person. */
    private static CDPSession device(Page page, boolean verifies) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", verifies);
        options.addProperty("automaticPresenceSimulation", true);
        var params = new JsonObject();
        params.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", params);
        return session;
    }

    private static Page enrolled(String login) {
        Page page = browser.as(server, login);
        device(page, true);
        enrol(page);
        return page;
    }

    private static void enrol(Page page) {
        page.navigate("/account");
        page.fill("form[data-passkey] input[name=label]", "my laptop");
        page.click("text=Add a passkey");
        page.waitForSelector("text=Remove the passkey of my laptop");
    }

    @Test
    void a_passkey_is_added_used_to_sign_in_and_removed() {
        Page page = enrolled("eu-desk");
        Browser.photograph(page, "account-passkey");
        page.navigate("/case/belarus/today");
        page.click("text=Sign out");
        assertThat(page.url()).endsWith("/sign-in");
        Browser.photograph(page, "sign-in-passkey");

        page.click("text=Sign in with a passkey");
        page.waitForURL("**/case/belarus/today");
        assertThat(page.locator(".me").textContent()).contains("desk");

        page.navigate("/account");
        page.click("button:has-text('Remove')");
        page.waitForURL("**/account");
        assertThat(page.locator("text=my laptop").count()).isZero();
        page.navigate("/case/belarus/today");
        page.click("text=Sign out");
        page.click("text=Sign in with a passkey");
        page.waitForSelector("text=This passkey is not known here");
        assertThat(kept("eu-desk")).isZero();
        page.context().close();
    }

    /** A key without a look at its person would be one factor. */
    @Test
    void a_device_that_does_not_verify_its_person_is_refused() {
        Page page = browser.as(server, "us-desk");
        device(page, false);
        page.navigate("/account");
        page.fill("form[data-passkey] input[name=label]", "no finger");
        page.click("text=Add a passkey");
        page.waitForSelector("text=The device gave no passkey");
        assertThat(page.locator("text=Remove the passkey").count()).isZero();
        page.context().close();
    }

    /** An answer counts once, for the session it was asked for, for what it was asked for, and from our origin alone. */
    @Test
    void an_answer_counts_once_and_only_from_our_own_origin() {
        Page page = enrolled("pl-desk");
        page.navigate("/case/belarus/today");
        page.click("text=Sign out");
        Request sent = page.waitForRequest(
                r -> r.method().equals("POST") && r.url().endsWith("/sign-in/passkey"),
                () -> page.click("text=Sign in with a passkey"));
        page.waitForURL("**/case/belarus/today");
        Map<String, String> answer = fields(sent.postData());

        assertThat(signIn(answer)).as("used a second time").isEqualTo(422);

        // A page of another site passes our challenge on to the victim's device; here the victim is phished.
        answer.put("challenge", challenge());
        assertThat(signIn(answer)).as("signed another challenge").isEqualTo(422);

        // The browser tells the origin it is on. The same server under another name is another origin.
        page.navigate(server.site.address().replace("localhost", "127.0.0.1") + "/sign-in");
        assertThat(page.title()).isNotEqualTo("Sign in – Parley");
        page.context().close();
    }

    /** What a device signed on another origin verifies nowhere else: a server told another origin refuses what was good. */
    @Test
    void an_answer_made_for_another_origin_is_refused() {
        Page page = enrolled("lt-desk");
        page.navigate("/case/belarus/today");
        page.click("text=Sign out");
        page.route("**/sign-in/passkey", route -> {
            if (route.request().method().equals("POST")) {
                route.abort();
            } else {
                route.resume();
            }
        });
        Request sent = page.waitForRequest(
                r -> r.method().equals("POST") && r.url().endsWith("/sign-in/passkey"),
                () -> page.click("text=Sign in with a passkey"));
        Map<String, String> answer = fields(sent.postData());
        var signed = new parley.app.people.Passkeys.Signed(
                answer.getOrDefault("challenge", ""),
                answer.getOrDefault("credential", ""),
                answer.getOrDefault("client", ""),
                answer.getOrDefault("data", ""),
                answer.getOrDefault("signature", ""));
        var parts = server.server.parts();
        String origin = server.site.address();
        var other = new parley.app.people.Passkeys(
                parts.keeper(),
                parts.accounts(),
                parts.fields(),
                parts.clock(),
                "localhost",
                origin.replace("http:", "https:"));
        var otherName = new parley.app.people.Passkeys(
                parts.keeper(), parts.accounts(), parts.fields(), parts.clock(), "parley.example", origin);
        assertThat(other.signIn(signed)).as("other origin").isNull();
        // The challenge was used up by that; what is looked at next is the name alone.
        parts.keeper().sql("delete from challenge_used").update();
        assertThat(otherName.signIn(signed)).as("other name").isNull();
        parts.keeper().sql("delete from challenge_used").update();
        var own = new parley.app.people.Passkeys(
                parts.keeper(), parts.accounts(), parts.fields(), parts.clock(), "localhost", origin);
        assertThat(own.signIn(signed)).as("our own").isEqualTo(server.account("lt-desk"));
        page.context().close();
    }

    /** New credentials end the old ones, and a passkey with them. */
    @Test
    void choosing_a_new_passphrase_removes_passkeys() {
        Page page = enrolled("lv-desk");
        page.context().close();
        assertThat(kept("lv-desk")).isEqualTo(1);
        var parts = server.server.parts();
        var account = server.account("lv-desk");
        byte[] secret = parts.credentials().freshSecret();
        parts.credentials()
                .choose(
                        parts.accounts().invite(account.id()),
                        "four words in a row",
                        secret,
                        parley.app.people.Totp.code(secret, server.clock.instant()));
        assertThat(kept("lv-desk")).isZero();
    }

    /** After five minutes a form that counts as a signature comes back whole, and goes on with a passkey. */
    @Test
    void a_form_that_waits_for_the_second_factor_is_not_lost() {
        Page page = enrolled("secretariat");
        page.navigate("/case/belarus/people");
        server.clock.forward(6 * 60);
        page.fill("input[name=name]", "Somebody <b>New</b>");
        page.fill("input[name=login]", "somebody-new");
        page.selectOption("select[name=role]", "analyst");
        page.fill("input[name=why]", "for the summer");
        page.click("button:has-text('Invite')");
        page.waitForSelector("text=Your second factor again");
        assertThat(page.locator("main").textContent()).contains("Give somebody a role", "Somebody <b>New</b>");
        Browser.photograph(page, "second-factor-again");
        assertThat(server.server.parts().accounts().byLogin("somebody-new")).isNull();
        page.click("text=Use a passkey instead");
        page.waitForSelector("text=is invited");
        assertThat(server.server.parts().accounts().byLogin("somebody-new")).isNotNull();
        page.context().close();
    }

    private static long kept(String login) {
        return server.server
                .parts()
                .keeper()
                .sql("select count(*) from passkey where account = ?")
                .param(server.account(login).id())
                .query(Long.class)
                .single();
    }

    private static int signIn(Map<String, String> answer) {
        Web web = Web.nobody(server);
        Web.Answer form = web.get("/sign-in");
        String cookie = form.header("Set-Cookie").replaceFirst(";.*", "");
        Map<String, String> fields = new LinkedHashMap<>(answer);
        fields.put("_form", Web.form(form.body()));
        return web.send("POST", "/sign-in/passkey", Web.body(fields), Map.of("Cookie", cookie))
                .status();
    }

    private static String challenge() {
        return Web.nobody(server).get("/sign-in/passkey").body().replaceFirst(".*\"challenge\":\"([^\"]+)\".*", "$1");
    }

    private static Map<String, String> fields(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : body.split("&", -1)) {
            String[] pair = field.split("=", 2);
            fields.put(pair[0], java.net.URLDecoder.decode(pair[1], java.nio.charset.StandardCharsets.UTF_8));
        }
        return fields;
    }
}

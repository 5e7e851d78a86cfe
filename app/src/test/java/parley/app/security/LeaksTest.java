package parley.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import parley.app.Browser;
import parley.app.TestServer;
import parley.app.Web;
import parley.app.people.Account;
import parley.app.people.Totp;

/** What must not be found anywhere afterwards (attack 44), what no page asks of elsewhere (50), sessions (20), text as text (23). */
final class LeaksTest {
    private static final String PASSPHRASE = "canary walks over quiet ice";
    private static final String AGENT = "canary-agent-7f3a";

    private static TestServer server;
    private static final ListAppender<ILoggingEvent> LOGGED = new ListAppender<>();

    @BeforeAll
    static void start() {
        server = TestServer.with(TestServer.root().resolve("cases"), LocalDate.of(2026, 6, 20));
        LOGGED.start();
        root().addAppender(LOGGED);
    }

    @AfterAll
    static void stop() {
        root().detachAppender(LOGGED);
        server.close();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** Returns what the log holds, with the words of every exception in it. */
    private static String logged() {
        return String.join(
                "\n",
                List.copyOf(LOGGED.list).stream()
                        .map(e -> e.getFormattedMessage()
                                + (e.getThrowableProxy() == null
                                        ? ""
                                        : ThrowableProxyUtil.asString(e.getThrowableProxy())))
                        .toList());
    }

    /** Signs somebody in as a person does: by link, passphrase, code. */
    private static Map<String, String> signInByForm(String login) {
        Account account = server.account(login);
        String token = server.server.parts().accounts().invite(account.id());
        Web.Answer welcome = Web.nobody(server).get("/welcome/" + token);
        String cookie = welcome.header("Set-Cookie").replaceFirst(";.*", "");
        String secret = welcome.body().replaceFirst("(?s).*id=\"secret\">([A-Z2-7]+)<.*", "$1");
        String sealed = welcome.body().replaceFirst("(?s).*name=\"sealed\" value=\"([^\"]+)\".*", "$1");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("passphrase", PASSPHRASE);
        fields.put("sealed", sealed);
        fields.put("code", Totp.code(base32(secret), server.clock.instant()));
        fields.put("_form", Web.form(welcome.body()));
        Web.Answer chosen = Web.nobody(server)
                .send("POST", "/welcome/" + token, Web.body(fields), Map.of("Cookie", cookie, "User-Agent", AGENT));
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(303);
        String session = chosen.response().headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith("__Host-parley="))
                .map(c -> c.substring("__Host-parley=".length(), c.indexOf(';')))
                .findFirst()
                .orElseThrow();
        return Map.of("secret", secret, "session", session, "token", token, "form", cookie);
    }

    private static byte[] base32(String text) {
        var bits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(i));
            bits.append(String.format("%5s", Integer.toBinaryString(value)).replace(' ', '0'));
        }
        byte[] bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        return bytes;
    }

    /** 44: neither the database with its journal, nor a log, nor a temporary file keeps what opens the door. */
    @Test
    void no_secret_is_kept_in_clear_anywhere() throws IOException {
        Map<String, String> in = signInByForm("secretariat");
        Web web = Web.with(server, String.valueOf(in.get("session")));
        Web.Answer made = web.post("/account", "/account/words", Map.of("label", "canary", "scope", "read"));
        String word = made.body().replaceFirst("(?s).*id=\"word\">([^<]+)<.*", "$1");
        Web.nobody(server)
                .send("GET", "/api/v1/cases", null, Map.of("Authorization", "Bearer " + word, "User-Agent", AGENT));
        // Errors of every kind with canaries in them, so that a log could repeat them.
        web.send("POST", "/account/words", "label=" + PASSPHRASE.replace(' ', '+'), Map.of());
        Web.nobody(server)
                .send(
                        "POST",
                        "/api/v1/case/belarus/decisions",
                        "{\"" + PASSPHRASE,
                        Map.of("Authorization", "Bearer " + word));
        web.get("/case/belarus/time?on=" + PASSPHRASE.replace(' ', '+'));

        Map<String, String> canaries = new LinkedHashMap<>();
        canaries.put("the passphrase", PASSPHRASE);
        canaries.put("the TOTP secret", String.valueOf(in.get("secret")));
        canaries.put("the word of the session", String.valueOf(in.get("session")));
        canaries.put("the one-time link", String.valueOf(in.get("token")));
        canaries.put("the word of a program", word);
        List<String> found = new ArrayList<>();
        String log = logged();
        canaries.forEach((what, canary) -> {
            assertThat(canary.length()).as(what).isBetween(10, 80);
            if (log.contains(canary)) {
                found.add(what + " in the log");
            }
        });
        byte[] raw = base32(String.valueOf(in.get("secret")));
        boolean searches = false;
        for (Path place : places()) {
            byte[] bytes = Files.readAllBytes(place);
            canaries.forEach((what, canary) -> {
                if (forms(canary).stream().anyMatch(form -> contains(bytes, form))) {
                    found.add(what + " in " + place);
                }
            });
            if (contains(bytes, raw)) {
                found.add("the bytes of the TOTP secret in " + place);
            }
            searches |= contains(bytes, "viasna-verifier".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(found).isEmpty();
        // The search itself works: names for signing in stand in the database in clear, and the log has the event.
        assertThat(searches).isTrue();
        assertThat(log).contains("CREDENTIALS_CHOSEN");
    }

    private static List<byte[]> forms(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return List.of(
                utf8,
                text.getBytes(StandardCharsets.UTF_16LE),
                Base64.getEncoder().withoutPadding().encode(utf8),
                HexFormat.of().formatHex(utf8).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns every file of the data folder, database and journal among them, and of the temporary folder of Tomcat. */
    private static List<Path> places() throws IOException {
        List<Path> places = new ArrayList<>();
        for (Path root : List.of(server.data(), Path.of(System.getProperty("java.io.tmpdir")))) {
            try (Stream<Path> files = root.equals(server.data()) ? Files.walk(root) : Files.list(root)) {
                files.filter(Files::isRegularFile)
                        .filter(Files::isReadable)
                        // The programs of PostgreSQL, as they came.
                        .filter(p -> !p.toString().contains("/lib/")
                                && !p.toString().contains("/bin/")
                                && !p.toString().contains("/share/"))
                        .filter(p -> root.equals(server.data()) || p.toString().contains("tomcat"))
                        .forEach(places::add);
            }
        }
        return places;
    }

    private static boolean contains(byte[] all, byte[] part) {
        outer:
        for (int i = 0; i <= all.length - part.length; i++) {
            for (int k = 0; k < part.length; k++) {
                if (all[i + k] != part[k]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }

    /** 20: signing in gives a new word each time, whatever the browser brought; new credentials end the old session. */
    @Test
    void a_session_cannot_be_planted_and_ends_with_the_passphrase() {
        Map<String, String> first = signInByForm("us-desk");
        Web web = Web.with(server, String.valueOf(first.get("session")));
        assertThat(web.get("/account").status()).isEqualTo(200);
        Web planted = Web.with(server, "A".repeat(43));
        assertThat(planted.get("/account").status()).isEqualTo(303);
        server.clock.forward(60);
        Map<String, String> second = signInByForm("us-desk");
        assertThat(second.get("session")).isNotEqualTo(first.get("session"));
        assertThat(web.get("/account").status()).as("after new credentials").isEqualTo(303);
        assertThat(Web.with(server, "A".repeat(43)).get("/account").status()).isEqualTo(303);
    }

    /** What who looks after the server sees: who came in and who was refused, by random ids alone. */
    @Test
    void the_log_says_who_came_in_and_who_was_refused_and_no_more() {
        LOGGED.list.clear();
        signInByForm("lt-desk");
        String forged = "nobody\n2026-06-20T12:00:00Z SIGNED_IN_BY_PASSPHRASE account=forged";
        Web.Answer form = Web.nobody(server).get("/sign-in");
        String cookie = form.header("Set-Cookie").replaceFirst(";.*", "");
        Map<String, String> fields = new LinkedHashMap<>(
                Map.of("login", forged, "passphrase", PASSPHRASE, "code", "000000", "_form", Web.form(form.body())));
        Web.nobody(server).send("POST", "/sign-in", Web.body(fields), Map.of("Cookie", cookie));
        Web desk = Web.as(server, "lt-desk");
        desk.get("/case/belarus/people");
        desk.send("POST", "/account/words", "label=x&scope=read", Map.of());
        String log = logged();
        String account = server.account("lt-desk").id().toString();
        assertThat(log)
                .contains("CREDENTIALS_CHOSEN account=" + account)
                .contains("SIGN_IN_REFUSED account=-")
                .contains("NOTHING_THERE_FOR_IT account=" + account)
                .contains("FORM_REFUSED account=" + account)
                .doesNotContain("forged", PASSPHRASE, "lt-desk", "belarus");
    }

    /** 20: two sessions of one account are two, seen and ended from the account page. */
    @Test
    void sessions_are_listed_and_ended_together() {
        Web one = Web.as(server, "pl-desk");
        Web two = Web.as(server, "pl-desk");
        assertThat(one.get("/account").body().split("a test", -1)).hasSize(3);
        one.post("/account", "/account/end-sessions", Map.of());
        assertThat(two.get("/account").status()).isEqualTo(303);
    }

    /** 24 and 50: no page and no script of ours asks anything of another host, nor does a link carry where one was. */
    @Test
    void pages_ask_nothing_of_other_hosts() {
        List<String> asked = new CopyOnWriteArrayList<>();
        try (var browser = new Browser()) {
            Page page = browser.as(server, "secretariat");
            page.context().onRequest(r -> {
                asked.add(r.url());
                String referrer = r.headers().getOrDefault("referer", "");
                if (!referrer.isEmpty()) {
                    asked.add("http://referrer.invalid/?" + referrer);
                }
            });
            for (String path : List.of(
                    "today",
                    "roadmap",
                    "time",
                    "partners",
                    "decisions",
                    "evidence",
                    "people",
                    "proof",
                    "briefing",
                    "text",
                    "text/editor")) {
                page.navigate("/case/belarus/" + path);
                assertThat(page.locator("link[rel~=prefetch], link[rel~=preconnect], link[rel~=dns-prefetch]")
                                .count())
                        .isZero();
            }
            page.navigate("/account");
        }
        assertThat(asked).isNotEmpty().allMatch(url -> {
            URI uri = URI.create(url);
            return "localhost".equals(uri.getHost()) || "data".equals(uri.getScheme());
        });
    }

    /** 23 and 8: whatever somebody writes comes back as it was written, as text. */
    @Test
    void naughty_words_are_stored_and_shown_as_text() {
        List<String> naughty = List.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "'; drop table entry; --",
                "</textarea><svg onload=alert(1)>",
                "${7*7} #{7*7} {{7*7}} @if(true)",
                "javascript:alert(1)",
                "%00%0d%0aSet-Cookie: x=1",
                "Ω≈ç√ тест 測試 اختبار 👩‍👩‍👧",
                "\u200Bzero\u200Bwidth",
                "=HYPERLINK(\"http://evil.example\")",
                "null undefined NaN -1 1e309");
        Web desk = Web.as(server, "us-desk");
        for (int i = 0; i < naughty.size(); i++) {
            String text = naughty.get(i);
            Web.Answer done = desk.post(
                    "/case/belarus/decisions",
                    "/case/belarus/consultations",
                    Map.of(
                            "partner",
                            "us",
                            "stakeholder",
                            "ukraine",
                            "on",
                            "2026-06-" + (10 + i % 9),
                            "position",
                            text));
            assertThat(done.status()).as(text + done.body()).isEqualTo(303);
            assertThat(done.response().headers().firstValue("Set-Cookie")).isEmpty();
        }
        String record = String.join(
                "\n",
                server.server.parts().record().readAll("belarus", -1).stream()
                        .map(e -> e.reason() + " " + parley.app.record.Deeds.of(e))
                        .toList());
        assertThat(naughty).allMatch(record::contains, "stored as written");
        for (String page : List.of("today", "decisions", "briefing", "time", "partners")) {
            String body = desk.get("/case/belarus/" + page).body();
            for (String text : naughty) {
                if (text.contains("<") || text.contains("\"")) {
                    assertThat(body).as(page).doesNotContain(text);
                }
            }
            assertThat(body).as(page).doesNotContain("49 49 49");
        }
    }
}

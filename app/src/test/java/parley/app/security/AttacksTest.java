package parley.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.app.TestServer;
import parley.app.Web;
import parley.app.people.Account;
import parley.app.people.Credentials;
import parley.app.people.Totp;

/** The attacks of the web and of identity that every commit holds against. */
final class AttacksTest {
    private static final String TODAY = "/case/belarus/today";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.with(TestServer.root().resolve("cases"), LocalDate.of(2026, 6, 20));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static long entries() {
        return server.server.parts().record().readAll("belarus", -1).size();
    }

    /** 17: a form without the word, with that of another session, or from another site changes nothing. */
    @Test
    void forms_of_others_are_refused() {
        long before = entries();
        Web desk = Web.as(server, "eu-desk");
        String fields = "partner=eu&verb=suspend&measure=eu-belavia";
        String other =
                form(Web.as(server, "us-desk").get("/case/belarus/decisions").body());
        String own = form(desk.get("/case/belarus/decisions").body());
        String path = "/case/belarus/decisions";
        assertThat(desk.send("POST", path, fields, Map.of()).status()).isEqualTo(403);
        assertThat(desk.send("POST", path, fields + "&_form=" + other, Map.of()).status())
                .isEqualTo(403);
        assertThat(desk.send("POST", path, fields + "&_form=" + own, Map.of("Sec-Fetch-Site", "cross-site"))
                        .status())
                .isEqualTo(403);
        assertThat(entries()).isEqualTo(before);
        assertThat(desk.send("POST", path, fields + "&_form=" + own, Map.of("Sec-Fetch-Site", "same-origin"))
                        .status())
                .isEqualTo(303);
        assertThat(entries()).isGreaterThan(before);
    }

    private static String form(String page) {
        int at = page.indexOf("name=\"_form\" value=\"") + "name=\"_form\" value=\"".length();
        return page.substring(at, page.indexOf('"', at));
    }

    /** 17: reading changes nothing. */
    @Test
    void getting_a_page_twice_writes_nothing() {
        Web web = Web.as(server, "secretariat");
        long before = entries();
        for (String page : List.of("today", "roadmap", "time", "partners", "decisions", "briefing", "people")) {
            web.get("/case/belarus/" + page);
            web.get("/case/belarus/" + page);
        }
        assertThat(entries()).isEqualTo(before);
    }

    /** 19: what a role may not do is not there for it. */
    @Test
    void only_who_looks_after_people_sees_and_gives_roles() {
        for (String login : List.of("analyst", "eu-desk", "viasna-verifier")) {
            Web web = Web.as(server, login);
            assertThat(web.get("/case/belarus/people").status()).isEqualTo(404);
            long before = entries();
            Web.Answer answer = web.post(
                    TODAY,
                    "/case/belarus/people",
                    Map.of("name", "X", "login", "xx", "role", "administrator", "level", "whole"));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(entries()).isEqualTo(before);
        }
    }

    /** 40: who gave a role cannot confirm it, nor can who gets it. */
    @Test
    void a_role_needs_two_persons() {
        Web first = Web.as(server, "secretariat");
        first.post(
                "/case/belarus/people",
                "/case/belarus/people",
                Map.of("name", "Second", "login", "second", "role", "secretariat", "level", "whole"));
        assertThat(server.server.parts().roles().of(server.account("second").id()))
                .hasSize(1);
        first.post(
                "/case/belarus/people",
                "/case/belarus/people",
                Map.of("name", "Third", "login", "third", "role", "analyst", "level", "partners"));
        UUID third = server.account("third").id();
        assertThat(server.server.parts().roles().of(third)).isEmpty();
        long given = server.server
                .parts()
                .roles()
                .waiting("belarus")
                .keySet()
                .iterator()
                .next();
        Map<String, String> confirm = Map.of("given", Long.toString(given));
        assertThat(first.post("/case/belarus/people", "/case/belarus/people/confirm", confirm)
                        .body())
                .contains("another person has to confirm it");
        assertThat(server.server.parts().roles().of(third)).isEmpty();
        Web.as(server, "second").post("/case/belarus/people", "/case/belarus/people/confirm", confirm);
        assertThat(server.server.parts().roles().of(third)).hasSize(1);
        // One cannot end the other's role and act alone again.
        long second = server.server
                .parts()
                .roles()
                .of(server.account("second").id())
                .getFirst()
                .given();
        assertThat(first.post(
                                "/case/belarus/people",
                                "/case/belarus/people/end",
                                Map.of("given", Long.toString(second)))
                        .body())
                .contains("fewer than two people");
        assertThat(Web.as(server, "second").get("/case/belarus/people").status())
                .isEqualTo(200);
    }

    /** A browser left alone gives no rights: the code is asked again after five minutes. */
    @Test
    void rights_are_given_with_the_second_factor_at_hand() {
        Account account = server.account("secretariat");
        Credentials credentials = server.server.parts().credentials();
        byte[] secret = credentials.freshSecret();
        credentials.choose(
                server.server.parts().accounts().invite(account.id()),
                "four words in a row",
                secret,
                Totp.code(secret, server.clock.instant()));
        Web web = Web.as(server, "secretariat");
        server.clock.forward(6 * 60);
        long before = entries();
        Map<String, String> somebody = Map.of("name", "Later", "login", "later", "role", "analyst", "level", "public");
        Web.Answer asked = web.post("/case/belarus/people", "/case/belarus/people", somebody);
        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.body()).contains("Your second factor again", "Give somebody a role", "Later");
        assertThat(entries()).isEqualTo(before);
        Map<String, String> again = new HashMap<>(somebody);
        again.put("_code", "000000");
        assertThat(web.post("/case/belarus/people", "/case/belarus/people", again)
                        .body())
                .contains("The code is wrong or was used");
        assertThat(entries()).isEqualTo(before);
        again.put("_code", Totp.code(secret, server.clock.instant()));
        assertThat(web.post("/case/belarus/people", "/case/belarus/people", again)
                        .status())
                .isEqualTo(200);
        assertThat(entries()).isGreaterThan(before);
    }

    /** 20: an old cookie is worth nothing after signing out, after idling, after eight hours, after a change of rights. */
    @Test
    void sessions_end() {
        String token = server.signIn("pl-desk");
        Web web = Web.with(server, token);
        assertThat(web.get(TODAY).status()).isEqualTo(200);
        web.post(TODAY, "/sign-out", Map.of());
        assertThat(web.get(TODAY).status()).isEqualTo(303);

        Web idle = Web.as(server, "pl-desk");
        server.clock.forward(16 * 60);
        assertThat(idle.get(TODAY).status()).isEqualTo(303);

        Web busy = Web.as(server, "pl-desk");
        for (int i = 0; i < 8 * 6 - 1; i++) {
            server.clock.forward(600);
            assertThat(busy.get("/account").status()).isEqualTo(200);
        }
        server.clock.forward(601);
        assertThat(busy.get("/account").status()).isEqualTo(303);

        Web desk = Web.as(server, "lv-desk");
        UUID account = server.account("lv-desk").id();
        long given = server.server.parts().roles().of(account).getFirst().given();
        Web.as(server, "secretariat")
                .post("/case/belarus/people", "/case/belarus/people/end", Map.of("given", Long.toString(given)));
        assertThat(desk.get(TODAY).status()).isEqualTo(303);
        assertThat(Web.as(server, "lv-desk").get(TODAY).status()).isEqualTo(404);
    }

    /** 21 and 22: cookies and headers, on pages, errors and what is not there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/nowhere",
                "/assets/parley.css",
                "/assets/none.css",
                "/case/belarus/today",
                "/welcome/none",
                "/case/belarus/time?on=x"
            })
    void every_answer_carries_the_headers(String path) {
        for (Web web : List.of(Web.nobody(server), Web.as(server, "analyst"))) {
            Web.Answer answer = web.get(path);
            assertThat(answer.header("Content-Security-Policy"))
                    .startsWith("default-src 'none';")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            for (String cookie : answer.response().headers().allValues("Set-Cookie")) {
                assertThat(cookie).startsWith("__Host-").contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/");
            }
        }
    }

    /** 23: what somebody writes is shown as text. */
    @Test
    void script_is_shown_as_text() {
        String script = "<script>alert(1)</script>";
        Web desk = Web.as(server, "us-desk");
        desk.post(
                "/case/belarus/decisions",
                "/case/belarus/consultations",
                Map.of("partner", "us", "stakeholder", "ukraine", "on", "2026-06-19", "position", script));
        Web.Answer opened = desk.post(
                "/case/belarus/decisions",
                "/case/belarus/decisions",
                Map.of("partner", "us", "verb", "lift", "measure", "us-belavia", "why", script));
        String page = desk.get(opened.header("Location")).body();
        assertThat(page).doesNotContain(script);
        assertThat(desk.get("/case/belarus/time?on=" + "%3Cscript%3E").body())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }

    /** 25 to 27: other hosts, other methods, forwarded names. */
    @Test
    void other_hosts_and_methods_are_refused() throws IOException {
        assertThat(raw("GET /sign-in HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(raw(
                        "GET /sign-in HTTP/1.1\r\nHost: %s\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n"
                                .formatted(server.site.host())))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("evil");
        for (String method : List.of("PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND", "TRACE")) {
            assertThat(raw("%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(method, TODAY, server.site.host())))
                    .as(method)
                    .startsWith("HTTP/1.1 405");
        }
        assertThat(raw(
                        "POST /sign-in HTTP/1.1\r\nHost: %s\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n"
                                .formatted(server.site.host())))
                .startsWith("HTTP/1.1 4");
        assertThat(raw("GET / HTTP/1.1\r\nHost: %s\r\nX: %s\r\nConnection: close\r\n\r\n"
                        .formatted(server.site.host(), "a".repeat(1 << 20))))
                .startsWith("HTTP/1.1 4");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(),
                Integer.parseInt(server.site.host().substring("localhost:".length())))) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } catch (IOException e) {
                // A server that has read enough may close before all of it was sent.
            }
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** 29: a page under the name of a file is not there. */
    @Test
    void pages_have_no_second_names() {
        Web web = Web.as(server, "analyst");
        assertThat(web.get(TODAY + "/x.css").status()).isEqualTo(404);
        assertThat(web.get(TODAY + ";x.css").status()).isIn(400, 404);
    }

    /** 33 to 35: wrong in whatever way, one answer; a code works once; who guesses waits and nobody else does. */
    @Test
    void signing_in_tells_nothing_and_slows_down_who_guesses() {
        Account account = server.account("ca-desk");
        Credentials credentials = server.server.parts().credentials();
        byte[] secret = credentials.freshSecret();
        String token = server.server.parts().accounts().invite(account.id());
        String passphrase = "four words in a row";
        var done = credentials.choose(token, passphrase, secret, Totp.code(secret, server.clock.instant()));
        assertThat(done).isInstanceOf(Credentials.Chosen.Done.class);
        assertThat(credentials.choose(token, passphrase, secret, Totp.code(secret, server.clock.instant())))
                .isInstanceOf(Credentials.Chosen.Refused.class);
        server.clock.forward(60);
        String code = Totp.code(secret, server.clock.instant());
        var wrong = List.of(
                credentials.signIn("ca-desk", "wrong words in a row", code, "1"),
                credentials.signIn("ca-desk", passphrase, "000000", "2"),
                credentials.signIn("no-such-name", passphrase, code, "3"),
                credentials.signIn("jp-desk", passphrase, code, "4"));
        assertThat(wrong).allMatch(a -> a instanceof Credentials.Answer.Wrong);
        assertThat(credentials.signIn("ca-desk", passphrase, code, "5")).isInstanceOf(Credentials.Answer.Welcome.class);
        assertThat(credentials.signIn("ca-desk", passphrase, code, "5")).isInstanceOf(Credentials.Answer.Wrong.class);
        for (int i = 0; i < 5; i++) {
            credentials.signIn("ca-desk", "guess number " + i, "000000", "bad place");
        }
        server.clock.forward(1);
        String next = Totp.code(secret, server.clock.instant().plusSeconds(30));
        assertThat(credentials.signIn("ca-desk", passphrase, next, "bad place"))
                .isInstanceOf(Credentials.Answer.Wait.class);
        assertThat(credentials.signIn("ca-desk", passphrase, next, "good place"))
                .isInstanceOf(Credentials.Answer.Welcome.class);
    }

    /** 45: an error says a number and nothing of the inside. */
    @Test
    void errors_tell_nothing_of_the_inside() {
        Web web = Web.as(server, "analyst");
        for (String path : List.of(
                "/case/belarus/time?on=%00",
                "/case/belarus/about/%E0%80%80", "/case/%27%22/today", "/welcome/%2e%2e")) {
            assertThat(web.get(path).body()).doesNotContain("Exception", "java.", "at parley", "org.spring");
        }
    }
}

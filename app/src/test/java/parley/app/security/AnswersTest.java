package parley.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.app.TestServer;
import parley.app.Web;
import parley.app.account.SignOffs;

/** What stands on every answer (attack 22), what is asked before a signature counts, and requests that hold others up (25). */
final class AnswersTest {
    private static final Map<String, String> HEADERS = new TreeMap<>(Map.of(
            "content-security-policy",
            "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "cross-origin-opener-policy",
            "same-origin",
            "cross-origin-resource-policy",
            "same-origin",
            "x-content-type-options",
            "nosniff",
            "referrer-policy",
            "no-referrer",
            "cache-control",
            "no-store",
            "permissions-policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
    private static final String CRLF = "\r\n";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.with(TestServer.root().resolve("cases"), LocalDate.of(2026, 6, 20));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<String> wrong(String what, Web.Answer answer) {
        List<String> wrong = new ArrayList<>();
        HEADERS.forEach((name, value) -> {
            List<String> found = answer.response().headers().allValues(name);
            boolean cached = name.equals("cache-control") && what.contains("/assets/");
            if (!cached && !found.equals(List.of(value))) {
                wrong.add("%s (%d): %s is %s".formatted(what, answer.status(), name, found));
            }
        });
        if (answer.response().headers().firstValue("server").isPresent()) {
            wrong.add(what + " names the server");
        }
        return wrong;
    }

    @Test
    void every_address_carries_exactly_these_headers() {
        List<String> wrong = new ArrayList<>();
        Web member = Web.as(server, "secretariat");
        Web nobody = Web.nobody(server);
        for (Routes.Row row : Routes.rows()) {
            if (row.isGet()) {
                String path = row.path().replace("{case}", "belarus").replaceAll("\\{[^}]+}", "x");
                wrong.addAll(wrong(path, member.get(path)));
                wrong.addAll(wrong(path, nobody.get(path)));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_error_carries_them_too() {
        Web web = Web.as(server, "secretariat");
        String form = "_form=" + Web.form(web.get("/account").body());
        Map<Integer, Web.Answer> errors = new TreeMap<>();
        errors.put(400, web.send("POST", "/account/words", form, Map.of()));
        errors.put(403, web.send("POST", "/account/words", "label=x&scope=read", Map.of()));
        errors.put(404, web.get("/case/belarus/nothing"));
        errors.put(405, web.send("PUT", "/account", "", Map.of()));
        errors.put(
                413,
                web.send(
                        "POST",
                        "/case/belarus/evidence/file",
                        large(form),
                        Map.of(
                                "Content-Type",
                                "multipart/form-data; boundary=edge",
                                "X-Parley-Form",
                                form.substring(6))));
        errors.put(422, web.send("POST", "/account/words", form + "&label=+&scope=read", Map.of()));
        server.server
                .parts()
                .keeper()
                .sql("alter table api_token rename to api_token_away")
                .update();
        errors.put(500, web.get("/account"));
        server.server
                .parts()
                .keeper()
                .sql("alter table api_token_away rename to api_token")
                .update();
        List<String> wrong = new ArrayList<>();
        errors.forEach((status, answer) -> {
            if (answer.status() != status) {
                wrong.add("%d was expected, %d came".formatted(status, answer.status()));
            }
            wrong.addAll(wrong("error " + status, answer));
            if (answer.body().matches("(?s).*(Exception|api_token|at parley|org\\.spring|PSQL).*")) {
                wrong.add("error %d tells of the inside: %s".formatted(status, answer.body()));
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(java.util.Objects.requireNonNull(errors.get(500)).body()).containsPattern("number [0-9a-f]{8}");
    }

    private static String large(String form) {
        return "--edge\r\nContent-Disposition: form-data; name=\"_form\"\r\n\r\n" + form.substring(6)
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n"
                + "x".repeat(22 << 20) + "\r\n--edge--\r\n";
    }

    /** V7.5.3: what counts as a signature asks for the second factor again, and nothing else does. */
    @Test
    void exactly_what_counts_as_a_signature_asks_for_the_second_factor_again() {
        List<String> posts = Routes.rows().stream()
                .filter(r -> !r.isGet() && !r.path().startsWith("/api/"))
                .map(r -> r.path().replaceAll("\\{[^}]+}", "{}"))
                .toList();
        List<String> asked = SignOffs.ASKED.keySet().stream()
                .map(p -> p.replaceAll("\\{[^}]+}", "{}"))
                .toList();
        assertThat(posts).containsAll(asked);
        Web web = Web.as(server, "secretariat");
        server.clock.forward(6 * 60);
        String form = Web.form(web.get("/account").body());
        List<String> wrong = new ArrayList<>();
        for (Routes.Row row : Routes.rows()) {
            boolean leaves = List.of("/sign-out", "/account/end-sessions", "/sign-in", "/sign-in/passkey")
                    .contains(row.path());
            if (row.isGet() || row.path().startsWith("/api/") || leaves) {
                continue;
            }
            String path = row.path().replace("{case}", "belarus").replaceAll("\\{[^}]+}", "x");
            boolean asks = web.send("POST", path, row.fields().replaceAll("[{}]", "") + "&_form=" + form, Map.of())
                    .body()
                    .contains("Your second factor again");
            if (asks != asked.contains(row.path().replaceAll("\\{[^}]+}", "{}"))) {
                wrong.add(row.path() + (asks ? " asks" : " does not ask"));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** 25: requests that two programs could read in two ways, or that never end, are refused; others are answered meanwhile. */
    @Test
    void requests_with_two_readings_are_refused() throws IOException {
        String host = "Host: " + server.site.host() + CRLF;
        for (String request : List.of(
                "POST /sign-in HTTP/1.1\r\n" + host
                        + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\n" + host + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
                "POST /sign-in HTTP/1.1\r\n" + host + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\n" + host + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\n" + host + "Content-Length: 4x\r\n\r\nabcd",
                "GET /sign-in HTTP/1.1\r\n" + host + "X: a\rb\r\n\r\n",
                "GET /sign-in HTTP/1.1\r\n" + host + "Host: evil.example\r\n\r\n",
                "GET http://evil.example/sign-in HTTP/1.1\r\n" + host + CRLF,
                "GET /sign-in HTTP/1.1\r\n" + host + " folded: x\r\n\r\n",
                "GET /sign-in HTTP/1.1\r\n" + CRLF,
                "GET /sign-in\u0000 HTTP/1.1\r\n" + host + CRLF,
                "GET /sign-in HTTP/1.1\r\n" + host + "X: " + "a".repeat(1 << 20) + CRLF + CRLF)) {
            String answer = raw(request);
            assertThat(answer.lines().findFirst().orElse(""))
                    .as(request.substring(0, Math.min(200, request.length())))
                    .matches("HTTP/1.1 (400|405|413|431|501) ?.*");
            assertThat(answer).doesNotContain("evil.example", "Apache", "Tomcat", "Exception");
            assertThat(answer.split("HTTP/1.1 ", -1))
                    .as("one answer to " + request)
                    .hasSizeLessThanOrEqualTo(2);
        }
    }

    private static Socket socket() throws IOException {
        var socket = new Socket(
                InetAddress.getLoopbackAddress(),
                Integer.parseInt(server.site.host().substring("localhost:".length())));
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = socket()) {
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // A server that has read enough may close before all of it was sent.
            }
            InputStream in = socket.getInputStream();
            try {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                return "HTTP/1.1 400 reset";
            }
        }
    }

    @Test
    void three_hundred_slow_senders_hold_nobody_up() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 300; i++) {
                Socket socket = socket();
                slow.add(socket);
                String begin = i % 2 == 0
                        ? "GET /sign-in HTTP/1.1\r\nHost: " + server.site.host() + "\r\nX-Slow: "
                        : "POST /sign-in HTTP/1.1\r\nHost: " + server.site.host()
                                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nlogin=";
                socket.getOutputStream().write(begin.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            }
            List<Future<Integer>> others = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                others.add(pool.submit(() -> Web.nobody(server).get("/sign-in").status()));
            }
            for (Future<Integer> other : others) {
                assertThat(other.get(10, java.util.concurrent.TimeUnit.SECONDS)).isEqualTo(200);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}

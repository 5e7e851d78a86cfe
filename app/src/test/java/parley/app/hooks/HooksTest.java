package parley.app.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.app.TestServer;
import parley.app.people.ApiTokens;
import parley.app.record.CaseRecord;
import parley.app.record.Deed;
import parley.app.record.Label;
import parley.app.web.NotFound;
import parley.app.web.Refused;

/** Messages about a grown record, delivered by the real command to a real receiver. */
final class HooksTest {
    @TempDir
    private static Path folder;

    private static TestServer server;
    private static Hooks hooks;
    private static HttpServer receiver;
    private static String address;
    private static volatile int answer = 204;

    private record Received(String id, String timestamp, String signature, String body) {}

    private static final List<Received> RECEIVED = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.with(TestServer.root().resolve("cases"), LocalDate.of(2026, 6, 20));
        hooks = server.server.part("hooks", Hooks.class);
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            RECEIVED.add(new Received(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        receiver.start();
        address = "http://localhost:%d/parley".formatted(receiver.getAddress().getPort());
    }

    @AfterAll
    static void stop() {
        receiver.stop(0);
        server.close();
    }

    @BeforeEach
    void quiet() {
        RECEIVED.clear();
        answer = 204;
        for (String login : List.of("eu-desk", "analyst")) {
            UUID account = account(login);
            hooks.ofAccount(account).stream().filter(h -> !h.ended()).forEach(h -> hooks.end(account, h.id()));
        }
    }

    private static UUID account(String login) {
        return server.account(login).id();
    }

    private static void write(Label label, String reason) {
        server.server
                .parts()
                .record()
                .change(
                        "belarus",
                        new CaseRecord.Author(CaseRecord.SYSTEM, ""),
                        w -> w.add(new Deed.RecordKept("2026-06-20"), label, reason));
    }

    /** Runs the command as the operator would and returns its exit code. */
    private static int send() throws IOException {
        String word = new ApiTokens(server.server.parts().keeper(), server.clock)
                .make(account("secretariat"), ApiTokens.Scope.DELIVER, "a test");
        Path file = Files.writeString(folder.resolve("word"), word + "\n");
        var told = new PrintWriter(new StringWriter());
        return parley.cli.Main.run(
                told, told, "hooks", "send", "--server", server.site.address(), "--word-file", file.toString());
    }

    private static String signed(String secret, Received r) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] all = (r.id() + "." + r.timestamp() + "." + r.body()).getBytes(StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(all));
    }

    @Test
    void a_grown_record_is_told_once_and_the_signature_holds() throws Exception {
        String secret = hooks.add(account("eu-desk"), "belarus", address);
        assertThat(send()).isZero();
        assertThat(RECEIVED).as("nothing has grown yet").isEmpty();
        write(Label.PUBLIC, "canary-word");
        assertThat(send()).isZero();
        assertThat(send()).isZero();
        assertThat(RECEIVED).hasSize(1);
        Received first = RECEIVED.getFirst();
        assertThat(first.signature()).isEqualTo(signed(secret, first));
        assertThat(first.body())
                .contains("\"caseId\":\"belarus\"", "\"entries\":1", "record-kept")
                .doesNotContain("canary-word");
    }

    @Test
    void what_the_account_may_not_read_is_not_told() throws Exception {
        hooks.add(account("analyst"), "belarus", address);
        write(new Label(Label.Level.CORE, List.of("eu")), "not for analysts");
        assertThat(send()).isZero();
        assertThat(RECEIVED).isEmpty();
    }

    @Test
    void a_message_not_taken_comes_again_the_same_and_is_given_up_at_last() throws Exception {
        hooks.add(account("eu-desk"), "belarus", address);
        write(Label.PUBLIC, "one");
        answer = 500;
        assertThat(send()).isEqualTo(1);
        write(Label.PUBLIC, "two");
        assertThat(send()).as("not before its time").isZero();
        server.clock.forward(120);
        answer = 204;
        assertThat(send()).isZero();
        assertThat(RECEIVED).hasSize(2);
        assertThat(RECEIVED.get(1).id()).isEqualTo(RECEIVED.get(0).id());
        assertThat(RECEIVED.get(1).body()).isEqualTo(RECEIVED.get(0).body());
        assertThat(send()).isZero();
        assertThat(RECEIVED).as("the second entry follows").hasSize(3);
        answer = 500;
        write(Label.PUBLIC, "three");
        for (int i = 0; i < 12; i++) {
            assertThat(send()).isEqualTo(1);
            server.clock.forward(7 * 3600);
        }
        assertThat(hooks.ofAccount(account("eu-desk")).stream().filter(h -> !h.ended()))
                .isEmpty();
    }

    @Test
    void only_safe_addresses_and_own_cases() {
        UUID account = account("eu-desk");
        for (String bad : List.of("http://desk.example/", "ftp://desk.example", "https://a:b@desk.example", "x", "")) {
            assertThatThrownBy(() -> hooks.add(account, "belarus", bad)).isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> hooks.add(account, "nowhere", address)).isInstanceOf(NotFound.class);
        hooks.add(account, "belarus", address);
        UUID id = hooks.ofAccount(account).getFirst().id();
        assertThatThrownBy(() -> hooks.end(account("analyst"), id)).isInstanceOf(NotFound.class);
    }
}

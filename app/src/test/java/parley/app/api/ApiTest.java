package parley.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import parley.app.TestServer;
import parley.app.Web;
import parley.app.hooks.HooksApi;
import parley.app.people.ApiTokens;
import parley.app.screening.ScreeningApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs ask, with words of different scope. */
final class ApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static TestServer server;
    private static ApiTokens tokens;

    @BeforeAll
    static void start() {
        server = TestServer.with(TestServer.root().resolve("cases"), LocalDate.of(2026, 6, 20));
        tokens = new ApiTokens(server.server.parts().keeper(), server.clock);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String word(String login, ApiTokens.Scope scope) {
        return tokens.make(server.account(login).id(), scope, "a test");
    }

    private static HttpResponse<String> send(String method, String path, String word, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.site.address() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (!word.isEmpty()) {
            request.header("Authorization", "Bearer " + word);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode get(String path, String word) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("GET", path, word, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void a_program_reads_what_its_account_reads() throws Exception {
        String word = word("analyst", ApiTokens.Scope.READ);
        assertThat(get("/api/v1/cases", word).get(0).get("id").asString()).isEqualTo("belarus");
        JsonNode standing = get("/api/v1/case/belarus/standing?on=2015-11-01&known=2015-11-01", word);
        assertThat(standing.get("standing").get("asOf").asString()).isEqualTo("2015-11-01");
        assertThat(get("/api/v1/case/belarus/attention", word).isArray()).isTrue();
        assertThat(get("/api/v1/case/belarus/text", word).get("files").propertyNames())
                .contains("copy.parley");
        JsonNode entries = get("/api/v1/case/belarus/record", word);
        String third = entries.get(2).get("id").asString();
        assertThat(third).matches("e[0-9a-f]{16}");
        assertThat(get("/api/v1/case/belarus/record?after=" + third, word).get(0))
                .isEqualTo(entries.get(3));
        assertThat(send("GET", "/api/v1/case/belarus/record?after=e0000000000000000", word, "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(entries.get(0).has("index")).isFalse();
        assertThat(entries.get(0).get("deed").isObject()).isTrue();
    }

    @Test
    void a_desk_decides_through_a_program_and_is_told_why_not() throws Exception {
        String word = word("eu-desk", ApiTokens.Scope.WRITE);
        String opening = "{\"partner\":\"eu\",\"verb\":\"suspend\",\"measure\":\"eu-belavia\",\"prepared\":true}";
        HttpResponse<String> opened = send("POST", "/api/v1/case/belarus/decisions", word, opening);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        String path = "/api/v1/case/belarus/decisions/"
                + JSON.readTree(opened.body()).get("id").asString();
        assertThat(send(
                                "POST",
                                path + "/positions",
                                word,
                                "{\"member\":\"hu\",\"position\":\"against\",\"why\":\"no\"}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> refused =
                send("POST", path + "/stages", word, "{\"stage\":\"adopted\",\"on\":\"2026-06-20\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body()).get("says").asString()).contains("hu stands against it");
        assertThat(send("POST", "/api/v1/case/belarus/decisions", word, opening).body())
                .contains("open already");
        assertThat(send("POST", "/api/v1/case/belarus/decisions", word("us-desk", ApiTokens.Scope.WRITE), opening)
                        .body())
                .contains("Only the desk of `eu`");
        assertThat(send("POST", "/api/v1/case/belarus/decisions", word, "{\"role\":\"x\"")
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/api/v1/case/belarus/decisions", word)
                        .get(0)
                        .get("positions")
                        .get("hu")
                        .get("says")
                        .asString())
                .isEqualTo("against");
        // Another partner learns that it is blocked, not who blocks.
        assertThat(send("GET", "/api/v1/case/belarus/record", word("us-desk", ApiTokens.Scope.READ), "")
                        .body())
                .contains("blocked")
                .doesNotContain("position-taken", "\"hu\"");
    }

    @Test
    void a_word_is_good_for_its_scope_alone() throws Exception {
        String read = word("eu-desk", ApiTokens.Scope.READ);
        String calendar = word("eu-desk", ApiTokens.Scope.CALENDAR);
        assertThat(send("POST", "/api/v1/case/belarus/consultations", read, "{}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(send("GET", "/api/v1/cases", calendar, "").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/api/v1/cases", "", "").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/api/v1/cases", "x".repeat(43), "").statusCode())
                .isEqualTo(401);
        // A word opens no page, and a cookie no program's path.
        assertThat(send("GET", "/case/belarus/today", read, "").statusCode()).isEqualTo(303);
        assertThat(Web.as(server, "eu-desk").get("/api/v1/cases").status()).isEqualTo(401);
        tokens.end(server.account("eu-desk").id(), "a test");
        assertThat(send("GET", "/api/v1/cases", read, "").statusCode()).isEqualTo(401);
    }

    @Test
    void a_calendar_program_gets_the_days_of_its_account() throws Exception {
        String word = word("lt-desk", ApiTokens.Scope.CALENDAR);
        HttpResponse<String> feed = send("GET", "/api/v1/case/belarus/calendar.ics?word=" + word, "", "");
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.body())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains("DTSTART;VALUE=DATE:2026");
        assertThat(feed.body().replace("\r\n ", ""))
                .contains("Lithuania: decision on the suspension of Stop of potash transit");
        assertThat(Arrays.stream(feed.body().split("\r\n", -1)))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    }

    @Test
    void a_mail_program_gets_the_same_as_a_letter() throws Exception {
        String letter = send("GET", "/api/v1/case/belarus/digest", word("lt-desk", ApiTokens.Scope.READ), "")
                .body();
        assertThat(letter)
                .startsWith(
                        "Belarus on 20 Jun 2026\n\n- [7 days or fewer left] by 22 Jun 2026 (in 2 days): Lithuania: decision on the ")
                .doesNotContain("United States");
    }

    @Test
    void figures_are_for_who_looks_after_the_server() throws Exception {
        assertThat(send("GET", "/api/v1/metrics", word("analyst", ApiTokens.Scope.READ), "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("GET", "/api/v1/metrics", word("secretariat", ApiTokens.Scope.READ), "")
                        .body())
                .contains("parley_entries{case=\"belarus\"}", "parley_request_seconds_count");
        assertThat(send("GET", "/health", "", "").body()).isEqualTo("ok\n");
    }

    @Test
    void the_description_tells_of_every_path_and_of_no_other() throws Exception {
        JsonNode paths =
                JSON.readTree(send("GET", "/openapi.json", "", "").body()).get("paths");
        Set<String> told = new TreeSet<>();
        for (String path : paths.propertyNames()) {
            paths.get(path).propertyNames().forEach(method -> told.add(method + " " + path));
        }
        Set<String> served = new TreeSet<>();
        for (Class<?> type : new Class<?>[] {
            ApiController.class,
            HooksApi.class,
            ScreeningApi.class,
            Class.forName("parley.app.operations.OperationsController")
        }) {
            for (var method : type.getDeclaredMethods()) {
                GetMapping get = method.getAnnotation(GetMapping.class);
                PostMapping post = method.getAnnotation(PostMapping.class);
                if (get != null) {
                    String[] at = get.value().length > 0 ? get.value() : get.path();
                    served.add("get " + at[0]);
                } else if (post != null) {
                    served.add("post " + post.value()[0]);
                }
            }
        }
        served.removeIf(p -> !p.contains("/api/"));
        assertThat(told).isEqualTo(served);
    }

    @Test
    void a_word_is_shown_once_and_never_kept() {
        Web web = Web.as(server, "ua-desk");
        String page = web.post("/account", "/account/words", java.util.Map.of("label", "sheet", "scope", "read"))
                .body();
        Matcher shown = Pattern.compile("id=\"word\">([^<]+)<").matcher(page);
        assertThat(shown.find()).isTrue();
        assertThat(web.get("/account").body()).contains("sheet").doesNotContain(shown.group(1));
    }
}

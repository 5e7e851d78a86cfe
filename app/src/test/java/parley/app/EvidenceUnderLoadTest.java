package parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parley.app.evidence.Book;
import parley.app.evidence.ClaimLine;
import parley.app.record.Deed;
import parley.app.record.Deeds;
import parley.app.record.Entry;
import parley.evidence.Role;

/** Eight people confirm and take back at once: what was answered is what a plain model says in the order of the record. */
final class EvidenceUnderLoadTest {
    private static final List<String> PEOPLE = List.of(
            "viasna-verifier",
            "baj-verifier",
            "pen-verifier",
            "odihr-verifier",
            "eu-delegation-verifier",
            "eu-desk",
            "us-desk",
            "uk-desk");
    private static final int ACTS_EACH = 25;
    private static final long SEED = 20260710;

    /** What somebody was told. */
    private record Told(String who, boolean confirm, int status) {}

    @Test
    void approvals_at_once_are_serial() throws Exception {
        LocalDate day = LocalDate.of(2026, 7, 10);
        try (var server = TestServer.with(TestServer.root().resolve("cases"), day);
                HttpClient http = HttpClient.newHttpClient();
                var threads = Executors.newFixedThreadPool(PEOPLE.size())) {
            Map<String, String> cookies = new TreeMap<>();
            PEOPLE.forEach(p -> cookies.put(p, server.signIn(p)));
            cookies.put("secretariat", server.signIn("secretariat"));
            var asked = new Asked(http, server.site.address(), cookies);
            String claim = asked.file("secretariat");
            List<Told> told = new ArrayList<>();
            List<Future<List<Told>>> running = new ArrayList<>();
            for (int i = 0; i < PEOPLE.size(); i++) {
                String who = PEOPLE.get(i);
                var random = new Random(SEED + i);
                running.add(threads.submit(() -> {
                    List<Told> mine = new ArrayList<>();
                    for (int n = 0; n < ACTS_EACH; n++) {
                        boolean confirm = random.nextBoolean();
                        mine.add(new Told(
                                who, confirm, confirm ? asked.confirm(who, claim) : asked.withdraw(who, claim)));
                    }
                    return mine;
                }));
            }
            for (Future<List<Told>> f : running) {
                told.addAll(f.get());
            }
            compare(server, claim, told);
        }
    }

    /** Replays the record by a set of names, and each person's own answers by their own last word. */
    private static void compare(TestServer server, String claim, List<Told> told) {
        List<Entry> entries = server.server.parts().record().readAll("belarus", -1);
        Set<String> signed = new HashSet<>();
        int changes = 0;
        for (Entry e : entries) {
            switch (Deeds.of(e)) {
                case Deed.ClaimReviewed d
                when d.claim().equals(claim) -> {
                    changes++;
                    assertThat(signed.add(e.account().toString()))
                            .as("entry %d", e.index())
                            .isTrue();
                }
                case Deed.ReviewWithdrawn d
                when d.claim().equals(claim) -> {
                    changes++;
                    assertThat(signed.remove(e.account().toString()))
                            .as("entry %d", e.index())
                            .isTrue();
                }
                case null, default -> {}
            }
        }
        assertThat(told.stream().filter(t -> t.status() == 303).count()).isEqualTo(changes);
        assertThat(told.stream().map(Told::status)).containsOnly(303, 422);
        for (String who : PEOPLE) {
            boolean has = false;
            for (Told t : told) {
                if (t.who().equals(who)) {
                    // Nobody else changes what I signed, so my own answers are those of a model of one.
                    assertThat(t.status() == 303).as("%s, seed %d", t, SEED).isEqualTo(t.confirm() != has);
                    has = t.status() == 303 ? t.confirm() : has;
                }
            }
            assertThat(signed.contains(server.account(who).id().toString())).isEqualTo(has);
        }
        Book book = server.server.parts().books().of("belarus");
        ClaimLine line = Objects.requireNonNull(ClaimLine.of(
                book,
                book.at(book.last(), server.clock.instant()),
                book.claims().getFirst()));
        assertThat(line.chain().counting().stream()
                        .filter(s -> s.review().role() == Role.REVIEWER)
                        .count())
                .isEqualTo(signed.size());
        assertThat(line.chain().isComplete()).isEqualTo(!signed.isEmpty());
    }

    /** The forms of the pages, by hand. */
    private static final class Asked {
        private static final Pattern FORM = Pattern.compile("name=\"_form\" value=\"([^\"]+)\"");
        private static final Map<String, String> JUDGED = Map.of(
                "likelihood", "likely", "confidence", "moderate", "alternatives", "none that fits", "agrees", "yes");

        private final HttpClient http;
        private final String address;
        private final Map<String, String> cookies;
        private final Map<String, String> forms = new ConcurrentHashMap<>();

        Asked(HttpClient http, String address, Map<String, String> cookies) {
            this.http = http;
            this.address = address;
            this.cookies = cookies;
        }

        String file(String who) throws Exception {
            Map<String, String> fields = new TreeMap<>(JUDGED);
            // Whoever files does not agree with anybody yet.
            fields.remove("agrees");
            fields.putAll(Map.of(
                    "says", "A prison was opened to visitors",
                    "on", "2026-07-09",
                    "predicate", "border-event",
                    "itemTitle", "Report",
                    "kind", "report",
                    "captured", "2026-07-10",
                    "source", "new",
                    "sourceTitle", "A visitor",
                    "sourceClass", "expert",
                    "letter", "B"));
            HttpResponse<String> answer = post(who, "/case/belarus/evidence/file", fields);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
            String to = answer.headers().firstValue("Location").orElseThrow();
            return to.substring(to.lastIndexOf('/') + 1);
        }

        int confirm(String who, String claim) throws Exception {
            return post(who, "/case/belarus/claim/" + claim + "/review", JUDGED).statusCode();
        }

        int withdraw(String who, String claim) throws Exception {
            return post(who, "/case/belarus/claim/" + claim + "/withdraw", Map.of("why", "on second thoughts"))
                    .statusCode();
        }

        private HttpResponse<String> post(String who, String path, Map<String, String> fields) throws Exception {
            Map<String, String> all = new TreeMap<>(fields);
            all.put("_form", form(who));
            var body = new StringBuilder();
            all.forEach((k, v) -> body.append(body.isEmpty() ? "" : "&")
                    .append(k)
                    .append('=')
                    .append(URLEncoder.encode(v, StandardCharsets.UTF_8)));
            return http.send(
                    request(who, path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        private String form(String who) throws Exception {
            String known = forms.get(who);
            if (known != null) {
                return known;
            }
            String page = http.send(
                            request(who, "/case/belarus/evidence").build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            Matcher found = FORM.matcher(page);
            assertThat(found.find()).isTrue();
            forms.put(who, found.group(1));
            return found.group(1);
        }

        private HttpRequest.Builder request(String who, String path) {
            return HttpRequest.newBuilder(URI.create(address + path))
                    .header("Cookie", "__Host-parley=" + cookies.get(who));
        }
    }
}

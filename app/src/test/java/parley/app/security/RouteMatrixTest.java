package parley.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.app.TestServer;
import parley.app.Web;
import parley.app.lists.RecordKey;
import parley.app.people.Account;
import parley.app.people.Accounts;
import parley.app.people.ApiTokens;
import parley.app.people.Role;
import parley.app.people.SecretsCase;
import parley.app.record.CaseRecord;
import parley.app.record.Deed;
import parley.app.record.Deeds;
import parley.app.record.Label;

/**
 * Every address, for every kind of reader, with an object of its own, one it may not read, and one that is not there
 * (attacks 17, 18, 19, 26, 28, 29). A new address has no row in {@code routes.txt} and fails here.
 */
final class RouteMatrixTest {
    private static final String CASE = "secrets";
    private static final List<String> WORKERS = List.of("secretariat", "eu-desk", "us-desk", "watch-verifier");
    private static final List<String> MEMBERS = List.of(
            "secretariat",
            "analyst",
            "eu-desk",
            "us-desk",
            "watch-verifier",
            "families-stakeholder",
            "public-reader",
            "administrator");
    private static final Set<String> PUBLIC_ALONE = Set.of("public-reader", "administrator");
    private static final String RELEASE = "2026-06-20";

    @TempDir
    private static Path cases;

    private static TestServer server;
    private static final Map<String, Web> WEBS = new LinkedHashMap<>();

    /** Objects that are there, and objects like them that are not. */
    private static final Map<String, String> THERE = new LinkedHashMap<>();

    private static final Map<String, String> MISSING = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws IOException {
        Path folder = Files.createDirectories(cases.resolve(CASE));
        Files.writeString(folder.resolve("case.parley"), SecretsCase.TEXT);
        Files.writeString(
                Files.createDirectories(folder.resolve("facts")).resolve("releases.csv"),
                "date,number,counterparts,source,url,accessed,note\n" + RELEASE + ",9,us,a register,,2026-06-21,\n");
        server = TestServer.with(cases, LocalDate.of(2026, 7, 1));
        give("public-reader", Role.ANALYST);
        give("administrator", Role.ADMINISTRATOR);
        server.server.parts().accounts().make("Outsider", "outsider");
        for (String login : MEMBERS) {
            WEBS.put(login, Web.as(server, login));
        }
        WEBS.put("outsider", Web.as(server, "outsider"));
        makeObjects();
        THERE.forEach((name, _) -> MISSING.put(name, missing(name)));
        THERE.put("name", "pressure-plum");
        MISSING.put("name", "pressure-nothing");
    }

    private static String missing(String name) {
        return switch (name) {
            case "entry", "finding", "ended" -> "999999";
            case "release" -> "2025-01-01";
            default -> UUID.randomUUID().toString();
        };
    }

    private static void give(String login, Role role) {
        Account account = server.server.parts().accounts().make(login, login);
        server.server
                .parts()
                .roles()
                .give(CASE, new CaseRecord.Author(Accounts.SYSTEM.id(), ""), account.id(), role, "", Label.PUBLIC, "");
    }

    private static Web as(String login) {
        Web web = WEBS.get(login);
        if (web == null) {
            throw new IllegalArgumentException(login);
        }
        return web;
    }

    /** Makes one object of each kind, through the forms that people use. */
    private static void makeObjects() {
        String here = "/case/" + CASE;
        Web.Answer decision = as("us-desk")
                .post(
                        here + "/decisions",
                        here + "/decisions",
                        Map.of("partner", "us", "verb", "suspend", "measure", "pressure-damson"));
        THERE.put("decision", last(decision));
        Map<String, String> filing = new LinkedHashMap<>(Map.of(
                "body", "watch",
                "says", "Five quinces were picked",
                "on", "2026-06-20",
                "predicate", "out-of-custody",
                "concession", "harvest-hazel",
                "series1", "quinces",
                "value1", "5",
                "itemTitle", "A basket, counted",
                "kind", "list-entry"));
        filing.putAll(Map.of(
                "captured",
                "2026-06-21",
                "source",
                "own",
                "likelihood",
                "likely",
                "confidence",
                "high",
                "information",
                "2",
                "alternatives",
                "none"));
        Web.Answer claim = as("watch-verifier").post(here + "/evidence/file", here + "/evidence/file", filing);
        THERE.put("claim", last(claim));
        THERE.put("item", kept(Deed.ItemFiled.class).getLast().id());
        String editor = as("secretariat").get(here + "/text/editor").body();
        Web.Answer proposed = as("secretariat")
                .post(
                        here + "/text/editor",
                        here + "/text/propose",
                        Map.of(
                                "text",
                                SecretsCase.TEXT.replace("Damson ban", "Damson embargo"),
                                "file",
                                "case.parley",
                                "basedOn",
                                find("name=\"basedOn\" value=\"([^\"]+)\"", editor),
                                "why",
                                "A better word"));
        THERE.put("entry", last(proposed));
        as("secretariat").post(here + "/today", here + "/evidence/certificates", Map.of("concession", "harvest-hazel"));
        THERE.put(
                "certificate",
                find(
                        "certificate/([0-9a-z:]+)",
                        as("secretariat").get(here + "/evidence/certificates").body()));
        Map<String, String> table = new LinkedHashMap<>(filing);
        table.keySet().removeAll(Set.of("says", "on", "series1", "value1", "concession"));
        table.put("csv", "says,date,quinces\nTwo more quinces,2026-06-22,2\n");
        as("watch-verifier").post(here + "/evidence/import", here + "/evidence/import", table);
        THERE.put("batch", kept(Deed.ClaimFiled.class).getLast().batch());
        THERE.put("partner", "us");
        makeLists(here);
        makeOutcomes(here, filing);
        makeFinding(here);
        makeOfficialLists(here);
    }

    /** Two dates of one list and a list of somebody else. */
    private static void makeLists(String here) {
        THERE.put("earlier", list(here, "own", "2026-06-01", "key,name,born\n1,Ann Ash,1980\n2,Bea Birch,1981\n"));
        THERE.put("list", list(here, "own", "2026-06-10", "key,name,born\n2,Bea Birch,1981\n"));
        THERE.put("other", list(here, "new", "2026-06-10", "key,name,born\n7,Beah Birch,1981\n"));
        THERE.put("otherPublisher", kept(Deed.ListTaken.class).getLast().publisher());
    }

    private static String list(String here, String publisher, String asOf, String csv) {
        return last(as("watch-verifier")
                .post(
                        here + "/evidence/lists/import",
                        here + "/evidence/lists/import",
                        Map.of(
                                "body", "watch",
                                "publisher", publisher,
                                "publisherTitle", "Others",
                                "criteria", "all",
                                "asOf", asOf,
                                "obtained", asOf,
                                "from", "a courier",
                                "verifiersToo", "yes",
                                "csv", csv)));
    }

    /** Outcomes of a release that two bodies stand for, and that are public as far as they may be. */
    private static void makeOutcomes(String here, Map<String, String> filing) {
        THERE.put("release", RELEASE);
        Map<String, String> outcomes = new LinkedHashMap<>(filing);
        outcomes.keySet().removeAll(Set.of("says", "on", "predicate", "series1", "value1", "concession"));
        outcomes.put("csv", "persons,out,across-border,foreign,handed-over\n9,yes,yes,yes,yes\n");
        outcomes.put("marks", "first-hand");
        outcomes.put("likelihood", "very likely");
        String page = here + "/evidence/outcomes/" + RELEASE;
        String claim = last(as("watch-verifier").post(page, page, outcomes));
        Map<String, String> review = new LinkedHashMap<>(filing);
        review.keySet().removeAll(Set.of("says", "on", "predicate", "series1", "value1", "concession"));
        review.putAll(Map.of("body", "eu", "agrees", "yes", "itemTitle", "Calls with families", "marks", "first-hand"));
        review.putAll(Map.of("likelihood", "very likely", "letter-watch", "B"));
        Web.Answer reviewed =
                as("eu-desk").post(here + "/claim/" + claim, here + "/claim/" + claim + "/review", review);
        assertThat(reviewed.status()).as(reviewed.body()).isEqualTo(303);
        Web.Answer published =
                as("secretariat").post(here + "/evidence/outcomes", here + "/evidence/outcomes/publish", Map.of());
        assertThat(published.status()).as(published.body()).isEqualTo(303);
    }

    /** A finding, and the dispute of one with an end that waits for somebody else. */
    private static void makeFinding(String here) {
        Web.Answer signed = as("watch-verifier")
                .post(
                        here + "/about/harvest-hazel",
                        here + "/finding",
                        Map.of("verifier", "watch", "concession", "harvest-hazel", "finding", "verified"));
        assertThat(signed.status()).as(signed.body()).isEqualTo(303);
        THERE.put("finding", number(Deed.FindingSigned.class));
        String certificates = here + "/evidence/certificates";
        as("families-stakeholder")
                .post(
                        certificates,
                        here + "/evidence/finding/" + THERE.get("finding") + "/dispute",
                        Map.of("ground", "procedure", "why", "Nobody was asked"));
        THERE.put("dispute", kept(Deed.ThingDisputed.class).getLast().id());
        as("secretariat")
                .post(
                        certificates,
                        here + "/evidence/dispute/end",
                        Map.of("dispute", THERE.get("dispute"), "outcome", "dismissed", "why", "All were asked"));
        THERE.put("ended", number(Deed.DisputeEnded.class));
    }

    /** Returns the number of the last entry of a kind. */
    private static String number(Class<? extends Deed> kind) {
        return server.server.parts().record().readAll(CASE, -1).stream()
                .filter(e -> kind.isInstance(Deeds.of(e)))
                .reduce((_, later) -> later)
                .map(e -> Long.toString(e.index()))
                .orElseThrow();
    }

    /** A list in force with a record, and a name that was looked for. */
    private static void makeOfficialLists(String here) {
        Path file = cases.resolve("annex.csv");
        try {
            Files.writeString(file, """
                    celex,annex,recordId,schema,name,programKey,measure,startDate
                    32006R0765,I,1,Person,Quintus Quince,EU-BLR,Asset freeze,2026-06-01
                    32006R0765,I,2,Person,Damson Plum,EU-BLR,Asset freeze,2026-06-01
                    """);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        var lists = server.server.parts().lists();
        var brought = lists.bring(List.of(file), "eu-oj", "a test");
        assertThat(brought.number()).as(brought.findings().toString()).isPositive();
        assertThat(lists.sign(brought.number(), server.account("us-desk").person()))
                .isTrue();
        THERE.put("import", String.valueOf(brought.number()));
        THERE.put("later", String.valueOf(brought.number()));
        THERE.put("official", "eu-oj");
        var listings = lists.listings(java.util.Objects.requireNonNull(lists.entry(brought.number())));
        THERE.put("record", RecordKey.path(listings.get(0)));
        THERE.put("with", RecordKey.path(listings.get(1)));
        THERE.put(
                "screened",
                last(as("us-desk").post(here + "/screening", here + "/screening", Map.of("name", "Quintus Quince"))));
    }

    private static <D extends Deed> List<D> kept(Class<D> kind) {
        return server.server.parts().record().readAll(CASE, -1).stream()
                .map(Deeds::of)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static String last(Web.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        String to = answer.header("Location");
        return to.substring(to.lastIndexOf('/') + 1);
    }

    private static String find(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static long entries() {
        return server.server.parts().record().readAll(CASE, -1).size();
    }

    /** Says whether an account may do what a row is about; for programs see {@code ApiTest}. */
    private static boolean may(Routes.Row row, String login) {
        return row.who().stream().anyMatch(who -> switch (who) {
            case "anyone", "signed-in" -> true;
            case "member" -> !login.equals("outsider");
            case "worker" -> WORKERS.contains(login);
            case "reader" -> MEMBERS.contains(login) && !PUBLIC_ALONE.contains(login);
            default -> who.equals(login);
        });
    }

    private static List<Routes.Row> ofCase(boolean reading) {
        return Routes.rows().stream()
                .filter(r -> r.ofCase() && r.isGet() == reading)
                .filter(r -> !r.path().endsWith("/lsp"))
                .toList();
    }

    @Test
    void every_address_has_a_row_and_every_row_an_address() {
        Set<String> rows = new TreeSet<>();
        Routes.rows().forEach(r -> rows.add(r.shape()));
        assertThat(rows).isEqualTo(Routes.served(server));
    }

    /** 18, 19: who may not read gets the bytes of what is not there. */
    @Test
    void forbidden_and_missing_are_the_same_bytes() {
        List<String> wrong = new ArrayList<>();
        for (Routes.Row row : ofCase(true)) {
            for (Map.Entry<String, Web> reader : WEBS.entrySet()) {
                Web.Answer there = reader.getValue().get(row.at(CASE, THERE));
                Web.Answer elsewhere = reader.getValue().get(row.at("nowhere", THERE));
                Web.Answer missing = reader.getValue().get(row.at(CASE, MISSING));
                String what = "%s as %s: ".formatted(row.path(), reader.getKey());
                if (may(row, reader.getKey())) {
                    if (there.status() != 200) {
                        wrong.add(what + there.status());
                    }
                } else if (there.status() != 404 || !there.told().equals(elsewhere.told())) {
                    wrong.add(what + there.status() + " and not as in a case that is not there");
                } else if (!there.told().equals(missing.told())) {
                    wrong.add(what + "forbidden and missing differ");
                }
                if (elsewhere.status() != 404) {
                    wrong.add(what + "in a case that is not there: " + elsewhere.status());
                }
                if (!row.object().isEmpty() && missing.status() != 404) {
                    wrong.add(what + "a missing object: " + missing.status());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** 19: a form filled in rightly by somebody who may not send it writes nothing, and tells nothing. */
    @Test
    void who_may_not_do_it_changes_nothing_and_learns_nothing() {
        List<String> wrong = new ArrayList<>();
        for (Routes.Row row : ofCase(false)) {
            for (Map.Entry<String, Web> reader : WEBS.entrySet()) {
                if (may(row, reader.getKey())) {
                    continue;
                }
                long before = entries();
                Web.Answer there = post(reader.getValue(), row, CASE, THERE);
                Web.Answer missing = post(reader.getValue(), row, CASE, MISSING);
                Web.Answer elsewhere = post(reader.getValue(), row, "nowhere", THERE);
                String what = "%s as %s: ".formatted(row.path(), reader.getKey());
                if (entries() != before) {
                    wrong.add(what + "wrote an entry");
                }
                if (there.status() != 404 && there.status() != 422) {
                    wrong.add(what + there.status());
                }
                if (reader.getKey().equals("outsider") && !there.told().equals(elsewhere.told())) {
                    wrong.add(what + "an outsider can tell that the case exists");
                }
                boolean hidden = switch (row.object()) {
                    case "claim", "item", "certificate", "batch", "list", "finding" ->
                        PUBLIC_ALONE.contains(reader.getKey());
                    case "decision", "entry" ->
                        !Set.of("secretariat", "us-desk").contains(reader.getKey());
                    default -> false;
                };
                if (hidden && !there.told().equals(missing.told())) {
                    wrong.add(what + "can tell that it exists: "
                            + there.told()
                                    .lines()
                                    .filter(l -> l.contains("<p>"))
                                    .toList()
                            + missing.told()
                                    .lines()
                                    .filter(l -> l.contains("<p>"))
                                    .toList());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Web.Answer post(Web web, Routes.Row row, String caseId, Map<String, String> objects) {
        String form = Web.form(web.get("/account").body());
        return web.send("POST", row.at(caseId, objects), row.form(objects) + "&_form=" + form, Map.of());
    }

    /** 17: without the word of the form, and with that of another session, nothing is done. */
    @Test
    void every_form_needs_the_word_of_its_own_session() {
        List<String> wrong = new ArrayList<>();
        String other = Web.form(Web.as(server, "secretariat").get("/account").body());
        Web web = Web.as(server, "secretariat");
        long before = entries();
        for (Routes.Row row : Routes.rows()) {
            if (row.isGet() || row.path().startsWith("/api/")) {
                continue;
            }
            String path = row.at(CASE, THERE).replace("{token}", "x");
            for (String word : List.of("", "&_form=", "&_form=" + other)) {
                int status =
                        web.send("POST", path, row.form(THERE) + word, Map.of()).status();
                if (status != 403) {
                    wrong.add("%s with `%s`: %d".formatted(row.path(), word, status));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(entries()).isEqualTo(before);
        assertThat(web.get("/account").status()).as("still signed in").isEqualTo(200);
    }

    /** 28: a field that no page offers is refused, whatever it is called. */
    @Test
    void a_field_that_no_page_offers_is_refused() {
        List<String> wrong = new ArrayList<>();
        long before = entries();
        for (Routes.Row row : Routes.rows()) {
            if (row.isGet() || row.path().startsWith("/api/")) {
                continue;
            }
            for (String field : List.of("account", "compartments", "seq", "status", "id[]", "class.module")) {
                Web web = Web.as(server, "secretariat");
                String form = Web.form(web.get("/account").body());
                String path = row.at(CASE, THERE).replace("{token}", "x");
                int status = web.send("POST", path, row.form(THERE) + "&" + field + "=1&_form=" + form, Map.of())
                        .status();
                if (status != 400) {
                    wrong.add("%s with `%s`: %d".formatted(row.path(), field, status));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(entries()).isEqualTo(before);
    }

    /** 28: nor does a program get anything by a member that nothing reads. */
    @Test
    void a_member_that_nothing_reads_is_refused() {
        String word = new ApiTokens(server.server.parts().keeper(), server.clock)
                .make(server.account("us-desk").id(), ApiTokens.Scope.WRITE, "a test");
        long before = entries();
        String body = "{\"partner\":\"us\",\"stakeholder\":\"families\",\"on\":\"2026-06-30\",\"label\":\"public\"}";
        Web.Answer answer = Web.nobody(server)
                .send(
                        "POST",
                        "/api/v1/case/secrets/consultations",
                        body,
                        Map.of("Authorization", "Bearer " + word, "Content-Type", "application/json"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(entries()).isEqualTo(before);
    }

    /** 17: reading every page twice writes nothing. */
    @Test
    void reading_changes_nothing() {
        long before = entries();
        for (Routes.Row row : Routes.rows()) {
            if (row.isGet() && !row.path().endsWith("/lsp")) {
                String path = row.at(CASE, THERE).replace("{token}", "x");
                as("secretariat").get(path);
                as("secretariat").get(path);
                as("secretariat").send("HEAD", path, null, Map.of());
            }
        }
        assertThat(entries()).isEqualTo(before);
    }

    /** 26: other methods than the declared ones are refused, with those that a proxy might turn into others. */
    @Test
    void only_declared_methods_are_answered() {
        Set<String> rows = new TreeSet<>();
        Routes.rows().forEach(r -> rows.add(r.shape()));
        List<String> wrong = new ArrayList<>();
        long before = entries();
        for (Routes.Row row : Routes.rows()) {
            String path = row.at(CASE, THERE).replace("{token}", "x");
            for (String method : List.of("PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND", "BREW")) {
                int status =
                        as("secretariat").send(method, path, null, Map.of()).status();
                if (status != 405) {
                    wrong.add(method + " " + path + ": " + status);
                }
            }
            if (row.isGet() && !rows.contains(row.shape().replace("GET ", "POST ")) && !path.startsWith("/api/")) {
                String form = Web.form(as("secretariat").get("/account").body());
                int status = as("secretariat")
                        .send("POST", path, "_form=" + form, Map.of("X-HTTP-Method-Override", "GET"))
                        .status();
                if (status != 405) {
                    wrong.add("POST " + path + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(entries()).isEqualTo(before);
    }

    /** 29: a page under the name of a file is not there, so no cache between keeps it. */
    @Test
    void no_page_has_the_name_of_a_file() {
        List<String> wrong = new ArrayList<>();
        for (Routes.Row row : Routes.rows()) {
            if (!row.isGet() || row.path().startsWith("/api/") || row.path().equals("/")) {
                continue;
            }
            String path =
                    row.at(CASE, THERE).replace("{token}", "x").replace("/assets/pressure-plum", "/assets/parley.css");
            for (String end : List.of("/x.css", "/", ".css", "%2Fx.css", "/..%2Fx.css", "/%2e%2e/x.js")) {
                int status = as("secretariat").get(path + end).status();
                if (status != 404 && status != 400) {
                    wrong.add(path + end + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}

package parley.app.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.app.TestServer;
import parley.app.Web;
import parley.app.record.CaseRecord;
import parley.app.record.Deed;
import parley.app.record.Label;
import parley.language.CaseText;
import parley.roadmap.Case;
import parley.roadmap.Declaration;
import parley.text.Source;

/**
 * Who may see what: every clause of a case with all kinds of labels, for every role, over the web and in SQL with the
 * application out of the way. What somebody may not read and what is not there have the same answer.
 */
final class NeedToKnowTest {
    @TempDir
    private static Path cases;

    private static TestServer server;

    @SuppressWarnings("NullAway.Init")
    private static Case whole;

    /** Who asks, and how far that account is cleared; the administrator has no role that reads. */
    private static final Map<String, Label> READERS = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws IOException {
        Path folder = Files.createDirectories(cases.resolve("secrets"));
        Files.writeString(folder.resolve("case.parley"), SecretsCase.TEXT);
        whole = java.util.Objects.requireNonNull(CaseText.read(List.of(new Source("case.parley", SecretsCase.TEXT)))
                .theCase());
        server = TestServer.with(cases, LocalDate.of(2026, 7, 1));
        READERS.put("secretariat", Label.WHOLE);
        READERS.put("analyst", Label.PARTNERS);
        READERS.put("eu-desk", new Label(Label.Level.PARTNERS, List.of("eu")));
        READERS.put("us-desk", new Label(Label.Level.PARTNERS, List.of("us")));
        READERS.put("watch-verifier", new Label(Label.Level.COUNTERPART, List.of()));
        READERS.put("families-stakeholder", new Label(Label.Level.COUNTERPART, List.of()));
        give("core-reader", new Label(Label.Level.CORE, List.of()));
        give("public-reader", Label.PUBLIC);
        for (Map.Entry<String, Label> label : labels().entrySet()) {
            server.server
                    .parts()
                    .record()
                    .change(
                            "secrets",
                            new CaseRecord.Author(Accounts.SYSTEM.id(), ""),
                            w -> w.add(new Deed.RecordKept("2026-06-30"), label.getValue(), label.getKey()));
        }
    }

    private static void give(String login, Label label) {
        Account account = server.server.parts().accounts().make(login, login);
        server.server
                .parts()
                .roles()
                .give(
                        "secrets",
                        new CaseRecord.Author(Accounts.SYSTEM.id(), ""),
                        account.id(),
                        Role.ANALYST,
                        "",
                        label,
                        "");
        READERS.put(login, label);
    }

    private static Map<String, Label> labels() {
        Map<String, Label> labels = new LinkedHashMap<>();
        for (Label.Level level : Label.Level.values()) {
            labels.put("note-" + level.word(), new Label(level, List.of()));
        }
        labels.put("note-eu", new Label(Label.Level.PARTNERS, List.of("eu")));
        labels.put("note-both", new Label(Label.Level.PARTNERS, List.of("eu", "us")));
        labels.put("note-us", new Label(Label.Level.PARTNERS, List.of("us")));
        return labels;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void every_clause_is_there_for_those_who_may_read_it_and_nowhere_else() {
        List<String> wrong = new ArrayList<>();
        READERS.forEach((login, cleared) -> {
            Web web = Web.as(server, login);
            String missing =
                    web.get("/case/secrets/about/there-is-no-such-name").told();
            for (Declaration d : whole.declarations()) {
                Web.Answer answer = web.get("/case/secrets/about/" + d.id());
                boolean may = cleared.reads(Label.of(d.secrecy()));
                if (may != (answer.status() == 200)) {
                    wrong.add(
                            "%s %s %s: %d".formatted(login, d.id(), d.secrecy().words(), answer.status()));
                }
                if (!may && !answer.told().equals(missing)) {
                    wrong.add("%s can tell that %s exists".formatted(login, d.id()));
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_page_names_what_its_reader_may_not_read() {
        List<String> wrong = new ArrayList<>();
        READERS.forEach((login, cleared) -> {
            Web web = Web.as(server, login);
            for (String page : List.of(
                    "today", "roadmap", "time", "evidence", "partners", "decisions", "proof", "text", "briefing")) {
                Web.Answer answer = web.get("/case/secrets/" + page);
                for (Declaration d : whole.declarations()) {
                    boolean may = cleared.reads(Label.of(d.secrecy()));
                    // Names are made of words that occur nowhere else in the program.
                    if (!may && (answer.body().contains(d.id()) || answer.body().contains(d.title()))) {
                        wrong.add("%s reads of %s on %s".formatted(login, d.id(), page));
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_case_one_has_no_role_in_is_a_case_that_is_not_there() {
        server.server.parts().accounts().make("Nobody", "nobody");
        Web web = Web.as(server, "nobody");
        for (String page : List.of("today", "roadmap", "about/pressure-plum", "people", "text", "briefing")) {
            assertThat(web.get("/case/secrets/" + page).told())
                    .isEqualTo(web.get("/case/elsewhere/" + page).told());
            assertThat(web.get("/case/secrets/" + page).status()).isEqualTo(404);
        }
        assertThat(web.get("/").body()).doesNotContain("secrets");
    }

    @Test
    void the_database_itself_hands_out_only_entries_of_the_readers_label() throws SQLException {
        for (Map.Entry<String, Label> reader : READERS.entrySet()) {
            Set<String> expected = new TreeSet<>();
            labels().forEach((name, label) -> {
                if (reader.getValue().reads(label)) {
                    expected.add(name);
                }
            });
            UUID account = server.account(reader.getKey()).id();
            assertThat(seen(account, "select text from entry", "note-[a-z]+"))
                    .as(reader.getKey())
                    .isEqualTo(expected);
        }
    }

    @Test
    void the_database_itself_hands_out_only_the_readers_own_copy() throws SQLException {
        for (Map.Entry<String, Label> reader : READERS.entrySet()) {
            UUID account = server.account(reader.getKey()).id();
            Set<String> hidden = new TreeSet<>();
            for (Declaration d : whole.declarations()) {
                if (!reader.getValue().reads(Label.of(d.secrecy()))) {
                    hidden.addAll(seen(account, "select text from reading_copy", d.id() + "\\b"));
                }
            }
            assertThat(hidden).as(reader.getKey()).isEmpty();
        }
    }

    @Test
    void without_an_account_the_database_hands_out_nothing() throws SQLException {
        for (String table : List.of("entry", "reading_copy", "membership", "\"case\"", "person", "account")) {
            assertThat(seen(
                            new UUID(9, 9),
                            "select t::text from %s t"
                                    .formatted(table.equals("account") ? "(select id from account)" : table),
                            ".+"))
                    .as(table)
                    .isEmpty();
        }
    }

    @Test
    void the_reading_role_cannot_touch_secrets_or_change_anything() throws SQLException {
        for (String sql : List.of(
                "select * from credential",
                "select * from web_session",
                "select * from invitation",
                "select * from core_read",
                "update entry set text = ''",
                "delete from entry",
                "insert into membership select * from membership",
                "update membership set level = 4",
                "alter table entry disable row level security",
                "set role parley_keeper")) {
            try (Connection c = readers().getConnection();
                    PreparedStatement s = c.prepareStatement(sql)) {
                assertThat(org.assertj.core.api.Assertions.catchThrowable(s::execute))
                        .as(sql)
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    private static javax.sql.DataSource readers() {
        return server.server.database().readers();
    }

    private static Set<String> seen(UUID account, String sql, String pattern) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection c = readers().getConnection()) {
            c.setAutoCommit(false);
            CaseRecord.actAs(c, account);
            try (PreparedStatement s = c.prepareStatement(sql);
                    ResultSet rows = s.executeQuery()) {
                while (rows.next()) {
                    java.util.regex.Pattern.compile(pattern)
                            .matcher(rows.getString(1))
                            .results()
                            .forEach(r -> found.add(r.group()));
                }
            }
            c.rollback();
        }
        return found;
    }
}

package parley.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import parley.app.screening.Screenings;

/** Import, preview, signature by a second person, screening, judgement, taking it back, rollback; all names are invented. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class OfficialListsTest {
    private static final String HERE = "/case/belarus";
    private static final String HEADER =
            "celex,annex,recordId,schema,name,alias,birthDate,nationality,idNumber,programKey,measure,startDate,reason\n";
    private static final String FIRST = HEADER
            + "32006R0765,I,1,Person,Dzmitry Mikalaevich PRYMERAU,Дмитрий Николаевич ПРИМЕРОВ,1970-06-02,BY,,EU-BLR,Asset freeze,2021-06-21,Invented for a test.\n"
            + "32006R0765,I,2,Person,Valiantsina Ivanauna UZORAVA,,,BY,,EU-BLR,Asset freeze,2021-06-21,Invented for a test.\n"
            + "32006R0765,I,3,LegalEntity,Prykladny Zavod OAO,,,,,EU-BLR,Asset freeze,2021-06-21,\n";
    private static final String SECOND = HEADER
            + "32006R0765,I,1,Person,Dzmitry Mikalaevich PRYMERAU,Дмитрий Николаевич ПРИМЕРОВ,1970-06-02,BY,,EU-BLR,Asset freeze,2021-06-21,Invented for a test.\n"
            + "32006R0765,I,2,Person,Valiantsina Ivanauna UZORAVA,,1961-04-05,BY,,EU-BLR,Asset freeze,2021-06-21,Invented for a test.\n"
            + "32006R0765,I,3,LegalEntity,Prykladny Zavod OAO,,,,,EU-BLR,Asset freeze,2021-06-21,\n"
            + "32006R0765,I,4,Person,Piotr Piatrovich NOVY,,,BY,,EU-BLR,Asset freeze,2026-05-20,\n";

    @TempDir
    private static Path files;

    private static TestServer server;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.with(TestServer.root().resolve("cases"), LocalDate.of(2026, 6, 1));
        browser = new Browser();
        Files.writeString(files.resolve("annex-1.csv"), FIRST);
        Files.writeString(files.resolve("annex-2.csv"), SECOND);
        Files.writeString(files.resolve("broken.csv"), FIRST.substring(0, FIRST.length() - 20));
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    private static void look(Page page, String name) {
        Browser.photograph(page, "lists-" + name);
        assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(v -> List.of("serious", "critical").contains(v.getImpact()))
                                .map(v -> v.getId() + " "
                                        + v.getNodes().getFirst().getHtml())
                                .toList())
                .as(name)
                .isEmpty();
    }

    private static void bring(Page page, String file) {
        page.navigate(HERE + "/register");
        page.setInputFiles("input[name=file]", files.resolve(file));
        page.click("text=Read and preview");
    }

    @Test
    @Order(1)
    void a_list_goes_live_by_two_people_and_names_are_found_decided_and_found_again() throws Exception {
        Page eu = browser.as(server, "eu-desk");
        Page us = browser.as(server, "us-desk");
        bring(eu, "broken.csv");
        assertThat(eu.locator("main").innerText()).contains("The file was not taken", "The register is as it was");
        look(eu, "refused");
        bring(eu, "annex-1.csv");
        assertThat(eu.locator("main").innerText()).contains("3 records come", "You brought this file");
        look(eu, "preview");
        String preview = eu.url();
        us.navigate(preview);
        us.click("text=Sign: put it in force");
        assertThat(us.locator("main").innerText()).contains("PRYMERAU", "live");
        look(us, "list");
        us.click("text=Dzmitry Mikalaevich PRYMERAU");
        assertThat(us.locator("main").innerText()).contains("1970-06-02", "annex-1.csv");
        look(us, "record");

        eu.navigate(HERE + "/screening");
        eu.fill("input[name=name]", "Дзмітрый Мікалаевіч Прымераў");
        eu.fill("input[name=born]", "1970-06-02");
        eu.fill("input[name=country]", "Belarus");
        eu.selectOption("select[name=kind]", "person");
        eu.click("text=Look for it");
        assertThat(eu.locator("main").innerText()).contains("PRYMERAU", "name", "birth day equal");
        eu.fill("input[name=why]", "Same name and the same day of birth.");
        eu.click("button[value=same]");
        assertThat(eu.locator("main").innerText()).contains("a second person confirms");
        look(eu, "hit");
        String screened = eu.url();
        eu.fill("input[name=why]", "Me again.");
        eu.click("button[value=same]");
        assertThat(eu.locator("body").innerText()).contains("Another person has to confirm it");
        us.navigate(screened);
        us.fill("input[name=why]", "Seen too.");
        us.click("button[value=same]");
        assertThat(us.locator(".state.ink").innerText()).isEqualTo("same");

        eu.navigate(HERE + "/screening");
        eu.click("text=Many names at once");
        eu.fill("textarea", "name,kind,country\nValentina Uzorova,person,BY\nSomebody Nobody Knows,person,\n");
        eu.click("text=Look for all");
        assertThat(eu.locator("main").innerText()).contains("Valentina Uzorova", "no hit", "all decided");
        look(eu, "queue");
        eu.click("text=Valentina Uzorova");
        eu.fill("input[name=why]", "Ours was born in 1990.");
        eu.click("button[value=different]");
        String other = eu.url();
        assertThat(eu.locator(".state.good").first().innerText()).isEqualTo("different");

        // The second file adds a birth date: what rested on its absence is open again, what did not stays closed.
        bring(us, "annex-2.csv");
        assertThat(us.locator("main").innerText()).contains("1 record comes", "date or place of birth changed");
        look(us, "difference");
        String second = us.url();
        eu.navigate(second);
        eu.click("text=Sign: put it in force");
        server.server.part("screenings", Screenings.class).again();
        eu.navigate(other);
        assertThat(eu.locator("main").innerText()).contains("open again", "added: birth date: 1961-04-05");
        look(eu, "reopened");
        us.navigate(screened);
        assertThat(us.locator(".state.ink").innerText()).isEqualTo("same");

        eu.navigate(HERE + "/register/list/eu-oj");
        eu.fill("form[action$=back] input[name=why]", "The publisher withdrew the file.");
        eu.click("text=Go back");
        assertThat(eu.locator("main").innerText()).contains("3 records");
        look(eu, "register");
        assertThat(server.server.parts().lists().history("eu-oj")).hasSize(3);
    }

    @Test
    @Order(2)
    void names_and_decisions_lie_sealed_and_reading_is_written_down() {
        var keeper = server.server.parts().keeper();
        Web web = Web.as(server, "secretariat");
        if (server.server.parts().lists().live().isEmpty()) {
            var lists = server.server.parts().lists();
            int number = lists.bring(List.of(files.resolve("annex-1.csv")), "", "a test")
                    .number();
            lists.sign(number, server.account("us-desk").person());
        }
        Web.Answer asked = web.post(HERE + "/screening", HERE + "/screening", Map.of("name", "Zebedee Unmistakable"));
        assertThat(asked.status()).as(asked.body()).isEqualTo(303);
        web.get(asked.header("Location"));
        String all = keeper.sql(
                        "select string_agg(e::text, ' ') || (select string_agg(s::text, ' ') from screened s) from screening_event e")
                .query(String.class)
                .single();
        String bytes = keeper.sql("select string_agg(encode(sealed, 'escape'), ' ') from screening_event")
                .query(String.class)
                .single();
        assertThat(all + bytes).doesNotContain("Zebedee", "Unmistakable");
        assertThat(keeper.sql("select count(*) from screening_access where what = 'read'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    @Order(3)
    void who_does_not_work_with_lists_finds_nothing_there() {
        for (String login : List.of("secretariat", "analyst", "eu-desk")) {
            assertThat(Web.as(server, login).get(HERE + "/screening").status())
                    .as(login)
                    .isEqualTo(200);
        }
        Web outsider = Web.as(server, "viasna-verifier");
        assertThat(outsider.get(HERE + "/screening").status()).isEqualTo(404);
        assertThat(outsider.get(HERE + "/today").body()).doesNotContain("Alignment");
    }

    @Test
    @Order(4)
    void a_folder_is_looked_at_twice_without_harm() throws IOException {
        var lists = server.server.parts().lists();
        Path inbox = server.data().resolve("lists-in");
        Files.writeString(
                inbox.resolve("later.csv"),
                SECOND + "32006R0765,I,5,Person,Ganna FOLDERAVA,,,BY,,EU-BLR,Asset freeze,2026-05-30,\n");
        int before = lists.entries().size();
        assertThat(lists.look()).hasSize(1);
        assertThat(lists.look()).isEmpty();
        assertThat(lists.entries()).hasSize(before + 1);
        int number = lists.entries().getLast().number();
        assertThatThrownBy(() -> lists.refuse(number, server.account("eu-desk").person(), " "))
                .hasMessageContaining("Write in a sentence");
        lists.refuse(number, server.account("eu-desk").person(), "A test.");
        assertThat(lists.waiting()).isEmpty();
    }
}

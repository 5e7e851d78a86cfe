package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.cli.Ran.run;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page a desk officer reads: whole, without network, each line with what it rests on. */
class BriefingTest {
    private static final Path CASES =
            Path.of(System.getProperty("parley.root", "..")).resolve("cases");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String page(String name, String... options) throws Exception {
        Path file = folder.resolve(name + ".html");
        List<String> arguments =
                new ArrayList<>(List.of("brief", CASES.resolve(name).toString(), "--out", file.toString()));
        arguments.addAll(List.of(options));
        Ran ran = run(arguments.toArray(String[]::new));
        // Proving may say how far it is.
        assertThat(ran.err().replaceAll("parley: proving, .*\\R", "")).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out().strip())
                .isEqualTo(file.toAbsolutePath().normalize().toString());
        return Files.readString(file);
    }

    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>\n", ""))));
    }

    /** Returns the words of the page without its marks, blanks joined. */
    private static String words(String page) {
        return page.replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"belarus", "sudan-2016", "iran-2015", "venezuela-2023"})
    void the_page_is_whole_and_every_link_in_it_leads_somewhere(String name) throws Exception {
        Document page = parsed(page(name));
        NodeList all = page.getElementsByTagName("*");
        Set<String> ids = new HashSet<>();
        Set<String> wanted = new HashSet<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element e = (Element) all.item(i);
            if (e.hasAttribute("id")) {
                assertThat(ids.add(e.getAttribute("id")))
                        .as(e.getAttribute("id"))
                        .isTrue();
            }
            if (e.getAttribute("href").startsWith("#")) {
                wanted.add(e.getAttribute("href").substring(1));
            }
        }
        assertThat(ids).containsAll(wanted);
    }

    @Test
    void the_page_loads_nothing() throws Exception {
        String page = page("belarus");

        assertThat(page)
                .doesNotContain("src=")
                .doesNotContain("@import")
                .doesNotContain("url(")
                .doesNotContain("<script");
        Matcher links = Pattern.compile("href=\"(?!#)").matcher(page);
        assertThat(links.find()).isFalse();
    }

    @Test
    void the_page_says_where_belarus_stands_on_the_last_day_of_the_record() throws Exception {
        assertThat(words(page("belarus")))
                .contains("31 May 2026")
                .contains("1,140")
                .contains("United States eased; European Union, Ukraine tightened")
                .contains("The relief of “Belaruskali” us-potash helps nobody while")
                .contains("Relief of “Belaruskali” us-potash is void while");
    }

    @Test
    void the_page_of_2015_tells_the_answers_after_68_and_69_days() throws Exception {
        assertThat(words(page("belarus", "--as-of", "2015-11-01")))
                .contains("68 days")
                .contains("69 days")
                .contains("was not met")
                .doesNotContain("19 March 2026");
    }

    @Test
    void after_the_record_the_page_says_that_it_does_not_know() throws Exception {
        assertThat(words(page("belarus", "--as-of", "2027-01-15")))
                .contains("The record ends on 31 May 2026")
                .contains("Not known: the record ends on 31 May 2026");
    }

    @Test
    void the_same_case_gives_the_same_bytes() throws Exception {
        assertThat(page("belarus")).isEqualTo(page("belarus"));
    }

    @Test
    void a_day_that_makes_no_sense_is_refused() {
        Ran ran = run("brief", CASES.resolve("belarus").toString(), "--since", "2027-01-01");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("--since has to lie before the day of the briefing, 2026-05-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1985-01-01", "9999-12-31", "yesterday"})
    void days_beyond_the_case_are_refused_in_plain_words(String day) {
        Ran ran = run("status", CASES.resolve("belarus").toString(), "--as-of", day);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("parley: ").doesNotContain("java").doesNotContain("mistake in Parley");
    }

    @Test
    void changes_since_before_the_record_are_changes_since_its_first_day() throws Exception {
        assertThat(words(page("belarus", "--since", "1700-01-01"))).contains("What changed since 31 December 2002");
    }

    @Test
    void a_folder_is_no_file() {
        Ran ran = run("brief", CASES.resolve("belarus").toString(), "--out", folder.toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("--out names a folder");
    }
}

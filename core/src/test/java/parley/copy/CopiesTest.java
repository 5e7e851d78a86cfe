package parley.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.language.CasePrinter;
import parley.language.CaseText;
import parley.language.Checked;
import parley.language.ShippedTexts;
import parley.roadmap.Case;
import parley.roadmap.Declaration;
import parley.roadmap.Secrecy;
import parley.text.Source;

/** A reader sees what is for them, and nothing from which they could tell what is not. */
class CopiesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final Case BELARUS = ShippedTexts.theCase("belarus");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}-]*");

    private static final String SMALL = """
            case small "Small"
              counterpart other "Other"
              runs from 2026-01-01 to 2027-01-01
            partner eu "Union"
              decides by executive act, takes 1 to 5 days
              position from 2026-01-01 "secret position"
            partner us "States"
              decides by executive act, takes 1 to 7 days
            indicator held "Held"
              stock in people
            measure oil "Oil"
              of eu, imposed 2020-01-01
              hits revenue; because "secret reason"
            measure gold "Gold"
              of us, imposed 2020-01-01
            concession free "Free"
              met when held at most 20
              broken when held above 31
              invites "secret game"
            phase one "One", first
              goal "secret goal"
            step first-step "First", in one  [counterpart]
              when free verified
                eu suspends oil, within 30 days, until revoked
                us suspends gold, within 41 days, until revoked  [core]
              when free broken
                eu restores oil, within 30 days
              when nothing by 2026-06-01
                eu reviews this step, within 30 days
              when nothing by 2026-07-02  [only eu, us]
                us reviews this step, within 43 days
            """;

    private static Reader reader(String name, Case theCase) {
        Reader reader = Reader.named(name, theCase);
        if (reader == null) {
            throw new AssertionError(name);
        }
        return reader;
    }

    private static String copy(Case theCase, String name) {
        return switch (Copies.of(theCase, reader(name, theCase), DAY)) {
            case Copy.Made made -> made.text();
            case Copy.Refused refused -> throw new AssertionError(refused.reasons());
        };
    }

    /** The text below the header, whose hash may hold any digits. */
    private static String body(String copy) {
        return copy.substring(copy.indexOf('\n') + 1);
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    void the_copy_for_the_counterpart_holds_its_steps_and_what_they_name() {
        String copy = copy(BELARUS, "counterpart");

        assertThat(words(copy))
                .contains("open-skies", "humanitarian-release", "freed-at-home", "eu-overflight", "monitors");
        assertThat(copy).contains("hold potash until humanitarian-release verified for 90 days");
    }

    @Test
    void no_name_and_no_number_of_a_secret_clause_is_in_the_copy() {
        String copy = copy(BELARUS, "counterpart");

        Set<String> shown = ShippedTexts.read(copy).byName().keySet();
        // Austria, Belgium and Italy are called like words of the language.
        Set<String> words = Set.of("at", "be", "it");
        assertThat(BELARUS.byName().keySet().stream().filter(id -> !shown.contains(id) && !words.contains(id)))
                .contains("stand-back", "debt-relief", "eu-capital-market", "hu")
                .doesNotContainAnyElementsOf(words(copy.replaceAll("\"[^\"]*\"", "")));
        assertThat(copy.lines().skip(1).map(String::strip))
                .noneMatch(line -> line.matches("(never|keep|ledger|prove|ask|assume|aim|scenario|#) .*"))
                .noneMatch(line -> line.matches("(because|source|invites|position|goal|hits|pushes|depends) .*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"counterpart", "public", "partners", "eu"})
    void a_copy_reads_without_errors_and_its_own_copy_is_the_same(String name) {
        String copy = copy(BELARUS, name);
        Checked again = CaseText.read(List.of(new Source("copy.parley", copy)));

        assertThat(again.hasErrors()).isFalse();
        assertThat(copy(ShippedTexts.read(copy), name)).isEqualTo(copy);
    }

    @Test
    void nothing_that_is_taken_out_of_the_secret_part_changes_a_byte() {
        String copy = copy(BELARUS, "counterpart");
        Set<String> shown = ShippedTexts.read(copy).byName().keySet();
        List<Declaration> secret = BELARUS.declarations().stream()
                .filter(d -> !shown.contains(d.id()))
                .toList();

        assertThat(secret).hasSizeGreaterThan(50);
        for (Declaration d : secret) {
            List<Declaration> without = BELARUS.declarations().stream()
                    .filter(e -> !e.id().equals(d.id()))
                    .toList();
            assertThat(copy(with(BELARUS, without), "counterpart")).as(d.id()).isEqualTo(copy);
        }
    }

    @Test
    void no_line_of_the_text_that_the_copy_does_not_need_changes_a_byte() {
        String copy = copy(BELARUS, "counterpart");
        Set<String> kept = copy.lines().map(String::strip).collect(Collectors.toSet());
        String[] lines = CasePrinter.text(BELARUS).split("\n", -1);
        int altered = 0;
        for (int i = 0; i < lines.length; i++) {
            if (kept.contains(lines[i].strip()) || !lines[i].matches(".*\\d.*|.*\".+\".*") || head(lines[i])) {
                continue;
            }
            String was = lines[i];
            lines[i] = was.replaceAll("(?<![\\w-])(\\d+)(?![\\w-])", "1$1").replaceAll("\"(.+)\"", "\"x $1\"");
            Checked other = CaseText.read(List.of(new Source("a.parley", String.join("\n", lines))));
            Case theCase = other.theCase();
            assertThat(theCase).as(was).isNotNull();
            if (theCase != null) {
                assertThat(copy(theCase, "counterpart")).as(lines[i]).isEqualTo(copy);
                altered++;
            }
            lines[i] = was;
        }
        assertThat(altered).isGreaterThan(200);
    }

    /** The case and the period are everybody's; its grid and record are not. */
    private static boolean head(String line) {
        return line.startsWith("case ");
    }

    @Test
    void guards_claims_assumptions_aims_and_stories_leave_no_trace() {
        Case bare = new Case(
                BELARUS.id(),
                BELARUS.title(),
                BELARUS.counterpart(),
                BELARUS.counterpartTitle(),
                BELARUS.from(),
                BELARUS.to(),
                3,
                "elsewhere/",
                null,
                BELARUS.declarations(),
                BELARUS.guards().stream()
                        .filter(g -> g.secrecy().level() == Secrecy.Level.COUNTERPART)
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                BELARUS.secrecy(),
                BELARUS.at());

        assertThat(copy(bare, "counterpart")).isEqualTo(copy(BELARUS, "counterpart"));
    }

    @Test
    void secret_reactions_and_branches_leave_no_trace() {
        String copy = copy(ShippedTexts.read(SMALL), "counterpart");
        String without =
                SMALL.replaceAll("(?m)^.*\\[core].*\n", "").replaceAll("(?s)  when nothing by 2026-07-02.*", "");

        assertThat(words(body(copy))).doesNotContain("gold", "us", "41", "43", "2026-07-02", "secret", "core", "only");
        assertThat(copy(ShippedTexts.read(without), "counterpart")).isEqualTo(copy);
    }

    @Test
    void a_partner_sees_its_compartment_and_the_partners_alike_do_not() {
        Case small = ShippedTexts.read(SMALL);

        assertThat(copy(small, "eu")).contains("2026-07-02", "secret reason").doesNotContain("41 days");
        assertThat(copy(small, "partners")).contains("secret reason").doesNotContain("2026-07-02", "41 days");
    }

    @Test
    void the_counterpart_can_be_called_by_its_name() {
        assertThat(reader("regime", BELARUS)).isEqualTo(reader("counterpart", BELARUS));
        assertThat(Reader.named("core", BELARUS)).isNull();
    }

    @Test
    void a_copy_with_a_gap_is_refused() {
        Case gap = ShippedTexts.read(SMALL.replace("when nothing by 2026-06-01", "when nothing by 2026-06-01  [core]"));

        assertThat(Copies.of(gap, reader("counterpart", gap), DAY))
                .isInstanceOfSatisfying(
                        Copy.Refused.class,
                        r -> assertThat(r.reasons()).extracting(d -> d.code()).containsExactly("R030"));
    }

    @Test
    void a_copy_that_would_name_what_the_reader_may_not_see_is_refused() {
        Case c = ShippedTexts.read(SMALL.replace("[counterpart]", "[public]")
                        .replace(
                                "phase one \"One\", first",
                                "phase one \"One\"  [counterpart], opens when free verified")
                        .replace("in one  [public]", "in zero  [public]")
                + "phase zero \"Zero\", opens when one open\n"
                + "phase start \"Start\", first\n");

        assertThat(Copies.of(c, reader("public", c), DAY))
                .isInstanceOfSatisfying(
                        Copy.Refused.class,
                        r -> assertThat(r.reasons()).extracting(d -> d.code()).containsExactly("R027"));
    }

    @Test
    void the_header_names_the_day_and_the_hash_of_what_follows() {
        String copy = copy(BELARUS, "counterpart");
        String header = copy.substring(0, copy.indexOf('\n'));

        assertThat(header)
                .isEqualTo("# Copy for counterpart, 2026-06-01, SHA-256 of the text below this line: "
                        + Copies.sha256(body(copy)));
        assertThat(Copies.sha256("abc"))
                .as("the test value of FIPS 180-4")
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static Case with(Case c, List<Declaration> declarations) {
        return new Case(
                c.id(),
                c.title(),
                c.counterpart(),
                c.counterpartTitle(),
                c.from(),
                c.to(),
                c.gridDays(),
                c.facts(),
                c.knownUpTo(),
                declarations,
                c.guards(),
                c.claims(),
                c.assumptions(),
                c.aims(),
                c.scenarios(),
                c.secrecy(),
                c.at());
    }
}

package parley.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.text.Diagnostic;
import parley.text.Edit;
import parley.text.Source;

/** One change to a sound text, what is said of it, and what the text is once a program has carried out the first fixes. */
class FindingsTest {
    private static final String SOUND = """
            case c "Case"
              counterpart regime "The other side"
              runs from 2026-01-01 to 2026-12-31
            partner eu "European Union"
              decides by unanimity of 27, takes 12 to 189 days, typically 42
              decides visas by qualified majority, takes 20 to 90 days, typically 45
              decides tariffs by qualified majority, takes 20 to 90 days, typically 45
              if undecided, the measure lapses
            partner us "United States"
              decides by executive act, takes 0 to 69 days
            partner lt "Lithuania"
              decides by executive act, takes 0 to 9 days
            indicator prisoners "People held"
              stock in people, updated monthly, stale after 45 days
            event strike "A strike"
            measure us-potash "Potash"
              of us, imposed 2022-03-02
            measure lt-crossings "Crossings"
              of lt, imposed 2022-03-02
            offer visas-corridor "Visas"
              of eu by visas, ready in 10 days
            concession all-free "All are free"
              met when prisoners at most 20 for 60 days
              broken when prisoners above 200 for 60 days
            concession war-ended "The war is over"
              met when no strike for 90 days
            phase one "First", first
            phase two "Second", opens when war-ended verified
            step s "Step", in one
              when all-free verified
                us suspends us-potash, within 60 days, for 3 months, then it returns
                eu grants visas-corridor, within 90 days, until revoked
              when all-free broken
                every partner restores what this step eased, within 30 days
              when nothing by 2026-12-01
                every partner reviews this step, within 30 days
            """;

    private static List<Diagnostic> found(String text) {
        return CaseText.read(List.of(new Source("a.parley", text))).diagnostics();
    }

    private static String changed(String from, String to) {
        assertThat(SOUND).contains(from);
        return SOUND.replace(from, to);
    }

    private static List<String> codes(String text) {
        return found(text).stream().map(Diagnostic::code).toList();
    }

    private static String mended(String text) {
        List<Edit> edits = found(text).stream()
                .filter(d -> !d.fixes().isEmpty())
                .flatMap(d -> d.fixes().getFirst().edits().stream())
                .distinct()
                .sorted(Comparator.comparing(Edit::at).reversed())
                .toList();
        StringBuilder out = new StringBuilder(text);
        edits.forEach(e -> out.replace(e.at().start(), e.at().end(), e.replacement()));
        return out.toString();
    }

    private static Diagnostic only(String text) {
        List<Diagnostic> found = found(text);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void the_text_is_sound() {
        assertThat(found(SOUND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"31/12/2023,2023-12-31", "12.31.2023,2023-12-31", "05/05/2023,2023-05-05", "2023/3/4,2023-03-04"})
    void a_date_with_one_reading_is_written_anew(String written, String meant) {
        String text = changed("imposed 2022-03-02", "imposed " + written);

        assertThat(codes(text)).containsOnly("R001");
        assertThat(mended(text)).isEqualTo(changed("imposed 2022-03-02", "imposed " + meant));
    }

    @Test
    void a_date_with_two_readings_is_left_to_a_person() {
        Diagnostic d = only(changed("nothing by 2026-12-01", "nothing by 03/04/2026"));

        assertThat(d.code()).isEqualTo("R001");
        assertThat(d.fixes().getFirst().edits()).isEmpty();
        assertThat(d.fixes().getFirst().say()).contains("2026-04-03", "2026-03-04");
    }

    @ParameterizedTest
    @ValueSource(strings = {"“Potash”", "„Potash“", "«Potash»", "“Potash\"", "\"Potash”"})
    void the_quotes_of_a_word_processor_become_straight(String title) {
        assertThat(mended(changed("\"Potash\"", title))).isEqualTo(SOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "€", "…", "😀", "—"})
    void a_character_that_can_be_seen_is_not_deleted(String character) {
        String text = changed("typically 42", "typically 42 " + character);

        assertThat(codes(text)).containsExactly("R001");
        assertThat(mended(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"'\u200B',''", "'\u2003',' '"})
    void a_character_that_cannot_be_seen_goes(String character, String instead) {
        String text = changed("typically 42", "typically 42 " + character);

        assertThat(codes(text)).containsExactly("R001");
        assertThat(mended(text)).isEqualTo(changed("typically 42", "typically 42 " + instead));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu keeps us-potash licensed", "us keeps lt-crossings imposed"})
    void only_the_owner_can_promise_to_keep_a_measure(String promise) {
        assertThat(codes(changed("    eu grants", "    " + promise + "\n    eu grants")))
                .contains("R024");
    }

    @Test
    void an_owner_keeps_what_it_has() {
        assertThat(codes(changed("    eu grants", "    lt keeps lt-crossings imposed\n    eu grants")))
                .isEmpty();
    }

    @Test
    void a_reaction_does_not_change_how_a_measure_is_decided() {
        String text = changed("visas-corridor, within", "visas-corridor by tariffs, within");

        assertThat(codes(text)).containsExactly("R023");
        assertThat(mended(text)).isEqualTo(changed("visas-corridor, within", "visas-corridor by visas, within"));
    }

    @ParameterizedTest
    @CsvSource({
        "no strike for 90 days,no strike for 90 days and two open,R028 R028",
        "no strike for 90 days,no strike for 90 days or two open,",
        "no strike for 90 days,no strike for 90 days and not two passed,",
        "no strike for 90 days,no strike for 90 days and all-free open,",
        "prisoners at most 20 for 60 days,prisoners at most 20 for 60 days and all-free broken,R028"
    })
    void what_waits_for_itself_never_comes(String from, String to, String codes) {
        assertThat(String.join(" ", codes(changed(from, to)))).isEqualTo(codes == null ? "" : codes);
    }

    @Test
    void a_circle_may_lead_through_several() {
        String text = changed("no strike for 90 days", "no strike for 90 days and three open")
                + "phase three \"Third\", opens when last verified\n"
                + "concession last \"Last\"\n  met when two passed\n";

        assertThat(codes(text)).containsExactly("R028", "R028", "R028", "R028");
        assertThat(found(text).getFirst().where()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "all-free verified and all-free broken,R044",
        "all-free broken and (all-free verified and us-potash imposed),R044",
        "all-free verified and not all-free verified,R044",
        "us-potash imposed and us-potash suspended and all-free verified,R044",
        "all-free verified and all-free met,",
        "all-free verified and war-ended broken,"
    })
    void a_thing_is_in_one_state_on_a_day(String condition, String code) {
        String text = changed(
                "  when all-free verified\n",
                "  when all-free verified\n    us reviews this step, within 9 days\n" + "  when " + condition + "\n");

        assertThat(codes(text).stream().filter("R044"::equals)).hasSize(code == null ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({"nothing for 18 months,R039", "nothing for 365 days,R039", "nothing for 11 months,"})
    void nothing_lasts_no_longer_than_the_period(String trigger, String code) {
        assertThat(codes(changed("nothing by 2026-12-01", trigger)))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({
        "us keeps us-potash licensed,R116",
        "us keeps us-potash suspended,",
        "us keeps us-potash imposed,",
        "eu keeps visas-corridor granted,",
        "eu keeps visas-corridor withdrawn,R116"
    })
    void nothing_is_kept_as_it_never_is(String promise, String code) {
        assertThat(codes(changed("    eu grants", "    " + promise + "\n    eu grants")))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({
        "'us suspends us-potash, within 60 days','us suspends us-potash',for 3 months,within 69 days",
        "', then it returns','',for 3 months,'for 3 months, then it returns'",
        "'suspends us-potash, within 60 days, for 3 months, then it returns','licenses us-potash, within 60 days','','then it ends'",
        "'visas-corridor, within 90 days, until revoked','visas-corridor, within 90 days','','then it lapses'"
    })
    void a_deadline_and_an_end_are_those_of_the_partner(String from, String to, String rest, String advice) {
        Diagnostic d = only(changed(from, to));

        assertThat(d.fixes().getFirst().say()).contains(advice).contains(rest.isEmpty() ? advice : "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"if", "once", "whenever"})
    void another_word_for_when_is_said_once(String word) {
        String text = changed("  when all-free verified", "  " + word + " all-free verified");

        assertThat(codes(text)).containsExactly("R008");
        assertThat(mended(text)).isEqualTo(SOUND);
    }

    @Test
    void a_wrong_kind_is_named_with_its_article() {
        assertThat(only(changed("no strike for 90 days", "strike at least 1")).what())
                .isEqualTo("`strike` is an event, not an indicator");
    }

    @Test
    void comments_that_an_author_aligned_stay_aligned() {
        String aligned = "partner eu \"EU\"       # one\n  member of x         # two\n  follows us #three\n";

        assertThat(Formatter.format(new Source("a.parley", aligned)))
                .isEqualTo(aligned.replace("us #three", "us  #three"));
    }
}

package parley.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.language.CasePrinter;
import parley.language.CaseText;
import parley.language.Checked;
import parley.language.Formatter;
import parley.language.ShippedTexts;
import parley.roadmap.Case;
import parley.text.Source;

/** What a change of the text changes, told to those it touches. */
class ChangesTest {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])\\d+(?![\\w.-])");
    private static final Case BELARUS = ShippedTexts.theCase("belarus");
    private static final String TEXT = CasePrinter.text(BELARUS);

    private static Case parsed(String text) {
        Checked checked = CaseText.read(List.of(new Source("a.parley", text)));
        Case theCase = checked.theCase();
        if (theCase == null) {
            throw new AssertionError(checked.diagnostics());
        }
        return theCase;
    }

    private static List<String> told(String old, String fresh) {
        assertThat(TEXT).as("the text to replace").contains(old);
        return Changes.between(BELARUS, parsed(TEXT.replace(old, fresh))).stream()
                .map(c -> c.who() + "| " + c.sentence())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"belarus", "sudan-2016", "iran-2015", "venezuela-2023"})
    void a_case_does_not_differ_from_itself(String name) {
        Case theCase = ShippedTexts.theCase(name);

        assertThat(Changes.between(theCase, ShippedTexts.theCase(name))).isEmpty();
        assertThat(Changes.between(theCase, parsed(CasePrinter.text(theCase)))).isEmpty();
    }

    @Test
    void layout_comments_and_the_order_of_lines_are_no_difference() {
        List<String> turned = new ArrayList<>();
        for (Source s : ShippedTexts.of("belarus")) {
            turned.add(
                    0,
                    Formatter.format(s)
                            .replace("\n", "  # a comment\n\n")
                            .replace("hits revenue, elites", "hits elites, revenue"));
        }

        assertThat(Changes.between(BELARUS, parsed(String.join("\n", turned)))).isEmpty();
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of(
                        "eu suspends eu-overflight by a prepared act, within 20 days",
                        "eu suspends eu-overflight by a prepared act, within 30 days",
                        "eu",
                        "eu: has 30 days instead of 20 to suspend eu-overflight once humanitarian-release is verified."),
                Arguments.of(
                        "freed-at-home totals at least 80 within 60 days",
                        "freed-at-home totals at least 90 within 60 days",
                        "regime",
                        "regime: humanitarian-release now asks for freed-at-home totals at least 90 within 60 days (was 80)."),
                Arguments.of(
                        "within 60 days, for 6 months, then it returns\n    lt suspends",
                        "within 60 days, for 12 months, then it returns\n    lt suspends",
                        "eu",
                        "eu-potash: relief now ends after 12 months (was 6), then it returns (eu, once all-free verified"
                                + " and humanitarian-release verified for 90 days)."),
                Arguments.of(
                        "    us keeps us-potash licensed\n",
                        "",
                        "us",
                        "us: no longer keeps us-potash licensed once all-free verified and humanitarian-release verified"
                                + " for 90 days."),
                Arguments.of(
                        "verified by monitors within 21 days\n  reversible\n  track human-rights\n  invites \"sel",
                        "verified by monitors within 25 days\n  reversible\n  track human-rights\n  invites \"sel",
                        "monitors",
                        "monitors: has 25 days instead of 21 to verify humanitarian-release."),
                Arguments.of(
                        "when nothing by 2026-12-31",
                        "when nothing by 2027-01-31",
                        "everybody",
                        "open-skies: the branch `when nothing by 2026-12-31` is now `when nothing by 2027-01-31`."),
                Arguments.of(
                        "decides by unanimity of 27, takes 12",
                        "decides by unanimity of 27, takes 10",
                        "eu",
                        "eu: now says `decides by unanimity of 27, takes 10 to 189 days, typically 42` (was `12`)."),
                Arguments.of(
                        "keep at least 2 in reserve",
                        "keep at least 3 in reserve",
                        "everybody",
                        "The guard `keep at least 2 in reserve until rule-of-law` is now `keep at least 3 in reserve"
                                + " until rule-of-law`."),
                Arguments.of(
                        "[core] hold debt-relief",
                        "hold debt-relief",
                        "everybody",
                        "hold debt-relief until all-free verified for 180 days: is now for [partners] (was for [core])."));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void one_change_is_one_sentence(String old, String fresh, String who, String sentence) {
        assertThat(told(old, fresh)).containsExactly(who + "| " + sentence);
    }

    @Test
    void who_owes_together_is_told_one_by_one() {
        assertThat(told(
                        "eu, uk, us impose teams by a prepared act, within 60 days",
                        "eu, us impose teams by a prepared act, within 70 days"))
                .containsExactly(
                        "eu| eu: has 70 days instead of 60 to impose teams if nothing is verified by 2026-12-31.",
                        "uk| uk: no longer imposes teams by a prepared act, within 60 days if nothing is verified by 2026-12-31.",
                        "us| us: has 70 days instead of 60 to impose teams if nothing is verified by 2026-12-31.");
    }

    @Test
    void a_new_name_everywhere_is_one_change() {
        String renamed = TEXT.replaceAll("\\bvisa-corridor\\b", "corridor").replaceAll("\\bopen-skies\\b", "skies");

        assertThat(Changes.between(BELARUS, parsed(renamed)))
                .extracting(Change::sentence)
                .containsExactlyInAnyOrder("visa-corridor is now called corridor.", "open-skies is now called skies.");
    }

    @Test
    void a_label_that_clauses_inherit_is_told_once() {
        assertThat(told(
                        "in stop-repression  [counterpart]\n  when humanitarian-release verified",
                        "in stop-repression  [core]\n  when humanitarian-release verified"))
                .containsExactly("everybody| open-skies: is now for [core] (was for [counterpart]).");
    }

    @Test
    void every_number_of_the_text_counts() {
        List<MatchResult> numbers = NUMBER.matcher(withoutTexts()).results().toList();
        var random = new Random(20260601);
        for (int round = 0; round < 40; round++) {
            MatchResult at = numbers.get(random.nextInt(numbers.size()));
            String mutated =
                    TEXT.substring(0, at.start()) + (Integer.parseInt(at.group()) + 1) + TEXT.substring(at.end());
            Case other = parsed(mutated);
            String place = TEXT.substring(Math.max(0, at.start() - 60), at.end());
            List<Change> there = Changes.between(BELARUS, other);

            assertThat(there).as(place).isNotEmpty();
            assertThat(Changes.between(other, BELARUS)).as(place).hasSameSizeAs(there);
        }
    }

    @Test
    void every_date_of_the_text_counts() {
        List<MatchResult> dates = Pattern.compile("\\d{4}-\\d{2}-\\d{2}")
                .matcher(withoutTexts())
                .results()
                .toList();
        var random = new Random(20260602);
        for (int round = 0; round < 40; round++) {
            MatchResult at = dates.get(random.nextInt(dates.size()));
            String fresh = LocalDate.parse(at.group()).plusDays(1).toString();
            Case other = parsed(TEXT.substring(0, at.start()) + fresh + TEXT.substring(at.end()));
            String place = TEXT.substring(Math.max(0, at.start() - 60), at.end());
            List<Change> there = Changes.between(BELARUS, other);

            assertThat(there).as(place).isNotEmpty();
            assertThat(Changes.between(other, BELARUS)).as(place).hasSameSizeAs(there);
        }
    }

    /** The text with letters of quoted texts blanked: numbers in a title are no numbers of the roadmap. */
    private static String withoutTexts() {
        return Pattern.compile("\"[^\"]*\"")
                .matcher(TEXT)
                .replaceAll(m -> "\"" + "x".repeat(m.group().length() - 2) + "\"");
    }

    @Test
    void every_line_taken_out_is_told_and_mirrored() {
        String[] lines = TEXT.split("\n", -1);
        var random = new Random(7);
        for (int round = 0; round < 40; round++) {
            int out = 6 + random.nextInt(lines.length - 7);
            String text = String.join(
                    "\n",
                    Stream.concat(Stream.of(lines).limit(out), Stream.of(lines).skip(out + 1))
                            .toList());
            Case other = parsed(text);
            List<Change> there = Changes.between(BELARUS, other);

            assertThat(there.isEmpty()).as(lines[out]).isEqualTo(silent(lines[out]));
            assertThat(Changes.between(other, BELARUS)).as(lines[out]).hasSameSizeAs(there);
        }
    }

    /** Lines that say what a text without them means anyway. */
    private static boolean silent(String line) {
        boolean ownSeries = line.startsWith("  from facts ")
                && TEXT.contains(" " + line.substring("  from facts ".length()).replace('_', '-') + " \"");
        return ownSeries || line.isBlank() || line.equals("  reversible") || line.equals("  updated as it happens");
    }

    @Test
    void cases_without_anything_in_common_are_told_alike_from_both_sides() {
        Case iran = ShippedTexts.theCase("iran-2015");

        assertThat(Changes.between(BELARUS, iran)).hasSameSizeAs(Changes.between(iran, BELARUS));
    }
}

package parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.SharedFiles;
import parley.SharedFiles.Json;

/** The material sets a ceiling; those who review stay at or below it. */
class LadderTest {
    private static final Demand DEMAND = Demand.of(Use.VERIFIED_RELEASING_RELIEF, List.of("regime"));

    /** One claim climbs from nothing to the top, one thing at a time. */
    @Test
    void a_claim_climbs_rung_by_rung() {
        var desk = Desk.staffed();
        desk.source("monitor", SourceClass.MONITOR_LIST, "monitor", null, Grade.Letter.C);
        desk.source("agency", SourceClass.MEDIA, "agency", "regime", Grade.Letter.D);
        desk.source("family", SourceClass.WITNESS, null, null, Grade.Letter.B);
        desk.item("list", "monitor", Item.Kind.LIST_ENTRY);
        desk.item("call", "family", Item.Kind.STATEMENT, Item.Mark.FIRST_HAND);
        desk.item("denial", "agency", Item.Kind.WEB_PAGE);

        claim(desk, "c0");
        assertThat(rung(desk, "c0")).isEqualTo(Rung.NOTHING);

        claim(desk, "c1", "list");
        assertThat(rung(desk, "c1")).isEqualTo(Rung.LEAD);
        desk.assess(desk.state().state("c1").claim, "anna", Role.AUTHOR, Likelihood.LIKELY, Grade.Digit.THREE);
        assertThat(rung(desk, "c1")).isEqualTo(Rung.CREDIBLE_ALLEGATION);
        assertThat(desk.state().ceiling("c1", DEMAND).missing()).containsExactly("a second independent item");

        Claim c2 = claim(desk, "c2", "list", "call");
        desk.assess(c2, "anna", Role.AUTHOR, Likelihood.LIKELY, Grade.Digit.TWO);
        assertThat(rung(desk, "c2")).isEqualTo(Rung.REASONABLE_GROUNDS);
        assertThat(desk.state().ceiling("c2", DEMAND).missing())
                .containsExactly("both reviewers at \"likely\" or higher");
        desk.assess(c2, "rita", Role.REVIEWER, Likelihood.LIKELY, Grade.Digit.TWO);
        assertThat(rung(desk, "c2")).isEqualTo(Rung.BALANCE_OF_PROBABILITIES);
        desk.assess(c2, "anna", Role.AUTHOR, Likelihood.VERY_LIKELY, Grade.Digit.TWO);
        assertThat(desk.state().refused().getLast().reason()).isEqualTo("A review is called c2-r-anna already.");

        Claim c3 = claim(desk, "c3", "list", "call");
        desk.sign(c3, Likelihood.VERY_LIKELY, Grade.Digit.TWO);
        assertThat(rung(desk, "c3")).isEqualTo(Rung.CLEAR_AND_CONVINCING);
        assertThat(desk.state().reached("c3", DEMAND)).isEqualTo(Rung.CLEAR_AND_CONVINCING);

        desk.add(new Event.Withdrawn("c3-r-rita", "rita"));
        assertThat(rung(desk, "c3")).isEqualTo(Rung.REASONABLE_GROUNDS);
    }

    @Test
    void an_equal_or_better_contrary_item_must_be_answered_in_writing() {
        var desk = Desk.staffed();
        desk.source("monitor", SourceClass.MONITOR_LIST, "monitor", null, Grade.Letter.C);
        desk.source("family", SourceClass.WITNESS, null, null, Grade.Letter.B);
        desk.source("court", SourceClass.COURT_PAPER, "court", null, Grade.Letter.B);
        desk.item("list", "monitor", Item.Kind.LIST_ENTRY);
        desk.item("call", "family", Item.Kind.STATEMENT);
        desk.item("paper", "court", Item.Kind.DOCUMENT);
        Claim c = claim(desk, "c", "list", "call");
        desk.add(new Event.Contradicted("c", "paper"));
        var digits = new TreeMap<String, Grade.Digit>();
        List.of("list", "call", "paper").forEach(item -> digits.put(item, Grade.Digit.TWO));
        desk.add(new Event.Assessed(new Assessment(
                "a",
                c.hash(),
                "anna",
                digits,
                false,
                Likelihood.LIKELY,
                ConfidenceLevel.HIGH,
                Rung.REASONABLE_GROUNDS,
                List.of(),
                List.of())));
        assertThat(desk.state().ceiling("c", DEMAND).missing()).containsExactly("a written answer to paper");
        desk.add(new Event.Answered("c", "paper", "the paper is of another day"));
        assertThat(rung(desk, "c")).isEqualTo(Rung.REASONABLE_GROUNDS);
    }

    @Test
    void two_items_of_the_interested_party_stay_a_credible_allegation_unless_one_speaks_against_it() {
        var desk = Desk.staffed();
        desk.source("agency", SourceClass.MEDIA, "agency", "regime", Grade.Letter.B);
        desk.source("court", SourceClass.COURT_PAPER, "court", "regime", Grade.Letter.B);
        desk.item("news", "agency", Item.Kind.WEB_PAGE);
        desk.item("paper", "court", Item.Kind.DOCUMENT);
        Claim c = claim(desk, "c", "news", "paper");
        desk.sign(c, Likelihood.LIKELY, Grade.Digit.TWO);
        assertThat(rung(desk, "c")).isEqualTo(Rung.CREDIBLE_ALLEGATION);
        var waiver = new Event.InterestWaived("w", "c", "paper", "regime", "it admits a beating", "anna");
        desk.add(waiver);
        desk.review("w1", waiver.hash(), Role.AUTHOR, "anna", null);
        assertThat(rung(desk, "c")).isEqualTo(Rung.CREDIBLE_ALLEGATION);
        desk.review("w2", waiver.hash(), Role.REVIEWER, "rolf", null);
        assertThat(rung(desk, "c")).isEqualTo(Rung.BALANCE_OF_PROBABILITIES);
    }

    @Test
    void an_item_without_links_of_its_own_draws_on_what_its_source_usually_draws_on() {
        var desk = Desk.staffed();
        desk.source("agency", SourceClass.MEDIA, "agency", "regime", Grade.Letter.D);
        desk.source("outlet", SourceClass.MEDIA, "outlet", null, Grade.Letter.C);
        desk.source("family", SourceClass.WITNESS, null, null, Grade.Letter.B);
        desk.add(new Event.SourceLinked("outlet", "agency"));
        desk.item("news", "agency", Item.Kind.WEB_PAGE);
        desk.item("quote", "outlet", Item.Kind.WEB_PAGE);
        desk.item("call", "family", Item.Kind.STATEMENT);
        desk.item("report", "outlet", Item.Kind.WEB_PAGE);
        desk.add(new Event.ItemLinked("report", "call"));
        Claim quoted = claim(desk, "c1", "news", "quote");
        Claim own = claim(desk, "c2", "news", "report");
        Claim both = claim(desk, "c3", "call", "report");

        assertThat(lower(desk, quoted)).isEqualTo(1);
        assertThat(lower(desk, own)).isEqualTo(2);
        assertThat(lower(desk, both)).isEqualTo(1);
        assertThat(desk.state().refusal(new Event.ItemLinked("call", "report")))
                .isEqualTo("call cannot rest on report, for that rests on it: report → call.");
    }

    private static int lower(Desk desk, Claim claim) {
        return desk.state().independence(claim, DEMAND.interested()).lower().number();
    }

    private static Claim claim(Desk desk, String id, String... items) {
        return desk.record(
                desk.claim(id, "p", Predicate.DETAINED, "Minsk", Validity.since(LocalDate.of(2026, 3, 1)), items));
    }

    private static Rung rung(Desk desk, String claim) {
        return desk.state().ceiling(claim, DEMAND).rung();
    }

    @Test
    void the_scales_are_those_of_the_sources() {
        Json scales = SharedFiles.json("trust/verification-scales.json");
        for (Grade.Letter letter : Grade.Letter.values()) {
            assertThat(letter.words())
                    .isEqualTo(scales.get("admiralty")
                            .get("reliability")
                            .get(letter.name())
                            .text());
        }
        for (Grade.Digit digit : Grade.Digit.values()) {
            assertThat(digit.words())
                    .isEqualTo(scales.get("admiralty")
                            .get("credibility")
                            .get("" + digit.figure())
                            .text());
        }
        List<Json> bands = scales.get("icd203").get("likelihood").list();
        assertThat(bands).hasSize(Likelihood.values().length);
        Iterator<Json> rows = bands.iterator();
        for (Likelihood band : Likelihood.values()) {
            List<Json> row = rows.next().list();
            assertThat(band.words())
                    .containsExactly(row.get(0).text(), row.get(1).text());
            assertThat(List.of(band.lowPercent(), band.highPercent()))
                    .containsExactly(row.get(2).number(), row.get(3).number());
        }
    }

    @Test
    void each_predicate_has_a_section_that_says_how_it_is_proved() throws IOException {
        Path root = Path.of(System.getProperty("parley.root", "")).toAbsolutePath();
        while (!Files.exists(root.resolve("docs/reference/evidence.md"))) {
            root = Objects.requireNonNull(root.getParent(), "run the tests in the repository");
        }
        List<String> headings = Files.readAllLines(root.resolve("docs/reference/evidence.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
        assertThat(headings)
                .containsExactlyElementsOf(
                        Arrays.stream(Predicate.values()).map(Predicate::word).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "A1, C3, true",
        "C3, C3, true",
        "B4, C3, false",
        "D2, C3, false",
        "F1, C3, false",
        "A6, C3, false",
        "F6, F6, true"
    })
    void letter_and_digit_are_compared_apart(String one, String other, boolean atLeast) {
        assertThat(Grade.of(one).isAtLeast(Grade.of(other))).isEqualTo(atLeast);
    }

    @Test
    void a_clause_may_raise_the_rung_of_a_use_and_never_lower_it() {
        assertThat(Use.BROKEN.raisedTo(Rung.CLEAR_AND_CONVINCING)).isEqualTo(Rung.CLEAR_AND_CONVINCING);
        assertThatIllegalArgumentException().isThrownBy(() -> Use.BROKEN.raisedTo(Rung.REASONABLE_GROUNDS));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            It is likely that he was moved. Our confidence is moderate. |
            It is very likely that she is free.                         |
            We judge with high confidence that he is likely free.       | LIKELIHOOD_WITH_CONFIDENCE
            It is likely that A fled. It is highly improbable that B did. | MIXED_ROWS
            It is unlikely that A fled and almost certain that B did.   |
            It is possible that he was moved.                           | OUTSIDE_THE_SCALE
            We cannot exclude a transfer.                               | OUTSIDE_THE_SCALE
            A transfer cannot be excluded.                              | OUTSIDE_THE_SCALE
            Please answer as soon as possible.                          |
            He lives in a remote village and it is likely that he is free. |
            There is a remote chance of it, and B is likely free.       | MIXED_ROWS
            """)
    void a_sentence_keeps_to_the_scales(String text, SentenceCheck.@Nullable Rule rule) {
        assertThat(SentenceCheck.check(text).stream()
                        .map(SentenceCheck.Problem::rule)
                        .toList())
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    /** What joins later speaks like what was named at once; what falls takes with it what rests on it. */
    @Test
    void an_item_joins_and_falls_with_its_source() {
        var desk = Desk.staffed();
        desk.source("monitor", SourceClass.MONITOR_LIST, "monitor", null, Grade.Letter.B);
        desk.source("family", SourceClass.WITNESS, null, null, Grade.Letter.B);
        desk.source("outlet", SourceClass.MEDIA, "outlet", null, Grade.Letter.B);
        desk.add(new Event.SourceLinked("outlet", "monitor"));
        desk.item("list", "monitor", Item.Kind.LIST_ENTRY);
        desk.item("call", "family", Item.Kind.STATEMENT);
        desk.item("story", "outlet", Item.Kind.WEB_PAGE);
        Claim claim = claim(desk, "c", "list");
        desk.sign(claim, Likelihood.LIKELY, Grade.Digit.TWO);
        assertThat(rung(desk, "c")).isEqualTo(Rung.CREDIBLE_ALLEGATION);

        desk.add(new Event.Supported("c", "story"));
        assertThat(rung(desk, "c")).isEqualTo(Rung.CREDIBLE_ALLEGATION);
        desk.add(new Event.Supported("c", "call"));
        assertThat(rung(desk, "c")).isEqualTo(Rung.BALANCE_OF_PROBABILITIES);
        assertThat(desk.state().refusal(new Event.Supported("c", "call"))).isEqualTo("c rests on call already.");
        long before = desk.entries.size();

        desk.add(new Event.SourceFell("monitor", Event.Retracted.Cause.FORGED, "planted", "anna"));
        assertThat(desk.state().items(claim)).containsExactly("call");
        assertThat(rung(desk, "c")).isEqualTo(Rung.LEAD);
        assertThat(desk.state(before).reached("c", DEMAND)).isEqualTo(Rung.BALANCE_OF_PROBABILITIES);
    }
}

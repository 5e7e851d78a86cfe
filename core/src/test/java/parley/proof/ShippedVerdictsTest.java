package parley.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.language.CaseText;
import parley.language.ShippedTexts;
import parley.proof.Verdict.Outcome;
import parley.roadmap.Case;
import parley.standing.Rehearsal;
import parley.text.Source;

/** Each property of the shipped cases has an answer, and what is refuted can be rehearsed. */
class ShippedVerdictsTest {
    private static final Map<String, List<Verdict>> VERDICTS = new TreeMap<>();

    private static List<Verdict> verdicts(String name) {
        return VERDICTS.computeIfAbsent(name, n -> Proofs.of(ShippedTexts.theCase(n)));
    }

    private static Outcome outcome(String name, String property) {
        return verdicts(name).stream()
                .filter(v -> v.property().equals(property))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sudan-2016", "iran-2015"})
    void no_property_is_left_open(String name) {
        assertThat(verdicts(name)).hasSizeGreaterThan(30);
        assertThat(verdicts(name))
                .allSatisfy(v -> assertThat(v.outcome())
                        .as("%s: %s", v.property(), v.says())
                        .isNotEqualTo(Outcome.OPEN));
    }

    @ParameterizedTest
    @CsvSource({
        // Only what is lifted can be restored, and nobody owes a licence of what is lifted.
        "sudan-2016, compatible, HOLDS",
        // The licence is decided in 0 to 30 days and prepared from the first day; 30 days are given.
        "sudan-2016, answered, HOLDS",
        // 30 days to decide and 30 to wind down are 60.
        "sudan-2016, snapback, HOLDS",
        // Both steps ease the same embargo, so that only one of them stands at a time.
        "sudan-2016, earned, HOLDS",
        // `access` is broken, 30 days later rules are revised once more: a second licence.
        "sudan-2016, no-pumping, REFUTED",
        "iran-2015, restored-in-full, REFUTED",
        // Adoption is verified for ever, and two of three steps ease the same listings.
        "iran-2015, earned, HOLDS",
        "iran-2015, no-leak, REFUTED",
        "iran-2015, durable-reward, NOT_APPLICABLE"
    })
    void a_verdict_worked_out_by_hand(String name, String property, Outcome expected) {
        assertThat(outcome(name, property)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sudan-2016", "iran-2015"})
    void every_story_can_be_rehearsed(String name) {
        for (Verdict v : verdicts(name)) {
            for (Story story : v.ground().stories()) {
                assertThat(rehearsed(name, story))
                        .as(v.property() + "\n" + story.scenario())
                        .isEmpty();
            }
        }
    }

    private static List<String> rehearsed(String name, Story story) {
        List<Source> texts = new ArrayList<>(ShippedTexts.of(name));
        texts.add(new Source("story.parley", story.scenario()));
        Case theCase = CaseText.read(texts).theCase();
        if (theCase == null) {
            return List.of("the scenario cannot be read");
        }
        return Rehearsal.of(theCase).outcomes().stream()
                .flatMap(o -> o.failures().stream())
                .map(Object::toString)
                .toList();
    }
}

package parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.language.ShippedTexts;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Condition;

/** Every concession of the shipped cases can be met, verified, broken and met again, with figures that the standing accepts. */
class ShippedStoriesTest {
    private static final int SLACK_DAYS = 15;

    static Stream<Arguments> concessions() {
        return Stream.of("belarus", "sudan-2016", "iran-2015", "venezuela-2023")
                .flatMap(name ->
                        ShippedTexts.theCase(name).concessions().stream().map(c -> Arguments.of(name, c.id())));
    }

    @ParameterizedTest
    @MethodSource("concessions")
    void it_is_met_verified_broken_and_met_again(String name, String concession) {
        Case theCase = ShippedTexts.theCase(name);
        Concession c = theCase.concessions().stream()
                .filter(x -> x.id().equals(concession))
                .findFirst()
                .orElseThrow();
        LocalDate last = c.runs() == null ? theCase.to() : c.runs().to();

        Staged staged = Staging.stage(theCase, story(theCase, c), last, SLACK_DAYS);

        assertThat(staged.misses()).as(staged.scenario("story")).isEmpty();
        assertThat(Rehearsed.wrong(ShippedTexts.of(name), staged))
                .as(staged.scenario("story"))
                .isEmpty();
        assertThat(staged.linesOf()).hasSameSizeAs(staged.happenings());
        assertThat(staged.linesOf().stream().flatMap(List::stream)).hasSameElementsAs(staged.lines());
    }

    /** Every window of the shipped cases fills within these months; a gate in front has to open first. */
    private static List<Happening> story(Case theCase, Concession c) {
        List<Happening> story = new ArrayList<>();
        LocalDate first = c.runs() == null ? theCase.from() : c.runs().from();
        LocalDate met = gate(c, first, story).plusDays(40);
        boolean shortCase = theCase.to().isBefore(theCase.from().plusDays(500));
        if (!shortCase) {
            met = met.plusDays(140);
        }
        story.add(new Happening.Met(met, c.id()));
        story.add(new Happening.Verified(c.verifiedBy() == null ? met : met.plusDays(10), c.id()));
        if (c.broken() != null && !c.id().equals("sustained")) {
            story.add(new Happening.Broken(met.plusDays(90), c.id()));
            if (!c.once()) {
                story.add(new Happening.Met(met.plusDays(shortCase ? 150 : 280), c.id()));
            }
        }
        return story;
    }

    /** Opens what the condition of a concession waits for; returns the day on which it is open. */
    private static LocalDate gate(Concession c, LocalDate first, List<Happening> story) {
        List<String> gates = c.met().leaves().stream()
                .filter(Condition.InState.class::isInstance)
                .map(leaf -> ((Condition.InState) leaf).thing().id())
                .toList();
        return switch (gates.isEmpty() ? "" : gates.getFirst()) {
            case "" -> first;
            case "distance" -> verified(story, "all-free", first.plusDays(100));
            case "rule-of-law" -> {
                verified(story, "quiet-border", first);
                yield verified(story, "cases-stopped", first.plusDays(180));
            }
            case "transition" -> LocalDate.of(2023, 10, 20);
            default -> { // the five tracks that have to be sustained
                gates.forEach(g -> verified(story, g, first.plusDays(179)));
                story.sort(Comparator.comparing(Happening::on));
                yield first.plusDays(179 + 10 + 170 - 180);
            }
        };
    }

    private static LocalDate verified(List<Happening> story, String concession, LocalDate on) {
        story.add(new Happening.Met(on, concession));
        story.add(new Happening.Verified(on.plusDays(10), concession));
        return on.plusDays(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"belarus", "sudan-2016", "iran-2015", "venezuela-2023"})
    void nothing_is_told_of_days_before_the_case_when_nothing_runs_there(String name) {
        Case theCase = ShippedTexts.theCase(name);
        for (Concession c : theCase.concessions()) {
            if (c.runs() == null) {
                Staged staged = Staging.stage(theCase, story(theCase, c), theCase.to(), SLACK_DAYS);
                assertThat(staged.lines())
                        .allMatch(l -> l.day() != null && !l.day().isBefore(theCase.from()));
            }
        }
    }
}

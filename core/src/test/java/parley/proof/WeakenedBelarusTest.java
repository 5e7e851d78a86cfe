package parley.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.language.CaseText;
import parley.language.ShippedTexts;
import parley.proof.Verdict.Outcome;
import parley.roadmap.Case;
import parley.standing.Rehearsal;
import parley.text.Source;

/** The shipped case satisfies what it says it proves; each weakening of it is found, with a story, and mended by undoing it. */
class WeakenedBelarusTest {
    private static final Map<Weakened, Verdict> VERDICTS = new HashMap<>();

    /** Returns the verdict on one property, asked in place of what the text claims. */
    private static Verdict verdict(UnaryOperator<String> change, String property) {
        return claimed(read(texts(change, property)), property);
    }

    private static Verdict verdict(Weakened w) {
        return VERDICTS.computeIfAbsent(w, x -> verdict(x::change, x.property()));
    }

    private static Verdict claimed(Case theCase, String property) {
        String name = property.split(" ", 2)[0];
        return Proofs.of(
                        theCase,
                        a -> a.property().equals(name) && !a.clause().equals(parley.text.Span.NOWHERE),
                        v -> {})
                .getFirst();
    }

    private static List<Source> texts(Weakened w) {
        return texts(w::change, w.property());
    }

    private static List<Source> texts(UnaryOperator<String> change, String property) {
        return ShippedTexts.of("belarus").stream()
                .map(s -> new Source(s.name(), claiming(change.apply(s.text()), property)))
                .toList();
    }

    private static String claiming(String text, String property) {
        String changed = text.replaceAll("(?m)^(prove|ask) .*$", "");
        return changed.contains("never ease what depends on russia") ? changed + "\nprove " + property + "\n" : changed;
    }

    private static Case read(List<Source> sources) {
        Case theCase = CaseText.read(sources).theCase();
        if (theCase == null) {
            throw new AssertionError("the changed text cannot be read");
        }
        return theCase;
    }

    @Test
    void the_shipped_case_satisfies_what_it_says_it_proves() {
        List<Verdict> claimed =
                Proofs.of(ShippedTexts.theCase("belarus"), a -> !a.clause().equals(parley.text.Span.NOWHERE), v -> {});

        assertThat(claimed).hasSizeGreaterThan(10);
        assertThat(claimed).allSatisfy(v -> assertThat(v.outcome()).as(v.says()).isIn(Outcome.HOLDS, Outcome.ANSWERED));
        assertThat(claimed).noneSatisfy(v -> assertThat(v.ground().vacuous()).isNotNull());
    }

    /** A text that was weakened in one place, and the claim that catches it. */
    record Weakened(String property, String good, String bad, String cause) {
        String change(String text) {
            return text.replace(good, bad);
        }
    }

    private static final String HOLD = "[counterpart] hold potash until humanitarian-release verified for 90 days";
    private static final String LORRIES = """
            eu suspends eu-road-transport by a prepared act, within 30 days, for %d months, then it returns
              when lorries-returned broken
                eu %s, within 20 days""";

    static Stream<Weakened> weakened() {
        return Stream.of(
                // a permanent delisting under unanimity
                new Weakened(
                        "snapback within 400 days despite 1 veto",
                        "eu suspends eu-belavia by a prepared act, within 20 days, for 6 months, then it returns",
                        "eu lifts eu-belavia by a prepared act, within 20 days, until revoked",
                        "eu-belavia"),
                // a break that nothing follows
                new Weakened(
                        "snapback within 200 days",
                        LORRIES.formatted(6, "restores eu-road-transport by a prepared act"),
                        LORRIES.formatted(12, "reviews this step"),
                        "no branch takes it back"),
                // a reward that can be had twice
                new Weakened(
                        "no-pumping",
                        "  once                                          # a promise broken is not bought again",
                        "  not again within 1 month",
                        "humanitarian-release can be met again"),
                // a red line that the counterpart's copy gives away
                new Weakened(
                        "no-leak to counterpart",
                        HOLD,
                        "[core] hold potash until documents-returned-home verified",
                        "hold potash"),
                // a promise that a guard forbids
                new Weakened(
                        "compatible",
                        HOLD,
                        "[counterpart] hold potash until documents-returned-home verified",
                        "`hold potash` forbids it"),
                // two reactions that exclude each other
                new Weakened(
                        "compatible",
                        "  when documents-returned-home verified",
                        "  when humanitarian-release verified\n    eu imposes eu-overflight, within 60 days\n"
                                + "  when documents-returned-home verified",
                        "eu-overflight"),
                // everything in reserve is kept, and branches use some
                new Weakened(
                        "reserve-kept",
                        "keep at least 2 in reserve until rule-of-law",
                        "keep at least 7 in reserve",
                        "can use"),
                // a deadline shorter than the decision
                new Weakened(
                        "answered",
                        "eu grants visa-corridor by visas, within 90 days",
                        "eu grants visa-corridor by visas, within 30 days",
                        "eu has 30 days for the grant of visa-corridor and may need 90"),
                // releases paid by the head
                new Weakened(
                        "durable-reward",
                        "met when prisoners at most 20 for 60 days and newly-recognised at most 5 a month for 3 months",
                        "met when freed-at-home totals at least 200 within 90 days",
                        "all-free: as many may be arrested as are released"));
    }

    @ParameterizedTest
    @MethodSource("weakened")
    void a_weakened_text_is_refuted_with_a_story_that_can_be_rehearsed(Weakened w) {
        assertThat(ShippedTexts.of("belarus"))
                .anySatisfy(s -> assertThat(s.text()).contains(w.good()));

        Verdict refuted = verdict(w);

        assertThat(refuted.outcome()).as(refuted.says()).isEqualTo(Outcome.REFUTED);
        assertThat(refuted.causes()).anySatisfy(c -> assertThat(c.says()).contains(w.cause()));
        assertThat(refuted.mends()).isNotEmpty();
        assertThat(refuted.ground().stories()).isNotEmpty();
        for (Story story : refuted.ground().stories()) {
            assertThat(rehearsed(w, story)).as(story.scenario()).isEmpty();
        }
    }

    private static List<String> rehearsed(Weakened w, Story story) {
        List<Source> sources = new ArrayList<>(texts(w));
        sources.add(new Source("story.parley", story.scenario()));
        Case theCase = CaseText.read(sources).theCase();
        assertThat(theCase).as(story.scenario()).isNotNull();
        return Rehearsal.of(Objects.requireNonNull(theCase)).outcomes().stream()
                .filter(o -> story.scenario().contains(o.scenario().title()))
                .flatMap(o -> o.failures().stream())
                .map(Object::toString)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("weakened")
    void a_weakened_text_names_the_clauses_that_force_it(Weakened w) {
        Verdict refuted = verdict(w);

        Story.Core core = refuted.ground().stories().getFirst().core();

        assertThat(core.clauses()).isNotEmpty().hasSizeLessThan(12).doesNotHaveDuplicates();
        assertThat(core.minimal()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("weakened")
    void a_weakened_text_is_mended_by_an_edit(Weakened w) {
        Map<String, Source> sources = new TreeMap<>();
        texts(w).forEach(s -> sources.put(s.name(), s));
        Verdict refuted = verdict(w);

        Verdict.Repair mends = new Repairs(sources, List.of(refuted))
                .of(refuted).stream()
                        .filter(r -> r.verdict() == Outcome.HOLDS)
                        .findFirst()
                        .orElseThrow();

        assertThat(mends.edits()).isNotEmpty();
        Case mended = CaseText.read(
                        List.copyOf(Repairs.applied(sources, mends.edits()).values()))
                .theCase();
        assertThat(claimed(Objects.requireNonNull(mended), w.property()).outcome())
                .as(mends.edit())
                .isEqualTo(Outcome.HOLDS);
    }

    @Test
    void the_same_claims_hold_of_the_shipped_text() {
        assertThat(List.of(
                        "reserve-kept",
                        "no-pumping",
                        "compatible",
                        "no-leak to counterpart",
                        "snapback within 200 days",
                        "snapback within 400 days despite 1 veto"))
                .allSatisfy(p -> assertThat(verdict(text -> text, p).outcome()).isEqualTo(Outcome.HOLDS));
    }
}

package parley.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.language.CaseText;
import parley.language.ShippedTexts;
import parley.proof.Verdict.Outcome;
import parley.roadmap.Case;
import parley.text.Source;

/** The shipped case satisfies what it says it proves; each weakening of it is found, with a story, and mended by undoing it. */
class WeakenedBelarusTest {
    private static Case belarus(UnaryOperator<String> change) {
        List<Source> sources = ShippedTexts.of("belarus").stream()
                .map(s -> new Source(s.name(), change.apply(s.text())))
                .toList();
        Case theCase = CaseText.read(sources).theCase();
        if (theCase == null) {
            throw new AssertionError("the changed text cannot be read");
        }
        return theCase;
    }

    /** Returns the verdicts on one property, asked in place of what the text claims. */
    private static Verdict verdict(UnaryOperator<String> change, String property) {
        String name = property.split(" ", 2)[0];
        return Proofs.of(
                        withClaim(change, property),
                        a -> a.property().equals(name) && !a.clause().equals(parley.text.Span.NOWHERE),
                        v -> {})
                .getFirst();
    }

    private static Case withClaim(UnaryOperator<String> change, String property) {
        return belarus(text -> {
            String changed = change.apply(text).replaceAll("(?m)^(prove|ask) .*$", "");
            return changed.contains("never ease what depends on russia")
                    ? changed + "\nprove " + property + "\n"
                    : changed;
        });
    }

    @Test
    void the_shipped_case_satisfies_what_it_says_it_proves() {
        List<Verdict> claimed =
                Proofs.of(ShippedTexts.theCase("belarus"), a -> !a.clause().equals(parley.text.Span.NOWHERE), v -> {});

        assertThat(claimed).hasSizeGreaterThan(10);
        assertThat(claimed).allSatisfy(v -> assertThat(v.outcome()).as(v.says()).isIn(Outcome.HOLDS, Outcome.ANSWERED));
        assertThat(claimed).noneSatisfy(v -> assertThat(v.ground().vacuous()).isNotNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a permanent delisting under unanimity
                "snapback within 400 days despite 1 veto | eu suspends eu-belavia by a prepared act, within 20 days, for 6 months, then it returns | eu lifts eu-belavia by a prepared act, within 20 days, until revoked | eu-belavia",
                // a reward that can be had twice
                "no-pumping |   once                                          # a promise broken is not bought again |   not again within 1 month | humanitarian-release can be met again",
                // a red line that the counterpart's copy gives away
                "no-leak to counterpart | [counterpart] hold potash until humanitarian-release verified for 90 days | [core] hold potash until documents-returned-home verified | hold potash",
                // a promise that a guard forbids
                "compatible | [counterpart] hold potash until humanitarian-release verified for 90 days | [counterpart] hold potash until documents-returned-home verified | `hold potash` forbids it",
                // two reactions that exclude each other
                "compatible |   when documents-returned-home verified | XX | eu-overflight",
                // relief before the test
                "earned ahead 0 |   when prison-access verified | YY | stand"
            })
    void a_weakened_text_is_refuted_with_a_story(String property, String good, String bad, String cause) {
        UnaryOperator<String> weakened = text -> text.replace(
                good,
                switch (bad) {
                    case "XX" ->
                        "  when humanitarian-release verified\n    eu imposes eu-overflight, within 60 days\n" + good;
                    case "YY" -> "  on 2026-07-01";
                    default -> bad;
                });
        assertThat(ShippedTexts.of("belarus"))
                .anySatisfy(s -> assertThat(s.text()).contains(good));

        Verdict refuted = verdict(weakened, property);

        assertThat(refuted.outcome()).as(refuted.says()).isEqualTo(Outcome.REFUTED);
        assertThat(refuted.causes()).anySatisfy(c -> assertThat(c.says()).contains(cause));
        assertThat(refuted.ground().stories()).isNotEmpty();
        assertThat(refuted.mends()).isNotEmpty();
    }

    @Test
    void an_empty_reserve_is_found() {
        UnaryOperator<String> spent =
                text -> text.replace("keep at least 2 in reserve until rule-of-law", "keep at least 7 in reserve");

        Verdict refuted = verdict(spent, "reserve-kept");

        assertThat(refuted.outcome()).isEqualTo(Outcome.REFUTED);
        assertThat(refuted.ground().stories()).isNotEmpty();
        assertThat(verdict(text -> text, "reserve-kept").outcome()).isEqualTo(Outcome.HOLDS);
    }

    @Test
    void a_reward_of_gross_releases_is_found() {
        UnaryOperator<String> gross = text -> text.replace(
                "met when prisoners at most 20 for 60 days and newly-recognised at most 5 a month for 3 months",
                "met when freed-at-home totals at least 200 within 90 days");

        Verdict refuted = verdict(gross, "durable-reward");

        assertThat(refuted.causes())
                .anySatisfy(c -> assertThat(c.says()).startsWith("all-free: as many may be arrested as are released"));
    }
}

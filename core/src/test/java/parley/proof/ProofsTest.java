package parley.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.language.ShippedTexts;
import parley.proof.Verdict.Outcome;
import parley.roadmap.Case;

/** One small roadmap that satisfies every property of the text alone, and for each property a change that breaks it. */
class ProofsTest {
    private static final String GOOD = """
            case small "Small"
              counterpart regime "Regime"
              runs from 2026-01-01 to 2027-12-31
              grid 10 days
              facts in "facts/"
            partner eu "Union"
              decides by unanimity of 27, takes 12 to 60 days, typically 42
              if undecided, suspensions lapse and the measure returns
              acts through "presidency" until 2028-12-31
            partner uk "Kingdom"
              decides by executive act, takes 1 to 20 days, typically 5
              if undecided, nothing changes
            event release "Everybody is free"
              watched from 2025-01-01
            event arrest "Somebody is held again"
              watched from 2025-01-01
            measure potash "Potash"
              of eu, imposed 2020-01-01, by "Act 1"
              hits revenue
            measure visas "Visas of citizens"
              of eu, imposed 2020-01-01, by "Act 2"
              harms citizens
            measure list "The guilty"
              of eu, imposed 2020-01-01, by "Act 3", permanent
              hits elites
            reserve ships "Ships"
              of uk, ready in 10 days
              hits revenue
            reserve banks "Banks"
              of uk, ready in 10 days
              hits revenue
            concession free "Everybody is free"
              met when any release
              broken when any arrest
              reversible
              track human-rights
            phase one "First", first
              goal "Free"
            step swap "Swap", in one
              when free verified
                eu suspends potash, within 90 days, for 12 months, then it returns
                eu suspends visas, within 90 days, for 12 months, then it returns
              when free broken
                every partner restores what this step eased, within 90 days
                uk imposes ships, within 30 days
              when nothing for 12 months
                eu reviews this step, within 30 days
            never ease what is permanent
            keep at least 1 in reserve
            """;

    private static Verdict verdict(Case theCase, String property) {
        return Proofs.of(theCase).stream()
                .filter(v -> v.property().equals(property))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "competent",
                "no-silence",
                "deadlines-feasible",
                "reserve-kept",
                "never-eased",
                "citizens-first",
                "duties-visible",
                "attentive"
            })
    void the_good_text_has_every_property(String property) {
        assertThat(verdict(ShippedTexts.read(GOOD), property).outcome()).isEqualTo(Outcome.HOLDS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "competent | until 2028-12-31 | until 2026-06-30 | term of presidency is over",
                "deadlines-feasible | within 90 days, for 12 months | within 59 days, for 12 months | has 59 days for suspension of potash and may need 60",
                "citizens-first | eu suspends visas, within 90 days, for 12 months, then it returns | eu keeps visas imposed | visas, which burdens people more, never",
                "duties-visible | uk imposes ships, within 30 days | [only eu] uk imposes ships, within 30 days | uk would owe imposition of ships and may not read [only eu]"
            })
    void a_bad_text_is_refuted_with_its_cause(String property, String good, String bad, String cause) {
        assertThat(GOOD).contains(good);
        Verdict verdict = verdict(ShippedTexts.read(GOOD.replace(good, bad)), property);

        assertThat(verdict.outcome()).isEqualTo(Outcome.REFUTED);
        assertThat(verdict.causes()).anySatisfy(c -> assertThat(c.says()).contains(cause));
        assertThat(verdict.mends()).isNotEmpty();
    }

    @Test
    void one_veto_leaves_no_deadline_that_is_long_enough() {
        Case theCase = ShippedTexts.read(GOOD + "prove deadlines-feasible despite 1 veto\n");

        assertThat(verdict(theCase, "deadlines-feasible").causes())
                .anySatisfy(c -> assertThat(c.says()).contains("no deadline is long enough"));
    }

    @Test
    void a_reserve_that_a_branch_uses_up_is_told_as_a_story() {
        Case theCase = ShippedTexts.read(GOOD.replace("keep at least 1", "keep at least 2"));

        Verdict verdict = verdict(theCase, "reserve-kept");

        assertThat(verdict.outcome()).isEqualTo(Outcome.REFUTED);
        assertThat(verdict.ground().stories())
                .singleElement()
                .satisfies(s -> assertThat(s.scenario()).contains("uk imposes ships"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prove snapback within 5 days with at least 95% | snapback | a probability is not proved",
                "prove that never free verified and any arrest | formula | it is chosen, not implied by the text"
            })
    void what_is_not_played_is_left_open(String claim, String property, String says) {
        Verdict verdict = verdict(ShippedTexts.read(GOOD + claim + "\n"), property);

        assertThat(verdict.outcome()).isEqualTo(Outcome.OPEN);
        assertThat(verdict.says()).contains(says);
    }

    @Test
    void a_deadline_of_exactly_the_slowest_decision_can_be_kept() {
        Case theCase = ShippedTexts.read(GOOD.replace("within 90 days, for", "within 60 days, for"));

        assertThat(verdict(theCase, "deadlines-feasible").outcome()).isEqualTo(Outcome.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"belarus", "iran-2015", "venezuela-2023"})
    void each_shipped_case_gets_a_verdict_on_each_property_once(String name) {
        assertThat(Proofs.of(ShippedTexts.theCase(name)))
                .extracting(Verdict::property)
                .containsAll(Proofs.names());
    }
}

package parley.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.facts.ActRow;
import parley.facts.Confidence;
import parley.facts.Facts;
import parley.facts.Finding;
import parley.facts.Signature;
import parley.language.ShippedTexts;
import parley.roadmap.Case;
import parley.roadmap.Expiry;
import parley.roadmap.Verb;

/** Small stories about one small roadmap; each line of a story that begins with {@code expect} is a claim. */
class StandingTest {
    private static final String ROADMAP = """
            case small "Small"
              counterpart regime "Regime"
              runs from 2026-01-01 to 2027-12-31
              grid 10 days
              facts in "facts/"

            partner eu "Union"
              decides by executive act, takes 1 to 20 days, typically 5
              may prepare acts with deferred effect
              if undecided, suspensions lapse and the measure returns
            partner uk "Kingdom"
              decides by executive act, takes 1 to 20 days, typically 5
              if undecided, nothing changes
            partner us "States"
              decides by executive act, takes 1 to 10 days, typically 5
              if undecided, licences end
            stakeholder forces "Democratic forces"
              consulted before easing

            verifier viasna "Viasna"
            verifier echo "Echo"
              draws on viasna
            verifier doctors "Doctors"
              mandate until 2026-06-30
            panel two of viasna, echo, doctors, any 2 of independent origin

            event release "Everybody is free"
              watched from 2025-01-01
            event arrest "Somebody is held again"
              watched from 2025-01-01

            measure both-ban "A ban of two owners"
              of eu, uk, imposed 2020-01-01, by "Act 1"
              hits revenue
            measure us-oil "Oil"
              of us, imposed 2020-01-01, by "Act 2"
              hits revenue
            measure eu-potash "Potash"
              of eu, imposed 2020-01-01, by "Act 3"
              hits revenue
            reserve list "More listings"
              of eu, uk, ready in 10 days
              hits elites
            reserve ships "Ships"
              of eu, ready in 10 days
              hits revenue

            concession free "Everybody is free"
              met when any release
              broken when any arrest
              verified by two within 30 days
              reversible
              track human-rights
              may be disputed within 10 days, settled within 20 days

            phase one "One", first
              goal "Free"

            step swap "Swap", in one
              when free verified
                eu suspends both-ban by a prepared act, within 20 days, for 6 months, then it returns
                uk suspends both-ban, within 30 days, for 6 months, then it returns
                us licenses us-oil, within 10 days, until revoked
                eu keeps eu-potash imposed
              when free broken
                every partner restores what this step eased, within 20 days
                us revokes the licence of us-oil, within 20 days, with wind-down 45 days
              when nothing by 2026-12-01
                eu imposes list, within 30 days

            consult forces at least 5 days before easing
            """;

    private static Case read(String story) {
        return ShippedTexts.read(ROADMAP + "\nscenario \"Story\"\n" + story);
    }

    private static void comesTrue(String story) {
        List<Rehearsal.Outcome> outcomes = Rehearsal.of(read(story.indent(2))).outcomes();

        assertThat(outcomes).flatMap(Rehearsal.Outcome::failures).isEmpty();
        assertThat(outcomes).extracting(Rehearsal.Outcome::expectations).allMatch(n -> n > 0);
    }

    @Test
    void two_members_that_repeat_each_other_are_one_signature() {
        comesTrue("""
                on 2026-02-01 release
                on 2026-02-03 viasna verifies free
                on 2026-02-04 echo verifies free
                expect free met
                expect nobody owes anything
                on 2026-02-05 doctors verify free
                expect free verified on 2026-02-05
                expect us owes licence of us-oil by 2026-02-15
                """);
    }

    @Test
    void a_signer_whose_mandate_is_over_signs_nothing() {
        comesTrue("""
                on 2026-07-01 release
                on 2026-07-03 viasna verifies free
                on 2026-07-04 doctors verify free
                expect free met on 2026-07-01
                expect warning "its mandate ended on 2026-06-30"
                """);
    }

    @Test
    void what_the_record_denies_nobody_can_sign() {
        comesTrue("""
                on 2026-02-03 two verifies free
                expect free not verified
                expect warning "the record does not show it met on that day"
                """);
    }

    @Test
    void a_measure_of_two_owners_stands_until_both_have_eased_their_part() {
        comesTrue("""
                on 2026-02-01 release
                on 2026-02-02 two verifies free
                on 2026-02-10 eu suspends both-ban
                expect both-ban imposed
                expect uk owes suspension of both-ban by 2026-03-04
                on 2026-02-12 uk suspends both-ban
                expect both-ban suspended on 2026-02-12
                expect uk owes no suspension of both-ban
                """);
    }

    @Test
    void a_prepared_act_takes_effect_on_the_finding_and_is_no_longer_to_be_decided() {
        comesTrue("""
                on 2026-01-20 eu proposes suspension of both-ban
                expect eu suspension of both-ban pending
                on 2026-01-25 eu prepares suspension of both-ban
                expect eu suspension of both-ban prepared
                on 2026-02-01 release
                on 2026-02-02 two verifies free
                expect eu suspension of both-ban effective
                expect uk suspension of both-ban not started
                """);
    }

    @Test
    void a_blocked_decision_leaves_the_duty() {
        comesTrue("""
                on 2026-02-01 release
                on 2026-02-02 two verifies free
                on 2026-02-05 uk blocks suspension of both-ban
                expect uk suspension of both-ban blocked
                expect uk owes suspension of both-ban by 2026-03-04
                on 2026-03-05 nobody decides
                expect deviation "uk owes suspension of both-ban since 2026-03-04"
                """);
    }

    @Test
    void a_revoked_licence_runs_on_for_those_who_relied_on_it() {
        comesTrue("""
                on 2026-02-01 release
                on 2026-02-02 two verifies free
                on 2026-02-10 us licenses us-oil
                on 2026-04-01 arrest
                expect us owes revocation of us-oil by 2026-04-21
                on 2026-04-10 us revokes us-oil
                expect us-oil licensed
                expect us owes nothing
                on 2026-05-25 nobody decides
                expect us-oil imposed on 2026-05-25
                """);
    }

    @Test
    void what_was_promised_to_stay_and_does_not_is_told() {
        comesTrue("""
                on 2026-02-01 release
                on 2026-02-02 two verifies free
                on 2026-02-10 eu suspends eu-potash
                expect deviation "`swap` promised to keep it imposed"
                expect deviation "eu suspended eu-potash outside the roadmap"
                """);
    }

    @Test
    void relief_taken_back_although_nothing_was_broken_is_told() {
        comesTrue("""
                on 2026-02-01 release
                on 2026-02-02 two verifies free
                on 2026-02-10 us licenses us-oil
                on 2026-03-01 us revokes us-oil
                expect deviation "us revoked the licence of us-oil: taken back although nothing was broken"
                """);
    }

    @Test
    void relief_while_others_owe_pressure_undercuts_them() {
        comesTrue("""
                on 2026-12-01 nobody decides
                expect eu owes imposition of list by 2026-12-31
                on 2026-12-05 us licenses us-oil
                expect deviation "us licensed us-oil: it undercuts eu, which owes imposition of list"
                """);
    }

    @Test
    void who_eases_without_hearing_those_concerned_is_told() {
        comesTrue("""
                on 2026-02-01 release
                on 2026-02-02 two verifies free
                on 2026-02-03 eu consults forces
                on 2026-02-08 us licenses us-oil
                on 2026-02-08 eu suspends both-ban
                expect deviation "us licensed us-oil: forces was not heard 5 days before"
                expect no deviation "eu suspended both-ban: forces"
                """);
    }

    @Test
    void a_late_act_is_counted_in_days() {
        comesTrue("""
                on 2026-02-01 release
                on 2026-02-02 two verifies free
                on 2026-02-15 us licenses us-oil
                expect deviation "us licensed us-oil 3 days late"
                expect us owes nothing
                """);
    }

    @Test
    void who_leaves_owes_nothing_more() {
        comesTrue("""
                on 2026-02-01 release
                on 2026-02-02 two verifies free
                on 2026-02-03 us leaves
                expect us owes nothing
                on 2026-04-01 arrest
                expect us owes nothing
                """);
    }

    @Test
    void a_dispute_stops_the_clock_of_silence_until_it_is_settled() {
        comesTrue("""
                on 2026-11-01 release
                on 2026-11-02 uk disputes free
                expect free disputed
                on 2026-11-12 uk settles free
                on 2026-12-10 nobody decides
                expect eu owes nothing
                on 2026-12-11 nobody decides
                expect eu owes imposition of list by 2027-01-10
                """);
    }

    @Test
    void a_dispute_that_nobody_settles_stops_no_clock_for_ever() {
        comesTrue("""
                on 2026-11-01 release
                on 2026-11-02 uk disputes free
                on 2026-12-21 nobody decides
                expect eu owes nothing
                on 2026-12-22 nobody decides
                expect free disputed
                expect eu owes imposition of list by 2027-01-21
                """);
    }

    @Test
    void what_the_text_lets_nobody_dispute_is_not_disputed() {
        Case theCase = ShippedTexts.read(
                ROADMAP.replace("  may be disputed within 10 days, settled within 20 days\n", "") + """

                scenario "Story"
                  on 2026-02-01 release
                  on 2026-02-02 uk disputes free
                  expect free not disputed
                  expect warning "the text lets nobody dispute it"
                """);

        assertThat(Rehearsal.of(theCase).outcomes())
                .flatMap(Rehearsal.Outcome::failures)
                .isEmpty();
    }

    @Test
    void within_a_day_what_is_found_comes_before_who_disputes_it_and_that_before_what_is_settled() {
        comesTrue("""
                on 2026-02-01 release
                on 2026-02-02 uk disputes free
                on 2026-02-02 two verifies free
                expect free disputed
                on 2026-02-03 uk settles free
                on 2026-02-03 uk disputes free
                expect free not disputed
                """);
    }

    @Test
    void nothing_can_be_disputed_before_it_is_found() {
        comesTrue("""
                on 2026-11-02 uk disputes free
                expect free not disputed
                expect warning "there is no finding to dispute"
                """);
    }

    @Test
    void a_claim_does_not_undo_a_breach() {
        comesTrue("""
                on 2026-02-01 release
                on 2026-02-02 two verifies free
                on 2026-02-10 us licenses us-oil
                on 2026-04-01 arrest
                on 2026-04-05 regime claims free
                expect free broken on 2026-04-01
                on 2026-04-10 eu imposes list
                expect no deviation "although nothing was broken"
                """);
    }

    @Test
    void what_was_broken_stays_broken_when_its_time_is_over() {
        comesTrue("""
                on 2026-02-01 release
                on 2026-02-02 two verifies free
                on 2026-04-01 arrest
                on 2028-02-01 nobody decides
                expect free broken on 2026-04-01
                """);
    }

    @Test
    void revoking_with_time_to_wind_down_never_makes_relief_longer() {
        comesTrue("""
                on 2026-02-01 release
                on 2026-02-02 two verifies free
                on 2026-02-10 us licenses us-oil for 2 months, then it ends
                on 2026-04-01 arrest
                on 2026-04-05 us revokes us-oil
                on 2026-05-01 nobody decides
                expect us-oil imposed on 2026-04-10
                """);
    }

    @Test
    void each_owner_s_relief_has_its_own_end() {
        comesTrue("""
                on 2026-02-01 release
                on 2026-02-02 two verifies free
                on 2026-02-10 eu suspends both-ban
                on 2026-02-20 uk suspends both-ban
                expect both-ban suspended on 2026-02-20
                on 2026-08-30 nobody decides
                expect both-ban imposed on 2026-08-10
                """);
    }

    @Test
    void a_part_that_one_owner_eased_is_to_be_restored_although_the_other_never_eased() {
        comesTrue("""
                on 2026-02-01 release
                on 2026-02-02 two verifies free
                on 2026-02-10 eu suspends both-ban
                expect both-ban imposed
                on 2026-04-01 arrest
                expect eu owes restoration of both-ban by 2026-04-21
                expect uk owes no restoration of both-ban
                """);
    }

    private static List<String> warnings(Facts facts) {
        LocalDate day = LocalDate.of(2026, 3, 1);
        return Standings.of(read("  expect free open\n"), facts, day, day).findings().stream()
                .filter(f -> f.kind() == Standing.Kind.WARNING)
                .map(Standing.Finding::says)
                .toList();
    }

    @Test
    void a_row_about_a_measure_of_others_changes_nothing_and_is_told() {
        LocalDate on = LocalDate.of(2026, 2, 10);
        var act = new ActRow(
                "a1", on, on, "us", Verb.LIFT, "eu-potash", new Expiry.Unsaid(), "", "", "s", Confidence.A, "");

        assertThat(warnings(new Facts(List.of(), List.of(), List.of(act), List.of(), List.of())))
                .containsExactly("us lifted eu-potash, which others decide about: it changes nothing");
    }

    @Test
    void only_the_other_side_claims() {
        LocalDate on = LocalDate.of(2026, 2, 10);
        var claim = new Signature("s1", on, on, "viasna", "free", Finding.CLAIMED, "s", Confidence.A, "");

        assertThat(warnings(new Facts(List.of(), List.of(), List.of(), List.of(claim), List.of())))
                .containsExactly("free: `claimed` by viasna does not count, it is for regime to claim");
    }

    @Test
    void a_measure_before_its_first_act_is_not_there() {
        LocalDate day = LocalDate.of(2019, 12, 31);

        assertThat(Standings.of(read("  expect free open\n"), Facts.EMPTY, day, day)
                        .measures())
                .extracting(Standing.MeasureLine::measure)
                .containsExactly("list", "ships");
    }

    @Test
    void an_answer_of_the_same_day_is_in_time() {
        comesTrue("""
                on 2026-02-01 release
                on 2026-02-02 two verifies free
                on 2026-02-02 us licenses us-oil
                expect us owes nothing
                expect no deviation "outside the roadmap"
                """);
    }

    @Test
    void whether_quiet_days_are_skipped_makes_no_difference() {
        Case theCase = read("  expect free open\n");
        LocalDate day = LocalDate.of(2026, 3, 1);
        Story nothing = new Story(Facts.EMPTY, List.of(), List.of(), LocalDate.MAX);
        var skipping = new Run(theCase, nothing, day, LocalDate.MIN);
        skipping.play(day);
        var eachDay = new Run(theCase, nothing, day, LocalDate.MIN);
        for (LocalDate d = LocalDate.of(2020, 1, 1); !d.isAfter(day); d = d.plusDays(1)) {
            eachDay.play(d);
        }

        assertThat(skipping.standing()).isEqualTo(eachDay.standing());
    }
}

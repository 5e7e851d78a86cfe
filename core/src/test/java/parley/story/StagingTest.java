package parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.language.ShippedTexts;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Expiry;
import parley.roadmap.Length;
import parley.roadmap.MeasureState;
import parley.roadmap.Stage;
import parley.roadmap.Verb;
import parley.standing.Standing;

/** What figures are chosen, what is put off, and what cannot be. */
class StagingTest {
    private static final Case BELARUS = ShippedTexts.theCase("belarus");
    private static final Expiry SIX_MONTHS = new Expiry.For(new Length(6, Length.Unit.MONTHS), Expiry.Default.RETURNS);

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static Staged staged(Happening... story) {
        return Staging.stage(BELARUS, List.of(story), story[story.length - 1].on(), 10);
    }

    private static String told(Staged staged) {
        assertThat(staged.misses()).isEmpty();
        return staged.scenario("S").replace("scenario \"S\"\n", "").indent(-2);
    }

    private static Happening met(String on, String concession) {
        return new Happening.Met(day(on), concession);
    }

    private static Happening verified(String on, String concession) {
        return new Happening.Verified(day(on), concession);
    }

    private static Happening broken(String on, String concession) {
        return new Happening.Broken(day(on), concession);
    }

    @Test
    void figures_lie_next_to_their_threshold() {
        assertThat(told(staged(
                        met("2026-07-20", "humanitarian-release"),
                        verified("2026-08-05", "humanitarian-release"),
                        broken("2026-11-01", "humanitarian-release"))))
                .isEqualTo("""
                        on 2026-07-20 freed-at-home totals 80
                        on 2026-08-05 viasna verifies humanitarian-release
                        on 2026-08-05 un-rapporteur verifies humanitarian-release
                        on 2026-11-01 rearrested totals 9
                        """);
    }

    @Test
    void a_window_is_filled_to_the_day_and_readings_are_renewed_before_they_are_stale() {
        assertThat(told(staged(met("2026-09-20", "all-free")))).isEqualTo("""
                on 2026-07-20 newly-recognised is 5
                on 2026-07-23 prisoners is 20
                on 2026-08-20 newly-recognised is 5
                on 2026-08-23 prisoners is 20
                on 2026-09-20 newly-recognised is 5
                """);
    }

    @Test
    void two_concessions_share_the_figures_that_both_need() {
        String told = told(staged(met("2026-11-18", "cases-stopped"), met("2026-11-18", "all-free")));

        assertThat(told).doesNotContain("newly-recognised is 5").contains("newly-recognised is 2");
        assertThat(told.lines().filter(l -> l.contains("newly-recognised"))).hasSize(6);
    }

    @Test
    void what_silence_makes_true_is_kept_from_it_by_a_deed() {
        assertThat(told(staged(met("2026-11-18", "quiet-border")))).isEqualTo("""
                on 2026-06-01 border-attack
                on 2026-08-20 border-attack
                """);
    }

    @Test
    void what_nobody_mentions_may_do_what_silence_makes_it_do() {
        Staged staged = staged(met("2026-07-20", "humanitarian-release"));

        assertThat(told(staged)).doesNotContain("border-attack");
        assertThat(staged.on(day("2026-07-20")).concessions())
                .filteredOn(c -> c.concession().equals("quiet-border"))
                .extracting(Standing.ConcessionState::state)
                .containsExactly(Concession.State.MET);
    }

    @Test
    void a_happening_is_put_off_with_all_later_ones_until_its_window_fits() {
        Staged staged = staged(met("2026-07-28", "all-free"), verified("2026-08-02", "all-free"));

        assertThat(staged.misses()).isEmpty();
        assertThat(staged.happenings())
                .containsExactly(met("2026-08-01", "all-free"), verified("2026-08-06", "all-free"));
    }

    @Test
    void what_would_have_to_be_put_off_too_long_is_told() {
        Staged staged = staged(met("2026-06-20", "cases-stopped"));

        assertThat(staged.happenings()).containsExactly(met("2026-06-20", "cases-stopped"));
        assertThat(staged.misses())
                .singleElement()
                .asString()
                .startsWith("cases-stopped is not met on 2026-06-20: it is open since 2026-06-01; ");
    }

    @Test
    void what_can_be_met_once_is_not_met_twice() {
        Case small = ShippedTexts.read(SMALL.replace("reversible", "reversible\n  once"));
        List<Happening> story = List.of(
                met("2026-02-01", "free"),
                verified("2026-02-03", "free"),
                broken("2026-03-01", "free"),
                met("2026-06-01", "free"));

        assertThat(Staging.stage(small, story, day("2026-07-01"), 10).misses())
                .singleElement()
                .asString()
                .startsWith("free is not met on 2026-06-01: it is broken since 2026-03-01");
    }

    @Test
    void a_panel_whose_members_repeat_each_other_signs_nothing() {
        Case small = ShippedTexts.read(SMALL.replace("of viasna, echo, doctors", "of viasna, echo"));
        List<Happening> story = List.of(met("2026-02-01", "free"), verified("2026-02-03", "free"));

        assertThat(Staging.stage(small, story, day("2026-07-01"), 10).misses())
                .singleElement()
                .asString()
                .startsWith("free is not verified on 2026-02-03: it is met since 2026-02-01");
    }

    @Test
    void the_fewest_of_independent_origin_sign_whose_mandate_runs() {
        Case small = ShippedTexts.read(SMALL);
        List<Happening> early = List.of(met("2026-02-01", "free"), verified("2026-02-03", "free"));
        List<Happening> late = List.of(met("2026-08-01", "free"), verified("2026-08-03", "free"));

        assertThat(Staging.stage(small, early, day("2026-07-01"), 0).scenario("S"))
                .contains("viasna verifies", "doctors verify")
                .doesNotContain("echo");
        assertThat(Staging.stage(small, late, day("2026-09-01"), 0).misses()).hasSize(1);
    }

    @Test
    void a_prepared_act_takes_effect_by_itself_and_keeps_its_step() {
        Staged staged = staged(
                met("2026-07-20", "humanitarian-release"),
                new Happening.Decides(day("2026-08-01"), "eu", Stage.PREPARED, Verb.SUSPEND, "eu-overflight"),
                verified("2026-08-05", "humanitarian-release"),
                new Happening.Acts(day("2026-08-05"), "eu", Verb.SUSPEND, "eu-overflight", SIX_MONTHS));

        assertThat(told(staged)).doesNotContain("eu suspends");
        assertThat(staged.linesOf().getLast()).isEmpty();
        assertThat(staged.on(day("2026-08-05")).measures())
                .filteredOn(m -> m.measure().equals("eu-overflight"))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.state()).isEqualTo(MeasureState.SUSPENDED);
                    assertThat(m.easedBy()).isEqualTo("open-skies");
                });
    }

    @Test
    void a_prepared_act_without_its_finding_is_told_as_an_act() {
        Staged staged = staged(
                new Happening.Decides(day("2026-08-01"), "eu", Stage.PREPARED, Verb.SUSPEND, "eu-overflight"),
                new Happening.Acts(day("2026-08-05"), "eu", Verb.SUSPEND, "eu-overflight", SIX_MONTHS));

        assertThat(told(staged)).contains("on 2026-08-05 eu suspends eu-overflight for 6 months, then it returns");
    }

    @Test
    void what_others_decide_about_is_missed() {
        assertThat(staged(new Happening.Acts(
                                day("2026-08-05"), "uk", Verb.SUSPEND, "eu-overflight", new Expiry.Unsaid()))
                        .misses())
                .containsExactly("uk has not suspended eu-overflight on 2026-08-05: it does not decide about it");
    }

    @Test
    void figures_of_the_story_are_kept() {
        Staged staged = staged(
                new Happening.Reads(day("2026-07-10"), "freed-at-home", 30, true),
                met("2026-07-20", "humanitarian-release"));

        assertThat(told(staged)).isEqualTo("""
                on 2026-07-10 freed-at-home totals 30
                on 2026-07-20 freed-at-home totals 50
                """);
        assertThat(staged.linesOf()).extracting(List::size).containsExactly(1, 1);
    }

    @Test
    void disputes_hearings_leavings_and_blocks_are_told_as_they_are() {
        assertThat(told(staged(
                        met("2026-07-20", "humanitarian-release"),
                        new Happening.Consults(day("2026-07-22"), "eu", "democratic-forces"),
                        new Happening.Disputes(day("2026-07-25"), "uk", "humanitarian-release", false),
                        new Happening.Disputes(day("2026-07-28"), "uk", "humanitarian-release", true),
                        new Happening.Decides(day("2026-07-30"), "eu", Stage.BLOCKED, Verb.SUSPEND, "eu-overflight"),
                        new Happening.Consults(day("2026-07-31"), "eu", "open-skies"),
                        new Happening.Leaves(day("2026-08-01"), "us"),
                        new Happening.Occurs(day("2026-08-02"), "border-attack", 2),
                        new Happening.Passes(day("2026-09-01")))))
                .isEqualTo("""
                        on 2026-07-20 freed-at-home totals 80
                        on 2026-07-22 eu consults democratic-forces
                        on 2026-07-25 uk disputes humanitarian-release
                        on 2026-07-28 uk settles humanitarian-release
                        on 2026-07-30 eu blocks suspension of eu-overflight
                        on 2026-07-31 eu reviews open-skies
                        on 2026-08-01 us leaves
                        on 2026-08-02 2 border-attack
                        on 2026-09-01 nobody decides
                        """);
    }

    @Test
    void names_that_the_case_does_not_know_are_missed() {
        assertThat(staged(
                                met("2026-07-20", "nothing-of-the-kind"),
                                broken("2026-07-21", "nothing-of-the-kind"),
                                new Happening.Acts(day("2026-07-22"), "eu", Verb.LIFT, "none", new Expiry.Unsaid()))
                        .misses())
                .hasSize(3);
    }

    private static final String SMALL = """
            case small "Small"
              counterpart regime "Regime"
              runs from 2026-01-01 to 2027-12-31
              grid 10 days
              facts in "facts/"

            partner eu "Union"
              decides by executive act, takes 1 to 20 days, typically 5
              if undecided, nothing changes

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

            measure eu-potash "Potash"
              of eu, imposed 2020-01-01, by "Act 3"
              hits revenue

            concession free "Everybody is free"
              met when any release
              broken when any arrest
              verified by two within 30 days
              reversible
              track human-rights

            phase one "One", first
              goal "Free"

            step swap "Swap", in one
              when free verified
                eu suspends eu-potash, within 30 days, for 6 months, then it returns
              when free broken
                every partner restores what this step eased, within 20 days
              when nothing by 2026-12-01
                eu reviews this step, within 30 days
            """;
}

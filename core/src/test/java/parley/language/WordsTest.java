package parley.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Guard;
import parley.roadmap.Phase;
import parley.roadmap.Secrecy;
import parley.roadmap.Trigger;
import parley.text.Source;

/** Words are the way back: what they say, read again, is what was said. */
class WordsTest {
    private static final String EVERYTHING = """
            [counterpart] case all "Everything the language can say"
              counterpart other "The other side"
              runs from 2026-01-01 to 2028-01-01
              grid 5 days
              facts in "record/"
            partner eu "Union"
              decides by unanimity of 27, takes 1 to 20 days
              decides visas by qualified majority, takes 1 to 3 days, typically 2
              decides permits by instrument before parliament, approved within 28 days, takes 1 to 9 days
              may prepare acts with deferred effect
              if undecided, licences end
              position from 2026-01-01 "firm"
              acts through "envoy" until 2027-01-01
            partner us "States"  [core]
              follows eu, takes 1 to 3 days
              decides by instrument before parliament on law, takes 1 to 3 days
            member hu "Hungary" of eu  [only eu]
            stakeholder heard "Heard"
              consulted before imposing, before easing
              position from 2026-01-01 "firm"
            verifier v "V"
              mandate until 2027-01-01
            verifier w "W"
              draws on v
            panel both of v, w, all, of independent origin
            [public] indicator held "Held"
              stock in people held, from facts x, updated quarterly, stale after 2 weeks
              counts prisoners
            indicator freed "Freed"
              flow in people a month, updated yearly, silence means none
              counts releases with consent, stay
            event attack "Attack"
              watched from 2026-01-01
            measure oil "Oil"
              of eu by visas, imposed 2020-01-01, by "Act", suspended 2021-01-01 for 6 months, then it returns
              restored 2021-07-01, licensed 2022-01-01 until revoked
              runs until 2027-01-01, then it lapses
              hits revenue, elites; harms citizens; pushes toward russia; cuts dependence on russia
              relief void while gold imposed; weighs 2.5; because "why"; because "more"; source "s"
            measure gold "Gold"
              of eu, imposed 2020-01-01, permanent, depends on russia
            reserve teams "Teams"
              of eu, us as a call on the federations, ready in 3 weeks
            offer aid "Aid"
              of eu, us, ready in 1 day, helps citizens
            concession free "Free"
              met when (held at most 20 for 60 days or freed at least 3.5 a month) and not (attack-over open or freed falls by 2 within 1 year) and no attack for 3 days
              broken when held rises by 3 within 2 weeks or held exactly 4 and more than 2 attack within 1 month or any attack or at least 3 attack
              verified by both within 3 days, irreversible, track a, b, invites "x", once, runs from 2026-01-01 to 2027-01-01
              not again within 3 months, may be disputed within 15 days, settled within 1 week
            phase attack-over "Over", first, goal "calm"
            phase later, opens when free verified
            phase record, runs from 2026-01-01 to 2027-01-01
            step one "One", in attack-over  [counterpart]
              when free verified and free verified for 9 days  [partners]
                eu suspends oil by a prepared act, within 3 days, not before 2026-02-01, for 6 months, then it returns, with wind-down 4 days  [core]
                eu, us grant aid by visas, by 2026-03-01, until revoked
                eu keeps gold imposed
                us consults heard, within 2 days
              when free broken
                every partner restores what this step eased, within 3 days
                eu revokes the licence of oil, within 3 days
              when nothing by 2026-09-01
                eu, us review this step, within 3 days
              on 2026-10-01
                eu suspends oil, within 3 days, until 2027-01-01, then it lapses
              otherwise
                eu imposes teams, within 9 days
            never ease what cuts dependence on china
            never impose gold
            never ease what is permanent
            never free broken and gold lifted
            always not free broken
            keep at least 1 in reserve until later
            [core] keep at least 0 in reserve
            ledger relief at most 2 steps ahead of verified concessions
            answer every verified concession within 2 months
            consult heard at least 5 days before imposing
            hold one until free verified
            prove snapback within 45 days despite 2 vetoes, despite parliament, despite 1 false witness, without us, eu, almost surely
            prove no-pumping 3 at most 7 % with at least 90%, from 2026-02-01
            [core] prove that never relief at least 3
            prove that always owed by eu by 2027-01-01, without us
            prove that whenever free verified then within 60 days oil suspended
            prove that later open is certain by 2027-01-01
            prove that later open or oil lifted is possible
            prove that eu, us can ensure oil imposed by 2027-01-01, almost surely
            ask how likely is free verified by 2027-01-01
            ask how long until free verified
            ask how many vetoes snapback within 45 days survives
            ask which deadline keeps answered
            assume eu member vetoes a decision between 5% and 30.5%
            assume both err between 7% and 29%
            assume us leaves the roadmap at most 2 times
            assume eu decides in 3 to 4 days
            assume eu decides oil in 3 to 4 days
            [public] aim 1 for each month avoided, -0.2 for each measure eased
            scenario "A story"  [core]
              given oil suspended on 2026-02-01 for 6 months, then it returns, gold imposed
              on 2026-02-01 held totals 3, freed is 2.5 a month, 3 attack, attack
              on 2026-02-02 both verify free
              on 2026-02-03 other claims free
              on 2026-02-04 us disputes free, us settles free
              on 2026-02-05 eu suspends oil, for 3 months, then it ends
              on 2026-02-06 eu consults heard
              on 2026-02-06 eu reviews one
              on 2026-02-06 eu prepares suspension of oil
              on 2026-02-07 us leaves
              on 2026-02-08 nobody decides
              expect free not met on 2026-02-01
              expect free unknown
              expect teams in reserve
              expect eu owes suspension of oil by 2026-03-01
              expect us owes no imposition of teams
              expect eu suspension of oil not started
              expect nobody owes anything
              expect us owes nothing
              expect no alarm "x"
              expect warning "y" on 2026-03-01
            rule r50 "Rule"
              of us, for asset freezes under "Act" over lists entity-list, meu, replaces r25
              valid from 2014-08-13 to 2020-01-01, suspended from 2015-01-01 to 2015-02-01, known from 2014-01-01
              confirm by 2026-01-01, by "guidance", confirmed no
              caught when shares at least 50 % of all listed together or votes more than 29 % of one listed person
                or board-majority of one listed person, or control by dominant-influence, agreement
              effect presumed, rebuttable before authority, court
              caution when control, or shares at least 25 % of all listed together
              joint holders each hold all; joint arrangements each hold the sum
            rule r25 "Old"
              of us, caught when control, effect blocked
            """;

    private static String meaning(Case c) {
        return ShippedTexts.meaning(c);
    }

    private static Case read(String text) {
        Checked checked = CaseText.read(List.of(new Source("a.parley", text)));
        assertThat(checked.diagnostics())
                .as(text)
                .filteredOn(d -> d.code().equals("R008")
                        || d.code().equals("R009")
                        || d.code().equals("R010"))
                .isEmpty();
        Case theCase = checked.theCase();
        if (theCase == null) {
            throw new AssertionError(checked.diagnostics());
        }
        return theCase;
    }

    @ParameterizedTest
    @ValueSource(strings = {"belarus", "sudan-2016", "iran-2015", "venezuela-2023"})
    void a_printed_case_read_again_is_the_same_case(String name) {
        Case theCase = ShippedTexts.theCase(name);

        assertThat(meaning(read(CasePrinter.text(theCase)))).isEqualTo(meaning(theCase));
    }

    @Test
    void everything_the_language_can_say_comes_back() {
        Case theCase = read(EVERYTHING);

        assertThat(meaning(read(CasePrinter.text(theCase)))).isEqualTo(meaning(theCase));
    }

    @ParameterizedTest
    @ValueSource(strings = {"belarus", "sudan-2016", "iran-2015", "venezuela-2023"})
    void a_printed_case_is_in_house_layout(String name) {
        String text = CasePrinter.text(ShippedTexts.theCase(name));

        assertThat(Formatter.format(new Source("a.parley", text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"belarus", "sudan-2016", "iran-2015", "venezuela-2023"})
    void every_condition_read_again_is_the_same_condition(String name) {
        List<Condition> conditions = conditions(ShippedTexts.theCase(name));

        assertThat(conditions)
                .isNotEmpty()
                .allSatisfy(c -> assertThat(ShippedTexts.meaning(again(c))).isEqualTo(ShippedTexts.meaning(c)));
    }

    private static Condition again(Condition condition) {
        Case theCase =
                read("case a\n  counterpart b\n  runs from 2026-01-01 to 2027-01-01\nalways " + Words.of(condition));
        return ((Guard.Invariant) theCase.guards().getFirst()).condition();
    }

    private static List<Condition> conditions(Case theCase) {
        List<Condition> found = new ArrayList<>();
        for (Concession c : theCase.concessions()) {
            found.add(c.met());
            if (c.broken() != null) {
                found.add(c.broken());
            }
        }
        for (Phase p : theCase.phases()) {
            if (p.opens() != null) {
                found.add(p.opens());
            }
        }
        theCase.steps().stream().flatMap(s -> s.branches().stream()).forEach(b -> {
            if (b.trigger() instanceof Trigger.When w) {
                found.add(w.condition());
            }
        });
        for (Guard g : theCase.guards()) {
            if (g instanceof Guard.Hold h) {
                found.add(h.until());
            }
        }
        return found;
    }

    @Test
    void brackets_stand_where_the_meaning_needs_them() {
        assertThat(Words.of(again(read(EVERYTHING).concessions().getFirst().met())))
                .isEqualTo("(held at most 20 for 60 days or freed at least 3.5 a month) and not (attack-over open or "
                        + "freed falls by 2 within 1 year) and no attack for 3 days");
    }

    @Test
    void a_label_before_a_declaration_counts() {
        assertThat(read(EVERYTHING).indicators())
                .filteredOn(i -> i.id().equals("held"))
                .extracting(i -> i.secrecy().level())
                .containsExactly(Secrecy.Level.PUBLIC);
    }
}

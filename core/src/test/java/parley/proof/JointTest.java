package parley.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.language.ShippedTexts;
import parley.model.Obligation;
import parley.roadmap.Case;

/** Concessions that are looked at together give the same answers as one by one, from fewer states. */
class JointTest {
    private static final String TEXT = """
            case small "Small"
              counterpart regime "Regime"
              runs from 2026-01-01 to 2027-12-31
              grid 10 days
              facts in "facts/"
            partner uk "Kingdom"
              decides by executive act, takes 0 to 35 days, typically 5
              may prepare acts with deferred effect
              if undecided, nothing changes
            verifier envoy "Envoy"
            event release "Somebody is free"
              watched from 2025-01-01
            event arrest "Somebody is held again"
              watched from 2025-01-01
            event strike "A strike"
              watched from 2025-01-01
            event refusal "A visit is refused"
              watched from 2025-01-01
            measure potash "Potash"
              of uk, imposed 2020-01-01, by "Act 1"
              hits revenue
            measure banks "Banks"
              of uk, imposed 2020-01-01, by "Act 1"
              hits revenue
            concession calm "Calm"
              met when no strike for 40 days
              broken when any strike
              verified by envoy within 20 days
              reversible
              track war
            concession doors "Doors are open"
              met when no refusal for 20 days
              broken when any refusal
              verified by envoy within 20 days
              reversible
              track war
            concession free "Everybody is free"
              met when any release and no arrest for 30 days
              broken when any arrest
              verified by envoy within 20 days
              reversible
              track human-rights
            phase one "First", first
              goal "Free"
            phase two "Second", opens when calm verified and doors verified and free verified
              goal "Free"
            step swap "Swap", in one
              when calm verified and doors verified and free verified
                uk suspends potash, within 40 days, for 12 months, then it returns
              when calm broken or doors broken or free broken
                uk restores potash, within 40 days
              when nothing for 12 months
                uk reviews this step, within 30 days
            step more "More", in two
              when calm verified for 60 days and doors verified for 60 days and free verified for 60 days
                uk suspends banks by a prepared act, within 40 days, until revoked
              when calm broken or doors broken or free broken
                uk restores banks, within 40 days
              when nothing for 12 months
                uk reviews this step, within 30 days
            """;

    private static final Case CASE = ShippedTexts.read(TEXT);
    private static final List<Obligation> DUTIES = Obligation.of(CASE);

    private static Question asked(String property) {
        return Question.byDefault(CASE, DUTIES, property);
    }

    private static Safety.Setting apart(Safety.Setting s) {
        return new Safety.Setting(
                s.theCase(),
                s.duties(),
                s.follow(),
                s.watched(),
                s.vetoes(),
                s.falseWitnesses(),
                s.claimTicks(),
                s.dated(),
                s.property(),
                s.waits(),
                s.withheld());
    }

    private static void agree(Safety.Setting together) {
        var joint = new Tally();
        var alone = new Tally();
        Safety.Found one = Safety.look(together, joint);
        Safety.Found other = Safety.look(apart(together), alone);

        assertThat(one.getClass()).as("%s and %s", one, other).isEqualTo(other.getClass());
        assertThat(joint.states).isLessThan(alone.states);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 20, 30, 35, 40, 60})
    void answers_come_in_the_same_time(int days) {
        for (Obligation o : DUTIES) {
            if (Answers.answers(o)) {
                agree(Answers.setting(asked("answered"), o, days));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 35, 36, 50, 80})
    void relief_is_taken_back_in_the_same_time(int days) {
        Question q = asked("snapback");
        for (Snapback.Relief relief : Snapback.reliefs(q)) {
            agree(Snapback.setting(q, relief, days));
        }
    }
}

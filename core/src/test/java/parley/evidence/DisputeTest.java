package parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.evidence.Dispute.DisputeClock;
import parley.evidence.Dispute.IfUndecided;
import parley.evidence.DisputeStanding.Frozen;

/** A dispute has a clock, freezes relief and nothing that protects, and ends by four eyes. */
class DisputeTest {
    private final Desk desk = Desk.staffed();
    private final Claim claim =
            desk.record(desk.claim("c", "p", Predicate.DETAINED, "Minsk", Validity.since(LocalDate.of(2026, 3, 1))));

    private void dispute(String id, Dispute.Ground ground, DisputeClock clock) {
        desk.add(new Event.Disputed(
                new Dispute(id, claim.hash(), ground, "other side", desk.now().day(), clock)));
    }

    private DisputeStanding standing() {
        return desk.state().disputes().getLast();
    }

    @Test
    void fifteen_days_between_the_parties_then_fifteen_of_the_principals_then_it_stays_on_record() {
        dispute("d", Dispute.Ground.WRONG_FACT, DisputeClock.USUAL);
        assertThat(standing().level()).isEqualTo(1);
        desk.days(16);
        assertThat(standing().level()).isEqualTo(2);
        assertThat(standing().freezes(Frozen.RELIEF_NOT_IN_EFFECT)).isTrue();
        desk.days(15);
        assertThat(standing().level()).isZero();
        assertThat(standing().isOpen()).isFalse();
        assertThat(standing().end()).isNull();
    }

    @Test
    void a_clause_may_keep_frozen_what_is_undecided() {
        dispute("d", Dispute.Ground.WRONG_FACT, new DisputeClock(List.of(15, 15, 5), IfUndecided.STAYS_FROZEN));
        desk.days(100);
        assertThat(standing().freezes(Frozen.RELIEF_NOT_IN_EFFECT)).isTrue();
    }

    @Test
    void restoration_is_frozen_for_five_days_and_protection_never() {
        dispute("d", Dispute.Ground.PROCEDURE, DisputeClock.USUAL);
        assertThat(standing().freezes(Frozen.RESTORATION_AFTER_BREAK)).isTrue();
        assertThat(standing().freezes(Frozen.RELIEF_IN_EFFECT)).isFalse();
        assertThat(standing().freezes(Frozen.PROTECTION_OF_A_PERSON)).isFalse();
        desk.days(5);
        assertThat(standing().freezes(Frozen.RESTORATION_AFTER_BREAK)).isTrue();
        desk.days(1);
        assertThat(standing().freezes(Frozen.RESTORATION_AFTER_BREAK)).isFalse();
        assertThat(standing().freezes(Frozen.RELIEF_NOT_IN_EFFECT)).isTrue();
    }

    @Test
    void there_is_one_dispute_for_each_ground_and_thing() {
        dispute("d1", Dispute.Ground.WRONG_FACT, DisputeClock.USUAL);
        dispute("d2", Dispute.Ground.WRONG_FACT, DisputeClock.USUAL);
        dispute("d3", Dispute.Ground.CRITERIA, DisputeClock.USUAL);
        assertThat(desk.state().disputes()).hasSize(2);
        assertThat(desk.state().refused()).hasSize(1);
    }

    @Test
    void it_ends_when_four_eyes_have_signed_the_reasons() {
        dispute("d", Dispute.Ground.WRONG_FACT, DisputeClock.USUAL);
        var end =
                new Resolution("e", "d", Resolution.End.DISMISSED, "the paper was compared", LocalDate.of(2026, 1, 9));
        desk.add(new Event.Resolved(end, "anna"));
        desk.review("r1", end.hash(), Role.AUTHOR, "anna", null);
        assertThat(standing().isOpen()).isTrue();
        desk.review("r2", end.hash(), Role.REVIEWER, "rolf", null);
        assertThat(standing().isOpen()).isFalse();
        assertThat(DisputeStanding.Share.of(desk.state().disputes(), "other side"))
                .isEqualTo(new DisputeStanding.Share(1, 1));
    }
}

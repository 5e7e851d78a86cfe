package parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.evidence.SignatureStanding.Against;
import parley.note.NoteSigner;

/** Attack 40: a signature counts at the moment of use, and a person once. */
class FourEyesTest {
    private static final Validity SINCE = Validity.since(LocalDate.of(2026, 3, 1));

    private static Claim claim(Desk desk) {
        return desk.record(desk.claim("c", "p", Predicate.DETAINED, "Minsk", SINCE));
    }

    private static List<Against> last(Desk desk, Claim claim) {
        assertThat(desk.state().refused()).isEmpty();
        return desk.state()
                .chain(claim.hash(), Policy.Purpose.CLAIM)
                .signatures()
                .getLast()
                .against();
    }

    @Test
    void an_author_and_a_reviewer_are_four_eyes() {
        var desk = Desk.staffed();
        Claim c = claim(desk);
        desk.review("r1", c.hash(), Role.AUTHOR, "anna", null);
        assertThat(desk.state().chain(c.hash(), Policy.Purpose.CLAIM).missing(false))
                .containsExactly("1 of 1 signatures as reviewer");
        desk.review("r2", c.hash(), Role.REVIEWER, "rita", null);
        assertThat(desk.state().chain(c.hash(), Policy.Purpose.CLAIM).isComplete())
                .isTrue();
        assertThat(desk.state().chain(c.hash(), Policy.Purpose.CLAIM).missing(true))
                .containsExactly("a signature of a second partner");
    }

    @Test
    void one_person_with_two_devices_is_one_person() {
        var desk = Desk.staffed();
        desk.add(new Event.RoleGiven("anna", Role.REVIEWER, "adm1", "adm2"));
        String phone = NoteSigner.generate("anna-phone", Seeds.secure(99)).key().vkey();
        desk.add(new Event.KeyEnrolled("anna", phone, "adm1", "adm2"));
        Claim c = claim(desk);
        desk.review("r1", c.hash(), Role.AUTHOR, "anna", null);
        desk.add(new Event.Reviewed(new Review(
                "r2", c.hash(), Role.REVIEWER, "anna", null, desk.policy.hash(), null, List.of(), phone, "ok")));

        assertThat(last(desk, c)).containsExactly(Against.PERSON_USED_BEFORE);
    }

    @Test
    void who_wrote_the_claim_cannot_review_it_even_without_signing_as_author() {
        var desk = Desk.staffed();
        desk.add(new Event.RoleGiven("anna", Role.REVIEWER, "adm1", "adm2"));
        Claim c = claim(desk);
        desk.review("r1", c.hash(), Role.REVIEWER, "anna", null);

        assertThat(last(desk, c)).containsExactly(Against.PERSON_USED_BEFORE);
    }

    @Test
    void a_role_must_be_held_when_signed_and_when_used() {
        var desk = Desk.staffed();
        Claim c = claim(desk);
        desk.review("r1", c.hash(), Role.REVIEWER, "lena", null);
        assertThat(last(desk, c)).containsExactly(Against.ROLE_NOT_HELD_WHEN_SIGNED, Against.ROLE_NOT_HELD_NOW);
        desk.add(new Event.RoleGiven("lena", Role.REVIEWER, "adm1", "adm2"));
        assertThat(last(desk, c)).containsExactly(Against.ROLE_NOT_HELD_WHEN_SIGNED);
        desk.review("r2", c.hash(), Role.REVIEWER, "rita", null);
        assertThat(last(desk, c)).isEmpty();
        desk.add(new Event.RoleEnded("rita", Role.REVIEWER, "adm1"));
        assertThat(last(desk, c)).containsExactly(Against.ROLE_NOT_HELD_NOW);
    }

    @Test
    void a_signature_taken_back_counts_no_more_and_opens_no_other_part() {
        var desk = Desk.staffed();
        desk.add(new Event.RoleGiven("rita", Role.RELEASER, "adm1", "adm2"));
        Claim c = claim(desk);
        desk.review("r1", c.hash(), Role.REVIEWER, "rita", null);
        desk.add(new Event.Withdrawn("r1", "rita"));
        assertThat(last(desk, c)).containsExactly(Against.WITHDRAWN);
        desk.review("r2", c.hash(), Role.RELEASER, "rita", null);
        assertThat(last(desk, c)).containsExactly(Against.PERSON_USED_BEFORE);
        desk.review("r3", c.hash(), Role.REVIEWER, "rita", null);
        assertThat(last(desk, c)).isEmpty();
        assertThat(desk.state().refusal(new Event.Withdrawn("r3", "anna"))).contains("by who gave it");
    }

    @Test
    void another_policy_ends_what_was_signed_under_the_one_before() {
        var desk = Desk.staffed();
        Claim c = claim(desk);
        desk.review("r1", c.hash(), Role.REVIEWER, "rita", null);
        desk.policy = Policy.fourEyes("stricter");
        desk.add(new Event.PolicySet(desk.policy, "adm1", "adm2"));
        assertThat(last(desk, c)).containsExactly(Against.POLICY_REPLACED);
        desk.review("r2", c.hash(), Role.REVIEWER, "rita", null);
        assertThat(last(desk, c)).isEmpty();
    }

    @Test
    void a_loan_is_dated_one_step_deep_and_uses_both_persons() {
        var desk = Desk.staffed();
        LocalDate today = desk.now().day();
        desk.add(new Event.Delegated(new Delegation("d1", "rita", "lena", Role.REVIEWER, today, today.plusDays(3))));
        assertThat(desk.state()
                        .refusal(new Event.Delegated(
                                new Delegation("d2", "lena", "vera", Role.REVIEWER, today, today.plusDays(3)))))
                .contains("cannot be lent on");
        Claim c = claim(desk);
        lent(desk, "r1", c, "lena", "rita");
        assertThat(last(desk, c)).isEmpty();
        desk.review("r2", c.hash(), Role.REVIEWER, "rita", null);
        assertThat(last(desk, c)).containsExactly(Against.PERSON_USED_BEFORE);
        desk.days(5);
        lent(desk, "r3", c, "lena", "rita");
        assertThat(last(desk, c)).containsExactly(Against.ROLE_NOT_HELD_WHEN_SIGNED, Against.ROLE_NOT_HELD_NOW);
    }

    @Test
    void a_reviewer_cannot_lend_the_role_to_the_author_nor_the_author_to_a_reviewer() {
        var desk = Desk.staffed();
        desk.add(new Event.RoleGiven("anna", Role.REVIEWER, "adm1", "adm2"));
        LocalDate today = desk.now().day();
        desk.add(new Event.Delegated(new Delegation("d1", "rita", "anna", Role.REVIEWER, today, today)));
        desk.add(new Event.Delegated(new Delegation("d2", "anna", "lena", Role.REVIEWER, today, today)));
        Claim c = claim(desk);
        lent(desk, "r1", c, "anna", "rita");
        assertThat(last(desk, c)).containsExactly(Against.PERSON_USED_BEFORE);
        lent(desk, "r2", c, "lena", "anna");
        assertThat(last(desk, c)).containsExactly(Against.PERSON_USED_BEFORE);
    }

    private static void lent(Desk desk, String id, Claim c, String holder, String from) {
        desk.add(new Event.Reviewed(new Review(
                id,
                c.hash(),
                Role.REVIEWER,
                holder,
                from,
                desk.policy.hash(),
                null,
                List.of(),
                Desk.vkey(holder),
                "ok")));
    }

    @Test
    void an_emergency_is_a_policy_with_its_own_quorum_and_is_reviewed_within_seven_days() {
        var desk = Desk.staffed();
        Policy usual = desk.policy;
        var emergency = new Policy("flood", true, usual.quorums());
        desk.add(new Event.PolicySet(emergency, "adm1", "adm2"));
        LocalDate since = desk.now().day();
        desk.policy = usual;
        desk.add(new Event.PolicySet(usual, "adm1", "adm2"));
        assertThat(desk.state().emergencies())
                .containsExactly(new EvidenceState.Emergency("flood", since, since.plusDays(7), false));
        desk.review("r", emergency.hash(), Role.REVIEWER, "rolf", null);
        assertThat(desk.state().emergencies().getFirst().reviewed()).isTrue();
    }

    /** Found by the random desks: a second end once moved the first one, and the time between came back to life. */
    @Test
    void what_has_ended_cannot_be_ended_later_again() {
        var desk = Desk.staffed();
        Claim c = claim(desk);
        desk.add(new Event.KeyEnded(Desk.vkey("rita"), "adm1"));
        desk.review("r1", c.hash(), Role.REVIEWER, "rita", null);
        Event again = new Event.KeyEnded(Desk.vkey("rita"), "adm1");
        assertThat(desk.state().refusal(again)).contains("has ended");
        desk.add(again);
        assertThat(desk.state()
                        .chain(c.hash(), Policy.Purpose.CLAIM)
                        .signatures()
                        .getLast()
                        .against())
                .containsExactly(Against.BAD_SIGNATURE);
    }

    @Test
    void a_superseded_or_retracted_claim_has_no_signatures_that_count() {
        var desk = Desk.staffed();
        Claim c = claim(desk);
        desk.review("r1", c.hash(), Role.REVIEWER, "rita", null);
        desk.add(new Event.Superseded(
                "c", c.with("c2", Validity.since(LocalDate.of(2026, 3, 2))), Event.Superseded.Why.CORRECTION, "anna"));
        assertThat(last(desk, c)).containsExactly(Against.SUPERSEDED);
        desk.add(new Event.Retracted("c2", Event.Retracted.Cause.ERROR, "wrong", "anna"));
        assertThat(last(desk, c)).isEmpty();
        desk.add(new Event.Retracted("c", Event.Retracted.Cause.ERROR, "wrong", "anna"));
        assertThat(last(desk, c)).containsExactly(Against.RETRACTED);
    }

    @Test
    void a_role_needs_two_administrators_and_neither_receives_it() {
        EvidenceState state = Desk.staffed().state();
        assertThat(state.refusal(new Event.RoleGiven("anna", Role.REVIEWER, "adm1", "adm1")))
                .isNotNull();
        assertThat(state.refusal(new Event.RoleGiven("anna", Role.REVIEWER, "adm1", "anna")))
                .isNotNull();
        assertThat(state.refusal(new Event.RoleGiven("adm1", Role.REVIEWER, "adm1", "adm2")))
                .isNotNull();
        assertThat(state.refusal(new Event.RoleGiven("anna", Role.REVIEWER, "rita", "adm2")))
                .isNotNull();
        assertThat(state.refusal(new Event.RoleGiven("anna", Role.REVIEWER, "adm1", "adm2")))
                .isNull();
    }

    @Test
    void a_real_signature_is_verified_over_the_text_of_the_review() {
        var desk = Desk.founded();
        NoteSigner key = NoteSigner.generate("rita", Seeds.secure(5));
        desk.add(new Event.HolderEnrolled(new Holder("rita", "eu"), "adm1", "adm2"));
        desk.add(new Event.KeyEnrolled("rita", key.key().vkey(), "adm1", "adm2"));
        desk.add(new Event.RoleGiven("rita", Role.REVIEWER, "adm1", "adm2"));
        desk.person("anna", "eu", Role.AUTHOR);
        Claim c = claim(desk);
        var unsigned = new Review(
                "r",
                c.hash(),
                Role.REVIEWER,
                "rita",
                null,
                desk.policy.hash(),
                null,
                List.of(),
                key.key().vkey(),
                "");
        for (String note :
                List.of(key.sign(unsigned.text()), key.sign(unsigned.text().replace("rita", "rota")))) {
            desk.add(new Event.Reviewed(new Review(
                    note.contains("rota") ? "forged" : "r",
                    c.hash(),
                    Role.REVIEWER,
                    "rita",
                    null,
                    desk.policy.hash(),
                    null,
                    List.of(),
                    key.key().vkey(),
                    note)));
        }
        Chain chain = EvidenceState.of(desk.entries, desk.now()).chain(c.hash(), Policy.Purpose.CLAIM);
        assertThat(chain.signatures().stream().map(SignatureStanding::against))
                .containsExactly(List.of(), List.of(Against.BAD_SIGNATURE));
    }

    @Test
    void why_says_who_signed_as_what_and_what_counts_today() {
        var desk = Desk.staffed();
        Claim c = claim(desk);
        desk.review("r1", c.hash(), Role.AUTHOR, "anna", null);
        desk.review("r2", c.hash(), Role.REVIEWER, "rita", null);
        desk.add(new Event.RoleEnded("rita", Role.REVIEWER, "adm3"));
        Why why = desk.state().why("c");

        assertThat(why.standing()).isEqualTo("known");
        assertThat(why.complete()).isFalse();
        assertThat(why.lines().stream().map(line -> line.toString().replaceFirst("^\\d+ ", "")))
                .containsExactly(
                        "anna (eu) as author, policy usual: counts",
                        "rita (eu) as reviewer, policy usual: does not count: the role is not held any more");
    }
}

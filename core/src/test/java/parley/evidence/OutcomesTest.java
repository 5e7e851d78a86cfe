package parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.SharedFiles;
import parley.facts.Truth;

/** "Released" is not one fact; the four releases of the design, worked out by person. */
class OutcomesTest {
    private static final Truth YES = Truth.TRUE;
    private static final Truth NO = Truth.FALSE;
    private static final Truth OPEN = Truth.UNKNOWN;

    private final List<PersonFacts> group = new ArrayList<>();

    private void put(int n, Truth foreign, Truth handedOver) {
        for (int i = 0; i < n; i++) {
            group.add(new PersonFacts("p" + group.size(), YES, NO, NO, NO, YES, foreign, handedOver, NO, NO, NO, NO));
        }
    }

    private void atHome(int n) {
        for (int i = 0; i < n; i++) {
            group.add(new PersonFacts("p" + group.size(), YES, NO, NO, NO, NO, NO, NO, NO, YES, YES, NO));
        }
    }

    private void backInCustody() {
        group.add(new PersonFacts("p" + group.size(), YES, NO, YES, NO, NO, NO, NO, NO, NO, NO, NO));
    }

    private String count(Outcome first, Outcome... others) {
        return Outcomes.of(group).count(first, others).toString();
    }

    private static Map<String, String> row(String date) {
        return SharedFiles.rows("facts/belarus/releases.csv").stream()
                .filter(row -> date.equals(row.get("date")))
                .findFirst()
                .orElseThrow();
    }

    /** 52 announced: one refused and was taken back, 14 foreigners of whom nobody says to whom they were handed. */
    @Test
    void the_release_of_11_september_2025() {
        put(14, YES, OPEN);
        put(37, NO, NO);
        backInCustody();

        assertThat(count(Outcome.EXPELLED)).isEqualTo("[37, 51]");
        assertThat(count(Outcome.REPATRIATED)).isEqualTo("[0, 14]");
        assertThat(count(Outcome.BACK_IN_CUSTODY)).isEqualTo("1");
        assertThat(count(Outcome.FREED_AT_HOME)).isEqualTo("0");
        assertThat(row("2025-09-11"))
                .containsEntry("number", "" + group.size())
                .containsEntry("expelled", Outcomes.of(group).putAcross().toString());
    }

    @Test
    void the_release_of_22_november_2025() {
        put(31, YES, YES);

        assertThat(count(Outcome.REPATRIATED)).isEqualTo("31");
        assertThat(count(Outcome.FREED_AT_HOME)).isEqualTo("0");
        assertThat(row("2025-11-22"))
                .containsEntry("expelled", Outcomes.of(group).putAcross().toString());
    }

    /** 114 to Ukraine, among them five Ukrainians; 9 to Lithuania; the citizenship of the others is not known. */
    @Test
    void the_release_of_13_december_2025() {
        put(5, YES, YES);
        put(109, OPEN, OPEN);
        put(9, OPEN, OPEN);

        assertThat(count(Outcome.REPATRIATED)).isEqualTo("[5, 123]");
        assertThat(count(Outcome.EXPELLED)).isEqualTo("[0, 118]");
        assertThat(count(Outcome.FREED_AT_HOME)).isEqualTo("0");
        assertThat(row("2025-12-13"))
                .containsEntry("expelled", Outcomes.of(group).putAcross().toString());
    }

    @Test
    void the_release_of_19_march_2026() {
        atHome(235);
        put(15, NO, NO);

        assertThat(count(Outcome.FREED_AT_HOME)).isEqualTo("235");
        assertThat(row("2026-03-19"))
                .containsEntry("number", "" + group.size())
                .containsEntry("expelled", count(Outcome.EXPELLED));
    }

    @Test
    void an_announcement_confirms_nothing() {
        group.add(PersonFacts.announced("p"));
        for (Outcome outcome :
                EnumSet.complementOf(EnumSet.of(Outcome.BACK_IN_CUSTODY, Outcome.DIED_IN_CUSTODY, Outcome.EXCHANGED))) {
            assertThat(count(outcome)).as(outcome.name()).isEqualTo("[0, 1]");
        }
    }

    @Test
    void a_repatriated_person_is_never_freed_at_home() {
        put(1, YES, YES);
        assertThat(group.getFirst().outcomes()).isEqualTo(Set.of(Outcome.REPATRIATED));
    }

    @Test
    void a_choice_counts_outside_control_and_after_seven_days() {
        LocalDate released = LocalDate.of(2026, 3, 19);
        assertThat(PersonFacts.choice(released, released, true, true)).isEqualTo(OPEN);
        assertThat(PersonFacts.choice(released, released.plusDays(7), false, true))
                .isEqualTo(OPEN);
        assertThat(PersonFacts.choice(released, null, true, true)).isEqualTo(OPEN);
        assertThat(PersonFacts.choice(released, released.plusDays(7), true, true))
                .isEqualTo(YES);
        assertThat(PersonFacts.choice(released, released.plusDays(9), true, false))
                .isEqualTo(NO);
        assertThat(PersonFacts.isRearrest(released, released.plusMonths(12))).isTrue();
        assertThat(PersonFacts.isRearrest(released, released.plusMonths(12).plusDays(1)))
                .isFalse();
    }

    /** −104 = +784 − 888 over thirteen months (EVIDENCE 11); the stocks are any two that differ so. */
    @Test
    void the_balance_of_a_list_shows_what_its_flows_do_not_explain() {
        var balance = new Balance(1_265, 784, 0, 888, 0, 0, 1_161);
        assertThat(balance.flow()).isEqualTo(-104);
        assertThat(balance.residual()).isZero();
        assertThat(new Balance(100, 10, 2, 30, 1, 3, 80).residual()).isEqualTo(2);
        assertThat(new Balance(100, 10, 2, 30, 1, 3, 80).isWithin(-1, 1)).isFalse();
    }

    @Test
    void every_vintage_of_a_figure_is_kept() {
        var figure = new Vintages(List.of(
                new Vintages.Vintage(LocalDate.of(2026, 5, 1), 31),
                new Vintages.Vintage(LocalDate.of(2026, 3, 1), 25)));
        assertThat(figure.first()).isEqualTo(new Vintages.Vintage(LocalDate.of(2026, 3, 1), 25));
        assertThat(figure.knownOn(LocalDate.of(2026, 4, 30))).isEqualTo(figure.first());
        assertThat(figure.knownOn(LocalDate.of(2026, 2, 1))).isNull();
    }

    @Test
    void bounds_are_ordered_and_shown_together() {
        assertThat(new Bounds(97, 94, 103).words()).isEqualTo("97 (94–103)");
        assertThat(new Bounds(97, 94, 103)).hasToString("97 94 103");
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(93, 94, 103));
    }
}

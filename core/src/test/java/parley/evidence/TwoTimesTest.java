package parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was so, and what we knew: two times that are never mixed. */
class TwoTimesTest {
    /** The table of the design (EVIDENCE 4), entry by entry, after the persons are enrolled. */
    private static final Desk DESK = Desk.staffed();

    private static final long FIRST = DESK.entries.size();

    static {
        Claim detained = DESK.record(
                DESK.claim("c0", "p", Predicate.DETAINED, "Minsk", Validity.since(LocalDate.of(2026, 3, 1))));
        Claim until = detained.with("c1", Validity.between(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 5)));
        DESK.add(new Event.Superseded("c0", until, Event.Superseded.Why.CHANGE, "anna"));
        Claim corrected = detained.with("c2", Validity.between(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 3)));
        DESK.add(new Event.Superseded("c1", corrected, Event.Superseded.Why.CORRECTION, "anna"));
        DESK.add(new Event.Retracted("c2", Event.Retracted.Cause.FORGED, "forged paper", "anna"));
        DESK.record(DESK.claim(
                "c4", "p", Predicate.OUT_OF_CUSTODY, "pardon", new Validity(When.in(YearMonth.of(2026, 6)), null)));
    }

    @ParameterizedTest(name = "after entry {0}, on {1}: {2} sure, {3} possible")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            after, day,        sure,     possible
                0, 2026-03-10, DETAINED,
                0, 2026-06-10, DETAINED,
                1, 2026-06-10, ,
                1, 2026-06-04, DETAINED,
                2, 2026-06-04, ,
                3, 2026-06-04, DETAINED,
                4, 2026-06-15, ,         OUT_OF_CUSTODY
                4, 2026-06-30, OUT_OF_CUSTODY,
                4, 2026-05-31, DETAINED,
            """)
    void the_table_of_the_design(long after, LocalDate day, @Nullable String sure, @Nullable String possible) {
        AsOf answer = DESK.state(FIRST + after + 1).asOf(day);

        assertThat(answer.sure().stream().map(claim -> claim.predicate().name()).toList())
                .isEqualTo(sure == null ? List.of() : List.of(sure));
        assertThat(answer.possible().stream()
                        .map(claim -> claim.predicate().name())
                        .toList())
                .isEqualTo(possible == null ? List.of() : List.of(possible));
    }

    @Test
    void nothing_of_that_was_refused() {
        assertThat(DESK.state().refused()).isEmpty();
    }

    @Test
    void what_is_superseded_through_a_retracted_claim_stays_superseded() {
        var desk = Desk.staffed();
        Claim c = desk.record(
                desk.claim("c0", "p", Predicate.DETAINED, "Minsk", Validity.since(LocalDate.of(2026, 3, 1))));
        desk.add(new Event.Superseded(
                "c0", c.with("c1", Validity.since(LocalDate.of(2026, 3, 2))), Event.Superseded.Why.CORRECTION, "anna"));
        desk.add(new Event.Superseded(
                "c1", c.with("c2", Validity.since(LocalDate.of(2026, 3, 3))), Event.Superseded.Why.CORRECTION, "anna"));
        desk.add(new Event.Retracted("c1", Event.Retracted.Cause.ERROR, "typed wrongly", "anna"));

        assertThat(desk.state().known().stream().map(Claim::id)).containsExactly("c2");
    }

    @Test
    void a_change_that_is_a_correction_is_refused_with_the_difference() {
        var desk = Desk.staffed();
        Claim c = desk.record(
                desk.claim("c0", "p", Predicate.DETAINED, "Minsk", Validity.since(LocalDate.of(2026, 3, 1))));
        Claim moved = c.with("c1", Validity.between(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 6, 1)));
        Event event = new Event.Superseded("c0", moved, Event.Superseded.Why.CHANGE, "anna");

        assertThat(desk.state().refusal(event)).contains("is a correction");
        desk.add(event);
        EvidenceState state = desk.state();
        assertThat(state.refused()).hasSize(1);
        assertThat(state.known().stream().map(Claim::id)).containsExactly("c0");
    }

    @Test
    void a_more_exact_date_lies_within_the_one_before() {
        var desk = Desk.staffed();
        Claim june = desk.record(desk.claim(
                "c0", "p", Predicate.OUT_OF_CUSTODY, "pardon", new Validity(When.in(YearMonth.of(2026, 6)), null)));
        Claim day = june.with("c1", Validity.since(LocalDate.of(2026, 6, 11)));
        Claim may = june.with("c2", Validity.since(LocalDate.of(2026, 5, 11)));

        assertThat(desk.state().refusal(new Event.Superseded("c0", day, Event.Superseded.Why.PRECISION, "anna")))
                .isNull();
        assertThat(desk.state().refusal(new Event.Superseded("c0", may, Event.Superseded.Why.PRECISION, "anna")))
                .contains("correction");
    }

    @Test
    void the_order_of_arrival_does_not_matter() {
        for (int seed = 0; seed < 20; seed++) {
            var shuffled = new ArrayList<>(DESK.entries);
            Collections.shuffle(shuffled, new Random(seed));
            EvidenceState state = EvidenceState.of(shuffled, DESK.now(), Desk.BY_WORD);
            assertThat(state.known()).as("seed %d", seed).isEqualTo(DESK.state().known());
        }
    }

    @Test
    void a_log_with_a_gap_or_a_double_is_no_log() {
        var gap = new ArrayList<>(DESK.entries);
        gap.remove(3);
        assertThatIllegalArgumentException().isThrownBy(() -> EvidenceState.of(gap, DESK.now(), Desk.BY_WORD));
        var twice = new ArrayList<>(DESK.entries);
        twice.add(twice.get(3));
        assertThatIllegalArgumentException().isThrownBy(() -> EvidenceState.of(twice, DESK.now(), Desk.BY_WORD));
    }

    @Test
    void what_is_known_at_a_size_is_the_same_after_more_entries() {
        List<Claim> before = DESK.state(FIRST + 2).known();
        var longer = new ArrayList<>(DESK.entries);
        longer.add(new Entry(
                longer.size(), Instant.MAX, new Event.Retracted("c4", Event.Retracted.Cause.ERROR, "later", "anna")));
        assertThat(EvidenceState.of(longer, DESK.state(FIRST + 2).at(), Desk.BY_WORD)
                        .known())
                .isEqualTo(before);
    }

    @Test
    void retract_and_record_again_is_the_same_state_and_a_longer_history() {
        var desk = Desk.staffed();
        Claim c = desk.record(
                desk.claim("c0", "p", Predicate.DETAINED, "Minsk", Validity.since(LocalDate.of(2026, 3, 1))));
        AsOf before = desk.state().asOf(LocalDate.of(2026, 4, 1));
        desk.add(new Event.Retracted("c0", Event.Retracted.Cause.ERROR, "wrong button", "anna"));
        assertThat(desk.state().asOf(LocalDate.of(2026, 4, 1)).sure()).isEmpty();
        desk.record(c.with("c0-again", c.valid()));
        AsOf after = desk.state().asOf(LocalDate.of(2026, 4, 1));

        assertThat(after.sure().stream().map(claim -> claim.with("x", claim.valid())))
                .isEqualTo(before.sure().stream()
                        .map(claim -> claim.with("x", claim.valid()))
                        .toList());
        assertThat(desk.state().why("c0").standing()).isEqualTo("retracted by anna: wrong button");
    }

    @Test
    void a_clock_that_runs_ahead_hides_what_follows_and_brings_nothing_into_the_past() {
        List<Entry> entries = List.of(
                new Entry(0, Instant.parse("2026-01-01T00:00:00Z"), new Event.DelegationEnded("x")),
                new Entry(1, Instant.parse("2026-03-01T00:00:00Z"), new Event.DelegationEnded("x")),
                new Entry(2, Instant.parse("2026-02-01T00:00:00Z"), new Event.DelegationEnded("x")));

        assertThat(KnownAt.of(entries, Instant.parse("2026-02-15T00:00:00Z")).size())
                .isEqualTo(1);
        assertThat(KnownAt.of(entries, Instant.parse("2026-03-01T00:00:00Z")).size())
                .isEqualTo(3);
        assertThat(KnownAt.of(entries, Instant.parse("2025-12-31T00:00:00Z")).size())
                .isZero();
    }

    @ParameterizedTest(name = "{0} to {1} in the {2} days up to 2026-06-30: surely {3}, possibly {4}")
    @CsvSource({
        "2026-06-01, 2026-06-01, 30, true, true",
        "2026-05-31, 2026-05-31, 30, false, false",
        "2026-06-30, 2026-06-30, 1, true, true",
        "2026-05-20, 2026-06-02, 30, false, true",
        "2026-06-25, 2026-07-02, 30, false, true",
        "2026-07-01, 2026-07-02, 30, false, false",
    })
    void a_window_is_open_at_its_far_end(
            LocalDate earliest, LocalDate latest, int days, boolean surely, boolean possibly) {
        var when = new When(earliest, latest);
        assertThat(when.isSurelyWithin(days, LocalDate.of(2026, 6, 30))).isEqualTo(surely);
        assertThat(when.isPossiblyWithin(days, LocalDate.of(2026, 6, 30))).isEqualTo(possibly);
    }
}

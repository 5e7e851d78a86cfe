package parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A list is only ever a list at a date. */
class SnapshotsTest {
    private static ListSnapshot list(String publisher, String day, String... keys) {
        var rows = new TreeMap<String, Map<String, String>>();
        for (String key : keys) {
            rows.put(key, Map.of("name", key, "born", "1980"));
        }
        LocalDate asOf = LocalDate.parse(day);
        return new ListSnapshot(publisher + day, publisher, "pace-1900-2012", asOf, asOf, Hash.of(day), rows);
    }

    private static final ListSnapshot JANUARY = list("viasna", "2026-01-01", "a", "b");
    private static final ListSnapshot MARCH = list("viasna", "2026-03-01", "b", "c");
    private static final ListSnapshot MAY = list("viasna", "2026-05-01", "a", "c");

    @Test
    void two_dates_of_a_list_differ_by_who_entered_and_who_left() {
        Snapshots.Difference difference = Snapshots.difference(JANUARY, MARCH);
        assertThat(difference.entered()).containsExactly("c");
        assertThat(difference.left()).containsExactly("a");
        assertThat(difference.stayed()).containsExactly("b");
        assertThatIllegalArgumentException().isThrownBy(() -> Snapshots.difference(MARCH, JANUARY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Snapshots.difference(JANUARY, list("dissident", "2026-03-01")));
    }

    @Test
    void a_stay_is_known_as_far_as_the_dates_of_the_snapshots_tell() {
        assertThat(Snapshots.memberships(List.of(MAY, JANUARY, MARCH), "a"))
                .containsExactly(
                        new Snapshots.Membership(
                                When.on(LocalDate.of(2026, 1, 1)),
                                new When(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 3, 1)),
                                true),
                        new Snapshots.Membership(
                                new When(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 5, 1)), null, false));
    }

    @Test
    void the_list_of_a_day_is_the_newest_as_of_then() {
        List<ListSnapshot> all = List.of(JANUARY, MARCH, MAY);
        assertThat(Snapshots.at(all, "viasna", "pace-1900-2012", LocalDate.of(2026, 4, 30)))
                .isEqualTo(MARCH);
        assertThat(Snapshots.at(all, "viasna", "pace-1900-2012", LocalDate.of(2025, 4, 30)))
                .isNull();
    }

    @Test
    void persons_are_matched_by_signed_claims_and_the_match_can_be_taken_back() {
        ListSnapshot other = list("dissident", "2026-01-01", "A.", "b");
        var desk = Desk.staffed();
        assertThat(Snapshots.onlyOn(desk.state(), JANUARY, other)).containsExactly("a");
        Claim same =
                desk.record(desk.claim("s", "a", Predicate.SAME_AS, "A.", Validity.since(LocalDate.of(2026, 1, 1))));
        assertThat(Snapshots.onlyOn(desk.state(), JANUARY, other)).containsExactly("a");
        desk.review("r1", same.hash(), Role.AUTHOR, "anna", null);
        desk.review("r2", same.hash(), Role.REVIEWER, "rita", null);
        assertThat(Snapshots.onlyOn(desk.state(), JANUARY, other)).isEmpty();
        assertThat(Snapshots.on(desk.state(), Set.of("A."), List.of(JANUARY)))
                .containsEntry("A.", List.of(JANUARY.hash()));
        desk.add(new Event.Retracted("s", Event.Retracted.Cause.WRONG_PERSON, "two brothers", "anna"));
        assertThat(Snapshots.onlyOn(desk.state(), JANUARY, other)).containsExactly("a");
    }

    @Test
    void two_rows_agree_differ_or_have_a_field_on_one_side() {
        assertThat(Snapshots.Agreement.of(JANUARY, "a", MARCH, "b"))
                .isEqualTo(new Snapshots.Agreement(
                        new TreeSet<>(Set.of("born")), new TreeSet<>(Set.of("name")), new TreeSet<>()));
    }
}

package parley.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parley.roadmap.Condition;
import parley.roadmap.Condition.Comparison;
import parley.roadmap.Declaration;
import parley.roadmap.Event;
import parley.roadmap.Indicator;
import parley.roadmap.Length;
import parley.roadmap.Ref;
import parley.roadmap.Secrecy;
import parley.text.Span;

class EvaluatorTest {
    private static final LocalDate SINCE = LocalDate.of(2026, 6, 1);
    private final List<Reading> readings = new ArrayList<>();
    private final List<Occurrence> occurrences = new ArrayList<>();

    @Test
    void a_level_that_held_long_enough_is_true() {
        reading("prisoners", "2026-06-01", 18.0);
        reading("prisoners", "2026-07-10", 15.0);
        assertThat(ask(prisonersAtMost20For60Days(), "2026-07-31").truth()).isEqualTo(Truth.TRUE);
    }

    @Test
    void a_level_that_has_not_had_the_time_to_hold_is_false() {
        reading("prisoners", "2026-06-01", 18.0);
        Answer answer = ask(prisonersAtMost20For60Days(), "2026-07-01");
        assertThat(answer.truth()).isEqualTo(Truth.FALSE);
        assertThat(answer.reasons().getFirst()).contains("only 30 of 60 days so far");
    }

    @Test
    void one_reading_that_violates_makes_a_held_level_false() {
        reading("prisoners", "2026-06-01", 18.0);
        reading("prisoners", "2026-06-20", 25.0);
        reading("prisoners", "2026-07-10", 15.0);
        Answer answer = ask(prisonersAtMost20For60Days(), "2026-08-10");
        assertThat(answer.truth()).isEqualTo(Truth.FALSE);
        assertThat(answer.factIds()).containsExactly("r1");
    }

    @Test
    void a_stale_day_in_the_window_makes_a_held_level_unknown() {
        reading("prisoners", "2026-06-01", 18.0);
        reading("prisoners", "2026-07-30", 18.0);
        assertThat(ask(prisonersAtMost20For60Days(), "2026-07-31").truth()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void a_violation_counts_although_another_day_is_stale() {
        reading("prisoners", "2026-06-01", 18.0);
        reading("prisoners", "2026-07-30", 28.0);
        assertThat(ask(prisonersAtMost20For60Days(), "2026-07-31").truth()).isEqualTo(Truth.FALSE);
    }

    @Test
    void a_reading_to_be_confirmed_decides_no_level_and_is_mentioned() {
        reading("prisoners", "2026-07-01", 18.0);
        unconfirmed("prisoners", "2026-07-10", 300.0);
        Answer answer = ask(level("prisoners", Comparison.AT_MOST, 20, null), "2026-07-20");
        assertThat(answer.truth()).isEqualTo(Truth.TRUE);
        assertThat(answer.reasons()).anyMatch(reason -> reason.contains("not confirmed"));
    }

    @Test
    void two_sources_that_disagree_about_the_bound_make_a_level_unknown() {
        reading("prisoners", "2026-07-01", 18.0);
        reading("prisoners", "2026-07-01", 22.0);
        assertThat(ask(level("prisoners", Comparison.AT_MOST, 20, null), "2026-07-02")
                        .truth())
                .isEqualTo(Truth.UNKNOWN);
        assertThat(ask(level("prisoners", Comparison.AT_MOST, 22, null), "2026-07-02")
                        .truth())
                .isEqualTo(Truth.TRUE);
        assertThat(ask(level("prisoners", Comparison.BELOW, 18, null), "2026-07-02")
                        .truth())
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void without_any_reading_a_level_is_unknown() {
        assertThat(ask(level("prisoners", Comparison.AT_MOST, 20, null), "2026-07-02")
                        .truth())
                .isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void a_flow_holds_for_consecutive_months() {
        reading("arrests", "2026-06-30", 4.0);
        reading("arrests", "2026-07-31", 5.0);
        assertThat(ask(level("arrests", Comparison.AT_MOST, 5, months(2)), "2026-08-10")
                        .truth())
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void a_flow_with_too_few_months_since_it_was_asked_is_false() {
        reading("arrests", "2026-05-31", 4.0);
        reading("arrests", "2026-06-30", 4.0);
        Answer answer = ask(level("arrests", Comparison.AT_MOST, 5, months(2)), "2026-07-10");
        assertThat(answer.truth()).isEqualTo(Truth.FALSE);
        assertThat(answer.reasons().getFirst()).contains("only 1 of 2 months so far");
    }

    @Test
    void a_month_without_a_reading_makes_a_flow_unknown() {
        reading("arrests", "2026-06-30", 4.0);
        reading("arrests", "2026-08-31", 4.0);
        assertThat(ask(level("arrests", Comparison.AT_MOST, 5, months(3)), "2026-09-05")
                        .truth())
                .isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void a_month_that_violates_makes_a_flow_false_whatever_is_missing() {
        reading("arrests", "2026-06-30", 4.0);
        reading("arrests", "2026-08-31", 9.0);
        assertThat(ask(level("arrests", Comparison.AT_MOST, 5, months(3)), "2026-09-05")
                        .truth())
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void the_last_reading_of_a_flow_says_nothing_once_it_is_stale() {
        reading("arrests", "2026-06-30", 41.0);
        Condition above = level("arrests", Comparison.ABOVE, 15, null);
        assertThat(ask(above, "2026-08-14").truth()).isEqualTo(Truth.TRUE);
        assertThat(ask(above, "2026-08-15").truth()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void a_total_adds_the_days_of_its_window_and_says_so() {
        reading("freed", "2026-06-02", 90.0);
        reading("freed", "2026-06-20", 4.0);
        reading("freed", "2026-08-01", 5.0);
        Answer answer = ask(total("freed", Comparison.AT_LEAST, 80), "2026-08-01");
        assertThat(answer.truth()).isEqualTo(Truth.FALSE);
        assertThat(answer.reasons()).containsExactly("freed totals 9 in the 60 days to 2026-08-01, 80 needed");
        assertThat(answer.factIds()).containsExactly("r1", "r2");
    }

    @Test
    void a_total_never_reaches_before_the_day_it_was_asked() {
        reading("freed", "2026-05-31", 80.0);
        assertThat(ask(total("freed", Comparison.AT_LEAST, 80), "2026-06-10").truth())
                .isEqualTo(Truth.FALSE);
        reading("freed", "2026-06-01", 80.0);
        assertThat(ask(total("freed", Comparison.AT_LEAST, 80), "2026-06-10").truth())
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void a_number_nobody_gives_can_only_add_to_a_total() {
        reading("freed", "2026-06-10", 30.0);
        reading("freed", "2026-06-11", null);
        assertThat(ask(total("freed", Comparison.AT_LEAST, 80), "2026-06-20").truth())
                .isEqualTo(Truth.UNKNOWN);
        assertThat(ask(total("freed", Comparison.AT_LEAST, 30), "2026-06-20").truth())
                .isEqualTo(Truth.TRUE);
        assertThat(ask(total("freed", Comparison.AT_MOST, 20), "2026-06-20").truth())
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void silence_is_zero_only_where_the_text_says_so() {
        assertThat(ask(total("freed", Comparison.AT_MOST, 0), "2026-06-20").truth())
                .isEqualTo(Truth.TRUE);
        assertThat(ask(total("arrests", Comparison.AT_MOST, 0), "2026-06-20").truth())
                .isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void a_total_is_the_sum_a_slow_loop_finds() {
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            LocalDate day = SINCE.plusDays(random.nextInt(400));
            reading("freed", day.toString(), (double) random.nextInt(50));
        }
        Collections.shuffle(readings, random);
        var index = new FactIndex(new Facts(readings, List.of(), List.of(), List.of(), List.of()));
        for (int i = 0; i < 200; i++) {
            LocalDate first = SINCE.plusDays(random.nextInt(400));
            LocalDate last = first.plusDays(random.nextInt(90));
            double slow = 0;
            for (Reading r : readings) {
                Double value = r.value();
                if (value != null && !r.date().isBefore(first) && !r.date().isAfter(last)) {
                    slow += value;
                }
            }
            assertThat(index.total("freed", first.toEpochDay(), last.toEpochDay())
                            .sure())
                    .as("%s to %s, seed 7", first, last)
                    .isEqualTo(slow);
        }
    }

    @Test
    void an_event_is_absent_when_it_was_watched_for_the_whole_time() {
        Condition absent = absent("attack");
        assertThat(ask(absent, "2026-08-29").truth()).isEqualTo(Truth.FALSE);
        assertThat(ask(absent, "2026-08-30").truth()).isEqualTo(Truth.TRUE);
        occurrence("attack", "2026-08-20", Confidence.A);
        assertThat(ask(absent, "2026-08-30").truth()).isEqualTo(Truth.FALSE);
        assertThat(ask(absent, "2026-11-18").truth()).isEqualTo(Truth.TRUE);
    }

    @Test
    void an_event_to_be_confirmed_makes_its_absence_unknown() {
        occurrence("attack", "2026-08-20", Confidence.B);
        assertThat(ask(absent("attack"), "2026-08-30").truth()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void silence_before_an_event_was_watched_means_nothing() {
        assertThat(ask(absent("strike"), "2026-08-30").truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(ask(absent("strike"), "2026-09-28").truth()).isEqualTo(Truth.TRUE);
    }

    @Test
    void occurrences_are_counted_with_and_without_those_to_be_confirmed() {
        occurrence("attack", "2026-06-10", Confidence.A);
        occurrence("attack", "2026-06-11", Confidence.B);
        assertThat(ask(occurs("attack", 1), "2026-06-20").truth()).isEqualTo(Truth.TRUE);
        assertThat(ask(occurs("attack", 2), "2026-06-20").truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(ask(occurs("attack", 3), "2026-06-20").truth()).isEqualTo(Truth.FALSE);
    }

    @Test
    void a_fall_is_measured_from_the_reading_at_the_start_of_the_window() {
        reading("prisoners", "2026-05-20", 1100.0);
        reading("prisoners", "2026-07-01", 900.0);
        Condition falls = new Condition.Change(ref("prisoners"), true, 200, months(12), Span.NOWHERE);
        assertThat(ask(falls, "2026-07-02").truth()).isEqualTo(Truth.TRUE);
        assertThat(ask(falls, "2026-06-30").truth()).isEqualTo(Truth.FALSE);
        assertThat(ask(falls, "2026-09-30").truth()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void and_or_and_not_follow_three_values_and_keep_the_reasons_that_decide() {
        Condition no = occurs("attack", 1);
        Condition unknown = level("prisoners", Comparison.AT_MOST, 20, null);
        Answer all = ask(new Condition.All(List.of(unknown, no), Span.NOWHERE), "2026-06-20");
        assertThat(all.truth()).isEqualTo(Truth.FALSE);
        assertThat(all.reasons()).singleElement().asString().startsWith("attack");
        Answer any = ask(new Condition.Any(List.of(unknown, no), Span.NOWHERE), "2026-06-20");
        assertThat(any.truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(ask(new Condition.Not(unknown, Span.NOWHERE), "2026-06-20").truth())
                .isEqualTo(Truth.UNKNOWN);
        assertThat(ask(new Condition.Not(no, Span.NOWHERE), "2026-06-20").truth())
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void states_are_asked_of_the_reader_of_states() {
        Condition verified = new Condition.InState(ref("all-free"), "verified", null, Span.NOWHERE);
        assertThat(ask(verified, "2026-06-20").reasons()).containsExactly("asked elsewhere");
    }

    private Answer ask(Condition condition, String day) {
        var index = new FactIndex(new Facts(readings, occurrences, List.of(), List.of(), List.of()));
        return new Evaluator(declarations(), index, new Elsewhere()).answer(condition, LocalDate.parse(day), SINCE);
    }

    /** EVIDENCE 4: surely in the window if the whole interval is, possibly if it touches. */
    @Test
    void a_reading_of_some_day_between_two_counts_when_both_lie_in_the_window() {
        between("freed", "2026-07-01", "2026-07-20", 100.0);
        assertThat(ask(total("freed", Comparison.AT_LEAST, 80), "2026-06-30").truth())
                .isEqualTo(Truth.FALSE);
        assertThat(ask(total("freed", Comparison.AT_LEAST, 80), "2026-07-10").truth())
                .isEqualTo(Truth.UNKNOWN);
        assertThat(ask(total("freed", Comparison.AT_LEAST, 80), "2026-07-20").truth())
                .isEqualTo(Truth.TRUE);
        assertThat(ask(total("freed", Comparison.AT_LEAST, 80), "2026-08-29").truth())
                .isEqualTo(Truth.TRUE);
        assertThat(ask(total("freed", Comparison.AT_LEAST, 80), "2026-09-05").truth())
                .isEqualTo(Truth.UNKNOWN);
        assertThat(ask(total("freed", Comparison.AT_LEAST, 80), "2026-09-18").truth())
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void a_level_of_some_day_between_two_is_the_old_or_the_new_one_until_the_last() {
        reading("prisoners", "2026-06-01", 18.0);
        between("prisoners", "2026-06-10", "2026-06-20", 30.0);
        Condition now = level("prisoners", Comparison.AT_MOST, 20, null);
        assertThat(ask(now, "2026-06-09").truth()).isEqualTo(Truth.TRUE);
        assertThat(ask(now, "2026-06-15").truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(ask(now, "2026-06-20").truth()).isEqualTo(Truth.FALSE);
        assertThat(ask(now, "2026-06-20").factIds()).containsExactly("r1");
    }

    private void between(String series, String earliest, String latest, double value) {
        add(series, earliest, value, Confidence.A);
        Reading last = readings.removeLast();
        readings.add(last.between(last.date(), LocalDate.parse(latest)));
    }

    private void reading(String series, String day, @Nullable Double value) {
        add(series, day, value, Confidence.A);
    }

    private void unconfirmed(String series, String day, Double value) {
        add(series, day, value, Confidence.B);
    }

    private void add(String series, String day, @Nullable Double value, Confidence confidence) {
        LocalDate date = LocalDate.parse(day);
        readings.add(new Reading("r" + readings.size(), series, date, value, date, "source", confidence, "", null, ""));
    }

    private void occurrence(String series, String day, Confidence confidence) {
        LocalDate date = LocalDate.parse(day);
        occurrences.add(
                new Occurrence("e" + occurrences.size(), series, date, date, "", "source", confidence, "", null, ""));
    }

    private static Map<String, Declaration> declarations() {
        Map<String, Declaration> names = new HashMap<>();
        names.put("prisoners", indicator("prisoners", Indicator.Kind.STOCK, false));
        names.put("arrests", indicator("arrests", Indicator.Kind.FLOW, false));
        names.put("freed", indicator("freed", Indicator.Kind.FLOW, true));
        names.put("attack", new Event("attack", "", "attack", null, Secrecy.DEFAULT, Span.NOWHERE));
        names.put("strike", new Event("strike", "", "strike", LocalDate.of(2026, 7, 1), Secrecy.DEFAULT, Span.NOWHERE));
        return names;
    }

    /** NullAway does not see the {@code @Nullable} of a nested type that comes from a class file. */
    @SuppressWarnings("NullAway")
    private static Indicator indicator(String name, Indicator.Kind kind, boolean silenceMeansNone) {
        Length.@Nullable Unit per = switch (kind) {
            case FLOW -> Length.Unit.MONTHS;
            case STOCK -> null;
        };
        return new Indicator(
                name,
                "",
                kind,
                "people",
                per,
                name,
                null,
                45,
                silenceMeansNone,
                null,
                List.of(),
                Secrecy.DEFAULT,
                Span.NOWHERE);
    }

    private static Condition prisonersAtMost20For60Days() {
        return level("prisoners", Comparison.AT_MOST, 20, Length.days(60));
    }

    private static Condition level(String name, Comparison comparison, double value, @Nullable Length hold) {
        return new Condition.Level(ref(name), comparison, value, null, hold, Span.NOWHERE);
    }

    private static Condition total(String name, Comparison comparison, double value) {
        return new Condition.Total(ref(name), comparison, value, Length.days(60), Span.NOWHERE);
    }

    private static Condition absent(String name) {
        return new Condition.Absent(ref(name), Length.days(90), Span.NOWHERE);
    }

    private static Condition occurs(String name, int count) {
        return new Condition.Occurs(ref(name), Comparison.AT_LEAST, count, null, Span.NOWHERE);
    }

    private static Length months(int count) {
        return new Length(count, Length.Unit.MONTHS);
    }

    private static Ref ref(String name) {
        return new Ref(name, Span.NOWHERE);
    }

    /** Knows no states. */
    private static final class Elsewhere implements StateReader {
        private static final Answer ANSWER = Answer.of(Truth.UNKNOWN, "asked elsewhere");

        @Override
        public Answer inState(Condition.InState condition, LocalDate day, LocalDate since) {
            return ANSWER;
        }

        @Override
        public Answer amount(Condition.Amount condition, LocalDate day, LocalDate since) {
            return ANSWER;
        }

        @Override
        public Answer owed(Condition.Owed condition, LocalDate day, LocalDate since) {
            return ANSWER;
        }

        @Override
        public Answer by(Condition.By condition, LocalDate day, LocalDate since) {
            return ANSWER;
        }
    }
}

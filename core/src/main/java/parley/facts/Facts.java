package parley.facts;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of a record, sorted by date, what they are about, and id: equal rows give equal facts in any order. */
public record Facts(
        List<Reading> readings,
        List<Occurrence> occurrences,
        List<ActRow> acts,
        List<Signature> signatures,
        List<Consultation> consultations,
        List<DecisionRow> decisions) {
    /** The record of nothing. */
    public static final Facts EMPTY = new Facts(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Facts {
        readings = Rows.sorted(readings, Reading::date, Reading::series, Reading::id);
        occurrences = Rows.sorted(occurrences, Occurrence::date, Occurrence::series, Occurrence::id);
        acts = Rows.sorted(acts, ActRow::date, ActRow::measure, ActRow::id);
        signatures = Rows.sorted(signatures, Signature::date, Signature::concession, Signature::id);
        consultations = Rows.sorted(consultations, Consultation::date, Consultation::stakeholder, Consultation::id);
        decisions = Rows.sorted(decisions, DecisionRow::date, DecisionRow::measure, DecisionRow::id);
    }

    /** A record that tells of no decisions on the way. */
    public Facts(
            List<Reading> readings,
            List<Occurrence> occurrences,
            List<ActRow> acts,
            List<Signature> signatures,
            List<Consultation> consultations) {
        this(readings, occurrences, acts, signatures, consultations, List.of());
    }

    /**
     * Returns what could be known on {@code day}: without the rows recorded later, and without those that a row known
     * by then corrects. A row of confidence B corrects no row of confidence A, because it never decides anything.
     */
    public Facts knownAt(LocalDate day) {
        return new Facts(
                current(readings, r -> !r.recorded().isAfter(day), Reading::id, Reading::replaces, Reading::confidence),
                current(
                        occurrences,
                        o -> !o.recorded().isAfter(day),
                        Occurrence::id,
                        Occurrence::replaces,
                        Occurrence::confidence),
                rows(acts, a -> !a.recorded().isAfter(day)),
                rows(signatures, s -> !s.recorded().isAfter(day)),
                rows(consultations, c -> !c.recorded().isAfter(day)),
                rows(decisions, d -> !d.recorded().isAfter(day)));
    }

    /** The constructor has sorted each list, so what is chosen from it keeps the type that says so. */
    private static <T> List<T> rows(List<T> sorted, Predicate<T> wanted) {
        return sorted instanceof Rows<T> rows
                ? rows.where(wanted)
                : sorted.stream().filter(wanted).toList();
    }

    static void requireOrder(String what, String id, LocalDate date, LocalDate recorded) {
        if (recorded.isBefore(date)) {
            throw new IllegalArgumentException(
                    "The %s %s describes %s, but was recorded on %s. Maybe day and month are swapped."
                            .formatted(what, id, date, recorded));
        }
    }

    static void requireDays(String what, String id, LocalDate earliest, LocalDate latest) {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException(
                    "The %s %s lies between %s and %s, which is backwards.".formatted(what, id, earliest, latest));
        }
    }

    private static <T> List<T> current(
            List<T> all,
            Predicate<T> isKnown,
            Function<T, String> id,
            Function<T, @Nullable String> replaces,
            Function<T, Confidence> confidence) {
        Set<String> byAny = new HashSet<>();
        Set<String> bySure = new HashSet<>();
        // One walk for both: in a large record each touch of a row is a way to memory.
        List<T> known = rows(all, row -> {
            boolean is = isKnown.test(row);
            String replaced = is ? replaces.apply(row) : null;
            if (replaced != null) {
                byAny.add(replaced);
                if (confidence.apply(row) == Confidence.A) {
                    bySure.add(replaced);
                }
            }
            return is;
        });
        return byAny.isEmpty()
                ? known
                : rows(known, row -> !(confidence.apply(row) == Confidence.A ? bySure : byAny).contains(id.apply(row)));
    }
}

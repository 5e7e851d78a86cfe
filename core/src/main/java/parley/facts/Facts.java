package parley.facts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
        readings = sorted(readings, Reading::date, Reading::series, Reading::id);
        occurrences = sorted(occurrences, Occurrence::date, Occurrence::series, Occurrence::id);
        acts = sorted(acts, ActRow::date, ActRow::measure, ActRow::id);
        signatures = sorted(signatures, Signature::date, Signature::concession, Signature::id);
        consultations = sorted(consultations, Consultation::date, Consultation::stakeholder, Consultation::id);
        decisions = sorted(decisions, DecisionRow::date, DecisionRow::measure, DecisionRow::id);
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
                current(
                        readings.stream()
                                .filter(r -> !r.recorded().isAfter(day))
                                .toList(),
                        Reading::id,
                        Reading::replaces,
                        Reading::confidence),
                current(
                        occurrences.stream()
                                .filter(o -> !o.recorded().isAfter(day))
                                .toList(),
                        Occurrence::id,
                        Occurrence::replaces,
                        Occurrence::confidence),
                acts.stream().filter(a -> !a.recorded().isAfter(day)).toList(),
                signatures.stream().filter(s -> !s.recorded().isAfter(day)).toList(),
                consultations.stream().filter(c -> !c.recorded().isAfter(day)).toList(),
                decisions.stream().filter(d -> !d.recorded().isAfter(day)).toList());
    }

    static void requireOrder(String what, String id, LocalDate date, LocalDate recorded) {
        if (recorded.isBefore(date)) {
            throw new IllegalArgumentException(
                    "The %s %s describes %s, but was recorded on %s. Maybe day and month are swapped."
                            .formatted(what, id, date, recorded));
        }
    }

    private static <T> List<T> sorted(
            Collection<T> rows, Function<T, LocalDate> date, Function<T, String> about, Function<T, String> id) {
        Comparator<T> order = Comparator.comparing(date)
                .thenComparing(about)
                .thenComparing(id)
                .thenComparing(Object::toString);
        return rows.stream().sorted(order).toList();
    }

    private static <T> List<T> current(
            List<T> known,
            Function<T, String> id,
            Function<T, @Nullable String> replaces,
            Function<T, Confidence> confidence) {
        Set<String> byAny = new HashSet<>();
        Set<String> bySure = new HashSet<>();
        for (T row : known) {
            String replaced = replaces.apply(row);
            if (replaced != null) {
                byAny.add(replaced);
                if (confidence.apply(row) == Confidence.A) {
                    bySure.add(replaced);
                }
            }
        }
        return byAny.isEmpty()
                ? known
                : known.stream()
                        .filter(row ->
                                !(confidence.apply(row) == Confidence.A ? bySure : byAny).contains(id.apply(row)))
                        .toList();
    }
}

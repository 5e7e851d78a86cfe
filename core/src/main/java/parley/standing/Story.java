package parley.standing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.facts.ActRow;
import parley.facts.Confidence;
import parley.facts.Consultation;
import parley.facts.DecisionRow;
import parley.facts.Facts;
import parley.facts.Signature;
import parley.roadmap.Case;
import parley.roadmap.Expiry;
import parley.roadmap.Verb;

/**
 * What happened, as far as it is known: the record, with what partners did and signed.
 *
 * @param horizon the last day the record tells of; after it silence means nothing
 */
record Story(Facts facts, List<Deed> deeds, List<Leaving> leavings, LocalDate horizon) {

    /** An act of a partner; {@code answers} names the concession it answered as the record says, or is empty. */
    record Deed(String id, LocalDate on, String partner, Verb verb, String measure, Expiry expiry, String answers) {}

    /** A partner leaves the roadmap. */
    record Leaving(LocalDate on, String partner) {}

    Story {
        deeds = List.copyOf(deeds);
        leavings = List.copyOf(leavings);
    }

    /** Takes over the rows of confidence A; the others decide nothing. */
    static Story of(Case theCase, Facts known, LocalDate knownAt) {
        List<Deed> deeds = known.acts().stream()
                .filter(a -> a.confidence() == Confidence.A)
                .map(a -> new Deed(a.id(), a.date(), a.partner(), a.verb(), a.measure(), a.expiry(), a.answers()))
                .toList();
        return new Story(known, deeds, List.of(), horizon(theCase.knownUpTo(), known, knownAt));
    }

    /** The record was collected up to a day; a row recorded later shows that somebody went on. */
    private static LocalDate horizon(@Nullable LocalDate knownUpTo, Facts known, LocalDate knownAt) {
        if (knownUpTo == null) {
            return knownAt;
        }
        LocalDate end = knownUpTo;
        end = latest(end, known.readings(), r -> r.recorded());
        end = latest(end, known.occurrences(), o -> o.recorded());
        end = latest(end, known.acts(), a -> a.recorded());
        end = latest(end, known.signatures(), s -> s.recorded());
        return end.isAfter(knownAt) ? knownAt : end;
    }

    private static <T> LocalDate latest(LocalDate end, Collection<T> rows, Function<T, LocalDate> recorded) {
        LocalDate found = end;
        for (T row : rows) {
            LocalDate on = recorded.apply(row);
            found = on.isAfter(found) ? on : found;
        }
        return found;
    }

    /** Returns the acts that are general knowledge, to be confirmed: they decide nothing. */
    List<ActRow> unconfirmed() {
        return facts.acts().stream().filter(a -> a.confidence() == Confidence.B).toList();
    }

    /** Says whether an act that is not confirmed would settle what is owed. */
    boolean maySettle(DutyTrack d) {
        Verb verb = d.verb;
        return verb != null
                && unconfirmed().stream()
                        .anyMatch(a -> a.partner().equals(d.partner)
                                && a.measure().equals(d.thing)
                                && a.verb().leadsTo() == verb.leadsTo()
                                && !a.date().isBefore(d.arose));
    }

    List<Signature> signatures() {
        return facts.signatures().stream()
                .filter(s -> s.confidence() == Confidence.A)
                .toList();
    }

    List<DecisionRow> decisions() {
        return facts.decisions().stream()
                .filter(d -> d.confidence() == Confidence.A)
                .toList();
    }

    List<Consultation> consultations() {
        return facts.consultations().stream()
                .filter(c -> c.confidence() == Confidence.A)
                .toList();
    }
}

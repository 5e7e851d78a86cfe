package parley.standing;

import java.time.LocalDate;
import java.util.List;
import parley.facts.Consultation;
import parley.facts.Facts;
import parley.facts.Signature;
import parley.roadmap.Expiry;
import parley.roadmap.Verb;

/** What happened, as far as it is known: the record, with what partners did and signed. */
record Story(Facts facts, List<Deed> deeds, List<Leaving> leavings) {

    /** An act of a partner; {@code answers} names the concession it answered as the record says, or is empty. */
    record Deed(String id, LocalDate on, String partner, Verb verb, String measure, Expiry expiry, String answers) {}

    /** A partner leaves the roadmap. */
    record Leaving(LocalDate on, String partner) {}

    Story {
        deeds = List.copyOf(deeds);
        leavings = List.copyOf(leavings);
    }

    /** Takes over the rows of confidence A; the others decide nothing. */
    static Story of(Facts known) {
        List<Deed> deeds = known.acts().stream()
                .filter(a -> a.confidence() == parley.facts.Confidence.A)
                .map(a -> new Deed(a.id(), a.date(), a.partner(), a.verb(), a.measure(), a.expiry(), a.answers()))
                .toList();
        return new Story(known, deeds, List.of());
    }

    List<Signature> signatures() {
        return facts.signatures().stream()
                .filter(s -> s.confidence() == parley.facts.Confidence.A)
                .toList();
    }

    List<Consultation> consultations() {
        return facts.consultations();
    }
}

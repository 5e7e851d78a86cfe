package parley.app.evidence.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.cases.Cases;
import parley.app.evidence.Book;
import parley.app.evidence.ClaimLine;
import parley.app.people.Membership;
import parley.app.people.Role;
import parley.app.record.Deed;
import parley.app.record.Entry;
import parley.app.record.Label;
import parley.app.web.NotFound;
import parley.app.web.Refused;
import parley.app.web.Visit;
import parley.evidence.EvidenceState;
import parley.roadmap.Event;
import parley.roadmap.Indicator;

/** Who may do what with evidence, and see it: the checks that all commands share. */
final class Access {
    private Access() {}

    // -----------------------------------------------------------------------------------

    /** Returns on whose behalf somebody files or signs. */
    static String behalf(Visit visit, String body) {
        for (Role role : List.of(Role.VERIFIER, Role.DESK)) {
            Membership held = visit.role(role, body);
            if (held != null) {
                return role.word() + " " + held.body();
            }
        }
        if (visit.is(Role.SECRETARIAT)) {
            return Role.SECRETARIAT.word();
        }
        throw new Refused(
                "Verifiers, desks and the secretariat work on the evidence. A stakeholder can dispute a claim.");
    }

    static boolean reads(Visit visit, Label label) {
        return Cases.reads(visit.roles().stream().map(Membership::clearance).toList(), label);
    }

    /** Says whether everybody who may read {@code narrow} may read {@code wide}. */
    static boolean covers(Label wide, Label narrow) {
        return narrow.and(wide).equals(narrow);
    }

    static Deed.ClaimFiled claim(Visit visit, Book book, String id) {
        entryOfClaim(visit, book, id);
        Deed.ClaimFiled found = book.claim(id);
        if (found == null) {
            throw new NotFound();
        }
        return found;
    }

    static Entry entryOfClaim(Visit visit, Book book, String id) {
        return readable(visit, book.entryOf(id));
    }

    static Entry requireItem(Visit visit, Book book, String id) {
        return readable(visit, book.entryOfItem(id));
    }

    static Entry requireSource(Visit visit, Book book, String id) {
        return readable(visit, book.entryOfSource(id));
    }

    static Entry readable(Visit visit, @Nullable Entry entry) {
        if (entry == null || !reads(visit, entry.label())) {
            throw new NotFound();
        }
        return entry;
    }

    static Label labelOf(Book book, String claim) {
        Entry entry = book.entryOf(claim);
        if (entry == null) {
            throw new NotFound();
        }
        return entry.label();
    }

    static ClaimLine line(Book book, EvidenceState state, String id) {
        Deed.ClaimFiled deed = book.claim(id);
        ClaimLine line = deed == null ? null : ClaimLine.of(book, state, deed);
        if (line == null) {
            throw new NotFound();
        }
        return line;
    }

    /** As wide as what it serves; never wider than what it rests on. */
    static Label label(Visit visit, Book book, Filing f) {
        List<String> names = new ArrayList<>();
        if (!f.concession().isEmpty()) {
            names.add(f.concession());
        }
        visit.theCase().all(Indicator.class).stream()
                .filter(i -> f.numbers().containsKey(i.series()))
                .forEach(i -> names.add(i.id()));
        visit.theCase().all(Event.class).stream()
                .filter(e -> f.numbers().containsKey(e.series()))
                .forEach(e -> names.add(e.id()));
        Label label = Labels.of(visit, names);
        for (String item : f.items()) {
            label = label.and(requireItem(visit, book, item).label());
        }
        return label;
    }

    static String needed(String text, String otherwise) {
        if (text.isBlank()) {
            throw new Refused(otherwise);
        }
        return line(text);
    }

    static String line(String text) {
        return text.strip().replaceAll("[\\p{Cc}\\p{Cf}]+", " ");
    }

    static String fresh(String kind) {
        return kind + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}

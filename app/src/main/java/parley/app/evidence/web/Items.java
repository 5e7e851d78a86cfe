package parley.app.evidence.web;

import static parley.app.evidence.web.Access.covers;
import static parley.app.evidence.web.Access.fresh;
import static parley.app.evidence.web.Access.label;
import static parley.app.evidence.web.Access.line;
import static parley.app.evidence.web.Access.requireItem;

import java.sql.SQLException;
import java.util.List;
import parley.app.evidence.Book;
import parley.app.record.CaseRecord;
import parley.app.record.Deed;
import parley.app.record.Label;
import parley.app.web.Refused;
import parley.app.web.Visit;
import parley.evidence.Hash;
import parley.roadmap.Ref;
import parley.roadmap.Verifier;

/** Adds items and their sources to the record. */
final class Items {
    private Items() {}

    /** Adds an item and, if it is new, its source; returns its id. */
    static String item(Visit visit, CaseRecord.Writing w, Book book, String body, Filing.NewItem n, Label label)
            throws SQLException {
        if (n.title().isBlank()) {
            throw new Refused("Say what the item is, for example “list of those freed, 19 March”.");
        }
        if (n.captured().isAfter(visit.today())) {
            throw new Refused("%s lies ahead; an item is filed once it was obtained.".formatted(n.captured()));
        }
        n.restsOn().forEach(i -> {
            if (!covers(requireItem(visit, book, i).label(), label)) {
                throw new Refused(
                        "This item rests on one that fewer people may read than the claim. File the claim for those readers, or name the origin in other words.");
            }
        });
        Filing.NewSource fresh = n.newSource();
        String source = fresh != null
                ? source(w, fresh, label)
                : n.source().equals(Filing.NewItem.OWN) ? own(visit, w, book, body, label) : n.source();
        Sealed.Original file = n.file();
        String id = fresh("i");
        String title = line(n.title());
        // Without a file the hash is that of the words: it says what was filed, and nothing can be opened.
        Hash hash = file == null ? Hash.of(title + "\n" + n.from() + "\n" + n.captured()) : Hash.of(file.bytes());
        w.add(
                new Deed.ItemFiled(
                        id,
                        title,
                        hash.hex(),
                        n.kind(),
                        source,
                        line(n.from()),
                        n.captured().toString(),
                        file == null ? 0 : file.bytes().length,
                        n.restsOn(),
                        n.marks(),
                        ""),
                label,
                "");
        if (file != null) {
            Sealed.keep(w.connection(), visit.caseId(), id, label, file);
        }
        return id;
    }

    static String source(CaseRecord.Writing w, Filing.NewSource s, Label label) throws SQLException {
        if (s.title().isBlank() && s.organisation().isBlank()) {
            throw new Refused("Name the source, or the organisation that controls it.");
        }
        String id = fresh("s");
        w.add(
                new Deed.SourceNamed(
                        id, s.sourceClass(), line(s.organisation()), s.party(), s.anonymous(), s.drawsOn()),
                label,
                "");
        if (!s.title().isBlank()) {
            // Who writes a name may be somebody who cannot read it afterwards: names are for the partners.
            w.add(new Deed.SourceTitled(id, line(s.title())), label.and(Label.PARTNERS), "");
        }
        if (!s.letter().isEmpty()) {
            w.add(new Deed.SourceGraded(id, s.letter()), label, "as filed");
        }
        return id;
    }

    /** The body of who files, as a source; it draws on those the text says. Others give it its letter. */
    static String own(Visit visit, CaseRecord.Writing w, Book book, String body, Label label) throws SQLException {
        if (body.isEmpty()) {
            throw new Refused("The secretariat is no source of its own; name the source of the item.");
        }
        if (book.hasSource(body)) {
            return body;
        }
        List<String> drawsOn = visit.theCase().all(Verifier.class).stream()
                .filter(v -> v.id().equals(body))
                .flatMap(v -> v.drawsOn().stream())
                .map(Ref::id)
                .toList();
        boolean verifier = visit.theCase().all(Verifier.class).stream().anyMatch(v -> v.id().equals(body));
        for (String other : drawsOn) {
            own(visit, w, book, other, label);
        }
        w.add(
                new Deed.SourceNamed(body, verifier ? "monitor-list" : "partner-report", body, "", false, drawsOn),
                new Label(Label.Level.COUNTERPART, List.of()),
                "");
        return body;
    }
}

package parley.app.evidence.web;

import static parley.app.evidence.web.Access.behalf;
import static parley.app.evidence.web.Access.claim;
import static parley.app.evidence.web.Access.covers;
import static parley.app.evidence.web.Access.entryOfClaim;
import static parley.app.evidence.web.Access.fresh;
import static parley.app.evidence.web.Access.label;
import static parley.app.evidence.web.Access.labelOf;
import static parley.app.evidence.web.Access.line;
import static parley.app.evidence.web.Access.needed;
import static parley.app.evidence.web.Access.reads;
import static parley.app.evidence.web.Access.requireItem;
import static parley.app.evidence.web.Access.requireSource;
import static parley.app.evidence.web.Items.item;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.app.evidence.Book;
import parley.app.evidence.Books;
import parley.app.evidence.ClaimLine;
import parley.app.people.Role;
import parley.app.record.CaseRecord;
import parley.app.record.Deed;
import parley.app.record.Deeds;
import parley.app.record.Entry;
import parley.app.record.Label;
import parley.app.web.NotFound;
import parley.app.web.Refused;
import parley.app.web.Visit;
import parley.evidence.EvidenceState;
import parley.evidence.SignatureStanding;
import parley.facts.FactFiles;
import parley.roadmap.Concession;
import parley.roadmap.Event;
import parley.roadmap.Indicator;
import parley.roadmap.Panel;
import parley.roadmap.Ref;

/** The door: what can be done with evidence. Each command is checked by the rules against the record as it is when it is written. */
public final class Evidence {

    private final CaseRecord record;
    private final Books books;

    public Evidence(CaseRecord record, Books books) {
        this.record = record;
        this.books = books;
    }

    /** What a command does while nobody else writes. */
    @FunctionalInterface
    interface Command<T> {
        T run(CaseRecord.Writing writing, Book book, EvidenceState state) throws SQLException;
    }

    /** Runs a command; what the rules refuse of it is not written, and the refusal is the answer. */
    <T> T write(Visit visit, String behalf, Command<T> command) {
        return record.write(visit.caseId(), visit.author(behalf), w -> {
            Book before = books.of(w, visit.caseId());
            EvidenceState known = before.at(before.last(), w.at());
            T result = command.run(w, before, known);
            Book after = books.of(w, visit.caseId());
            if (after.faults().size() > before.faults().size()) {
                throw new Refused(after.faults().getLast());
            }
            List<parley.evidence.Refused> refused =
                    after.at(after.last(), w.at()).refused();
            if (refused.size() > known.refused().size()) {
                // What follows from the first refusal only repeats it in other words.
                throw new Refused(refused.get(known.refused().size()).reason());
            }
            return result;
        });
    }

    // ---- filing
    // --------------------------------------------------------------------------------------------------------

    /** Files a claim with what it rests on, and returns its id. */
    String file(Visit visit, Filing f) {
        String behalf = behalf(visit, f.body());
        if (f.says().isBlank()) {
            throw new Refused("Say in one sentence what happened.");
        }
        if (f.on().isAfter(visit.today())) {
            throw new Refused("%s lies ahead; a claim says what happened.".formatted(f.on()));
        }
        String id = fresh("c");
        return write(visit, behalf, (w, book, state) -> {
            requireNew(visit, book, state, f);
            Label label = f.replaces().isEmpty()
                    ? label(visit, book, f)
                    : label(visit, book, f).and(labelOf(book, f.replaces()));
            Map<String, Integer> information = new TreeMap<>(f.judged().information());
            List<String> items = new ArrayList<>(f.items());
            items.forEach(i -> requireItem(visit, book, i));
            if (f.item() != null) {
                String item = item(visit, w, book, f.body(), f.item(), label);
                items.add(item);
                information.put(item, f.item().information());
            }
            Deed.ClaimFiled old = f.replaces().isEmpty() ? null : replaced(visit, book, state, f.replaces());
            information.keySet().retainAll(items);
            w.add(deed(visit, f, id, items, information, old), label, "");
            letters(visit, w, f.judged(), f.body());
            return id;
        });
    }

    /** A claim stops counting the moment another takes its place, so only those who may take it back may replace it. */
    private static Deed.ClaimFiled replaced(Visit visit, Book book, EvidenceState state, String id) {
        Deed.ClaimFiled old = claim(visit, book, id);
        if (!line(book, state, id).stands()) {
            throw new Refused("This claim does not stand any more; file what is so as a claim of its own.");
        }
        if (!mayTakeBack(visit, book, entryOfClaim(visit, book, id), "")) {
            throw new Refused(
                    "A claim is replaced by those who filed it, or by the secretariat. You can dispute it, or add an item against it.");
        }
        return old;
    }

    private static Deed.ClaimFiled deed(
            Visit visit,
            Filing f,
            String id,
            List<String> items,
            Map<String, Integer> information,
            Deed.@Nullable ClaimFiled old) {
        LocalDate to = f.extra().to();
        // A change ends what was so; what it was and since when stays as it was told.
        Deed.ClaimFiled ended = f.extra().replacesWhy().equals("change") ? old : null;
        return new Deed.ClaimFiled(
                id,
                line(f.says()),
                old != null ? old.subject() : subject(f),
                old != null ? old.predicate() : f.predicate(),
                old != null && (ended != null || f.object().isBlank()) ? old.object() : object(f),
                ended != null ? ended.from() : f.on().minusDays(f.days()).toString(),
                ended != null ? ended.fromLatest() : f.on().plusDays(f.days()).toString(),
                to == null ? "" : to.minusDays(f.extra().toDays()).toString(),
                to == null ? "" : to.plusDays(f.extra().toDays()).toString(),
                rows(visit, id, f, old),
                items,
                List.of(),
                old != null ? old.concession() : f.concession(),
                List.of(visit.theCase().counterpart()),
                old == null ? null : old.id(),
                old == null ? "" : f.extra().replacesWhy(),
                f.batch(),
                judgement(f.judged(), information));
    }

    /** Files many claims that rest on one item, all or none; returns the name of the batch. */
    String fileBatch(Visit visit, String body, List<Filing> filings, Filing.NewItem from) {
        String behalf = behalf(visit, body);
        String batch = fresh("b");
        return write(visit, behalf, (w, book, state) -> {
            Label label = new Label(Label.Level.COUNTERPART, List.of());
            for (Filing f : filings) {
                requireNew(visit, book, state, f);
                label = label.and(label(visit, book, f));
            }
            String item = item(visit, w, book, body, from, label);
            for (Filing f : filings) {
                Filing named = f.inBatch(batch);
                w.add(deed(visit, named, fresh("c"), List.of(item), Map.of(item, from.information()), null), label, "");
            }
            return batch;
        });
    }

    /** Takes back all claims of a batch that still stand; returns how many. */
    int fallBatch(Visit visit, String batch, String reason) {
        String behalf = behalf(visit, "");
        return write(visit, behalf, (w, book, state) -> {
            int fallen = 0;
            for (Deed.ClaimFiled d : book.claims()) {
                Entry entry = book.entryOf(d.id());
                if (entry == null || !d.batch().equals(batch) || !state.isKnown(d.id())) {
                    continue;
                }
                if (!reads(visit, entry.label()) || !mayTakeBack(visit, book, entry, "")) {
                    throw new Refused("What was filed is taken back by those who filed it, or by the secretariat.");
                }
                w.add(
                        new Deed.Fallen("claim", d.id(), "error"),
                        entry.label(),
                        needed(reason, "Say why the batch is taken back."));
                fallen++;
            }
            if (fallen == 0) {
                throw new NotFound();
            }
            return fallen;
        });
    }

    /** A second click, or a table sent twice, must not count the same people again. */
    private static void requireNew(Visit visit, Book book, EvidenceState state, Filing f) {
        for (Deed.ClaimFiled d : book.claims()) {
            Entry entry = book.entryOf(d.id());
            boolean same = entry != null
                    && entry.account().equals(visit.account())
                    && d.says().equals(line(f.says()))
                    && d.from().equals(f.on().minusDays(f.days()).toString());
            if (same && f.replaces().isEmpty() && state.isKnown(d.id())) {
                throw new Refused("You filed “%s” of that day before, as %s. If it happened twice, say how they differ."
                        .formatted(d.says(), d.id()));
            }
        }
    }

    private static String subject(Filing f) {
        if (!f.extra().subject().isEmpty()) {
            return f.extra().subject();
        }
        return !f.concession().isEmpty()
                ? f.concession()
                : f.numbers().keySet().stream().findFirst().orElse("the-case");
    }

    private static String object(Filing f) {
        if (!f.object().isBlank()) {
            return line(f.object());
        }
        return f.predicate().equals("out-of-custody") ? "none-known" : "not-said";
    }

    private static List<Deed.Row> rows(Visit visit, String id, Filing f, Deed.@Nullable ClaimFiled old) {
        if (old != null && !f.extra().replacesWhy().equals("correction")) {
            return kept(id, old, f);
        }
        List<Deed.Row> rows = new ArrayList<>();
        for (Map.Entry<String, String> n : f.numbers().entrySet()) {
            String series = n.getKey();
            boolean event = visit.theCase().all(Event.class).stream()
                    .anyMatch(e -> e.series().equals(series));
            boolean indicator = visit.theCase().all(Indicator.class).stream()
                    .anyMatch(i -> i.series().equals(series));
            if (!event && !indicator) {
                throw new Refused("The case observes no series `%s`.".formatted(series));
            }
            Map<String, String> fields = new TreeMap<>(Map.of(
                    "id",
                    id + "-" + (rows.size() + 1),
                    "series",
                    series,
                    "date",
                    f.on().toString(),
                    "source",
                    "claim " + id + " of this record"));
            fields.put(event ? "title" : "value", event ? line(f.says()) : number(n.getValue()));
            rows.add(new Deed.Row(event ? FactFiles.EVENTS : FactFiles.READINGS, fields));
        }
        rows.addAll(f.extra().rows());
        return rows;
    }

    /** A change or a more exact day counts what the claim before it counted. */
    private static List<Deed.Row> kept(String id, Deed.ClaimFiled old, Filing f) {
        boolean moved = f.extra().replacesWhy().equals("precision");
        List<Deed.Row> rows = new ArrayList<>();
        for (Deed.Row row : old.rows()) {
            Map<String, String> fields = new TreeMap<>(row.fields());
            if (fields.containsKey("id")) {
                fields.put("id", id + "-" + (rows.size() + 1));
                fields.put("source", "claim " + id + " of this record");
            }
            if (moved && fields.containsKey("date")) {
                fields.put("date", f.on().toString());
            }
            rows.add(new Deed.Row(row.table(), fields));
        }
        return rows;
    }

    private static String number(String text) {
        String plain = text.strip().replace(" ", "");
        if (!plain.matches("-?\\d{1,12}([.]\\d{1,6})?")) {
            throw new Refused("`%s` is no number. Write it in digits, like 235.".formatted(text));
        }
        return plain;
    }

    private static Deed.Judgement judgement(Filing.Judged j, Map<String, Integer> information) {
        if (j.alternatives().isEmpty()) {
            throw new Refused(
                    "Say what else could explain it, and why that is less likely. A claim for which nothing else was considered never counts.");
        }
        return new Deed.Judgement(
                new TreeMap<>(information),
                j.contradiction(),
                j.likelihood(),
                j.confidence(),
                j.rung(),
                j.alternatives().stream().map(Access::line).toList());
    }

    /** Nobody grades the own body: it would be its own reference. */
    private static void letters(Visit visit, CaseRecord.Writing w, Filing.Judged j, String body) throws SQLException {
        for (Map.Entry<String, String> letter : j.letters().entrySet()) {
            if (letter.getKey().equals(body)
                    || visit.roles().stream().anyMatch(m -> m.body().equals(letter.getKey()))) {
                throw new Refused("A source is graded by others than itself.");
            }
            w.add(
                    new Deed.SourceGraded(letter.getKey(), letter.getValue()),
                    new Label(Label.Level.COUNTERPART, List.of()),
                    "on reviewing what it gave");
        }
    }

    // ---- the second look
    // -----------------------------------------------------------------------------------------------

    /** Looks at a claim, with an item of one's own if there is one. */
    void review(
            Visit visit,
            String body,
            String id,
            boolean agrees,
            Filing.Judged j,
            Filing.@Nullable NewItem own,
            String why) {
        String behalf = behalf(visit, body);
        if (!agrees && why.isBlank()) {
            throw new Refused("Say why you do not agree; the author can mend it then.");
        }
        write(visit, behalf, (w, book, state) -> {
            Deed.ClaimFiled claim = claim(visit, book, id);
            Label label = labelOf(book, id);
            requireNotAuthor(visit, book, id);
            Map<String, Integer> information = new TreeMap<>(j.information());
            if (own != null) {
                String item = item(visit, w, book, body, own, label);
                w.add(new Deed.ClaimSupported(id, item, !agrees), label, "");
                information.put(item, own.information());
            }
            letters(visit, w, j, body);
            w.add(new Deed.ClaimReviewed(claim.id(), agrees, judgement(j, information)), label, why);
            if (agrees) {
                requireCounts(books.of(w, visit.caseId()), w, id);
            }
            return id;
        });
    }

    private static void requireNotAuthor(Visit visit, Book book, String id) {
        Entry filed = book.entryOf(id);
        if (filed != null && book.person(filed.account()).equals(book.person(visit.account()))) {
            throw new Refused(
                    "You filed this claim yourself. Four eyes are those of two persons, whatever accounts or roles they use: ask somebody else to look at it.");
        }
    }

    /** A signature that would not count is not taken: its giver would believe the work done. */
    private static void requireCounts(Book after, CaseRecord.Writing w, String id) {
        EvidenceState state = after.at(after.last(), w.at());
        Deed.ClaimFiled deed = after.claim(id);
        ClaimLine line = deed == null ? null : ClaimLine.of(after, state, deed);
        if (line == null || line.chain().signatures().isEmpty()) {
            throw new NotFound();
        }
        SignatureStanding mine = line.chain().signatures().getLast();
        if (!mine.counts()) {
            throw new Refused("Your signature would not count: %s."
                    .formatted(String.join(
                            "; ", mine.against().stream().map(a -> a.words()).toList())));
        }
    }

    /** Takes one's own review back. */
    void withdraw(Visit visit, String id, String why) {
        write(visit, "", (w, book, state) -> {
            claim(visit, book, id);
            String me = book.person(visit.account());
            ClaimLine line = line(book, state, id);
            boolean signed = line.chain().counting().stream()
                    .anyMatch(
                            s -> s.review().holder().equals(me) && s.review().role() == parley.evidence.Role.REVIEWER);
            if (!signed) {
                throw new Refused("There is no review of yours to take back.");
            }
            w.add(new Deed.ReviewWithdrawn(id), labelOf(book, id), needed(why, "Say why you take it back."));
            return id;
        });
    }

    /** Adds an item for or against a claim. */
    void support(
            Visit visit, String body, String id, String existing, Filing.@Nullable NewItem item, boolean contrary) {
        String behalf = behalf(visit, body);
        write(visit, behalf, (w, book, state) -> {
            claim(visit, book, id);
            Label label = labelOf(book, id);
            String added = existing;
            if (item != null) {
                added = item(visit, w, book, body, item, label);
            } else if (!covers(requireItem(visit, book, existing).label(), label)) {
                throw new Refused("Fewer people may read this item than the claim; it cannot carry it for them.");
            }
            w.add(new Deed.ClaimSupported(id, added, contrary), label, "");
            return id;
        });
    }

    /** Answers an item that speaks against a claim. */
    void answer(Visit visit, String id, String item, String answer) {
        String behalf = behalf(visit, "");
        write(visit, behalf, (w, book, state) -> {
            claim(visit, book, id);
            w.add(new Deed.ContraryAnswered(id, item, line(answer)), labelOf(book, id), "");
            return id;
        });
    }

    // ---- falls and disputes
    // --------------------------------------------------------------------------------------------

    /** Lets a claim, an item or a source fall. */
    void fall(Visit visit, String what, String id, String why, String reason) {
        String behalf = behalf(visit, "");
        write(visit, behalf, (w, book, state) -> {
            Entry entry = switch (what) {
                case "claim" -> entryOfClaim(visit, book, id);
                case "item" -> requireItem(visit, book, id);
                case "source" -> requireSource(visit, book, id);
                default -> throw new NotFound();
            };
            if (!mayTakeBack(visit, book, entry, what.equals("source") ? id : "")) {
                throw new Refused(
                        "What was filed is taken back by those who filed it, or by the secretariat. You can dispute the claim.");
            }
            w.add(
                    new Deed.Fallen(what, id, why),
                    entry.label(),
                    needed(reason, "Say why it falls; the record keeps the reason."));
            return id;
        });
    }

    /**
     * Says whether the visitor may let a thing fall: who filed it, another of the same body, or the secretariat.
     *
     * @param source the source it is, which its own body may withdraw; empty for other things
     */
    static boolean mayTakeBack(Visit visit, Book book, Entry entry, String source) {
        return visit.is(Role.SECRETARIAT)
                || book.person(entry.account()).equals(book.person(visit.account()))
                || visit.roles().stream()
                        .filter(m -> !m.body().isEmpty())
                        .anyMatch(m -> m.body().equals(source) || entry.behalf().endsWith(" " + m.body()));
    }

    // ---- findings and the record
    // ---------------------------------------------------------------------------------------

    /** A verifier signs what it found of a concession. */
    void sign(Visit visit, String verifier, String concession, String finding, String why) {
        if (visit.role(Role.VERIFIER, verifier) == null) {
            throw new Refused("Only `%s` signs for itself.".formatted(verifier));
        }
        Concession c = visit.theCase().concessions().stream()
                .filter(x -> x.id().equals(concession))
                .findFirst()
                .orElseThrow(NotFound::new);
        Ref by = c.verifiedBy();
        if (by == null || !signers(visit, by.id()).contains(verifier)) {
            throw new Refused("The text does not ask `%s` about this concession.".formatted(verifier));
        }
        if (!List.of("verified", "refused").contains(finding)) {
            throw new Refused("A finding says verified or refused.");
        }
        write(visit, "verifier " + verifier, (w, book, state) -> {
            // One that was taken back or lost its ground is signed anew by who still holds it.
            boolean before = book.entries().stream()
                    .filter(e -> visit.known().facts().signatures().stream().anyMatch(s -> s.id().equals(e.name())))
                    .anyMatch(e -> Deeds.of(e) instanceof Deed.FindingSigned f
                            && f.verifier().equals(verifier)
                            && f.concession().equals(concession)
                            && f.finding().equals(finding)
                            && f.date().equals(visit.today().toString()));
            if (before) {
                throw new Refused("This was signed today already.");
            }
            w.add(
                    new Deed.FindingSigned(
                            verifier, concession, finding, visit.today().toString()),
                    Labels.of(visit, List.of(concession)),
                    why);
            return concession;
        });
    }

    Books books() {
        return books;
    }

    /** Returns who signs a concession: the members of the panel, or the one verifier. */
    static List<String> signers(Visit visit, String name) {
        return visit.theCase().all(Panel.class).stream()
                .filter(p -> p.id().equals(name))
                .findFirst()
                .map(p -> p.members().stream().map(Ref::id).toList())
                .orElse(List.of(name));
    }

    /** Vouches that the record of facts was kept up to a day. */
    void kept(Visit visit, LocalDate upTo) {
        if (!visit.is(Role.SECRETARIAT)) {
            throw new Refused("The secretariat vouches for the record.");
        }
        if (upTo.isAfter(visit.today())) {
            throw new Refused("%s lies ahead; nobody can vouch for it yet.".formatted(upTo));
        }
        record.change(
                visit.caseId(),
                visit.author("secretariat"),
                w -> w.add(new Deed.RecordKept(upTo.toString()), new Label(Label.Level.COUNTERPART, List.of()), ""));
    }

    /** Hands out the sealed original of an item; that is written down. */
    Sealed.Original open(Visit visit, String item) {
        return write(
                visit,
                visit.roles().isEmpty() ? "" : visit.roles().getFirst().role().word(),
                (w, book, state) -> {
                    Entry filed = requireItem(visit, book, item);
                    Sealed.Original original = Sealed.of(w.connection(), visit.caseId(), item);
                    if (original == null) {
                        throw new NotFound();
                    }
                    w.add(new Deed.ItemHandled(item, "copied"), filed.label(), "");
                    return original;
                });
    }
}

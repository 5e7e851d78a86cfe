package parley.app.evidence.web;

import static parley.app.evidence.web.Access.behalf;
import static parley.app.evidence.web.Access.fresh;
import static parley.app.evidence.web.Access.readable;
import static parley.app.evidence.web.Access.reads;
import static parley.app.evidence.web.Items.item;

import java.util.List;
import java.util.Map;
import parley.app.evidence.ListRows;
import parley.app.record.Deed;
import parley.app.record.Entry;
import parley.app.record.Label;
import parley.app.web.NotFound;
import parley.app.web.Refused;
import parley.app.web.Visit;
import parley.evidence.ListSnapshot;

/** What can be done with lists; who is the same on two of them is a claim, see {@link Evidence#file}. */
final class ListCommands {
    private final Evidence evidence;

    ListCommands(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Takes a list in as it was on a day, with its file sealed; returns its id. */
    String take(Visit visit, ListTaking t) {
        String behalf = behalf(visit, t.body());
        String id = fresh("l");
        Label label = !t.verifiersToo() && reads(visit, Label.PARTNERS)
                ? Label.PARTNERS
                : new Label(Label.Level.COUNTERPART, List.of());
        return evidence.write(visit, behalf, (w, book, state) -> {
            if (t.publisher().isEmpty()) {
                throw new Refused("Say who publishes the list.");
            }
            String item = item(visit, w, book, t.body(), t.item(t.publisher()), label);
            String publisher = Lists.sourceOf(evidence.books().of(w, visit.caseId()), item);
            ListRows.Read read = ListRows.read(publisher, t.csv());
            if (!read.wrong().isEmpty() || read.rows().isEmpty()) {
                throw new Refused(
                        read.wrong().isEmpty()
                                ? "The list has no rows."
                                : read.wrong().getFirst());
            }
            boolean before = state.snapshots().stream()
                    .anyMatch(s -> s.publisher().equals(publisher)
                            && s.criteria().equals(t.criteria())
                            && s.asOf().equals(t.asOf())
                            && s.rows().equals(read.rows()));
            if (before) {
                throw new Refused("This list of %s was taken in before.".formatted(t.asOf()));
            }
            w.add(
                    new Deed.ListTaken(
                            id,
                            publisher,
                            t.criteria(),
                            t.asOf().toString(),
                            t.obtained().toString(),
                            item,
                            t.csv()),
                    label,
                    "");
            return id;
        });
    }

    /** Says why rows of an earlier list are not on a later one any more. */
    void explainLeft(Visit visit, String later, String earlier, Map<String, String> why) {
        String behalf = behalf(visit, "");
        evidence.write(visit, behalf, (w, book, state) -> {
            Lists lists = Lists.of(Seen.of(visit));
            Entry entry = readable(visit, lists.entry(later));
            ListSnapshot now = lists.one(later);
            ListSnapshot before = lists.one(earlier);
            if (now == null || before == null) {
                throw new NotFound();
            }
            if (why.isEmpty()) {
                throw new Refused("No reason was chosen; nothing was recorded.");
            }
            for (Map.Entry<String, String> one : why.entrySet()) {
                if (!before.rows().containsKey(one.getKey()) || now.rows().containsKey(one.getKey())) {
                    throw new Refused("`%s` did not leave between these dates.".formatted(one.getKey()));
                }
                w.add(new Deed.ListLeft(later, one.getKey(), one.getValue()), entry.label(), "");
            }
            return later;
        });
    }
}

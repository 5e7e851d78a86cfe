package parley.app.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.app.evidence.Book;
import parley.app.evidence.ClaimLine;
import parley.app.record.Deed;
import parley.evidence.DisputeStanding;
import parley.evidence.EvidenceState;
import parley.evidence.Resolution;
import parley.evidence.When;
import parley.facts.FactFiles;
import parley.facts.Facts;

/**
 * The rows of facts that claims make: of confidence A while a claim counts, B before, none once it has
 * fallen or lost what carried it. A dispute about
 * a claim is a dispute of the concession it serves.
 */
final class ClaimRows {
    private ClaimRows() {}

    /** Returns the rows of the claims a reader may see, as known at the end of a day. */
    static List<Facts> of(List<Noted> noted, Book book, LocalDate day) {
        List<Facts> found = new ArrayList<>();
        Instant moment = endOf(day);
        EvidenceState state = book.at(book.lastBy(moment), moment);
        List<Disputing> disputes = new ArrayList<>();
        for (Noted n : noted) {
            if (n.deed() instanceof Deed.ClaimFiled deed) {
                ClaimLine line = ClaimLine.of(book, state, deed);
                if (line != null && line.stands() && (line.counts() || !line.hasLost())) {
                    String recorded = Dossier.dayOf(n.entry().at()).toString();
                    Facts rows = FactRows.read(deed.rows(), recorded, line.counts() ? "A" : "B");
                    found.add(between(rows, line.claim().valid().from()));
                }
                if (line != null && line.stands() && !deed.concession().isEmpty()) {
                    line.disputes().forEach(d -> disputes.add(new Disputing(deed.concession(), d)));
                }
            }
        }
        for (DisputeStanding d : state.disputes()) {
            Book.Disputed disputed = book.dispute(d.dispute().id());
            boolean seen = disputed != null
                    && !disputed.concession().isEmpty()
                    && noted.stream()
                            .anyMatch(n -> n.index() == disputed.opened().index());
            if (disputed != null && seen) {
                disputes.add(new Disputing(disputed.concession(), d));
            }
        }
        disputes.forEach(d -> found.add(dispute(book, d, disputes)));
        return found;
    }

    /** A dispute and the concession it is about. */
    private record Disputing(String concession, DisputeStanding standing) {
        boolean goesOn(Book book, LocalDate day) {
            LocalDate ended = book.endOf(standing.dispute().id(), standing);
            return !standing.dispute().raised().isAfter(day) && (ended == null || ended.isAfter(day));
        }
    }

    /** A claim of some day between two counts for a window only if both lie in it; the middle is nobody's day. */
    private static Facts between(Facts rows, When from) {
        if (from.isExact()) {
            return rows;
        }
        return new Facts(
                rows.readings().stream()
                        .map(r -> r.between(from.earliest(), from.latest()))
                        .toList(),
                rows.occurrences().stream()
                        .map(o -> o.between(from.earliest(), from.latest()))
                        .toList(),
                rows.acts(),
                rows.signatures(),
                rows.consultations(),
                rows.decisions());
    }

    /**
     * Returns the ids of the findings that are open again: signed while a claim counted that serves the same concession and does not
     * count any more, taken back by who signed, or lost in a dispute. Who still holds them signs anew.
     */
    static Set<String> reopened(List<Noted> noted, Book book, LocalDate day) {
        Instant moment = endOf(day);
        EvidenceState now = book.at(book.lastBy(moment), moment);
        Set<String> found = new HashSet<>();
        List<Deed.ClaimFiled> gone = noted.stream()
                .map(Noted::deed)
                .filter(Deed.ClaimFiled.class::isInstance)
                .map(Deed.ClaimFiled.class::cast)
                .filter(d -> !d.concession().isEmpty() && !counts(book, now, d))
                .toList();
        for (Noted n : noted) {
            if (n.deed() instanceof Deed.FindingWithdrawn(long signed)) {
                noted.stream().filter(s -> s.index() == signed).forEach(s -> found.add(DeedRows.id(s)));
            }
            if (n.deed() instanceof Deed.FindingSigned && hasLost(book, now, n.index())) {
                found.add(DeedRows.id(n));
            }
            if (n.deed() instanceof Deed.FindingSigned f && f.finding().equals("verified")) {
                boolean lost = gone.stream()
                        .filter(d -> d.concession().equals(f.concession()))
                        .anyMatch(d -> counts(book, book.at(n.index(), n.entry().at()), d));
                if (lost) {
                    found.add(DeedRows.id(n));
                }
            }
        }
        return found;
    }

    private static boolean hasLost(Book book, EvidenceState state, long finding) {
        return book.disputesOf(state, "finding", Long.toString(finding)).stream()
                .anyMatch(d -> d.end() != null && d.end() != Resolution.End.DISMISSED);
    }

    private static boolean counts(Book book, EvidenceState state, Deed.ClaimFiled deed) {
        ClaimLine line = ClaimLine.of(book, state, deed);
        return line != null && line.counts();
    }

    /** Days are those of universal time. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    }

    /** A concession is settled when the last of its disputes has ended. */
    private static Facts dispute(Book book, Disputing disputing, List<Disputing> all) {
        String concession = disputing.concession();
        DisputeStanding d = disputing.standing();
        List<Deed.Row> rows = new ArrayList<>();
        rows.add(row(d, concession, "disputed", d.dispute().raised()));
        LocalDate ended = book.endOf(d.dispute().id(), d);
        if (ended != null && all.stream().noneMatch(o -> o.concession().equals(concession) && o.goesOn(book, ended))) {
            rows.add(row(d, concession, "settled", ended));
        }
        List<Facts> parts = rows.stream()
                .map(r -> FactRows.read(List.of(r), r.fields().getOrDefault("date", ""), "A"))
                .toList();
        return FactRows.joined(parts.stream());
    }

    private static Deed.Row row(DisputeStanding d, String concession, String finding, LocalDate on) {
        return new Deed.Row(
                FactFiles.SIGNATURES,
                Map.of(
                        "id",
                        d.dispute().id() + "-" + finding,
                        "date",
                        on.toString(),
                        "verifier",
                        d.dispute().by(),
                        "concession",
                        concession,
                        "finding",
                        finding,
                        "source",
                        "dispute " + d.dispute().id() + " of this record"));
    }
}

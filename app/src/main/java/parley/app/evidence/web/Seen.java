package parley.app.evidence.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.app.cases.Noted;
import parley.app.evidence.Book;
import parley.app.evidence.ClaimLine;
import parley.app.record.Deed;
import parley.app.record.Entry;
import parley.app.web.Prose;
import parley.app.web.Visit;
import parley.evidence.EvidenceState;

/** The evidence a visitor may see, as known on the day of knowledge looked at: what the own entries name, as the book judges it. */
public final class Seen {
    private final Visit visit;
    private final Book book;
    private final EvidenceState state;
    private final Map<String, Deed.ClaimFiled> claims = new LinkedHashMap<>();
    private final Map<String, Noted> items = new LinkedHashMap<>();
    private final Map<String, Deed.SourceNamed> sources = new LinkedHashMap<>();
    private final Map<String, String> titles = new HashMap<>();

    private Seen(Visit visit) {
        this.visit = visit;
        this.book = visit.dossier().book();
        Instant moment = visit.known()
                .day()
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .minusMillis(1);
        this.state = book.at(book.lastBy(moment), moment);
        for (Noted n : visit.known().noted()) {
            switch (n.deed()) {
                case Deed.ClaimFiled d -> claims.putIfAbsent(d.id(), d);
                case Deed.ItemFiled d -> items.putIfAbsent(d.id(), n);
                case Deed.SourceNamed d -> sources.putIfAbsent(d.id(), d);
                case Deed.SourceTitled(String id, String title) -> titles.putIfAbsent(id, title);
                case null, default -> {}
            }
        }
    }

    /** Returns what the visitor may see. */
    public static Seen of(Visit visit) {
        return new Seen(visit);
    }

    Visit visit() {
        return visit;
    }

    Book book() {
        return book;
    }

    EvidenceState state() {
        return state;
    }

    /** Returns the claims, the newest first. */
    public List<ClaimLine> claims() {
        List<ClaimLine> lines = new ArrayList<>();
        claims.values().forEach(d -> {
            ClaimLine line = ClaimLine.of(book, state, d);
            if (line != null) {
                lines.add(line);
            }
        });
        return lines.reversed();
    }

    /** Returns a claim, or {@code null} if there is none for this visitor. */
    @Nullable
    ClaimLine claim(String id) {
        Deed.ClaimFiled deed = claims.get(id);
        return deed == null ? null : ClaimLine.of(book, state, deed);
    }

    /** Returns the items in the order of the record. */
    public List<Deed.ItemFiled> items() {
        List<Deed.ItemFiled> all = new ArrayList<>();
        items.values().forEach(n -> {
            if (n.deed() instanceof Deed.ItemFiled d) {
                all.add(d);
            }
        });
        return all;
    }

    Deed.@Nullable ItemFiled item(String id) {
        Noted n = items.get(id);
        return n != null && n.deed() instanceof Deed.ItemFiled d ? d : null;
    }

    /** Returns what an item is called for this visitor. */
    String itemTitle(String id) {
        Deed.ItemFiled d = item(id);
        return d == null ? "an item that is not for you" : d.title();
    }

    /** Returns the sources in the order of the record. */
    public List<Deed.SourceNamed> sources() {
        return List.copyOf(sources.values());
    }

    Deed.@Nullable SourceNamed source(String id) {
        return sources.get(id);
    }

    /** Returns what a source is called for this visitor: its name for partners, its organisation, or its pseudonym. */
    public String sourceTitle(String id) {
        String title = titles.get(id);
        if (title != null) {
            return title;
        }
        if (visit.theCase().named(id) != null) {
            return Prose.heading(visit.theCase(), id);
        }
        Deed.SourceNamed s = sources.get(id);
        if (s == null) {
            return id;
        }
        return "source " + id + (s.organisation().isEmpty() ? "" : " of " + s.organisation());
    }

    /** Returns what a publisher is called; lists are published under a name, so there is nothing to hide. */
    String publisherTitle(String id) {
        Deed.SourceNamed s = sources.get(id);
        return s != null && !s.organisation().isEmpty() && visit.theCase().named(id) == null
                ? s.organisation()
                : sourceTitle(id);
    }

    /** Returns on whose behalf an entry was written, in words. */
    String behalf(Entry entry) {
        String behalf = entry.behalf();
        int space = behalf.indexOf(' ');
        return space < 0 ? behalf : Prose.heading(visit.theCase(), behalf.substring(space + 1));
    }

    boolean isMine(Entry entry) {
        return book.person(entry.account()).equals(book.person(visit.account()));
    }

    /** Says whether the visitor is asked for the second look: may look, did not file it, has not signed it. */
    public boolean waitsForMe(ClaimLine line) {
        String me = book.person(visit.account());
        return mayWork(visit)
                && line.state() == ClaimLine.State.WAITING
                && !isMine(line.entry())
                && line.chain().counting().stream()
                        .noneMatch(s -> s.review().holder().equals(me));
    }

    /** Says whether the visitor files and reviews evidence. */
    static boolean mayWork(Visit visit) {
        return visit.is(parley.app.people.Role.VERIFIER)
                || visit.is(parley.app.people.Role.DESK)
                || visit.is(parley.app.people.Role.SECRETARIAT);
    }

    /** Says whether the visitor files and reviews evidence now, and does not look at another time. */
    public static boolean works(Visit visit) {
        return mayWork(visit) && !visit.elsewhen();
    }

    static LocalDate dayOf(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}

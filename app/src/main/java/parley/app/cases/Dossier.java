package parley.app.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.app.copies.ProposedCopies;
import parley.app.copies.ReadingCopies;
import parley.app.evidence.Book;
import parley.app.record.Deed;
import parley.app.record.Deeds;
import parley.app.record.Entry;
import parley.app.record.Label;
import parley.facts.Facts;

/**
 * All of a case that one kind of reader may see: its entries in order, and the texts in force. It never changes; a
 * record that has grown gives another.
 */
public final class Dossier {
    /** Each holds the facts of its day: more would fill the memory where the record is large. */
    private static final int KEPT = 16;

    private final String caseId;
    private final List<Noted> noted;
    private final List<ReadingCopies.Version> versions;
    private final List<ProposedCopies.Proposed> proposed;
    private final FactRows rows;
    private final Book book;

    /** What was computed last, by the day of knowledge. */
    private final Map<Long, Known> known = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Known> eldest) {
            return size() > KEPT;
        }
    };

    private Dossier(
            String caseId,
            List<Noted> noted,
            List<ReadingCopies.Version> versions,
            List<ProposedCopies.Proposed> proposed,
            FactRows rows,
            Book book) {
        this.caseId = caseId;
        this.noted = noted;
        this.versions = List.copyOf(versions);
        this.proposed = List.copyOf(proposed);
        this.rows = rows;
        this.book = book;
    }

    static Dossier empty(String caseId) {
        return new Dossier(caseId, List.of(), List.of(), List.of(), FactRows.NONE, Book.empty(a -> a));
    }

    /**
     * Returns what a reader of the whole record saw when it ended with these entries; no database is asked.
     *
     * @param persons the person of an account
     */
    public static Dossier replayed(String caseId, List<Entry> entries, Function<UUID, UUID> persons) {
        List<ReadingCopies.Version> versions = new ArrayList<>();
        for (Entry e : entries) {
            if (Deeds.of(e) instanceof Deed.TextAdopted d) {
                versions.add(new ReadingCopies.Version(d.version(), e.index(), e.at(), Label.WHOLE, d.files()));
            }
        }
        return empty(caseId)
                .with(entries, versions, List.of(), Book.empty(persons).with(entries));
    }

    /** Returns this dossier with the entries that came after it. */
    Dossier with(
            List<Entry> further,
            List<ReadingCopies.Version> versions,
            List<ProposedCopies.Proposed> proposed,
            Book book) {
        List<Noted> all = new ArrayList<>(noted.size() + further.size());
        all.addAll(noted);
        List<Noted> fresh = further.stream().map(Noted::of).toList();
        all.addAll(fresh);
        return new Dossier(caseId, List.copyOf(all), versions, proposed, rows.with(fresh), book);
    }

    public String caseId() {
        return caseId;
    }

    /** Returns the index of the last entry, -1 if there is none. */
    public long last() {
        return noted.isEmpty() ? -1 : noted.getLast().index();
    }

    /** Returns the evidence of the case; what of it is shown is for the reader's own entries to say. */
    public Book book() {
        return book;
    }

    /** Returns the entries in order. */
    public List<Noted> noted() {
        return noted;
    }

    /** Returns the texts that were in force, as the reader may see them, the one in force now last. */
    public List<ReadingCopies.Version> versions() {
        return versions;
    }

    /** Returns the texts that were proposed, as far as they change something the reader may see. */
    public List<ProposedCopies.Proposed> proposed() {
        return proposed;
    }

    /** Returns what the reader's label is in this case: what the text in force was copied for. */
    public @Nullable Label label() {
        return versions.isEmpty() ? null : versions.getLast().label();
    }

    /** Returns the index of the last entry written by the end of {@code day}, -1 if there is none. */
    public long lastBy(LocalDate day) {
        int from = 0;
        int to = noted.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (dayOf(noted.get(middle).entry().at()).isAfter(day)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from == 0 ? -1 : noted.get(from - 1).index();
    }

    /** Days are those of universal time, for every partner alike. */
    static LocalDate dayOf(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /**
     * Returns what was known at the end of {@code day}; {@code null} if the reader may see no text of this case.
     *
     * <p>Rows that shipped with a case say themselves when they were known, so they count by that day even where the
     * record of this server began later; the first text counts for the time before it too.
     */
    public @Nullable Known knownAt(LocalDate day) {
        if (versions.isEmpty()) {
            return null;
        }
        synchronized (known) {
            return known.computeIfAbsent(day.toEpochDay(), _ -> compute(day));
        }
    }

    private Known compute(LocalDate day) {
        long last = lastBy(day);
        ReadingCopies.Version version = versions.getFirst();
        for (ReadingCopies.Version v : versions) {
            version = dayOf(v.at()).isAfter(day) ? version : v;
        }
        List<Noted> upTo = noted.stream().takeWhile(n -> n.index() <= last).toList();
        LocalDate kept = LocalDate.MIN;
        for (Noted n : upTo) {
            if (n.deed() instanceof Deed.RecordKept(String upTo1)) {
                LocalDate vouched = LocalDate.parse(upTo1);
                kept = vouched.isAfter(kept) ? vouched : kept;
            }
        }
        Facts facts = FactRows.joined(Stream.concat(
                Stream.of(rows.facts(last, ClaimRows.reopened(upTo, book, day))),
                ClaimRows.of(upTo, book, day).stream()));
        return Known.of(version, facts, kept, day, upTo);
    }
}

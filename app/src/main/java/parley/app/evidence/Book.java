package parley.app.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.app.record.Deed;
import parley.app.record.Deeds;
import parley.app.record.Entry;
import parley.evidence.DisputeStanding;
import parley.evidence.EvidenceState;
import parley.evidence.KnownAt;
import parley.evidence.SignatureCheck;

/**
 * The evidence of one case: its whole record, read by the rules. It never changes; a record that has grown gives another.
 *
 * <p>The order of the record is the order of knowing: what was known is asked by an index.
 */
public final class Book {
    private static final int KEPT = 32;

    /** The entry is the signature: its chain and the session that wrote it say who it was. */
    private static final SignatureCheck RECORD = (review, _) -> review.note().startsWith("entry ");

    private final List<Entry> entries;
    private final Function<UUID, UUID> persons;
    private final List<parley.evidence.Entry> events;

    /** Of each event the entry that brought it; -1 for the founding. */
    private final long[] from;

    private final Map<String, Deed.ClaimFiled> claims = new LinkedHashMap<>();
    private final Map<String, Entry> filed = new HashMap<>();
    private final Map<String, Entry> items = new HashMap<>();
    private final Map<String, Entry> sources = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Disputed> disputes = new LinkedHashMap<>();

    private final Map<KnownAt, EvidenceState> states = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<KnownAt, EvidenceState> eldest) {
            return size() > KEPT;
        }
    };

    /** What the entries so far mean; a book that goes on takes a copy. */
    private final Translation translation;

    private Book(Function<UUID, UUID> persons) {
        this.entries = List.of();
        this.persons = persons;
        this.translation = new Translation(persons);
        this.events = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        add(-1, Instant.EPOCH, Translation.founding(), places);
        this.from = places.stream().mapToLong(Long::longValue).toArray();
    }

    /** Goes on from a book that stays as it is: only what is new is read. */
    private Book(Book before, List<Entry> further) {
        this.persons = before.persons;
        this.translation = new Translation(before.translation);
        List<Entry> all = new ArrayList<>(before.entries.size() + further.size());
        all.addAll(before.entries);
        all.addAll(further);
        this.entries = Collections.unmodifiableList(all);
        this.events = new ArrayList<>(before.events);
        claims.putAll(before.claims);
        filed.putAll(before.filed);
        items.putAll(before.items);
        sources.putAll(before.sources);
        faults.addAll(before.faults);
        disputes.putAll(before.disputes);
        List<Long> places = new ArrayList<>();
        for (Entry e : further) {
            read(e, places);
        }
        this.from = Arrays.copyOf(before.from, before.from.length + places.size());
        for (int i = 0; i < places.size(); i++) {
            from[before.from.length + i] = places.get(i);
        }
        EvidenceState newest = before.newest();
        if (newest != null) {
            states.put(newest.at(), newest);
        }
    }

    private void read(Entry e, List<Long> places) {
        Deed deed = Deeds.of(e);
        String fault = translation.events(e, deed, event -> add(e.index(), e.at(), event, places));
        if (fault != null) {
            faults.add(fault);
        }
        switch (deed) {
            case Deed.ClaimFiled d -> {
                claims.putIfAbsent(d.id(), d);
                filed.putIfAbsent(d.id(), e);
            }
            case Deed.ItemFiled d -> items.putIfAbsent(d.id(), e);
            case Deed.SourceNamed d -> sources.putIfAbsent(d.id(), e);
            case Deed.DisputeOpened d ->
                disputes.putIfAbsent(d.id(), new Disputed(d.id(), "claim", d.claim(), "", d.by(), e));
            case Deed.ThingDisputed d ->
                disputes.putIfAbsent(d.id(), new Disputed(d.id(), d.about(), d.thing(), d.concession(), d.by(), e));
            case null, default -> {}
        }
    }

    /** Returns the state of the most entries that was asked for, or {@code null}. */
    private @Nullable EvidenceState newest() {
        synchronized (states) {
            return states.values().stream()
                    .max(Comparator.comparingLong(s -> s.at().size()))
                    .orElse(null);
        }
    }

    private void add(long entry, Instant at, parley.evidence.Event event, List<Long> places) {
        events.add(new parley.evidence.Entry(events.size(), at, event));
        places.add(entry);
    }

    /**
     * Returns the book of a record without entries.
     *
     * @param persons the person of an account
     */
    public static Book empty(Function<UUID, UUID> persons) {
        return new Book(persons);
    }

    /** Returns the book with the entries that came after it. */
    public Book with(List<Entry> further) {
        if (further.isEmpty()) {
            return this;
        }
        return new Book(this, further);
    }

    /** Returns the index of the last entry read, -1 if there is none. */
    public long last() {
        return entries.isEmpty() ? -1 : entries.getLast().index();
    }

    /** Returns the index of the last entry written by a moment, -1 if there is none. */
    public long lastBy(Instant moment) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).at().isAfter(moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == 0 ? -1 : entries.get(low - 1).index();
    }

    /** Returns the name by which the rules know the person of an account. */
    public String person(UUID account) {
        return persons.apply(account).toString();
    }

    /** Returns what was known with the entries up to {@code last}, asked at a moment. */
    public EvidenceState at(long last, Instant moment) {
        int found = Arrays.binarySearch(from, last);
        int size = found < 0 ? -found - 1 : found;
        while (size < from.length && from[size] <= last) {
            size++;
        }
        var known = new KnownAt(size, moment);
        synchronized (states) {
            EvidenceState there = states.get(known);
            if (there == null) {
                there = fold(known);
                states.put(known, there);
            }
            return there;
        }
    }

    /** Goes on from the nearest state before, if there is one. */
    private EvidenceState fold(KnownAt known) {
        EvidenceState base = states.values().stream()
                .filter(s -> s.at().size() <= known.size())
                .max(Comparator.comparingLong(s -> s.at().size()))
                .orElse(null);
        return base == null
                ? EvidenceState.of(events, known, RECORD)
                : base.then(events.subList((int) base.at().size(), (int) known.size()), known);
    }

    /** Returns a claim as it was filed, or {@code null}. */
    public Deed.@Nullable ClaimFiled claim(String id) {
        return claims.get(id);
    }

    /** Returns the entry that filed a claim, or {@code null}. */
    public @Nullable Entry entryOf(String id) {
        return filed.get(id);
    }

    /** Returns the entry that filed an item, or {@code null}. */
    public @Nullable Entry entryOfItem(String id) {
        return items.get(id);
    }

    /** Returns the entry that named a source, or {@code null}. */
    public @Nullable Entry entryOfSource(String id) {
        return sources.get(id);
    }

    public boolean hasSource(String id) {
        return sources.containsKey(id);
    }

    /** Returns why entries mean nothing to the rules, a sentence each; commands see to it that there are none. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** Returns the claims in the order of the record. */
    public List<Deed.ClaimFiled> claims() {
        return List.copyOf(claims.values());
    }

    /**
     * A dispute as it was opened.
     *
     * @param about {@code claim}, {@code finding} or {@code certificate}
     * @param thing the claim, the entry that signed the finding, or the hash of the certificate
     * @param concession the concession a finding or certificate is about; empty for a claim
     * @param opened the entry that opened it
     */
    public record Disputed(String id, String about, String thing, String concession, String by, Entry opened) {}

    /** Returns a dispute as it was opened, or {@code null}. */
    public @Nullable Disputed dispute(String id) {
        return disputes.get(id);
    }

    /** Returns where the disputes of a finding or a certificate stand. */
    public List<DisputeStanding> disputesOf(EvidenceState state, String about, String thing) {
        return state.disputes().stream()
                .filter(s -> {
                    Disputed d = disputes.get(s.dispute().id());
                    return d != null && d.about().equals(about) && d.thing().equals(thing);
                })
                .toList();
    }

    /** Returns the day a dispute ended, or {@code null} as long as it has not. */
    public @Nullable LocalDate endOf(String dispute, DisputeStanding standing) {
        if (standing.end() == null) {
            return null;
        }
        return entries.stream()
                .filter(e -> Deeds.of(e) instanceof Deed.DisputeEndConfirmed d && d.id().equals(dispute))
                .map(e -> e.at().atZone(ZoneOffset.UTC).toLocalDate())
                .filter(day -> !day.isAfter(standing.day()))
                .findFirst()
                .orElse(null);
    }

    /** Returns the entries behind the book. */
    public List<Entry> entries() {
        return entries;
    }
}

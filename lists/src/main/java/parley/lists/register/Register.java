package parley.lists.register;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import parley.lists.difference.Difference;
import parley.lists.intake.Card;
import parley.lists.intake.ListReader;
import parley.lists.record.Finding;
import parley.lists.record.Finding.Code;
import parley.lists.record.Finding.Weight;
import parley.lists.record.Listing;
import parley.lists.source.Source;
import tools.jackson.core.JacksonException;

/**
 * The states of all lists in one folder. Bitemporal: a state has the day of its content and the moment it was signed, and a
 * question is always "on that day, as known at that moment".
 *
 * <p>One process changes it at a time (a lock file); readers need no lock.
 */
public final class Register {
    private final Store store;
    private final InstantSource clock;

    public Register(Path folder, InstantSource clock) {
        this.store = new Store(folder);
        this.clock = clock;
    }

    /** What came of staging files: nothing is live yet. */
    public sealed interface Staged {
        /** The files can be signed as this import. */
        record Preview(Entry entry, ListReader.Outcome outcome, Difference difference, @Nullable Entry live) implements Staged {}

        /** The list says nothing new. */
        record Unchanged(ListReader.Outcome outcome, Entry live) implements Staged {}

        /** Nothing of the files may be used; the register is as it was. */
        record Refused(ListReader.Outcome outcome) implements Staged {}
    }

    /** What came of a signature or a rollback. */
    public sealed interface Answer {
        record Done(Entry entry, boolean live) implements Answer {}

        record Not(String why, String fix) implements Answer {}
    }

    /** All entries in their order. */
    public List<Entry> entries() throws IOException {
        var entries = new ArrayList<Entry>();
        for (String line : store.journalLines()) {
            entries.add(Json.entry(line));
        }
        return entries;
    }

    /**
     * Reads files strictly and stages them.
     *
     * @param accepted findings that a person accepts, by code, with the reason
     */
    public Staged stage(List<Path> files, @Nullable String listId, String by, Map<String, String> accepted) throws IOException {
        var listings = new ArrayList<Listing>();
        ListReader.Outcome outcome = ListReader.read(files, listId, true, listings::add);
        Map<String, String> used = new TreeMap<>();
        for (Finding finding : outcome.reading().findings()) {
            if (finding.code().weight() == Weight.REFUSES) {
                String reason = accepted.get(finding.code().name());
                if (reason == null || reason.isBlank() || !finding.code().canBeAccepted()) {
                    return new Staged.Refused(outcome);
                }
                used.put(finding.code().name(), reason);
            }
        }
        try (var _ = store.lock()) {
            return stage(files, by, outcome, listings, used);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private Staged stage(List<Path> files, String by, ListReader.Outcome outcome, List<Listing> listings, Map<String, String> used) throws IOException {
        List<Entry> entries = entries();
        String list = outcome.reading().card().id();
        Entry live = live(entries, list, Instant.MAX);
        List<Listing> before = live == null ? List.of() : listings(live);
        Difference difference = Difference.between(before, listings);
        String day = outcome.reading().contentDay();
        if (live != null && difference.isEmpty()) {
            outcome.reading().finding(Code.L108, "", "", "The file says the same as import %d.".formatted(live.number()), "nothing to sign; look whether the publisher has something newer");
            return new Staged.Unchanged(outcome, live);
        }
        if (live != null && live.day() != null && day != null && day.compareTo(live.day()) < 0) {
            outcome.reading().finding(Code.L109, "", "", "The content is of %s, the state in force of %s.".formatted(day, live.day()), "sign it only to fill the history; use `parley lists rollback` to go back");
        }
        Card.Bounds step = outcome.reading().card().largestStep();
        if (live != null && (difference.added().size() > step.low() || difference.removed().size() > step.high())) {
            outcome.reading().finding(
                    Code.L122,
                    "",
                    "",
                    "%d records come and %d go; more than %d and %d in one import have never been honest.".formatted(difference.added().size(), difference.removed().size(), step.low(), step.high()),
                    "let a second person look and sign too");
        }
        boolean needsTwo = !used.isEmpty() || outcome.reading().findings().stream().anyMatch(f -> f.code() == Code.L122 || f.code() == Code.L109);
        var raw = new ArrayList<Entry.RawFile>();
        for (Path file : files) {
            var source = new Source(file);
            String hash = source.sha256();
            store.keepRaw(file, hash);
            raw.add(new Entry.RawFile(source.name(), hash, source.sizeBytes()));
        }
        int number = entries.size() + 1;
        String hash = store.keepListings(number, listings);
        var entry = new Entry(number, Entry.Kind.IMPORT, clock.instant(), by, list, 0, day, raw, hash, outcome.reading().counts(), used, needsTwo, "", lastHash());
        store.append(Json.line(entry));
        return new Staged.Preview(entry, outcome, difference, live);
    }

    /** Signs an import; it is live when as many people have signed as it needs. */
    public Answer sign(int number, String by) throws IOException {
        return change(entries -> {
            Entry found = number >= 1 && number <= entries.size() ? entries.get(number - 1) : null;
            if (found == null || found.kind() != Entry.Kind.IMPORT) {
                return new Answer.Not("There is no import %d.".formatted(number), "see `parley lists status` for the imports that wait");
            }
            Set<String> signers = signers(entries, number, Instant.MAX);
            if (isLive(found, signers)) {
                return new Answer.Not("Import %d has been signed.".formatted(number), "nothing to do");
            }
            if (signers.contains(by)) {
                return new Answer.Not("%s has signed import %d; it needs a second person.".formatted(by, number), "let somebody else sign, with --by");
            }
            signers.add(by);
            return new Answer.Done(entry(entries, Entry.Kind.SIGN, by, found, number, ""), isLive(found, signers));
        });
    }

    /** Brings back the state before an import: a new version, nothing is deleted. */
    public Answer rollback(int number, String by, String reason) throws IOException {
        return change(entries -> {
            Entry found = number >= 1 && number <= entries.size() ? entries.get(number - 1) : null;
            if (found == null || found.kind() != Entry.Kind.IMPORT || !isLive(found, signers(entries, number, Instant.MAX))) {
                return new Answer.Not("There is no signed import %d.".formatted(number), "see `parley lists status` for the imports in force");
            }
            if (reason.isBlank()) {
                return new Answer.Not("A rollback needs a reason in words.", "add --reason \"…\"");
            }
            Entry before = null;
            for (Entry live : history(entries, found.list(), Instant.MAX)) {
                if (live.number() == number) {
                    break;
                }
                before = live;
            }
            if (before == null) {
                return new Answer.Not("Import %d is the first state of %s.".formatted(number, found.list()), "import and sign another file instead");
            }
            return new Answer.Done(entry(entries, Entry.Kind.ROLLBACK, by, found, before.number(), reason), true);
        });
    }

    private interface Change {
        Answer apply(List<Entry> entries) throws IOException;
    }

    private Answer change(Change change) throws IOException {
        try (var _ = store.lock()) {
            Answer answer = change.apply(entries());
            if (answer instanceof Answer.Done(Entry entry, boolean _)) {
                store.append(Json.line(entry));
            }
            return answer;
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private Entry entry(List<Entry> entries, Entry.Kind kind, String by, Entry about, int of, String reason) throws IOException {
        return new Entry(entries.size() + 1, kind, clock.instant(), by, about.list(), of, null, List.of(), "", Map.of(), Map.of(), false, reason, lastHash());
    }

    private String lastHash() throws IOException {
        List<String> lines = store.journalLines();
        return lines.isEmpty() ? "" : hash(lines.getLast());
    }

    private static String hash(String line) {
        return HexFormat.of().formatHex(Source.sha256Digest().digest(line.getBytes(StandardCharsets.UTF_8)));
    }

    private static Set<String> signers(List<Entry> entries, int number, Instant knownAt) {
        Set<String> signers = new LinkedHashSet<>();
        for (Entry entry : entries) {
            if (entry.kind() == Entry.Kind.SIGN && entry.of() == number && !entry.at().isAfter(knownAt)) {
                signers.add(entry.by());
            }
        }
        return signers;
    }

    private static boolean isLive(Entry entry, Set<String> signers) {
        return signers.size() >= (entry.needsTwo() ? 2 : 1);
    }

    /** The imports that were in force one after the other, as known at a moment; a rollback brings one back. */
    private static List<Entry> history(List<Entry> entries, String list, Instant knownAt) {
        var states = new ArrayList<Entry>();
        for (Entry entry : entries) {
            if (!entry.list().equals(list) || entry.at().isAfter(knownAt)) {
                continue;
            }
            switch (entry.kind()) {
                case IMPORT -> {
                    // Live from its last signature on.
                }
                case SIGN -> {
                    Entry imported = entries.get(entry.of() - 1);
                    boolean wasLive = states.contains(imported);
                    if (!wasLive && isLive(imported, signers(entries, entry.of(), entry.at()))) {
                        states.add(imported);
                    }
                }
                case ROLLBACK -> states.add(entries.get(entry.of() - 1));
            }
        }
        return states;
    }

    /** All states of a list that were in force, in the order in which they came into force, as known at a moment. */
    public List<Entry> history(String list, Instant knownAt) throws IOException {
        return history(entries(), list, knownAt);
    }

    private static @Nullable Entry live(List<Entry> entries, String list, Instant knownAt) {
        List<Entry> states = history(entries, list, knownAt);
        return states.isEmpty() ? null : states.getLast();
    }

    /** The state in force now, or null. */
    public @Nullable Entry live(String list) throws IOException {
        return live(entries(), list, Instant.MAX);
    }

    /**
     * The state of a list on a day, as known at a moment: of the states signed by then, the one with the newest content that
     * is not newer than the day; a rollback replaces what came before it. Null if none is known.
     */
    public @Nullable Entry asOf(String list, String day, Instant knownAt) throws IOException {
        Entry best = null;
        List<Entry> entries = entries();
        Set<Integer> withdrawn = withdrawn(entries, list, knownAt);
        for (Entry state : history(entries, list, knownAt)) {
            String content = day(state);
            boolean fits = content.compareTo(day) <= 0 && !withdrawn.contains(state.number());
            if (fits && (best == null || content.compareTo(day(best)) >= 0)) {
                best = state;
            }
        }
        return best;
    }

    /** Imports that a rollback took back and nobody brought in again. */
    private static Set<Integer> withdrawn(List<Entry> entries, String list, Instant knownAt) {
        Set<Integer> withdrawn = new LinkedHashSet<>();
        var states = new ArrayList<Entry>();
        for (Entry entry : entries) {
            if (!entry.list().equals(list) || entry.at().isAfter(knownAt)) {
                continue;
            }
            if (entry.kind() == Entry.Kind.SIGN) {
                states.add(entries.get(entry.of() - 1));
            } else if (entry.kind() == Entry.Kind.ROLLBACK) {
                int back = states.lastIndexOf(entries.get(entry.of() - 1));
                for (int i = back + 1; i < states.size(); i++) {
                    withdrawn.add(states.get(i).number());
                }
            }
        }
        return withdrawn;
    }

    /** The day of the content, or the day of the import where the file has none. */
    public static String day(Entry entry) {
        return entry.day() == null ? entry.at().toString().substring(0, 10) : entry.day();
    }

    /** The listings of an import in the order of their ids. */
    public List<Listing> listings(Entry entry) throws IOException {
        var listings = new ArrayList<Listing>();
        String hash = store.listings(entry.number(), listings::add);
        if (!hash.equals(entry.listings())) {
            throw new IOException("The listings of import %d are not those that were signed; run `parley lists fsck`.".formatted(entry.number()));
        }
        return listings;
    }

    /** What each state in force said about a record, oldest first; null where it was not in the list. */
    public Map<Entry, @Nullable Listing> recordHistory(String list, String record) throws IOException {
        Map<Entry, @Nullable Listing> found = new java.util.LinkedHashMap<>();
        for (Entry state : history(list, Instant.MAX)) {
            Listing in = null;
            for (Listing listing : listings(state)) {
                in = listing.id().equals(record) ? listing : in;
            }
            found.put(state, in);
        }
        return found;
    }

    /** Records that were in a state in force and are not in the one now: each as it was last seen. */
    public List<Listing> delisted(String list) throws IOException {
        Map<String, Listing> seen = new TreeMap<>();
        List<Entry> states = history(list, Instant.MAX);
        for (Entry state : states) {
            listings(state).forEach(listing -> seen.put(listing.id(), listing));
        }
        if (!states.isEmpty()) {
            listings(states.getLast()).forEach(listing -> seen.remove(listing.id()));
        }
        return List.copyOf(seen.values());
    }

    /** Imports that wait for a signature, with those who have signed. */
    public Map<Entry, Set<String>> waiting() throws IOException {
        List<Entry> entries = entries();
        Map<Entry, Set<String>> waiting = new java.util.LinkedHashMap<>();
        Map<String, Integer> newest = new HashMap<>();
        entries.forEach(entry -> newest.put(entry.list(), entry.kind() == Entry.Kind.IMPORT ? entry.number() : newest.getOrDefault(entry.list(), 0)));
        for (Entry entry : entries) {
            Set<String> signers = signers(entries, entry.number(), Instant.MAX);
            boolean isNewest = entry.number() == newest.getOrDefault(entry.list(), 0);
            if (entry.kind() == Entry.Kind.IMPORT && isNewest && !isLive(entry, signers)) {
                waiting.put(entry, signers);
            }
        }
        return waiting;
    }

    /** What is damaged, in sentences; empty if everything is as it was written. */
    public List<String> fsck() throws IOException {
        var damage = new ArrayList<String>();
        String previous = "";
        int number = 0;
        for (String line : store.journalLines()) {
            number++;
            Entry entry;
            try {
                entry = Json.entry(line);
            } catch (JacksonException e) {
                damage.add("Line %d of the journal cannot be read.".formatted(number));
                previous = hash(line);
                continue;
            }
            if (entry.number() != number || !entry.previous().equals(previous)) {
                damage.add("Line %d of the journal does not follow the line before it: a line was changed, taken out or put in.".formatted(number));
            }
            previous = hash(line);
            if (entry.kind() == Entry.Kind.IMPORT) {
                check(entry, damage);
            }
        }
        store.leftOvers().forEach(path -> damage.add("`%s` was left by a crash; it can be deleted.".formatted(path.getFileName())));
        return damage;
    }

    private void check(Entry entry, List<String> damage) throws IOException {
        for (Entry.RawFile file : entry.files()) {
            Path raw = store.raw(file.sha256());
            if (!Files.exists(raw)) {
                damage.add("The raw file %s of import %d is missing.".formatted(file.name(), entry.number()));
            } else if (!new Source(raw).sha256().equals(file.sha256())) {
                damage.add("The raw file %s of import %d was changed.".formatted(file.name(), entry.number()));
            }
        }
        try {
            if (!store.listings(entry.number(), _ -> {}).equals(entry.listings())) {
                damage.add("The listings of import %d were changed.".formatted(entry.number()));
            }
        } catch (ZipException | java.io.EOFException | java.nio.file.NoSuchFileException | JacksonException e) {
            damage.add("The listings of import %d are missing or damaged.".formatted(entry.number()));
        }
    }
}

package parley.app.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.web.Refused;
import parley.lists.difference.Difference;
import parley.lists.intake.Card;
import parley.lists.record.Finding;
import parley.lists.record.Listing;
import parley.lists.register.Entry;
import parley.lists.register.Register;
import parley.lists.screening.ListStates;
import parley.lists.screening.LiveIndex;
import parley.lists.screening.LiveRegister;
import parley.lists.source.Source;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The register of the server, the index over it, and the folder in which files are found. Safe for any number of threads. */
public final class OfficialLists {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Register register;
    private final Path inbox;
    private final JdbcClient keeper;
    private final InstantSource clock;
    private final LiveRegister index = new LiveRegister();
    private final Map<Integer, SoftReference<List<Listing>>> read = new ConcurrentHashMap<>();
    private final List<Runnable> told = new CopyOnWriteArrayList<>();

    public OfficialLists(Path data, JdbcClient keeper, InstantSource clock) throws IOException {
        this.register = new Register(Files.createDirectories(data.resolve("register")), clock);
        this.inbox = Files.createDirectories(data.resolve("lists-in"));
        this.keeper = keeper;
        this.clock = clock;
    }

    /** What came of files: an import that waits for a signature, or none. */
    public record Brought(int number, List<Finding> findings) {}

    /** An import as it waits. */
    public record Waiting(Entry entry, java.util.Set<String> signers, List<Finding> findings, String refused) {}

    /** Asks to be told, on the thread that made the change, when a list has changed. */
    public void onChange(Runnable listener) {
        told.add(listener);
    }

    /**
     * Reads and stages the files of one publication.
     *
     * @param list the list, or empty to tell it from the files
     * @param by the person, or the schedule
     */
    public Brought bring(List<Path> files, String list, String by) {
        try {
            return switch (register.stage(files, list.isEmpty() ? null : list, by, Map.of())) {
                case Register.Staged.Preview(var entry, var outcome, var _, var _) -> {
                    List<Finding> findings = outcome.reading().findings();
                    keeper.sql("insert into list_import (number, findings) values (?, ?) on conflict do nothing")
                            .params(entry.number(), JSON.writeValueAsString(findings))
                            .update();
                    yield new Brought(entry.number(), findings);
                }
                case Register.Staged.Unchanged(var outcome, var _) ->
                    new Brought(0, outcome.reading().findings());
                case Register.Staged.Refused(var outcome) ->
                    new Brought(0, outcome.reading().findings());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns an import, or null. */
    public @Nullable Entry entry(int number) {
        List<Entry> entries = entries();
        Entry found = number >= 1 && number <= entries.size() ? entries.get(number - 1) : null;
        return found == null || found.kind() != Entry.Kind.IMPORT ? null : found;
    }

    /** Returns all lines of the journal. */
    public List<Entry> entries() {
        return io(register::entries);
    }

    /** Returns what was found while an import was read; empty if it was brought by another program. */
    public List<Finding> findings(int number) {
        return keeper.sql("select findings from list_import where number = ?")
                .param(number)
                .query(String.class)
                .optional()
                .map(text -> JSON.readValue(text, new TypeReference<List<Finding>>() {}))
                .orElse(List.of());
    }

    /** Returns why an import was refused, or an empty text. */
    public String refusal(int number) {
        return keeper.sql("select why from list_import where number = ? and refused is not null")
                .param(number)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Returns the imports that wait, the newest first. */
    public List<Waiting> waiting() {
        var waiting = new ArrayList<Waiting>();
        io(register::waiting)
                .forEach((entry, signers) ->
                        waiting.add(new Waiting(entry, signers, findings(entry.number()), refusal(entry.number()))));
        return waiting.stream().filter(w -> w.refused().isEmpty()).toList().reversed();
    }

    /** Signs an import; returns whether it is live by it. */
    public boolean sign(int number, UUID person) {
        Entry entry = entry(number);
        if (entry == null) {
            throw new Refused("There is no import %d.".formatted(number));
        }
        if (entry.by().equals(person.toString())) {
            throw new Refused("You brought this file, so another person has to sign it: four eyes see what two miss.");
        }
        if (!refusal(number).isEmpty()) {
            throw new Refused("This import was refused. Import a file again if it should go live after all.");
        }
        return switch (io(() -> register.sign(number, person.toString()))) {
            case Register.Answer.Done(var _, boolean live) -> {
                if (live) {
                    told.forEach(Runnable::run);
                }
                yield live;
            }
            case Register.Answer.Not(String why, String _) ->
                throw new Refused(why.replace(person.toString(), "You") + " Another person signs.");
        };
    }

    /** Keeps an import from going live. */
    public void refuse(int number, UUID person, String why) {
        if (why.isBlank()) {
            throw new Refused("Write in a sentence why the file is refused.");
        }
        boolean waits = waiting().stream().anyMatch(w -> w.entry().number() == number);
        if (!waits) {
            throw new Refused("This import does not wait any more.");
        }
        keeper.sql("""
                        insert into list_import (number, findings, refused, refused_by, why) values (?, '[]', ?, ?, ?)
                        on conflict (number) do update set refused = excluded.refused, refused_by = excluded.refused_by, why = excluded.why""")
                .params(number, java.sql.Timestamp.from(clock.instant()), person, why.strip())
                .update();
    }

    /** Brings the state before the live one back, as a new version. */
    public void rollBack(String list, UUID person, String why) {
        Entry live = live().get(list);
        if (live == null) {
            throw new Refused("Nothing of this list is live.");
        }
        switch (io(() -> register.rollback(live.number(), person.toString(), why.strip()))) {
            case Register.Answer.Done _ -> told.forEach(Runnable::run);
            case Register.Answer.Not(String says, String fix) ->
                throw new Refused(
                        why.isBlank() ? "Write in a sentence why the list goes back." : says + " You can " + fix + ".");
        }
    }

    /** Returns what is live, by list. */
    public Map<String, Entry> live() {
        return io(() -> ListStates.live(register));
    }

    /** Returns the states of a list that were in force, the first first. */
    public List<Entry> history(String list) {
        return io(() -> register.history(list, Instant.MAX));
    }

    /** Returns the listings of an import. */
    public List<Listing> listings(Entry entry) {
        SoftReference<List<Listing>> kept = read.get(entry.number());
        List<Listing> listings = kept == null ? null : kept.get();
        if (listings == null) {
            listings = List.copyOf(io(() -> register.listings(entry)));
            read.put(entry.number(), new SoftReference<>(listings));
        }
        return listings;
    }

    /** Returns a record of a list as it is live, or null. */
    public @Nullable Listing listing(String key) {
        int colon = key.indexOf(':');
        Entry live = colon < 0 ? null : live().get(key.substring(0, colon));
        String id = key.substring(colon + 1);
        return live == null
                ? null
                : listings(live).stream()
                        .filter(l -> l.id().equals(id))
                        .findFirst()
                        .orElse(null);
    }

    /** Returns what changes between two states; all is new where there was none. */
    public Difference difference(@Nullable Entry before, Entry after) {
        return Difference.between(before == null ? List.of() : listings(before), listings(after));
    }

    /** Returns the index over what is in force today; while it is being built, the one before it. */
    public LiveIndex index() {
        Map<String, Entry> live = live();
        return index.current(ListStates.stamp(live), today(), () -> ListStates.read(register, live));
    }

    /** Returns the index over what is in force today; waits until it stands. */
    public LiveIndex freshIndex() {
        Map<String, Entry> live = live();
        return index.fresh(ListStates.stamp(live), today(), () -> ListStates.read(register, live));
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** How a list stands. {@code ageDays} is −1 where nothing is live. */
    public record Status(Card card, @Nullable Entry live, long ageDays, boolean stale, long ofCase) {
        public String counts() {
            var words = new ArrayList<String>();
            if (live != null) {
                new TreeMap<>(live.counts()).forEach((kind, n) -> words.add(n + " " + kind));
            }
            return String.join(", ", words);
        }
    }

    /** Returns all lists, those that are live first. {@code ofCase} counts the records of the programmes of a case. */
    public List<Status> status(String caseName) {
        LocalDate today = today();
        Map<String, Entry> live = live();
        var all = new ArrayList<Status>();
        for (Card card : Card.all().values()) {
            Entry entry = live.get(card.id());
            long age = entry == null
                    ? -1
                    : java.time.temporal.ChronoUnit.DAYS.between(LocalDate.parse(Register.day(entry)), today);
            long ofCase = entry == null
                    ? 0
                    : listings(entry).stream()
                            .filter(l -> card.isOf(caseName, l.programmes()))
                            .count();
            all.add(new Status(card, entry, age, entry != null && age > card.staleAfterDays(), ofCase));
        }
        all.sort(java.util.Comparator.comparing((Status s) -> s.live() == null));
        return all;
    }

    /** Returns the name of who signed or brought something. */
    public String name(String by) {
        if (by.equals(ListsIn.SCHEDULE)) {
            return "the folder lists-in";
        }
        try {
            return keeper.sql("select name from person where id = ?")
                    .param(UUID.fromString(by))
                    .query(String.class)
                    .optional()
                    .orElse(by);
        } catch (IllegalArgumentException e) {
            return by;
        }
    }

    /**
     * Stages what lies in the folder: a file is a publication, and so is a folder of files. What was looked at before is
     * passed over, by its bytes, so that it does no harm to look twice.
     */
    public List<Brought> look() {
        var found = new ArrayList<Brought>();
        try (Stream<Path> entries = Files.list(inbox)) {
            for (Path one : entries.sorted().toList()) {
                List<Path> files = files(one);
                if (!files.isEmpty() && !isKnown(files)) {
                    found.add(bring(files, "", ListsIn.SCHEDULE));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private final Map<String, Boolean> looked = new ConcurrentHashMap<>();

    private boolean isKnown(List<Path> files) throws IOException {
        var hashes = new ArrayList<String>();
        for (Path file : files) {
            hashes.add(new Source(file).sha256());
        }
        if (looked.putIfAbsent(String.join(" ", hashes), true) != null) {
            return true;
        }
        return entries().stream()
                .anyMatch(e -> !e.files().isEmpty()
                        && e.files().stream()
                                .map(Entry.RawFile::sha256)
                                .toList()
                                .equals(hashes));
    }

    private static List<Path> files(Path one) throws IOException {
        if (Files.isRegularFile(one)) {
            return one.getFileName().toString().endsWith(".part") ? List.of() : List.of(one);
        }
        try (Stream<Path> inside = Files.list(one)) {
            return inside.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private interface Io<T> {
        T get() throws IOException;
    }

    private static <T> T io(Io<T> work) {
        try {
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

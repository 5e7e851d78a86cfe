package parley.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import parley.evidence.Certificates;
import parley.evidence.Claim;
import parley.evidence.Clause;
import parley.evidence.CountOf;
import parley.evidence.Criterion;
import parley.evidence.Demand;
import parley.evidence.Entry;
import parley.evidence.Event;
import parley.evidence.EvidenceState;
import parley.evidence.Falls;
import parley.evidence.Grade;
import parley.evidence.Hash;
import parley.evidence.Holder;
import parley.evidence.Item;
import parley.evidence.KnownAt;
import parley.evidence.Policy;
import parley.evidence.Predicate;
import parley.evidence.Rung;
import parley.evidence.SignatureCheck;
import parley.evidence.Source;
import parley.evidence.SourceClass;
import parley.evidence.Validity;
import parley.evidence.Verdict;
import parley.evidence.Verdicts;

/** The numbers of EVIDENCE 15: 100,000 items and 1,000,000 claims read, asked, and what falls with one of them. */
final class EvidenceNumbers {
    private static final int ITEMS = 100_000;
    private static final int CLAIMS = 1_000_000;
    private static final int DEPENDANTS = 10_000;
    private static final int COUNTED = 1_000;
    private static final int STORED = 1_000;
    private static final int RUNS = 7;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final SignatureCheck ANY = (_, _) -> true;

    private EvidenceNumbers() {}

    static void main() throws Exception {
        List<Entry> log = log();
        var all = new KnownAt(log.size(), START);
        double load = seconds(() -> EvidenceState.of(log, all, ANY));
        Table.row("evidence: 100 k items and 1 M claims read", "60 s", in(load, "s"));
        EvidenceState state = EvidenceState.of(log, all, ANY);
        require(state.refused().isEmpty() && state.known().size() == CLAIMS, "the log was not taken whole");

        Table.row(
                "evidence: what held on a day, of 1 M claims",
                "200 ms",
                Spread.of(RUNS, () -> 1e3 * seconds(() -> state.asOf(DAY))).in("ms"));

        Entry next =
                new Entry(log.size(), START, new Event.Retracted("b0", Event.Retracted.Cause.FORGED, "forged", "h0"));
        var later = new KnownAt(log.size() + 1, START);
        Table.row(
                "evidence: one entry more, with 1 M claims",
                "",
                Spread.of(RUNS, () -> seconds(() -> state.then(List.of(next), later)))
                        .in("s"));
        EvidenceState fallen = state.then(List.of(next), later);
        List<Falls.Consequence> consequences = Falls.of(fallen, "b0");
        require(consequences.size() == DEPENDANTS - 1, consequences.size() + " claims fell");
        Table.row(
                "evidence: a retraction with 10,000 dependants",
                "2 s",
                Spread.of(RUNS, () -> seconds(() -> Falls.of(state.then(List.of(next), later), "b0")))
                        .in("s"));

        Clause clause = clause(COUNTED);
        Verdict verdict = Verdicts.derive(state, clause, DAY);
        int read = verdict.dropped().values().stream().mapToInt(List::size).sum();
        require(read == COUNTED, "the verdict read %d claims".formatted(read));
        Table.row(
                "evidence: verdict over 1,000 claims of 1 M",
                "1 s",
                Spread.of(RUNS, () -> seconds(() -> Verdicts.derive(state, clause, DAY)))
                        .in("s"));

        stored(log);
    }

    /** Certificates given out are derived again at their own point of knowing, after 10,000 entries more. */
    private static void stored(List<Entry> log) throws Exception {
        int size = log.size() / 200;
        EvidenceState then = EvidenceState.of(log, new KnownAt(size, START), ANY);
        var engine = new Certificates.Engine("1.0.0", Hash.of("jar"));
        Clause clause = clause(10);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < STORED; i++) {
            texts.add(Certificates.text(
                    Verdicts.derive(then, clause, DAY.plusDays(i)), engine, _ -> new byte[Hash.SALT_BYTES]));
        }
        List<Entry> more = log.subList(0, size + 10_000);
        double again = seconds(() -> {
            EvidenceState read = EvidenceState.of(more, new KnownAt(size, START), ANY);
            for (int i = 0; i < STORED; i++) {
                String difference =
                        Certificates.difference(texts.get(i), read, clause, engine, _ -> new byte[Hash.SALT_BYTES]);
                require(difference == null, String.valueOf(difference));
            }
            return texts;
        });
        Table.row("evidence: 1,000 stored verdicts derived again, all equal", "", in(again, "s"));
    }

    private static Clause clause(int least) {
        return new Clause(
                "bench",
                Hash.of("roadmap"),
                "concession some",
                new Criterion.AtLeast(
                        new CountOf(Predicate.DIED, new TreeMap<>(Map.of("group", "counted")), null, null), least),
                new Demand(Rung.CLEAR_AND_CONVINCING, 2, new TreeSet<>(), null, false),
                new Clause.Panel("monitors", List.of("a", "b"), 1, false));
    }

    private static List<Entry> log() {
        List<Entry> log = new ArrayList<>(ITEMS + CLAIMS + 100);
        add(
                log,
                new Event.Founded(
                        List.of(new Holder("adm1", "a"), new Holder("adm2", "b"), new Holder("adm3", "c")),
                        Policy.fourEyes("usual")));
        add(log, new Event.HolderEnrolled(new Holder("h0", "a"), "adm1", "adm2"));
        for (int i = 0; i < 20; i++) {
            add(log, new Event.SourceAdded(new Source("s" + i, SourceClass.MONITOR_LIST, "org" + i, null, false)));
            add(log, new Event.SourceGraded("s" + i, Grade.Letter.B, "h0", DAY, "its record"));
        }
        var capture = new Item.Capture("h0", "filed", "bench", "nowhere", START, Duration.ZERO);
        for (int i = 0; i < ITEMS; i++) {
            add(
                    log,
                    new Event.ItemAdded(new Item(
                            "i" + i,
                            Hash.of("i" + i),
                            Item.Kind.LIST_ENTRY,
                            "s" + i % 20,
                            capture,
                            Item.Consent.PARTNERS,
                            null,
                            Set.of())));
        }
        for (int i = 0; i < DEPENDANTS; i++) {
            claim(
                    log,
                    "b" + i,
                    Predicate.DETAINED,
                    i,
                    new TreeMap<>(),
                    i == 0 ? List.of() : List.of("b" + (i - 1) / 2));
        }
        for (int i = 0; i < COUNTED; i++) {
            claim(log, "d" + i, Predicate.DIED, i, new TreeMap<>(Map.of("group", "counted")), List.of());
        }
        Predicate[] others = {Predicate.DETAINED, Predicate.CHARGED, Predicate.SENTENCED, Predicate.HOLDS_OFFICE};
        for (int i = DEPENDANTS + COUNTED; i < CLAIMS; i++) {
            claim(log, "c" + i, others[i % others.length], i, new TreeMap<>(), List.of());
        }
        return log;
    }

    private static void claim(
            List<Entry> log,
            String id,
            Predicate predicate,
            int i,
            SortedMap<String, String> words,
            List<String> basis) {
        Validity valid = Validity.since(LocalDate.of(2025, 1, 1).plusDays(i % 365));
        List<String> items = List.of("i" + i % ITEMS, "i" + (i + 7) % ITEMS);
        add(log, new Event.Recorded(new Claim(id, "p" + i, predicate, "there", words, valid, items, basis), "h0"));
    }

    private static void add(List<Entry> log, Event event) {
        log.add(new Entry(log.size(), START, event));
    }

    /** Something whose result has to be used. */
    private interface Work {
        Object done();
    }

    private static double seconds(Work work) {
        double before = Cpu.own();
        Object made = work.done();
        double taken = Cpu.own() - before;
        require(!made.equals(""), "nothing was done");
        return taken;
    }

    private static String in(double seconds, String unit) {
        return Spread.of(new double[] {seconds}).in(unit + " CPU");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}

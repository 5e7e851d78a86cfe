package parley.app.evidence.web;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.app.cases.CaseImport;
import parley.app.cases.Noted;
import parley.app.evidence.ClaimLine;
import parley.app.record.Deed;
import parley.app.web.Prose;
import parley.evidence.LegalGround;
import parley.evidence.ListSnapshot;
import parley.evidence.Outcome;
import parley.evidence.Outcomes;
import parley.evidence.PersonFacts;
import parley.facts.Truth;
import parley.roadmap.Indicator;

/**
 * Releases as they were announced, and what became of those named: intervals from the claims that count. An announcement
 * confirms nothing, so without such a claim every outcome is open.
 */
public final class Releases {
    /** The table of the record that tells what somebody counted. */
    static final String COUNTS = "counts.csv";

    private final Seen seen;
    private final SortedMap<LocalDate, Announced> announced = new TreeMap<>();
    private final Map<LocalDate, List<ClaimLine>> filed = new LinkedHashMap<>();
    private final Map<LocalDate, List<ClaimLine>> counted = new LinkedHashMap<>();

    private Releases(Seen seen) {
        this.seen = seen;
        for (Noted n : seen.visit().known().noted()) {
            if (n.deed() instanceof Deed.RowsFiled(String table, String csv) && table.equals(CaseImport.RELEASES)) {
                register(csv);
            }
        }
        for (ClaimLine c : seen.claims()) {
            for (Deed.Row row : c.deed().rows()) {
                LocalDate day = day(row.fields().getOrDefault("release", ""));
                boolean outcomes = row.table().equals(OutcomeTable.TABLE);
                if (day != null && (outcomes || row.table().equals(COUNTS))) {
                    (outcomes ? filed : counted)
                            .computeIfAbsent(day, _ -> new ArrayList<>())
                            .add(c);
                    if (outcomes) {
                        announced.putIfAbsent(
                                day,
                                new Announced(
                                        day,
                                        OutcomeTable.announced(row),
                                        -1,
                                        "",
                                        "as " + c.deed().id() + " says",
                                        ""));
                    }
                    break;
                }
            }
        }
        announced.values().removeIf(a -> a.on().isAfter(seen.visit().on()));
    }

    static Releases of(Seen seen) {
        return new Releases(seen);
    }

    /**
     * A release as it was announced.
     *
     * @param across how many the register says were put across the border, -1 if it does not say
     */
    public record Announced(LocalDate on, int persons, int across, String counterparts, String note, String source) {}

    private void register(String csv) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord r : reader) {
                LocalDate day = day(r.findField("date").orElse(""));
                if (day != null) {
                    announced.put(
                            day,
                            new Announced(
                                    day,
                                    Math.max(0, whole(r, "number")),
                                    whole(r, "expelled"),
                                    r.findField("counterparts").orElse(""),
                                    r.findField("note").orElse(""),
                                    r.findField("source").orElse("")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int whole(NamedCsvRecord r, String field) {
        String text = r.findField(field).orElse("").strip();
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** An outcome with the bounds of how many have it. */
    public record Count(Outcome outcome, Outcomes.Range range) {
        public String word() {
            return Releases.word(outcome);
        }

        /** Says whether it can be told at all: an outcome that nobody can have is left out. */
        public boolean any() {
            return range.high() > 0;
        }
    }

    /**
     * A release with its outcomes.
     *
     * @param by the claim that counts, or {@code null} if none does
     */
    public record Line(
            Announced announced,
            List<Count> counts,
            Outcomes.Range across,
            @Nullable ClaimLine by) {
        /** Returns the bounds of one outcome. */
        public Outcomes.Range of(Outcome outcome) {
            return counts.stream()
                    .filter(c -> c.outcome() == outcome)
                    .findFirst()
                    .orElseThrow()
                    .range();
        }
    }

    /** Returns outcomes with their bounds in a line. */
    public static String told(List<Count> counts) {
        return counts.stream()
                .filter(Count::any)
                .map(c -> c.word() + " " + c.range())
                .collect(Collectors.joining("; "));
    }

    static String word(Outcome outcome) {
        return outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    /** Returns the releases, the newest first. */
    List<Line> lines() {
        return announced.values().stream().map(this::line).toList().reversed();
    }

    @Nullable
    Line line(LocalDate on) {
        Announced a = announced.get(on);
        return a == null ? null : line(a);
    }

    private Line line(Announced a) {
        ClaimLine by = filed.getOrDefault(a.on(), List.of()).stream()
                .filter(c -> c.state() == ClaimLine.State.COUNTS)
                .findFirst()
                .orElse(null);
        Outcomes outcomes = Outcomes.ofGroups(groups(a, by == null ? List.of() : rows(by)));
        return new Line(a, counts(outcomes), outcomes.putAcross(), by);
    }

    private static List<Count> counts(Outcomes outcomes) {
        return Arrays.stream(Outcome.values())
                .map(o -> new Count(o, outcomes.count(o)))
                .toList();
    }

    private static List<Deed.Row> rows(ClaimLine c) {
        return c.deed().rows().stream()
                .filter(r -> r.table().equals(OutcomeTable.TABLE))
                .toList();
    }

    /** The rows, and those announced of whom nothing is told. */
    private static List<Outcomes.Alike> groups(Announced a, List<Deed.Row> rows) {
        List<Outcomes.Alike> groups = new ArrayList<>();
        int told = 0;
        for (Deed.Row row : rows) {
            groups.add(OutcomeTable.alike(a.on(), row));
            told += OutcomeTable.persons(row);
        }
        groups.add(new Outcomes.Alike(Math.max(0, a.persons() - told), PersonFacts.announced("-")));
        return groups;
    }

    /** A claim that tells outcomes of a release, with what it would say if it counted. */
    public record Filed(ClaimLine line, List<Count> counts) {}

    List<Filed> filed(Announced a) {
        return filed.getOrDefault(a.on(), List.of()).stream()
                .map(c -> new Filed(c, counts(Outcomes.ofGroups(groups(a, rows(c))))))
                .toList();
    }

    /** Returns what rows that are not filed yet would say. */
    static List<Count> preview(Announced a, List<Deed.Row> rows) {
        return counts(Outcomes.ofGroups(groups(a, rows)));
    }

    /** How many persons had something: surely, and at most. */
    public record Share(String what, int low, int high) {}

    /** Returns on which legal grounds they left; one of them is that none is known. */
    static List<Share> grounds(@Nullable ClaimLine by) {
        List<Share> shares = new ArrayList<>();
        for (LegalGround ground : LegalGround.values()) {
            int n = by == null
                    ? 0
                    : rows(by).stream()
                            .filter(r -> r.fields().getOrDefault("ground", "").equals(ground.word()))
                            .mapToInt(OutcomeTable::persons)
                            .sum();
            if (n > 0) {
                shares.add(new Share(ground.word().replace('-', ' '), n, n));
            }
        }
        return shares;
    }

    /** Returns what went with the release, of those out of custody. */
    static List<Share> companions(@Nullable ClaimLine by) {
        List<Share> shares = new ArrayList<>();
        for (String companion : OutcomeTable.COMPANIONS) {
            int low = by == null ? 0 : sum(by, companion, Truth.TRUE);
            int no = by == null ? 0 : sum(by, companion, Truth.FALSE);
            if (by != null && low + no > 0) {
                int all = rows(by).stream().mapToInt(OutcomeTable::persons).sum();
                shares.add(new Share(companion.replace('-', ' '), low, all - no));
            }
        }
        return shares;
    }

    private static int sum(ClaimLine by, String fact, Truth value) {
        return rows(by).stream()
                .filter(r -> OutcomeTable.truth(r, fact, Truth.UNKNOWN) == value)
                .mapToInt(OutcomeTable::persons)
                .sum();
    }

    // ---- the questions
    // -----------------------------------------------------------------------------------------------

    /** On a list the day before: how many of those whose names are told. */
    public record OnList(ListSnapshot list, String title, int of, int named) {}

    List<OnList> listsBefore(Line line) {
        ClaimLine by = line.by();
        List<String> names = by == null
                ? List.of()
                : rows(by).stream()
                        .map(r -> r.fields().getOrDefault("who", ""))
                        .filter(w -> !w.isEmpty())
                        .toList();
        Lists lists = Lists.of(seen);
        List<OnList> found = new ArrayList<>();
        for (ListSnapshot list : lists.at(line.announced().on().minusDays(1))) {
            int on = (int) names.stream()
                    .filter(n -> lists.keys(n).stream().anyMatch(k -> ListPages.isOn(seen, k, list)))
                    .count();
            found.add(new OnList(list, seen.publisherTitle(list.publisher()), on, names.size()));
        }
        return found;
    }

    /** Returns how many were put across the border without papers: surely, and at most. */
    static Share withoutPapers(Line line) {
        ClaimLine by = line.by();
        int low = 0;
        int high = line.announced().persons();
        if (by != null) {
            for (Deed.Row r : rows(by)) {
                Truth out = OutcomeTable.truth(r, "out", Truth.UNKNOWN)
                        .and(OutcomeTable.truth(r, "held-again", Truth.FALSE).not());
                Truth is = out.and(OutcomeTable.truth(r, "across-border", Truth.UNKNOWN))
                        .and(OutcomeTable.truth(r, "documents", Truth.UNKNOWN).not());
                low += is == Truth.TRUE ? OutcomeTable.persons(r) : 0;
                high -= is == Truth.FALSE ? OutcomeTable.persons(r) : 0;
            }
        }
        return new Share("put out without papers", low, Math.max(low, high));
    }

    /** A number of the facts in the month of a release. */
    public record InMonth(String what, String value, String source) {}

    List<InMonth> newlyRecognised(Line line) {
        YearMonth month = YearMonth.from(line.announced().on());
        List<InMonth> found = new ArrayList<>();
        for (Indicator i : seen.visit().theCase().all(Indicator.class)) {
            if (i.counts() == Indicator.Counts.ARRESTS) {
                seen.visit().known().facts().readings().stream()
                        .filter(r -> r.series().equals(i.series())
                                && YearMonth.from(r.date()).equals(month))
                        .forEach(r -> {
                            Double value = r.value();
                            found.add(new InMonth(
                                    i.heading(), value == null ? "not known" : "%.0f".formatted(value), r.source()));
                        });
            }
        }
        return found;
    }

    /**
     * What somebody counted.
     *
     * @param evidence what the evidence says by the same criterion
     * @param why why it agrees or differs
     */
    public record Counted(
            String by,
            int persons,
            String criterion,
            String evidence,
            String why,
            String light,
            @Nullable ClaimLine claim) {}

    List<Counted> counted(Line line) {
        Announced a = line.announced();
        List<Counted> all = new ArrayList<>();
        all.add(compared(line, "the register", a.persons(), Counting.ANNOUNCED, null));
        if (a.across() >= 0) {
            all.add(compared(line, "the register", a.across(), Counting.PUT_ACROSS, null));
        }
        for (ClaimLine c : counted.getOrDefault(a.on(), List.of())) {
            for (Deed.Row r : c.deed().rows()) {
                Counting criterion = Counting.of(r.fields().getOrDefault("criterion", ""));
                if (r.table().equals(COUNTS) && criterion != null && c.stands()) {
                    all.add(compared(
                            line,
                            Prose.heading(seen.visit().theCase(), r.fields().getOrDefault("by", "")),
                            OutcomeTable.persons(r),
                            criterion,
                            c));
                }
            }
        }
        return all;
    }

    private static Counted compared(Line line, String by, int n, Counting criterion, @Nullable ClaimLine claim) {
        Outcomes.Range r = criterion.range(line);
        boolean inside = r.low() <= n && n <= r.high();
        String why = inside
                ? r.low() == r.high() ? "as the evidence says" : "within what the evidence leaves open"
                : n > r.high()
                        ? "%d more than the evidence allows by this criterion".formatted(n - r.high())
                        : "%d fewer than the evidence shows by this criterion".formatted(r.low() - n);
        String light = !inside ? "late" : r.low() == r.high() ? "good" : "wait";
        return new Counted(by, n, criterion.words(), r.toString(), why, light, claim);
    }

    /** By what somebody counts those of a release. */
    public enum Counting {
        ANNOUNCED("all who were announced"),
        OUT("out of custody, wherever"),
        PUT_ACROSS("put across the border, own citizens and foreigners"),
        EXPELLED("expelled, foreigners handed home left out"),
        FREED_AT_HOME("freed who may stay");

        private final String words;

        Counting(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public String word() {
            return Form.word(this);
        }

        static @Nullable Counting of(String word) {
            return Arrays.stream(values())
                    .filter(c -> c.word().equals(word))
                    .findFirst()
                    .orElse(null);
        }

        Outcomes.Range range(Line line) {
            return switch (this) {
                case ANNOUNCED ->
                    new Outcomes.Range(
                            line.announced().persons(), line.announced().persons());
                case PUT_ACROSS -> line.across();
                case EXPELLED -> line.of(Outcome.EXPELLED);
                case FREED_AT_HOME -> line.of(Outcome.FREED_AT_HOME);
                case OUT -> {
                    int low = 0;
                    int held = 0;
                    for (Outcome o : Outcome.values()) {
                        boolean out = switch (o) {
                            case FREED_AT_HOME, FREED_RESTRICTED, LEFT_BY_CHOICE, EXPELLED, REPATRIATED, EXCHANGED ->
                                true;
                            case MOVED, STILL_HELD, BACK_IN_CUSTODY, DIED_IN_CUSTODY -> false;
                        };
                        low += out ? line.of(o).low() : 0;
                        held += out ? 0 : line.of(o).low();
                    }
                    low = Math.max(
                            low,
                            line.across().low() + line.of(Outcome.FREED_AT_HOME).low());
                    yield new Outcomes.Range(low, Math.max(low, line.announced().persons() - held));
                }
            };
        }
    }

    /** Says in a sentence what the number announced is made of; why counts of one release differ. */
    static String sentence(Line line) {
        List<String> parts = new ArrayList<>();
        if (line.across().high() > 0) {
            parts.add(line.across() + " put across the border");
        }
        for (Count c : line.counts()) {
            boolean across = c.outcome() == Outcome.EXPELLED || c.outcome() == Outcome.REPATRIATED;
            if (!across && c.any()) {
                parts.add(c.range() + " " + c.word());
            }
        }
        return "%d announced: %s".formatted(line.announced().persons(), String.join(", ", parts));
    }
}

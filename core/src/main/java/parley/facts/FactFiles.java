package parley.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Expiry;
import parley.roadmap.Stage;
import parley.roadmap.Verb;
import parley.text.Diagnostic;
import parley.text.Fix;
import parley.text.Source;

/** Reads the files of the record. Any of them may be missing; other files decide nothing and are left alone. */
public final class FactFiles {
    public static final String READINGS = "readings.csv";
    public static final String EVENTS = "events.csv";
    public static final String ACTS = "acts.csv";
    public static final String SIGNATURES = "signatures.csv";
    public static final String CONSULTATIONS = "consultations.csv";

    public static final String DECISIONS = "decisions.csv";

    /** The columns of each file. */
    private static final Map<String, List<String>> COLUMNS = Map.of(
            DECISIONS,
            columns("id,date,recorded,partner,verb,measure,stage,source,confidence,note"),
            READINGS,
            columns("id,series,date,value,recorded,source,confidence,origin,replaces,note"),
            EVENTS,
            columns("id,series,date,recorded,title,source,confidence,origin,replaces,note"),
            ACTS,
            columns("id,date,recorded,partner,verb,measure,until,then,instrument,answers,source,confidence,note"),
            SIGNATURES,
            columns("id,date,recorded,verifier,concession,finding,source,confidence,note"),
            CONSULTATIONS,
            columns("id,date,recorded,partner,stakeholder,source,confidence,note"));

    private static final Map<String, Confidence> CONFIDENCES = words(Confidence.values(), Confidence::name);
    private static final Map<String, Verb> VERBS = words(Verb.values(), Verb::plural);
    private static final Map<String, Finding> FINDINGS = words(Finding.values(), Finding::word);
    private static final Map<String, Stage> STAGES = words(Stage.values(), Stage::word);
    private static final Map<String, Expiry.Default> DEFAULTS = words(Expiry.Default.values(), Expiry.Default::word);

    private FactFiles() {}

    /**
     * What the files say.
     *
     * @param facts the rows without a fault
     * @param diagnostics the faults, by file and place
     */
    public record Result(Facts facts, List<Diagnostic> diagnostics) {
        public Result {
            diagnostics = diagnostics.stream().sorted().toList();
        }
    }

    /**
     * Reads all files at once and reports every fault; a row with a fault is left out.
     *
     * @param files the texts by file name, for example {@code readings.csv}
     */
    public static Result read(Map<String, Source> files) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Facts facts = new Facts(
                rows(files, READINGS, diagnostics, FactFiles::reading),
                rows(files, EVENTS, diagnostics, FactFiles::occurrence),
                rows(files, ACTS, diagnostics, FactFiles::act),
                rows(files, SIGNATURES, diagnostics, FactFiles::signature),
                rows(files, CONSULTATIONS, diagnostics, FactFiles::consultation),
                rows(files, DECISIONS, diagnostics, FactFiles::decision));
        return new Result(facts, diagnostics);
    }

    /** Returns the columns of a file in their usual order; empty for a file that is not read. */
    public static List<String> columnsOf(String file) {
        return COLUMNS.getOrDefault(file, List.of());
    }

    private static <T> List<T> rows(
            Map<String, Source> files, String name, List<Diagnostic> out, Function<FactTable, @Nullable T> read) {
        Source source = files.get(name);
        if (source == null) {
            return List.of();
        }
        FactTable table = new FactTable(source, columnsOf(name), out);
        List<T> rows = new ArrayList<>();
        if (table.open()) {
            while (table.next()) {
                T row = read.apply(table);
                if (row != null) {
                    rows.add(row);
                }
            }
            table.checkCorrections();
        }
        return rows;
    }

    private static @Nullable Reading reading(FactTable row) {
        Dated at = Dated.read(row);
        String series = row.required("series");
        Double value = row.number("value");
        String source = row.text("source");
        String origin = row.text("origin");
        String replaces = row.replaces();
        String note = row.text("note");
        if (row.failed() || at == null) {
            return null;
        }
        return new Reading(
                at.id(), series, at.date(), value, at.recorded(), source, at.confidence(), origin, replaces, note);
    }

    private static @Nullable Occurrence occurrence(FactTable row) {
        Dated at = Dated.read(row);
        String series = row.required("series");
        String title = row.text("title");
        String source = row.text("source");
        String origin = row.text("origin");
        String replaces = row.replaces();
        String note = row.text("note");
        if (row.failed() || at == null) {
            return null;
        }
        return new Occurrence(
                at.id(), series, at.date(), at.recorded(), title, source, at.confidence(), origin, replaces, note);
    }

    private static @Nullable ActRow act(FactTable row) {
        String id = row.id();
        LocalDate date = row.date("date");
        LocalDate recorded = row.date("recorded");
        String partner = row.required("partner");
        Verb verb = row.word("F006", "verb", VERBS, "the verb decides in which state the measure is afterwards");
        String measure = row.required("measure");
        Expiry expiry = expiry(row);
        requireEndAfter(row, date, expiry);
        Confidence confidence = confidence(row);
        if (row.failed() || date == null || recorded == null || verb == null || confidence == null) {
            return null;
        }
        return new ActRow(
                id,
                date,
                recorded,
                partner,
                verb,
                measure,
                expiry,
                row.text("instrument"),
                row.text("answers"),
                row.text("source"),
                confidence,
                row.text("note"));
    }

    private static void requireEndAfter(FactTable row, @Nullable LocalDate date, Expiry expiry) {
        if (date != null && expiry instanceof Expiry.Until end && end.day().isBefore(date)) {
            row.reportField(
                    "F024",
                    "until",
                    "%s lies before the day of the act, %s".formatted(end.day(), date),
                    "what ends before it begins was never in force",
                    Fix.advice("look whether day and month are swapped, or the two dates"));
        }
    }

    private static Expiry expiry(FactTable row) {
        String until = row.text("until");
        Expiry.Default then = row.text("then").isEmpty()
                ? null
                : row.word("F016", "then", DEFAULTS, "what follows by itself must be known before it follows");
        if (until.isEmpty() || until.equals("revoked")) {
            if (then != null) {
                row.reportField(
                        "F016",
                        "then",
                        "says what follows an end, but `until` has no date",
                        "without an end nothing follows by itself",
                        Fix.advice("write a date in `until`, or leave `then` empty"));
            }
            return until.isEmpty() ? new Expiry.Unsaid() : new Expiry.UntilRevoked();
        }
        LocalDate day = FactTable.parseDay(until);
        if (day == null) {
            row.reportField(
                    "F016",
                    "until",
                    "`%s` is neither a date nor `revoked`".formatted(until),
                    "the day a relief ends is the day somebody has to be ready",
                    Fix.advice("write a date like 2025-12-13, `revoked`, or nothing"));
            return new Expiry.Unsaid();
        }
        return new Expiry.Until(day, then);
    }

    /** What rows have in common that are recorded on or after their day. */
    private record Dated(String id, LocalDate date, LocalDate recorded, Confidence confidence) {
        static @Nullable Dated read(FactTable row) {
            String id = row.id();
            LocalDate date = row.date("date");
            LocalDate recorded = row.date("recorded");
            row.requireOrder(date, recorded);
            Confidence confidence = FactFiles.confidence(row);
            return date == null || recorded == null || confidence == null
                    ? null
                    : new Dated(id, date, recorded, confidence);
        }
    }

    private static @Nullable Signature signature(FactTable row) {
        Dated at = Dated.read(row);
        String verifier = row.required("verifier");
        String concession = row.required("concession");
        Finding finding = row.word("F015", "finding", FINDINGS, "the finding decides what becomes of the concession");
        String source = row.text("source");
        String note = row.text("note");
        if (row.failed() || at == null || finding == null) {
            return null;
        }
        return new Signature(
                at.id(), at.date(), at.recorded(), verifier, concession, finding, source, at.confidence(), note);
    }

    private static @Nullable Consultation consultation(FactTable row) {
        Dated at = Dated.read(row);
        String partner = row.required("partner");
        String stakeholder = row.required("stakeholder");
        String source = row.text("source");
        String note = row.text("note");
        if (row.failed() || at == null) {
            return null;
        }
        return new Consultation(at.id(), at.date(), at.recorded(), partner, stakeholder, source, at.confidence(), note);
    }

    private static @Nullable DecisionRow decision(FactTable row) {
        Dated at = Dated.read(row);
        String partner = row.required("partner");
        Verb verb = row.word("F006", "verb", VERBS, "the verb says which act is decided about");
        String measure = row.required("measure");
        Stage stage = row.word("F023", "stage", STAGES, "the stage says how far the partner has come");
        String source = row.text("source");
        String note = row.text("note");
        if (row.failed() || at == null || verb == null || stage == null) {
            return null;
        }
        return new DecisionRow(
                at.id(), at.date(), at.recorded(), partner, verb, measure, stage, source, at.confidence(), note);
    }

    private static @Nullable Confidence confidence(FactTable row) {
        return row.word("F007", "confidence", CONFIDENCES, "what is to be confirmed must not decide anything");
    }

    private static List<String> columns(String header) {
        return List.copyOf(Arrays.asList(header.split(",", -1)));
    }

    private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(word, v -> v));
    }
}

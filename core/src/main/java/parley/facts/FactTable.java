package parley.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.text.Diagnostic;
import parley.text.Edit;
import parley.text.Fix;
import parley.text.Label;
import parley.text.Severity;
import parley.text.Source;
import parley.text.Span;

/**
 * One file of the record, read row by row. What a row says wrongly is reported and the row counts as failed; nothing is
 * guessed.
 */
final class FactTable {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");
    private static final int MOST_NUMBERS = 1000;
    private static final String EXAMPLE_DAY = "2025-12-13";

    private final Source source;
    private final List<String> columns;
    private final List<Diagnostic> diagnostics;
    private final CsvRows rows;

    /** For each known column the field that holds it. */
    private final Map<String, Integer> fields = new HashMap<>();

    private final List<String> header = new ArrayList<>();
    private final List<Recent> recent = new ArrayList<>();
    private final Recent days = new Recent();
    private final Map<String, Double> numbers = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Correction> corrections = new HashMap<>();
    private final Map<Integer, Uneven> uneven = new TreeMap<>();
    private boolean failed;

    /** Rows with as many fields as each other, and not as many as the header. */
    private static final class Uneven {
        private final int start;
        private final int end;
        private int rows;

        private Uneven(int start, int end) {
            this.start = start;
            this.end = end;
        }
    }

    private record Correction(String replaces, int start, int end) {}

    FactTable(Source source, List<String> columns, List<Diagnostic> diagnostics) {
        this.source = source;
        this.columns = columns;
        this.diagnostics = diagnostics;
        this.rows = new CsvRows(source.text(), source.text().startsWith("\uFEFF") ? 1 : 0);
    }

    /** Reads the header; false if the rows cannot be understood. */
    boolean open() {
        String text = source.text();
        if (text.startsWith("\uFEFF")) {
            Span at = new Span(source.name(), 0, 1);
            report(
                    "F014",
                    0,
                    1,
                    "the file begins with a byte order mark",
                    "the mark becomes part of the first column's name in other programs",
                    List.of(new Fix("delete the mark", List.of(new Edit(at, "")))));
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            report(
                    "F014",
                    nul,
                    nul + 1,
                    "%s holds a NUL character".formatted(place(nul)),
                    "a NUL shows that the file was damaged or is not UTF-8",
                    List.of(Fix.advice("save the file again as UTF-8")));
            return false;
        }
        if (!rows.next() || rows.unclosed() >= 0 || rows.stray() >= 0) {
            int end = Math.min(text.length(), source.lineEnd(1));
            report(
                    "F013",
                    0,
                    end,
                    "%s has no header that can be read".formatted(source.name()),
                    "the header says which field is which",
                    List.of(writeHeader()));
            return false;
        }
        return header();
    }

    private boolean header() {
        boolean known = false;
        for (int i = 0; i < rows.count(); i++) {
            String name = rows.field(i);
            header.add(name);
            recent.add(new Recent());
            known |= columns.contains(name);
        }
        if (!known) {
            report(
                    "F013",
                    rows.start(0),
                    rows.end(rows.count() - 1),
                    "%s begins with a row that names none of its columns".formatted(source.name()),
                    "the header says which field is which",
                    List.of(writeHeader()));
            return false;
        }
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (!columns.contains(name)) {
                report(
                        "F001",
                        rows.start(i),
                        rows.end(i),
                        "%s has an unknown column `%s`".formatted(source.name(), name),
                        "a column nobody reads may hold what somebody thinks is decided by it",
                        List.of(Fix.advice("use the columns " + String.join(", ", columns))));
            } else if (fields.putIfAbsent(name, i) != null) {
                report(
                        "F003",
                        rows.start(i),
                        rows.end(i),
                        "%s has the column `%s` twice".formatted(source.name(), name),
                        "two values for one thing cannot both be meant",
                        List.of(Fix.advice("remove one of the columns")));
            }
        }
        List<String> missing =
                columns.stream().filter(c -> !fields.containsKey(c)).toList();
        for (String name : missing) {
            report(
                    "F002",
                    rows.start(0),
                    rows.end(rows.count() - 1),
                    "%s lacks the column `%s`".formatted(source.name(), name),
                    "an empty column is a statement, a missing one may be an accident",
                    List.of(Fix.advice(
                            "add the column `%s`, with empty fields where nothing is known".formatted(name))));
        }
        return missing.isEmpty();
    }

    private Fix writeHeader() {
        return Fix.advice("begin the file with " + String.join(",", columns));
    }

    /** Moves to the next row with as many fields as the header; reports the others. */
    boolean next() {
        while (rows.next()) {
            failed = false;
            int first = rows.start(0);
            if (rows.unclosed() >= 0) {
                int quote = rows.unclosed();
                report(
                        "F011",
                        quote,
                        quote + 1,
                        "%s opens a quote that is never closed".formatted(place(quote)),
                        "everything after it would be read as one field",
                        List.of(Fix.advice("close the quote, or double it if it belongs to the text")));
            } else if (rows.stray() >= 0) {
                int quote = rows.stray();
                report(
                        "F019",
                        quote,
                        quote + 1,
                        "%s has a quote in the middle of a field".formatted(place(quote)),
                        "where the field ends would be a guess",
                        List.of(Fix.advice("put the whole field in quotes and double the quotes inside")));
            } else if (rows.count() != header.size()) {
                int end = Math.max(first, rows.end(rows.count() - 1));
                uneven.computeIfAbsent(rows.count(), _ -> new Uneven(first, end)).rows++;
            } else {
                return true;
            }
        }
        reportUneven();
        return false;
    }

    /** An extra comma in every row is one mistake. */
    private void reportUneven() {
        uneven.forEach((fields, where) -> report(
                "F010",
                where.start,
                where.end,
                "%s has %d fields instead of %d%s"
                        .formatted(
                                place(where.start),
                                fields,
                                header.size(),
                                where.rows == 1 ? "" : " (%d rows)".formatted(where.rows)),
                "a missing or an extra comma moves every value after it",
                List.of(Fix.advice("write one field for each column; put texts with commas in quotes"))));
        uneven.clear();
    }

    /** Says whether something of this row was reported. */
    boolean failed() {
        return failed;
    }

    /** Returns the id of this row, reported if empty or already used in this file. */
    String id() {
        String id = required("id");
        int field = field("id");
        if (!id.isEmpty()) {
            Integer first = ids.putIfAbsent(id, rows.start(field));
            if (first != null) {
                failed = true;
                Span here = new Span(source.name(), rows.start(field), rows.end(field));
                diagnostics.add(new Diagnostic(
                        "F008",
                        Severity.ERROR,
                        "%s, field `id`: the id `%s` is already used in line %d"
                                .formatted(place(rows.start(field)), id, source.line(first)),
                        List.of(
                                new Label(here, "again"),
                                new Label(new Span(source.name(), first, first + id.length()), "first")),
                        "corrections and answers name a row by its id",
                        List.of(Fix.advice("give the row an id of its own"))));
            }
        }
        return id;
    }

    /** Returns a field that may be empty; equal values share their memory. */
    String text(String column) {
        int field = field(column);
        return rows.isEmpty(field) ? "" : recent.get(field).text(rows.field(field));
    }

    String required(String column) {
        String value = text(column);
        if (value.isBlank()) {
            reportField(
                    "F017",
                    column,
                    "is empty",
                    "without it the row says nothing",
                    Fix.advice("fill in `%s`, or remove the row".formatted(column)));
        }
        return value;
    }

    @Nullable
    LocalDate date(String column) {
        String value = text(column);
        LocalDate parsed = parseDay(value);
        LocalDate day = parsed == null ? null : days.day(parsed);
        if (day == null) {
            reportField(
                    "F004",
                    column,
                    "`%s` is not a date".formatted(value),
                    "a row is used by its day and by the day it could be known",
                    Fix.advice("write year, month and day like " + EXAMPLE_DAY));
        }
        return day;
    }

    /** Reports a row that was recorded before the day it describes. */
    void requireOrder(@Nullable LocalDate date, @Nullable LocalDate recorded) {
        if (date != null && recorded != null && recorded.isBefore(date)) {
            reportField(
                    "F009",
                    "recorded",
                    "%s lies before the day described, %s".formatted(recorded, date),
                    "nobody can know what has not happened",
                    Fix.advice("look whether day and month are swapped, or the two dates"));
        }
    }

    @Nullable
    Double number(String column) {
        String value = text(column);
        if (value.isEmpty()) {
            return null;
        }
        Double before = numbers.get(value);
        if (before != null) {
            return before;
        }
        if (!NUMBER.matcher(value).matches()) {
            reportField(
                    "F005",
                    column,
                    "`%s` is not a number".formatted(value),
                    "totals and levels are computed from it",
                    Fix.advice("write digits with a point for decimals, like 1250 or 3.5; leave it empty if unknown"));
            return null;
        }
        Double number = Double.parseDouble(value) + 0.0;
        if (numbers.size() < MOST_NUMBERS) {
            numbers.put(value, number);
        }
        return number;
    }

    /** Returns the meaning of a word, or {@code null} and a report. */
    <T> @Nullable T word(String code, String column, Map<String, T> words, String why) {
        String value = text(column);
        T meaning = words.get(value);
        if (meaning == null) {
            reportField(
                    code,
                    column,
                    "`%s` is unknown".formatted(value),
                    why,
                    Fix.advice("write one of "
                            + String.join(", ", words.keySet().stream().sorted().toList())));
        }
        return meaning;
    }

    /** Returns the row that this one corrects, to be looked up by {@link #checkCorrections}. */
    @Nullable
    String replaces() {
        String id = text("id");
        String value = text("replaces");
        if (value.isEmpty()) {
            return null;
        }
        int field = field("replaces");
        corrections.putIfAbsent(id, new Correction(value, rows.start(field), rows.end(field)));
        return value;
    }

    /** Reports corrections of rows that do not exist, and rows that correct each other in a circle. */
    void checkCorrections() {
        Set<String> done = new HashSet<>();
        for (String start : corrections.keySet().stream().sorted().toList()) {
            Set<String> path = new HashSet<>();
            String id = start;
            Correction correction = corrections.get(id);
            while (correction != null && done.add(id)) {
                path.add(id);
                if (!ids.containsKey(correction.replaces())) {
                    report(
                            "F012",
                            correction.start(),
                            correction.end(),
                            "%s, field `replaces`: no row has the id `%s`"
                                    .formatted(place(correction.start()), correction.replaces()),
                            "the row that is wrong would stay in force",
                            List.of(Fix.advice("name the id of a row of this file, or leave it empty")));
                } else if (path.contains(correction.replaces())) {
                    report(
                            "F018",
                            correction.start(),
                            correction.end(),
                            "%s, field `replaces`: `%s` and `%s` replace each other in a circle"
                                    .formatted(place(correction.start()), id, correction.replaces()),
                            "none of the rows would remain",
                            List.of(Fix.advice("leave `replaces` empty in the row that came first")));
                }
                id = correction.replaces();
                correction = corrections.get(id);
            }
        }
    }

    void reportField(String code, String column, String what, String why, Fix fix) {
        int field = field(column);
        int start = rows.start(field);
        report(
                code,
                start,
                rows.end(field),
                "%s, field `%s`: %s".formatted(place(start), column, what),
                why,
                List.of(fix));
    }

    /** Returns a day written {@code yyyy-mm-dd}, or {@code null}. */
    static @Nullable LocalDate parseDay(String value) {
        if (value.length() != 10 || value.charAt(4) != '-' || value.charAt(7) != '-') {
            return null;
        }
        int number = 0;
        for (int i = 0; i < 10; i++) {
            char c = value.charAt(i);
            if (i == 4 || i == 7) {
                continue;
            }
            if (c < '0' || c > '9') {
                return null;
            }
            number = number * 10 + (c - '0');
        }
        try {
            return LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private int field(String column) {
        Integer field = fields.get(column);
        if (field == null) {
            throw new IllegalStateException("%s was opened without a column %s".formatted(source.name(), column));
        }
        return field;
    }

    private String place(int offset) {
        return "%s, line %d".formatted(source.name(), source.line(offset));
    }

    private void report(String code, int start, int end, String what, String why, List<Fix> fixes) {
        failed = true;
        Span at = new Span(source.name(), start, end);
        diagnostics.add(new Diagnostic(code, Severity.ERROR, what, List.of(new Label(at, "")), why, fixes));
    }
}

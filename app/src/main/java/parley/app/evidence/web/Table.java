package parley.app.evidence.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import parley.app.evidence.ClaimLine;
import parley.app.web.Refused;
import parley.roadmap.Concession;
import parley.roadmap.Event;
import parley.roadmap.Indicator;

/**
 * A table of claims to come, one a line: {@code says,date,days,concession} and a column for each series, in any order. Nothing is
 * written by reading it.
 */
public final class Table {
    static final int MOST_ROWS = 500;
    private static final int MOST_DAYS = 400;
    private static final Set<String> OWN = Set.of("says", "date", "days", "concession");

    private Table() {}

    /**
     * A line.
     *
     * @param wrong why it cannot be filed; empty if it can
     * @param already whether such a claim stands in the record
     */
    public record Row(
            long line,
            String says,
            LocalDate on,
            int days,
            String concession,
            Map<String, String> numbers,
            String wrong,
            boolean already) {
        /** Says whether accepting the table files this line. */
        public boolean files() {
            return wrong.isEmpty() && !already;
        }
    }

    /** Reads a table against what the visitor sees. */
    static List<Row> read(Seen seen, String csv) {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            reader.forEach(records::add);
        } catch (CsvParseException e) {
            throw new Refused("The table cannot be read: a quotation mark is not closed, or a field is too long.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (records.size() < 2) {
            throw new Refused("The table has a first line with the names of its columns and a line for each claim.");
        }
        if (records.size() > MOST_ROWS + 1) {
            throw new Refused("One import takes %d lines. Cut the table in two.".formatted(MOST_ROWS));
        }
        List<String> header =
                records.getFirst().getFields().stream().map(String::strip).toList();
        if (!header.contains("says") || !header.contains("date")) {
            throw new Refused("The table needs the columns says and date, and one for each series.");
        }
        Set<String> series = series(seen);
        List<String> unknown = header.stream()
                .filter(h -> !OWN.contains(h) && !series.contains(h))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refused("The case observes no series %s. It observes %s."
                    .formatted(String.join(", ", unknown), String.join(", ", series)));
        }
        Set<String> there = new TreeSet<>();
        seen.claims().stream()
                .filter(ClaimLine::stands)
                .forEach(c -> there.add(c.deed().from() + " " + c.deed().says()));
        List<Row> rows = new ArrayList<>();
        for (CsvRecord r : records.subList(1, records.size())) {
            rows.add(row(seen, header, r, there));
        }
        return rows;
    }

    private static Set<String> series(Seen seen) {
        Set<String> series = new TreeSet<>();
        seen.visit().theCase().all(Indicator.class).forEach(i -> series.add(i.series()));
        seen.visit().theCase().all(Event.class).forEach(e -> series.add(e.series()));
        return series;
    }

    private static Row row(Seen seen, List<String> header, CsvRecord r, Set<String> there) {
        Map<String, String> own = new LinkedHashMap<>();
        Map<String, String> numbers = new LinkedHashMap<>();
        for (int i = 0; i < header.size() && i < r.getFieldCount(); i++) {
            String value = r.getField(i).strip();
            if (!value.isEmpty()) {
                (OWN.contains(header.get(i)) ? own : numbers).put(header.get(i), value);
            }
        }
        List<String> wrong = new ArrayList<>();
        String says = own.getOrDefault("says", "");
        LocalDate on = LocalDate.EPOCH;
        try {
            on = LocalDate.parse(own.getOrDefault("date", ""));
        } catch (DateTimeException e) {
            wrong.add("`%s` is no day like 2026-06-01".formatted(own.getOrDefault("date", "")));
        }
        if (on.isAfter(seen.visit().today())) {
            wrong.add("its day lies ahead");
        }
        String days = own.getOrDefault("days", "0");
        boolean whole = days.matches("\\d{1,3}") && Integer.parseInt(days) <= MOST_DAYS;
        if (!whole) {
            wrong.add("`%s` is no number of days".formatted(days));
        }
        if (says.isEmpty() || says.length() > 300) {
            wrong.add("it needs a sentence of at most 300 letters");
        }
        String concession = own.getOrDefault("concession", "");
        boolean known = concession.isEmpty()
                || seen.visit().theCase().all(Concession.class).stream().anyMatch(c -> c.id().equals(concession));
        if (!known) {
            wrong.add("the case has no concession `%s`".formatted(concession));
        }
        numbers.forEach((name, value) -> {
            boolean event = seen.visit().theCase().all(Event.class).stream()
                    .anyMatch(e -> e.series().equals(name));
            if (!event && !value.matches("-?\\d{1,12}([.]\\d{1,6})?")) {
                wrong.add("`%s` is no number".formatted(value));
            }
        });
        int off = whole ? Integer.parseInt(days) : 0;
        boolean already = !there.add(on.minusDays(off) + " " + says);
        return new Row(
                r.getStartingLineNumber(), says, on, off, concession, numbers, String.join("; ", wrong), already);
    }
}

package parley.app.evidence.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.app.record.Deed;
import parley.app.web.Refused;
import parley.evidence.LegalGround;
import parley.evidence.Outcomes;
import parley.evidence.PersonFacts;
import parley.facts.Truth;

/**
 * What became of those of a release, a line for each person or for several of whom the same is known. Every column but
 * {@code persons} may be missing or empty: what is not said is not known, except that being held again, having died and
 * having been part of a swap are told of those to whom it happened.
 */
public final class OutcomeTable {
    /** The table of the record that the rows of a claim stand in. */
    public static final String TABLE = "outcomes.csv";

    /** What can be said of a person, yes or no. */
    static final List<String> FACTS = List.of(
            "out",
            "moved",
            "held-again",
            "died",
            "across-border",
            "foreign",
            "handed-over",
            "exchanged",
            "documents",
            "choice",
            "restricted");

    /** What went with the release; not part of the outcome. */
    static final List<String> COMPANIONS =
            List.of("passport", "record-expunged", "property", "reporting-duty", "family-free");

    private static final List<String> OTHER = List.of("persons", "who", "said", "outside", "ground");
    private static final int MOST_LINES = 3000;
    private static final int MOST_PERSONS = 100_000;

    private OutcomeTable() {}

    /** Reads a table into rows of a claim; what cannot be read is refused with its line. */
    static List<Deed.Row> rows(LocalDate release, int announced, String csv) {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            reader.forEach(records::add);
        } catch (CsvParseException e) {
            throw new Refused("The table cannot be read: a quotation mark is not closed, or a field is too long.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (records.size() < 2 || records.size() > MOST_LINES + 1) {
            throw new Refused(
                    "The table has a first line with its columns, and from 1 to %d others.".formatted(MOST_LINES));
        }
        List<String> header =
                records.getFirst().getFields().stream().map(String::strip).toList();
        List<String> unknown = header.stream()
                .filter(h -> !FACTS.contains(h) && !COMPANIONS.contains(h) && !OTHER.contains(h))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refused("There is no column %s. The columns are %s, %s and %s."
                    .formatted(
                            String.join(", ", unknown),
                            String.join(", ", OTHER),
                            String.join(", ", FACTS),
                            String.join(", ", COMPANIONS)));
        }
        List<Deed.Row> rows = new ArrayList<>();
        for (CsvRecord r : records.subList(1, records.size())) {
            Map<String, String> fields = new TreeMap<>();
            for (int i = 0; i < header.size() && i < r.getFieldCount(); i++) {
                String value = r.getField(i).strip();
                if (!value.isEmpty()) {
                    fields.put(header.get(i), check(r.getStartingLineNumber(), header.get(i), value));
                }
            }
            fields.putIfAbsent("persons", "1");
            fields.put("release", release.toString());
            fields.put("announced", Integer.toString(announced));
            rows.add(new Deed.Row(TABLE, fields));
        }
        return rows;
    }

    private static String check(long line, String column, String value) {
        String wrong = switch (column) {
            case "persons" ->
                value.matches("\\d{1,6}") && Integer.parseInt(value) <= MOST_PERSONS ? "" : "is no number of persons";
            case "said" -> isDay(value) ? "" : "is no day like 2026-06-01";
            case "ground" -> LegalGround.of(value) == null ? "is no legal ground" : "";
            case "who" -> value.length() <= 200 ? "" : "is too long";
            default -> value.equals("yes") || value.equals("no") ? "" : "is neither yes nor no";
        };
        if (!wrong.isEmpty()) {
            throw new Refused("Line %d, %s: `%s` %s.".formatted(line, column, value, wrong));
        }
        return value;
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Returns a row as a phrase. */
    static String words(Deed.Row row) {
        String who = row.fields().getOrDefault("who", "");
        var out = new StringBuilder(who.isEmpty() ? persons(row) + " persons" : who).append(":");
        for (String column : java.util.stream.Stream.concat(FACTS.stream(), COMPANIONS.stream())
                .toList()) {
            String value = row.fields().get(column);
            if (value != null) {
                out.append(value.equals("yes") ? " " : " not ")
                        .append(column.replace('-', ' '))
                        .append(',');
            }
        }
        String ground = row.fields().getOrDefault("ground", "");
        out.append(ground.isEmpty() ? "" : " " + ground.replace('-', ' ') + ",");
        out.setLength(out.length() - 1);
        return out.toString();
    }

    static int persons(Deed.Row row) {
        return Integer.parseInt(row.fields().getOrDefault("persons", "1"));
    }

    static int announced(Deed.Row row) {
        return Integer.parseInt(row.fields().getOrDefault("announced", "0"));
    }

    /** Returns what the rules make of a row. */
    static Outcomes.Alike alike(LocalDate release, Deed.Row row) {
        PersonFacts facts = new PersonFacts(
                row.fields().getOrDefault("who", "-"),
                truth(row, "out", Truth.UNKNOWN),
                truth(row, "moved", Truth.UNKNOWN),
                truth(row, "held-again", Truth.FALSE),
                truth(row, "died", Truth.FALSE),
                truth(row, "across-border", Truth.UNKNOWN),
                truth(row, "foreign", Truth.UNKNOWN),
                truth(row, "handed-over", Truth.UNKNOWN),
                truth(row, "exchanged", Truth.FALSE),
                truth(row, "documents", Truth.UNKNOWN),
                choice(release, row),
                truth(row, "restricted", Truth.UNKNOWN));
        return new Outcomes.Alike(persons(row), facts);
    }

    /** That somebody had no choice others can see; that it was a choice only the person can say, outside control and later. */
    private static Truth choice(LocalDate release, Deed.Row row) {
        Truth told = truth(row, "choice", Truth.UNKNOWN);
        if (told != Truth.TRUE) {
            return told;
        }
        String said = row.fields().getOrDefault("said", "");
        boolean outside = truth(row, "outside", Truth.UNKNOWN) == Truth.TRUE;
        return PersonFacts.choice(release, said.isEmpty() ? null : LocalDate.parse(said), outside, true);
    }

    static Truth truth(Deed.Row row, String fact, Truth otherwise) {
        return switch (row.fields().getOrDefault(fact, "")) {
            case "yes" -> Truth.TRUE;
            case "no" -> Truth.FALSE;
            default -> otherwise;
        };
    }
}

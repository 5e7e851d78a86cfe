package parley.app.evidence;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import parley.app.record.Deed;
import parley.evidence.Hash;
import parley.evidence.ListSnapshot;

/**
 * The rows of a list from its file. A row is called by its publisher and the publisher's own key, so that number 7 of one list
 * is never number 7 of another: who is the same is a claim.
 */
public final class ListRows {
    /** The columns that may hold the key, the best first. */
    public static final List<String> KEYS = List.of("key", "id", "name");

    private ListRows() {}

    /**
     * What a file says.
     *
     * @param key the column that holds the key, or empty if there is none
     * @param wrong why rows cannot be used, a sentence each; empty if all can
     */
    public record Read(
            String key, List<String> columns, SortedMap<String, Map<String, String>> rows, List<String> wrong) {}

    /** Reads a file. */
    public static Read read(String publisher, String csv) {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            reader.forEach(records::add);
        } catch (CsvParseException e) {
            return none("The file cannot be read: a quotation mark is not closed, or a field is too long.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (records.isEmpty()) {
            return none("The file is empty.");
        }
        List<String> columns =
                records.getFirst().getFields().stream().map(String::strip).toList();
        String key = KEYS.stream().filter(columns::contains).findFirst().orElse("");
        if (key.isEmpty()) {
            return none("The first line names no column key, id or name; one of them says whom a row is about.");
        }
        var rows = new TreeMap<String, Map<String, String>>();
        List<String> wrong = new ArrayList<>();
        for (CsvRecord r : records.subList(1, records.size())) {
            Map<String, String> fields = new TreeMap<>();
            for (int i = 0; i < columns.size() && i < r.getFieldCount(); i++) {
                String value = r.getField(i).strip().replaceAll("[\\p{Cc}\\p{Cf}]+", " ");
                if (!value.isEmpty() && !columns.get(i).isEmpty()) {
                    fields.put(columns.get(i), value);
                }
            }
            String own = fields.getOrDefault(key, "");
            if (own.isEmpty()) {
                wrong.add("Line %d has no %s.".formatted(r.getStartingLineNumber(), key));
            } else if (rows.putIfAbsent(publisher + ":" + own, fields) != null) {
                wrong.add("Line %d is called %s as a line before it.".formatted(r.getStartingLineNumber(), own));
            }
        }
        return new Read(key, columns, rows, wrong);
    }

    private static Read none(String why) {
        return new Read("", List.of(), new TreeMap<>(), List.of(why));
    }

    static ListSnapshot snapshot(Deed.ListTaken d, Hash file) {
        return new ListSnapshot(
                d.id(),
                d.publisher(),
                d.criteria(),
                LocalDate.parse(d.asOf()),
                LocalDate.parse(d.obtained()),
                file,
                read(d.publisher(), d.csv()).rows());
    }
}

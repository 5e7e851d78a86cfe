package parley.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import parley.brief.Annex;

/** Reads the tables of a record that decide nothing: {@code releases.csv}. */
final class Annexes {
    private static final String RELEASES = "releases.csv";

    private Annexes() {}

    /** Returns the tables that are there, without rows of days after {@code known}. */
    static List<Annex> of(Path folder, LocalDate known) throws IOException {
        Path file = folder.resolve(RELEASES);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            List<List<String>> rows = new ArrayList<>();
            csv.forEach(r -> rows.add(r.getFields()));
            if (rows.isEmpty()) {
                return List.of();
            }
            List<String> columns =
                    rows.getFirst().stream().map(c -> c.replace('_', ' ')).toList();
            List<List<String>> shown = rows.stream()
                    .skip(1)
                    .filter(r -> r.getFirst().compareTo(known.toString()) <= 0)
                    .toList();
            return List.of(new Annex("Releases on record, with the reactions to them", columns, shown));
        }
    }
}

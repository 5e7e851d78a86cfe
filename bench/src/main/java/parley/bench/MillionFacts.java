package parley.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import parley.facts.FactFiles;
import parley.facts.Facts;
import parley.roadmap.Case;
import parley.standing.Standing;
import parley.standing.Standings;
import parley.text.Source;

/** Reads a record of a million rows, beside FastCSV which only splits it, and asks where the case stands on a day. */
final class MillionFacts {
    private static final int ROWS = 1_000_000;
    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);
    private static final int RUNS = 7;

    private MillionFacts() {}

    static void main() throws Exception {
        Case theCase = Folders.theCase(Folders.belarus());
        FactWriter.Written written = FactWriter.rows(theCase, ROWS);
        Map<String, Source> files =
                new TreeMap<>(Folders.record(Folders.belarus().resolve("facts")));
        files.put(FactFiles.READINGS, new Source(FactFiles.READINGS, written.readings()));
        files.put(FactFiles.EVENTS, new Source(FactFiles.EVENTS, written.events()));

        double reading = Cpu.own();
        Facts facts = read(files);
        reading = Cpu.own() - reading;
        double standing = Cpu.own();
        Standing first = Standings.of(theCase, facts, DAY, DAY);
        standing = Cpu.own() - standing;
        Table.row(
                "read 1 M rows, fresh JVM",
                "",
                Spread.of(new double[] {reading}).in("s CPU"));
        Table.row(
                "standing over 1 M rows, fresh JVM",
                "1 s CPU",
                Spread.of(new double[] {standing}).in("s CPU"));

        Spread standings = Spread.of(RUNS, () -> {
            double before = Cpu.own();
            if (!Standings.of(theCase, facts, DAY, DAY).equals(first)) {
                throw new IllegalStateException("The same facts gave two answers.");
            }
            return Cpu.own() - before;
        });
        Table.row("standing over 1 M rows, warm", "1 s CPU", standings.in("s CPU"));
        Spread ours = Spread.of(RUNS, () -> cpu(() -> read(files)));
        Spread peer = Spread.of(RUNS, () -> cpu(() -> split(written)));
        Table.row("read 1 M rows, warm", "", ours.in("s CPU"));
        Table.row("FastCSV splits the same rows, warm", "", peer.in("s CPU"));
        Table.row("ratio: reading to FastCSV's splitting", "", Table.ratio(ours.median() / peer.median()));
    }

    /** Something whose result has to be used. */
    private interface Work {
        Object done() throws IOException;
    }

    private static double cpu(Work work) throws IOException {
        double before = Cpu.own();
        Object made = work.done();
        double taken = Cpu.own() - before;
        if (made.equals("")) {
            throw new IllegalStateException("Nothing was done.");
        }
        return taken;
    }

    private static Facts read(Map<String, Source> files) {
        FactFiles.Result result = FactFiles.read(files);
        int rows =
                result.facts().readings().size() + result.facts().occurrences().size();
        if (!result.diagnostics().isEmpty() || rows != ROWS) {
            throw new IllegalStateException(rows + " rows and " + result.diagnostics());
        }
        return result.facts();
    }

    /** Splits the rows into fields and makes each field a string, as a reader of a table does. */
    private static Long split(FactWriter.Written written) throws IOException {
        long characters = 0;
        for (String text : new String[] {written.readings(), written.events()}) {
            try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(text)) {
                for (CsvRecord row : rows) {
                    for (int i = 0; i < row.getFieldCount(); i++) {
                        characters += row.getField(i).length();
                    }
                }
            }
        }
        return characters;
    }
}

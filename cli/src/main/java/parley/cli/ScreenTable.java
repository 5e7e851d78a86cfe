package parley.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import parley.identity.match.Band;
import parley.lists.screening.Hit;
import parley.lists.screening.LiveIndex;
import parley.lists.screening.Query;

/** A table of names against a register: each row comes back with its hits, or with the word that there is none. */
final class ScreenTable {
    private static final List<String> ADDED = List.of(
            "band",
            "name_score",
            "bits",
            "list",
            "record",
            "listed_name",
            "programmes",
            "measures",
            "since",
            "place",
            "why");
    private static final List<List<String>> COLUMNS = List.of(
            List.of("name", "full_name", "fullname", "customer", "customer_name"),
            List.of("kind", "type", "schema"),
            List.of("born", "birth", "birth_date", "birthdate", "date_of_birth", "dob"),
            List.of("country", "nationality", "citizenship"),
            List.of("id", "identifier", "number", "id_number"));
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final long SECOND = 1_000_000_000L;

    private final LiveIndex index;
    private final PrintWriter err;

    ScreenTable(LiveIndex index, PrintWriter err) {
        this.index = index;
        this.err = err;
    }

    /** Returns the exit code; a table with a row that cannot be read is not written at all. */
    int write(Path in, Path out) {
        try {
            long rows = Math.max(0, lines(in) - 1);
            AtomicFile.write(out, writer -> {
                try (Reader text = Files.newBufferedReader(in, StandardCharsets.UTF_8);
                        CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text);
                        CsvWriter to = CsvWriter.builder()
                                .lineDelimiter(LineDelimiter.LF)
                                .build(writer)) {
                    copy(csv, to, rows);
                }
            });
            return ExitCode.FINE;
        } catch (MatchNamesCommand.BadRow e) {
            err.println("parley: " + in + e.getMessage() + "\nNothing was written.");
            return ExitCode.FINDINGS;
        } catch (CsvParseException | java.io.UncheckedIOException e) {
            err.println("parley: %s is no sound CSV table in UTF-8: %s. Nothing was written."
                    .formatted(in, e.getMessage()));
            return ExitCode.FINDINGS;
        } catch (CharacterCodingException e) {
            err.println("parley: %s is not in UTF-8; save it in that encoding. Nothing was written.".formatted(in));
            return ExitCode.FINDINGS;
        } catch (IOException e) {
            err.println("parley: %s cannot be turned into %s: %s".formatted(in, out, AtomicFile.reason(e)));
            return ExitCode.MACHINE_LACKS;
        }
    }

    private static long lines(Path in) throws IOException {
        try (Stream<String> lines = Files.lines(in, StandardCharsets.ISO_8859_1)) {
            return lines.count();
        }
    }

    private void copy(CsvReader<CsvRecord> csv, CsvWriter to, long expected) {
        List<String> header = List.of();
        int[] at = new int[0];
        long began = System.nanoTime();
        long next = began + 2 * SECOND;
        long done = 0;
        for (CsvRecord row : csv) {
            if (header.isEmpty()) {
                header = header(row);
                at = columns(header, row.getStartingLineNumber());
                var all = new ArrayList<>(header);
                all.replaceAll(c -> ADDED.contains(c) ? c + "_in" : c);
                all.addAll(ADDED);
                to.writeRecord(all);
                continue;
            }
            if (row.getFieldCount() != header.size()) {
                throw new MatchNamesCommand.BadRow(
                        row.getStartingLineNumber(),
                        "the row has %d fields, the header %d; a name with a comma stands in quotation marks"
                                .formatted(row.getFieldCount(), header.size()));
            }
            answer(row, at, to);
            done++;
            if (System.nanoTime() >= next) {
                next = System.nanoTime() + (Colour.terminal() ? SECOND : 10 * SECOND);
                double rate = done * 1e9 / (System.nanoTime() - began);
                err.println(String.format(
                        Locale.ROOT,
                        "parley: %d of about %d names, %.0f a second, about %.0f s left",
                        done,
                        expected,
                        rate,
                        Math.max(0, expected - done) / rate));
                err.flush();
            }
        }
        if (header.isEmpty()) {
            throw new MatchNamesCommand.BadRow(
                    1, "the table is empty; its first line names the columns, one of them `name`");
        }
    }

    private static List<String> header(CsvRecord row) {
        var header = new ArrayList<>(row.getFields());
        if (!header.getFirst().isEmpty() && header.getFirst().charAt(0) == BYTE_ORDER_MARK) {
            header.set(0, header.getFirst().substring(1));
        }
        return header;
    }

    /** Where the columns stand, in the order of the fields of a query; −1 for one that is missing. */
    private static int[] columns(List<String> header, long line) {
        List<String> lower = header.stream()
                .map(c -> c.strip().toLowerCase(Locale.ROOT).replace(' ', '_'))
                .toList();
        int[] at = COLUMNS.stream()
                .mapToInt(words -> words.stream()
                        .mapToInt(lower::indexOf)
                        .filter(i -> i >= 0)
                        .findFirst()
                        .orElse(-1))
                .toArray();
        if (at[0] < 0) {
            throw new MatchNamesCommand.BadRow(line, "the header has no column `name`; it has " + header);
        }
        return at;
    }

    private void answer(CsvRecord row, int[] at, CsvWriter to) {
        Query query = new Query(
                field(row, at[0]), field(row, at[1]), field(row, at[2]), field(row, at[3]), field(row, at[4]));
        String wrong = query.wrong();
        if (wrong != null) {
            throw new MatchNamesCommand.BadRow(
                    row.getStartingLineNumber(), wrong.endsWith(".") ? wrong.substring(0, wrong.length() - 1) : wrong);
        }
        List<Hit> hits =
                index.screen(query).stream().filter(h -> h.band() != Band.NONE).toList();
        if (hits.isEmpty()) {
            var fields = new ArrayList<>(row.getFields());
            fields.addAll(List.of("no-hit", "", "", "", "", "", "", "", "", "", ""));
            to.writeRecord(fields);
        }
        for (Hit hit : hits) {
            var fields = new ArrayList<>(row.getFields());
            fields.addAll(List.of(
                    ScreenCommand.word(hit.band()),
                    String.format(Locale.ROOT, "%.3f", hit.nameScore()),
                    String.format(Locale.ROOT, "%.1f", hit.bits()),
                    hit.list(),
                    safe(hit.record()),
                    safe(hit.name()),
                    safe(String.join("; ", hit.programmes())),
                    String.join("; ", hit.measures()),
                    hit.since() == null ? "" : safe(hit.since()),
                    safe(hit.place()),
                    safe(hit.why().tree().strip())));
            to.writeRecord(fields);
        }
    }

    private static String field(CsvRecord row, int at) {
        return at < 0 ? "" : row.getField(at);
    }

    /** What a spreadsheet would take for a formula is marked as text. */
    private static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

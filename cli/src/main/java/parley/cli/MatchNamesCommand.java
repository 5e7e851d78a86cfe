package parley.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import parley.identity.Subject;
import parley.identity.match.Match;
import parley.identity.match.Matcher;
import parley.identity.match.Thresholds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parley match-names}: a plain door for those who test how names are matched. */
@Command(
        name = "match-names",
        description = "Says for each row of a table how near two names are, and whether the pair is worth showing.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the table is written",
            "1:a row cannot be read; nothing is written",
            "3:a file cannot be read or written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  parley match-names --in pairs.csv --out scored.csv",
            "",
            "The table has the columns schema (Person, Company, Organization, LegalEntity, Vessel …), name1 and",
            "name2; others are carried through. Added are score, match (true or false) and explanation."
        })
final class MatchNamesCommand implements Callable<Integer> {
    private static final List<String> WANTED = List.of("schema", "name1", "name2");
    private static final List<String> ADDED = List.of("score", "match", "explanation");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--in", required = true, paramLabel = "FILE", description = "A CSV table in UTF-8.")
    @SuppressWarnings("NullAway.Init")
    private Path in;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the table is written.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        try {
            AtomicFile.write(out, writer -> {
                try (Reader text = Files.newBufferedReader(in, StandardCharsets.UTF_8);
                        CsvReader<CsvRecord> rows = CsvReader.builder()
                                // A row of another length is told below, with its line.
                                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                                .ofCsvRecord(text);
                        CsvWriter csv = CsvWriter.builder()
                                .lineDelimiter(LineDelimiter.LF)
                                .build(writer)) {
                    copy(rows.iterator(), csv);
                }
            });
            return ExitCode.FINE;
        } catch (BadRow e) {
            err.println("parley: " + in + e.getMessage() + "\nNothing was written.");
            return ExitCode.FINDINGS;
        } catch (CsvParseException e) {
            err.println("parley: %s is no sound CSV table: %s. Nothing was written.".formatted(in, deepest(e)));
            return ExitCode.FINDINGS;
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            return trouble(cause == null ? new IOException(e) : cause);
        } catch (IOException e) {
            return trouble(e);
        }
    }

    private int trouble(IOException e) {
        var err = spec.commandLine().getErr();
        if (e instanceof CharacterCodingException) {
            err.println("parley: %s is not in UTF-8; save it in that encoding. Nothing was written.".formatted(in));
            return ExitCode.FINDINGS;
        }
        err.println("parley: %s cannot be turned into %s: %s".formatted(in, out, AtomicFile.reason(e)));
        return ExitCode.MACHINE_LACKS;
    }

    private static String deepest(Throwable e) {
        Throwable cause = e;
        for (Throwable next = e.getCause(); next != null; next = next.getCause()) {
            cause = next;
        }
        return cause instanceof CharacterCodingException ? "it is not in UTF-8" : String.valueOf(e.getMessage());
    }

    private void copy(Iterator<CsvRecord> rows, CsvWriter csv) {
        if (!rows.hasNext()) {
            throw new BadRow(1, "the table is empty; its first line names the columns " + WANTED);
        }
        List<String> header = header(rows.next());
        var all = new ArrayList<>(header);
        // A column of ours that is there already keeps its values under another name.
        all.replaceAll(column -> ADDED.contains(column) ? column + "_in" : column);
        all.addAll(ADDED);
        csv.writeRecord(all);
        int[] at = WANTED.stream().mapToInt(header::indexOf).toArray();
        Thresholds thresholds = Thresholds.shipped();
        var matcher = new Matcher(thresholds);
        var progress = new RowProgress(spec.commandLine().getErr());
        while (rows.hasNext()) {
            CsvRecord row = rows.next();
            if (row.getFieldCount() != header.size()) {
                throw new BadRow(
                        row.getStartingLineNumber(),
                        "the row has %d fields, the header %d; a name with a comma stands in quotation marks"
                                .formatted(row.getFieldCount(), header.size()));
            }
            Match match = matcher.compare(subject(row, at, 1), subject(row, at, 2));
            var fields = new ArrayList<>(row.getFields());
            fields.add(String.format(Locale.ROOT, "%.4f", match.score()));
            fields.add(String.valueOf(match.score() >= thresholds.show()));
            fields.add(match.line());
            csv.writeRecord(fields);
            progress.step();
        }
        progress.end();
    }

    private static List<String> header(CsvRecord row) {
        var header = new ArrayList<>(row.getFields());
        if (!header.getFirst().isEmpty() && header.getFirst().charAt(0) == BYTE_ORDER_MARK) {
            header.set(0, header.getFirst().substring(1));
        }
        for (String column : WANTED) {
            if (!header.contains(column)) {
                throw new BadRow(
                        row.getStartingLineNumber(),
                        "the header has no column `%s`; it has %s".formatted(column, header));
            }
        }
        return header;
    }

    private static Subject subject(CsvRecord row, int[] at, int which) {
        String schema = row.getField(at[0]).strip();
        Subject.Kind kind = EntityProperties.kind(schema);
        if (kind == null) {
            throw new BadRow(
                    row.getStartingLineNumber(),
                    "there is no schema `%s`; write one of %s".formatted(schema, EntityProperties.schemaNames()));
        }
        String name = row.getField(at[which]);
        if (name.isBlank()) {
            throw new BadRow(row.getStartingLineNumber(), "`%s` is empty".formatted(WANTED.get(which)));
        }
        return Subject.named(kind, name);
    }

    /** A row that cannot be read: thrown through the writer of the file, which then leaves nothing behind. */
    static final class BadRow extends RuntimeException {
        private static final long serialVersionUID = 1;

        BadRow(long line, String why) {
            super(":%d: %s.".formatted(line, why));
        }
    }
}

package parley.lists.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import parley.lists.record.Finding.Code;
import parley.lists.record.Refused;

/** Reads rows of separated values, strictly: no byte outside the encoding, no quote left open. */
public final class CsvRows {
    private CsvRows() {}

    /** Takes the rows in their order. */
    public interface Handler {
        /** One row; {@code line} is where it begins, from 1. */
        void row(CsvRecord row, long line) throws Refused;
    }

    /** Reads all rows. */
    public static void read(Source source, Charset charset, char separator, Handler handler) throws IOException, Refused {
        long line = 0;
        try (Reader text = source.reader(charset);
                CsvReader<CsvRecord> rows = CsvReader.builder()
                        .fieldSeparator(separator)
                        // Rows of another length are judged by the reader, which knows what they mean.
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .skipEmptyLines(true)
                        .ofCsvRecord(text)) {
            for (CsvRecord row : rows) {
                line = row.getStartingLineNumber();
                handler.row(row, line);
            }
        } catch (CsvParseException e) {
            throw refused(source, line, e);
        } catch (UncheckedIOException e) {
            throw refused(source, line, e);
        } catch (CharacterCodingException e) {
            throw notInEncoding(source, line);
        } catch (java.io.EOFException | java.util.zip.ZipException e) {
            throw source.refused(Code.L101, after(line), "The packed file breaks off.", "fetch it again");
        }
        if (line == 0) {
            throw source.refused(Code.L102, "", "The file is empty.", "fetch it again");
        }
    }

    private static Refused refused(Source source, long line, RuntimeException e) throws IOException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return notInEncoding(source, line);
            }
            if (cause instanceof Source.BeyondLimit limit) {
                return source.refused(Code.L106, after(line), "The file goes beyond a limit: " + limit.getMessage() + ".", "do not use this file");
            }
            if (cause instanceof java.io.EOFException || cause instanceof java.util.zip.ZipException) {
                return source.refused(Code.L101, after(line), "The packed file breaks off.", "fetch it again");
            }
            if (cause instanceof IOException io && !(io instanceof java.io.EOFException) && !(cause instanceof CharacterCodingException)
                    && cause.getCause() == null && !(e instanceof CsvParseException)) {
                throw io;
            }
        }
        return source.refused(Code.L101, after(line), "The rows cannot be read on: " + e.getMessage() + ".", "fetch the file again; nothing of this one is used");
    }

    private static Refused notInEncoding(Source source, long line) {
        return source.refused(
                Code.L103,
                after(line),
                "A byte is not in the encoding of this format.",
                "fetch the file again, as bytes; something on the way has converted it");
    }

    private static String after(long line) {
        return "after line %d".formatted(line);
    }
}

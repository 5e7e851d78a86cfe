package parley.lists.source;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a table with a header as {@link Fields}. */
public final class Rows {
    private final List<String> header;

    private Rows(List<String> header) {
        this.header = header;
    }

    /** Takes the names of the columns; a name that stands twice gets its ordinal: {@code Last Updated#2}. */
    public static Rows of(List<@Nullable String> names) {
        var header = new ArrayList<String>();
        for (String name : names) {
            String clean = name == null ? "" : Texts.squeeze(name);
            clean = clean.isEmpty() ? "column %d".formatted(header.size() + 1) : clean;
            String unique = clean;
            for (int n = 2; header.contains(unique); n++) {
                unique = clean + "#" + n;
            }
            header.add(unique);
        }
        return new Rows(header);
    }

    /** The names of the columns in their order. */
    public List<String> header() {
        return List.copyOf(header);
    }

    /** The row as fields; blank cells are left out, cells beyond the header are named by their number. */
    public Fields fields(List<@Nullable String> cells, long line) {
        var fields = new Fields("row", line);
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (cell != null && !cell.isBlank()) {
                fields.add(Fields.leaf(i < header.size() ? header.get(i) : "column %d".formatted(i + 1), cell, line));
            }
        }
        return fields;
    }

    /** The same for a row of separated values. */
    public Fields fields(CsvRecord row, long line) {
        var fields = new Fields("row", line);
        for (int i = 0; i < row.getFieldCount(); i++) {
            String cell = row.getField(i);
            if (!cell.isBlank()) {
                fields.add(Fields.leaf(i < header.size() ? header.get(i) : "column %d".formatted(i + 1), cell, line));
            }
        }
        return fields;
    }
}

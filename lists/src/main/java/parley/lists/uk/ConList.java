package parley.lists.uk;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Finding.Code;
import parley.lists.record.Refused;
import parley.lists.source.CsvRows;
import parley.lists.source.Fields;
import parley.lists.source.ListFormat;
import parley.lists.source.Rows;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.Texts;
import parley.lists.source.XlsxRows;

/**
 * The consolidated list of OFSI, closed on 28 January 2026: CSV in Windows-1252 (29 columns until 2020) and a workbook (36
 * columns in 2022). First line {@code Last Updated,dd/mm/yyyy}; a row for each name and address; the key is the group.
 */
public final class ConList implements ListFormat {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Override
    public String id() {
        return "ofsi-conlist";
    }

    @Override
    public String list() {
        return "gb-conlist";
    }

    @Override
    public boolean recognises(String name, String head) {
        return (head.startsWith("Last Updated,") && head.contains("\nName 6,"))
                || (head.startsWith("PK")
                        && name.toLowerCase(java.util.Locale.ROOT).contains("conlist"));
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            var table = new Table(file, sink);
            if (file.head().startsWith("PK")) {
                XlsxRows.read(file, (_, cells, line) -> table.row(cells, line));
            } else {
                refuseUtf8(file);
                CsvRows.read(file, WINDOWS, ',', (row, line) -> table.row(List.copyOf(row.getFields()), line));
            }
            table.done(list());
        }
    }

    /** Every text is valid Windows-1252, so the encoding is told the other way: letters beyond ASCII that are valid UTF-8. */
    private static void refuseUtf8(Source file) throws IOException, Refused {
        boolean[] foreign = {false};
        try {
            CsvRows.read(file, StandardCharsets.UTF_8, ',', (row, _) -> {
                for (String cell : row.getFields()) {
                    foreign[0] |= cell.chars().anyMatch(c -> c > 0x7f);
                }
            });
        } catch (Refused refused) {
            if (refused.finding().code() != Code.L103) {
                throw refused;
            }
            return;
        }
        if (foreign[0]) {
            throw file.refused(
                    Code.L103,
                    "",
                    "The file is in UTF-8; the publisher wrote Windows-1252.",
                    "fetch the file again, as bytes; something on the way has converted it");
        }
    }

    private static final class Table {
        private final Source file;
        private final Sink sink;
        private final Map<String, Group> groups = new LinkedHashMap<>();
        private @Nullable Rows header;
        private int key;

        Table(Source file, Sink sink) {
            this.file = file;
            this.sink = sink;
        }

        void row(List<@Nullable String> cells, long line) throws Refused {
            if (line == 1) {
                sink.contentDay(cells.size() < 2 ? null : Names.dayOf(cells.get(1)));
                return;
            }
            Rows columns = header;
            if (columns == null) {
                header = Rows.of(cells);
                key = header.header().indexOf("Group ID");
                if (key < 0) {
                    throw file.refused(Code.L104, "line 2", "There is no column `Group ID`.", "it may be a new layout");
                }
                return;
            }
            String id = cells.size() > key ? cells.get(key) : null;
            Fields fields = columns.fields(cells, line);
            if (id == null || id.isBlank()) {
                throw file.refused(
                        Code.L101,
                        "line %d".formatted(line),
                        "The row has no Group ID: the file breaks off or is damaged.",
                        "fetch the file again");
            }
            String group = Texts.strip(id);
            groups.computeIfAbsent(group, _ -> new Group(group, fields, groups.size() + 1L))
                    .conListRow(fields, sink);
            sink.checked(group, fields);
        }

        void done(String list) {
            groups.values().forEach(group -> group.done(list, file.name(), sink));
        }
    }
}

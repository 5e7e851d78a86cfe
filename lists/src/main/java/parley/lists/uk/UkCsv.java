package parley.lists.uk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.lists.record.Finding.Code;
import parley.lists.record.Refused;
import parley.lists.source.CsvRows;
import parley.lists.source.Fields;
import parley.lists.source.ListFormat;
import parley.lists.source.Rows;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.Texts;

/** {@code UK-Sanctions-List.csv}: the day of the report, the header, then a row for each name and address. */
public final class UkCsv implements ListFormat {
    @Override
    public String id() {
        return "uksl-csv";
    }

    @Override
    public String list() {
        return "gb-uksl";
    }

    @Override
    public boolean recognises(String name, String head) {
        int second = head.indexOf('\n') + 1;
        return second > 0 && head.startsWith("Last Updated,Unique ID,", second);
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            Map<String, Group> groups = new LinkedHashMap<>();
            Rows[] header = {null};
            CsvRows.read(file, StandardCharsets.UTF_8, ',', (row, line) -> {
                if (line == 1) {
                    String first = row.getField(0);
                    sink.contentDay(Names.dayOf(Texts.strip(first.contains(":") ? first.substring(first.indexOf(':') + 1) : first)));
                } else if (header[0] == null) {
                    header[0] = Rows.of(List.copyOf(row.getFields()));
                } else if (row.getFieldCount() != header[0].header().size()) {
                    throw file.refused(Code.L101, "line %d".formatted(line), "The row has %d columns, not %d: the file breaks off or is damaged.".formatted(row.getFieldCount(), header[0].header().size()), "fetch the file again");
                } else {
                    Fields fields = header[0].fields(row, line);
                    String id = row.getField(1).isBlank() ? "" : Texts.strip(row.getField(1));
                    if (id.isEmpty()) {
                        sink.setAside("line " + line, line, "it has no Unique ID.");
                    } else {
                        groups.computeIfAbsent(id, _ -> new Group(id, fields, groups.size() + 1L)).listRow(fields, sink);
                        sink.checked(id, fields);
                    }
                }
            });
            groups.values().forEach(group -> group.done(list(), file.name(), sink));
        }
    }
}

package parley.brief;

import java.util.List;

/** A table of the record that decides nothing, shown as it is. */
public record Annex(String title, List<String> columns, List<List<String>> rows) {
    public Annex {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    void write(Desk desk) {
        desk.html.open("details").el("summary", title);
        desk.table(title + ", " + Desk.count(rows.size(), "row", "rows"), columns.toArray(String[]::new));
        for (List<String> row : rows) {
            desk.html.open("tr");
            row.forEach(cell -> desk.html.el("td", cell));
            desk.html.close().line();
        }
        desk.endTable();
        desk.html.close("details").line();
    }
}

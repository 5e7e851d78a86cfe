package parley.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parley.text.Source;
import parley.text.Span;

/** Where the record uses a name of the case. */
public final class RecordPlaces {
    private RecordPlaces() {}

    private record Column(String file, String name) {}

    /**
     * Returns every field that means {@code id}, in the order of files and rows.
     *
     * @param files the texts by file name, as {@link FactFiles#read} takes them
     * @param kind the keyword that declares the name, or {@code counterpart}
     */
    public static List<Span> of(Map<String, Source> files, String kind, String id) {
        List<Span> found = new ArrayList<>();
        for (Column column : columns(kind)) {
            Source source = files.get(column.file());
            if (source != null) {
                collect(source, column.name(), id, found);
            }
        }
        return found.stream().sorted().toList();
    }

    private static List<Column> columns(String kind) {
        return switch (kind) {
            case "partner" ->
                List.of(
                        new Column(FactFiles.ACTS, "partner"),
                        new Column(FactFiles.SIGNATURES, "verifier"),
                        new Column(FactFiles.DECISIONS, "partner"),
                        new Column(FactFiles.CONSULTATIONS, "partner"));
            case "measure", "reserve", "offer" ->
                List.of(new Column(FactFiles.ACTS, "measure"), new Column(FactFiles.DECISIONS, "measure"));
            case "concession" ->
                List.of(new Column(FactFiles.ACTS, "answers"), new Column(FactFiles.SIGNATURES, "concession"));
            case "verifier", "panel", "counterpart" -> List.of(new Column(FactFiles.SIGNATURES, "verifier"));
            case "stakeholder" ->
                List.of(
                        new Column(FactFiles.SIGNATURES, "verifier"),
                        new Column(FactFiles.CONSULTATIONS, "stakeholder"));
            case "step" -> List.of(new Column(FactFiles.CONSULTATIONS, "stakeholder"));
            default -> List.of();
        };
    }

    private static void collect(Source source, String column, String id, List<Span> found) {
        CsvRows rows = new CsvRows(source.text(), source.text().startsWith("\uFEFF") ? 1 : 0);
        int field = rows.next() ? RecordNames.fieldOf(column, rows) : -1;
        while (field >= 0 && rows.next()) {
            if (field < rows.count() && rows.field(field).equals(id)) {
                found.add(new Span(source.name(), rows.start(field), rows.end(field)));
            }
        }
    }
}

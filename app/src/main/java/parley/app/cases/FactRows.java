package parley.app.cases;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import parley.app.record.Deed;
import parley.facts.DecisionRow;
import parley.facts.FactFiles;
import parley.facts.Facts;
import parley.text.Source;

/**
 * The rows of facts that the entries of a record add, each entry's read once.
 *
 * @param filed by the entry that filed them, in order
 * @param retracted the ids of rows that fell, by the entry that says so
 */
record FactRows(List<Filed> filed, List<Retracted> retracted) {
    static final FactRows NONE = new FactRows(List.of(), List.of());

    record Filed(long entry, Facts facts) {}

    record Retracted(long entry, String table, Set<String> ids) {}

    FactRows {
        filed = List.copyOf(filed);
        retracted = List.copyOf(retracted);
    }

    FactRows with(List<Noted> further) {
        List<Filed> rows = new ArrayList<>(filed);
        List<Retracted> fallen = new ArrayList<>(retracted);
        for (Noted n : further) {
            switch (n.deed()) {
                case Deed.RowsFiled(String table, String csv) -> rows.add(new Filed(n.index(), read(table, csv)));
                case Deed.RowsRetracted(String table, List<String> ids) ->
                    fallen.add(new Retracted(n.index(), table, Set.copyOf(ids)));
                case null, default -> {
                    Deed.Row row = DeedRows.of(n);
                    if (row != null) {
                        String day = Dossier.dayOf(n.entry().at()).toString();
                        rows.add(new Filed(n.index(), read(List.of(row), day, "A")));
                    }
                }
            }
        }
        return new FactRows(rows, fallen);
    }

    /** Returns the rows of one table from a text with its header; rows with a fault are left out. */
    static Facts read(String table, String csv) {
        return FactFiles.read(Map.of(table, new Source(table, csv))).facts();
    }

    /** Returns the rows that one claim makes. */
    static Facts read(List<Deed.Row> rows, String recorded, String confidence) {
        return joined(rows.stream().map(r -> {
            List<String> columns = FactFiles.columnsOf(r.table());
            var out = new StringWriter();
            try (CsvWriter writer = CsvWriter.builder().build(out)) {
                writer.writeRecord(columns);
                writer.writeRecord(columns.stream()
                        .map(c -> switch (c) {
                            case "recorded" -> recorded;
                            case "confidence" -> confidence;
                            default -> r.fields().getOrDefault(c, "");
                        })
                        .toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return read(r.table(), out.toString());
        }));
    }

    /**
     * Returns the rows filed up to an entry and not fallen by it.
     *
     * @param reopened ids of findings that are to be left out
     */
    Facts facts(long last, Set<String> reopened) {
        Set<String> fallen = new HashSet<>();
        reopened.forEach(id -> fallen.add(FactFiles.SIGNATURES + " " + id));
        retracted.stream()
                .filter(r -> r.entry() <= last)
                .forEach(r -> r.ids().forEach(id -> fallen.add(r.table() + " " + id)));
        // What shipped with the case was known before this record began: see Dossier.knownAt.
        return joined(filed.stream()
                .filter(f -> f.entry() <= last || isShipped(f))
                .map(f -> fallen.isEmpty() ? f.facts() : without(f.facts(), fallen)));
    }

    private boolean isShipped(Filed f) {
        return !filed.isEmpty() && f.entry() <= shippedUpTo();
    }

    /** The first entries without a gap between them came with the case. */
    private long shippedUpTo() {
        long last = filed.getFirst().entry();
        for (Filed f : filed) {
            if (f.entry() > last + 1) {
                break;
            }
            last = f.entry();
        }
        return last;
    }

    private static Facts without(Facts all, Set<String> fallen) {
        return new Facts(
                all.readings().stream()
                        .filter(r -> !fallen.contains(FactFiles.READINGS + " " + r.id()))
                        .toList(),
                all.occurrences().stream()
                        .filter(r -> !fallen.contains(FactFiles.EVENTS + " " + r.id()))
                        .toList(),
                all.acts().stream()
                        .filter(r -> !fallen.contains(FactFiles.ACTS + " " + r.id()))
                        .toList(),
                all.signatures().stream()
                        .filter(r -> !fallen.contains(FactFiles.SIGNATURES + " " + r.id()))
                        .toList(),
                all.consultations().stream()
                        .filter(r -> !fallen.contains(FactFiles.CONSULTATIONS + " " + r.id()))
                        .toList(),
                all.decisions().stream()
                        .filter(r -> !fallen.contains(FactFiles.DECISIONS + " " + r.id()))
                        .toList());
    }

    static Facts joined(Stream<Facts> parts) {
        List<Facts> all = parts.toList();
        if (all.size() == 1) {
            return all.getFirst();
        }
        // Within a day what was recorded later stands, ids say nothing of that; what is unconfirmed replaces nothing
        // sure.
        var decisions = new LinkedHashMap<String, DecisionRow>();
        for (Facts part : all) {
            for (DecisionRow d : part.decisions()) {
                String what = String.join(" ", d.partner(), d.verb().name(), d.measure());
                decisions.put(d.date() + " " + d.confidence() + " " + what, d);
            }
        }
        return new Facts(
                all.stream().flatMap(f -> f.readings().stream()).toList(),
                all.stream().flatMap(f -> f.occurrences().stream()).toList(),
                all.stream().flatMap(f -> f.acts().stream()).toList(),
                all.stream().flatMap(f -> f.signatures().stream()).toList(),
                all.stream().flatMap(f -> f.consultations().stream()).toList(),
                List.copyOf(decisions.values()));
    }
}

package parley.lists.csl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parley.lists.record.Draft;
import parley.lists.record.Finding.Code;
import parley.lists.record.Listing;
import parley.lists.record.Listing.Kind;
import parley.lists.record.Listing.Measure;
import parley.lists.record.Name.Quality;
import parley.lists.record.Name.Use;
import parley.lists.record.Refused;
import parley.lists.source.CsvRows;
import parley.lists.source.Fields;
import parley.lists.source.ListFormat;
import parley.lists.source.Rows;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.Texts;
import parley.lists.source.Whens;

/**
 * The consolidated screening list of trade.gov as CSV: thirteen lists in one file, aliases, dates, numbers and programmes
 * in one row, separated by {@code ; }. The record id is the id of the file ({@code _id}); the number of the own list stands
 * in the notes.
 */
public final class ScreeningListCsv implements ListFormat {
    private static final Map<String, Measure> MEASURES = Map.ofEntries(
            Map.entry("SDN", Measure.FREEZE),
            Map.entry("EL", Measure.EXPORT),
            Map.entry("DTC", Measure.EXPORT),
            Map.entry("DPL", Measure.EXPORT),
            Map.entry("SSI", Measure.SECTOR),
            Map.entry("UVL", Measure.EXPORT),
            Map.entry("ISN", Measure.EXPORT),
            Map.entry("PLC", Measure.OTHER),
            Map.entry("MEU", Measure.EXPORT),
            Map.entry("CMIC", Measure.SECTOR),
            Map.entry("CAP", Measure.PAYMENT),
            Map.entry("NS-MBS List", Measure.SECTOR),
            Map.entry("FSE", Measure.OTHER));

    @Override
    public String id() {
        return "us-csl-csv";
    }

    @Override
    public String list() {
        return "us-csl";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.startsWith("_id,source,entity_number,");
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            Rows[] header = {null};
            CsvRows.read(file, StandardCharsets.UTF_8, ',', (row, line) -> {
                if (header[0] == null) {
                    header[0] = Rows.of(List.copyOf(row.getFields()));
                    return;
                }
                // The file ends each row with one comma too many.
                if (row.getFieldCount() < header[0].header().size()) {
                    throw file.refused(Code.L101, "line %d".formatted(line), "The row has %d columns, not %d: the file breaks off or is damaged.".formatted(row.getFieldCount(), header[0].header().size()), "fetch the file again");
                }
                entry(file.name(), header[0].fields(row, line), line, sink);
            });
        }
    }

    private void entry(String file, Fields row, long line, Sink sink) {
        String id = row.take("_id", "line-" + line);
        String source = row.take("source", "");
        String code = source.contains("(") ? source.substring(source.lastIndexOf('(') + 1, Math.max(source.lastIndexOf('(') + 1, source.lastIndexOf(')'))) : "";
        var draft = new Draft();
        Measure measure = MEASURES.get(code);
        if (measure == null) {
            sink.unknownCode(id, "source", source);
        } else {
            draft.measures.add(measure);
        }
        draft.note("source", source);
        draft.note("number", row.take("entity_number"));
        String type = row.take("type", "");
        Kind kind = switch (type.toLowerCase(Locale.ROOT)) {
            case "individual" -> Kind.PERSON;
            case "entity" -> Kind.ORGANISATION;
            case "vessel" -> Kind.VESSEL;
            case "aircraft" -> Kind.AIRCRAFT;
            case "" -> Kind.UNKNOWN;
            default -> {
                sink.unknownCode(id, "type", type);
                yield Kind.UNKNOWN;
            }
        };
        Texts.pieces(row.take("programs"), "; ").forEach(draft::programme);
        if (draftHasNoProgramme(row)) {
            draft.programme(code);
        }
        draft.name(row.take("name"), Use.PRIMARY, Quality.UNKNOWN);
        Texts.pieces(row.take("alt_names"), "; ").forEach(name -> draft.name(name, Use.ALIAS, Quality.UNKNOWN));
        draft.position(row.take("title"));
        Texts.pieces(row.take("addresses"), "; ").forEach(draft::address);
        String notice = row.take("federal_register_notice");
        if (notice != null) {
            draft.acts.add(new Listing.Act(notice, null, null));
        }
        draft.dates = new Listing.LawDates(row.take("start_date"), false, null, null, row.take("end_date"));
        draft.note("standard order", row.take("standard_order"));
        draft.note("licence requirement", row.take("license_requirement"));
        draft.note("licence policy", row.take("license_policy"));
        draft.identifier("call-sign", row.take("call_sign"), null);
        draft.note("vessel type", row.take("vessel_type"));
        draft.note("tonnage", row.take("gross_tonnage"));
        draft.note("gross registered tonnage", row.take("gross_registered_tonnage"));
        draft.country(row.take("vessel_flag"));
        String owner = row.take("vessel_owner");
        if (owner != null) {
            draft.relation("owner of the vessel", null, owner);
        }
        draft.note("remark", row.take("remarks"));
        draft.note("list address", row.take("source_list_url"));
        draft.note("information", row.take("source_information_url"));
        Texts.pieces(row.take("citizenships"), "; ").forEach(draft::citizenship);
        Texts.pieces(row.take("nationalities"), "; ").forEach(draft::citizenship);
        for (String text : Texts.pieces(row.take("dates_of_birth"), "; ")) {
            for (var when : Whens.all(text)) {
                draft.births.add(when);
                if (!when.isRead()) {
                    sink.unreadDate(id, "dates_of_birth", text);
                }
            }
        }
        Texts.pieces(row.take("places_of_birth"), "; ").forEach(draft::birthPlace);
        Texts.pieces(row.take("ids"), "; ").forEach(text -> identifier(draft, text));
        if (draft.hasNoName()) {
            sink.setAside(id, line, "it has no name.");
            return;
        }
        sink.listing(draft.done(list(), id, kind, new Listing.Place(file, line - 1, line)), row);
    }

    private static boolean draftHasNoProgramme(Fields row) {
        return row.children().stream().noneMatch(field -> field.name().equals("programs"));
    }

    /** {@code Country, Type, Number} in the file of 2022; the number is what stands last. */
    private static void identifier(Draft draft, String text) {
        List<String> parts = Texts.pieces(text, ", ");
        if (parts.size() < 2) {
            draft.note("id", text);
            return;
        }
        if (parts.get(0).equals("Gender")) {
            draft.gender(parts.get(1));
            return;
        }
        boolean country = parts.getFirst().length() == 2 && parts.size() > 2;
        String type = parts.get(country ? 1 : 0);
        String number = String.join(", ", parts.subList(country ? 2 : 1, parts.size()));
        draft.identifier(type.toLowerCase(Locale.ROOT), number, country ? parts.getFirst() : null);
    }
}

package parley.lists.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

/** A transcription of annexes of the Official Journal by others (CC-BY-NC): an oracle for tests, never shipped. */
public final class AnnexCsv implements ListFormat {
    @Override
    public String id() {
        return "archive-eu-oj";
    }

    @Override
    public String list() {
        return "eu-oj";
    }

    @Override
    public boolean recognises(String name, String head) {
        int line = head.indexOf('\n');
        String first = line < 0 ? head : head.substring(0, line);
        return first.contains("celex,") || (first.contains("Celex") && first.contains("recordId"));
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        Map<String, Integer> keys = new HashMap<>();
        for (Source file : files) {
            Rows[] header = {null};
            CsvRows.read(file, StandardCharsets.UTF_8, ',', (row, line) -> {
                if (header[0] == null) {
                    header[0] = Rows.of(List.copyOf(row.getFields()));
                } else if (row.getFieldCount() != header[0].header().size()) {
                    throw file.refused(
                            Code.L101,
                            "line %d".formatted(line),
                            "The row has %d columns, not %d."
                                    .formatted(
                                            row.getFieldCount(),
                                            header[0].header().size()),
                            "fetch the file again");
                } else {
                    subject(file.name(), header[0].fields(row, line), line, keys, sink);
                }
            });
        }
    }

    private void subject(String file, Fields row, long line, Map<String, Integer> keys, Sink sink) {
        var draft = new Draft();
        String act = Texts.joined("/", row.take("celex"), row.take("amendedCelex"), row.take("amendmentCelex"));
        String annex = row.take("annex", "");
        String record = row.take("recordId");
        String name = row.take("name");
        draft.name(name, Use.PRIMARY, Quality.UNKNOWN);
        Texts.pieces(row.take("alias"), "; ").forEach(each -> draft.name(each, Use.ALIAS, Quality.UNKNOWN));
        Texts.pieces(row.take("weakAlias"), "; ").forEach(each -> draft.name(each, Use.ALIAS, Quality.WEAK));
        Texts.pieces(row.take("previousName"), "; ").forEach(each -> draft.name(each, Use.FORMER, Quality.UNKNOWN));
        draft.programme(row.take("programKey"));
        draft.note("annex", annex);
        draft.acts.add(new Listing.Act(act, null, null));
        measure(row.take("measure"), draft);
        String start = row.take("startDate");
        String day = Whens.day(start);
        sink.act(day);
        draft.dates = Listing.LawDates.listed(day == null ? start : day);
        draft.reason(row.take("reason"));
        String schema = row.take("schema", "");
        Kind kind = switch (schema) {
            case "Person" -> Kind.PERSON;
            case "LegalEntity", "Organization", "Company", "PublicBody" -> Kind.ORGANISATION;
            case "Vessel" -> Kind.VESSEL;
            case "Airplane" -> Kind.AIRCRAFT;
            case "Security", "Asset", "CryptoWallet" -> Kind.SECURITY;
            default -> {
                sink.unknownCode(record == null ? "line " + line : record, "schema", schema);
                yield Kind.UNKNOWN;
            }
        };
        for (String field : new String[] {"birthDate", "incorporationDate"}) {
            for (String each : Texts.pieces(row.take(field), "; ")) {
                for (var when : Whens.all(each)) {
                    draft.births.add(when);
                    if (!when.isRead()) {
                        sink.unreadDate("line " + line, field, when.printed());
                    }
                }
            }
        }
        Texts.pieces(row.take("birthPlace"), "; ").forEach(draft::birthPlace);
        for (String field : new String[] {"nationality", "country", "jurisdiction", "flag"}) {
            Texts.pieces(row.take(field), "; ")
                    .forEach(field.equals("nationality") ? draft::citizenship : draft::country);
        }
        Texts.pieces(row.take("position"), "; ").forEach(draft::position);
        draft.gender(row.take("gender"));
        NUMBERS.forEach((field, numberKind) ->
                Texts.pieces(row.take(field), "; ").forEach(number -> draft.identifier(numberKind, number, null)));
        Texts.pieces(row.take("address"), "; ").forEach(draft::address);
        for (String field : new String[] {
            "appearance", "ethnicity", "fatherName", "motherName", "legalForm", "sector", "ticker", "notes"
        }) {
            draft.note(field, row.take(field));
        }
        String key = Texts.joined("/", act, annex, record == null ? name : record);
        int again = keys.merge(key, 1, Integer::sum);
        if (draft.hasNoName()) {
            sink.setAside("line " + line, line, "it has no name.");
            return;
        }
        String action = row.take("action");
        draft.note("action", action);
        sink.listing(
                draft.done(list(), again == 1 ? key : key + "#" + again, kind, new Listing.Place(file, line - 1, line)),
                row);
    }

    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("passportNumber", "passport"),
            Map.entry("registrationNumber", "registration"),
            Map.entry("taxNumber", "tax"),
            Map.entry("idNumber", "national-id"),
            Map.entry("innCode", "inn"),
            Map.entry("ogrnCode", "ogrn"),
            Map.entry("kppCode", "kpp"),
            Map.entry("okpoCode", "okpo"),
            Map.entry("leiCode", "lei"),
            Map.entry("swiftBic", "swift"),
            Map.entry("imoNumber", "imo"),
            Map.entry("mmsi", "mmsi"),
            Map.entry("phone", "phone"),
            Map.entry("email", "email"),
            Map.entry("website", "website"));

    private static void measure(@Nullable String text, Draft draft) {
        for (String each : Texts.pieces(text, "; ")) {
            draft.measure(
                    switch (each.toLowerCase(Locale.ROOT)) {
                        case "asset freeze" -> Measure.FREEZE;
                        case "travel ban" -> Measure.ENTRY;
                        case "export control", "export controls" -> Measure.EXPORT;
                        case "financial restrictions" -> Measure.PAYMENT;
                        default -> Measure.OTHER;
                    });
        }
    }
}

package parley.lists.mfat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Draft;
import parley.lists.record.Finding.Code;
import parley.lists.record.Listing;
import parley.lists.record.Listing.Kind;
import parley.lists.record.Listing.Measure;
import parley.lists.record.Listing.State;
import parley.lists.record.Name.Part;
import parley.lists.record.Name.Quality;
import parley.lists.record.Name.Role;
import parley.lists.record.Name.Use;
import parley.lists.record.Refused;
import parley.lists.source.Fields;
import parley.lists.source.ListFormat;
import parley.lists.source.Rows;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.Texts;
import parley.lists.source.Whens;
import parley.lists.source.XlsxRows;

/**
 * The Russia sanctions register: sheets of individuals, entities and ships, a row per subject. Names of columns vary in
 * case, brackets and slashes between sheets, so they are compared by their letters only. Type comes with slips
 * ("Indiividual").
 */
public final class MfatRegister implements ListFormat {
    private static final Map<String, Measure> MEASURES = Map.of(
            "travelban", Measure.ENTRY,
            "assetfreeze", Measure.FREEZE,
            "aircraftban", Measure.SHIPPING,
            "shipban", Measure.SHIPPING,
            "serviceprohibition", Measure.SECTOR,
            "dealingwithsecurities", Measure.PAYMENT);

    @Override
    public String id() {
        return "mfat-xlsx";
    }

    @Override
    public String list() {
        return "nz-mfat";
    }

    @Override
    public boolean recognises(String name, String head) {
        String lower = name.toLowerCase(Locale.ROOT);
        return head.startsWith("PK")
                && (lower.contains("mfat")
                        || lower.contains("russia-sanctions-register")
                        || lower.contains("russia sanctions register"));
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            var sheets = new java.util.HashMap<String, Rows>();
            long[] number = {0};
            XlsxRows.read(file, (sheet, cells, line) -> {
                Rows header = sheets.get(sheet);
                if (header != null) {
                    subject(list(), file.name(), header.fields(cells, line), ++number[0], sink);
                    return;
                }
                var names = new ArrayList<@Nullable String>();
                cells.forEach(cell -> names.add(cell == null ? null : letters(cell)));
                if (names.contains("uniqueidentifier")) {
                    sheets.put(sheet, Rows.of(names));
                }
            });
            if (sheets.isEmpty()) {
                throw file.refused(
                        Code.L104,
                        "",
                        "No sheet has a column `Unique Identifier`.",
                        "it may be another list, or a new layout");
            }
        }
    }

    /** Letters and digits in lower case: {@code Alias(es) / Alternate Spellings} and its twin in another sheet are one. */
    public static String letters(String name) {
        var out = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Reads one row whose columns are named by their letters. */
    public static void subject(String list, String file, Fields row, long number, Sink sink) {
        String id = row.take("uniqueidentifier");
        if (id == null) {
            sink.setAside("row " + row.line(), row.line(), "it has no unique identifier.");
            return;
        }
        var draft = new Draft();
        String type = row.take("type", "");
        Kind kind = switch (letters(type)) {
            case "individual", "indiividual" -> Kind.PERSON;
            case "entity" -> Kind.ORGANISATION;
            case "ship", "vessel" -> Kind.VESSEL;
            default -> {
                sink.unknownCode(id, "type", type);
                yield Kind.UNKNOWN;
            }
        };
        names(row, draft);
        for (String field : new String[] {"aliasalternatespellings", "aliasesalternatespellings", "alias", "aliases"}) {
            Texts.piecesAt(row.take(field), ";", "\n").forEach(alias -> draft.name(alias, Use.ALIAS, Quality.UNKNOWN));
        }
        for (var when : Whens.all(first(row, "dob", "dateofbirth"))) {
            draft.births.add(when);
            if (!when.isRead()) {
                sink.unreadDate(id, "DOB", when.printed());
            }
        }
        draft.birthPlace(row.take("placeofbirth"));
        for (String field : new String[] {"citizenship", "citizenship2", "citizenship3"}) {
            draft.citizenship(row.take(field));
        }
        draft.identifier("passport", row.take("passportnumber"), null);
        draft.identifier("imo", row.take("imonumber"), null);
        draft.address(row.take("address"));
        String relatives = first(row, "associatesrelatives", "associates");
        if (relatives != null) {
            draft.relation("associate or relative", null, relatives);
        }
        dates(row, draft, sink);
        MEASURES.forEach((field, measure) -> {
            String said = row.take(field);
            if ("yes".equalsIgnoreCase(said)) {
                draft.measure(measure);
            } else if (said != null && !"no".equalsIgnoreCase(said)) {
                sink.unknownCode(id, field, said);
            }
        });
        draft.reason(first(row, "generalrationaleforsanction", "rationale"));
        draft.note("additional information", row.take("additionalinformation"));
        draft.programme("Russia Sanctions Act 2022");
        String status = row.take("sanctionstatus", "Sanctioned");
        draft.state = switch (letters(status)) {
            case "sanctioned" -> State.LISTED;
            case "revoked", "removed", "expired", "delisted" -> State.DELISTED;
            default -> {
                sink.unknownCode(id, "sanction status", status);
                yield State.LISTED;
            }
        };
        if (draft.hasNoName()) {
            sink.setAside(id, row.line(), "it has no name.");
            return;
        }
        sink.listing(draft.done(list, id, kind, new Listing.Place(file, number, row.line())), row);
    }

    private static void names(Fields row, Draft draft) {
        var parts = new ArrayList<Part>(3);
        add(parts, Role.GIVEN, row.take("firstname"));
        add(parts, Role.PATRONYMIC, first(row, "middlenames", "middlename"));
        add(parts, Role.FAMILY, row.take("lastname"));
        draft.name(parts, Use.PRIMARY, Quality.UNKNOWN, null);
        draft.name(row.take("name"), Use.PRIMARY, Quality.UNKNOWN);
        // The title of a person is his office: "Member of the State Duma".
        draft.position(row.take("title"));
    }

    private static void add(List<Part> parts, Role role, @Nullable String text) {
        if (text != null) {
            parts.add(new Part(role, text));
        }
    }

    private static void dates(Fields row, Draft draft, Sink sink) {
        String sanctioned = row.take("dateofsanction");
        String additional = row.take("dateofadditionalsanction");
        String day = Whens.day(sanctioned);
        String more = Whens.day(additional);
        sink.act(more);
        draft.dates = new Listing.LawDates(
                day == null ? sanctioned : day, false, null, more == null ? additional : more, null);
    }

    private static @Nullable String first(Fields row, String... names) {
        for (String name : names) {
            String text = row.take(name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}

package parley.lists.uk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Draft;
import parley.lists.record.Listing;
import parley.lists.record.Listing.Kind;
import parley.lists.record.Listing.Measure;
import parley.lists.record.Name;
import parley.lists.record.Name.Part;
import parley.lists.record.Name.Use;
import parley.lists.source.Fields;
import parley.lists.source.Sink;
import parley.lists.source.Texts;

/** Rows of one subject, one per name and address, put together; what rows repeat stands once. */
final class Group {
    private final String id;
    private final Fields first;
    private final long number;
    private final Draft draft = new Draft();
    private final Map<String, String> once = new LinkedHashMap<>();
    private Kind kind = Kind.UNKNOWN;

    Group(String id, Fields first, long number) {
        this.id = id;
        this.first = first;
        this.number = number;
    }

    private String id() {
        return id;
    }

    /** A row of the consolidated list of OFSI, in any of its layouts. */
    void conListRow(Fields row, Sink sink) {
        row.take("Group ID");
        kind(row.take("Group Type"), sink);
        names(row, row.take("Alias Type"), row.take("Alias Quality"), sink);
        draft.note("title", fresh("title", row.take("Title")));
        nonLatin(row.take("Name Non-Latin Script"), row.take("Non-Latin Script Type"), row.take("Non-Latin Script Language"));
        Names.births(row.take("DOB"), draft, id, sink);
        draft.birthPlace(Texts.joined(", ", row.take("Town of Birth"), row.take("Country of Birth")));
        Texts.enumerated(row.take("Nationality")).forEach(draft::citizenship);
        String passport = row.take("Passport Number");
        Texts.enumerated(passport == null ? row.take("Passport Details") : passport).forEach(text -> identifier("passport", text));
        Texts.enumerated(row.take("Passport Details")).forEach(text -> draft.note("passport", fresh("passport " + text, text)));
        Texts.enumerated(row.take("NI Number")).forEach(text -> identifier("national-id", text));
        Texts.enumerated(row.take("National Identification Number")).forEach(text -> identifier("national-id", text));
        Texts.enumerated(row.take("National Identification Details")).forEach(text -> draft.note("national identifier", fresh("national " + text, text)));
        Texts.enumerated(row.take("Position")).forEach(draft::position);
        address(row, "Address ", row.take("Post/Zip Code"), row.take("Country"));
        draft.note("other information", fresh("other", row.take("Other Information")));
        draft.programme(row.take("Regime"));
        String listed = row.take("Listed On");
        String designated = row.take("UK Sanctions List Date Designated");
        String updated = row.take("Last Updated");
        draft.note("listed by OFSI", fresh("listed", Names.dayOf(listed)));
        draft.dates = Names.dates(designated == null ? listed : designated, updated);
        sink.act(Names.dayOf(updated));
        draft.measure(Measure.FREEZE);
    }

    /** A row of the UK Sanctions List as CSV. */
    void listRow(Fields row, Sink sink) {
        String updated = row.take("Last Updated");
        row.take("Unique ID");
        kind(row.take("Designation Type"), sink);
        String type = row.take("Name type");
        names(row, type, row.take("Alias strength"), sink);
        draft.note("title", fresh("title", row.take("Title")));
        nonLatin(row.take("Name non-latin script"), row.take("Non-latin script type"), row.take("Non-latin script language"));
        identifier("ofsi-group", row.take("OFSI Group ID"));
        identifier("un-reference", row.take("UN Reference Number"));
        draft.programme(row.take("Regime Name"));
        draft.note("source", fresh("source", row.take("Designation source")));
        Names.sanctions(row.take("Sanctions Imposed"), draft, id, sink);
        draft.note("other information", fresh("other", row.take("Other Information")));
        draft.reason(row.take("UK Statement of Reasons"));
        address(row, "Address Line ", row.take("Address Postal Code"), row.take("Address Country"));
        identifier("phone", row.take("Phone number"));
        identifier("website", row.take("Website"));
        identifier("email", row.take("Email address"));
        draft.dates = Names.dates(row.take("Date Designated"), updated);
        sink.act(Names.dayOf(updated));
        Names.births(row.take("D.O.B"), draft, id, sink);
        Texts.enumerated(row.take("Nationality(/ies)")).forEach(draft::citizenship);
        identifier("national-id", row.take("National Identifier number"));
        draft.note("national identifier", fresh("national", row.take("National Identifier additional information")));
        identifier("passport", row.take("Passport number"));
        draft.note("passport", fresh("passport", row.take("Passport additional information")));
        draft.position(row.take("Position"));
        gender(row.take("Gender"));
        draft.birthPlace(Texts.joined(", ", row.take("Town of birth"), row.take("Country of birth")));
        draft.note("type of entity", fresh("entity type", row.take("Type of entity")));
        relation("subsidiary", row.take("Subsidiaries"));
        relation("parent company", row.take("Parent company"));
        identifier("registration", row.take("Business registration number (s)"));
        identifier("imo", row.take("IMO number"));
        relation("current owner or operator", row.take("Current owner/operator (s)"));
        relation("previous owner or operator", row.take("Previous owner/operator (s)"));
        draft.country(row.take("Current believed flag of ship"));
        draft.note("previous flag", fresh("previous flag", row.take("Previous flags")));
        draft.note("type of ship", fresh("ship type", row.take("Type of ship")));
        draft.note("tonnage", fresh("tonnage", row.take("Tonnage of ship")));
        draft.note("length", fresh("length", row.take("Length of ship")));
        Names.births(row.take("Year built"), draft, id, sink);
        identifier("hull", row.take("Hull identification number (HIN)"));
    }

    private void kind(@Nullable String type, Sink sink) {
        kind = switch (type == null ? "" : type.toLowerCase(Locale.ROOT)) {
            case "individual" -> Kind.PERSON;
            case "entity" -> Kind.ORGANISATION;
            case "ship" -> Kind.VESSEL;
            default -> {
                sink.unknownCode(id, "group type", String.valueOf(type));
                yield kind;
            }
        };
    }

    private void names(Fields row, @Nullable String type, @Nullable String strength, Sink sink) {
        var texts = new @Nullable String[6];
        for (int i = 0; i < 6; i++) {
            texts[i] = row.take("Name " + (i + 1));
        }
        List<Part> parts = Names.parts(texts, kind == Kind.PERSON);
        if (parts.isEmpty()) {
            return;
        }
        var name = new Name(String.join(" ", parts.stream().map(Part::text).toList()), parts, Names.use(type, id, sink), Names.quality(strength, id, sink), null, null);
        if (!draft.names.contains(name)) {
            draft.names.add(name);
        }
    }

    private void nonLatin(@Nullable String text, @Nullable String script, @Nullable String language) {
        if (text != null && fresh("script " + text, text) != null) {
            draft.names.add(new Name(text, List.of(), Use.ORIGINAL_SCRIPT, Name.Quality.UNKNOWN, language, null));
            draft.note("non-Latin script", script);
        }
    }

    private void address(Fields row, String prefix, @Nullable String code, @Nullable String country) {
        var lines = new ArrayList<@Nullable String>(8);
        for (int i = 1; i <= 6; i++) {
            lines.add(row.take(prefix + i));
        }
        lines.add(code);
        lines.add(country);
        draft.address(Texts.joined(", ", lines.toArray(new @Nullable String[0])));
        draft.country(country);
    }

    private void identifier(String kind, @Nullable String number) {
        if (number != null && fresh(kind + " " + number, number) != null) {
            draft.identifier(kind, number, null);
        }
    }

    private void relation(String kind, @Nullable String name) {
        if (name != null && fresh(kind + " " + name, name) != null) {
            draft.relation(kind, null, name);
        }
    }

    private void gender(@Nullable String gender) {
        draft.gender(fresh("gender " + gender, gender));
    }

    /** The text, unless the same has been said under this key by a row before. */
    private @Nullable String fresh(String key, @Nullable String text) {
        return text == null || text.equals(once.put(key, text)) ? null : text;
    }

    /** Hands out the listing. The fields of the rows have been checked one by one. */
    void done(String list, String file, Sink sink) {
        if (draft.hasNoName()) {
            sink.setAside(id(), first.line(), "it has no name.");
            return;
        }
        draft.names.sort(java.util.Comparator.comparingInt(name -> name.use() == Use.PRIMARY ? 0 : 1));
        sink.listing(draft.done(list, id, kind, new Listing.Place(file, number, first.line())), new Fields("row", first.line()));
    }
}

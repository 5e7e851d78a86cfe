package parley.lists.uk;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Draft;
import parley.lists.record.Finding.Code;
import parley.lists.record.Listing;
import parley.lists.record.Listing.Kind;
import parley.lists.record.Name.Quality;
import parley.lists.record.Name.Use;
import parley.lists.record.Refused;
import parley.lists.source.Fields;
import parley.lists.source.ListFormat;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.Texts;
import parley.lists.source.XmlRecords;

/**
 * {@code UK-Sanctions-List.xml}. Details of persons and ships hang one level deeper than one expects, under
 * {@code IndividualDetails/Individual} and {@code ShipDetails/Ship}: a reader that looks one level too high loses every
 * date of birth without an error, so what is left unread there is a finding like any other.
 */
public final class UkXml implements ListFormat {
    @Override
    public String id() {
        return "uksl-xml";
    }

    @Override
    public String list() {
        return "gb-uksl";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.contains("<Designations") && head.contains("<Designation>");
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            XmlRecords.read(file, "Designations", Set.of(), new XmlRecords.Handler() {
                @Override
                public void opens(Fields element) {
                    sink.checked("Designations", element);
                }

                @Override
                public void record(Fields record, long number) throws Refused {
                    switch (record.name()) {
                        case "DateGenerated" -> sink.contentDay(Names.dayOf(record.text()));
                        case "Designation" -> designation(list(), file.name(), record, number - 1, sink);
                        default -> throw file.refused(Code.L104, "record " + number, "`%s` stands where a designation is expected.".formatted(record.name()), "it may be a new format");
                    }
                }
            });
        }
    }

    /** Reads one designation. */
    public static void designation(String list, String file, Fields record, long number, Sink sink) {
        String id = record.take("UniqueID");
        if (id == null) {
            sink.setAside("record " + number, record.line(), "it has no UniqueID.");
            return;
        }
        var draft = new Draft();
        String type = record.take("IndividualEntityShip", "");
        Kind kind = switch (type.toLowerCase(Locale.ROOT)) {
            case "individual" -> Kind.PERSON;
            case "entity" -> Kind.ORGANISATION;
            case "ship" -> Kind.VESSEL;
            default -> {
                sink.unknownCode(id, "IndividualEntityShip", type);
                yield Kind.UNKNOWN;
            }
        };
        String updated = record.take("LastUpdated");
        draft.dates = Names.dates(record.take("DateDesignated"), updated);
        sink.act(Names.dayOf(updated));
        draft.identifier("ofsi-group", record.take("OFSIGroupID"), null);
        draft.identifier("un-reference", record.take("UNReferenceNumber"), null);
        for (Fields name : record.all("Names", "Name")) {
            name(name, kind == Kind.PERSON, draft, id, sink);
        }
        for (Fields name : record.all("NonLatinNames", "NonLatinName")) {
            String text = name.take("NameNonLatinScript");
            draft.note("non-Latin script", Texts.joined(", ", name.take("NonLatinScriptType"), name.take("NonLatinScriptLanguage")));
            draft.name(text, Use.ORIGINAL_SCRIPT, Quality.UNKNOWN);
        }
        draft.programme(record.take("RegimeName"));
        draft.note("source", record.take("DesignationSource"));
        Names.sanctions(record.take("SanctionsImposed"), draft, id, sink);
        indicators(record.one("SanctionsImposedIndicators"), draft);
        draft.note("other information", record.take("OtherInformation"));
        draft.reason(record.take("UKStatementofReasons"));
        for (Fields address : record.all("Addresses", "Address")) {
            address(address, draft);
        }
        each(record.one("PhoneNumbers"), draft, "phone");
        each(record.one("EmailAddresses"), draft, "email");
        each(record.one("Websites"), draft, "website");
        for (Fields individual : record.all("IndividualDetails", "Individual")) {
            individual(individual, draft, id, sink);
        }
        for (Fields entity : record.all("EntityDetails", "Entity")) {
            entity(entity, draft);
        }
        for (Fields ship : record.all("ShipDetails", "Ship")) {
            ship(ship, draft);
        }
        if (draft.hasNoName()) {
            sink.setAside(id, record.line(), "it has no name.");
            return;
        }
        sink.listing(draft.done(list, id, kind, new Listing.Place(file, number, record.line())), record);
    }

    private static void name(Fields name, boolean person, Draft draft, String id, Sink sink) {
        var texts = new @Nullable String[6];
        for (int i = 0; i < 6; i++) {
            texts[i] = name.take("Name" + (i + 1));
        }
        Use use = Names.use(name.take("NameType"), id, sink);
        Quality quality = Names.quality(name.take("AliasStrength"), id, sink);
        draft.name(Names.parts(texts, person), use, quality, null);
    }

    /** The flags repeat the text; a flag that is set without its word adds its measure. */
    private static void indicators(@Nullable Fields indicators, Draft draft) {
        if (indicators == null) {
            return;
        }
        for (Fields flag : List.copyOf(indicators.children())) {
            String value = indicators.take(flag.name());
            if ("true".equalsIgnoreCase(value)) {
                draft.note("indicator", flag.name());
            }
        }
    }

    private static void address(Fields address, Draft draft) {
        var lines = new @Nullable String[8];
        for (int i = 0; i < 6; i++) {
            lines[i] = address.take("AddressLine" + (i + 1));
        }
        lines[6] = address.take("AddressPostalCode");
        lines[7] = address.take("AddressCountry");
        draft.address(Texts.joined(", ", lines));
        draft.country(lines[7]);
    }

    private static void each(@Nullable Fields list, Draft draft, String kind) {
        if (list == null) {
            return;
        }
        for (Fields item : List.copyOf(list.children())) {
            draft.identifier(kind, list.take(item.name()), null);
        }
    }

    private static void individual(Fields individual, Draft draft, String id, Sink sink) {
        individual.all("Titles", "Title").forEach(title -> draft.note("title", title.text()));
        individual.all("DOBs", "DOB").forEach(birth -> Names.births(birth.text(), draft, id, sink));
        for (Fields details : individual.all("BirthDetails")) {
            for (Fields place : details.all("Location")) {
                draft.birthPlace(Texts.joined(", ", place.take("TownOfBirth"), place.take("CountryOfBirth")));
            }
        }
        individual.all("Nationalities", "Nationality").forEach(each -> draft.citizenship(each.text()));
        for (Fields passport : individual.all("PassportDetails", "Passport")) {
            draft.identifier("passport", passport.take("PassportNumber"), null);
            draft.note("passport", passport.take("PassportAdditionalInformation"));
        }
        for (Fields number : individual.all("NationalIdentifierDetails", "NationalIdentifier")) {
            draft.identifier("national-id", number.take("NationalIdentifierNumber"), null);
            draft.note("national identifier", number.take("NationalIdentifierAdditionalInformation"));
        }
        individual.all("Positions", "Position").forEach(each -> draft.position(each.text()));
        individual.all("Genders", "Gender").forEach(each -> draft.gender(each.text()));
    }

    private static void entity(Fields entity, Draft draft) {
        entity.all("TypeOfEntities", "TypeOfEntity").forEach(each -> draft.note("type of entity", each.text()));
        entity.all("Subsidiaries", "Subsidiary").forEach(each -> related("subsidiary", each, draft));
        entity.all("ParentCompanies", "ParentCompany").forEach(each -> related("parent company", each, draft));
        for (Fields number : entity.all("BusinessRegistrationNumbers", "BusinessRegistrationNumber")) {
            draft.identifier("registration", number.text(), null);
        }
    }

    private static void related(String kind, Fields name, Draft draft) {
        String text = name.text();
        if (text != null) {
            draft.relation(kind, null, text);
        }
    }

    private static void ship(Fields ship, Draft draft) {
        ship.all("IMONumbers", "IMONumber").forEach(each -> draft.identifier("imo", each.text(), null));
        ship.all("CurrentOwnerOperators", "CurrentOwnerOperator").forEach(each -> related("current owner or operator", each, draft));
        ship.all("PreviousOwnerOperators", "PreviousOwnerOperator").forEach(each -> related("previous owner or operator", each, draft));
        ship.all("CurrentBelievedFlagOfShips", "CurrentBelievedFlagOfShip").forEach(each -> draft.country(each.text()));
        ship.all("PreviousFlags", "PreviousFlag").forEach(each -> draft.note("previous flag", each.text()));
        ship.all("TypeOfShipDetails", "TypeOfShip").forEach(each -> draft.note("type of ship", each.text()));
        ship.all("TonnageOfShipDetails", "TonnageOfShip").forEach(each -> draft.note("tonnage", each.text()));
        ship.all("LengthOfShipDetails", "LengthOfShip").forEach(each -> draft.note("length", each.text()));
        ship.all("YearBuiltDetails", "YearBuilt").forEach(each -> draft.births.addAll(parley.lists.source.Whens.all(each.text())));
        ship.all("HullIdentificationNumbers", "HullIdentificationNumber").forEach(each -> draft.identifier("hull", each.text(), null));
    }
}

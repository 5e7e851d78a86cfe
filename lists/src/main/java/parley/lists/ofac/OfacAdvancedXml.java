package parley.lists.ofac;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Draft;
import parley.lists.record.Finding.Code;
import parley.lists.record.Listing;
import parley.lists.record.Listing.Kind;
import parley.lists.record.Listing.LawDates;
import parley.lists.record.Listing.Measure;
import parley.lists.record.Name;
import parley.lists.record.Name.Part;
import parley.lists.record.Name.Quality;
import parley.lists.record.Name.Role;
import parley.lists.record.Name.Use;
import parley.lists.record.Refused;
import parley.lists.record.Traits.Identifier;
import parley.lists.record.When;
import parley.lists.source.Fields;
import parley.lists.source.ListFormat;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.Texts;
import parley.lists.source.XmlRecords;

/**
 * {@code SDN_ADVANCED.XML}: parties, their sanctions and their relations in three parts of the file, every value an id into
 * {@code ReferenceValueSets}. Read by the schema and our own fixtures; no whole official file was at hand.
 *
 * <p>Memory: one draft for each party until the end of the file, because what is done to a party comes after all parties.
 */
public final class OfacAdvancedXml implements ListFormat {
    @Override
    public String id() {
        return "ofac-advanced-xml";
    }

    @Override
    public String list() {
        return "us-sdn";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.contains("<Sanctions") && (head.contains("ADVANCED_XML") || head.contains("<ReferenceValueSets"));
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            var run = new Run(file, list(), sink);
            XmlRecords.read(
                    file,
                    "Sanctions",
                    Set.of(
                            "Locations",
                            "IDRegDocuments",
                            "DistinctParties",
                            "ProfileRelationships",
                            "SanctionsEntries",
                            "SanctionsEntryLinks"),
                    run);
            run.done();
        }
    }

    private static final class Party {
        final Draft draft = new Draft();
        Kind kind = Kind.UNKNOWN;
        long number;
        long line;
    }

    private static final class Run implements XmlRecords.Handler {
        private final Source file;
        private final String list;
        private final Sink sink;
        private final Map<String, String> values = new HashMap<>();
        private final Map<String, String> places = new HashMap<>();
        private final Map<String, List<Identifier>> documents = new HashMap<>();
        private final Map<String, Party> parties = new LinkedHashMap<>();

        Run(Source file, String list, Sink sink) {
            this.file = file;
            this.list = list;
            this.sink = sink;
        }

        @Override
        public void opens(Fields element) {
            element.take("@Version");
            sink.checked(element.name(), element);
        }

        @Override
        public void record(Fields record, long number) throws Refused {
            switch (record.name()) {
                case "DateOfIssue" -> {
                    record.take("@CalendarTypeID");
                    sink.contentDay(day(record));
                    sink.checked("DateOfIssue", record);
                }
                case "ReferenceValueSets" -> reference(record);
                case "Location" -> location(record);
                case "IDRegDocument" -> document(record);
                case "DistinctParty" -> party(record, number);
                case "ProfileRelationship" -> relationship(record);
                case "SanctionsEntry" -> sanctions(record);
                case "SanctionsEntryLink" -> record.skip();
                default ->
                    throw file.refused(
                            Code.L104,
                            "record " + number,
                            "`%s` is not in the schema.".formatted(record.name()),
                            "it may be a new format");
            }
        }

        /** Every set is {@code XValues/X@ID}; the text of the value is what is shown. */
        private void reference(Fields sets) {
            for (Fields set : List.copyOf(sets.children())) {
                for (Fields value : set.children()) {
                    for (Fields field : value.children()) {
                        String id = field.peekText();
                        if (field.name().equals("@ID") && id != null) {
                            String text = value.peekText();
                            values.put(value.name() + " " + id, Texts.squeeze(text == null ? "" : text));
                        }
                    }
                }
            }
            sets.skip();
        }

        private String value(String type, @Nullable String id, String record) {
            String text = id == null ? null : values.get(type + " " + id);
            if (text == null && id != null) {
                sink.unknownCode(record, type, id);
            }
            return text == null ? "" : text;
        }

        private void location(Fields record) {
            String id = record.take("@ID", "");
            var parts = new ArrayList<String>();
            for (Fields part : record.all("LocationPart")) {
                part.take("@LocPartTypeID");
                for (Fields value : part.all("LocationPartValue")) {
                    value.take("@Primary");
                    value.take("@LocPartValueTypeID");
                    value.take("@LocPartValueStatusID");
                    value.take("Comment");
                    parts.addAll(value.texts("Value"));
                }
            }
            for (Fields country : record.all("LocationCountry")) {
                parts.add(value("Country", country.take("@CountryID"), "location " + id));
                country.take("@CountryRelevanceID");
            }
            for (Fields area : record.all("LocationAreaCode")) {
                String text = value("AreaCode", area.take("@AreaCodeID"), "location " + id);
                if (parts.isEmpty()) {
                    parts.add(text);
                }
            }
            record.all("FeatureVersionReference").forEach(Fields::skip);
            record.all("IDRegDocumentReference").forEach(Fields::skip);
            parts.removeIf(String::isBlank);
            places.put(id, String.join(", ", parts));
            sink.checked("location " + id, record);
        }

        private void document(Fields record) {
            String id = record.take("@ID", "");
            String type = value("IDRegDocType", record.take("@IDRegDocTypeID"), "document " + id);
            String identity = record.take("@IdentityID", "");
            String country = value("Country", record.take("@IssuedBy-CountryID"), "document " + id);
            String validity = value("Validity", record.take("@ValidityID"), "document " + id);
            String number = record.take("IDRegistrationNo");
            record.take("@IssuedIn-LocationID");
            record.take("Comment");
            record.take("IssuingAuthority");
            record.all("DocumentDate").forEach(Fields::skip);
            record.all("DocumentedNameReference").forEach(Fields::skip);
            String doubt =
                    validity.isEmpty() || validity.equalsIgnoreCase("valid") ? null : validity.toLowerCase(Locale.ROOT);
            if (number != null) {
                documents
                        .computeIfAbsent(identity, _ -> new ArrayList<>())
                        .add(new Identifier(OfacXml.kind(type), number, country.isEmpty() ? null : country, doubt));
            }
            sink.checked("document " + id, record);
        }

        private void party(Fields record, long number) {
            record.take("@FixedRef");
            String comment = record.take("Comment");
            for (Fields profile : record.all("Profile")) {
                String id = profile.take("@ID", "");
                var party = new Party();
                party.number = number;
                party.line = record.line();
                party.draft.note("comment", comment);
                String subType = value("PartySubType", profile.take("@PartySubTypeID"), id);
                for (Fields identity : profile.all("Identity")) {
                    identity(identity, party, id);
                }
                for (Fields feature : profile.all("Feature")) {
                    feature(feature, party, id);
                }
                profile.all("SanctionsEntryReference").forEach(Fields::skip);
                profile.all("ExternalReference").forEach(Fields::skip);
                // Sub-types name vessels and aircraft; "Unknown" is a person or an entity, told by its name parts.
                party.kind = switch (subType.toLowerCase(Locale.ROOT)) {
                    case "vessel" -> Kind.VESSEL;
                    case "aircraft" -> Kind.AIRCRAFT;
                    case "entity" -> Kind.ORGANISATION;
                    case "individual" -> Kind.PERSON;
                    case "unknown", "" ->
                        party.draft.names.stream()
                                        .flatMap(n -> n.parts().stream())
                                        .anyMatch(p -> p.role() == Role.FAMILY)
                                ? Kind.PERSON
                                : Kind.ORGANISATION;
                    default -> {
                        sink.unknownCode(id, "PartySubTypeID", subType);
                        yield Kind.UNKNOWN;
                    }
                };
                parties.put(id, party);
            }
            sink.checked("party " + record.line(), record);
        }

        private void identity(Fields identity, Party party, String id) {
            String identityId = identity.take("@ID", "");
            identity.take("@FixedRef");
            identity.take("@Primary");
            identity.take("@False");
            Map<String, String> groups = new HashMap<>();
            for (Fields groupsField : identity.all("NamePartGroups")) {
                for (Fields master : groupsField.all("MasterNamePartGroup")) {
                    for (Fields group : master.all("NamePartGroup")) {
                        groups.put(group.take("@ID", ""), value("NamePartType", group.take("@NamePartTypeID"), id));
                    }
                }
            }
            for (Fields alias : identity.all("Alias")) {
                alias.take("@FixedRef");
                boolean primary = "true".equals(alias.take("@Primary"));
                boolean low = "true".equals(alias.take("@LowQuality"));
                Use use = use(value("AliasType", alias.take("@AliasTypeID"), id), primary, id);
                alias.take("Comment");
                for (Fields documented : alias.all("DocumentedName")) {
                    documented.take("@ID");
                    documented.take("@FixedRef");
                    documented.take("@DocNameStatusID");
                    documented.take("Comment");
                    name(documented, groups, use, low ? Quality.WEAK : Quality.STRONG, party, id);
                }
            }
            party.draft.identifiers.addAll(documents.getOrDefault(identityId, List.of()));
        }

        private Use use(String type, boolean primary, String id) {
            return switch (type) {
                case "Name", "" -> Use.PRIMARY;
                case "A.K.A." -> primary ? Use.PRIMARY : Use.ALIAS;
                case "F.K.A." -> Use.FORMER;
                case "N.K.A." -> Use.NEW;
                default -> {
                    sink.unknownCode(id, "AliasTypeID", type);
                    yield Use.ALIAS;
                }
            };
        }

        private void name(
                Fields documented, Map<String, String> groups, Use use, Quality quality, Party party, String id) {
            var parts = new ArrayList<Part>();
            boolean latin = true;
            for (Fields part : documented.all("DocumentedNamePart")) {
                for (Fields value : part.all("NamePartValue")) {
                    String group = groups.getOrDefault(value.take("@NamePartGroupID", ""), "");
                    String script = value("Script", value.take("@ScriptID"), id);
                    latin &= script.isEmpty() || script.equals("Latin");
                    value.take("@ScriptStatusID");
                    value.take("@Acronym");
                    String text = value.text();
                    if (text != null) {
                        parts.add(new Part(role(group, id), text));
                    }
                }
            }
            if (!parts.isEmpty()) {
                String whole = String.join(" ", parts.stream().map(Part::text).toList());
                party.draft.names.add(new Name(whole, parts, latin ? use : Use.ORIGINAL_SCRIPT, quality, null, null));
            }
        }

        private Role role(String type, String id) {
            return switch (type) {
                case "Last Name" -> Role.FAMILY;
                case "First Name" -> Role.GIVEN;
                case "Middle Name", "Patronymic", "Matronymic" -> Role.PATRONYMIC;
                case "Entity Name", "Vessel Name", "Aircraft Name" -> Role.WHOLE;
                case "Suffix" -> Role.SUFFIX;
                case "Maiden Name", "Nickname", "" -> Role.OTHER;
                default -> {
                    sink.unknownCode(id, "NamePartTypeID", type);
                    yield Role.OTHER;
                }
            };
        }

        private void feature(Fields feature, Party party, String id) {
            feature.take("@ID");
            String type = value("FeatureType", feature.take("@FeatureTypeID"), id);
            feature.all("IdentityReference").forEach(Fields::skip);
            for (Fields version : feature.all("FeatureVersion")) {
                version.take("@ID");
                version.take("@ReliabilityID");
                String comment = version.take("Comment");
                String place = null;
                for (Fields location : version.all("VersionLocation")) {
                    place = places.get(location.take("@LocationID", ""));
                }
                var details = new ArrayList<String>();
                for (Fields detail : version.all("VersionDetail")) {
                    detail.take("@DetailTypeID");
                    String reference = detail.take("@DetailReferenceID");
                    String text = detail.text();
                    details.add(text != null ? text : value("DetailReference", reference, id));
                }
                List<When> dates =
                        version.all("DatePeriod").stream().map(Run::when).toList();
                add(type, place, Texts.joined("; ", String.join("; ", details), comment), dates, party.draft);
            }
        }

        private static void add(String type, @Nullable String place, String detail, List<When> dates, Draft draft) {
            switch (type) {
                case "Birthdate" -> draft.births.addAll(dates);
                case "Organization Established Date", "Vessel Build Date", "Aircraft Manufacture Date" ->
                    draft.births.addAll(dates);
                case "Place of Birth" -> draft.birthPlace(place == null ? detail : place);
                case "Nationality Country", "Citizenship Country" -> draft.citizenship(place == null ? detail : place);
                case "Location" -> draft.address(place == null ? detail : place);
                case "Nationality of Registration", "Vessel Flag" -> draft.country(place == null ? detail : place);
                case "Title" -> draft.position(detail);
                case "Gender" -> draft.gender(detail);
                default -> {
                    String kind = OfacXml.kind(type);
                    if (!detail.isEmpty() && !kind.equals(type.toLowerCase(Locale.ROOT))) {
                        draft.identifier(kind, detail, null);
                    } else {
                        draft.note(
                                type,
                                Texts.joined(
                                        "; ",
                                        detail,
                                        place,
                                        dates.isEmpty()
                                                ? null
                                                : dates.getFirst().shown()));
                    }
                }
            }
        }

        /** A period of a full calendar year means that the year is known, a full month that the month is. */
        private static When when(Fields period) {
            period.take("@CalendarTypeID");
            period.take("@YearFixed");
            period.take("@MonthFixed");
            period.take("@DayFixed");
            period.take("Comment");
            int[] from = bound(period.one("Start"), "From");
            int[] to = bound(period.one("End"), "To");
            boolean circa = from[3] == 1 || to[3] == 1;
            String printed = "%d-%02d-%02d/%d-%02d-%02d".formatted(from[0], from[1], from[2], to[0], to[1], to[2]);
            if (from[0] == 0) {
                return When.unread(printed);
            }
            if ((from[0] == to[0] && from[1] == to[1] && from[2] == to[2]) || to[0] == 0) {
                return new When(from[0], from[1], from[2], 0, circa, null, printed);
            }
            if (from[0] == to[0] && from[1] == to[1]) {
                return new When(from[0], from[1], 0, 0, circa, null, printed);
            }
            return new When(from[0], 0, 0, from[0] == to[0] ? 0 : to[0], circa, null, printed);
        }

        private static int[] bound(@Nullable Fields bound, String side) {
            int[] date = new int[4];
            if (bound == null) {
                return date;
            }
            date[3] = "true".equals(bound.take("@Approximate")) ? 1 : 0;
            for (String each : new String[] {"From", "To"}) {
                Fields point = bound.one(each);
                if (point != null) {
                    int year = number(point.take("Year"));
                    int month = number(point.take("Month"));
                    int day = number(point.take("Day"));
                    if (each.equals(side) || date[0] == 0) {
                        date[0] = year;
                        date[1] = month > 12 ? 0 : month;
                        date[2] = day > 31 || date[1] == 0 ? 0 : day;
                    }
                }
            }
            bound.take("@YearFixed");
            bound.take("@MonthFixed");
            bound.take("@DayFixed");
            return date;
        }

        private static int number(@Nullable String text) {
            return text != null && text.length() < 5 && text.chars().allMatch(Character::isDigit)
                    ? Integer.parseInt(text)
                    : 0;
        }

        private static @Nullable String day(Fields date) {
            int year = number(date.take("Year"));
            int month = number(date.take("Month"));
            int day = number(date.take("Day"));
            return year == 0 || month == 0 || month > 12 || day == 0 || day > 31
                    ? null
                    : "%04d-%02d-%02d".formatted(year, month, day);
        }

        private void relationship(Fields record) {
            String id = record.take("@ID", "");
            String from = record.take("@From-ProfileID", "");
            String to = record.take("@To-ProfileID", "");
            String type = value("RelationType", record.take("@RelationTypeID"), "relationship " + id);
            record.take("@RelationQualityID");
            boolean former = "true".equals(record.take("@Former"));
            record.take("@SanctionsEntryID");
            record.take("Comment");
            record.all("DatePeriod").forEach(Fields::skip);
            record.all("IDRegDocumentReference").forEach(Fields::skip);
            Party party = parties.get(from);
            Party other = parties.get(to);
            // The direction is senseless at times: a person does not have a company as its "Family member"; the types
            // decide.
            boolean flipped = type.startsWith("Owned or Controlled")
                    && party != null
                    && other != null
                    && party.kind == Kind.PERSON
                    && other.kind != Kind.PERSON;
            Party subject = flipped ? other : party;
            if (subject == null) {
                sink.finding(
                        Code.L124,
                        from,
                        "ProfileRelationship",
                        "The relation %s belongs to profile %s, which is not in the file.".formatted(id, from),
                        "fetch the file again");
            } else {
                subject.draft.relation((former ? "formerly " : "") + type, flipped ? from : to, null);
            }
            sink.checked("relationship " + id, record);
        }

        private void sanctions(Fields record) {
            String profile = record.take("@ProfileID", "");
            String id = record.take("@ID", profile);
            String listName = value("List", record.take("@ListID"), id);
            record.take("LimitationsToListing");
            Party party = parties.get(profile);
            Draft draft = party == null ? new Draft() : party.draft;
            for (Fields event : record.all("EntryEvent")) {
                event.take("@ID");
                event.take("@EntryEventTypeID");
                String basis = value("LegalBasis", event.take("@LegalBasisID"), id);
                event.take("Comment");
                Fields date = event.one("Date");
                String day = date == null ? null : day(date);
                if (date != null) {
                    date.take("@CalendarTypeID");
                }
                if (!basis.isEmpty()) {
                    draft.acts.add(new Listing.Act(basis, day, null));
                }
                sink.act(day);
                String before = draft.dates.listed();
                if (day != null && (before == null || day.compareTo(before) < 0)) {
                    draft.dates = LawDates.listed(day);
                }
            }
            for (Fields measure : record.all("SanctionsMeasure")) {
                measure.take("@ID");
                String type = value("SanctionsType", measure.take("@SanctionsTypeID"), id);
                measure.all("DatePeriod").forEach(Fields::skip);
                String comment = measure.take("Comment");
                if (type.equals("Program")) {
                    draft.programme(comment);
                } else if (type.equals("Block")) {
                    draft.measure(Measure.FREEZE);
                } else {
                    draft.note(type.isEmpty() ? "measure" : type, comment == null ? "yes" : comment);
                }
            }
            // "Consolidated List" is a list of lists, always beside the specific one.
            if (!listName.equals("Consolidated List")) {
                draft.note("list", listName);
            }
            if (party == null) {
                sink.finding(
                        Code.L124,
                        profile,
                        "SanctionsEntry",
                        "The entry %s belongs to profile %s, which is not in the file.".formatted(id, profile),
                        "fetch the file again");
            }
            sink.checked("entry " + id, record);
        }

        void done() {
            parties.forEach((id, party) -> {
                if (party.draft.hasNoName()) {
                    sink.setAside(id, party.line, "it has no name.");
                } else {
                    if (party.draft.measures.isEmpty()) {
                        party.draft.measure(Measure.FREEZE);
                    }
                    sink.listing(
                            party.draft.done(
                                    list, id, party.kind, new Listing.Place(file.name(), party.number, party.line)),
                            new Fields("party", party.line));
                }
            });
        }
    }
}

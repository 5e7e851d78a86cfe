package parley.lists.eu;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Draft;
import parley.lists.record.Listing;
import parley.lists.record.Listing.Act;
import parley.lists.record.Listing.Kind;
import parley.lists.record.Listing.LawDates;
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
import parley.lists.source.Whens;
import parley.lists.source.XmlRecords;

/**
 * The consolidated file, FSF XML 1.1. Its {@code strong} is true on every name and carries nothing: quality stands in the
 * remark of a name, with slips of the pen. Its one regulation is the latest amendment, so its day is not "listed since".
 */
public final class FsfXml implements ListFormat {
    @Override
    public String id() {
        return "fsf-xml-1.1";
    }

    @Override
    public String list() {
        return "eu-fsf";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.contains("<export") && head.contains("/fpi/fsd/export");
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            XmlRecords.read(file, "export", Set.of(), new XmlRecords.Handler() {
                @Override
                public void opens(Fields element) {
                    String generated = element.take("@generationDate");
                    sink.contentDay(generated == null || generated.length() < 10 ? null : generated.substring(0, 10));
                    element.take("@globalFileId");
                    sink.checked("export", element);
                }

                @Override
                public void record(Fields record, long number) throws Refused {
                    if (!record.name().equals("sanctionEntity")) {
                        throw file.refused(
                                parley.lists.record.Finding.Code.L104,
                                "record " + number,
                                "`%s` stands where an entity is expected.".formatted(record.name()),
                                "compare the file with the schema of the publisher");
                    }
                    entity(list(), file.name(), record, number, sink);
                }
            });
        }
    }

    /** Reads one entity; archives of the same file, brought into its shape, are read by it too. */
    public static void entity(String list, String file, Fields record, long number, Sink sink) {
        String logical = record.take("@logicalId");
        String reference = record.take("@euReferenceNumber");
        String id = reference != null ? reference : logical;
        if (id == null) {
            sink.setAside("record " + number, record.line(), "it has neither an EU reference number nor a logical id.");
            return;
        }
        var draft = new Draft();
        draft.identifier("un-reference", record.take("@unitedNationId"), null);
        // It goes stale (Iranian entries relisted in 2025 still say "suspended since 2016"): shown, never interpreted.
        draft.note("designation details", record.take("@designationDetails"));
        record.texts("remark").forEach(text -> draft.note("remark", text));
        String designated = record.take("@designationDate");
        String ends = record.take("@delistingDate");
        String inForce = regulations(record, draft, sink);
        draft.dates = new LawDates(designated, false, inForce, null, ends);
        draft.state = ends == null ? Listing.State.LISTED : Listing.State.EXPIRES;
        Kind kind = kind(record, id, sink);
        record.all("nameAlias").forEach(name -> name(name, draft, id, sink));
        for (Fields citizenship : record.all("citizenship")) {
            draft.citizenship(country(citizenship));
            draft.note("citizenship, region", citizenship.take("@region"));
            draft.note(
                    "citizenship acquired, lost",
                    Texts.joined(
                            ", ", citizenship.take("@acquisitionDate"), citizenship.take("@disenfranchisementDate")));
            detail(citizenship, draft, "citizenship");
        }
        record.all("birthdate").forEach(birth -> birth(birth, draft, id, sink));
        record.all("address").forEach(address -> address(address, draft));
        record.all("identification").forEach(each -> identification(each, draft));
        draft.measures.add(Listing.Measure.FREEZE);
        if (draft.hasNoName()) {
            sink.setAside(id, record.line(), "it has no name.");
            return;
        }
        sink.listing(draft.done(list, id, kind, new Listing.Place(file, number, record.line())), record);
    }

    private static Kind kind(Fields record, String id, Sink sink) {
        Fields type = record.one("subjectType");
        String code = type == null ? "" : type.take("@code", "");
        if (type != null) {
            type.take("@classificationCode");
        }
        return switch (code) {
            case "person" -> Kind.PERSON;
            case "enterprise" -> Kind.ORGANISATION;
            case "vessel" -> Kind.VESSEL;
            default -> {
                sink.unknownCode(id, "subjectType/@code", code);
                yield Kind.UNKNOWN;
            }
        };
    }

    /** Programmes and acts; returns the day the latest of them entered into force. */
    private static @Nullable String regulations(Fields record, Draft draft, Sink sink) {
        String inForce = null;
        for (Fields regulation : record.all("regulation")) {
            draft.programme(regulation.take("@programme"));
            String published = regulation.take("@publicationDate");
            sink.act(published);
            draft.acts.add(new Act(regulation.take("@numberTitle", ""), published, regulation.take("publicationUrl")));
            String day = regulation.take("@entryIntoForceDate");
            inForce = day != null && (inForce == null || day.compareTo(inForce) > 0) ? day : inForce;
            regulation.take("@logicalId");
            draft.note(
                    "act",
                    Texts.joined(", ", regulation.take("@regulationType"), regulation.take("@organisationType")));
            regulation.texts("remark").forEach(text -> draft.note("remark on the act", text));
            for (Fields corrigendum : regulation.all("corrigendum")) {
                draft.note(
                        "corrigendum",
                        Texts.joined(" ", corrigendum.take("@numberTitle"), corrigendum.take("@publicationDate")));
                corrigendum.skip();
            }
        }
        return inForce;
    }

    private static void name(Fields name, Draft draft, String id, Sink sink) {
        String act = detail(name, null, "");
        name.take("@strong");
        List<String> remarks = name.texts("remark");
        Quality quality = Quality.UNKNOWN;
        for (String remark : remarks) {
            quality = quality == Quality.UNKNOWN ? quality(remark) : quality;
            draft.note("remark on a name", remark);
        }
        String given = name.take("@firstName");
        String middle = name.take("@middleName");
        String family = name.take("@lastName");
        String whole = name.take("@wholeName");
        var parts = new java.util.ArrayList<Part>(3);
        part(parts, Role.GIVEN, given);
        part(parts, Role.PATRONYMIC, middle);
        part(parts, Role.FAMILY, family);
        draft.gender(gender(name.take("@gender"), draft, id, sink));
        Texts.enumerated(name.take("@function")).forEach(draft::position);
        Texts.enumerated(name.take("@title")).forEach(title -> draft.note("title", title));
        String language = name.take("@nameLanguage");
        String text = whole != null ? whole : Texts.joined(" ", given, middle, family);
        if (!text.isBlank()) {
            // The file marks no name as the primary one, and its order changes from day to day.
            draft.names.add(new Name(
                    text, parts, Use.ALIAS, quality, language == null ? null : language.toLowerCase(Locale.ROOT), act));
        }
    }

    private static @Nullable String gender(@Nullable String code, Draft draft, String id, Sink sink) {
        if (code == null || code.equals("?")) {
            return null;
        }
        if (!code.equals("M") && !code.equals("F")) {
            sink.unknownCode(id, "nameAlias/@gender", code);
        }
        String before = draft.done("-", id, Kind.UNKNOWN, NOWHERE).traits().gender();
        return before != null && before.contains(code) ? null : code;
    }

    private static final Listing.Place NOWHERE = new Listing.Place("", 0, 0);

    /** {@code good quality alias}, {@code low quality alias}, with the slips seen in the file: qood, god, lo. */
    static Quality quality(String remark) {
        String text = remark.toLowerCase(Locale.ROOT);
        if (!text.contains("quality")) {
            return Quality.UNKNOWN;
        }
        String before = Texts.strip(text.substring(0, text.indexOf("quality")));
        String word =
                before.substring(before.lastIndexOf(' ') + 1).replace("(", "").replace("-", "");
        return switch (word) {
            case "good", "qood", "god", "goood", "high" -> Quality.STRONG;
            case "low", "lo", "poor", "weak" -> Quality.WEAK;
            default -> Quality.UNKNOWN;
        };
    }

    private static void part(List<Part> parts, Role role, @Nullable String text) {
        if (text != null) {
            parts.add(new Part(role, text));
        }
    }

    private static void birth(Fields birth, Draft draft, String id, Sink sink) {
        String act = detail(birth, draft, "birth");
        boolean circa = "true".equals(birth.take("@circa"));
        String calendar = birth.take("@calendarType", "GREGORIAN");
        String full = birth.take("@birthdate");
        int year = number(birth.take("@year"));
        int month = number(birth.take("@monthOfYear"));
        int day = number(birth.take("@dayOfMonth"));
        int from = number(birth.take("@yearRangeFrom"));
        int until = number(birth.take("@yearRangeTo"));
        String printed =
                full != null ? full : Texts.joined("-", zero(year), zero(month), zero(day), zero(from), zero(until));
        draft.birthPlace(Texts.joined(
                ", ",
                birth.take("@place"),
                birth.take("@city"),
                birth.take("@zipCode"),
                birth.take("@region"),
                country(birth)));
        draft.note("birth, act", printed.isEmpty() ? null : act == null ? null : printed + ": " + act);
        if (printed.isEmpty()) {
            return;
        }
        When when = when(calendar, full, year, month, day, from, until, circa, printed, id, sink);
        draft.births.add(when);
        if (!when.isRead()) {
            sink.unreadDate(id, "birthdate", printed);
        }
    }

    private static When when(
            String calendar,
            @Nullable String full,
            int year,
            int month,
            int day,
            int from,
            int until,
            boolean circa,
            String printed,
            String id,
            Sink sink) {
        if (calendar.equals("ISLAMIC")) {
            return Whens.islamic(year, month, day, circa, printed);
        }
        if (!calendar.equals("GREGORIAN")) {
            sink.unknownCode(id, "birthdate/@calendarType", calendar);
            return When.unread(printed);
        }
        When read = full == null ? When.unread(printed) : Whens.all(full).getFirst();
        if (read.isRead()) {
            return new When(read.year(), read.month(), read.day(), 0, circa, null, printed);
        }
        if (year > 0 && month <= 12 && day <= 31 && (day == 0 || month > 0)) {
            return new When(year, month, day, 0, circa, null, printed);
        }
        if (from > 0) {
            return new When(from, 0, 0, Math.max(until, 0), circa, null, printed);
        }
        return until > 0 ? new When(until, 0, 0, 0, true, null, printed) : When.unread(printed);
    }

    private static @Nullable String zero(int number) {
        return number == 0 ? null : Integer.toString(number);
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static void address(Fields address, Draft draft) {
        detail(address, draft, "address");
        String country = country(address);
        draft.address(Texts.joined(
                ", ",
                address.take("@street"),
                address.take("@poBox"),
                address.take("@place"),
                address.take("@zipCode"),
                address.take("@city"),
                address.take("@region"),
                country));
        draft.country(country);
        draft.note("address at the time of listing", "true".equals(address.take("@asAtListingTime")) ? "yes" : null);
        for (Fields contact : address.all("contactInfo")) {
            draft.note(contact.take("@key", "contact"), contact.take("@value"));
        }
    }

    private static void identification(Fields each, Draft draft) {
        String act = detail(each, draft, "identification");
        String code = each.take("@identificationTypeCode", "other");
        String description = each.take("@identificationTypeDescription");
        String number = each.take("@number");
        String latin = each.take("@latinNumber");
        String doubt = Texts.joined(
                ", ",
                "true".equals(each.take("@knownFalse")) ? "known to be false" : null,
                "true".equals(each.take("@knownExpired")) ? "expired" : null,
                "true".equals(each.take("@reportedLost")) ? "reported lost" : null,
                "true".equals(each.take("@revokedByIssuer")) ? "revoked by its issuer" : null);
        draft.note("diplomatic", "true".equals(each.take("@diplomatic")) ? number : null);
        String country = country(each);
        draft.note("issued by", each.take("@issuedBy"));
        draft.note("name on the document", each.take("@nameOnDocument"));
        draft.note(
                "document issued, valid",
                Texts.joined(", ", each.take("@issueDate"), each.take("@validFrom"), each.take("@validTo")));
        draft.note("document, region", each.take("@region"));
        String kind =
                IDENTIFICATIONS.getOrDefault(code, description == null ? code : description.toLowerCase(Locale.ROOT));
        String shown = number == null ? latin : number;
        if (shown != null) {
            draft.identifiers.add(new Identifier(kind, shown, country, doubt.isEmpty() ? null : doubt));
            draft.note("document, act", act == null ? null : shown + ": " + act);
        }
        if (latin != null && number != null && !latin.equals(number)) {
            draft.identifiers.add(new Identifier(kind, latin, country, doubt.isEmpty() ? null : doubt));
        }
    }

    private static final java.util.Map<String, String> IDENTIFICATIONS = java.util.Map.ofEntries(
            java.util.Map.entry("passport", "passport"),
            java.util.Map.entry("diplomaticpassport", "passport"),
            java.util.Map.entry("regnumber", "registration"),
            java.util.Map.entry("fiscalcode", "tax"),
            java.util.Map.entry("taxid", "tax"),
            java.util.Map.entry("id", "national-id"),
            java.util.Map.entry("ssn", "national-id"),
            java.util.Map.entry("imo", "imo"),
            java.util.Map.entry("swiftbic", "swift"),
            java.util.Map.entry("residentperm", "residence-permit"),
            java.util.Map.entry("travelcardid", "travel-document"),
            java.util.Map.entry("other", "other"));

    /** 00 is the code for unknown, and no country. */
    private static @Nullable String country(Fields detail) {
        String code = detail.take("@countryIso2Code");
        detail.take("@countryDescription");
        return "00".equals(code) ? null : code;
    }

    /** What every detail carries: number, language of the act, remarks, and the act that brought it, which is returned. */
    private static @Nullable String detail(Fields detail, @Nullable Draft draft, String about) {
        detail.take("@logicalId");
        detail.take("@regulationLanguage");
        if (draft != null) {
            detail.texts("remark").forEach(text -> draft.note("remark on " + about, text));
        }
        String act = null;
        for (Fields summary : detail.all("regulationSummary")) {
            act = Texts.joined(
                    "; ", act, Texts.joined(" of ", summary.take("@numberTitle"), summary.take("@publicationDate")));
            summary.take("@regulationType");
            summary.take("@publicationUrl");
        }
        return act == null || act.isEmpty() ? null : act;
    }
}

package parley.lists.un;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Draft;
import parley.lists.record.Finding.Code;
import parley.lists.record.Listing;
import parley.lists.record.Listing.Kind;
import parley.lists.record.Listing.Measure;
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

/** {@code consolidated.xml}: individuals and entities. Empty elements are normal; EXACT with a year alone is a year. */
public final class UnXml implements ListFormat {
    @Override
    public String id() {
        return "un-consolidated-xml";
    }

    @Override
    public String list() {
        return "un-sc";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.contains("<CONSOLIDATED_LIST");
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            XmlRecords.read(file, "CONSOLIDATED_LIST", Set.of("INDIVIDUALS", "ENTITIES"), new XmlRecords.Handler() {
                @Override
                public void opens(Fields element) {
                    String day = element.take("@dateGenerated");
                    sink.contentDay(day == null || day.length() < 10 ? null : day.substring(0, 10));
                    sink.checked(element.name(), element);
                }

                @Override
                public void record(Fields record, long number) throws Refused {
                    switch (record.name()) {
                        case "INDIVIDUAL" -> subject(list(), file.name(), record, number, Kind.PERSON, sink);
                        case "ENTITY" -> subject(list(), file.name(), record, number, Kind.ORGANISATION, sink);
                        default -> throw file.refused(Code.L104, "record " + number, "`%s` stands where an individual or entity is expected.".formatted(record.name()), "compare the file with the schema of the publisher");
                    }
                }
            });
        }
    }

    /** Reads one individual or entity. */
    public static void subject(String list, String file, Fields record, long number, Kind kind, Sink sink) {
        String id = record.take("DATAID");
        if (id == null) {
            sink.setAside("record " + number, record.line(), "it has no DATAID.");
            return;
        }
        var draft = new Draft();
        draft.note("version", record.take("VERSIONNUM"));
        names(record, kind, draft);
        record.texts("NAME_ORIGINAL_SCRIPT").forEach(text -> draft.name(text, Use.ORIGINAL_SCRIPT, Quality.UNKNOWN));
        draft.programme(record.take("UN_LIST_TYPE"));
        draft.identifier("un-reference", record.take("REFERENCE_NUMBER"), null);
        draft.gender(record.take("GENDER"));
        draft.note("comment", record.take("COMMENTS1"));
        draft.note("submitted", Texts.joined(", ", record.take("SUBMITTED_BY"), record.take("SUBMITTED_ON")));
        values(record, "TITLE").forEach(title -> draft.note("title", title));
        values(record, "DESIGNATION").forEach(draft::position);
        values(record, "NATIONALITY").forEach(draft::citizenship);
        draft.citizenship(record.take("NATIONALITY2"));
        values(record, "LIST_TYPE").forEach(type -> draft.note("list type", type));
        List<String> updates = values(record, "LAST_DAY_UPDATED");
        String listed = record.take("LISTED_ON");
        String amended = updates.stream().map(day -> day.length() > 10 ? day.substring(0, 10) : day).max(java.util.Comparator.naturalOrder()).orElse(null);
        draft.note("updated", updates.isEmpty() ? null : String.join(", ", updates));
        sink.act(amended);
        draft.dates = new Listing.LawDates(listed == null || listed.length() < 10 ? listed : listed.substring(0, 10), false, null, amended, null);
        for (String prefix : new String[] {"INDIVIDUAL", "ENTITY"}) {
            record.all(prefix + "_ALIAS").forEach(alias -> alias(alias, draft, id, sink));
            record.all(prefix + "_ADDRESS").forEach(address -> address(address, draft));
        }
        record.all("INDIVIDUAL_DATE_OF_BIRTH").forEach(birth -> birth(birth, draft, id, sink));
        for (Fields place : record.all("INDIVIDUAL_PLACE_OF_BIRTH")) {
            draft.birthPlace(place(place, draft));
        }
        record.all("INDIVIDUAL_DOCUMENT").forEach(document -> document(document, draft));
        record.take("SORT_KEY");
        record.take("SORT_KEY_LAST_MOD");
        draft.measures.add(Measure.FREEZE);
        if (draft.hasNoName()) {
            sink.setAside(id, record.line(), "it has no name.");
            return;
        }
        sink.listing(draft.done(list, id, kind, new Listing.Place(file, number, record.line())), record);
    }

    private static void names(Fields record, Kind kind, Draft draft) {
        var parts = new ArrayList<Part>(4);
        for (String field : new String[] {"FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"}) {
            String text = record.take(field);
            if (text != null) {
                // The order is that of the person's culture: which part is the family name, the list does not say.
                parts.add(new Part(kind == Kind.PERSON ? Role.OTHER : Role.WHOLE, text));
            }
        }
        draft.name(parts, Use.PRIMARY, Quality.UNKNOWN, null);
    }

    private static List<String> values(Fields record, String name) {
        var found = new ArrayList<String>();
        for (Fields field : record.all(name)) {
            found.addAll(field.texts("VALUE"));
            String own = field.text();
            if (own != null) {
                found.add(own);
            }
        }
        return found;
    }

    private static void alias(Fields alias, Draft draft, String id, Sink sink) {
        String code = alias.take("QUALITY", "");
        Quality quality = switch (code) {
            case "Good" -> Quality.STRONG;
            case "Low" -> Quality.WEAK;
            case "a.k.a.", "f.k.a.", "" -> Quality.UNKNOWN;
            default -> {
                sink.unknownCode(id, "ALIAS/QUALITY", code);
                yield Quality.UNKNOWN;
            }
        };
        Use use = code.equals("f.k.a.") ? Use.FORMER : Use.ALIAS;
        Texts.pieces(alias.take("ALIAS_NAME"), "; ").forEach(name -> draft.name(name, use, quality));
        for (var when : Whens.all(alias.take("DATE_OF_BIRTH"))) {
            draft.note("date of birth of an alias", when.printed());
        }
        draft.note("place of birth of an alias", Texts.joined(", ", alias.take("CITY_OF_BIRTH"), alias.take("COUNTRY_OF_BIRTH")));
        draft.note("alias", alias.take("NOTE"));
    }

    private static void address(Fields address, Draft draft) {
        String text = place(address, draft);
        draft.address(text);
    }

    private static String place(Fields place, Draft draft) {
        String country = place.take("COUNTRY");
        String text = Texts.joined(", ", place.take("STREET"), place.take("CITY"), place.take("STATE_PROVINCE"), place.take("ZIP_CODE"), country);
        draft.note("place", place.take("NOTE"));
        return text;
    }

    private static void birth(Fields birth, Draft draft, String id, Sink sink) {
        String type = birth.take("TYPE_OF_DATE", "");
        boolean circa = type.equals("APPROXIMATELY");
        if (!Set.of("EXACT", "APPROXIMATELY", "BETWEEN", "").contains(type)) {
            sink.unknownCode(id, "TYPE_OF_DATE", type);
        }
        draft.note("date of birth", birth.take("NOTE"));
        String printed = birth.take("DATE");
        String year = birth.take("YEAR");
        String from = birth.take("FROM_YEAR");
        String until = birth.take("TO_YEAR");
        String text = printed != null ? printed : year != null ? year : Texts.joined("-", from, until);
        for (When when : Whens.all(text)) {
            When read = circa && when.isRead() ? new When(when.year(), when.month(), when.day(), when.untilYear(), true, null, when.printed()) : when;
            draft.births.add(read);
            if (!read.isRead()) {
                sink.unreadDate(id, "DATE_OF_BIRTH", when.printed());
            }
        }
    }

    private static void document(Fields document, Draft draft) {
        String type = document.take("TYPE_OF_DOCUMENT");
        String second = document.take("TYPE_OF_DOCUMENT2");
        String number = document.take("NUMBER");
        String country = document.take("ISSUING_COUNTRY");
        String issued = document.take("COUNTRY_OF_ISSUE");
        String note = document.take("NOTE");
        draft.note("document issued", Texts.joined(", ", document.take("DATE_OF_ISSUE"), document.take("CITY_OF_ISSUE")));
        draft.note("document", Texts.joined(": ", second, note));
        if (number != null) {
            draft.identifiers.add(new Identifier(kind(type), number, country == null ? issued : country, doubt(note)));
        }
    }

    private static String kind(@Nullable String type) {
        return switch (type == null ? "" : type) {
            case "Passport" -> "passport";
            case "National Identification Number" -> "national-id";
            case "" -> "other";
            default -> String.valueOf(type).toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static @Nullable String doubt(@Nullable String note) {
        String text = note == null ? "" : note.toLowerCase(java.util.Locale.ROOT);
        return text.contains("falsified") || text.contains("forged") || text.contains("fraudulent") || text.contains("fake") ? "known to be false" : null;
    }
}

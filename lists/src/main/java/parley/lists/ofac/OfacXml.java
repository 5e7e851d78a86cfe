package parley.lists.ofac;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Draft;
import parley.lists.record.Listing;
import parley.lists.record.Listing.Kind;
import parley.lists.record.Name;
import parley.lists.record.Name.Part;
import parley.lists.record.Name.Quality;
import parley.lists.record.Name.Role;
import parley.lists.record.Name.Use;
import parley.lists.record.Refused;
import parley.lists.record.Traits.Identifier;
import parley.lists.source.Fields;
import parley.lists.source.ListFormat;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.Texts;
import parley.lists.source.Whens;
import parley.lists.source.XmlRecords;

/**
 * Legacy XML, {@code sdnList/sdnEntry}. The file says how many records it has. Both lists share the format: it is the SDN
 * list if an entry has a programme that no other list has, so the list is told by the name of the file, and
 * {@code CONSOLIDATED.XML} is the usual one.
 */
public final class OfacXml implements ListFormat {
    @Override
    public String id() {
        return "ofac-legacy-xml";
    }

    @Override
    public String list() {
        return "us-cons";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.contains("<sdnList");
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            XmlRecords.read(file, "sdnList", Set.of(), new XmlRecords.Handler() {
                @Override
                public void opens(Fields element) {
                    sink.checked("", element);
                }

                @Override
                public void record(Fields record, long number) {
                    if (record.name().equals("publshInformation")) {
                        sink.contentDay(Whens.americanDay(record.take("Publish_Date")));
                        String count = record.take("Record_Count");
                        if (count != null && count.chars().allMatch(Character::isDigit) && count.length() < 9) {
                            sink.announced(Long.parseLong(count));
                        }
                        sink.checked("publshInformation", record);
                    } else {
                        entry(file.name(), record, number - 1, sink);
                    }
                }
            });
        }
    }

    private void entry(String file, Fields record, long number, Sink sink) {
        String id = record.take("uid");
        if (id == null) {
            sink.setAside("record " + number, record.line(), "it has no uid.");
            return;
        }
        var draft = new Draft();
        String type = record.take("sdnType", "");
        Kind kind = switch (type.toLowerCase(Locale.ROOT)) {
            case "individual" -> Kind.PERSON;
            case "entity" -> Kind.ORGANISATION;
            case "vessel" -> Kind.VESSEL;
            case "aircraft" -> Kind.AIRCRAFT;
            default -> {
                sink.unknownCode(id, "sdnType", type);
                yield Kind.UNKNOWN;
            }
        };
        name(draft, record, Use.PRIMARY, Quality.STRONG);
        draft.position(record.take("title"));
        for (Fields list : record.all("programList")) {
            list.texts("program").forEach(draft::programme);
        }
        for (Fields aka : record.all("akaList", "aka")) {
            aka(draft, aka, id, sink);
        }
        for (Fields address : record.all("addressList", "address")) {
            address.take("uid");
            String country;
            String street = Texts.joined(", ", address.take("address1"), address.take("address2"), address.take("address3"));
            String town = Texts.joined(", ", address.take("city"), address.take("stateOrProvince"), address.take("postalCode"));
            country = address.take("country");
            draft.address(Texts.joined(", ", street, town, country));
            draft.country(country);
        }
        for (Fields item : record.all("dateOfBirthList", "dateOfBirthItem")) {
            item.take("uid");
            item.take("mainEntry");
            String text = item.take("dateOfBirth");
            for (var when : Whens.all(text)) {
                draft.births.add(when);
                if (!when.isRead()) {
                    sink.unreadDate(id, "dateOfBirth", when.printed());
                }
            }
        }
        for (Fields item : record.all("placeOfBirthList", "placeOfBirthItem")) {
            item.take("uid");
            item.take("mainEntry");
            draft.birthPlace(item.take("placeOfBirth"));
        }
        countries(draft, record, "nationalityList", "nationality");
        countries(draft, record, "citizenshipList", "citizenship");
        for (Fields number1 : record.all("idList", "id")) {
            identifier(draft, number1);
        }
        Fields vessel = record.one("vesselInfo");
        if (vessel != null) {
            draft.identifier("call-sign", vessel.take("callSign"), null);
            draft.note("vessel type", vessel.take("vesselType"));
            draft.country(vessel.take("vesselFlag"));
            String owner = vessel.take("vesselOwner");
            if (owner != null) {
                draft.relation("owner of the vessel", null, owner);
            }
            draft.note("tonnage", vessel.take("tonnage"));
            draft.note("gross registered tonnage", vessel.take("grossRegisteredTonnage"));
        }
        String remarks = record.take("remarks");
        if (remarks != null) {
            Remarks.read(remarks, draft, text -> sink.unreadDate(id, "remarks", text));
        }
        draft.measures.add(Listing.Measure.OTHER);
        if (draft.hasNoName()) {
            sink.setAside(id, record.line(), "it has no name.");
            return;
        }
        sink.listing(draft.done(list(), id, kind, new Listing.Place(file, number, record.line())), record);
    }

    private static void name(Draft draft, Fields from, Use use, Quality quality) {
        String family = from.take("lastName");
        String given = from.take("firstName");
        if (family != null && given != null) {
            var parts = List.of(new Part(Role.FAMILY, family), new Part(Role.GIVEN, given));
            draft.names.add(new Name(family + ", " + given, parts, use, quality, null, null));
        } else {
            draft.name(family == null ? given : family, use, quality);
        }
    }

    private static void aka(Draft draft, Fields aka, String id, Sink sink) {
        aka.take("uid");
        String type = aka.take("type", "");
        Use use = switch (type) {
            case "a.k.a." -> Use.ALIAS;
            case "f.k.a." -> Use.FORMER;
            case "n.k.a." -> Use.NEW;
            default -> {
                sink.unknownCode(id, "aka/type", type);
                yield Use.ALIAS;
            }
        };
        String category = aka.take("category", "");
        Quality quality = switch (category) {
            case "strong" -> Quality.STRONG;
            case "weak" -> Quality.WEAK;
            default -> {
                sink.unknownCode(id, "aka/category", category);
                yield Quality.UNKNOWN;
            }
        };
        name(draft, aka, use, quality);
    }

    private static void countries(Draft draft, Fields record, String list, String item) {
        for (Fields each : record.all(list, item)) {
            each.take("uid");
            each.take("mainEntry");
            draft.citizenship(each.take("country"));
        }
    }

    private static void identifier(Draft draft, Fields id) {
        id.take("uid");
        String type = id.take("idType", "");
        String number = id.take("idNumber");
        String country = id.take("idCountry");
        String issued = id.take("issueDate");
        String expires = id.take("expirationDate");
        if (type.equals("Gender")) {
            draft.gender(number);
            return;
        }
        if (number == null) {
            draft.note(type, "yes");
            return;
        }
        draft.identifiers.add(new Identifier(kind(type), number, country, null));
        draft.note("issued, expires: " + number, Texts.joined(", ", issued, expires));
    }

    /** The kind of a number in the words of all lists; the printed type where there is none. */
    static String kind(String printed) {
        var draft = new Draft();
        Remarks.read(printed + " 1", draft, _ -> {});
        return draft.identifiers.isEmpty() ? lower(printed) : draft.identifiers.getFirst().kind();
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}

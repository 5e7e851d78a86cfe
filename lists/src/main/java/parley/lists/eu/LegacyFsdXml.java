package parley.lists.eu;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Draft;
import parley.lists.record.Finding.Code;
import parley.lists.record.Listing;
import parley.lists.record.Listing.Act;
import parley.lists.record.Listing.Kind;
import parley.lists.record.Name;
import parley.lists.record.Name.Part;
import parley.lists.record.Name.Quality;
import parley.lists.record.Name.Role;
import parley.lists.record.Name.Use;
import parley.lists.record.Refused;
import parley.lists.source.Fields;
import parley.lists.source.ListFormat;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.Texts;
import parley.lists.source.Whens;
import parley.lists.source.XmlRecords;

/** The format before 2018 ({@code WHOLE/ENTITY/NAME}), for old states of the list only. */
public final class LegacyFsdXml implements ListFormat {
    @Override
    public String id() {
        return "fsd-xml-legacy";
    }

    @Override
    public String list() {
        return "eu-fsd";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.contains("<WHOLE ") && head.contains("<ENTITY ");
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            XmlRecords.read(file, "WHOLE", Set.of(), new XmlRecords.Handler() {
                @Override
                public void opens(Fields element) {
                    sink.contentDay(Whens.day(element.take("@Date")));
                    sink.checked("WHOLE", element);
                }

                @Override
                public void record(Fields record, long number) throws Refused {
                    if (!record.name().equals("ENTITY")) {
                        throw file.refused(Code.L104, "record " + number, "`%s` stands where an ENTITY is expected.".formatted(record.name()), "it may be another format");
                    }
                    entity(file.name(), record, number, sink);
                }
            });
        }
    }

    private void entity(String file, Fields record, long number, Sink sink) {
        String id = record.take("@Id");
        if (id == null) {
            sink.setAside("record " + number, record.line(), "it has no Id.");
            return;
        }
        var draft = new Draft();
        String type = record.take("@Type", "");
        Kind kind = switch (type) {
            case "P" -> Kind.PERSON;
            case "E" -> Kind.ORGANISATION;
            default -> {
                sink.unknownCode(id, "Type", type);
                yield Kind.UNKNOWN;
            }
        };
        draft.programme(record.take("@programme"));
        String day = record.take("@reg_date");
        draft.acts.add(new Act(record.take("@legal_basis", ""), day, record.take("@pdf_link")));
        draft.dates = new Listing.LawDates(null, false, day, null, null);
        draft.note("remark", record.take("@remark"));
        for (Fields name : record.all("NAME")) {
            String act = detail(name);
            var parts = new java.util.ArrayList<Part>(3);
            add(parts, Role.GIVEN, name.take("FIRSTNAME"));
            add(parts, Role.PATRONYMIC, name.take("MIDDLENAME"));
            add(parts, Role.FAMILY, name.take("LASTNAME"));
            String whole = name.take("WHOLENAME");
            draft.gender(name.take("GENDER"));
            draft.note("title", name.take("TITLE"));
            draft.position(name.take("FUNCTION"));
            String language = name.take("LANGUAGE");
            String text = whole == null ? String.join(" ", parts.stream().map(Part::text).toList()) : whole;
            if (!text.isBlank()) {
                draft.names.add(new Name(text, parts, Use.ALIAS, Quality.UNKNOWN, language == null ? null : language.toLowerCase(Locale.ROOT), act));
            }
        }
        for (Fields birth : record.all("BIRTH")) {
            detail(birth);
            String printed = birth.take("DATE");
            draft.birthPlace(Texts.joined(", ", birth.take("PLACE"), birth.take("COUNTRY")));
            for (var when : Whens.all(printed)) {
                draft.births.add(when);
                if (!when.isRead()) {
                    sink.unreadDate(id, "BIRTH/DATE", when.printed());
                }
            }
        }
        for (Fields passport : record.all("PASSPORT")) {
            detail(passport);
            draft.identifier("document", passport.take("NUMBER"), passport.take("COUNTRY"));
        }
        for (Fields citizen : record.all("CITIZEN")) {
            detail(citizen);
            draft.citizenship(citizen.take("COUNTRY"));
        }
        for (Fields address : record.all("ADDRESS")) {
            detail(address);
            String country;
            String line = Texts.joined(", ", address.take("NUMBER"), address.take("STREET"), address.take("ZIPCODE"), address.take("CITY"));
            country = address.take("COUNTRY");
            draft.address(Texts.joined(", ", line, country, address.take("OTHER")));
            draft.country(country);
        }
        draft.measures.add(Listing.Measure.FREEZE);
        if (draft.hasNoName()) {
            sink.setAside(id, record.line(), "it has no name.");
            return;
        }
        sink.listing(draft.done(list(), id, kind, new Listing.Place(file, number, record.line())), record);
    }

    private static void add(List<Part> parts, Role role, @Nullable String text) {
        if (text != null) {
            parts.add(new Part(role, text));
        }
    }

    private static @Nullable String detail(Fields detail) {
        detail.take("@Id");
        detail.take("@Entity_id");
        detail.take("@pdf_link");
        detail.take("@programme");
        String act = Texts.joined(" of ", detail.take("@legal_basis"), detail.take("@reg_date"));
        return act.isEmpty() ? null : act;
    }
}

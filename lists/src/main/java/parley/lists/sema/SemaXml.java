package parley.lists.sema;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import parley.lists.source.Fields;
import parley.lists.source.ListFormat;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.Texts;
import parley.lists.source.Whens;
import parley.lists.source.XmlRecords;

/**
 * {@code sema-lmes.xml}, flat {@code data-set/record}, in all its generations: until 2022 {@code Entity}, {@code Title},
 * {@code DateOfBirth}; now {@code EntityOrShip}, {@code TitleOrShip}, {@code DateOfBirthOrShipBuildDate}, {@code DateOfListing};
 * element names may carry a suffix of their language.
 *
 * <p>Records have no id. (regime, schedule, item) is a place in a schedule that is used again after a repeal; it is our
 * key, and the difference finds by content whether the same subject still stands there.
 */
public final class SemaXml implements ListFormat {
    @Override
    public String id() {
        return "sema-xml";
    }

    @Override
    public String list() {
        return "ca-sema";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.contains("<data-set") && head.contains("<record>") && head.contains("<Country");
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            XmlRecords.read(file, "data-set", Set.of(), new XmlRecords.Handler() {
                @Override
                public void opens(Fields element) {
                    sink.checked("data-set", element);
                }

                @Override
                public void record(Fields record, long number) throws Refused {
                    if (!record.name().equals("record")) {
                        throw file.refused(Code.L104, "record " + number, "`%s` stands where a record is expected.".formatted(record.name()), "it may be a new format");
                    }
                    entry(list(), file.name(), withoutLanguage(record), number, sink);
                }
            });
        }
    }

    /** {@code LastName_en} and {@code LastName-eng} are read as {@code LastName}; the French twin keeps its name. */
    private static Fields withoutLanguage(Fields record) {
        boolean suffixed = record.children().stream().anyMatch(field -> english(field.name()) != null);
        if (!suffixed) {
            return record;
        }
        var plain = new Fields(record.name(), record.line());
        for (Fields field : record.children()) {
            String english = english(field.name());
            String text = field.peekText();
            plain.add(english == null ? field : Fields.leaf(english, text == null ? "" : text, field.line()));
        }
        return plain;
    }

    private static @Nullable String english(String name) {
        for (String suffix : new String[] {"_en", "-en", "_eng", "-eng", "EN"}) {
            if (name.endsWith(suffix) && name.length() > suffix.length()) {
                return name.substring(0, name.length() - suffix.length());
            }
        }
        return null;
    }

    /** Reads one record. */
    public static void entry(String list, String file, Fields record, long number, Sink sink) {
        String country = record.take("Country");
        String schedule = record.take("Schedule");
        String item = record.take("Item");
        String id = Texts.canonical(Texts.joined("/", country, normalised(schedule), item));
        var draft = new Draft();
        draft.programme(country == null ? null : Texts.canonical(country));
        draft.note("schedule", schedule);
        draft.note("item", item);
        String given = record.take("GivenName");
        String family = record.take("LastName");
        String entity = first(record, "EntityOrShip", "Entity");
        String title = first(record, "TitleOrShip", "Title");
        String imo = record.take("ShipIMONumber");
        draft.identifier("imo", imo, null);
        draft.position(title);
        Kind kind = given != null || family != null ? Kind.PERSON : imo != null || "Ship".equalsIgnoreCase(title) ? Kind.VESSEL : Kind.ORGANISATION;
        if (kind == Kind.PERSON) {
            var parts = new ArrayList<Part>(2);
            if (given != null) {
                // 141 persons have a given name only: it is the whole name.
                parts.add(new Part(family == null ? Role.WHOLE : Role.GIVEN, given));
            }
            if (family != null) {
                parts.add(new Part(Role.FAMILY, family));
            }
            draft.name(parts, Use.PRIMARY, Quality.UNKNOWN, null);
            draft.note("entity", entity);
        } else {
            draft.name(entity, Use.PRIMARY, Quality.UNKNOWN);
        }
        aliases(record.take("Aliases"), kind).forEach(alias -> draft.name(alias, Use.ALIAS, Quality.UNKNOWN));
        String birth = first(record, "DateOfBirthOrShipBuildDate", "DateOfBirth");
        for (var when : Whens.all(birth)) {
            draft.births.add(when);
            if (!when.isRead()) {
                sink.unreadDate(id, "DateOfBirth", when.printed());
            }
        }
        String listed = record.take("DateOfListing");
        String day = listed == null ? null : Whens.day(listed);
        if (listed != null && day == null) {
            sink.unreadDate(id, "DateOfListing", listed);
        }
        draft.dates = Listing.LawDates.listed(day == null ? listed : day);
        draft.measures.add(Measure.FREEZE);
        // A record without any name is kept: that a whole field was lost shows in the fill rate, not in one record.
        if (id.isEmpty()) {
            sink.setAside("record " + number, record.line(), "it has neither country nor schedule nor item.");
            return;
        }
        sink.listing(draft.done(list, id, kind, new Listing.Place(file, number, record.line())), record);
    }

    private static @Nullable String first(Fields record, String now, String before) {
        String text = record.take(now);
        return text != null ? text : record.take(before);
    }

    /** {@code 1,Part 3} and {@code 1, Part 3 } are one place. */
    static @Nullable String normalised(@Nullable String schedule) {
        return schedule == null ? null : Texts.canonical(schedule.replace(",", ", "));
    }

    /** Cut at commas, semicolons, {@code (a.k.a.} and the labels of languages; organisations also at slashes. */
    static List<String> aliases(@Nullable String text, Kind kind) {
        if (text == null) {
            return List.of();
        }
        String open = text;
        for (String label : new String[] {"Russian:", "Russian :", "Belarusian:", "Belarusian :", "Belarussian:", "Belarussian :", "Ukrainian:", "Ukrainian :"}) {
            open = open.replace(label, ";");
        }
        open = open.replace("(a.k.a.", ";").replace("a.k.a.", ";").replace("(also known as", ";");
        List<String> pieces = kind == Kind.ORGANISATION ? Texts.piecesAt(open, ";", ",", "/") : Texts.piecesAt(open, ";", ",");
        var names = new ArrayList<String>();
        for (String piece : pieces) {
            String name = piece.startsWith("(") == piece.endsWith(")") ? piece : Texts.strip(piece.replace("(", " ").replace(")", " "));
            String lower = name.toLowerCase(Locale.ROOT);
            // "Beltech, Inc." is one name: a legal form alone belongs to the name before it.
            if (!names.isEmpty() && LEGAL_FORMS.contains(lower)) {
                names.set(names.size() - 1, names.getLast() + ", " + name);
            } else if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    private static final Set<String> LEGAL_FORMS = Set.of("inc.", "inc", "ltd.", "ltd", "llc", "l.l.c.", "co.", "jsc", "ojsc", "pjsc", "plc", "s.a.", "gmbh", "corp.", "limited");
}

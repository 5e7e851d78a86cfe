package parley.lists.seco;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Draft;
import parley.lists.record.Finding.Code;
import parley.lists.record.Listing;
import parley.lists.record.Listing.Kind;
import parley.lists.record.Listing.Measure;
import parley.lists.record.Listing.State;
import parley.lists.record.Name;
import parley.lists.record.Name.Part;
import parley.lists.record.Name.Quality;
import parley.lists.record.Name.Role;
import parley.lists.record.Name.Use;
import parley.lists.record.Refused;
import parley.lists.record.When;
import parley.lists.source.Fields;
import parley.lists.source.ListFormat;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.Texts;
import parley.lists.source.XmlRecords;

/**
 * The list of SECO. Delisted targets stay in the file: the state is the modification with the greatest effective date, of
 * equal ones the later in the file. A modification may hold copies of identities ({@code added}, {@code removed}), which
 * are not live. A full name is, for each language and script, the parts in order; a missing part is taken from the main
 * spelling.
 */
public final class SecoXml implements ListFormat {
    @Override
    public String id() {
        return "seco-xml";
    }

    @Override
    public String list() {
        return "ch-seco";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.contains("<swiss-sanctions-list");
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            var reading = new Reading(list(), file.name(), sink);
            XmlRecords.read(file, "swiss-sanctions-list", Set.of(), new XmlRecords.Handler() {
                @Override
                public void opens(Fields element) {
                    sink.contentDay(element.take("@date"));
                    element.take("@list-type");
                    sink.checked("swiss-sanctions-list", element);
                }

                @Override
                public void record(Fields record, long number) throws Refused {
                    switch (record.name()) {
                        case "sanctions-program" -> reading.programme(record);
                        case "place" -> reading.place(record);
                        case "target" -> reading.target(record);
                        default ->
                            throw file.refused(
                                    Code.L104,
                                    "record " + number,
                                    "`%s` stands where a programme, place or target is expected."
                                            .formatted(record.name()),
                                    "it may be a new format");
                    }
                }
            });
        }
    }

    /** Reads targets; programmes and places come before them in the file. */
    public static final class Reading {
        private final String list;
        private final String file;
        private final Sink sink;
        private final Map<String, List<String>> sets = new HashMap<>();
        private final Map<String, String> places = new HashMap<>();
        private long targets;

        public Reading(String list, String file, Sink sink) {
            this.list = list;
            this.file = file;
            this.sink = sink;
        }

        void programme(Fields record) {
            String id = record.take("@ssid", "");
            record.take("@version-date");
            record.take("@predecessor-version-date");
            List<String> keys = languages(record, "program-key");
            List<String> names = languages(record, "program-name");
            for (Fields origin : record.all("origin")) {
                origin.skip();
            }
            for (Fields set : record.all("sanctions-set")) {
                String setId = set.take("@ssid", "");
                set.take("@lang");
                String text = set.text();
                sets.computeIfAbsent(setId, _ -> {
                    var of = new ArrayList<String>();
                    of.add(id);
                    of.addAll(keys);
                    return of;
                });
                if (text != null) {
                    sets.getOrDefault(setId, new ArrayList<>()).add(text);
                }
            }
            sink.checked("programme " + id + (names.isEmpty() ? "" : " " + names.getFirst()), record);
        }

        private static List<String> languages(Fields record, String name) {
            var texts = new ArrayList<String>();
            for (Fields field : record.all(name)) {
                field.take("@lang");
                String text = field.text();
                if (text != null && !texts.contains(text)) {
                    texts.add(text);
                }
            }
            return texts;
        }

        void place(Fields record) {
            String id = record.take("@ssid", "");
            String name = record.take("location");
            String area = variant(record, "area");
            Fields country = record.one("country");
            String code = country == null ? null : country.take("@iso-code");
            String countryName = country == null ? null : country.text();
            for (Fields variant : record.all("location-variant")) {
                variant.skip();
            }
            places.put(id, Texts.joined(", ", name, area, code == null ? countryName : code));
            sink.checked("place " + id, record);
        }

        private static @Nullable String variant(Fields record, String name) {
            String text = record.take(name);
            for (Fields each : record.all(name + "-variant")) {
                each.skip();
            }
            return text;
        }

        /** Reads one target. */
        public void target(Fields record) {
            targets++;
            String id = record.take("@ssid");
            if (id == null) {
                sink.setAside("target " + targets, record.line(), "it has no ssid.");
                return;
            }
            var draft = new Draft();
            for (Fields set : record.all("sanctions-set-id")) {
                String code = set.text();
                if (code != null) {
                    draft.programme(code);
                    sets.getOrDefault(code, List.of()).forEach(text -> measure(text, draft));
                    sets.getOrDefault(code, List.of()).stream()
                            .limit(1)
                            .forEach(programme -> draft.note("programme", programme));
                }
            }
            if (draft.measures.isEmpty()) {
                draft.measure(Measure.FREEZE);
            }
            for (Fields foreign : record.all("foreign-identifier")) {
                draft.identifier("foreign", foreign.text(), null);
            }
            Kind kind = Kind.VESSEL;
            Fields subject = record.one("object");
            Fields individual = record.one("individual");
            Fields entity = record.one("entity");
            if (individual != null) {
                kind = Kind.PERSON;
                draft.gender(individual.take("@sex"));
                subject = individual;
            } else if (entity != null) {
                kind = Kind.ORGANISATION;
                subject = entity;
            } else if (subject != null) {
                String type = subject.take("@object-type", "vessel");
                kind = switch (type) {
                    case "vessel" -> Kind.VESSEL;
                    case "aircraft" -> Kind.AIRCRAFT;
                    default -> {
                        sink.unknownCode(id, "object/@object-type", type);
                        yield Kind.UNKNOWN;
                    }
                };
            }
            if (subject != null) {
                subject(subject, draft, id);
            }
            modifications(record, draft, id);
            record.take("@sanctions-set-id");
            if (draft.hasNoName() && subject != null) {
                sink.setAside(id, record.line(), "it has no name.");
                return;
            }
            sink.listing(draft.done(list, id, kind, new Listing.Place(file, targets, record.line())), record);
        }

        private static void measure(String text, Draft draft) {
            String lower = text.toLowerCase(java.util.Locale.ROOT);
            if (lower.contains("financial")
                    || lower.contains("asset")
                    || lower.contains("finanz")
                    || lower.contains("vermög")) {
                draft.measure(Measure.FREEZE);
            }
            if (lower.contains("travel") || lower.contains("entry") || lower.contains("einreise")) {
                draft.measure(Measure.ENTRY);
            }
            if (lower.contains("export") || lower.contains("ausfuhr") || lower.contains("goods")) {
                draft.measure(Measure.EXPORT);
            }
        }

        private void subject(Fields subject, Draft draft, String id) {
            List<Fields> identities = new ArrayList<>(subject.all("identity"));
            identities.sort(Comparator.comparingInt(identity -> "true".equals(peek(identity, "@main")) ? 0 : 1));
            for (Fields identity : identities) {
                identity(identity, draft, id);
            }
            for (Fields text : subject.all("justification")) {
                text.take("@ssid");
                draft.reason(text.text());
            }
            for (Fields text : subject.all("other-information")) {
                text.take("@ssid");
                draft.note("other information", text.text());
            }
            for (Fields relation : subject.all("relation")) {
                relation.take("@ssid");
                String type = relation.take("@relation-type", "");
                draft.relation(type, relation.take("@target-id"), null);
                draft.note("remark on a relation", relation.take("remark"));
            }
            for (Fields reference : subject.all("generic-attribute")) {
                draft.note(reference.take("@name", "attribute"), reference.text());
                reference.skip();
            }
        }

        private static @Nullable String peek(Fields fields, String child) {
            for (Fields field : fields.children()) {
                if (field.name().equals(child)) {
                    return field.peekText();
                }
            }
            return null;
        }

        private void identity(Fields identity, Draft draft, String id) {
            identity.take("@ssid");
            identity.take("@main");
            for (Fields name : identity.all("name")) {
                name(name, draft, id);
            }
            for (Fields birth : identity.all("day-month-year")) {
                birth(birth, draft, id);
            }
            for (Fields birth : identity.all("place-of-birth")) {
                birth.take("@ssid");
                birth.take("@quality");
                draft.birthPlace(places.get(birth.take("@place-id", "")));
            }
            for (Fields nationality : identity.all("nationality")) {
                nationality.take("@ssid");
                nationality.take("@quality");
                Fields country = nationality.one("country");
                if (country != null) {
                    String name = country.text();
                    draft.citizenship(country.take("@iso-code", name == null ? "" : name));
                }
            }
            for (Fields address : identity.all("address")) {
                address.take("@ssid");
                address.take("@main");
                address.take("@quality");
                String place = places.get(address.take("@place-id", ""));
                draft.address(Texts.joined(
                        ", ",
                        address.take("address-details"),
                        address.take("p-o-box"),
                        address.take("zip-code"),
                        place));
                draft.note("address", Texts.joined("; ", address.take("c-o"), address.take("remark")));
            }
            for (Fields document : identity.all("identification-document")) {
                document(document, draft);
            }
        }

        private void document(Fields document, Draft draft) {
            document.take("@ssid");
            String type = document.take("@document-type", "other");
            String number = document.take("number");
            Fields issuer = document.one("issuer");
            String country = issuer == null ? null : issuer.take("@code");
            String issuerName = issuer == null ? null : issuer.text();
            draft.note(
                    "document",
                    Texts.joined(
                            ", ",
                            document.take("date-of-issue"),
                            document.take("expiry-date"),
                            document.take("remark")));
            String place = places.get(document.take("@place-of-issue-id", ""));
            draft.note("document issued in", place);
            String kind = switch (type) {
                case "passport", "diplomatic-passport" -> "passport";
                case "id-card" -> "national-id";
                default -> type;
            };
            draft.identifier(kind, number, country == null ? issuerName : country);
        }

        private void name(Fields name, Draft draft, String id) {
            name.take("@ssid");
            String type = name.take("@name-type", "");
            String rank = name.take("@quality", "");
            Quality quality = switch (rank) {
                case "good" -> Quality.STRONG;
                case "low" -> Quality.WEAK;
                case "" -> Quality.UNKNOWN;
                default -> {
                    sink.unknownCode(id, "name/@quality", rank);
                    yield Quality.UNKNOWN;
                }
            };
            Use use = switch (type) {
                case "primary-name" -> Use.PRIMARY;
                case "alias" -> Use.ALIAS;
                case "formerly-known-as" -> Use.FORMER;
                case "maiden-name", "maiden" -> Use.MAIDEN;
                case "spelling-variant" -> Use.VARIANT;
                default -> {
                    sink.unknownCode(id, "name/@name-type", type);
                    yield Use.ALIAS;
                }
            };
            String language = name.take("@lang");
            Map<Integer, NamePart> parts = new TreeMap<>();
            Set<String> spellings = new java.util.LinkedHashSet<>();
            for (Fields part : name.all("name-part")) {
                NamePart read = part(part, id, parts.size());
                parts.put(read.order() * 100 + parts.size(), read);
                spellings.addAll(read.variants().keySet());
            }
            List<Part> main = parts.values().stream()
                    .map(part -> new Part(part.role(), part.text()))
                    .toList();
            draft.name(main, use, quality, language);
            for (String spelling : spellings) {
                List<Part> spelled = parts.values().stream()
                        .map(part -> new Part(part.role(), part.variants().getOrDefault(spelling, part.text())))
                        .toList();
                String whole = String.join(" ", spelled.stream().map(Part::text).toList());
                String code = spelling.substring(0, spelling.indexOf('|'));
                draft.names.add(new Name(whole, spelled, Use.VARIANT, quality, code.isEmpty() ? null : code, null));
            }
        }

        private record NamePart(int order, Role role, String text, Map<String, String> variants) {}

        private NamePart part(Fields part, String id, int position) {
            part.take("@ssid");
            String order = part.take("@order");
            String type = part.take("@name-part-type", "");
            Role role = switch (type) {
                case "given-name" -> Role.GIVEN;
                case "family-name" -> Role.FAMILY;
                case "father-name", "grand-father-name", "further-given-name" -> Role.PATRONYMIC;
                case "whole-name" -> Role.WHOLE;
                case "title" -> Role.TITLE;
                case "suffix" -> Role.SUFFIX;
                case "maiden-name", "tribal-name", "other" -> Role.OTHER;
                default -> {
                    sink.unknownCode(id, "name-part/@name-part-type", type);
                    yield Role.OTHER;
                }
            };
            Map<String, String> variants = new LinkedHashMap<>();
            for (Fields variant : part.all("spelling-variant")) {
                String key = variant.take("@lang", "") + "|" + variant.take("@script", "");
                String text = variant.text();
                for (int n = 2; text != null && variants.putIfAbsent(key, text) != null; n++) {
                    key = key + n;
                }
            }
            int number = order != null && order.length() < 4 && order.chars().allMatch(Character::isDigit)
                    ? Integer.parseInt(order)
                    : position + 1;
            return new NamePart(number, role, part.take("value", "?"), variants);
        }

        private void birth(Fields birth, Draft draft, String id) {
            birth.take("@ssid");
            int year = number(birth.take("@year"));
            int month = number(birth.take("@month"));
            int day = number(birth.take("@day"));
            int from = number(birth.take("@year-from"));
            int until = number(birth.take("@year-to"));
            boolean circa = "low".equals(birth.take("@quality"));
            String calendar = birth.take("@calendar", "Gregorian");
            String printed = Texts.joined("-", zero(year), zero(month), zero(day), zero(from), zero(until));
            if (printed.isEmpty()) {
                return;
            }
            if (calendar.equalsIgnoreCase("Islamic") || calendar.equalsIgnoreCase("Hijri")) {
                draft.births.add(parley.lists.source.Whens.islamic(year, month, day, circa, printed));
            } else if (year > 0 && month <= 12 && day <= 31) {
                draft.births.add(new When(year, month, month == 0 ? 0 : day, 0, circa, null, printed));
            } else if (from > 0) {
                draft.births.add(new When(from, 0, 0, until, circa, null, printed));
            } else {
                draft.births.add(When.unread(printed));
                sink.unreadDate(id, "day-month-year", printed);
            }
        }

        private static int number(@Nullable String text) {
            return text != null && text.length() < 5 && text.chars().allMatch(Character::isDigit)
                    ? Integer.parseInt(text)
                    : 0;
        }

        private static @Nullable String zero(int number) {
            return number == 0 ? null : Integer.toString(number);
        }

        /** The latest decides; a later one of the same day wins. */
        private void modifications(Fields record, Draft draft, String id) {
            String latest = null;
            String last = null;
            String listed = null;
            String amended = null;
            for (Fields modification : record.all("modification")) {
                String type = modification.take("@modification-type", "");
                String enacted = modification.take("@enactment-date");
                String published = modification.take("@publication-date");
                String effective = modification.take("@effective-date");
                modification.take("@ssid");
                String day = effective != null ? effective : published != null ? published : enacted;
                // Copies of what was added or removed then: history, not the live identity.
                modification.all("added").forEach(Fields::skip);
                modification.all("removed").forEach(Fields::skip);
                if (!Set.of("listed", "amended", "de-listed").contains(type)) {
                    sink.unknownCode(id, "modification/@modification-type", type);
                }
                draft.note(
                        "modification",
                        Texts.joined(", ", type, enacted, published, effective, modification.take("remark")));
                sink.act(published);
                if (day != null && (latest == null || day.compareTo(latest) >= 0)) {
                    latest = day;
                    last = type;
                }
                if (type.equals("listed") && day != null && (listed == null || day.compareTo(listed) < 0)) {
                    listed = day;
                }
                if (type.equals("amended") && day != null && (amended == null || day.compareTo(amended) > 0)) {
                    amended = day;
                }
            }
            boolean ended = "de-listed".equals(last);
            draft.state = ended ? State.DELISTED : State.LISTED;
            draft.dates = new Listing.LawDates(listed, false, null, amended, ended ? latest : null);
        }
    }
}

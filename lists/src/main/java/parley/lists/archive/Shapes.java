package parley.lists.archive;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.lists.source.Fields;

/**
 * Turns a document of an archive back into the shape of the official file it was made from, as far as the archive kept it.
 * The reader of the official format then reads both, so counts and differences are those of the real reader.
 */
public final class Shapes {
    private Shapes() {}

    private static final Map<String, String> EU_ELEMENTS = Map.of(
            "regulations", "regulation",
            "subject_type", "subjectType",
            "name_aliases", "nameAlias",
            "citizenships", "citizenship",
            "birthdates", "birthdate",
            "addresses", "address",
            "identifications", "identification",
            "regulation_summaries", "regulationSummary",
            "contact_infos", "contactInfo");

    /** An entity of the EU file; null for a document of another schema (old copies of entities, vessels). */
    public static @Nullable Fields eu(Fields document) {
        return has(document, "eu_reference_number") || (has(document, "logical_id") && has(document, "name_aliases"))
                ? euElement("sanctionEntity", document)
                : null;
    }

    private static Fields euElement(String name, Fields from) {
        var element = new Fields(name, from.line());
        for (Fields field : from.children()) {
            String text = field.peekText();
            String child = EU_ELEMENTS.get(field.name());
            if (child != null
                    && (text == null
                            || (name.equals("sanctionEntity")
                                    && !field.children().isEmpty()))) {
                element.add(euElement(child, field));
            } else if (text != null) {
                boolean inside = field.name().equals("remark")
                        || (name.equals("regulation") && field.name().equals("publication_url"));
                element.add(Fields.leaf((inside ? "" : "@") + camel(field.name()), text, field.line()));
            }
        }
        return element;
    }

    private static final Map<String, String> UK_NAMES = Map.of(
            "unique_id", "UniqueID",
            "ofsi_group_id", "OFSIGroupID",
            "un_reference_number", "UNReferenceNumber",
            "uk_statement_of_reasons", "UKStatementofReasons",
            "name_non_latin_script", "NameNonLatinScript");

    /** A designation of the UK list; null for one of the stray records of another list. */
    public static @Nullable Fields uk(Fields document) {
        return has(document, "unique_id") ? ukElement("Designation", document) : null;
    }

    private static Fields ukElement(String name, Fields from) {
        var element = new Fields(name, from.line());
        for (Fields field : from.children()) {
            String text = field.peekText();
            if (text != null) {
                String given = UK_NAMES.getOrDefault(field.name(), pascal(field.name()));
                boolean day =
                        field.name().equals("last_updated") || field.name().equals("date_designated");
                element.add(Fields.leaf(given, day ? british(text) : text, field.line()));
                continue;
            }
            String child = switch (field.name()) {
                case "names" -> name.equals("Names") ? "Name" : name.equals("NonLatinNames") ? "NonLatinName" : "Names";
                case "addresses" -> name.equals("Addresses") ? "Address" : "Addresses";
                default -> pascal(field.name());
            };
            element.add(ukElement(child, field));
        }
        return element;
    }

    private static String british(String iso) {
        return iso.length() == 10 && iso.charAt(4) == '-'
                ? iso.substring(8) + "/" + iso.substring(5, 7) + "/" + iso.substring(0, 4)
                : iso;
    }

    /** A record of the Canadian file. */
    public static Fields sema(Fields document) {
        var record = new Fields("record", document.line());
        for (Fields field : document.children()) {
            String text = field.peekText();
            if (text != null) {
                record.add(Fields.leaf(pascal(field.name()), text, field.line()));
            }
        }
        return record;
    }

    private static final Set<String> SECO_ATTRIBUTES = Set.of(
            "ssid",
            "main",
            "name_type",
            "quality",
            "lang",
            "order",
            "name_part_type",
            "day",
            "month",
            "year",
            "sex",
            "object_type");
    private static final Map<String, String> SECO_ELEMENTS =
            Map.of("names", "name", "name_parts", "name-part", "addresses", "address");

    /** A target of the Swiss file. */
    public static Fields seco(Fields document) {
        return secoElement("target", document);
    }

    private static Fields secoElement(String name, Fields from) {
        var element = new Fields(name, from.line());
        for (Fields field : from.children()) {
            String text = field.peekText();
            if (text == null) {
                element.add(secoElement(
                        SECO_ELEMENTS.getOrDefault(field.name(), field.name().replace('_', '-')), field));
            } else if (SECO_ATTRIBUTES.contains(field.name())) {
                element.add(Fields.leaf("@" + field.name().replace('_', '-'), text, field.line()));
            } else {
                String child = field.name().equals("sanctions_set_id")
                        ? "sanctions-set-id"
                        : field.name().replace('_', '-');
                element.add(Fields.leaf(child, text, field.line()));
            }
        }
        return element;
    }

    private static final Map<String, String> UN_ELEMENTS = Map.of(
            "aliases", "ALIAS",
            "addresses", "ADDRESS",
            "documents", "DOCUMENT",
            "date_of_birth", "DATE_OF_BIRTH",
            "place_of_birth", "PLACE_OF_BIRTH");

    /** An individual or entity of the UN list; which of them, the reference number says. */
    public static Fields un(Fields document) {
        String reference = "";
        for (Fields field : document.children()) {
            String text = field.peekText();
            reference = field.name().equals("reference_number") && text != null ? text : reference;
        }
        int dot = reference.indexOf('.');
        String prefix = dot > 0 && reference.charAt(dot - 1) == 'i' ? "INDIVIDUAL" : "ENTITY";
        var record = new Fields(prefix, document.line());
        for (Fields field : document.children()) {
            String text = field.peekText();
            String detail = UN_ELEMENTS.get(field.name());
            if (text != null) {
                record.add(Fields.leaf(upper(field.name()), text, field.line()));
            } else if (detail != null) {
                record.add(unElement(prefix + "_" + detail, field));
            } else {
                String child = switch (field.name()) {
                    case "designations" -> "DESIGNATION";
                    case "nationalities" -> "NATIONALITY";
                    case "titles" -> "TITLE";
                    default -> upper(field.name());
                };
                record.add(unElement(child, field));
            }
        }
        return record;
    }

    private static Fields unElement(String name, Fields from) {
        var element = new Fields(name, from.line());
        for (Fields field : from.children()) {
            String text = field.peekText();
            if (text != null) {
                element.add(
                        Fields.leaf(field.name().equals("values") ? "VALUE" : upper(field.name()), text, field.line()));
            }
        }
        return element;
    }

    static boolean has(Fields document, String name) {
        return document.children().stream().anyMatch(field -> field.name().equals(name));
    }

    private static String upper(String snake) {
        return snake.toUpperCase(java.util.Locale.ROOT);
    }

    private static String camel(String snake) {
        String pascal = pascal(snake);
        return Character.toLowerCase(pascal.charAt(0)) + pascal.substring(1);
    }

    static String pascal(String snake) {
        var out = new StringBuilder(snake.length());
        boolean up = true;
        for (int i = 0; i < snake.length(); i++) {
            char c = snake.charAt(i);
            if (c == '_') {
                up = true;
            } else {
                out.append(up ? Character.toUpperCase(c) : c);
                up = false;
            }
        }
        return out.toString();
    }
}

package parley.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.identity.Subject;
import parley.identity.Subject.Birth;
import parley.identity.Subject.CountryTie;
import parley.identity.Subject.Identifier;
import parley.identity.Subject.IdentifierType;
import parley.identity.Subject.Kind;
import parley.identity.Subject.Name;
import parley.identity.Subject.NameKind;
import parley.identity.Subject.Part;
import parley.identity.Subject.Quality;
import parley.identity.Subject.Role;
import parley.identity.Subject.Tie;

/** A subject out of property maps in the words of FollowTheMoney; properties that say nothing about identity are passed over. */
final class EntityProperties {
    private static final Map<String, Kind> SCHEMAS = schemas();
    private static final Map<String, IdentifierType> IDENTIFIERS = Map.ofEntries(
            Map.entry("innCode", IdentifierType.INN),
            Map.entry("ogrnCode", IdentifierType.OGRN),
            Map.entry("kppCode", IdentifierType.KPP),
            Map.entry("unpCode", IdentifierType.UNP),
            Map.entry("edrpouCode", IdentifierType.EDRPOU),
            Map.entry("leiCode", IdentifierType.LEI),
            Map.entry("imoNumber", IdentifierType.IMO),
            Map.entry("mmsi", IdentifierType.MMSI),
            Map.entry("swiftBic", IdentifierType.SWIFT),
            Map.entry("iban", IdentifierType.IBAN),
            Map.entry("passportNumber", IdentifierType.PASSPORT),
            Map.entry("idNumber", IdentifierType.NATIONAL_ID),
            Map.entry("socialSecurityNumber", IdentifierType.NATIONAL_ID),
            Map.entry("taxNumber", IdentifierType.TAX),
            Map.entry("vatCode", IdentifierType.TAX),
            Map.entry("registrationNumber", IdentifierType.REGISTRATION),
            Map.entry("uscCode", IdentifierType.REGISTRATION),
            Map.entry("dunsCode", IdentifierType.REGISTRATION),
            Map.entry("uniqueEntityId", IdentifierType.REGISTRATION),
            Map.entry("npiCode", IdentifierType.REGISTRATION),
            Map.entry("cikCode", IdentifierType.REGISTRATION),
            Map.entry("registrationCode", IdentifierType.REGISTRATION));
    private static final Map<String, Tie> COUNTRIES = Map.of(
            "nationality", Tie.CITIZENSHIP,
            "citizenship", Tie.CITIZENSHIP,
            "country", Tie.OTHER,
            "jurisdiction", Tie.REGISTRATION,
            "mainCountry", Tie.REGISTRATION,
            "birthCountry", Tie.BIRTH,
            "flag", Tie.FLAG);
    private static final Map<String, Role> PARTS = parts();
    private static final Pattern DAY = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?(?:T.*)?");

    private EntityProperties() {}

    private static Map<String, Kind> schemas() {
        var kinds = new LinkedHashMap<String, Kind>();
        for (String schema : List.of("Company", "Organization", "PublicBody")) {
            kinds.put(schema, Kind.ORGANISATION);
        }
        kinds.put("Person", Kind.PERSON);
        kinds.put("Vessel", Kind.VESSEL);
        for (String schema :
                List.of("LegalEntity", "Thing", "Airplane", "Vehicle", "Asset", "Security", "CryptoWallet")) {
            kinds.put(schema, Kind.OTHER);
        }
        return kinds;
    }

    private static Map<String, Role> parts() {
        var parts = new LinkedHashMap<String, Role>();
        parts.put("firstName", Role.GIVEN);
        parts.put("secondName", Role.MIDDLE);
        parts.put("middleName", Role.MIDDLE);
        parts.put("fatherName", Role.PATRONYMIC);
        parts.put("lastName", Role.FAMILY);
        return parts;
    }

    /** Returns what a schema of FollowTheMoney is, or null if it is none that can be matched. */
    static @Nullable Kind kind(String schema) {
        return SCHEMAS.get(schema);
    }

    /** Returns the schemas that can be matched, for a message. */
    static String schemaNames() {
        return String.join(", ", SCHEMAS.keySet());
    }

    /**
     * Returns the subject, or the reason why there is none.
     *
     * @param position where the record stands, for a message
     */
    static Reading read(String id, Kind kind, Map<String, List<String>> properties, String position) {
        List<Name> names = names(properties);
        if (names.isEmpty()) {
            return new Reading.Refused("there is no name; give `name`, or `firstName` and `lastName`");
        }
        var births = new ArrayList<Birth>();
        for (String property : List.of("birthDate", "incorporationDate", "buildDate")) {
            for (String value : properties.getOrDefault(property, List.of())) {
                Birth birth = birth(value.strip());
                if (birth == null) {
                    return new Reading.Refused(
                            "`%s` is `%s`; write 1970, 1970-05 or 1970-05-31".formatted(property, value));
                }
                births.add(birth);
            }
        }
        var countries = new LinkedHashSet<CountryTie>();
        each(properties, COUNTRIES, (value, tie) -> countries.add(new CountryTie(value, tie)));
        var identifiers = new ArrayList<Identifier>();
        each(properties, IDENTIFIERS, (value, type) -> identifiers.add(Identifier.of(type, value)));
        return new Reading.Read(new Subject(
                id,
                kind,
                names,
                births,
                List.copyOf(countries),
                identifiers,
                genders(properties.getOrDefault("gender", List.of())),
                properties.getOrDefault("position", List.of()),
                properties.getOrDefault("birthPlace", List.of()),
                position));
    }

    /** A subject, or why there is none. */
    sealed interface Reading {
        record Read(Subject subject) implements Reading {}

        record Refused(String why) implements Reading {}
    }

    private static <T> void each(Map<String, List<String>> properties, Map<String, T> known, BiConsumer<String, T> to) {
        properties.forEach((property, values) -> {
            T meaning = known.get(property);
            if (meaning != null) {
                values.forEach(value -> to.accept(value.strip(), meaning));
            }
        });
    }

    private static List<Name> names(Map<String, List<String>> properties) {
        var names = new ArrayList<Name>();
        Name apart = apart(properties);
        if (apart != null) {
            names.add(apart);
        }
        add(names, properties, "name", NameKind.PRIMARY, Quality.UNKNOWN);
        add(names, properties, "alias", NameKind.ALIAS, Quality.UNKNOWN);
        add(names, properties, "previousName", NameKind.FORMER, Quality.UNKNOWN);
        add(names, properties, "weakAlias", NameKind.ALIAS, Quality.WEAK);
        if (names.isEmpty()) {
            for (String part : PARTS.keySet()) {
                add(names, properties, part, NameKind.PRIMARY, Quality.WEAK);
            }
        }
        return names;
    }

    private static void add(
            List<Name> names, Map<String, List<String>> properties, String property, NameKind kind, Quality quality) {
        for (String value : properties.getOrDefault(property, List.of())) {
            if (!value.isBlank()) {
                names.add(new Name(value.strip(), kind, quality, null, List.of()));
            }
        }
    }

    /** Parts make a name only if there are a given and a family name: one of them alone is no name. */
    private static @Nullable Name apart(Map<String, List<String>> properties) {
        if (properties.getOrDefault("firstName", List.of()).isEmpty()
                || properties.getOrDefault("lastName", List.of()).isEmpty()) {
            return null;
        }
        var parts = new ArrayList<Part>();
        PARTS.forEach((property, role) -> properties
                .getOrDefault(property, List.of())
                .forEach(value -> parts.add(new Part(role, value.strip()))));
        String text = String.join(" ", parts.stream().map(Part::text).toList());
        return new Name(text, NameKind.PRIMARY, Quality.UNKNOWN, null, parts);
    }

    private static @Nullable Birth birth(String value) {
        Matcher day = DAY.matcher(value);
        if (!day.matches()) {
            return null;
        }
        int year = Integer.parseInt(day.group(1));
        int month = day.group(2) == null ? 0 : Integer.parseInt(day.group(2));
        int dayOfMonth = day.group(3) == null ? 0 : Integer.parseInt(day.group(3));
        boolean real = month <= 12 && dayOfMonth <= 31 && (month > 0 || dayOfMonth == 0);
        return real ? new Birth(year, year, month, dayOfMonth, false) : null;
    }

    private static Set<Subject.Gender> genders(List<String> values) {
        var genders = new LinkedHashSet<Subject.Gender>();
        for (String value : values) {
            switch (value.strip().toLowerCase(Locale.ROOT)) {
                case "male", "m" -> genders.add(Subject.Gender.MALE);
                case "female", "f" -> genders.add(Subject.Gender.FEMALE);
                default -> genders.add(Subject.Gender.OTHER);
            }
        }
        return genders;
    }
}

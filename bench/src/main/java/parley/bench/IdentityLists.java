package parley.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import parley.identity.Subject;
import parley.identity.Subject.Birth;
import parley.identity.Subject.CountryTie;
import parley.identity.Subject.Kind;
import parley.identity.Subject.Name;
import parley.identity.Subject.NameKind;
import parley.identity.Subject.Part;
import parley.identity.Subject.Quality;
import parley.identity.Subject.Role;

/**
 * Records of the lists at hand, read just far enough to measure with: names, dates of birth, citizenship. The real readers
 * are elsewhere and strict; this one passes over what it does not know. Ids are those of the published judgements.
 */
final class IdentityLists {
    private static final Pattern DOB =
            Pattern.compile("DOB (?:circa )?(?:(\\d{1,2}) )?(?:([A-Z][a-z]{2}) )?(\\d{4})(?=[;.]|$)");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final Pattern WEAK_ALIAS = Pattern.compile("a\\.k\\.a\\. '([^']+)'");

    private IdentityLists() {}

    /** Gathers one record. */
    private static final class Draft {
        final String id;
        Kind kind = Kind.OTHER;
        final List<Name> names = new ArrayList<>();
        final List<Birth> births = new ArrayList<>();
        final List<CountryTie> countries = new ArrayList<>();

        Draft(String id) {
            this.id = id;
        }

        void add(List<Subject> to) {
            if (!names.isEmpty()) {
                to.add(new Subject(id, kind, names, births, countries, List.of(), Set.of(), List.of(), List.of(), id));
            }
        }
    }

    static BufferedReader open(Path file, Charset charset) throws IOException {
        InputStream in = Files.newInputStream(file);
        return new BufferedReader(
                new InputStreamReader(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, charset));
    }

    static List<List<String>> csv(Path file, Charset charset) throws IOException {
        try (var in = open(file, charset);
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(in)) {
            return csv.stream().map(CsvRecord::getFields).toList();
        }
    }

    /** Returns everything: US, EU, UK, CH, CA, AU, NZ, UN. */
    static List<Subject> all(Path shared) throws IOException {
        Path lists = shared.resolve("lists");
        var all = new ArrayList<Subject>();
        all.addAll(ofac(lists));
        all.addAll(eu(lists));
        all.addAll(uk(lists));
        all.addAll(ch(lists));
        all.addAll(ca(lists));
        all.addAll(un(lists));
        all.addAll(conList(lists));
        all.addAll(simple(lists, "ammitto_nz_2026-03-15", "nz-", "unique_identifier"));
        return List.copyOf(all);
    }

    static List<Subject> ofac(Path lists) throws IOException {
        var drafts = new LinkedHashMap<String, Draft>();
        for (List<String> row : csv(lists.resolve("us/ofac_sdn_2024-05-03.csv.gz"), StandardCharsets.ISO_8859_1)) {
            if (row.size() < 12) {
                continue;
            }
            var draft = new Draft("ofac-" + row.get(0));
            draft.kind = switch (row.get(2).strip()) {
                case "individual" -> Kind.PERSON;
                case "vessel" -> Kind.VESSEL;
                case "aircraft" -> Kind.OTHER;
                default -> Kind.ORGANISATION;
            };
            draft.names.add(ofacName(row.get(1), draft.kind, NameKind.PRIMARY));
            Matcher weak = WEAK_ALIAS.matcher(row.get(11));
            while (weak.find()) {
                draft.names.add(new Name(weak.group(1), NameKind.ALIAS, Quality.WEAK, null, List.of()));
            }
            Matcher dob = DOB.matcher(row.get(11));
            while (dob.find()) {
                int month = dob.group(2) == null ? 0 : MONTHS.indexOf(dob.group(2)) + 1;
                int day = dob.group(1) == null || month == 0 ? 0 : Integer.parseInt(dob.group(1));
                draft.births.add(new Birth(year(dob.group(3)), year(dob.group(3)), month, day, false));
            }
            drafts.put(row.get(0), draft);
        }
        for (List<String> row : csv(lists.resolve("us/ofac_alt_2025-02.csv.gz"), StandardCharsets.ISO_8859_1)) {
            Draft draft = drafts.get(row.get(0));
            if (draft != null && row.size() > 3) {
                draft.names.add(ofacName(row.get(3), draft.kind, NameKind.ALIAS));
            }
        }
        var all = new ArrayList<Subject>();
        drafts.values().forEach(draft -> draft.add(all));
        return all;
    }

    private static Name ofacName(String text, Kind kind, NameKind what) {
        int comma = text.indexOf(", ");
        if (kind != Kind.PERSON || comma < 0) {
            return new Name(text, what, Quality.UNKNOWN, null, List.of());
        }
        return new Name(
                text,
                what,
                Quality.UNKNOWN,
                null,
                List.of(
                        new Part(Role.FAMILY, text.substring(0, comma)),
                        new Part(Role.UNKNOWN, text.substring(comma + 2))));
    }

    private static int year(String text) {
        return Integer.parseInt(text);
    }

    /** One line of a YAML archive: how far it is set in, and whether it begins an element of a list. */
    private record Line(int depth, boolean first, String key, String value) {}

    private interface Document {
        void read(List<Line> lines);
    }

    private static void documents(Path file, Document to) throws IOException {
        try (var in = open(file, StandardCharsets.UTF_8)) {
            var lines = new ArrayList<Line>();
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                if (text.startsWith("--- ")) {
                    to.read(lines);
                    lines.clear();
                    continue;
                }
                String body = text.strip();
                boolean first = body.startsWith("- ");
                body = first ? body.substring(2) : body;
                int colon = body.indexOf(':');
                if (colon > 0 && body.substring(0, colon).matches("[a-z_0-9]+")) {
                    lines.add(new Line(
                            text.length() - text.stripLeading().length(),
                            first,
                            body.substring(0, colon),
                            unquoted(body.substring(colon + 1).strip())));
                }
            }
            to.read(lines);
        }
    }

    private static String unquoted(String value) {
        if (value.length() > 1 && value.startsWith("'") && value.endsWith("'")) {
            return value.substring(1, value.length() - 1).replace("''", "'");
        }
        if (value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")) {
            return value.substring(1, value.length() - 1)
                    .replace("\\t", " ")
                    .replace("\\\"", "\"")
                    .replace("\\n", " ");
        }
        return value;
    }

    private static @Nullable String first(List<Line> lines, String key) {
        return lines.stream()
                .filter(l -> l.key().equals(key))
                .map(Line::value)
                .findFirst()
                .orElse(null);
    }

    static List<Subject> eu(Path lists) throws IOException {
        var all = new ArrayList<Subject>();
        documents(lists.resolve("ammitto/ammitto_eu_2026-03-15.yaml.gz"), lines -> {
            String id = first(lines, "eu_reference_number");
            if (id == null) {
                return;
            }
            var draft = new Draft("eu-fsf-" + id.toLowerCase(Locale.ROOT).replace('.', '-'));
            draft.kind = "person".equals(first(lines, "code")) ? Kind.PERSON : Kind.ORGANISATION;
            String section = "";
            int[] date = new int[3];
            for (Line line : lines) {
                if (line.depth() == 0 && !line.first() && line.value().isEmpty()) {
                    section = line.key();
                }
                switch (line.key()) {
                    case "whole_name" -> draft.names.add(Name.of(line.value()));
                    case "day_of_month" -> date[2] = Integer.parseInt(line.value());
                    case "month_of_year" -> date[1] = Integer.parseInt(line.value());
                    case "year" -> {
                        draft.births.add(new Birth(
                                year(line.value()), year(line.value()), date[1], date[1] == 0 ? 0 : date[2], false));
                        date = new int[3];
                    }
                    case "country_iso2_code" -> {
                        if (section.equals("citizenships") && !line.value().equals("00")) {
                            draft.countries.add(new CountryTie(line.value(), Subject.Tie.CITIZENSHIP));
                        }
                    }
                    default -> {}
                }
            }
            draft.add(all);
        });
        return all;
    }

    static List<Subject> uk(Path lists) throws IOException {
        var all = new ArrayList<Subject>();
        documents(lists.resolve("ammitto/ammitto_uk_2026-08-22.yaml.gz"), lines -> {
            String id = first(lines, "unique_id");
            if (id == null) {
                return;
            }
            var draft = new Draft("uk-" + id);
            draft.kind = switch (String.valueOf(first(lines, "individual_entity_ship"))) {
                case "Individual" -> Kind.PERSON;
                case "Ship" -> Kind.VESSEL;
                default -> Kind.ORGANISATION;
            };
            var parts = new LinkedHashMap<String, String>();
            for (Line line : lines) {
                if (line.key().matches("name[1-6]")) {
                    if (line.first()) {
                        ukName(draft, parts);
                    }
                    parts.put(line.key(), line.value());
                } else if (line.key().equals("name_type")) {
                    ukName(draft, parts);
                } else if (line.key().equals("name_non_latin_script")) {
                    draft.names.add(new Name(line.value(), NameKind.ORIGINAL_SCRIPT, Quality.UNKNOWN, null, List.of()));
                }
            }
            ukName(draft, parts);
            draft.add(all);
        });
        return all;
    }

    private static void ukName(Draft draft, Map<String, String> parts) {
        if (parts.isEmpty()) {
            return;
        }
        var of = new ArrayList<Part>();
        for (int i = 1; i <= 6; i++) {
            String value = parts.getOrDefault("name" + i, "").strip();
            if (!value.isEmpty()) {
                of.add(new Part(i == 6 ? Role.FAMILY : i == 1 ? Role.GIVEN : Role.UNKNOWN, value));
            }
        }
        parts.clear();
        if (!of.isEmpty()) {
            String text = String.join(" ", of.stream().map(Part::text).toList());
            draft.names.add(new Name(
                    text,
                    NameKind.PRIMARY,
                    Quality.UNKNOWN,
                    null,
                    draft.kind == Kind.PERSON && of.size() > 1 ? of : List.of()));
        }
    }

    static List<Subject> ch(Path lists) throws IOException {
        var all = new ArrayList<Subject>();
        documents(lists.resolve("ammitto/ammitto_ch_2026-03-15.yaml.gz"), lines -> {
            String id = first(lines, "ssid");
            if (id == null) {
                return;
            }
            var draft = new Draft("ch-seco-" + id);
            draft.kind = first(lines, "individual") != null ? Kind.PERSON : Kind.ORGANISATION;
            var parts = new ArrayList<Part>();
            String type = "";
            int[] date = new int[3];
            for (Line line : lines) {
                switch (line.key()) {
                    case "name_type" -> chName(draft, parts);
                    case "name_part_type" -> type = line.value();
                    case "value" -> parts.add(new Part(chRole(type), line.value()));
                    case "day" -> date[2] = Integer.parseInt(line.value());
                    case "month" -> date[1] = Integer.parseInt(line.value());
                    case "year" -> {
                        draft.births.add(new Birth(
                                year(line.value()), year(line.value()), date[1], date[1] == 0 ? 0 : date[2], false));
                        date = new int[3];
                    }
                    default -> {}
                }
            }
            chName(draft, parts);
            draft.add(all);
        });
        return all;
    }

    private static Role chRole(String type) {
        return switch (type) {
            case "family-name" -> Role.FAMILY;
            case "given-name" -> Role.GIVEN;
            case "father-name" -> Role.PATRONYMIC;
            case "title" -> Role.TITLE;
            default -> Role.UNKNOWN;
        };
    }

    private static void chName(Draft draft, List<Part> parts) {
        if (!parts.isEmpty()) {
            String text = String.join(" ", parts.stream().map(Part::text).toList());
            draft.names.add(
                    new Name(text, NameKind.PRIMARY, Quality.UNKNOWN, null, parts.size() > 1 ? parts : List.of()));
            parts.clear();
        }
    }

    static List<Subject> ca(Path lists) throws IOException {
        var all = new ArrayList<Subject>();
        int[] number = new int[1];
        documents(lists.resolve("ammitto/ammitto_ca_2026-08-22.yaml.gz"), lines -> {
            var draft = new Draft("ca-" + number[0]++);
            String last = first(lines, "last_name");
            String given = first(lines, "given_name");
            String entity = first(lines, "entity_or_ship");
            if (entity != null && !entity.isBlank()) {
                draft.kind = Kind.ORGANISATION;
                draft.names.add(Name.of(entity));
            } else if (last != null || given != null) {
                draft.kind = Kind.PERSON;
                String text = ((given == null ? "" : given.strip()) + " " + (last == null ? "" : last.strip())).strip();
                draft.names.add(Name.of(text));
            }
            draft.add(all);
        });
        return all;
    }

    static List<Subject> un(Path lists) throws IOException {
        var all = new ArrayList<Subject>();
        documents(lists.resolve("ammitto/ammitto_un_2026-03-15.yaml.gz"), lines -> {
            String id = first(lines, "dataid");
            if (id == null) {
                return;
            }
            var draft = new Draft("unsc-" + id);
            String reference = String.valueOf(first(lines, "reference_number"));
            draft.kind = reference.matches(".*i\\.\\d+") ? Kind.PERSON : Kind.ORGANISATION;
            var name = new StringBuilder();
            for (String part : List.of("first_name", "second_name", "third_name", "fourth_name")) {
                String value = first(lines, part);
                name.append(value == null || value.equals("na") ? "" : " " + value.strip());
            }
            draft.names.add(Name.of(name.toString().strip()));
            for (Line line : lines) {
                switch (line.key()) {
                    case "alias_name" -> {
                        if (!line.value().isBlank()) {
                            draft.names.add(new Name(line.value(), NameKind.ALIAS, Quality.UNKNOWN, null, List.of()));
                        }
                    }
                    case "name_original_script" -> draft.names.add(Name.of(line.value()));
                    case "year" -> {
                        if (line.value().matches("\\d{4}")) {
                            draft.births.add(Birth.ofYear(year(line.value())));
                        }
                    }
                    case "date" -> {
                        if (line.value().matches("\\d{4}-\\d\\d-\\d\\d.*") && draft.births.isEmpty()) {
                            String[] d = line.value().substring(0, 10).split("-", -1);
                            draft.births.add(Birth.ofDay(year(d[0]), year(d[1]), year(d[2])));
                        }
                    }
                    default -> {}
                }
            }
            draft.add(all);
        });
        return all;
    }

    /** The British list of 2020, whose groups carry the ids of the judgements and the dates of birth. */
    static List<Subject> conList(Path lists) throws IOException {
        var drafts = new LinkedHashMap<String, Draft>();
        List<List<String>> rows = csv(lists.resolve("uk/ofsi_ConList_2020-04-27.csv"), Charset.forName("windows-1252"));
        for (List<String> row : rows.subList(2, rows.size())) {
            if (row.size() < 29) {
                continue;
            }
            Draft draft = drafts.computeIfAbsent(row.get(28), id -> new Draft("gb-hmt-" + id));
            draft.kind = row.get(23).startsWith("Indiv") ? Kind.PERSON : Kind.ORGANISATION;
            var parts = new LinkedHashMap<String, String>();
            parts.put("name6", row.get(0));
            for (int i = 1; i <= 5; i++) {
                parts.put("name" + i, row.get(i));
            }
            ukName(draft, parts);
            Matcher dob = Pattern.compile("(\\d\\d)/(\\d\\d)/(\\d{4})").matcher(row.get(7));
            if (dob.matches()) {
                int month = Integer.parseInt(dob.group(2));
                int day = month == 0 ? 0 : Integer.parseInt(dob.group(1));
                draft.births.add(new Birth(year(dob.group(3)), year(dob.group(3)), month, day, false));
            }
        }
        var all = new ArrayList<Subject>();
        drafts.values().forEach(draft -> draft.add(all));
        return all;
    }

    private static List<Subject> simple(Path lists, String file, String prefix, String key) throws IOException {
        var all = new ArrayList<Subject>();
        documents(lists.resolve("ammitto/" + file + ".yaml.gz"), lines -> {
            String id = first(lines, key);
            String name = first(lines, "name");
            if (id == null || name == null || name.isBlank()) {
                return;
            }
            var draft = new Draft(prefix + id);
            draft.names.add(Name.of(name));
            draft.add(all);
        });
        return all;
    }
}

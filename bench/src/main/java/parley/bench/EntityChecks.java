package parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.identity.Subject;
import parley.identity.Subject.Kind;
import parley.identity.Subject.Name;
import parley.identity.Subject.NameKind;
import parley.identity.Subject.Part;
import parley.identity.Subject.Quality;
import parley.identity.Subject.Role;

/** Reads labelled pairs of records, and judgements of people. */
final class EntityChecks {
    private static final Pattern JUDGED =
            Pattern.compile("\\[\"([^\"]+)\", \"([^\"]+)\", \"(\\w+)\", [^,]*, \"([^\"]*)\"");

    private EntityChecks() {}

    record Check(boolean match, Subject query, Subject candidate) {}

    /** Reads the YAML of the suite, which is flat: a check begins with {@code - match:}. */
    static List<Check> read(Path file) throws IOException {
        var checks = new ArrayList<Check>();
        Map<String, Map<String, String>> sides = new HashMap<>();
        String match = "";
        String schema = "";
        String side = "";
        String last = "";
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String body = line.strip();
            if (body.startsWith("- match:")) {
                add(checks, match, schema, sides);
                sides = new HashMap<>();
                match = body.substring(8).strip();
            } else if (body.startsWith("schema:")) {
                schema = body.substring(7).strip();
            } else if (body.equals("query:") || body.equals("candidate:")) {
                side = body.substring(0, body.length() - 1);
                sides.put(side, new HashMap<>());
            } else if (line.startsWith("      ") && sides.containsKey(side)) {
                int colon = body.indexOf(": ");
                Map<String, String> properties = sides.getOrDefault(side, Map.of());
                if (colon > 0 && body.substring(0, colon).matches("\\w+")) {
                    last = body.substring(0, colon);
                    properties.put(last, unquoted(body.substring(colon + 2)));
                } else {
                    properties.merge(last, body, (a, b) -> a + " " + b);
                }
            }
        }
        add(checks, match, schema, sides);
        return checks;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && ((value.startsWith("\"") && value.endsWith("\"")) || (value.startsWith("'") && value.endsWith("'")));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static void add(List<Check> checks, String match, String schema, Map<String, Map<String, String>> sides) {
        if (!match.isEmpty()) {
            checks.add(new Check(
                    match.equals("true"),
                    subject(schema, sides.getOrDefault("query", Map.of())),
                    subject(schema, sides.getOrDefault("candidate", Map.of()))));
        }
    }

    private static Subject subject(String schema, Map<String, String> properties) {
        Kind kind = switch (schema) {
            case "Person" -> Kind.PERSON;
            case "Vessel" -> Kind.VESSEL;
            case "LegalEntity" -> Kind.OTHER;
            default -> Kind.ORGANISATION;
        };
        var names = new ArrayList<Name>();
        if (properties.containsKey("firstName") && properties.containsKey("lastName")) {
            var parts = new ArrayList<Part>();
            for (var role : List.of(
                    Map.entry("firstName", Role.GIVEN), Map.entry("middleName", Role.MIDDLE),
                    Map.entry("fatherName", Role.PATRONYMIC), Map.entry("lastName", Role.FAMILY))) {
                String value = properties.get(role.getKey());
                if (value != null) {
                    parts.add(new Part(role.getValue(), value));
                }
            }
            String text = String.join(" ", parts.stream().map(Part::text).toList());
            names.add(new Name(text, NameKind.PRIMARY, Quality.UNKNOWN, null, parts));
        }
        String name = properties.get("name");
        if (name != null) {
            names.add(Name.of(name));
        }
        return new Subject(
                "check", kind, names, List.of(), List.of(), List.of(), Set.of(), List.of(), List.of(), "check");
    }

    /** Returns left, right and judgement of what people judged; what a program joined is no truth. */
    static List<String[]> judgements(Path file) throws IOException {
        var all = new ArrayList<String[]>();
        try (var in = IdentityLists.open(file, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Matcher m = JUDGED.matcher(line);
                if (m.find() && !m.group(4).equals("csl_automatch")) {
                    all.add(new String[] {
                        m.group(1).toLowerCase(java.util.Locale.ROOT),
                        m.group(2).toLowerCase(java.util.Locale.ROOT),
                        m.group(3)
                    });
                }
            }
        }
        return all;
    }
}

package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.roadmap.Case;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The published schema of an exported case says what the records say, and the shipped cases keep it. */
class CaseSchemaTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
    private static final Path SCHEMA = ROOT.resolve("docs/reference/case.schema.json");
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void the_published_schema_is_the_shape_of_the_records() throws IOException {
        String derived = new Shapes().envelope();
        Path target = ROOT.resolve("cli/target/case.schema.json");
        Files.createDirectories(target.getParent());
        Files.writeString(target, derived);

        assertThat(Files.readString(SCHEMA))
                .as("a record changed; if the change is meant, copy %s to %s and raise the version", target, SCHEMA)
                .isEqualTo(derived);
    }

    @ParameterizedTest
    @ValueSource(strings = {"belarus", "sudan-2016", "iran-2015", "venezuela-2023"})
    void a_shipped_case_keeps_the_schema(String name) throws IOException {
        assertThat(faults(export(name))).isEmpty();
    }

    @Test
    void a_key_too_much_a_key_too_few_and_a_wrong_kind_are_found() throws IOException {
        ObjectNode document = (ObjectNode) export("sudan-2016");
        ObjectNode theCase = (ObjectNode) document.path("case");
        theCase.put("secret", true);
        theCase.remove("title");
        theCase.put("gridDays", "ten");
        document.put("schema", "parley-case/9");

        assertThat(faults(document))
                .containsExactlyInAnyOrder(
                        "/schema is not \"parley-case/1\"",
                        "/case has no title",
                        "/case has an unknown key secret",
                        "/case/gridDays is no integer");
    }

    private static JsonNode export(String name) {
        return switch (CaseFolder.read(ROOT.resolve("cases").resolve(name))) {
            case CaseFolder.Found found -> {
                Case theCase = CheckedFolder.of(found).theCase();
                if (theCase == null) {
                    throw new AssertionError(name);
                }
                yield MAPPER.readTree(CaseJson.write(theCase));
            }
            case CaseFolder.Unusable unusable -> throw new AssertionError(unusable.says());
        };
    }

    private static List<String> faults(JsonNode document) throws IOException {
        JsonNode schema = MAPPER.readTree(Files.readString(SCHEMA));
        List<String> faults = new ArrayList<>();
        new Check(schema, faults).node(schema, document, "");
        return faults;
    }

    /** The words of JSON Schema that the published schema uses, and no others. */
    private record Check(JsonNode root, List<String> faults) {
        void node(JsonNode schema, JsonNode value, String at) {
            if (schema.has("$ref")) {
                String name = schema.path("$ref").asString().substring("#/$defs/".length());
                node(root.path("$defs").path(name), value, at);
            }
            if (schema.has("oneOf")) {
                oneOf(schema.path("oneOf"), value, at);
            }
            if (schema.has("const") && !schema.path("const").equals(value)) {
                faults.add(at + " is not " + schema.path("const"));
            }
            if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
                faults.add(at + " is none of " + schema.path("enum"));
            }
            if (schema.has("type") && !is(schema.path("type").asString(), value)) {
                faults.add(at + " is no " + schema.path("type").asString());
                return;
            }
            keys(schema, value, at);
            if (schema.has("items")) {
                for (int i = 0; i < value.size(); i++) {
                    node(schema.path("items"), value.path(i), at + "/" + i);
                }
            }
        }

        private void keys(JsonNode schema, JsonNode value, String at) {
            schema.path("required").valueStream().map(JsonNode::asString).forEach(key -> {
                if (!value.has(key)) {
                    faults.add(at + " has no " + key);
                }
            });
            JsonNode properties = schema.path("properties");
            value.propertyStream().forEach(p -> {
                if (properties.has(p.getKey())) {
                    node(properties.path(p.getKey()), p.getValue(), at + "/" + p.getKey());
                } else if (schema.has("additionalProperties")) {
                    faults.add(at + " has an unknown key " + p.getKey());
                }
            });
        }

        private void oneOf(JsonNode choices, JsonNode value, String at) {
            long fitting = choices.valueStream()
                    .filter(choice -> {
                        List<String> found = new ArrayList<>();
                        new Check(root, found).node(choice, value, at);
                        return found.isEmpty();
                    })
                    .count();
            if (fitting != 1) {
                faults.add("%s fits %d of %d choices".formatted(at, fitting, choices.size()));
            }
        }

        private static boolean is(String type, JsonNode value) {
            return switch (type) {
                case "object" -> value.isObject();
                case "array" -> value.isArray();
                case "string" -> value.isString();
                case "integer" -> value.isIntegralNumber();
                case "number" -> value.isNumber();
                case "boolean" -> value.isBoolean();
                case "null" -> value.isNull();
                default -> throw new AssertionError(type);
            };
        }
    }

    /** Derives a schema from records, sealed interfaces and enums. */
    private static final class Shapes {
        private final Map<String, ObjectNode> definitions = new TreeMap<>();

        String envelope() {
            ObjectNode root = MAPPER.createObjectNode()
                    .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                    .put("$id", "urn:parley:schema:" + CaseJson.SCHEMA)
                    .put("title", "A case of Parley, as `parley export json` writes it")
                    .put("type", "object");
            ObjectNode properties = root.putObject("properties");
            properties.putObject("schema").put("const", CaseJson.SCHEMA);
            properties.set("case", of(Case.class));
            root.putArray("required").add("schema").add("case");
            root.put("additionalProperties", false);
            ObjectNode defs = root.putObject("$defs");
            definitions.forEach(defs::set);
            return MAPPER.writeValueAsString(root).replace(System.lineSeparator(), "\n") + "\n";
        }

        private ObjectNode of(AnnotatedType type) {
            ObjectNode plain = type.getType() instanceof ParameterizedType
                    ? list((AnnotatedParameterizedType) type)
                    : of((Class<?>) type.getType());
            if (!type.isAnnotationPresent(Nullable.class)) {
                return plain;
            }
            ObjectNode orNull = MAPPER.createObjectNode();
            ArrayNode choices = orNull.putArray("oneOf");
            choices.add(plain);
            choices.addObject().put("type", "null");
            return orNull;
        }

        private ObjectNode list(AnnotatedParameterizedType type) {
            ObjectNode node = MAPPER.createObjectNode().put("type", "array");
            node.set("items", of(type.getAnnotatedActualTypeArguments()[0]));
            return node;
        }

        private ObjectNode of(Class<?> type) {
            ObjectNode node = MAPPER.createObjectNode();
            if (type == String.class) {
                return node.put("type", "string");
            } else if (type == LocalDate.class) {
                return node.put("type", "string").put("format", "date");
            } else if (type == int.class || type == Integer.class) {
                return node.put("type", "integer");
            } else if (type == double.class || type == Double.class) {
                return node.put("type", "number");
            } else if (type == boolean.class || type == Boolean.class) {
                return node.put("type", "boolean");
            }
            String name = name(type);
            if (!definitions.containsKey(name)) {
                definitions.put(name, node);
                definitions.put(name, define(type));
            }
            return MAPPER.createObjectNode().put("$ref", "#/$defs/" + name);
        }

        private ObjectNode define(Class<?> type) {
            ObjectNode node = MAPPER.createObjectNode();
            if (type.isEnum()) {
                ArrayNode values = node.putArray("enum");
                Stream.of(type.getEnumConstants()).forEach(c -> values.add(((Enum<?>) c).name()));
                return node;
            }
            if (type.isSealed()) {
                ArrayNode choices = node.putArray("oneOf");
                for (Class<?> leaf : type.getPermittedSubclasses()) {
                    ObjectNode choice = of(leaf);
                    choice.putArray("required").add("type");
                    choices.add(choice);
                }
                return node;
            }
            return record(type, node.put("type", "object"));
        }

        private ObjectNode record(Class<?> type, ObjectNode node) {
            ObjectNode properties = node.putObject("properties");
            ArrayNode required = MAPPER.createArrayNode();
            if (Stream.of(type.getInterfaces()).anyMatch(Class::isSealed)) {
                properties.putObject("type").put("const", kebab(type.getSimpleName()));
            }
            for (RecordComponent c : type.getRecordComponents()) {
                properties.set(c.getName(), of(c.getAnnotatedType()));
                required.add(c.getName());
            }
            node.set("required", required);
            return node.put("additionalProperties", false);
        }

        private static String kebab(String name) {
            return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        }

        private static String name(Class<?> type) {
            return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        }
    }
}

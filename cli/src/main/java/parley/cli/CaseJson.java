package parley.cli;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import tools.jackson.core.JacksonException;
import tools.jackson.core.Version;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.node.ObjectNode;

/**
 * A case as JSON and back: {@code {"schema":"parley-case/1","case":{…}}}. A choice (a sealed interface of core) carries
 * the name of its record in {@code type}, for example {@code "until-revoked"}; core itself knows nothing of JSON.
 */
final class CaseJson {
    static final String SCHEMA = "parley-case/1";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new SealedTypes())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CaseJson() {}

    /** What reading gave: a case or the reason why there is none. */
    sealed interface Reading {
        record Read(Case theCase) implements Reading {}

        record Refused(String why) implements Reading {}
    }

    static String write(Case theCase) {
        ObjectNode root = MAPPER.createObjectNode().put("schema", SCHEMA);
        root.set("case", MAPPER.valueToTree(theCase));
        return MAPPER.writeValueAsString(root);
    }

    static Reading read(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            String schema = root.path("schema").asString("");
            if (!schema.equals(SCHEMA)) {
                return new Reading.Refused("The schema is `%s`; this Parley reads `%s`.".formatted(schema, SCHEMA));
            }
            if (!root.path("case").isObject()) {
                return new Reading.Refused("There is no object `case` beside `schema`.");
            }
            return new Reading.Read(MAPPER.treeToValue(root.path("case"), Case.class));
        } catch (JacksonException e) {
            return new Reading.Refused("The text is no case in JSON: " + e.getOriginalMessage());
        }
    }

    /** Tells Jackson the names of the records of a sealed interface. */
    private static final class SealedTypes extends JacksonAnnotationIntrospector {
        @Override
        public Version version() {
            return Version.unknownVersion();
        }

        @Override
        public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
            if (!isChoice(annotated)) {
                return super.findPolymorphicTypeInfo(config, annotated);
            }
            return JsonTypeInfo.Value.construct(
                    JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, true);
        }

        @Override
        public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
            return isChoice(annotated) ? leaves(annotated.getRawType()) : super.findSubtypes(config, annotated);
        }

        @Override
        public @Nullable String findTypeName(MapperConfig<?> config, AnnotatedClass type) {
            return isOurs(type.getRawType()) ? name(type.getRawType()) : super.findTypeName(config, type);
        }

        private static boolean isChoice(Annotated annotated) {
            return annotated instanceof AnnotatedClass type
                    && isOurs(type.getRawType())
                    && type.getRawType().isSealed();
        }

        private static boolean isOurs(Class<?> type) {
            return type.getName().startsWith("parley.");
        }

        private static List<NamedType> leaves(Class<?> choice) {
            List<NamedType> found = new ArrayList<>();
            for (Class<?> type : choice.getPermittedSubclasses()) {
                if (type.isSealed()) {
                    found.addAll(leaves(type));
                } else {
                    found.add(new NamedType(type, name(type)));
                }
            }
            return found;
        }

        private static String name(Class<?> type) {
            return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        }
    }
}

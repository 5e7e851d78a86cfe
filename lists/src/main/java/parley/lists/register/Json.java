package parley.lists.register;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.util.TreeMap;
import parley.lists.record.Listing;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as one line of JSON each. The same record gives the same bytes. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .configure(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, false)
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true)
            // Methods like isRead() are derived. Accessors of components count as getters and stay: they are the
            // record.
            .changeDefaultVisibility(v -> v.withVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE))
            .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    static String line(Listing listing) {
        return MAPPER.writeValueAsString(listing);
    }

    static Listing listing(String line) {
        return MAPPER.readValue(line, Listing.class);
    }

    static String line(Entry entry) {
        var sorted = new Entry(
                entry.number(),
                entry.kind(),
                entry.at(),
                entry.by(),
                entry.list(),
                entry.of(),
                entry.day(),
                entry.files(),
                entry.listings(),
                entry.counts(),
                entry.accepted(),
                entry.needsTwo(),
                entry.reason(),
                entry.previous());
        var tree = MAPPER.valueToTree(sorted);
        // Maps have no order of their own; the line is hashed, so they get one.
        return MAPPER.writeValueAsString(sortedTree(tree));
    }

    private static Object sortedTree(tools.jackson.databind.JsonNode node) {
        if (node.isObject()) {
            var sorted = new TreeMap<String, Object>();
            node.properties().forEach(field -> sorted.put(field.getKey(), sortedTree(field.getValue())));
            return sorted;
        }
        return node;
    }

    /** @throws JacksonException if the line is no entry */
    static Entry entry(String line) {
        return MAPPER.readValue(line, Entry.class);
    }
}

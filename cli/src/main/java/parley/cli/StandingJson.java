package parley.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import parley.standing.Standing;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A standing as JSON, schema {@code parley-standing/1}; the order of keys and lines is fixed. */
final class StandingJson {
    private StandingJson() {}

    static String write(Standing standing) {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("schema", "parley-standing/1");
        envelope.put("standing", standing);
        return mapper.writeValueAsString(envelope) + System.lineSeparator();
    }
}

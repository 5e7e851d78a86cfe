package parley.cli;

import java.util.List;
import java.util.Map;
import parley.text.Diagnostic;
import parley.text.Edit;
import parley.text.Fix;
import parley.text.Label;
import parley.text.Source;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Diagnostics for programs: {@code {"schema":"parley-diagnostics/1","diagnostics":[…]}}. */
final class DiagnosticsJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private DiagnosticsJson() {}

    static String write(List<Diagnostic> diagnostics, Map<String, Source> sources) {
        ObjectNode root = MAPPER.createObjectNode().put("schema", "parley-diagnostics/1");
        ArrayNode list = root.putArray("diagnostics");
        for (Diagnostic d : diagnostics) {
            ObjectNode node = list.addObject()
                    .put("code", d.code())
                    .put("severity", d.severity().word())
                    .put("what", d.what());
            ArrayNode where = node.putArray("where");
            for (Label label : d.where()) {
                place(where.addObject(), Place.of(label.at(), sources)).put("says", label.says());
            }
            node.put("why", d.why());
            ArrayNode fixes = node.putArray("fixes");
            for (Fix fix : d.fixes()) {
                ArrayNode edits = fixes.addObject().put("say", fix.say()).putArray("edits");
                for (Edit edit : fix.edits()) {
                    place(edits.addObject(), Place.of(edit.at(), sources)).put("replacement", edit.replacement());
                }
            }
        }
        return MAPPER.writeValueAsString(root);
    }

    private static ObjectNode place(ObjectNode node, Place place) {
        return node.put("file", place.file())
                .put("line", place.line())
                .put("column", place.column())
                .put("endLine", place.endLine())
                .put("endColumn", place.endColumn());
    }
}

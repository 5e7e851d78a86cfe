package parley.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.text.Diagnostic;
import parley.text.Edit;
import parley.text.Fix;
import parley.text.Label;
import parley.text.Severity;
import parley.text.Source;
import parley.text.Span;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Diagnostics as SARIF 2.1.0, which code hosts show beside the lines. */
final class Sarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Sarif() {}

    static String write(List<Diagnostic> diagnostics, Map<String, Source> sources, String version) {
        ObjectNode root = MAPPER.createObjectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver =
                run.putObject("tool").putObject("driver").put("name", "parley").put("version", version);
        Map<String, Integer> rules = rules(diagnostics, driver.putArray("rules"));
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        for (Diagnostic d : diagnostics) {
            result(results.addObject(), d, rules.getOrDefault(d.code(), -1), sources);
        }
        return MAPPER.writeValueAsString(root);
    }

    private static Map<String, Integer> rules(List<Diagnostic> diagnostics, ArrayNode list) {
        Map<String, Integer> rules = new TreeMap<>();
        diagnostics.forEach(d -> rules.put(d.code(), 0));
        int index = 0;
        for (Map.Entry<String, Integer> rule : rules.entrySet()) {
            rule.setValue(index++);
            list.addObject().put("id", rule.getKey()).putObject("help").put("text", "parley explain " + rule.getKey());
        }
        return rules;
    }

    private static void result(ObjectNode node, Diagnostic d, int rule, Map<String, Source> sources) {
        node.put("ruleId", d.code()).put("ruleIndex", rule);
        node.put("level", d.severity() == Severity.ERROR ? "error" : "warning");
        node.putObject("message").put("text", message(d));
        ArrayNode locations = node.putArray("locations");
        if (!d.at().file().isEmpty()) {
            location(locations.addObject(), d.where().getFirst(), sources);
        }
        List<Label> others = d.where().stream()
                .skip(1)
                .filter(label -> !label.at().file().isEmpty())
                .toList();
        if (!others.isEmpty()) {
            ArrayNode related = node.putArray("relatedLocations");
            others.forEach(label -> location(related.addObject(), label, sources));
        }
        List<Fix> fixes =
                d.fixes().stream().filter(fix -> !fix.edits().isEmpty()).toList();
        if (!fixes.isEmpty()) {
            ArrayNode list = node.putArray("fixes");
            fixes.forEach(fix -> fix(list.addObject(), fix, sources));
        }
    }

    private static String message(Diagnostic d) {
        StringBuilder text = new StringBuilder(d.what()).append('.');
        if (!d.why().isEmpty()) {
            text.append("\nWhy: ").append(d.why()).append('.');
        }
        d.fixes().forEach(fix -> text.append("\nFix: ").append(fix.say()).append('.'));
        return text.toString();
    }

    private static void location(ObjectNode node, Label label, Map<String, Source> sources) {
        ObjectNode physical = node.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(label.at().file()));
        if (sources.containsKey(label.at().file())) {
            region(physical.putObject("region"), label.at(), sources);
        }
        if (!label.says().isEmpty()) {
            node.putObject("message").put("text", label.says());
        }
    }

    private static void fix(ObjectNode node, Fix fix, Map<String, Source> sources) {
        node.putObject("description").put("text", fix.say());
        Map<String, ArrayNode> byFile = new TreeMap<>();
        ArrayNode changes = node.putArray("artifactChanges");
        for (Edit edit : fix.edits()) {
            ArrayNode replacements = byFile.computeIfAbsent(edit.at().file(), file -> {
                ObjectNode change = changes.addObject();
                change.putObject("artifactLocation").put("uri", uri(file));
                return change.putArray("replacements");
            });
            ObjectNode replacement = replacements.addObject();
            region(replacement.putObject("deletedRegion"), edit.at(), sources);
            replacement.putObject("insertedContent").put("text", edit.replacement());
        }
    }

    private static void region(ObjectNode node, Span span, Map<String, Source> sources) {
        Place place = Place.of(span, sources);
        node.put("startLine", place.line()).put("startColumn", place.column());
        node.put("endLine", place.endLine()).put("endColumn", place.endColumn());
    }

    /** Percent-encodes what a relative URI cannot hold. */
    private static String uri(String file) {
        StringBuilder out = new StringBuilder();
        for (byte b : file.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "-._~/".indexOf(c) >= 0;
            out.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return out.toString();
    }
}

package parley.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.diff.Change;
import parley.roadmap.Case;
import parley.text.DiagnosticText;
import parley.text.Source;
import parley.text.Span;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes as a text grouped by whom they touch, and as JSON, schema {@code parley-diff/1}. */
final class ChangesText {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Case before;
    private final Case after;
    private final Map<String, Source> oldSources;
    private final Map<String, Source> newSources;

    ChangesText(Case before, Case after, Map<String, Source> oldSources, Map<String, Source> newSources) {
        this.before = before;
        this.after = after;
        this.oldSources = oldSources;
        this.newSources = newSources;
    }

    String text(List<Change> changes) {
        if (changes.isEmpty()) {
            return "Nothing changes for anybody.\n";
        }
        var out = new StringBuilder();
        for (ChangesFor theirs : ChangesFor.of(before, after, changes)) {
            out.append(DiagnosticText.shown(theirs.heading())).append('\n');
            theirs.changes().forEach(c -> out.append(line(c)));
            out.append('\n');
        }
        return out.append(CheckedFolder.counted(changes.size(), "change"))
                .append('\n')
                .toString();
    }

    private String line(Change c) {
        String place = c.after() != null ? place(c.after(), newSources) : place(c.before(), oldSources) + ", before";
        return "  %s\n      %s\n".formatted(DiagnosticText.shown(c.sentence()), DiagnosticText.shown(place));
    }

    private static String place(@Nullable Span at, Map<String, Source> sources) {
        if (at == null) {
            return "";
        }
        return at.file() + ":" + Place.of(at, sources).line();
    }

    String json(List<Change> changes) {
        ObjectNode root = MAPPER.createObjectNode().put("schema", "parley-diff/1");
        ArrayNode list = root.putArray("changes");
        for (Change c : changes) {
            ObjectNode node = list.addObject()
                    .put("kind", c.kind().name().toLowerCase(java.util.Locale.ROOT))
                    .put("who", c.who())
                    .put("what", c.what())
                    .put("sentence", c.sentence());
            where(node, "before", c.before(), oldSources);
            where(node, "after", c.after(), newSources);
        }
        return MAPPER.writeValueAsString(root) + "\n";
    }

    private static void where(ObjectNode node, String name, @Nullable Span at, Map<String, Source> sources) {
        if (at == null) {
            node.putNull(name);
            return;
        }
        Place place = Place.of(at, sources);
        node.putObject(name).put("file", place.file()).put("line", place.line()).put("column", place.column());
    }
}

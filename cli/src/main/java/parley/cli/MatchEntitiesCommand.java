package parley.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.cli.MatchNamesCommand.BadRow;
import parley.identity.Subject;
import parley.identity.match.Match;
import parley.identity.match.Matcher;
import parley.identity.match.Thresholds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code parley match-entities}: a plain door for those who test how whole records are matched. */
@Command(
        name = "match-entities",
        description = "Says for each line of a file whether the record asked for and the candidate are the same.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the file is written",
            "1:a line cannot be read; nothing is written",
            "3:a file cannot be read or written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  parley match-entities --in pairs.jsonl --out scored.jsonl",
            "",
            "Each line is an object with query and candidate, each with schema and properties (lists of values):",
            "  {\"query\": {\"schema\": \"Person\", \"properties\": {\"name\": [\"Ivan Example\"], \"birthDate\": [\"1970\"]}},",
            "   \"candidate\": {…}}",
            "One schema for both may stand beside query and candidate, and properties directly in them, each a text",
            "or a list. Other keys are kept; added are score, match and explanation."
        })
final class MatchEntitiesCommand implements Callable<Integer> {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final int LONGEST_LINE = 4_000_000;
    private static final int MOST_VALUES = 500;
    private static final Set<String> NO_PROPERTY =
            Set.of("schema", "properties", "id", "caption", "datasets", "referents");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--in", required = true, paramLabel = "FILE", description = "JSON objects in UTF-8, one a line.")
    @SuppressWarnings("NullAway.Init")
    private Path in;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the lines are written.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        try {
            AtomicFile.write(out, writer -> {
                try (BufferedReader text = Files.newBufferedReader(in, StandardCharsets.UTF_8)) {
                    copy(text, writer);
                }
            });
            return ExitCode.FINE;
        } catch (BadRow e) {
            err.println("parley: " + in + e.getMessage() + "\nNothing was written.");
            return ExitCode.FINDINGS;
        } catch (CharacterCodingException e) {
            err.println("parley: %s is not in UTF-8; save it in that encoding. Nothing was written.".formatted(in));
            return ExitCode.FINDINGS;
        } catch (IOException e) {
            err.println("parley: %s cannot be turned into %s: %s".formatted(in, out, AtomicFile.reason(e)));
            return ExitCode.MACHINE_LACKS;
        }
    }

    private void copy(BufferedReader text, Writer to) throws IOException {
        Thresholds thresholds = Thresholds.shipped();
        var matcher = new Matcher(thresholds);
        var progress = new RowProgress(spec.commandLine().getErr());
        long number = 0;
        for (String line = line(text, 1); line != null; line = line(text, number + 1)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            ObjectNode object = object(line, number);
            Match match = matcher.compare(subject(object, "query", number), subject(object, "candidate", number));
            JsonNode expected = object.get("match");
            if (expected != null) {
                object.set("match_in", expected);
            }
            object.put("score", Math.round(match.same() * 10_000) / 10_000.0);
            object.put("match", match.same() >= thresholds.same());
            object.put("explanation", match.line());
            to.write(MAPPER.writeValueAsString(object));
            to.write('\n');
            progress.step();
        }
        progress.end();
    }

    /** Returns the next line without its end, or null; a line without an end in sight is refused, not gathered. */
    private static @Nullable String line(BufferedReader text, long number) throws IOException {
        var line = new StringBuilder();
        int c = text.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = text.read()) {
            if (line.length() >= LONGEST_LINE) {
                throw new BadRow(number, "the line is longer than %d characters".formatted(LONGEST_LINE));
            }
            line.append((char) c);
        }
        if (number == 1 && !line.isEmpty() && line.charAt(0) == '\uFEFF') {
            line.deleteCharAt(0);
        }
        return line.toString();
    }

    private static ObjectNode object(String line, long number) {
        try {
            if (MAPPER.readTree(line) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new BadRow(number, "the line is no JSON object: " + e.getOriginalMessage());
        }
        throw new BadRow(number, "the line is no JSON object with `query` and `candidate`");
    }

    private static Subject subject(ObjectNode line, String key, long number) {
        if (!(line.get(key) instanceof ObjectNode entity)) {
            throw new BadRow(number, "there is no object `%s`".formatted(key));
        }
        String schema = entity.path("schema").asString(line.path("schema").asString(""));
        Subject.Kind kind = EntityProperties.kind(schema);
        if (kind == null) {
            throw new BadRow(
                    number,
                    "`%s` has the schema `%s`; write one of %s".formatted(key, schema, EntityProperties.schemaNames()));
        }
        JsonNode within = entity.get("properties");
        ObjectNode from = within instanceof ObjectNode properties ? properties : entity;
        var properties = new LinkedHashMap<String, List<String>>();
        for (Map.Entry<String, JsonNode> property : from.properties()) {
            if (!NO_PROPERTY.contains(property.getKey())) {
                properties.put(property.getKey(), values(property.getValue(), key + "." + property.getKey(), number));
            }
        }
        return switch (EntityProperties.read(key, kind, properties, "line " + number)) {
            case EntityProperties.Reading.Read read -> read.subject();
            case EntityProperties.Reading.Refused refused -> throw new BadRow(number, key + ": " + refused.why());
        };
    }

    private static List<String> values(JsonNode node, String where, long number) {
        var values = new ArrayList<String>();
        if (node.isArray()) {
            for (JsonNode value : node) {
                add(values, value, where, number);
            }
        } else {
            add(values, node, where, number);
        }
        if (values.size() > MOST_VALUES) {
            throw new BadRow(number, "`%s` has %d values, more than %d".formatted(where, values.size(), MOST_VALUES));
        }
        return values;
    }

    private static void add(List<String> values, JsonNode value, String where, long number) {
        if (value.isNull()) {
            return;
        }
        if (!value.isValueNode()) {
            throw new BadRow(number, "a value of `%s` is neither a text nor a number".formatted(where));
        }
        String text = value.asString();
        if (!text.isBlank()) {
            values.add(text);
        }
    }
}

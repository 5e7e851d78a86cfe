package parley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Reference data beside the repository: {@code ../shared}, or {@code $PARLEY_SHARED}. Tests are skipped without it. */
public final class SharedFiles {
    private SharedFiles() {}

    /** Returns the text of a file, or skips the test. */
    public static String text(String name) {
        Path start = Path.of(System.getProperty("parley.root", "")).toAbsolutePath();
        for (Path up = start; up != null; up = up.getParent()) {
            if (Files.exists(up.resolve("core/pom.xml"))) {
                start = up;
            }
        }
        String elsewhere = System.getenv("PARLEY_SHARED");
        Path file = (elsewhere == null ? start.resolveSibling("shared") : Path.of(elsewhere)).resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "skipped: " + file + " is not there (or set $PARLEY_SHARED)");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the rows of a comma-separated file with a header, quoted fields included. */
    public static List<Map<String, String>> rows(String name) {
        List<List<String>> records = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        var field = new StringBuilder();
        boolean quoted = false;
        String text = text(name);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                fields.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    records.add(fields);
                    fields = new ArrayList<>();
                }
            } else {
                field.append(c);
            }
        }
        List<String> header = records.removeFirst();
        return records.stream()
                .map(values -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int i = 0; i < header.size(); i++) {
                        row.put(header.get(i), values.get(i));
                    }
                    return row;
                })
                .toList();
    }

    /** Returns a JSON text as maps, lists, strings, numbers (as Double), booleans and {@link Json#NULL}. */
    public static Json json(String name) {
        return new Json(new JsonReader(text(name)).read());
    }

    /** A value of a JSON text; asks of it throw if it is of another kind. */
    public record Json(Object value) {
        /** Stands for null. */
        public static final Object NULL = new Object();

        public Json get(String name) {
            return new Json(fields().getOrDefault(name, NULL));
        }

        public boolean has(String name) {
            return fields().getOrDefault(name, NULL) != NULL;
        }

        public Map<?, ?> map() {
            return (Map<?, ?>) value;
        }

        public List<String> names() {
            return map().keySet().stream().map(String.class::cast).toList();
        }

        public List<Json> list() {
            return ((List<?>) value).stream().map(Json::new).toList();
        }

        public List<String> strings() {
            return list().stream().map(Json::text).toList();
        }

        public String text() {
            return (String) value;
        }

        public @Nullable String textOrNull() {
            return value == NULL ? null : text();
        }

        public int number() {
            return ((Double) value).intValue();
        }

        public boolean isTrue() {
            return value.equals(true);
        }

        @SuppressWarnings("unchecked")
        private Map<String, Object> fields() {
            return (Map<String, Object>) value;
        }
    }

    private static final class JsonReader {
        private final String text;
        private int at;

        JsonReader(String text) {
            this.text = text;
        }

        Object read() {
            skip();
            char c = text.charAt(at);
            return switch (c) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> string();
                case 't' -> word("true", true);
                case 'f' -> word("false", false);
                case 'n' -> word("null", Json.NULL);
                default -> number();
            };
        }

        private Map<String, Object> object() {
            var fields = new LinkedHashMap<String, Object>();
            at++;
            while (!is('}')) {
                skip();
                String name = string();
                expect(':');
                fields.put(name, read());
                if (!is('}')) {
                    expect(',');
                }
            }
            at++;
            return fields;
        }

        private List<Object> array() {
            var values = new ArrayList<>();
            at++;
            while (!is(']')) {
                values.add(read());
                if (!is(']')) {
                    expect(',');
                }
            }
            at++;
            return values;
        }

        private String string() {
            expect('"');
            var out = new StringBuilder();
            while (text.charAt(at) != '"') {
                char c = text.charAt(at++);
                if (c != '\\') {
                    out.append(c);
                    continue;
                }
                char escaped = text.charAt(at++);
                switch (escaped) {
                    case 'n' -> out.append('\n');
                    case 't' -> out.append('\t');
                    case 'r' -> out.append('\r');
                    case 'b' -> out.append('\b');
                    case 'f' -> out.append('\f');
                    case 'u' -> {
                        out.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                        at += 4;
                    }
                    default -> out.append(escaped);
                }
            }
            at++;
            return out.toString();
        }

        private Object word(String word, Object value) {
            at += word.length();
            return value;
        }

        private Double number() {
            int start = at;
            while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return Double.valueOf(text.substring(start, at));
        }

        private boolean is(char c) {
            skip();
            return text.charAt(at) == c;
        }

        private void expect(char c) {
            skip();
            if (text.charAt(at) != c) {
                throw new AssertionError("'%s' expected at %d of the JSON text".formatted(c, at));
            }
            at++;
        }

        private void skip() {
            while (Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}

package parley.app.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import parley.app.TestServer;

/** The addresses of the server as data ({@code routes.txt}), and as Spring knows them. */
final class Routes {
    private Routes() {}

    /**
     * One address.
     *
     * @param fields the fields of a form that somebody fills in rightly; empty for one that is only read
     */
    record Row(String method, String path, List<String> who, String fields) {
        boolean ofCase() {
            return path.startsWith("/case/");
        }

        boolean isGet() {
            return method.equals("GET");
        }

        /** Returns the name of the object in the path, empty if there is none. */
        String object() {
            String rest = path.replace("{case}", "");
            return rest.contains("{") ? rest.substring(rest.indexOf('{') + 1, rest.indexOf('}')) : "";
        }

        /** Returns the path with its objects named. */
        String at(String caseId, Map<String, String> objects) {
            String filled = path.replace("{case}", caseId);
            for (Map.Entry<String, String> o : objects.entrySet()) {
                filled = filled.replace("{" + o.getKey() + "}", o.getValue());
            }
            return filled;
        }

        String form(Map<String, String> objects) {
            String filled = fields;
            for (Map.Entry<String, String> o : objects.entrySet()) {
                filled = filled.replace("{" + o.getKey() + "}", o.getValue());
            }
            return filled;
        }

        /** Returns the path as Spring names it: objects have other names there. */
        String shape() {
            return method + " " + path.replaceAll("\\{[^}]+}", "{}");
        }
    }

    static List<Row> rows() {
        try (InputStream in = Routes.class.getResourceAsStream("/parley/app/routes.txt")) {
            if (in == null) {
                throw new IllegalStateException("routes.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#") && !l.isBlank())
                    .map(Routes::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        return new Row(
                cells.get(0), cells.get(1), List.of(cells.get(2).split(" ", -1)), cells.size() > 3 ? cells.get(3) : "");
    }

    /** Returns the addresses that Spring answers; where errors are sent inside is none of them. */
    static Set<String> served(TestServer server) {
        Set<String> served = new TreeSet<>();
        server.server
                .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(p -> !p.equals("/error"))
                        .forEach(p -> {
                            String shape = p.replaceAll("\\{[^}]+}", "{}");
                            if (mapping.getMethodsCondition().getMethods().isEmpty()) {
                                served.add("ANY " + shape);
                            }
                            mapping.getMethodsCondition().getMethods().forEach(m -> served.add(m + " " + shape));
                        }));
        return served;
    }
}

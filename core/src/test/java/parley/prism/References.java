package parley.prism;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/** The reference models beside the repository, which are not ours to ship; without them a test is skipped and says so. */
final class References {
    private References() {}

    /** A line of {@code expected.tsv}; counts are −1 where nobody knows them. */
    record Line(String model, String constants, long states, long choices, long transitions) {
        boolean inScope() {
            return !model.matches("(csg|pomdp)-tests.*|multi/.*");
        }

        /** The collection counts the crowds otherwise than PRISM and plain reachability do (SOURCES.md). */
        boolean counted() {
            return transitions >= 0 || (states >= 0 && !model.equals("qvbs/crowds.prism"));
        }
    }

    static Path folder() {
        Path start = Path.of(System.getProperty("parley.root", "")).toAbsolutePath();
        for (Path up = start; up != null; up = up.getParent()) {
            if (Files.exists(up.resolve("core/pom.xml"))) {
                start = up;
            }
        }
        Path found = start.resolveSibling("shared").resolve("prism");
        String elsewhere = System.getenv("PARLEY_SHARED");
        if (elsewhere != null) {
            found = Path.of(elsewhere).resolve("prism");
        }
        Assumptions.assumeTrue(
                Files.exists(found.resolve("expected.tsv")),
                "skipped: the reference models are not in " + found + " (or $PARLEY_SHARED/prism)");
        return found;
    }

    static List<Line> lines() {
        var lines = new LinkedHashSet<Line>();
        for (String text : text("expected.tsv").lines().skip(1).toList()) {
            String[] cells = text.split("\t", -1);
            lines.add(new Line(cells[0], cells[1], number(cells[5]), number(cells[6]), number(cells[7])));
        }
        return lines.stream().filter(Line::inScope).filter(Line::counted).toList();
    }

    private static long number(String cell) {
        return cell.isEmpty() ? -1 : Long.parseLong(cell);
    }

    static String text(String name) {
        try {
            return Files.readString(folder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> constants(String pairs) {
        var constants = new TreeMap<String, String>();
        for (String pair : pairs.isEmpty() ? new String[0] : pairs.split(",", -1)) {
            constants.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return constants;
    }

    static Model model(String name, String constants) {
        return Models.model(text(name), constants(constants));
    }
}

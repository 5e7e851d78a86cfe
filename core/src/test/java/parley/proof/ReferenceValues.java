package parley.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import parley.game.Answer;
import parley.game.Atoms;
import parley.prism.Explored;
import parley.prism.Explorer;
import parley.prism.Model;
import parley.prism.PrismReader;
import parley.prism.PropertiesFile;
import parley.prism.Result;

/** The reference values beside the repository, which are not ours to ship; without them a test is skipped and says so. */
final class ReferenceValues {
    private static final BigDecimal NONE = new BigDecimal("1e-50");

    private ReferenceValues() {}

    /** A line of {@code expected.tsv}; states are −1 where nobody knows them. */
    record Line(String model, String constants, String file, String query, long states, String value, String trust) {
        static Line of(String text) {
            String[] cells = text.split("\t", -1);
            long states = cells[5].isEmpty() ? -1 : Long.parseLong(cells[5]);
            return new Line(cells[0], cells[1], cells[2], cells[4], states, cells[8], cells[10]);
        }

        /** As its SOURCES.md says; co-safe formulas in rewards come later, as do other kinds of models. */
        boolean inScope() {
            boolean coSafe = file.endsWith(".cosafe.props") && query.contains("R");
            return !model.matches("(csg|pomdp)-tests.*|multi/.*") && !coSafe;
        }

        boolean hasValue() {
            return !query.isEmpty() && !value.isEmpty();
        }
    }

    static Path folder() {
        Path start = Path.of(System.getProperty("parley.root", "")).toAbsolutePath();
        for (Path up = start; up != null; up = up.getParent()) {
            if (Files.exists(up.resolve("core/pom.xml"))) {
                start = up;
            }
        }
        String elsewhere = System.getenv("PARLEY_SHARED");
        Path found = (elsewhere == null ? start.resolveSibling("shared") : Path.of(elsewhere)).resolve("prism");
        Assumptions.assumeTrue(
                Files.exists(found.resolve("expected.tsv")),
                "skipped: the reference values are not in " + found + " (or $PARLEY_SHARED/prism)");
        return found;
    }

    static List<Line> lines() {
        return text("expected.tsv").lines().skip(1).map(Line::of).toList();
    }

    static Explored explored(String model, String constants) {
        return switch (PrismReader.read(text(model), constants(constants))) {
            case Result.Of<Model>(Model read) when Explorer.explore(read) instanceof Explored explored -> explored;
            case Result.Of<Model> _ -> throw new AssertionError(model + " cannot be explored");
            case Result.Refused<Model> refused -> throw new AssertionError(model + ": " + refused.problem());
        };
    }

    static Atoms atoms(Line line, Explored explored) {
        String properties = line.file().isEmpty() ? "" : text(line.file());
        return switch (PropertiesFile.read(properties, constants(line.constants()))) {
            case Result.Of<PropertiesFile>(PropertiesFile with) -> explored.atoms(with);
            case Result.Refused<PropertiesFile> refused ->
                throw new AssertionError(refused.problem().toString());
        };
    }

    private static String text(String name) {
        try {
            return Files.readString(folder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> constants(String pairs) {
        var constants = new TreeMap<String, String>();
        for (String pair : pairs.isEmpty() ? new String[0] : pairs.split(",", -1)) {
            constants.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return constants;
    }

    static void assertAgrees(Line line, Answer answer) {
        if (line.value().equals("true") || line.value().equals("false")) {
            boolean holds = line.value().equals("true");
            assertThat(answer.verdict())
                    .as(line.query())
                    .isEqualTo(holds ? Answer.Verdict.HOLDS : Answer.Verdict.REFUTED);
            return;
        }
        if (line.value().equals("Infinity")) {
            assertThat(answer.low()).as(line.query()).isEqualTo(Double.POSITIVE_INFINITY);
            return;
        }
        BigDecimal value = decimal(line.value());
        BigDecimal slack = slack(line.trust(), value);
        assertThat(answer.high() - answer.low())
                .as("width of %s", line.query())
                .isLessThanOrEqualTo(1e-6 * Math.max(1, answer.low()));
        assertThat(new BigDecimal(answer.low()))
                .as("%s from below, with %s", line.query(), line.trust())
                .isLessThanOrEqualTo(value.add(slack));
        assertThat(new BigDecimal(answer.high()))
                .as("%s from above, with %s", line.query(), line.trust())
                .isGreaterThanOrEqualTo(value.subtract(slack));
    }

    private static BigDecimal decimal(String value) {
        int bar = value.indexOf('/');
        return bar < 0
                ? new BigDecimal(value)
                : new BigDecimal(value.substring(0, bar))
                        .divide(new BigDecimal(value.substring(bar + 1)), new MathContext(80));
    }

    /** By how far a value may be off, as SOURCES.md says; quotients of whole numbers are cut after 80 digits here. */
    private static BigDecimal slack(String trust, BigDecimal value) {
        BigDecimal size = value.abs();
        int stated = trust.indexOf("1e-");
        if (trust.startsWith("exact arithmetic")) {
            return size.multiply(new BigDecimal("1e-12"));
        }
        if (trust.startsWith("exact") || trust.startsWith("closed form")) {
            return size.multiply(NONE);
        }
        if (trust.startsWith("certified")) {
            return new BigDecimal(trust.substring(stated));
        }
        if (trust.startsWith("published")) {
            return size.multiply(new BigDecimal("1e-5"));
        }
        BigDecimal printed = new BigDecimal("5e-7");
        return stated < 0
                ? size.multiply(new BigDecimal("1e-6")).max(printed)
                : size.multiply(new BigDecimal(trust.substring(stated)));
    }
}

package parley.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import parley.game.Answer;
import parley.game.Game;
import parley.game.Limits;
import parley.game.QueryParser;
import parley.game.Solver;
import parley.game.Unanswerable;
import parley.prism.Explored;
import parley.prism.Explorer;
import parley.prism.Model;
import parley.prism.PrismReader;
import parley.prism.Problem;
import parley.prism.PropertiesFile;
import parley.prism.Result;

/**
 * Answers the reference questions of {@code expected.tsv} and compares with what is known.
 *
 * <pre>
 *   ReferenceValues FOLDER [MOST_STATES [PART_OF_LINE [LEAST_STATES]]]
 * </pre>
 *
 * One line a question: processor time of this process since the last line, peak of the heap so far.
 */
public final class ReferenceValues {
    private final Path folder;
    private int compared;
    private int different;
    private int skipped;

    private ReferenceValues(Path folder) {
        this.folder = folder;
    }

    /** A line of the file. */
    private record Line(
            String model, String constants, String file, String query, long states, String value, String trust) {
        static Line of(String text) {
            String[] cells = text.split("\t", -1);
            long states = cells[5].isEmpty() ? -1 : Long.parseLong(cells[5]);
            return new Line(cells[0], cells[1], cells[2], cells[4], states, cells[8], cells[10]);
        }

        boolean inScope() {
            return !model.matches("(csg|pomdp)-tests.*|multi/.*|model");
        }

        String key() {
            return model + " " + constants;
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        long most = arguments.length > 1 ? Long.parseLong(arguments[1]) : 6_000_000;
        String part = arguments.length > 2 ? arguments[2] : "";
        long least = arguments.length > 3 ? Long.parseLong(arguments[3]) : 0;
        var groups = new LinkedHashMap<String, List<Line>>();
        for (String text : Files.readAllLines(folder.resolve("expected.tsv"))) {
            Line line = text.startsWith("model\t") ? null : Line.of(text);
            boolean wanted = line != null && line.inScope() && text.contains(part);
            if (line != null && wanted && line.states() >= least && line.states() <= most) {
                groups.computeIfAbsent(line.key(), _ -> new ArrayList<>()).add(line);
            }
        }
        var values = new ReferenceValues(folder);
        for (List<Line> group : groups.values()) {
            values.answer(group);
        }
        System.out.printf(
                "%d compared, %d different, %d without a value to compare%n",
                values.compared, values.different, values.skipped);
    }

    private void answer(List<Line> lines) throws IOException {
        Line any = lines.getFirst();
        double began = Cpu.own();
        Map<String, String> constants = constants(any.constants());
        Model model;
        switch (PrismReader.read(Files.readString(folder.resolve(any.model())), constants)) {
            case Result.Refused<Model>(Problem problem) -> {
                System.out.println("REFUSED " + any.key() + " " + problem);
                different += lines.size();
                return;
            }
            case Result.Of<Model>(Model read) -> model = read;
        }
        if (!(Explorer.explore(model) instanceof Explored explored)) {
            System.out.println("not explored " + any.key() + " " + (Cpu.own() - began));
            skipped += lines.size();
            return;
        }
        Game game = explored.game();
        System.out.printf(
                Locale.ROOT,
                "%-40s %,d states, %,d choices, %,d transitions, %.2f s CPU, %d MB%n",
                any.key(),
                game.states(),
                game.choices(),
                game.branches(),
                Cpu.own() - began,
                peak());
        for (Line line : lines) {
            if (line.query().isEmpty()) {
                skipped++;
            } else {
                compare(line, explored, constants);
            }
        }
    }

    private void compare(Line line, Explored explored, Map<String, String> constants) throws IOException {
        double began = Cpu.own();
        String found;
        boolean right = false;
        try {
            String text = line.file().isEmpty() ? "" : Files.readString(folder.resolve(line.file()));
            // Constants that only the question has are not declared in every file.
            PropertiesFile with = PropertiesFile.read(text, constants) instanceof Result.Of<PropertiesFile>(var read)
                    ? read
                    : PropertiesFile.empty();
            var atoms = explored.atoms(with);
            Answer answer = new Solver(explored.game(), atoms, Limits.USUAL, false)
                    .answer(QueryParser.parse(line.query(), atoms));
            found = answer.verdict() == null
                    ? "[" + answer.low() + ", " + answer.high() + "] " + answer.sweeps() + " sweeps"
                    : "" + answer.verdict();
            right = agrees(line, answer);
        } catch (Unanswerable e) {
            found = e.why();
        }
        compared++;
        different += right ? 0 : 1;
        System.out.printf(
                Locale.ROOT,
                "  %-5s %-60s %-46s %8.2f s CPU %6d MB%s%n",
                right ? "ok" : "OTHER",
                line.query(),
                found,
                Cpu.own() - began,
                peak(),
                right ? "" : "  expected " + line.value() + " (" + line.trust() + ")");
    }

    private static boolean agrees(Line line, Answer answer) {
        if (line.value().equals("true") || line.value().equals("false")) {
            return answer.verdict() == (line.value().equals("true") ? Answer.Verdict.HOLDS : Answer.Verdict.REFUTED);
        }
        if (line.value().equals("Infinity")) {
            return answer.low() == Double.POSITIVE_INFINITY;
        }
        if (line.value().startsWith("Error") || answer.high() == Double.POSITIVE_INFINITY) {
            return false;
        }
        BigDecimal value = decimal(line.value());
        BigDecimal slack = slack(line.trust(), value);
        boolean narrow = answer.high() - answer.low() <= 1e-6 * Math.max(1, answer.low());
        return narrow
                && new BigDecimal(answer.low()).compareTo(value.add(slack)) <= 0
                && new BigDecimal(answer.high()).compareTo(value.subtract(slack)) >= 0;
    }

    private static BigDecimal decimal(String value) {
        int bar = value.indexOf('/');
        return bar < 0
                ? new BigDecimal(value)
                : new BigDecimal(value.substring(0, bar))
                        .divide(new BigDecimal(value.substring(bar + 1)), new java.math.MathContext(60));
    }

    /** As SOURCES.md says, by how far a value may be trusted. */
    private static BigDecimal slack(String trust, BigDecimal value) {
        BigDecimal size = value.abs();
        if (trust.startsWith("exact arithmetic")) {
            return size.multiply(new BigDecimal("1e-12"));
        }
        if (trust.startsWith("exact") || trust.startsWith("closed form")) {
            return size.multiply(new BigDecimal("1e-50"));
        }
        int stated = trust.indexOf("1e-");
        if (trust.startsWith("certified")) {
            return new BigDecimal(trust.substring(stated));
        }
        if (trust.startsWith("published")) {
            return size.multiply(new BigDecimal("1e-5"));
        }
        BigDecimal relative = stated < 0 ? new BigDecimal("1e-6") : new BigDecimal(trust.substring(stated));
        return size.multiply(relative).add(new BigDecimal("5e-7"));
    }

    private static Map<String, String> constants(String pairs) {
        var constants = new TreeMap<String, String>();
        for (String pair : pairs.isEmpty() ? new String[0] : pairs.split(",", -1)) {
            constants.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return constants;
    }

    private static long peak() {
        long bytes = 0;
        for (var pool : ManagementFactory.getMemoryPoolMXBeans()) {
            bytes += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
        }
        return bytes >> 20;
    }
}

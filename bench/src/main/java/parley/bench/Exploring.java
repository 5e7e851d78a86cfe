package parley.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import parley.prism.Exploration;
import parley.prism.Explored;
import parley.prism.Explorer;
import parley.prism.Model;
import parley.prism.PrismReader;
import parley.prism.Problem;
import parley.prism.Result;

/**
 * Explores the reference models of {@code expected.tsv} and compares their counts.
 *
 * <pre>
 *   Exploring FOLDER [MOST_STATES [PART_OF_NAME [TIMES]]]
 * </pre>
 *
 * Prints states, states a second of the last of {@code TIMES} runs, its CPU time, and what the result holds in memory.
 */
public final class Exploring {
    private static final int SCOPE = 5;

    private Exploring() {}

    private record Line(String model, String constants, String states, String choices, String transitions) {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        long most = args.length > 1 ? Long.parseLong(args[1]) : 5_100_000;
        String part = args.length > 2 ? args[2] : "";
        int times = args.length > 3 ? Integer.parseInt(args[3]) : 1;
        var lines = new LinkedHashSet<Line>();
        for (String text : Files.readAllLines(folder.resolve("expected.tsv"))) {
            String[] cells = text.split("\t", -1);
            boolean inScope = !cells[0].matches("(csg|pomdp)-tests.*|multi/.*|model");
            if (inScope && cells.length > SCOPE + 2 && !cells[SCOPE].isEmpty() && cells[0].contains(part)) {
                lines.add(new Line(cells[0], cells[1], cells[5], cells[6], cells[7]));
            }
        }
        int wrong = 0;
        for (Line line : lines) {
            if (Long.parseLong(line.states()) <= most) {
                for (int i = 0; i < times; i++) {
                    wrong += explored(folder, line) ? 0 : 1;
                }
            }
        }
        System.out.println(wrong == 0 ? "all counts equal" : wrong + " runs with other counts");
    }

    private static boolean explored(Path folder, Line line) throws IOException {
        String text = Files.readString(folder.resolve(line.model()));
        var constants = new TreeMap<String, String>();
        for (String pair :
                line.constants().isEmpty() ? new String[0] : line.constants().split(",", -1)) {
            constants.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        long before = cpu();
        String outcome = outcome(text, constants);
        double seconds = (cpu() - before) / 1e9;
        String[] counts = outcome.split(" ", -1);
        boolean right = counts[0].equals(line.states())
                && (line.choices().isEmpty() || (counts.length > 1 && counts[1].equals(line.choices())))
                && (line.transitions().isEmpty() || (counts.length > 2 && counts[2].equals(line.transitions())));
        double perSecond = right ? Long.parseLong(counts[0]) / seconds : 0;
        System.out.printf(
                Locale.ROOT,
                "%-5s %-36s %-28s %-28s %8.3f s CPU %10.0f states/s%n",
                right ? "ok" : "WRONG",
                line.model(),
                line.constants(),
                outcome,
                seconds,
                perSecond);
        return right;
    }

    private static String outcome(String text, Map<String, String> constants) {
        return switch (PrismReader.read(text, constants)) {
            case Result.Refused<Model>(Problem problem) -> problem.toString();
            case Result.Of<Model>(Model model) ->
                switch (Explorer.explore(model)) {
                    case Explored explored -> {
                        var game = explored.game();
                        yield String.join(" ", List.of("" + game.states(), "" + game.choices(), "" + game.branches()));
                    }
                    case Exploration.TooLarge large -> large.toString();
                    case Exploration.Stopped stopped -> stopped.toString();
                    case Exploration.Refused(Problem problem) -> problem.toString();
                };
        };
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}

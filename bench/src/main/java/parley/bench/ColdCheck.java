package parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The whole command {@code ./parley check} in processes of its own: processor time of the script and the JVM. */
final class ColdCheck {
    private static final int RUNS = 21;
    private static final int RUNS_OF_A_LARGE_CASE = 5;
    private static final int[] LINES = {25_000, 50_000, 100_000, 200_000};

    private ColdCheck() {}

    /** Runs with a folder for the generated cases as the only argument. */
    static void main(String[] arguments) throws Exception {
        check(Folders.belarus());
        Spread belarus = Spread.of(RUNS, () -> check(Folders.belarus()));
        Table.row("./parley check cases/belarus, fresh process", "0.7 s CPU", belarus.in("s CPU"));
        double before = belarus.median();
        int linesBefore = 0;
        for (int lines : LINES) {
            Path folder = Path.of(arguments[0]).resolve("lines-" + lines);
            CaseWriter.write(folder, lines);
            Spread spread = Spread.of(RUNS_OF_A_LARGE_CASE, () -> check(folder));
            double each = spread.median() * 1e6 / lines;
            double more = (spread.median() - before) * 1e6 / (lines - linesBefore);
            Table.row(
                    "check of %d generated lines, fresh process".formatted(lines),
                    lines == LINES[LINES.length - 1] ? "3 s CPU" : "",
                    spread.in("s CPU")
                            + String.format(Locale.ROOT, "; %.1f µs a line, %.1f µs for each line more", each, more));
            before = spread.median();
            linesBefore = lines;
        }
    }

    private static double check(Path folder) throws IOException, InterruptedException {
        Path said = Files.createTempFile("parley-bench", ".txt");
        double before = Cpu.children();
        Process process = new ProcessBuilder(Folders.root().resolve("parley").toString(), "check", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int code = process.waitFor();
        double taken = Cpu.children() - before;
        String text = Files.readString(said);
        Files.delete(said);
        if (code != 0 || !text.startsWith("no findings")) {
            throw new IllegalStateException("check of %s ended with %d: %s".formatted(folder, code, text));
        }
        return taken;
    }
}

package parley.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import parley.facts.FactFiles;
import parley.facts.RecordNames;
import parley.language.CaseText;
import parley.language.Checked;
import parley.roadmap.Case;
import parley.text.Source;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code parley check} does with cases/belarus, again and again in one process: read the texts, check them, read the
 * record, compare its names. Beside it Jackson, which reads the same case exported as JSON into a tree.
 */
final class WarmCheck {
    private static final int WARM_UP = 300;
    private static final int RUNS = 201;

    private WarmCheck() {}

    /** Runs with the file of the exported case as the only argument. */
    static void main(String[] arguments) throws Exception {
        Path folder = Folders.belarus();
        for (int i = 0; i < WARM_UP; i++) {
            check(folder);
        }
        Spread whole = Spread.of(RUNS, () -> milliseconds(() -> check(folder)));
        Spread cpu = Spread.of(RUNS, () -> cpuMilliseconds(() -> check(folder)));
        Table.row("check of cases/belarus with its record, warm, by the clock", "30 ms", whole.in("ms"));
        Table.row("the same, processor time of its thread", "30 ms", cpu.in("ms"));

        List<Source> texts = Folders.texts(folder);
        long ourBytes = texts.stream()
                .mapToLong(s -> s.text().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        Spread ours = Spread.of(RUNS, () -> cpuMilliseconds(() -> CaseText.read(texts)));
        byte[] json = Files.readAllBytes(Path.of(arguments[0]));
        JsonMapper mapper = JsonMapper.builder().build();
        for (int i = 0; i < WARM_UP; i++) {
            tree(mapper, json);
        }
        Spread peer = Spread.of(RUNS, () -> cpuMilliseconds(() -> tree(mapper, json)));
        double ourSpeed = ourBytes / 1e3 / ours.median();
        double peerSpeed = json.length / 1e3 / peer.median();
        Table.row("texts of cases/belarus read and checked, %d bytes".formatted(ourBytes), "", ours.in("ms CPU"));
        Table.row("Jackson reads the case as JSON, %d bytes".formatted(json.length), "", peer.in("ms CPU"));
        Table.row("MB/s: ours, Jackson", "", Table.ratio(ourSpeed) + ", " + Table.ratio(peerSpeed));
        Table.row("ratio: bytes a second, Jackson to ours", "", Table.ratio(peerSpeed / ourSpeed));
        Table.row("ratio: time for the same case, Jackson to ours", "", Table.ratio(peer.median() / ours.median()));
    }

    /** Something that may fail because of a file. */
    private interface Work {
        void done() throws IOException;
    }

    private static double milliseconds(Work work) throws IOException {
        long before = System.nanoTime();
        work.done();
        return (System.nanoTime() - before) / 1e6;
    }

    /** What others do on the machine shows here only through the caches. */
    private static double cpuMilliseconds(Work work) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.done();
        return (threads.getCurrentThreadCpuTime() - before) / 1e6;
    }

    private static void check(Path folder) throws IOException {
        Checked checked = CaseText.read(Folders.texts(folder));
        Case theCase = checked.theCase();
        if (theCase == null || !checked.diagnostics().isEmpty()) {
            throw new IllegalStateException("The case has findings: " + checked.diagnostics());
        }
        Map<String, Source> record = Folders.record(folder.resolve(theCase.facts()));
        int findings = FactFiles.read(record).diagnostics().size()
                + RecordNames.check(record, theCase, (_, _) -> List.of()).size();
        if (findings > 0) {
            throw new IllegalStateException("The record has findings.");
        }
    }

    private static void tree(JsonMapper mapper, byte[] json) {
        JsonNode root = mapper.readTree(json);
        if (!root.path("case").isObject()) {
            throw new IllegalStateException("The export holds no case.");
        }
    }
}

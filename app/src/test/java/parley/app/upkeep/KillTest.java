package parley.app.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server, the database, or both are killed at any moment of writing; at the next start nothing acknowledged is
 * missing and the record is sound. {@code -Dparley.kills=200} for the long run; its figures stand in bench/README.md.
 */
final class KillTest {
    private static final long SEED = 20261125;

    @TempDir
    private static Path folder;

    @Test
    void what_was_acknowledged_survives_being_killed() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path data = folder.resolve("data");
        int cycles = Integer.getInteger("parley.kills", 4);
        var random = new Random(SEED);
        long acknowledged = -1;
        for (int i = 0; i < cycles; i++) {
            long last = cycle(data, random, i);
            acknowledged = Math.max(acknowledged, last);
            try (Store store = Store.open(data, false)) {
                assertThat(store.wrong()).as("cycle %d", i).isEmpty();
                long found =
                        store.parts.record().readAll("belarus", -1).getLast().index();
                assertThat(found).as("cycle %d", i).isGreaterThanOrEqualTo(acknowledged);
            }
        }
        assertThat(acknowledged).isGreaterThan(0);
    }

    /** Writes until killed and returns the last index that was acknowledged. */
    private static long cycle(Path data, Random random, int number) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-Dparley.root=" + System.getProperty("parley.root", ".."),
                        Writer.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long last = -1;
        try (BufferedReader out = writer.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("ready");
            int after = 1 + random.nextInt(200);
            for (int i = 0; i < after; i++) {
                last = Long.parseLong(out.readLine());
            }
            // Somewhere within the next writes, not at the end of one.
            TimeUnit.MICROSECONDS.sleep(random.nextInt(3000));
            switch (number % 3) {
                case 0 -> writer.toHandle().destroyForcibly();
                case 1 -> database(data).forEach(ProcessHandle::destroyForcibly);
                default -> {
                    database(data).forEach(ProcessHandle::destroyForcibly);
                    writer.toHandle().destroyForcibly();
                }
            }
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                last = Long.parseLong(line);
            }
        }
        writer.destroyForcibly().waitFor();
        return last;
    }

    /** The postmaster and its children. */
    private static List<ProcessHandle> database(Path data) throws IOException {
        String pid = Files.readAllLines(data.resolve("database/postmaster.pid"))
                .getFirst()
                .strip();
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(postmaster), postmaster.descendants())
                .toList();
    }
}

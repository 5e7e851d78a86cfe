package parley.app.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import parley.app.record.Entry;

/** One life of a {@link Writer}, and what it acknowledged until it was killed. */
final class Life {
    private static final long LONGEST_SECONDS = 60;

    private final Path data;
    private final Process writer;
    private final Thread reader;
    private final Map<Long, String> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();

    private Life(Path data, Process writer, Thread reader) {
        this.data = data;
        this.writer = writer;
        this.reader = reader;
    }

    /** Starts a writer on a folder, made if it is not there, and returns when it writes. */
    static Life begin(Path data) throws IOException, InterruptedException {
        Files.createDirectories(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
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
        var out = writer.inputReader();
        assertThat(out.readLine()).isEqualTo("ready");
        var life = new Life[1];
        Thread reader = Thread.ofPlatform().daemon().unstarted(() -> out.lines().forEach(line -> life[0].told(line)));
        life[0] = new Life(data, writer, reader);
        reader.start();
        return life[0];
    }

    private void told(String line) {
        String[] words = line.split(" ", 2);
        if (words[0].equals("refused")) {
            refused.incrementAndGet();
        } else {
            acknowledged.put(Long.parseLong(words[0]), words[1]);
        }
    }

    /** Returns how many entries were acknowledged so far. */
    int acknowledged() {
        return acknowledged.size();
    }

    /** Returns how many writes failed with a sentence so far. */
    int refused() {
        return refused.get();
    }

    boolean isAlive() {
        return writer.isAlive();
    }

    /** Waits until {@code more} entries were acknowledged {@code after} something, or until the writer is dead. */
    void writes(int more, String after) throws InterruptedException {
        int from = acknowledged();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (writer.isAlive() && acknowledged() < from + more) {
            assertThat(System.nanoTime()).as("writes again after %s", after).isLessThan(until);
            writer.waitFor(5, TimeUnit.MILLISECONDS);
        }
    }

    /** Lets time pass, as long as the writer lives. */
    void waitMillis(long millis) throws InterruptedException {
        writer.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    ProcessHandle process() {
        return writer.toHandle();
    }

    /** The postmaster, if it lives. */
    Optional<ProcessHandle> postmaster() throws IOException {
        Path file = data.resolve("database/postmaster.pid");
        return Files.exists(file)
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                : Optional.empty();
    }

    /** The postmaster and its children. */
    List<ProcessHandle> database() throws IOException {
        ProcessHandle postmaster = postmaster().orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    /** Returns the acknowledged entries that the record does not hold as they were written. */
    List<Long> missing(List<Entry> record) {
        return acknowledged.entrySet().stream()
                .filter(a -> a.getKey() >= record.size()
                        || !record.get(Math.toIntExact(a.getKey())).reason().equals(a.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Kills the writer and waits for its last words. */
    void close() throws InterruptedException {
        // Through the handle: the stream stays open, and what was acknowledged last is still read.
        writer.toHandle().destroyForcibly();
        reader.join();
        writer.waitFor();
    }
}

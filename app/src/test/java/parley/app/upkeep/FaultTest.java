package parley.app.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A call of the operating system fails, or kills who makes it, at every kind of call that a commit makes: in the
 * database's processes and in the server's own files beside it. The server goes on by itself, and nothing acknowledged
 * is missing. {@code -Dparley.faults=200} for the long run; its figures stand in bench/README.md.
 */
final class FaultTest {
    private static final long SEED = 20261125;
    private static final int A_LIFE = 20;
    private static final long LONGEST_MILLIS = 4000;

    /** The calls of a commit as `strace` shows them. */
    private static final List<String> DATABASE_CALLS =
            List.of("fdatasync", "pwrite64", "sendto", "epoll_wait", "lseek");

    private static final List<String> SERVER_CALLS = List.of("fsync", "write", "rename", "openat");
    private static final List<String> FAULTS = List.of("signal=KILL", "error=EIO", "error=ENOSPC");

    @TempDir
    private static Path folder;

    /** What happens, to which call of whom, at which call of its kind. */
    private record Fault(boolean inDatabase, String call, String kind, int when) {
        String inject() {
            // A call that cannot be told to fail in a way that the kernel knows is cut short by the signal alone.
            boolean waits = call.equals("epoll_wait") || call.equals("sendto") || call.equals("lseek");
            return "inject=%s:%s:when=%d".formatted(call, waits ? "signal=KILL" : kind, when);
        }
    }

    @Test
    void the_server_goes_on_after_any_fault_of_a_call() throws Exception {
        assumeTrue(straceWorks(), "skipped: strace is not there or may not attach to processes");
        Path data = folder.resolve("data");
        int faults = Integer.getInteger("parley.faults", 8);
        var random = new Random(SEED);
        int hit = 0;
        int refused = 0;
        for (int done = 0; done < faults; ) {
            Life life = Life.begin(data);
            for (int i = 0; i < A_LIFE && done < faults && life.isAlive(); i++, done++) {
                Fault fault = fault(done, random);
                hit += inflict(life, fault, data) ? 1 : 0;
                life.writes(3, fault.toString());
            }
            refused += life.refused();
            life.database().forEach(ProcessHandle::destroyForcibly);
            life.close();
            Soundness.check(data, life, "after %d faults".formatted(done));
        }
        System.out.printf("%d faults, %d of them met a call, %d writes refused%n", faults, hit, refused);
        assertThat(hit).isGreaterThan(faults / 2);
    }

    @Test
    void a_database_that_stands_still_for_a_while_is_waited_for() throws Exception {
        Path data = folder.resolve("still");
        Life life = Life.begin(data);
        life.writes(20, "the start");
        signal("STOP", life.database());
        int before = life.acknowledged();
        life.waitMillis(Long.getLong("parley.still", 2000));
        assertThat(life.acknowledged())
                .as("nothing is acknowledged by a database that stands still")
                .isLessThanOrEqualTo(before + 1);
        signal("CONT", life.database());
        life.writes(20, "the database went on");
        assertThat(life.refused()).isZero();
        life.database().forEach(ProcessHandle::destroyForcibly);
        life.close();
        Soundness.check(data, life, "after standing still");
    }

    private static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        if (processes.isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(p -> command.add(Long.toString(p.pid())));
        new ProcessBuilder(command).start().waitFor();
    }

    private static Fault fault(int number, Random random) {
        boolean inDatabase = number % 3 != 2;
        List<String> calls = inDatabase ? DATABASE_CALLS : SERVER_CALLS;
        String call = calls.get(random.nextInt(calls.size()));
        // The server itself is killed as the last thing of a life only.
        String kind = FAULTS.get(
                inDatabase ? random.nextInt(FAULTS.size()) : number % A_LIFE == A_LIFE - 1 ? 0 : 1 + random.nextInt(2));
        return new Fault(inDatabase, call, kind, 1 + random.nextInt(6));
    }

    /** Lets a fault happen and returns whether it did. */
    private static boolean inflict(Life life, Fault fault, Path data) throws IOException, InterruptedException {
        Path out = folder.resolve("strace.txt");
        Files.deleteIfExists(out);
        List<String> command = new ArrayList<>(List.of(
                "strace", "-f", "-qq", "-o", out.toString(), "-e", "trace=" + fault.call(), "-e", fault.inject()));
        if (fault.inDatabase()) {
            life.database().forEach(p -> command.addAll(List.of("-p", Long.toString(p.pid()))));
        } else {
            for (String name : List.of("heads", "heads/belarus.new", "heads/belarus.head")) {
                command.addAll(List.of("-P", data.resolve(name).toString()));
            }
            command.addAll(List.of("-p", Long.toString(life.process().pid())));
        }
        Process strace = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
        boolean met = false;
        while (!met && System.nanoTime() < until && strace.isAlive()) {
            strace.waitFor(20, TimeUnit.MILLISECONDS);
            met = Files.exists(out) && happened(Files.readString(out));
        }
        end(strace);
        if (fault.inDatabase()) {
            // The tracer may swallow the signal that a child died when it lets go; seen in a postmaster that waited
            // beside a dead child for ever.
            signal("CHLD", life.postmaster().stream().toList());
        }
        return met || (Files.exists(out) && happened(Files.readString(out)));
    }

    /** A tracer whose last process was killed under it may wait for ever; killed itself, it lets go of the others. */
    private static void end(Process strace) throws InterruptedException {
        strace.destroy();
        if (!strace.waitFor(1, TimeUnit.SECONDS)) {
            strace.destroyForcibly().waitFor();
        }
    }

    private static boolean happened(String calls) {
        return calls.contains("(INJECTED)") || calls.contains("killed by SIGKILL");
    }

    private static boolean straceWorks() throws InterruptedException {
        try {
            Process sleeper = new ProcessBuilder("sleep", "20").start();
            Process strace = new ProcessBuilder("strace", "-qq", "-p", Long.toString(sleeper.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean attached = !strace.waitFor(500, TimeUnit.MILLISECONDS);
            end(strace);
            sleeper.destroy();
            return attached;
        } catch (IOException e) {
            return false;
        }
    }
}

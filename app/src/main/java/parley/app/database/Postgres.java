package parley.app.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with Parley: one server for one data folder, reachable from this machine alone, with
 * durability on. It ends when it is closed; if this process was killed, the next start ends the orphan first.
 */
final class Postgres implements AutoCloseable {
    static final String SUPERUSER = "postgres";
    static final String KEEPER = "parley_keeper";
    static final String READER = "parley_app";
    static final String NAME = "parley";

    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final int TRIAL_MILLIS = 50;
    private static final int ATTEMPTS = 20;
    private static final int BETWEEN_MILLIS = 500;
    private static final int LONGEST_PAUSE_MILLIS = 30_000;

    private static final Logger LOG = LoggerFactory.getLogger(Postgres.class);

    private final FileChannel lock;
    private final Start start;
    private volatile Process process;
    private volatile boolean closing;
    private final int port;
    private final Secrets secrets;

    /** How the server is started, the first time and again. */
    private record Start(Path data, Path cluster, Path programs, Unprivileged user, int port) {
        Process run() throws IOException {
            return Postgres.run(data, cluster, programs, user, port);
        }
    }

    private Postgres(FileChannel lock, Start start, int port, Secrets secrets) throws IOException {
        this.lock = lock;
        this.start = start;
        this.process = start.run();
        this.port = port;
        this.secrets = secrets;
    }

    /**
     * Starts the server on the database in {@code data}, made if there is none.
     *
     * @param says is told what takes time
     * @throws IOException with a sentence for the operator
     */
    static Postgres start(Path data, Consumer<String> says) throws IOException {
        Files.createDirectories(data);
        FileChannel lock = lock(data);
        try {
            return started(data, lock, says);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Postgres started(Path data, FileChannel lock, Consumer<String> says) throws IOException {
        Path cluster = data.resolve("database");
        boolean isNew = !Files.exists(cluster.resolve("PG_VERSION"));
        if (isNew) {
            says.accept("unpacking PostgreSQL " + Binaries.VERSION);
        } else {
            requireVersion(cluster);
            endOrphan(cluster);
        }
        Path programs = Binaries.in(data);
        Unprivileged user = Unprivileged.forFilesIn(cluster);
        Secrets secrets = Secrets.in(data);
        if (isNew) {
            says.accept("making the database");
            make(data, cluster, programs, user, secrets);
        }
        int port = freePort();
        var start = new Start(data, cluster, programs, user, port);
        Postgres running = new Postgres(lock, start, port, secrets);
        for (int attempt = 1; ; attempt++) {
            try {
                running.await(data);
                running.prepare();
                break;
            } catch (IOException e) {
                running.process.destroy();
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                // A killed server may have been starting its database again: that one is ended first. What a killed
                // database has forked leaves the shared memory when it notices, which takes a moment.
                pause();
                endOrphan(cluster);
                endForked(cluster);
                running = new Postgres(lock, start, port, secrets);
            }
        }
        running.watch();
        return running;
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL started", e);
        }
    }

    /** A database that ends by itself or is killed is started again; what it had acknowledged is there. */
    private void watch() {
        CompletableFuture<Void> _ = process.onExit().thenRun(() -> {
            if (!closing) {
                LOG.warn("PostgreSQL ended with exit code {}, starting it again", process.exitValue());
                restart();
            }
        });
    }

    /** What the ended one has forked may hold its memory for a moment yet; a full disk may be given room. */
    private void restart() {
        for (int attempt = 1; !closing; attempt++) {
            try {
                process = start.run();
                await(start.data());
                watch();
                return;
            } catch (IOException e) {
                LOG.error("PostgreSQL could not be started again, attempt {}", attempt, e);
                process.destroy();
            }
            endForked(start.cluster());
            try {
                TimeUnit.MILLISECONDS.sleep(Math.min(LONGEST_PAUSE_MILLIS, (long) BETWEEN_MILLIS * attempt));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Two servers on one folder would destroy it; the lock ends with this process, however it ends. */
    private static FileChannel lock(Path data) throws IOException {
        FileChannel channel =
                FileChannel.open(data.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // The same answer as a lock held by another process.
        }
        channel.close();
        throw new IOException("another Parley works on %s; end it, or name another folder with --data".formatted(data));
    }

    private static void requireVersion(Path cluster) throws IOException {
        String made = Files.readString(cluster.resolve("PG_VERSION")).strip();
        String ours = Binaries.VERSION.substring(0, Binaries.VERSION.indexOf('.'));
        if (!made.equals(ours)) {
            throw new IOException(
                    "the database in %s was made by PostgreSQL %s and this Parley brings %s; export the record with the Parley that made it"
                            .formatted(cluster, made, ours));
        }
    }

    private static void endOrphan(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> orphan = lines.isEmpty() ? Optional.empty() : handle(lines.getFirst());
        // A pid may have been given to somebody else since: it is ours if it works in our folder.
        if (orphan.isPresent() && worksIn(orphan.get(), cluster)) {
            end(orphan.get());
        }
    }

    /**
     * Ends what a killed database has forked and what does not end by itself, because it was stopped or waits: it
     * would keep the shared memory, and with it every new start, for ever. What was acknowledged is on disk.
     */
    private static void endForked(Path cluster) {
        ProcessHandle.allProcesses().filter(p -> worksIn(p, cluster)).forEach(p -> {
            LOG.warn("ending process {}, left over from a database that was killed", p.pid());
            p.destroyForcibly();
        });
    }

    private static Optional<ProcessHandle> handle(String pid) {
        try {
            return ProcessHandle.of(Long.parseLong(pid.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean worksIn(ProcessHandle process, Path cluster) {
        try {
            return Files.isSameFile(Path.of("/proc/" + process.pid() + "/cwd"), cluster);
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends a postmaster at once but in order: sessions are cut, what was acknowledged stays. */
    private static void end(ProcessHandle process) throws IOException {
        signal(process.pid(), "INT");
        try {
            process.onExit().get(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            signal(process.pid(), "QUIT");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IOException("PostgreSQL did not end", e);
        }
    }

    private static void signal(long pid, String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
    }

    private static void make(Path data, Path cluster, Path programs, Unprivileged user, Secrets secrets)
            throws IOException {
        if (Files.exists(cluster)) {
            Binaries.delete(cluster);
        }
        Files.createDirectory(
                cluster, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path password = Files.createTempFile(
                data,
                "init",
                ".password",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(password, secrets.superuser());
            user.give(cluster);
            user.give(password);
            Process init = user.command(List.of(
                            programs.resolve("bin/initdb").toString(),
                            "-D",
                            cluster.toString(),
                            "-U",
                            SUPERUSER,
                            "--auth=scram-sha-256",
                            "--pwfile=" + password,
                            "-E",
                            "UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C"))
                    .redirectErrorStream(true)
                    .start();
            String told = new String(init.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (init.waitFor() != 0) {
                Binaries.delete(cluster);
                throw new IOException("PostgreSQL could not make its files in %s: %s".formatted(cluster, told.strip()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database was made", e);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Process run(Path data, Path cluster, Path programs, Unprivileged user, int port) throws IOException {
        Path log = data.resolve("postgres.log");
        return user.command(List.of(
                        programs.resolve("bin/postgres").toString(),
                        "-D",
                        cluster.toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "max_connections=40",
                        "-c",
                        "shared_buffers=64MB",
                        "-c",
                        "log_min_messages=warning",
                        "-c",
                        "log_min_error_statement=panic"))
                .directory(null)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void await(Path data) throws IOException {
        long until = System.nanoTime() + LONGEST_START.toNanos();
        while (true) {
            if (!process.isAlive()) {
                throw new IOException("PostgreSQL ended at once; %s says why".formatted(data.resolve("postgres.log")));
            }
            try (Connection c = DriverManager.getConnection(url(SUPERUSER), SUPERUSER, secrets.superuser())) {
                if (c.isValid(1)) {
                    return;
                }
            } catch (SQLException e) {
                boolean wrongPassword = "28P01".equals(e.getSQLState());
                if (wrongPassword || System.nanoTime() > until) {
                    throw new IOException("PostgreSQL does not answer: " + e.getMessage(), e);
                }
            }
            try {
                process.waitFor(TRIAL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while PostgreSQL started", e);
            }
        }
    }

    /** Makes what the migrations need; a start that was cut short left a part of it at most. */
    private void prepare() throws IOException {
        try (Connection c = DriverManager.getConnection(url(SUPERUSER), SUPERUSER, secrets.superuser());
                Statement s = c.createStatement()) {
            role(s, KEEPER, secrets.keeper());
            role(s, READER, secrets.reader());
            try (var found = s.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
                if (found.next()) {
                    return;
                }
            }
            s.execute("create database " + NAME + " owner " + KEEPER);
        } catch (SQLException e) {
            throw new IOException("the database could not be prepared: " + e.getMessage(), e);
        }
    }

    /** The passwords are our own random letters and digits, so they need no quoting. */
    private static void role(Statement s, String name, String password) throws SQLException {
        try (var found = s.executeQuery("select 1 from pg_roles where rolname = '" + name + "'")) {
            if (found.next()) {
                return;
            }
        }
        s.execute("create role %s login nosuperuser nobypassrls password '%s'".formatted(name, password));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    String url() {
        return url(NAME);
    }

    Secrets secrets() {
        return secrets;
    }

    @Override
    public void close() {
        closing = true;
        try {
            end(process.toHandle());
        } catch (IOException e) {
            process.destroyForcibly();
        } finally {
            try {
                lock.close();
            } catch (IOException e) {
                // The lock ends with the process.
            }
        }
    }
}

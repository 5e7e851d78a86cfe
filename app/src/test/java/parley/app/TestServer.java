package parley.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import parley.app.database.Database;
import parley.app.people.Account;
import parley.app.security.Site;
import parley.app.server.FirstStart;
import parley.app.server.Server;

/**
 * A server of its own for a test: a real PostgreSQL in a folder of its own, cases of the test's choice, a person for each
 * role, a clock that the test moves.
 */
public final class TestServer implements AutoCloseable {
    public final MovableClock clock;
    public final Server server;
    public final Site site;
    public final Database database;
    private final Path data;

    private TestServer(MovableClock clock, Server server, Site site, Database database, Path data) {
        this.clock = clock;
        this.server = server;
        this.site = site;
        this.database = database;
        this.data = data;
    }

    /** Starts with the cases in {@code cases} and the clock at noon of {@code day}. */
    public static TestServer with(Path cases, LocalDate day) {
        try {
            // The folder must be reachable by the user who runs PostgreSQL.
            Path data = Files.createTempDirectory("parley-test");
            Files.setPosixFilePermissions(data, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
            var clock = new MovableClock(day);
            Database database = Elsewhere.given() ? Elsewhere.fresh() : Database.in(data, _ -> {});
            Server.Parts parts = Server.Parts.of(database, data, clock);
            new FirstStart(parts, data, _ -> {}).prepare(cases, true);
            int port = freePort();
            Site site = Site.here(port);
            return new TestServer(clock, Server.start(database, parts, site, port), site, database, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the root of the repository. */
    public static Path root() {
        return Path.of(System.getProperty("parley.root", "..")).toAbsolutePath().normalize();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Returns the account of that name for signing in. */
    public Account account(String login) {
        Account account = server.parts().accounts().byLogin(login);
        if (account == null) {
            throw new IllegalArgumentException("The case has nobody called " + login);
        }
        return account;
    }

    /** Returns the folder that keeps everything. */
    public Path data() {
        return data;
    }

    /** Signs somebody in and returns the word of the cookie. */
    public String signIn(String login) {
        return server.parts().sessions().begin(account(login).id(), "a test");
    }

    @Override
    public void close() {
        server.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path p : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(p);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

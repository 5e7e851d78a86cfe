package parley.app.upkeep;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import parley.app.database.Database;
import parley.app.record.Heads;
import picocli.CommandLine.Option;

/** Where the record is that a command looks after: the same two options for all of them. */
public final class Where {
    /** The exit code where the machine or the data lack something. */
    public static final int MACHINE_LACKS = 3;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder that keeps everything; .local/share/parley in your home folder if not given.")
    private @Nullable Path data;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "Another PostgreSQL, 15 or later, by its JDBC address, instead of the one that comes along.")
    private @Nullable String database;

    /** What is done with an open database. */
    @FunctionalInterface
    interface Work {
        int on(Database database, Heads heads) throws SQLException, IOException;
    }

    /** Returns the folder. */
    public Path folder() {
        return data != null ? data : home();
    }

    private static Path home() {
        String base = System.getenv("XDG_DATA_HOME");
        return base == null || base.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share", "parley")
                : Path.of(base, "parley");
    }

    /** Opens the database, made if there is none. */
    public Database open(PrintWriter err) throws IOException {
        Files.createDirectories(folder());
        return database == null
                ? Database.in(folder(), says -> err.println("parley: " + says + "…"))
                : Database.at(database, says -> err.println("parley: " + says + "…"));
    }

    /** Runs a command on the database and says in a sentence what failed. */
    int run(PrintWriter err, Work work) {
        try (Database opened = open(err)) {
            return work.on(opened, new Heads(folder().resolve("heads")));
        } catch (IOException e) {
            err.println("parley: " + e.getMessage());
        } catch (SQLException e) {
            err.println("parley: the database did not answer as it should: " + e.getMessage());
        }
        return MACHINE_LACKS;
    }
}

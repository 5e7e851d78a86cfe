package parley.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

/** The door: a migrated database and its three pools. */
public final class Database implements AutoCloseable {
    private static final int READERS = 16;
    private static final int WRITERS = 8;
    private static final int KEEPERS = 8;
    private static final long LONGEST_WAIT_MILLIS = 10_000;

    private final @Nullable Postgres postgres;
    private final HikariDataSource readers;
    private final HikariDataSource writers;
    private final HikariDataSource keeper;

    private Database(
            @Nullable Postgres postgres, HikariDataSource readers, HikariDataSource writers, HikariDataSource keeper) {
        this.postgres = postgres;
        this.readers = readers;
        this.writers = writers;
        this.keeper = keeper;
    }

    /**
     * Starts the database that lies in {@code data}, made if there is none, and migrates it.
     *
     * @param says is told what takes time
     * @throws IOException with a sentence for the operator
     */
    public static Database in(Path data, Consumer<String> says) throws IOException {
        Postgres postgres = Postgres.start(data.toAbsolutePath().normalize(), says);
        try {
            Secrets secrets = postgres.secrets();
            migrate(postgres.url(), Postgres.KEEPER, secrets.keeper(), says);
            return new Database(
                    postgres,
                    pool("readers", postgres.url(), Postgres.READER, secrets.reader(), READERS, false),
                    pool("writers", postgres.url(), Postgres.KEEPER, secrets.keeper(), WRITERS, false),
                    pool("keeper", postgres.url(), Postgres.KEEPER, secrets.keeper(), KEEPERS, false));
        } catch (IOException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /**
     * Uses another PostgreSQL, version 15 or later. Its user owns the tables and may create the role
     * {@code parley_app}, which row security binds.
     *
     * @param url for example {@code jdbc:postgresql://db.example/parley?user=parley&password=…}
     */
    public static Database at(String url, Consumer<String> says) throws IOException {
        migrate(url, null, null, says);
        return new Database(
                null,
                pool("readers", url, null, null, READERS, true),
                pool("writers", url, null, null, WRITERS, false),
                pool("keeper", url, null, null, KEEPERS, false));
    }

    private static void migrate(String url, @Nullable String user, @Nullable String password, Consumer<String> says)
            throws IOException {
        try {
            Flyway flyway = Flyway.configure(Database.class.getClassLoader())
                    .dataSource(url, user, password)
                    .locations("classpath:parley/migrations")
                    .defaultSchema("parley")
                    // Tables of a newer program are not this one's to write: it stops here instead.
                    .ignoreMigrationPatterns(new String[0])
                    .load();
            MigrationInfo[] applied = flyway.info().applied();
            if (Arrays.stream(applied).anyMatch(m -> m.getState() == MigrationState.FUTURE_SUCCESS)) {
                throw new IOException(
                        "the data were written by a newer Parley (tables of version %s); start that one, or restore a backup"
                                .formatted(applied[applied.length - 1].getVersion()));
            }
            if (flyway.info().pending().length > 0) {
                says.accept("bringing the tables up to date");
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw new IOException("the tables could not be brought up to date: " + e.getMessage(), e);
        }
    }

    private static HikariDataSource pool(
            String name, String url, @Nullable String user, @Nullable String password, int size, boolean asReader) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(LONGEST_WAIT_MILLIS);
        config.setSchema("parley");
        if (asReader) {
            config.setConnectionInitSql("set role " + Postgres.READER);
        }
        return new HikariDataSource(config);
    }

    /** Returns the pool that row security binds to the account set in each transaction. */
    public DataSource readers() {
        return readers;
    }

    /** Returns the pool that commands write through, as the owner of the tables. */
    public DataSource writers() {
        return writers;
    }

    /** Returns the pool that reads all, as the owner of the tables; who holds one of its connections waits for no other. */
    public DataSource keeper() {
        return keeper;
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
        keeper.close();
        if (postgres != null) {
            postgres.close();
        }
    }
}

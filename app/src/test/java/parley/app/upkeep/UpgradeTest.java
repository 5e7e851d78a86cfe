package parley.app.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import parley.app.TestServer;
import parley.app.record.Entry;

/**
 * Data of earlier releases (attack 59): {@code resources/releases/v10} is a backup that the program with tables of
 * version 10 wrote. It is put back, the tables of that version are brought up to date with it inside, and a program older
 * than the data stops.
 */
final class UpgradeTest {
    private static final Path RELEASES = TestServer.root().resolve("app/src/test/resources/releases");

    private static final Pattern TABLE = Pattern.compile("(?m)^create table (\\w+)");

    @TempDir(cleanup = CleanupMode.ALWAYS)
    private static Path folder;

    @Test
    void data_of_every_release_are_brought_up_to_date_and_newer_data_are_refused() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path data = folder.resolve("data");
        List<Entry> then;
        List<String> people;
        try (Store store = Store.open(data, false)) {
            Backup.restore(store.database.keeper(), store.heads, RELEASES.resolve("v10"));
            then = store.parts.record().readAll("small", -1);
            people = logins(store);
            assertThat(then).isNotEmpty();
            assertThat(people).contains("secretariat");
            assertThat(store.wrong()).isEmpty();
            for (String table : madeAfter(10)) {
                run(store, "drop table " + table + " cascade");
            }
            run(store, "delete from flyway_schema_history where version::int > 10");
        }
        try (Store store = Store.open(data, false)) {
            assertThat(store.parts.record().readAll("small", -1)).isEqualTo(then);
            assertThat(logins(store)).isEqualTo(people);
            assertThat(store.wrong()).isEmpty();
            run(store, "select count(*) from passkey");
            run(
                    store,
                    "insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                            + " installed_by, execution_time, success) values (9000, '9000', 'later', 'SQL',"
                            + " 'V9000__later.sql', 1, 'x', 1, true)");
        }
        assertThatThrownBy(() -> Store.open(data, false).close())
                .isInstanceOf(java.io.IOException.class)
                .hasMessageContaining("written by a newer Parley (tables of version 9000)");
    }

    /** Returns the tables that the migrations after a version make. */
    private static List<String> madeAfter(int version) throws Exception {
        List<String> tables = new ArrayList<>();
        Path migrations = TestServer.root().resolve("app/src/main/resources/parley/migrations");
        try (Stream<Path> files = Files.list(migrations)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (Integer.parseInt(name.substring(1, name.indexOf("__"))) > version) {
                    Matcher table = TABLE.matcher(Files.readString(file));
                    while (table.find()) {
                        tables.add(table.group(1));
                    }
                }
            }
        }
        assertThat(tables).contains("passkey");
        return tables;
    }

    private static List<String> logins(Store store) {
        return store.parts.accounts().all().stream().map(a -> a.login()).toList();
    }

    private static void run(Store store, String... statements) throws Exception {
        try (Connection c = store.database.keeper().getConnection();
                Statement s = c.createStatement()) {
            for (String sql : statements) {
                s.execute(sql);
            }
        }
    }
}

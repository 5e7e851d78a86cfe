package parley.app.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import parley.app.people.Accounts;
import parley.app.record.CaseRecord;
import parley.app.record.Deed;
import parley.app.record.Entry;
import parley.app.record.Label;

/** What is wrong with a record is found and named; what was acknowledged is there after a restart and a restore. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class FsckTest {
    @TempDir(cleanup = CleanupMode.ALWAYS)
    private static Path folder;

    private static Store store;

    @BeforeAll
    static void open() throws IOException {
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        store = Store.open(folder.resolve("data"), true);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    @Order(1)
    void a_fresh_record_is_sound() throws Exception {
        assertThat(store.wrong()).isEmpty();
    }

    @Test
    @Order(2)
    void writers_at_once_make_one_chain_and_lose_nothing() throws Exception {
        long before = last();
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Callable<Long>> tasks = IntStream.range(0, 200)
                    .<Callable<Long>>mapToObj(i -> () -> store.parts
                            .record()
                            .write(
                                    "belarus",
                                    new CaseRecord.Author(Accounts.SYSTEM.id(), ""),
                                    w -> w.add(new Deed.RecordKept("2026-06-01"), Label.PARTNERS, "writer " + i)))
                    .toList();
            List<Long> places =
                    many.invokeAll(tasks).stream().map(FsckTest::done).sorted().toList();
            assertThat(places)
                    .isEqualTo(IntStream.range(0, 200)
                            .mapToObj(i -> before + 1 + i)
                            .toList());
        }
        assertThat(store.wrong()).isEmpty();
    }

    private static long done(Future<Long> task) {
        try {
            return task.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(3)
    void a_command_that_fails_leaves_nothing() throws Exception {
        long before = last();
        assertThatThrownBy(() -> store.parts
                        .record()
                        .change("belarus", new CaseRecord.Author(Accounts.SYSTEM.id(), ""), w -> {
                            w.add(new Deed.RecordKept("2026-06-02"), Label.PARTNERS, "half");
                            throw new IllegalStateException("no");
                        }))
                .hasMessage("no");
        assertThat(last()).isEqualTo(before);
        assertThat(store.wrong()).isEmpty();
    }

    @Test
    @Order(3)
    void who_has_no_role_any_more_writes_nothing() throws Exception {
        long before = last();
        assertThatThrownBy(() -> store.parts
                        .record()
                        .change(
                                "belarus",
                                new CaseRecord.Author(new UUID(1, 1), ""),
                                w -> w.add(new Deed.RecordKept("2026-06-02"), Label.PARTNERS, "late")))
                .hasMessageContaining("no role in this case any more");
        assertThat(last()).isEqualTo(before);
    }

    /** More commands at once than the pool has connections, each reading while it holds its own. */
    @Test
    @Order(3)
    void commands_that_read_while_they_write_never_wait_for_each_other_for_ever() throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(24)) {
            List<Callable<Integer>> tasks = IntStream.range(0, 48)
                    .<Callable<Integer>>mapToObj(_ -> () -> store.parts
                            .record()
                            .write(
                                    "belarus",
                                    new CaseRecord.Author(Accounts.SYSTEM.id(), ""),
                                    _ -> store.parts
                                                    .record()
                                                    .readAll("belarus", -1)
                                                    .size()
                                            + store.parts
                                                    .record()
                                                    .readBy(new UUID(1, 1), "belarus", -1)
                                                    .size()))
                    .toList();
            assertThat(many.invokeAll(tasks, 30, java.util.concurrent.TimeUnit.SECONDS))
                    .allMatch(t -> t.state() == Future.State.SUCCESS);
        }
    }

    @Test
    @Order(4)
    void entries_can_be_changed_by_nobody() {
        for (String sql : List.of("update entry set text = text", "delete from entry", "truncate entry")) {
            assertThatThrownBy(() -> {
                        try (Connection c = store.database.keeper().getConnection();
                                var s = c.createStatement()) {
                            s.execute(sql);
                        }
                    })
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("only ever added to");
        }
    }

    @Test
    @Order(5)
    void a_backup_made_while_others_write_restores_to_one_sound_moment() throws Exception {
        Path backup = folder.resolve("backup");
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> writing = other.submit(() -> store.add(100));
            Backup.write(store.database.keeper(), backup);
            writing.get();
        }
        try (Store restored = Store.open(folder.resolve("restored"), false)) {
            Backup.restore(restored.database.keeper(), restored.heads, backup);
            assertThat(restored.wrong()).isEmpty();
            List<Entry> then = restored.parts.record().readAll("belarus", -1);
            List<Entry> now = store.parts.record().readAll("belarus", -1);
            assertThat(now.subList(0, then.size())).isEqualTo(then);
            assertThat(restored.parts.accounts().all())
                    .isEqualTo(store.parts.accounts().all());
            assertThatThrownBy(() -> Backup.restore(restored.database.keeper(), restored.heads, backup))
                    .hasMessageContaining("holds a record already");
        }
    }

    /** A table that nobody thought of would be lost by the next restore. */
    @Test
    @Order(5)
    void every_table_is_in_the_backup_or_made_again_or_passing() throws Exception {
        java.util.Set<String> kept = new java.util.TreeSet<>(List.of("entry"));
        Backup.TABLES.forEach(t -> kept.add(t.replace("\"", "")));
        kept.addAll(List.of("membership", "reading_copy", "proposed_copy", "proof"));
        kept.addAll(List.of(
                "web_session",
                "invitation",
                "sign_in_failure",
                "challenge_used",
                "api_token",
                "flyway_schema_history"));
        try (Connection c = store.database.keeper().getConnection();
                var s = c.createStatement();
                var rows = s.executeQuery("select tablename from pg_tables where schemaname = 'parley'")) {
            while (rows.next()) {
                assertThat(kept).contains(rows.getString(1));
            }
        }
    }

    @Test
    @Order(6)
    void a_changed_backup_is_refused_before_anything_is_kept() throws Exception {
        Path backup = folder.resolve("backup");
        Path file = backup.resolve("belarus.record");
        String text = Files.readString(file);
        try (Store empty = Store.open(folder.resolve("empty"), false)) {
            for (String changed : List.of(
                    text.replaceFirst("2026-06-01", "2026-06-11"),
                    text.substring(0, text.length() / 2),
                    text.replaceFirst("hash [0-9a-f]{4}", "hash 0000"))) {
                Files.writeString(file, changed);
                assertThatThrownBy(() -> Backup.restore(empty.database.keeper(), empty.heads, backup))
                        .isInstanceOf(IOException.class);
                assertThat(Fsck.check(empty.database.keeper(), empty.heads)).isEmpty();
            }
        } finally {
            Files.writeString(file, text);
        }
    }

    @Test
    @Order(7)
    void derived_tables_that_differ_are_found() throws Exception {
        store.tamper("update membership set level = 4 where role = 'analyst'");
        assertThat(store.wrong()).singleElement().asString().contains("roles or copies");
        store.tamper("update membership set level = 2 where role = 'analyst'");
        assertThat(store.wrong()).isEmpty();
    }

    @Test
    @Order(8)
    void a_record_put_back_to_an_older_day_is_found() throws Exception {
        long last = last();
        store.tamper("delete from entry where seq > %d".formatted(last - 3));
        assertThat(store.wrong())
                .anySatisfy(w -> assertThat(w)
                        .contains("entry %d was acknowledged".formatted(last))
                        .contains("older"));
    }

    @Test
    @Order(9)
    void a_changed_entry_and_a_missing_one_are_named() throws Exception {
        store.tamper("update entry set text = replace(text, 'writer 7', 'writer 8') where text like '%writer 7%'");
        assertThat(store.wrong()).anySatisfy(w -> assertThat(w).contains("not what its hash was made of"));
        store.tamper("update entry set level = 3 where seq = 5");
        assertThat(store.wrong())
                .anySatisfy(w -> assertThat(w).contains("entry 5 of belarus").contains("columns"));
        store.tamper("delete from entry where seq = 9");
        assertThat(store.wrong()).anySatisfy(w -> assertThat(w).contains("entry 9 comes before it is missing"));
    }

    private static long last() {
        return store.parts.record().readAll("belarus", -1).getLast().index();
    }
}

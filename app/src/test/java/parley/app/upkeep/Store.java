package parley.app.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import parley.app.MovableClock;
import parley.app.TestServer;
import parley.app.database.Database;
import parley.app.people.Accounts;
import parley.app.record.CaseRecord;
import parley.app.record.Deed;
import parley.app.record.Heads;
import parley.app.record.Label;
import parley.app.server.FirstStart;
import parley.app.server.Server;

/** A data folder with the shipped cases in it, without the web. */
final class Store implements AutoCloseable {
    final Path data;
    final Database database;
    final Server.Parts parts;
    final Heads heads;

    private Store(Path data, Database database, Server.Parts parts, Heads heads) {
        this.data = data;
        this.database = database;
        this.parts = parts;
        this.heads = heads;
    }

    /** Opens a folder; {@code bringIn} says whether the shipped case is to be in it. */
    static Store open(Path data, boolean bringIn) throws IOException {
        Files.createDirectories(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Database database = Database.in(data, _ -> {});
        Server.Parts parts = Server.Parts.of(database, data, new MovableClock(LocalDate.of(2026, 6, 20)));
        if (bringIn) {
            new FirstStart(parts, data, _ -> {}).prepare(TestServer.root().resolve("cases"), true);
        }
        return new Store(data, database, parts, new Heads(data.resolve("heads")));
    }

    /** Adds entries that say nothing much. */
    void add(int many) {
        for (int i = 0; i < many; i++) {
            parts.record()
                    .change(
                            "belarus",
                            new CaseRecord.Author(Accounts.SYSTEM.id(), ""),
                            w -> w.add(new Deed.RecordKept("2026-06-01"), Label.PARTNERS, "a test"));
        }
    }

    List<String> wrong() throws SQLException, IOException {
        return Fsck.check(database.keeper(), heads).stream()
                .flatMap(f -> f.wrong().stream())
                .toList();
    }

    /** Does to the tables what no way of the program does: without triggers, as their owner. */
    void tamper(String sql) throws SQLException {
        try (Connection c = database.keeper().getConnection();
                Statement s = c.createStatement()) {
            s.execute("alter table entry disable trigger user");
            s.execute(sql);
            s.execute("alter table entry enable trigger user");
        }
    }

    @Override
    public void close() {
        database.close();
    }
}

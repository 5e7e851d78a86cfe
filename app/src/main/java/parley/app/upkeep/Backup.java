package parley.app.upkeep;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import parley.app.record.CaseRecord;
import parley.app.record.Chains;
import parley.app.record.Heads;
import parley.copy.Copies;

/**
 * The whole record as a folder of plain files, of one moment while others write: {@code <case>.record} with every entry
 * and its hash, the tables of people as CSV, and {@code manifest.txt} with the hash of each file. Passphrases are in it
 * as their hashes, second factors sealed with a key that stays in the data folder.
 */
public final class Backup {
    private static final String MANIFEST = "manifest.txt";
    private static final String FIRST_LINE = "parley-backup/v1";

    /** The tables beside the records, in an order in which they can be filled. */
    static final List<String> TABLES = List.of(
            "person",
            "account",
            "credential",
            "\"case\"",
            "core_read",
            "sealed_item",
            "passkey",
            "webhook",
            "list_import",
            "screened",
            "screening_event",
            "screening_access",
            "identity_judgement");

    /** Backups of earlier releases do not have these. */
    private static final List<String> LATER = List.of(
            "passkey",
            "webhook",
            "list_import",
            "screened",
            "screening_event",
            "screening_access",
            "identity_judgement");

    private Backup() {}

    /** Writes the backup into a folder that must not be there yet. */
    public static void write(DataSource keeper, Path to) throws SQLException, IOException {
        if (Files.exists(to)) {
            throw new IOException("`%s` is there already; name a new folder".formatted(to));
        }
        Path unfinished = to.resolveSibling(to.getFileName() + ".unfinished");
        Files.createDirectories(unfinished);
        List<String> manifest = new ArrayList<>(List.of(FIRST_LINE));
        try (Connection c = keeper.getConnection()) {
            c.setAutoCommit(false);
            c.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                for (String caseId : Fsck.cases(c)) {
                    Path file = unfinished.resolve(caseId + ".record");
                    try (BufferedWriter out = Files.newBufferedWriter(file)) {
                        Chains.write(c, caseId, out);
                    }
                    manifest.add(line(file));
                }
                for (String table : TABLES) {
                    Path file = unfinished.resolve(name(table));
                    try (OutputStream out = Files.newOutputStream(file)) {
                        c.unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyOut(
                                        "copy (select * from %s order by 1) to stdout (format csv, header)"
                                                .formatted(table),
                                        out);
                    }
                    manifest.add(line(file));
                }
            } finally {
                c.rollback();
            }
        }
        Files.write(unfinished.resolve(MANIFEST), manifest);
        Files.move(unfinished, to);
    }

    private static String name(String table) {
        return table.replace("\"", "") + ".csv";
    }

    private static String line(Path file) throws IOException {
        return Copies.sha256(Files.readString(file)) + " " + file.getFileName();
    }

    /** Puts a backup into an empty database. Every file and every entry is checked before anything is kept. */
    public static void restore(DataSource keeper, Heads heads, Path from) throws SQLException, IOException {
        List<String> manifest =
                Files.isRegularFile(from.resolve(MANIFEST)) ? Files.readAllLines(from.resolve(MANIFEST)) : List.of();
        if (manifest.isEmpty() || !manifest.getFirst().equals(FIRST_LINE)) {
            throw new IOException("`%s` is no backup: it has no manifest".formatted(from));
        }
        requireTables(from, manifest);
        for (String line : manifest.subList(1, manifest.size())) {
            Path file = from.resolve(line.substring(line.indexOf(' ') + 1));
            if (!Files.isRegularFile(file) || !line(file).equals(line)) {
                throw new IOException("`%s` is missing or was changed; nothing was put back".formatted(file));
            }
        }
        try (Connection c = keeper.getConnection()) {
            c.setAutoCommit(false);
            try {
                Map<String, Heads.Head> ends = fill(c, from);
                c.commit();
                ends.forEach(
                        (id, end) -> heads.note(id, end.index(), HexFormat.of().parseHex(end.hash())));
            } catch (SQLException | IOException | RuntimeException e) {
                c.rollback();
                throw e;
            }
        }
    }

    /** A table is in the manifest, or came later and is not there at all. */
    private static void requireTables(Path from, List<String> manifest) throws IOException {
        for (String table : TABLES) {
            boolean listed = manifest.stream().anyMatch(l -> l.endsWith(" " + name(table)));
            boolean later = LATER.contains(table) && !Files.exists(from.resolve(name(table)));
            if (!listed && !later) {
                throw new IOException("`%s` is not in the manifest; nothing was put back".formatted(name(table)));
            }
        }
    }

    private static Map<String, Heads.Head> fill(Connection c, Path from) throws SQLException, IOException {
        requireEmpty(c);
        for (String table : TABLES) {
            if (!Files.exists(from.resolve(name(table)))) {
                continue; // A table of LATER: the others were required.
            }
            try (InputStream in = Files.newInputStream(from.resolve(name(table)))) {
                c.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy %s from stdin (format csv, header)".formatted(table), in);
            }
        }
        Map<String, Heads.Head> ends = new TreeMap<>();
        for (String caseId : Fsck.cases(c)) {
            Heads.Head last = Chains.restore(c, caseId, Files.readAllLines(from.resolve(caseId + ".record")));
            Rebuild.of(c, caseId, CaseRecord.entries(c, caseId, -1));
            ends.put(caseId, last);
        }
        return ends;
    }

    private static void requireEmpty(Connection c) throws SQLException, IOException {
        try (PreparedStatement s = c.prepareStatement("select count(*) from entry");
                ResultSet row = s.executeQuery()) {
            row.next();
            if (row.getLong(1) > 0) {
                throw new IOException("the database holds a record already; restore into an empty data folder");
            }
        }
    }
}

package parley.app.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once from the archive that the server carries. */
final class Binaries {
    /** The release the archive holds; the folder carries it, so that a newer one lies beside the older. */
    static final String VERSION = "18.6.0";

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private Binaries() {}

    /**
     * Returns the folder with {@code bin/postgres}, unpacked if it is not there yet.
     *
     * @throws IOException if the archive cannot be unpacked; nothing half-unpacked is left behind
     */
    static Path in(Path data) throws IOException {
        Path home = data.resolve("postgres-" + VERSION);
        if (Files.isRegularFile(home.resolve("bin/postgres"))) {
            return home;
        }
        Path unfinished = Files.createTempDirectory(data, "postgres-unpacking-");
        try {
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpack(unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(unfinished);
            throw e;
        }
        return home;
    }

    private static void unpack(Path into) throws IOException {
        try (InputStream packed = Binaries.class.getResourceAsStream(ARCHIVE)) {
            if (packed == null) {
                throw new IOException("the server carries no PostgreSQL for this machine; name one with --database");
            }
            var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path to = into.resolve(entry.getName()).normalize();
                if (!to.startsWith(into)) {
                    throw new IOException(
                            "the archive of PostgreSQL has an entry outside its folder: " + entry.getName());
                }
                write(entry, tar, to);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream from, Path to) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(to);
            return;
        }
        Path folder = to.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(from, to);
        boolean runs = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** Deletes a folder of ours with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(p);
            }
        }
    }
}

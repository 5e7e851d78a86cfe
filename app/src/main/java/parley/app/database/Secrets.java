package parley.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * The random passwords of the database's three users, kept in a file that only its owner reads.
 *
 * @param superuser of PostgreSQL's administrator, used for setting up alone
 * @param keeper of the owner of the tables
 * @param reader of the role that row security binds
 */
record Secrets(String superuser, String keeper, String reader) {
    private static final int BYTES = 24;

    static Secrets in(Path data) throws IOException {
        Path file = data.resolve("database.secrets");
        if (!Files.exists(file)) {
            write(file, List.of(random(), random(), random()));
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() != 3) {
            throw new IOException("%s should hold three lines and holds %d; restore it from a backup of the folder"
                    .formatted(file, lines.size()));
        }
        return new Secrets(lines.get(0), lines.get(1), lines.get(2));
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Path unfinished = Files.createTempFile(
                file.getParent(),
                "secrets",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(unfinished, lines);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package parley.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Writes a file so that a reader sees the old text or the new one, never half of it. */
final class AtomicFile {
    private AtomicFile() {}

    /**
     * Replaces the file by {@code text} in UTF-8; a link is followed and permissions are kept. A new file is readable by its
     * owner alone: what is written may quote clauses that not everybody on the machine may read.
     */
    static void write(Path file, String text) throws IOException {
        write(file, (Writer out) -> out.write(text));
    }

    /** What goes into a file, piece by piece. */
    interface Body {
        void to(Writer out) throws IOException;
    }

    /** The same for what is too long to be held as one text. */
    static void write(Path file, Body body) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString());
        }
        Path temporary = Files.createTempFile(target.getParent(), ".parley-", ".tmp");
        try {
            try (Writer out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
                body.to(out);
            }
            keepPermissions(target, temporary);
            try {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        PosixFileAttributeView fresh = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (old != null && fresh != null) {
            fresh.setPermissions(old.readAttributes().permissions());
        }
    }

    /** Returns what went wrong in words, without the name of a Java class. */
    static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case NoSuchFileException gone -> gone.getFile() + " is gone";
            default -> e.getMessage() == null ? "the system gave no reason" : e.getMessage();
        };
    }
}

package parley.app.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The last entry of each case, kept outside the database: a database put back to an older day, or a chain cut short,
 * shows at the next start.
 */
public final class Heads {

    /** The index and the hash of the last entry of a case. */
    public record Head(long index, String hash) {}

    private final Path folder;

    /** @param folder where the files lie; made if it is not there */
    public Heads(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Returns what was last noted for a case, or {@code null}. */
    @Nullable
    Head of(String caseId) throws IOException {
        Path file = folder.resolve(caseId + ".head");
        if (!Files.exists(file)) {
            return null;
        }
        String[] words = Files.readString(file).strip().split(" ", -1);
        try {
            return new Head(Long.parseLong(words[0]), words[1]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IOException("%s does not hold an index and a hash".formatted(file), e);
        }
    }

    /** Notes the last entry of a case; an older one never replaces a newer one. */
    public synchronized void note(String caseId, long index, byte[] hash) {
        try {
            Head noted = of(caseId);
            if (noted != null && noted.index() >= index) {
                return;
            }
            Path unfinished = folder.resolve(caseId + ".new");
            byte[] line =
                    "%d %s\n".formatted(index, HexFormat.of().formatHex(hash)).getBytes(StandardCharsets.US_ASCII);
            try (FileChannel out = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(line));
                out.force(true);
            }
            Files.move(unfinished, folder.resolve(caseId + ".head"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets a case, when its record is put back on purpose. */
    public synchronized void forget(String caseId) throws IOException {
        Files.deleteIfExists(folder.resolve(caseId + ".head"));
    }
}

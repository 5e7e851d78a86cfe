package parley.cli.lsp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import parley.cli.CaseFolder;
import parley.cli.RecordFolder;

/** The files of this machine. */
final class DiskShelf implements Shelf {
    @Override
    public List<Path> files(Path folder) {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(Files::isRegularFile).toList();
        } catch (IOException _) {
            // A folder that cannot be listed holds only what is open.
            return List.of();
        }
    }

    @Override
    public String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException _) {
            return "";
        }
    }

    @Override
    public CaseFolder.Found texts(Path root) {
        return switch (CaseFolder.read(root)) {
            case CaseFolder.Found read -> read;
            // A first file that was never saved lies in a folder without texts, or in none.
            case CaseFolder.Unusable _ -> new CaseFolder.Found(root, true, List.of(), List.of());
        };
    }

    @Override
    public RecordFolder record(Path root, String facts) {
        try {
            return RecordFolder.read(root, facts);
        } catch (IOException e) {
            // `parley check` tells why it cannot be read; an editor goes on with the texts.
            return NO_RECORD;
        }
    }
}

package parley.cli.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import parley.cli.CaseFolder;
import parley.cli.RecordFolder;
import parley.text.Source;

/** The texts of one case as they were handed over. Nothing on the disk can be named through it. */
final class MemoryShelf implements Shelf {
    private final Path root;
    private final Map<String, Source> texts;

    MemoryShelf(Path root, Map<String, Source> texts) {
        this.root = root;
        this.texts = Map.copyOf(texts);
    }

    @Override
    public List<Path> files(Path folder) {
        return texts.keySet().stream()
                .map(root::resolve)
                .filter(f -> folder.equals(f.getParent()))
                .toList();
    }

    @Override
    public String text(Path file) {
        Source found = file.startsWith(root) ? texts.get(Places.name(root, file)) : null;
        return found == null ? "" : found.text();
    }

    @Override
    public CaseFolder.Found texts(Path folder) {
        List<Source> found = folder.equals(root) ? List.copyOf(texts.values()) : List.of();
        return new CaseFolder.Found(folder, true, found, List.of());
    }

    @Override
    public RecordFolder record(Path folder, String facts) {
        return NO_RECORD;
    }
}

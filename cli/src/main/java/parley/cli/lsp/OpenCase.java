package parley.cli.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.cli.CaseFolder;
import parley.cli.RecordFolder;
import parley.roadmap.Case;
import parley.text.Diagnostic;
import parley.text.Source;

/** A case folder of which a file is open: the files as last read from disk, with the open buffers over them. */
final class OpenCase {
    private final Path root;
    private final Shelf shelf;
    private CaseFolder.@Nullable Found onDisk;
    private RecordFolder record = Shelf.NO_RECORD;
    private String recordOf = "";
    private @Nullable Study study;

    /** The last case that could be understood: it lends its names while a text is half written. */
    private @Nullable Case understood;

    OpenCase(Path root, Shelf shelf) {
        this.root = root;
        this.shelf = shelf;
    }

    Path root() {
        return root;
    }

    /** Files on disk have changed. */
    void reload() {
        onDisk = null;
        recordOf = "";
        study = null;
    }

    /** An open buffer has changed. */
    void outdate() {
        study = null;
    }

    @Nullable
    Case understood() {
        return understood;
    }

    Study study(Map<Path, Source> buffers) {
        Study made = study;
        if (made == null) {
            CaseFolder.Found folder = overlaid(buffers);
            made = Study.of(folder, record);
            Case theCase = made.theCase();
            if (theCase != null && !theCase.facts().equals(recordOf)) {
                readRecord(theCase.facts());
                made = Study.of(folder, record);
            }
            understood = theCase == null ? understood : theCase;
            study = made;
        }
        return made;
    }

    private CaseFolder.Found overlaid(Map<Path, Source> buffers) {
        CaseFolder.Found disk = disk();
        Map<String, Source> texts = new TreeMap<>(disk.byName());
        buffers.forEach((file, source) -> {
            if (file.startsWith(root) && !file.startsWith(root.resolve("facts"))) {
                String name = Places.name(root, file);
                texts.put(name, new Source(name, source.text()));
            }
        });
        // What was wrong with the bytes of a file on disk says nothing about the buffer over it.
        List<Diagnostic> diagnostics = disk.diagnostics().stream()
                .filter(d -> !buffers.containsKey(root.resolve(d.at().file())))
                .toList();
        return new CaseFolder.Found(root, true, List.copyOf(texts.values()), diagnostics);
    }

    private CaseFolder.Found disk() {
        CaseFolder.Found found = onDisk;
        if (found == null) {
            found = shelf.texts(root);
            onDisk = found;
        }
        return found;
    }

    private void readRecord(String facts) {
        recordOf = facts;
        record = shelf.record(root, facts);
    }
}

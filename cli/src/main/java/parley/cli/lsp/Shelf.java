package parley.cli.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import parley.cli.CaseFolder;
import parley.cli.RecordFolder;
import parley.facts.Facts;

/** Where the texts lie that no editor has open. What cannot be read there is not there. */
interface Shelf {
    /** The record of a case that has none. */
    RecordFolder NO_RECORD = new RecordFolder(Path.of(""), Map.of(), Facts.EMPTY, List.of());

    /** Returns the files of a folder. */
    List<Path> files(Path folder);

    /** Returns the text of a file; empty if there is none. */
    String text(Path file);

    /** Returns the texts of a case. */
    CaseFolder.Found texts(Path root);

    /** Returns the record of a case. */
    RecordFolder record(Path root, String facts);
}

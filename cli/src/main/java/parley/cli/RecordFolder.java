package parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import parley.facts.FactFiles;
import parley.facts.Facts;
import parley.facts.OtherFiles;
import parley.facts.RecordNames;
import parley.roadmap.Case;
import parley.text.Diagnostic;
import parley.text.Source;

/**
 * The record of a case as it lies on disk.
 *
 * @param files the texts by file name, for example {@code readings.csv}; each source is named relative to the case
 * @param facts the rows without a fault
 * @param diagnostics what is wrong with the bytes and the rows
 */
public record RecordFolder(Path folder, Map<String, Source> files, Facts facts, List<Diagnostic> diagnostics) {
    private static final List<String> NAMES = List.of(
            FactFiles.READINGS,
            FactFiles.EVENTS,
            FactFiles.ACTS,
            FactFiles.SIGNATURES,
            FactFiles.CONSULTATIONS,
            FactFiles.DECISIONS);

    public RecordFolder {
        files = Map.copyOf(files);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Reads the facts folder of a case; a folder or a file that is missing holds no rows.
     *
     * @param root the folder of the case
     * @param facts the folder of the record, relative to the case
     */
    public static RecordFolder read(Path root, String facts) throws IOException {
        Map<String, Source> files = new TreeMap<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        Path folder = folder(root, facts);
        for (String name : NAMES) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                String shown = root.relativize(file).toString().replace('\\', '/');
                files.put(name, CaseFolder.decode(shown, Files.readAllBytes(file), diagnostics));
            }
        }
        diagnostics.addAll(others(root, folder));
        FactFiles.Result result = FactFiles.read(files);
        diagnostics.addAll(result.diagnostics());
        return new RecordFolder(folder, files, result.facts(), diagnostics);
    }

    /** Returns warnings about files that are no table and that the description of the record does not name. */
    private static List<Diagnostic> others(Path root, Path folder) throws IOException {
        if (!Files.isDirectory(folder) || !folder.startsWith(root) || folder.equals(root.normalize())) {
            return List.of();
        }
        String shown = root.relativize(folder).toString().replace('\\', '/') + "/";
        Path readme = folder.resolve("README.md");
        String told = Files.isRegularFile(readme)
                ? CaseFolder.decode(shown + "README.md", Files.readAllBytes(readme), new ArrayList<>())
                        .text()
                : "";
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(f -> String.valueOf(f.getFileName()))
                    .toList();
            return OtherFiles.check(names, shown, told);
        }
    }

    /** Returns warnings about names that the case does not declare. */
    public List<Diagnostic> unknownNames(Case theCase) {
        return RecordNames.check(files, theCase, (name, known) -> Nearest.to(name, known, 3));
    }

    /** Says whether the case has a folder for its record at all. */
    static boolean isThere(Path root, String facts) {
        return Files.isDirectory(root.resolve(facts));
    }

    private static Path folder(Path root, String facts) throws IOException {
        try {
            return root.resolve(facts).normalize();
        } catch (InvalidPathException e) {
            throw new IOException("no folder can have this name", e);
        }
    }
}

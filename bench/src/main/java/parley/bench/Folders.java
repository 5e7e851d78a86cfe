package parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import parley.facts.FactFiles;
import parley.language.CaseText;
import parley.language.Checked;
import parley.roadmap.Case;
import parley.text.Source;

/** Cases and records on disk, read as the commands read them. */
final class Folders {
    private static final List<String> RECORD = List.of(
            FactFiles.READINGS,
            FactFiles.EVENTS,
            FactFiles.ACTS,
            FactFiles.SIGNATURES,
            FactFiles.CONSULTATIONS,
            FactFiles.DECISIONS);

    private Folders() {}

    /** Returns the folder of the repository, which {@code bench/run} tells. */
    static Path root() {
        return Path.of(System.getProperty("parley.root", "")).toAbsolutePath().normalize();
    }

    static Path belarus() {
        return root().resolve("cases/belarus");
    }

    static List<Source> texts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> texts =
                    files.filter(f -> f.toString().endsWith(".parley")).sorted().toList();
            List<Source> sources = new ArrayList<>();
            for (Path file : texts) {
                sources.add(new Source(String.valueOf(file.getFileName()), Files.readString(file)));
            }
            return sources;
        }
    }

    static Map<String, Source> record(Path facts) throws IOException {
        Map<String, Source> files = new TreeMap<>();
        for (String name : RECORD) {
            Path file = facts.resolve(name);
            if (Files.isRegularFile(file)) {
                files.put(name, new Source("facts/" + name, Files.readString(file)));
            }
        }
        return files;
    }

    /** Returns the case of a folder, which must have no finding: a benchmark of a broken case says nothing. */
    static Case theCase(Path folder) throws IOException {
        Checked checked = CaseText.read(texts(folder));
        Case read = checked.theCase();
        if (read == null || !checked.diagnostics().isEmpty()) {
            throw new IllegalStateException(folder + " has findings: " + checked.diagnostics());
        }
        return read;
    }
}

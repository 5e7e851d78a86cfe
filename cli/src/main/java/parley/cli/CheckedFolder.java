package parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.facts.RecordDays;
import parley.language.CaseText;
import parley.language.Checked;
import parley.roadmap.Case;
import parley.text.Diagnostic;
import parley.text.DiagnosticText;
import parley.text.Severity;
import parley.text.Source;

/**
 * A folder read and checked.
 *
 * @param theCase what the texts mean, or {@code null} if errors leave nothing to mean
 * @param sources the texts, and the files of the record where it was read
 * @param diagnostics those of the bytes, the language and the record, in the order of places
 */
record CheckedFolder(
        CaseFolder.Found folder, @Nullable Case theCase, Map<String, Source> sources, List<Diagnostic> diagnostics) {
    CheckedFolder {
        diagnostics = diagnostics.stream().sorted().toList();
    }

    static CheckedFolder of(CaseFolder.Found folder) {
        Checked checked = CaseText.read(folder.sources());
        Map<String, Source> sources = new TreeMap<>(folder.byName());
        checked.sources().forEach(source -> sources.put(source.name(), source));
        List<Diagnostic> all = Stream.concat(folder.diagnostics().stream(), checked.diagnostics().stream())
                .toList();
        return new CheckedFolder(folder, checked.theCase(), sources, all);
    }

    /** Returns this folder together with what its record says wrongly. */
    CheckedFolder withRecord() throws IOException {
        Case read = theCase;
        if (read == null) {
            return this;
        }
        RecordFolder record = RecordFolder.read(folder.root(), read.facts());
        Map<String, Source> allSources = new TreeMap<>(sources);
        record.files().values().forEach(source -> allSources.put(source.name(), source));
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        all.addAll(record.diagnostics());
        // Where a declaration may be unread or in another file, an unknown name is no finding.
        if (folder.whole() && errors() == 0) {
            all.addAll(record.unknownNames(read));
            all.addAll(RecordDays.check(record.files(), read));
        }
        return new CheckedFolder(folder, read, allSources, all);
    }

    long errors() {
        return diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).count();
    }

    void print(PrintWriter out, boolean colour) {
        for (Diagnostic d : diagnostics) {
            out.print(DiagnosticText.render(d, sources, colour));
            out.println();
        }
        long errors = errors();
        long warnings = diagnostics.size() - errors;
        out.println(
                diagnostics.isEmpty()
                        ? "no findings in " + counted(sources.size(), "file")
                        : counted(errors, "error") + ", " + counted(warnings, "warning"));
    }

    static String counted(long count, String word) {
        return counted(count, word, word + "s");
    }

    static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
